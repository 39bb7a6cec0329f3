import { Worker } from 'bullmq';
import { isErrorCode } from '../../../shared/error-codes';
import type { JobHandlers } from '../ports/job-queue';
import type { Logger } from '../ports/runtime';
import { settlesWithin, withDeadline } from './deadline';
import { backoffMs } from './job-outcome';
import { abortReasons, createJobRunner, type RetryError } from './job-runner';
import { RUNS_QUEUE } from './jobs';
import type { QueueOptions } from './queue-options';
import { createRunningJobs } from './running-jobs';
import type { QueueStore } from './stores/queue-store';
import type { TroubleLog } from './trouble-log';

/** Far above what one account can do: BullMQ honours a rate limit only where a limiter is configured. */
const LIMITER = { max: 1_000_000, duration: 1_000 };
/** How long handlers have to leave after their signal. */
const ABORT_GRACE_MS = 1_000;

type Options = {
  queueName: string;
  concurrency: number;
  handlers: JobHandlers;
  store: QueueStore;
  prefix: string;
  options: QueueOptions;
  logger: Logger;
  logTrouble: TroubleLog;
  now: () => number;
  /** A connection of the worker failed. */
  onTrouble: () => void;
};

export type QueueWorker = ReturnType<typeof createQueueWorker>;

const waitOf = (error: (Error & Partial<RetryError>) | undefined): number => error?.waitMs ?? 0;

/** The longest rest asked for counts: a second refusal must not shorten the first one's. */
const createRest = ({
  now,
  rateLimit,
}: {
  now: () => number;
  rateLimit(ms: number): Promise<void>;
}) => {
  let until = 0;
  return async (restMs: number) => {
    until = Math.max(until, now() + restMs);
    await rateLimit(until - now());
  };
};

const workerOptions = ({ concurrency, prefix, options, queueName }: Options) => ({
  // The store's backend has its own; BullMQ asks for something here.
  connection: {},
  prefix,
  concurrency,
  lockDuration: options.lockMs,
  stalledInterval: options.stalledIntervalMs,
  maxStalledCount: options.maxStalledCount,
  runRetryDelay: options.runRetryMs,
  settings: {
    backoffStrategy: (attemptsMade: number, _type?: string, error?: Error) =>
      Math.max(backoffMs(attemptsMade, { options }), waitOf(error)),
  },
  ...(queueName === RUNS_QUEUE ? {} : { limiter: LIMITER }),
});

/** Takes the jobs of one queue and runs them, `concurrency` at once, until closed. */
export const createQueueWorker = (deps: Options) => {
  const { queueName, store, options, logger, logTrouble, now } = deps;
  const running = createRunningJobs();
  let isClosing = false;

  const isShared = queueName === RUNS_QUEUE;
  const restQueue = createRest({ now, rateLimit: (ms) => worker.rateLimit(ms) });
  const run = createJobRunner({
    handlers: deps.handlers,
    running,
    options,
    logger,
    isClosing: () => isClosing,
    restQueue: isShared ? null : restQueue,
  });
  const worker = new Worker(
    queueName,
    (job, token) => run(job, token),
    workerOptions(deps),
    store.backend,
  );

  worker.on('error', (error) => {
    logTrouble(`Queue worker ${queueName}`, error);
    deps.onTrouble();
  });
  worker.on('lockRenewalFailed', (jobIds) => {
    for (const jobId of jobIds) running.abort(jobId, abortReasons.lockLost());
  });
  worker.on('failed', (job, { message }) => {
    // Our own failures carry a code and are logged where they happened; this is BullMQ's word on dead workers.
    if (!isErrorCode(message)) logger.error(`${job?.id} of ${queueName} ended: ${message}`);
  });

  return {
    /** Throws `queue_down` when the worker cannot start; it must be closed then, for BullMQ never tries again. */
    ready: () =>
      withDeadline({
        work: worker.waitUntilReady(),
        timeoutMs: options.commandTimeoutMs,
        message: `The queue store (${store.name}) does not answer the worker of ${queueName}.`,
      }),
    setConcurrency: (concurrency: number) => {
      worker.concurrency = concurrency;
    },
    isRunning: () => worker.isRunning(),
    /** False when the job does not run in this process. */
    cancel: (jobId: string) => running.abort(jobId, abortReasons.cancelled()),
    /** Takes no more jobs, waits for those that run, then raises their signals and puts them back in line. */
    close: async (timeoutMs: number) => {
      isClosing = true;
      // Ends the timer that looks for stalled jobs, which close() leaves for last.
      await worker.pause(true);
      const closing = worker.close();
      if (await settlesWithin(closing, timeoutMs)) return;
      running.abortAll(abortReasons.shutdown());
      if (await settlesWithin(closing, ABORT_GRACE_MS)) return;
      // close() waits for handlers without end, and only then stops renewing their locks.
      await worker['lockManager'].close();
      if (running.ids().length === 0) return;
      logger.warn(`${running.ids().join(', ')}: not stopped in time; run again in a minute.`);
    },
  };
};
