import type { JobHandlers } from '../ports/job-queue';
import type { Logger } from '../ports/runtime';
import { createQueueWorker, type QueueWorker } from './bullmq-worker';
import { accountQueue, RUNS_QUEUE } from './jobs';
import type { Producers } from './producers';
import type { QueueOptions } from './queue-options';
import type { QueueStore } from './stores/queue-store';
import type { TroubleLog } from './trouble-log';

type Options = {
  store: QueueStore;
  prefix: string;
  options: QueueOptions;
  logger: Logger;
  logTrouble: TroubleLog;
  now: () => number;
  producers: Producers;
  onTrouble: () => void;
};

export type WorkerGroup = ReturnType<typeof createWorkerGroup>;

/** One worker per queue. What is wanted is kept apart from what runs, so that an outage only delays it. */
export const createWorkerGroup = (deps: Options) => {
  const wanted = new Map<string, number>();
  const workers = new Map<string, QueueWorker>();
  const ready = new Set<string>();
  let handlers: JobHandlers | null = null;
  let isClosing = false;
  let lastEnsure: Promise<void> = Promise.resolve();

  const start = async (queueName: string, concurrency: number, given: JobHandlers) => {
    deps.store.reserve(wanted.size);
    const worker = createQueueWorker({ ...deps, queueName, concurrency, handlers: given });
    // Before it is ready, so that a close in between finds it.
    workers.set(queueName, worker);
    try {
      await worker.ready();
      ready.add(queueName);
    } catch (error) {
      workers.delete(queueName);
      await worker.close(0);
      throw error;
    }
  };

  const ensureNow = async () => {
    for (const [queueName, concurrency] of wanted) {
      if (isClosing || !handlers) return;
      const worker = workers.get(queueName);
      if (worker) worker.setConcurrency(concurrency);
      else await start(queueName, concurrency, handlers);
    }
  };

  return {
    want: (given: JobHandlers, accounts: Record<string, number>) => {
      handlers ??= given;
      wanted.set(RUNS_QUEUE, deps.options.runsConcurrency);
      for (const [account, concurrency] of Object.entries(accounts)) {
        wanted.set(accountQueue(account), concurrency);
      }
    },
    isWanted: () => handlers !== null,
    isComplete: () => handlers !== null && ready.size === wanted.size,
    queueNames: () => [...wanted.keys()],
    /** Starts the workers that are wanted and do not run. Throws `queue_down`; the next call goes on. */
    ensure: (): Promise<void> => {
      lastEnsure = lastEnsure.then(ensureNow, ensureNow);
      return lastEnsure;
    },
    /** False when the job does not run in this process. */
    cancel: (jobId: string) => [...workers.values()].some((worker) => worker.cancel(jobId)),
    close: async (timeoutMs: number) => {
      isClosing = true;
      await Promise.all([...workers.values()].map((worker) => worker.close(timeoutMs)));
    },
  };
};
