/** The queue's numbers. Tests use small ones. Milliseconds unless the name says otherwise. */
export type QueueOptions = {
  /** Tries per job, the first included. */
  attempts: number;
  /** Doubles with each try, less up to a half of chance, so that failures of one moment do not return in one moment. */
  backoffMs: number;
  backoffCapMs: number;
  /** The longest an account rests after `rate_limited`, whatever its service asks for. */
  rateLimitCapMs: number;
  /** The rest when the service names no time. */
  rateLimitFallbackMs: number;
  /** A worker that says nothing for this long is dead and loses its jobs. */
  lockMs: number;
  stalledIntervalMs: number;
  /** Deaths a job survives before the queue gives it up. */
  maxStalledCount: number;
  /** How soon a worker asks again after the store refused. */
  runRetryMs: number;
  /** Plans and attachments that run at once in this process. */
  runsConcurrency: number;
  /** The longest `add`, `cancel` and `counts` wait for the store. */
  commandTimeoutMs: number;
  pingIntervalMs: number;
  /** First and longest pause between two tries to reach the store. */
  reconnectMs: number;
  reconnectCapMs: number;
};

export const DEFAULT_QUEUE_OPTIONS: QueueOptions = {
  attempts: 4,
  backoffMs: 2_000,
  backoffCapMs: 60_000,
  rateLimitCapMs: 120_000,
  rateLimitFallbackMs: 10_000,
  lockMs: 60_000,
  stalledIntervalMs: 15_000,
  maxStalledCount: 3,
  runRetryMs: 2_000,
  runsConcurrency: 4,
  commandTimeoutMs: 5_000,
  pingIntervalMs: 10_000,
  reconnectMs: 1_000,
  reconnectCapMs: 15_000,
};
