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
  signal: AbortSignal;
  /** 1 for the first try. */
  attempt: number;
  /** After this attempt the queue gives up: the handler must leave the row in a final state. */
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
  /** Throws `queue_down` when the store is away; the row stays and the reconciler adds it later. */
  add(job: QueueJob): Promise<void>;
  /** `accounts` maps provider accounts to how many calls may run at once. May be called again with more accounts. */
  work(handlers: JobHandlers, accounts: Record<string, number>): void;
  /** Removes a waiting job or aborts a running one. */
  cancel(job: QueueJob): Promise<void>;
  /** Jobs by state over all queues, for the status page and tests. */
  counts(): Promise<{ waiting: number; active: number; delayed: number; failed: number }>;
  /** Stops taking jobs, waits for running ones up to `timeoutMs`, then aborts them; closes every connection. */
  close(timeoutMs: number): Promise<void>;
}
