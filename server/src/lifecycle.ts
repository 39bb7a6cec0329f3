import type { Core } from '@strapi/strapi';
import { getComposition } from './composition';
import { createJobHandlers } from './pipeline/illustrate-article';
import type { Pipeline } from './pipeline/pipeline';
import { getService } from './services';

/** How many calls may run at once, by provider account. */
const accountsOf = (pipeline: Pipeline): Record<string, number> =>
  Object.fromEntries(
    Object.values(pipeline.providers).map((provider) => [
      provider.account(),
      provider.describe().concurrency,
    ]),
  );

export type Work = { stop: () => Promise<void> };

/** Runs rounds one after the other; a round that fails is logged and the next one tries again. */
const createRounds = (strapi: Core.Strapi, pipeline: Pipeline) => {
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      const maintenance = getService(strapi, 'maintenance');
      if (pipeline.queue.health().state === 'ready') await maintenance.refill();
      await maintenance.sweep();
      await maintenance.tidy();
    } catch (error) {
      pipeline.logger.error(`The periodic check failed and will run again: ${String(error)}`);
    }
  };
  return {
    next: () => {
      running = running.then(round);
    },
    settled: () => running,
  };
};

/**
 * Opens the queue and starts the workers of a listening server. Nothing here waits: a store that is away is tried again
 * in the background while Strapi serves, and `health()` says why.
 */
export const startWork = (strapi: Core.Strapi): Work => {
  const { config, pipeline } = getComposition(strapi);
  const { queue, logger } = pipeline;
  const everyMs = config.queue.reconcileSeconds * 1000;
  const closeMs = config.queue.closeSeconds * 1000;
  queue.open();
  if (!config.queue.workers) return { stop: () => queue.close(closeMs) };
  const rounds = createRounds(strapi, pipeline);
  const timer = setInterval(rounds.next, everyMs);
  timer.unref();
  queue.work(createJobHandlers(pipeline), accountsOf(pipeline));
  // A store that opens on demand counts as ready and stays closed until there is work; waiting would open it.
  if (queue.health().state === 'ready') {
    rounds.next();
  } else {
    queue.whenReady(everyMs).then(rounds.next, () => {
      logger.warn(`The queue is not ready yet: ${queue.health().message ?? 'no reason known'}`);
    });
  }
  return {
    async stop() {
      clearInterval(timer);
      await queue.close(closeMs);
      await rounds.settled();
    },
  };
};
