import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import type { QueueHealth } from '../ports/job-queue';
import type { Logger } from '../ports/runtime';
import type { QueueOptions } from './queue-options';
import { redactUrls } from './redact-urls';
import type { QueueStore } from './stores/queue-store';

const CALM_MS = 200;

type State = QueueHealth['state'];
type Condition = { state: State; message: string | null };

/** A pause that `cut` ends early; a cut between two pauses ends the next one. */
const createPause = () => {
  let controller = new AbortController();
  return {
    cut: () => controller.abort(),
    for: async (ms: number) => {
      // A cut pause is a wish, not a failure.
      await sleep(ms, undefined, { signal: controller.signal, ref: false }).catch(() => undefined);
      controller = new AbortController();
    },
  };
};

/** Who waits for the store to be ready, or to be found away. */
const createWaiters = () => {
  const waiters = new Set<() => void>();
  return {
    next: () => new Promise<void>((resolve) => waiters.add(resolve)),
    wake: () => {
      for (const resolve of waiters) resolve();
      waiters.clear();
    },
  };
};

export type StoreKeeper = ReturnType<typeof createStoreKeeper>;

/**
 * Opens the store, watches it, and opens it again after an outage, for ever and in the background. `onReady` runs after
 * each opening and each look, and belongs to it: when it throws, the store counts as away.
 */
export const createStoreKeeper = ({
  store,
  options,
  logger,
  onReady,
}: {
  store: QueueStore;
  options: QueueOptions;
  logger: Logger;
  onReady: () => Promise<void>;
}) => {
  let condition: Condition = { state: 'closed', message: null };
  let isAwake = false;
  let isClosed = false;
  const pause = createPause();
  const waiters = createWaiters();

  const become = (next: Condition) => {
    if (isClosed) return;
    if (next.message !== null && next.message !== condition.message) logger.warn(next.message);
    if (next.state === 'ready' && condition.state === 'down') {
      logger.info(`The queue store (${store.name}) is back.`);
    }
    condition = next;
    waiters.wake();
  };

  /** Returns when the queue closes, throws when the store is away. */
  const watch = async () => {
    while (!isClosed) {
      // Broken connections come in swarms: one look answers for all of them.
      await sleep(CALM_MS, undefined, { ref: false });
      await pause.for(options.pingIntervalMs);
      if (isClosed) return;
      await store.ping();
      await onReady();
    }
  };

  const keep = async () => {
    let waitMs = options.reconnectMs;
    while (!isClosed) {
      try {
        await store.open();
        if (!isClosed) await onReady();
        become({ state: 'ready', message: null });
        waitMs = options.reconnectMs;
        await watch();
      } catch (error) {
        const { message } = toArticleImagesError(error, 'queue_down');
        become({ state: 'down', message: redactUrls(message) });
        await pause.for(waitMs);
        waitMs = Math.min(waitMs * 2, options.reconnectCapMs);
      }
    }
  };

  const look = () => {
    // While it is away the retries have their own rhythm.
    if (condition.state === 'ready') pause.cut();
  };

  store.onChange((isBack) => (isBack ? pause.cut() : look()));

  const wake = () => {
    if (isAwake || isClosed) return;
    isAwake = true;
    become({ state: 'starting', message: null });
    void keep();
  };

  return {
    start: () => {
      if (isAwake || isClosed) return;
      if (store.opensOnDemand) become({ state: 'ready', message: null });
      else wake();
    },
    wake,
    isAwake: () => isAwake,
    condition: (): Condition => condition,
    /** Something failed on the store: look now. */
    look,
    /** Resolves when the store is open. Throws `queue_down` after `timeoutMs`, or at once when it is known to be away. */
    ready: async ({ timeoutMs, acceptsOutage }: { timeoutMs: number; acceptsOutage: boolean }) => {
      wake();
      const until = Date.now() + timeoutMs;
      while (condition.state !== 'ready') {
        const leftMs = until - Date.now();
        const isHopeless = isClosed || (!acceptsOutage && condition.state === 'down');
        if (isHopeless || leftMs <= 0) {
          const why = condition.message ?? `The queue store (${store.name}) is not ready.`;
          throw new ArticleImagesError('queue_down', isClosed ? 'The queue is closed.' : why);
        }
        await Promise.race([waiters.next(), sleep(leftMs, undefined, { ref: false })]);
      }
    },
    /** Takes no further look. The store stays open: who closes has work to finish on it. */
    stop: () => {
      condition = { state: 'closed', message: null };
      isClosed = true;
      waiters.wake();
      pause.cut();
    },
  };
};
