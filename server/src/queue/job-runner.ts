import { DelayedError, RateLimitError, UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import type { JobHandlers } from '../ports/job-queue';
import type { Logger } from '../ports/runtime';
import { attemptOf, outcomeOf, type Outcome } from './job-outcome';
import { parseStoredJob } from './jobs';
import type { QueueOptions } from './queue-options';
import type { RunningJobs } from './running-jobs';

/** Why a signal was raised, as `signal.reason`; each leads the job somewhere else. */
export const abortReasons = {
  cancelled: () => new ArticleImagesError('cancelled', 'The job was cancelled.'),
  shutdown: () =>
    new ArticleImagesError(
      'queue_down',
      'The server is shutting down; the job waits for the next.',
    ),
  lockLost: () =>
    new ArticleImagesError('queue_down', 'This worker was silent for too long and lost the job.'),
};

/** The wait that a failed try asks for, read by the worker's backoff strategy. */
export type RetryError = Error & { waitMs: number | null };

type Options = {
  handlers: JobHandlers;
  running: RunningJobs;
  options: QueueOptions;
  logger: Logger;
  isClosing: () => boolean;
  /** Lets every job of the queue rest; null where a limit concerns one job only. */
  restQueue: ((restMs: number) => Promise<void>) | null;
};

/** Puts a job back in line as it was; no try is consumed. */
const putBack = async (job: Job, token: string): Promise<never> => {
  await job.moveToWait(token);
  throw new WaitingError();
};

const describe = (outcome: Outcome): string => {
  if (outcome.kind === 'rest') return `The account rests ${outcome.restMs} ms.`;
  return outcome.kind === 'retry' ? 'It is tried again.' : 'It is not tried again.';
};

/** Runs BullMQ's jobs with our handlers, and tells BullMQ in its own errors what our error means. */
export const createJobRunner = (deps: Options) => {
  const { handlers, running, options, logger } = deps;

  const rest = async ({ job, token, restMs }: { job: Job; token: string; restMs: number }) => {
    if (deps.restQueue) {
      await deps.restQueue(restMs);
      throw new RateLimitError();
    }
    await job.moveToDelayed(Date.now() + restMs, token);
    throw new DelayedError();
  };

  /** Only the code goes to the store: messages may quote what a service said. */
  const fail = async ({ job, token, error }: { job: Job; token: string; error: unknown }) => {
    const known = toArticleImagesError(error);
    const outcome = outcomeOf(known, { tries: job, options });
    const { attempt } = attemptOf(job, options);
    const line = `${job.id}, try ${attempt} of ${options.attempts}: ${known.code}: ${known.message} ${describe(outcome)}`;
    if (outcome.kind === 'give-up') {
      logger.error(line);
      throw new UnrecoverableError(known.code);
    }
    logger.warn(line);
    if (outcome.kind === 'rest') return rest({ job, token, restMs: outcome.restMs });
    const retry: RetryError = Object.assign(new Error(known.code), { waitMs: outcome.waitMs });
    throw retry;
  };

  const abandon = async ({ job, token, reason }: { job: Job; token: string; reason: Error }) => {
    logger.info(`${job.id}: ${reason.message}`);
    const isCancelled = reason instanceof ArticleImagesError && reason.code === 'cancelled';
    if (isCancelled) throw new UnrecoverableError(reason.code);
    await putBack(job, token);
  };

  const parse = (job: Job) => {
    try {
      return parseStoredJob(job);
    } catch (error) {
      const { code, message } = toArticleImagesError(error);
      logger.error(`${job.id}: ${message}`);
      throw new UnrecoverableError(code);
    }
  };

  return async (job: Job, token = ''): Promise<void> => {
    // Fetched in the moment of closing.
    if (deps.isClosing()) await putBack(job, token);
    const { name, id } = parse(job);
    const jobId = job.id ?? '';
    const signal = running.start(jobId);
    try {
      await handlers[name](id, { signal, ...attemptOf(job, options) });
    } catch (error) {
      if (!signal.aborted) await fail({ job, token, error });
    } finally {
      running.end(jobId, signal);
    }
    // A handler may also end without a word when its signal is raised; whether work is left, its row knows.
    if (signal.aborted) await abandon({ job, token, reason: signal.reason });
  };
};
