import {
  ConnectionClosedError,
  PostgresConnection,
  PostgresQueueBackend,
  runMigrations,
  type BackendFactory,
} from 'bullmq';
import { ArticleImagesError } from '../../domain/errors';
import type { Logger } from '../../ports/runtime';
import { withDeadline } from '../deadline';
import { createEmbeddedPool } from './embedded-pool';
import { readEmbeddedSeed } from './embedded-seed';
import { startEmbeddedThread, type EmbeddedThread } from './embedded-thread';
import type { QueueStore } from './queue-store';

/** BullMQ's own default; nobody else lives in this database. */
const SCHEMA = 'bullmq';
/** Without a seed the opening runs initdb: 1 to 2 s on a quiet machine, several times that on a small server. */
const OPEN_TIMEOUT_MS = 30_000;
const PING_TIMEOUT_MS = 5_000;

const queueDown = (what: string, cause: unknown) =>
  new ArticleImagesError(
    'queue_down',
    `The embedded queue ${what} (${cause instanceof Error ? cause.message : String(cause)}). ` +
      'It is started again by itself; if that goes on, set the queue store to "postgres" or "redis".',
    { cause },
  );

type Options = {
  logger: Logger;
  /** Where the prepared data directory is, when not beside the bundle. */
  seedPath?: string;
  /** A folder instead of memory: only for measuring the difference. */
  dataDir?: string;
};

/** Keeps one thread with one database, and starts another after the first ended. */
const createDatabase = ({ logger, seedPath, dataDir }: Options) => {
  let thread: EmbeddedThread | null = null;
  let onChange: (isBack: boolean) => void = () => undefined;

  const pool = createEmbeddedPool(async (text, params) => {
    if (!thread) throw new ConnectionClosedError('The embedded queue is not open.');
    return thread.query(text, params);
  });

  const start = async (seed: Buffer | undefined) => {
    const fresh = startEmbeddedThread({
      seed,
      dataDir,
      onNotification: pool.notify,
      onTrouble: (error) => logger.warn(queueDown('could not clean up', error).message),
      onExit: (error) => {
        if (thread === fresh) thread = null;
        pool.fail(error);
        onChange(false);
      },
    });
    const prepare = async () => {
      await fresh.opened;
      await runMigrations({ query: fresh.query }, SCHEMA);
      await fresh.query(`SET search_path TO ${SCHEMA}`);
    };
    try {
      const message = 'The embedded queue took too long to start.';
      await withDeadline({ work: prepare(), timeoutMs: OPEN_TIMEOUT_MS, message });
    } catch (error) {
      await fresh.terminate();
      throw error;
    }
    thread = fresh;
  };

  return {
    pool,
    isOpen: () => thread !== null,
    open: async () => {
      const seed = readEmbeddedSeed(seedPath);
      if (!seed) return start(undefined);
      return start(seed).catch(async (error: unknown) => {
        logger.warn(
          queueDown('could not use its prepared data and makes them anew', error).message,
        );
        await start(undefined);
      });
    },
    onChange: (listener: (isBack: boolean) => void) => {
      onChange = listener;
    },
    close: async () => {
      const last = thread;
      thread = null;
      await last?.terminate();
    },
  };
};

/**
 * PostgreSQL inside the process (PGlite in a thread, in memory): needs no server and leaves nothing behind. Its jobs end
 * with the process; the rows of images and runs refill it.
 */
export const createEmbeddedStore = (options: Options): QueueStore => {
  const database = createDatabase(options);
  const { pool } = database;

  const backend: BackendFactory = (name, opts) =>
    new PostgresQueueBackend(new PostgresConnection(pool), name, { ...opts, connection: pool });

  const ping = async () => {
    const work = pool.query('SELECT 1');
    const message = 'The embedded queue does not answer.';
    await withDeadline({ work, timeoutMs: PING_TIMEOUT_MS, message });
  };

  const open = async () => {
    if (database.isOpen()) return ping();
    try {
      return await database.open();
    } catch (error) {
      throw queueDown('did not start', error);
    }
  };

  return {
    name: 'embedded',
    opensOnDemand: true,
    backend,
    open,
    ping,
    // One session serves everybody.
    reserve: () => undefined,
    onChange: database.onChange,
    close: database.close,
  };
};
