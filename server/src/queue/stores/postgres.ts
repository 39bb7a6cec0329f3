import {
  assertSchemaCompatibility,
  LATEST_SCHEMA_VERSION,
  PostgresConnection,
  PostgresQueueBackend,
  quoteSchemaName,
  runMigrations,
  SchemaMigrationRequiredError,
  type BackendFactory,
} from 'bullmq';
import { Socket } from 'node:net';
import { Pool, type PoolConfig } from 'pg';
import { settlesWithin, withDeadline } from '../deadline';
import { postgresDown } from './postgres-errors';
import type { QueueStore } from './queue-store';

const ANSWER_TIMEOUT_MS = 5_000;
const END_TIMEOUT_MS = 200;
/** Every worker keeps one connection to listen on; with none to spare beside those, all of them would wait for ever. */
const SPARE_CONNECTIONS = 3;
const KEEP_ALIVE_MS = 10_000;

export type PostgresStoreOptions = {
  /** An address, or a `pg` configuration such as Strapi's own. */
  connection: string | PoolConfig;
  /** The queue's own schema, made when absent. */
  schema: string;
};

const configOf = (connection: string | PoolConfig): PoolConfig =>
  typeof connection === 'string' ? { connectionString: connection } : connection;

/** Sockets by hand, because a pool cannot be ended while one of its connections hangs. */
const createSockets = () => {
  const sockets = new Set<Socket>();
  return {
    make: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    destroyAll: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};

const createPool = ({
  connection,
  schema,
  max,
  stream,
  onError,
}: PostgresStoreOptions & { max: number; stream: () => Socket; onError: () => void }) =>
  new Pool({
    application_name: 'article-images',
    ...configOf(connection),
    max,
    stream,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    onConnect: async (client) => {
      // A client in somebody's hands has no listener of the pool: its broken connection would end the process.
      client.on('error', onError);
      // BullMQ's statements name no schema. Set here and not by start options, which an address may carry too.
      await client.query(`SET search_path TO ${quoteSchemaName(schema)}`);
    },
  });

/** Migrates only when needed: a user without the right to create may still use what is there. */
const prepareSchema = async ({ pool, schema }: { pool: Pool; schema: string }) => {
  const client = await pool.connect();
  try {
    const version = await assertSchemaCompatibility(client, schema).catch((error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return 0;
      throw error;
    });
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client, schema);
  } finally {
    client.release();
  }
};

/** PostgreSQL, by default Strapi's own database. Survives restarts of this process, and serves several processes. */
export const createPostgresStore = ({ connection, schema }: PostgresStoreOptions): QueueStore => {
  let onChange: (isBack: boolean) => void = () => undefined;
  let pool: Pool | null = null;
  let max = SPARE_CONNECTIONS;
  const sockets = createSockets();

  const down = (cause: unknown) => postgresDown({ cause, config: configOf(connection), schema });

  const openPool = (): Pool => {
    if (pool) return pool;
    const onError = () => onChange(false);
    pool = createPool({ connection, schema, max, stream: sockets.make, onError });
    // Each queue and worker adds a listener.
    pool.setMaxListeners(0);
    pool.on('error', onError);
    return pool;
  };

  const backend: BackendFactory = (name, opts, factoryOptions) => {
    const shared = openPool();
    // BullMQ takes the schema from a configuration only, and we hand it a pool to share.
    const own = Object.assign(new PostgresConnection(shared), { schema });
    const label = factoryOptions?.withBlockingConnection ? `article-images ${name}` : undefined;
    return new PostgresQueueBackend(own, name, { ...opts, connection: shared }, true, label);
  };

  const guarded = async (work: Promise<unknown>) => {
    const message = `it did not answer within ${ANSWER_TIMEOUT_MS / 1000} s`;
    await withDeadline({ work, timeoutMs: ANSWER_TIMEOUT_MS * 2, message }).catch(
      (error: unknown) => {
        throw down(error);
      },
    );
  };

  return {
    name: 'postgres',
    opensOnDemand: false,
    backend,
    open: () => guarded(prepareSchema({ pool: openPool(), schema })),
    ping: () => guarded(openPool().query('SELECT 1')),
    reserve: (workers) => {
      max = Math.max(max, workers + SPARE_CONNECTIONS);
      if (pool) pool.options.max = max;
    },
    onChange: (listener) => {
      onChange = listener;
    },
    close: async () => {
      if (pool) await settlesWithin(pool.end(), END_TIMEOUT_MS);
      sockets.destroyAll();
    },
  };
};
