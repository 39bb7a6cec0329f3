import { ConnectionClosedError, quoteSchemaName, type PostgresConnection } from 'bullmq';
import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { Pool, type PoolConfig } from 'pg';
import { settlesWithin } from '../deadline';
import { isConnectionLoss } from './postgres-errors';
import { queueTypes } from './postgres-types';

const END_TIMEOUT_MS = 200;
/** Every worker keeps one connection to listen on; with none to spare beside those, all of them would wait for ever. */
const SPARE_CONNECTIONS = 3;
const KEEP_ALIVE_MS = 10_000;

export type PostgresPoolOptions = {
  /** An address, or a `pg` configuration such as Strapi's own. */
  connection: string | PoolConfig;
  /** The queue's own schema, made when absent. */
  schema: string;
  /** A server that says nothing for this long is away. */
  answerTimeoutMs: number;
};

type BullMqPool = PostgresConnection['pool'];

export const configOf = (connection: string | PoolConfig): PoolConfig =>
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
  answerTimeoutMs,
  max,
  stream,
  onError,
}: PostgresPoolOptions & { max: number; stream: () => Socket; onError: () => void }) =>
  new Pool({
    application_name: 'article-images',
    ...configOf(connection),
    types: queueTypes,
    max,
    stream,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: answerTimeoutMs,
    onConnect: async (client) => {
      // A client in somebody's hands has no listener of the pool: its broken connection would end the process.
      client.on('error', onError);
      // BullMQ's statements name no schema. Set here and not by start options, which an address may carry too.
      await client.query(`SET search_path TO ${quoteSchemaName(schema)}`);
    },
  });

/** BullMQ waits and tries again after errors of this kind; any other would make it loop, or fail a job that was done. */
const asBullMqError = (error: unknown): unknown =>
  isConnectionLoss(error) ? new ConnectionClosedError(error.message, error) : error;

/** The pool as BullMQ sees it. */
const createBullMqPool = ({ pool, onError }: { pool: Pool; onError: () => void }): BullMqPool => {
  const guarded = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      if (isConnectionLoss(error)) onError();
      throw asBullMqError(error);
    }
  };
  // Each queue and worker adds a listener.
  const events = new EventEmitter().setMaxListeners(0);
  pool.on('error', (error) => {
    if (events.listenerCount('error') > 0) events.emit('error', error);
  });
  return Object.assign(events, {
    connect: () => guarded(pool.connect()),
    query: async <Row>(text: string, params: readonly unknown[] = []) => {
      const { rows, rowCount } = await guarded(pool.query(text, params.slice()));
      return { rows: rows as Row[], rowCount };
    },
    end: () => pool.end(),
  });
};

/** One pool for all queues and workers, that grows with them. */
export const createSharedPool = (options: PostgresPoolOptions) => {
  const sockets = createSockets();
  let onChange: (isBack: boolean) => void = () => undefined;
  let max = SPARE_CONNECTIONS;
  let pools: { raw: Pool; forBullMq: BullMqPool } | null = null;

  const open = () => {
    if (pools) return pools;
    const onError = () => onChange(false);
    const raw = createPool({ ...options, max, stream: sockets.make, onError });
    raw.on('error', onError);
    pools = { raw, forBullMq: createBullMqPool({ pool: raw, onError }) };
    return pools;
  };

  return {
    raw: () => open().raw,
    forBullMq: () => open().forBullMq,
    breakConnections: sockets.destroyAll,
    reserve: (workers: number) => {
      max = Math.max(max, workers + SPARE_CONNECTIONS);
      if (pools) pools.raw.options.max = max;
    },
    onChange: (listener: (isBack: boolean) => void) => {
      onChange = listener;
    },
    close: async () => {
      if (pools) await settlesWithin(pools.raw.end(), END_TIMEOUT_MS);
      sockets.destroyAll();
    },
  };
};
