import { toArticleImagesError } from '../../server/src/domain/errors';
import type { JobHandlers, JobQueue, QueueJob } from '../../server/src/ports/job-queue';

type Waiting = QueueJob & { attempt: number };

/**
 * A queue in memory that runs one job at a time, in order, with three attempts. `lose()` forgets everything it holds, as
 * a store that crashed would.
 */
export const createMemoryQueue = ({ attempts = 3 } = {}) => {
  let waiting: Waiting[] = [];
  let handlers: JobHandlers | null = null;
  let running: { job: Waiting; controller: AbortController } | null = null;
  const added: QueueJob[] = [];
  const isSame = (one: QueueJob, other: QueueJob) => one.name === other.name && one.id === other.id;

  const runNext = async (): Promise<void> => {
    const job = waiting.shift();
    if (!job || !handlers) return;
    const controller = new AbortController();
    running = { job, controller };
    const isLastAttempt = job.attempt >= attempts;
    try {
      const { signal } = controller;
      await handlers[job.name](job.id, { signal, attempt: job.attempt, isLastAttempt });
    } catch (cause) {
      const error = toArticleImagesError(cause);
      if (error.isRetryable && !isLastAttempt) waiting.push({ ...job, attempt: job.attempt + 1 });
    } finally {
      running = null;
    }
  };

  const queue: JobQueue = {
    open: () => undefined,
    whenReady: async () => undefined,
    health: () => ({
      state: 'ready',
      store: 'embedded',
      message: null,
      isWorking: handlers !== null,
    }),
    async add(job) {
      added.push(job);
      const exists =
        waiting.some((one) => isSame(one, job)) || (running && isSame(running.job, job));
      if (!exists) waiting.push({ ...job, attempt: 1 });
    },
    work: (given) => {
      handlers = given;
    },
    async cancel(job) {
      waiting = waiting.filter((one) => !isSame(one, job));
      if (running && isSame(running.job, job)) running.controller.abort();
    },
    counts: async () => ({
      waiting: waiting.length,
      active: running ? 1 : 0,
      delayed: 0,
      failed: 0,
    }),
    close: async () => undefined,
  };

  return {
    queue,
    added,
    runNext,
    /** Runs jobs until none waits. */
    async drain(): Promise<void> {
      while (waiting.length > 0) await runNext();
    },
    lose: () => {
      waiting = [];
    },
  };
};
