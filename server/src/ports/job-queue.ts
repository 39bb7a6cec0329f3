/** The catalogue of jobs. A payload is an id and nothing else: the row is the truth, the queue is disposable. */
export const JOB_NAMES = ['plan-images', 'generate-image', 'attach-images'] as const;
export type JobName = (typeof JOB_NAMES)[number];

export type QueueJob = {
  name: JobName;
  /** documentId of the run (`plan-images`, `attach-images`) or of the image (`generate-image`). */
  id: string;
  /** The provider account whose queue and limits apply; only for `generate-image`. */
  account?: string;
  delayMs?: number;
  /** 1 is first. Manual before publish before bulk. */
  priority?: number;
};

export type JobContext = {
  /**
   * Raised when the job is cancelled, when the process closes and when another worker took the job over. `signal.reason`
   * is an ArticleImagesError: `cancelled` in the first case, `queue_down` in the others, where the row must stay as it is.
   */
  signal: AbortSignal;
  /** 1 for the first try. */
  attempt: number;
  /**
   * After this attempt the queue gives up: the handler must leave the row in a final state. True too for the one try that
   * follows `timeout` or `outcome_unknown`. A `rate_limited` uses up no attempt, the last included: the job comes back.
   */
  isLastAttempt: boolean;
};

export type JobHandlers = Record<JobName, (id: string, context: JobContext) => Promise<void>>;

export type StoreName = 'embedded' | 'postgres' | 'redis';

export type QueueHealth = {
  state: 'closed' | 'starting' | 'ready' | 'down';
  store: StoreName;
  /** Why it is down and what to do, for operators; null when ready. */
  message: string | null;
  isWorking: boolean;
};

/** Adds and runs jobs at least once. Adding a job that waits or runs already changes nothing. */
export interface JobQueue {
  /** Opens the store in the background and keeps trying; never throws, `health()` tells. */
  open(): void;
  /** Resolves when the store is ready; rejects with `queue_down` after `timeoutMs`. */
  whenReady(timeoutMs: number): Promise<void>;
  health(): QueueHealth;
  /**
   * Throws `queue_down` when the store is away; the row stays and the reconciler adds it later. Throws `invalid_request`
   * for an id, account, delay or priority that no worker could read back.
   */
  add(job: QueueJob): Promise<void>;
  /**
   * `accounts` maps provider accounts to how many calls may run at once in this process. May be called again with more
   * accounts or other numbers; the handlers of the first call stay.
   */
  work(handlers: JobHandlers, accounts: Record<string, number>): void;
  /**
   * Removes a waiting job or aborts one that runs in this process; one that runs in another ends by its row. Throws
   * `queue_down` when the store is away and the job does not run here.
   */
  cancel(job: QueueJob): Promise<void>;
  /** Jobs by state over all queues this process knows, for the status page and tests. Throws `queue_down`. */
  counts(): Promise<{ waiting: number; active: number; delayed: number; failed: number }>;
  /** Stops taking jobs, waits for running ones up to `timeoutMs`, then aborts them; closes every connection. */
  close(timeoutMs: number): Promise<void>;
}
