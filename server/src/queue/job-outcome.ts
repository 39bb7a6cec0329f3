import type { ArticleImagesError } from '../domain/errors';
import type { QueueOptions } from './queue-options';

/** Money may have been spent: one more try, not three. */
const UNCERTAIN: readonly string[] = ['timeout', 'outcome_unknown'];

/** What BullMQ remembers of a job between its tries. */
export type TriesSoFar = {
  /** Tries that failed. */
  attemptsMade: number;
  /** Code of the last failure, or nothing. */
  failedReason?: string;
};

export type Outcome =
  /** The account rests and the job waits; no try is consumed. */
  { kind: 'rest'; restMs: number } | { kind: 'retry'; waitMs: number | null } | { kind: 'give-up' };

/** 1 for the first try; whether the queue gives up after this one. */
export const attemptOf = (
  { attemptsMade, failedReason }: TriesSoFar,
  { attempts }: QueueOptions,
) => ({
  attempt: attemptsMade + 1,
  isLastAttempt:
    attemptsMade + 1 >= attempts ||
    (failedReason !== undefined && UNCERTAIN.includes(failedReason)),
});

/** What becomes of a job whose handler threw. */
export const outcomeOf = (
  error: ArticleImagesError,
  { tries, options }: { tries: TriesSoFar; options: QueueOptions },
): Outcome => {
  if (error.code === 'rate_limited' && error.isRetryable) {
    const asked = error.retryAfterMs ?? options.rateLimitFallbackMs;
    return { kind: 'rest', restMs: Math.min(Math.max(asked, 1), options.rateLimitCapMs) };
  }
  if (!error.isRetryable || attemptOf(tries, options).isLastAttempt) return { kind: 'give-up' };
  const waitMs = error.retryAfterMs && Math.min(error.retryAfterMs, options.rateLimitCapMs);
  return { kind: 'retry', waitMs };
};

/** Exponential with jitter: between half and all of `backoffMs * 2^(attemptsMade - 1)`, capped. */
export const backoffMs = (
  attemptsMade: number,
  { options, random = Math.random }: { options: QueueOptions; random?: () => number },
): number => {
  const full = Math.min(options.backoffMs * 2 ** (attemptsMade - 1), options.backoffCapMs);
  return Math.round(full * (0.5 + random() / 2));
};
