import type { Core, UID } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/vocabulary';
import { getComposition } from './composition';
import { createJobHandlers } from './pipeline/illustrate-article';
import type { Pipeline } from './pipeline/pipeline';
import { reconcile } from './pipeline/reconcile';
import { sweepPublishes, type FindPublished } from './pipeline/sweep-publishes';

const CURSOR_KEY = { type: 'plugin', name: PLUGIN_ID, key: 'sweep' };

/** How many calls may run at once, by provider account. */
const accountsOf = (pipeline: Pipeline): Record<string, number> =>
  Object.fromEntries(
    Object.values(pipeline.providers).map((provider) => [
      provider.account(),
      provider.describe().concurrency,
    ]),
  );

const createFindPublished =
  (strapi: Core.Strapi, pipeline: Pipeline): FindPublished =>
  async ({ uid, from, to }) => {
    const type = strapi.contentTypes[uid as UID.ContentType];
    if (!type) return [];
    const moment = pipeline.articles.hasDraftAndPublish(uid) ? 'publishedAt' : 'createdAt';
    const rows = await strapi.db.query(uid as UID.ContentType).findMany({
      select: ['documentId', 'locale'],
      where: { [moment]: { $gt: from, $lte: to } },
    });
    return rows.map((row: { documentId: string; locale: string | null }) => ({
      uid,
      documentId: row.documentId,
      locale: row.locale ?? null,
    }));
  };

/** One round of putting right what a crash or an outage left behind. */
const createRound = (strapi: Core.Strapi, pipeline: Pipeline) => async (): Promise<void> => {
  try {
    if (pipeline.queue.health().state === 'ready') await reconcile(pipeline);
    const store = strapi.store!(CURSOR_KEY);
    const stored = await store.get({});
    const cursor = typeof stored === 'string' ? new Date(stored) : null;
    const findPublished = createFindPublished(strapi, pipeline);
    const next = await sweepPublishes(pipeline, { cursor, findPublished });
    await store.set({ value: next.toISOString() });
  } catch (error) {
    pipeline.logger.error(`The periodic check failed and will run again: ${String(error)}`);
  }
};

export type Work = { stop: () => Promise<void> };

/**
 * Opens the queue and starts the workers of a listening server. Nothing here waits: a store that is away is tried again
 * in the background while Strapi serves, and `health()` says why.
 */
export const startWork = (strapi: Core.Strapi): Work => {
  const { config, pipeline } = getComposition(strapi);
  const round = createRound(strapi, pipeline);
  let running: Promise<void> = Promise.resolve();
  const next = () => {
    running = running.then(round);
  };
  pipeline.queue.open();
  const timer = setInterval(next, config.queue.reconcileSeconds * 1000);
  timer.unref();
  if (config.queue.workers) {
    pipeline.queue.work(createJobHandlers(pipeline), accountsOf(pipeline));
    pipeline.queue.whenReady(config.queue.reconcileSeconds * 1000).then(next, () => {
      pipeline.logger.warn(`The queue is not ready yet: ${pipeline.queue.health().message ?? ''}`);
    });
  } else {
    clearInterval(timer);
  }
  return {
    async stop() {
      clearInterval(timer);
      await pipeline.queue.close(config.queue.closeSeconds * 1000);
      await running;
    },
  };
};
