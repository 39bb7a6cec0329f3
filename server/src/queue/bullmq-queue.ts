import { ArticleImagesError } from '../domain/errors';
import type { JobQueue, QueueJob } from '../ports/job-queue';
import type { Logger } from '../ports/runtime';
import { settlesWithin, withDeadline } from './deadline';
import { jobIdOf, parseJob, queueOf, RUNS_QUEUE } from './jobs';
import { createProducers, type Producers } from './producers';
import { DEFAULT_QUEUE_OPTIONS, type QueueOptions } from './queue-options';
import { redactUrls } from './redact-urls';
import { createStoreKeeper, type StoreKeeper } from './store-keeper';
import type { QueueStore } from './stores/queue-store';
import { createTroubleLog } from './trouble-log';
import { createWorkerGroup, type WorkerGroup } from './worker-group';

/** BullMQ runs jobs without a priority before all others; ours stand in one line. */
const DEFAULT_PRIORITY = 10;
/** An opening store is worth waiting for: the embedded one opens with the first job. */
const OPENING_MS = 15_000;
/** What is left of `close` after the handlers: signals raised, connections ended. */
const WORKERS_GRACE_MS = 1_300;
const PRODUCERS_GRACE_MS = 200;
const STORE_GRACE_MS = 400;

type Parts = {
  store: QueueStore;
  options: QueueOptions;
  keeper: StoreKeeper;
  producers: Producers;
  group: WorkerGroup;
};

type Producer = Awaited<ReturnType<Producers['get']>>;

/** Runs one command on one queue. Throws `queue_down` when the store is away, and soon. */
const createCommand =
  ({ store, options, keeper, producers }: Parts) =>
  async <Result>(name: string, command: (queue: Producer) => Promise<Result>): Promise<Result> => {
    await keeper.ready({ timeoutMs: OPENING_MS, acceptsOutage: false });
    try {
      return await withDeadline({
        work: producers.get(name).then(command),
        timeoutMs: options.commandTimeoutMs,
        message: `The queue store (${store.name}) does not answer.`,
      });
    } catch (error) {
      keeper.look();
      if (error instanceof ArticleImagesError) throw error;
      const why = redactUrls(error instanceof Error ? error.message : String(error));
      const message = `The queue store (${store.name}) refused: ${why} The work is kept and queued later.`;
      throw new ArticleImagesError('queue_down', message, { cause: error });
    }
  };

const jobOptions = (job: QueueJob, { attempts }: QueueOptions) => ({
  jobId: jobIdOf(job),
  delay: job.delayMs,
  priority: job.priority ?? DEFAULT_PRIORITY,
  attempts,
  // Computed by the worker: BullMQ's exponential backoff has no upper end.
  backoff: { type: 'capped' },
  // A finished job that stayed would silently swallow the next one with its id.
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
});

type Run = ReturnType<typeof createCommand>;

const createCounts =
  ({ parts: { keeper, producers, group }, run }: { parts: Parts; run: Run }): JobQueue['counts'] =>
  async () => {
    const counts = { waiting: 0, active: 0, delayed: 0, failed: 0 };
    // A store that nobody has opened yet holds nothing, and counting is no reason to open it.
    if (!keeper.isAwake()) return counts;
    for (const name of new Set([RUNS_QUEUE, ...group.queueNames(), ...producers.names()])) {
      const found = await run(name, (queue) =>
        queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
      );
      counts.waiting += (found.waiting ?? 0) + (found.prioritized ?? 0);
      counts.active += found.active ?? 0;
      counts.delayed += found.delayed ?? 0;
      counts.failed += found.failed ?? 0;
    }
    return counts;
  };

const createCancel =
  ({ parts: { keeper, group }, run }: { parts: Parts; run: Run }): JobQueue['cancel'] =>
  async (job) => {
    const checked = parseJob(job);
    const jobId = jobIdOf(checked);
    if (group.cancel(jobId) || !keeper.isAwake()) return;
    await run(queueOf(checked), (queue) => queue.remove(jobId));
    // It may have started between the two looks. A job that runs in another process reads its row.
    group.cancel(jobId);
  };

const createClose =
  ({ store, keeper, producers, group }: Parts): JobQueue['close'] =>
  async (timeoutMs) => {
    keeper.stop();
    await settlesWithin(group.close(timeoutMs), timeoutMs + WORKERS_GRACE_MS);
    await settlesWithin(producers.close(), PRODUCERS_GRACE_MS);
    await settlesWithin(store.close(), STORE_GRACE_MS);
  };

const createParts = ({ store, prefix, logger, now, options }: Required<Settings>): Parts => {
  const logTrouble = createTroubleLog({ logger, now });
  const merged = { ...DEFAULT_QUEUE_OPTIONS, ...options };
  const shared = {
    store,
    prefix,
    logger,
    now,
    logTrouble,
    options: merged,
    onTrouble: () => keeper.look(),
  };
  const producers = createProducers(shared);
  const group = createWorkerGroup({ ...shared, producers });
  const keeper: StoreKeeper = createStoreKeeper({ ...shared, onReady: group.ensure });
  return { store, options: merged, keeper, producers, group };
};

type Settings = {
  store: QueueStore;
  /** Redis key prefix. PostgreSQL keeps sites apart by schema. */
  prefix: string;
  logger: Logger;
  now?: () => number;
  options?: Partial<QueueOptions>;
};

/** The job queue over BullMQ, on any of the three stores. */
export const createBullMqQueue = ({
  now = Date.now,
  options = {},
  ...rest
}: Settings): JobQueue => {
  const parts = createParts({ ...rest, now, options });
  const { store, keeper, group } = parts;
  const run = createCommand(parts);
  let closing: Promise<void> | null = null;
  const close = createClose(parts);

  return {
    open: keeper.start,
    whenReady: (timeoutMs) => keeper.ready({ timeoutMs, acceptsOutage: true }),
    health: () => {
      const { state, message } = keeper.condition();
      const isWorking =
        state === 'ready' && (keeper.isAwake() ? group.isComplete() : group.isWanted());
      return { state, store: store.name, message, isWorking };
    },
    add: async (job) => {
      const checked = parseJob(job);
      await run(queueOf(checked), (queue) =>
        queue.add(checked.name, { id: checked.id }, jobOptions(checked, parts.options)),
      );
    },
    work: (handlers, accounts) => {
      group.want(handlers, accounts);
      keeper.look();
    },
    cancel: createCancel({ parts, run }),
    counts: createCounts({ parts, run }),
    close: (timeoutMs) => {
      closing ??= close(timeoutMs);
      return closing;
    },
  };
};
