import { ConnectionClosedError } from 'bullmq';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import {
  DATA_DIR,
  INITDB_PARAMS,
  MAINTENANCE_EVERY_STATEMENTS,
  POSTGRES_CONF,
} from './embedded-database';
import { EMBEDDED_THREAD_SOURCE } from './embedded-thread-source';

/** An error as it crosses the thread's border: BullMQ reads `code` and `detail`. */
type ErrorFacts = { message: string; code?: string; detail?: string; constraint?: string };

type Rows = { rows: never[]; rowCount: number };

type Message =
  | { opened: true | ErrorFacts }
  | { trouble: ErrorFacts }
  | { channel: string; payload: string }
  | ({ id: number; error: ErrorFacts } | ({ id: number } & Rows));

type ThreadOptions = {
  /** A brotli-compressed data directory that spares the thread an `initdb`. */
  seed?: Buffer;
  /** A folder instead of memory: only for measuring the difference. */
  dataDir?: string;
  onNotification(notification: { channel: string; payload: string }): void;
  /** Cleaning up failed; the database still answers. */
  onTrouble(error: Error): void;
  /** The thread ended without having been asked to; every open call has been rejected. */
  onExit(error: Error): void;
};

export type EmbeddedThread = {
  opened: Promise<void>;
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number }>;
  terminate(): Promise<void>;
};

const asError = ({ message, ...facts }: ErrorFacts): Error =>
  Object.assign(new Error(message), facts);

const startWorker = ({ seed, dataDir = DATA_DIR }: ThreadOptions) =>
  new Worker(EMBEDDED_THREAD_SOURCE, {
    eval: true,
    // The host's loaders and inspectors have no business in here.
    execArgv: [],
    // A small heap is collected often: what PGlite copies per statement would otherwise pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
    workerData: {
      // Resolved here, because a thread made from a string has no folder of its own to resolve from.
      pglite: createRequire(import.meta.url).resolve('@electric-sql/pglite'),
      dataDir,
      seed,
      initDbStartParams: INITDB_PARAMS,
      postgresqlconf: POSTGRES_CONF,
      maintenanceEvery: MAINTENANCE_EVERY_STATEMENTS,
    },
  });

type Call = { resolve(rows: Rows): void; reject(error: Error): void };

/** Statements that wait for their answer, by number. */
const createCalls = () => {
  const calls = new Map<number, Call>();
  let lastId = 0;
  return {
    add: (send: (id: number) => void) =>
      new Promise<Rows>((resolve, reject) => {
        lastId += 1;
        calls.set(lastId, { resolve, reject });
        send(lastId);
      }),
    take: (id: number) => {
      const call = calls.get(id);
      calls.delete(id);
      return call;
    },
    rejectAll: (error: Error) => {
      for (const call of calls.values()) call.reject(error);
      calls.clear();
    },
  };
};

/** Runs PGlite in a thread of its own, so that no statement holds up the server's event loop. */
export const startEmbeddedThread = (options: ThreadOptions): EmbeddedThread => {
  const worker = startWorker(options);
  const calls = createCalls();
  let ended: Error | null = null;

  const opened = new Promise<void>((resolve, reject) => {
    const end = (error: Error) => {
      if (ended) return;
      // BullMQ waits and tries again after an error of this kind.
      ended = new ConnectionClosedError(error.message, error);
      calls.rejectAll(ended);
      reject(error);
      options.onExit(error);
    };
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`The queue's thread ended with code ${code}.`)));
    worker.on('message', (message: Message) => {
      if ('opened' in message) {
        if (message.opened === true) resolve();
        else reject(asError(message.opened));
      } else if ('trouble' in message) options.onTrouble(asError(message.trouble));
      else if ('channel' in message) options.onNotification(message);
      else if ('error' in message) calls.take(message.id)?.reject(asError(message.error));
      else calls.take(message.id)?.resolve({ rows: message.rows, rowCount: message.rowCount });
    });
  });
  // Whoever opens the store awaits it; a thread that is ended before then must not count as unhandled.
  opened.catch(() => undefined);

  return {
    opened,
    query: (text, params = []) =>
      ended ? Promise.reject(ended) : calls.add((id) => worker.postMessage({ id, text, params })),
    terminate: async () => {
      ended ??= new ConnectionClosedError('The queue is closed.');
      calls.rejectAll(ended);
      await worker.terminate();
    },
  };
};
