import {
  assertSchemaCompatibility,
  LATEST_SCHEMA_VERSION,
  PostgresConnection,
  PostgresQueueBackend,
  runMigrations,
  SchemaMigrationRequiredError,
  type BackendFactory,
} from 'bullmq';
import type { Pool } from 'pg';
import { withDeadline } from '../deadline';
import { postgresDown } from './postgres-errors';
import { createSharedPool, configOf, type PostgresPoolOptions } from './postgres-pool';
import type { QueueStore } from './queue-store';

const DEFAULT_ANSWER_TIMEOUT_MS = 5_000;
/** Migrations take a fraction of a second, unless another process runs them at the same moment. */
const MIGRATION_TIMEOUTS = 6;

/** What `createPostgresStore` takes; see there. */
export type PostgresStoreOptions = Pick<PostgresPoolOptions, 'connection' | 'schema'> &
  Partial<PostgresPoolOptions>;

/** Migrates only when needed: a user without the right to create may still use what is there. */
const prepareSchema = async ({ pool, schema }: { pool: Pool; schema: string }) => {
  const client = await pool.connect();
  let isBroken = true;
  try {
    const version = await assertSchemaCompatibility(client, schema).catch((error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return 0;
      throw error;
    });
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client, schema);
    isBroken = false;
  } finally {
    client.release(isBroken);
  }
};

/** PostgreSQL, by default Strapi's own database. Survives restarts of this process, and serves several processes. */
export const createPostgresStore = ({
  connection,
  schema,
  answerTimeoutMs = DEFAULT_ANSWER_TIMEOUT_MS,
}: PostgresStoreOptions): QueueStore => {
  const shared = createSharedPool({ connection, schema, answerTimeoutMs });

  const backend: BackendFactory = (name, opts, factoryOptions) => {
    const pool = shared.forBullMq();
    // BullMQ takes the schema from a configuration only, and we hand it a pool to share.
    const own = Object.assign(new PostgresConnection(pool), { schema });
    const label = factoryOptions?.withBlockingConnection ? `article-images ${name}` : undefined;
    return new PostgresQueueBackend(own, name, { ...opts, connection: pool }, true, label);
  };

  const answered = async ({ work, timeoutMs }: { work: Promise<unknown>; timeoutMs: number }) => {
    const message = `no answer within ${timeoutMs / 1000} s`;
    try {
      await withDeadline({ work, timeoutMs, message });
    } catch (error) {
      // Connections that nobody answers on would be waited for until the network gives them up, in minutes.
      shared.breakConnections();
      throw postgresDown({ cause: error, config: configOf(connection), schema });
    }
  };

  return {
    name: 'postgres',
    opensOnDemand: false,
    backend,
    open: () =>
      answered({
        work: prepareSchema({ pool: shared.raw(), schema }),
        timeoutMs: answerTimeoutMs * MIGRATION_TIMEOUTS,
      }),
    ping: () => answered({ work: shared.raw().query('SELECT 1'), timeoutMs: answerTimeoutMs }),
    reserve: shared.reserve,
    onChange: shared.onChange,
    close: shared.close,
  };
};
