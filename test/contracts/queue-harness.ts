import { ArticleImagesError } from '../../server/src/domain/errors';
import type { JobContext, JobHandlers, JobName, JobQueue } from '../../server/src/ports/job-queue';
import { createBullMqQueue } from '../../server/src/queue/bullmq-queue';
import type { QueueOptions } from '../../server/src/queue/queue-options';
import type { QueueStore } from '../../server/src/queue/stores/queue-store';

/** A second of the real thing takes a few milliseconds here. */
export const QUICK: Partial<QueueOptions> = {
  backoffMs: 40,
  backoffCapMs: 200,
  rateLimitCapMs: 1_000,
  rateLimitFallbackMs: 100,
  runRetryMs: 100,
  commandTimeoutMs: 3_000,
  pingIntervalMs: 200,
  reconnectMs: 100,
  reconnectCapMs: 400,
};

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Waits until `isTrue` holds; fails with `what` when it does not within `timeoutMs`. */
export const until = async (
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> => {
  const end = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    await sleep(10);
  }
};

export type Line = { level: 'debug' | 'info' | 'warn' | 'error'; message: string };

export const createRecordingLogger = () => {
  const lines: Line[] = [];
  const write = (level: Line['level']) => (message: string) => {
    lines.push({ level, message });
  };
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
};

export type Call = {
  name: JobName;
  id: string;
  at: number;
  attempt: number;
  isLastAttempt: boolean;
  signal: AbortSignal;
};

type Behaviour = (call: Call) => Promise<void>;

/** Handlers that record every call and then do what the test wants of them. */
export const createRecorder = (behave: Behaviour = async () => {}) => {
  const calls: Call[] = [];
  const handle = (name: JobName) => async (id: string, context: JobContext) => {
    const call = { name, id, at: Date.now(), ...context };
    calls.push(call);
    await behave(call);
  };
  const handlers: JobHandlers = {
    'plan-images': handle('plan-images'),
    'generate-image': handle('generate-image'),
    'attach-images': handle('attach-images'),
  };
  return { calls, handlers, ids: () => calls.map(({ id }) => id) };
};

/** A promise and its handle. */
export const createGate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

/** Ends only with the signal, by throwing its reason, as every honest handler does. */
export const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

export type TestQueue = JobQueue & { lines: Line[] };

const opened: JobQueue[] = [];

/** Closes what the test opened. Belongs before the place of the queues is removed. */
export const closeTestQueues = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((queue) => queue.close(0)));
};

/** A queue on a store, closed by `closeTestQueues`. */
export const createTestQueue = ({
  store,
  prefix,
  options,
}: {
  store: QueueStore;
  prefix: string;
  options?: Partial<QueueOptions>;
}): TestQueue => {
  const logger = createRecordingLogger();
  const queue = createBullMqQueue({
    store,
    prefix,
    logger,
    options: { ...QUICK, ...options },
  });
  opened.push(queue);
  return Object.assign(queue, { lines: logger.lines });
};

export const errorOf = async (work: Promise<unknown>): Promise<Error & { code?: string }> => {
  try {
    await work;
  } catch (error) {
    return error as Error & { code?: string };
  }
  throw new Error('Nothing was thrown.');
};

export const image = (
  id: string,
  more: { account?: string; delayMs?: number; priority?: number } = {},
) => ({ name: 'generate-image', id, account: 'openai', ...more }) as const;
export const plan = (id: string) => ({ name: 'plan-images', id }) as const;
export const attach = (id: string) => ({ name: 'attach-images', id }) as const;

export const fails = (
  code: 'rate_limited' | 'timeout' | 'policy' | 'provider_unavailable',
  retryAfterMs?: number,
) => new ArticleImagesError(code, `The service answered with ${code}.`, { retryAfterMs });

export type OpenQueue = (options?: Partial<QueueOptions>) => TestQueue;
