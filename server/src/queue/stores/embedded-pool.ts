import { EventEmitter } from 'node:events';
import type { PostgresConnection } from 'bullmq';

type PgPool = PostgresConnection['pool'];
type PgPoolClient = Awaited<ReturnType<PgPool['connect']>>;
type Notification = { channel: string; payload: string };

type Query = (
  text: string,
  params: readonly unknown[],
) => Promise<{ rows: unknown[]; rowCount: number }>;

export type EmbeddedPool = PgPool & {
  /** Hands a NOTIFY to every client; BullMQ picks those of its queue. */
  notify(notification: Notification): void;
  /** Tells every client that its connection is gone, so that BullMQ listens anew. */
  fail(error: Error): void;
};

/** BullMQ keeps a worker asleep for long only when it can switch keepalive on, as it could on a socket. */
const socket = { stream: { setKeepAlive: () => undefined } };

/**
 * One PGlite as the `pg.Pool` that BullMQ knows. All clients share one session: BullMQ's statements are single function
 * calls, and its migrations, the only transactions, run before anybody else is let in.
 */
export const createEmbeddedPool = (query: Query): EmbeddedPool => {
  const clients = new Set<EventEmitter>();

  const run = async <Row>(text: string, params: readonly unknown[] = []) => {
    const { rows, rowCount } = await query(text, params);
    return { rows: rows as Row[], rowCount };
  };

  const connect = async (): Promise<PgPoolClient> => {
    const client = new EventEmitter();
    clients.add(client);
    return Object.assign(client, {
      connection: socket,
      query: run,
      release: () => {
        clients.delete(client);
      },
    });
  };

  // BullMQ adds a listener per queue and worker: many are no leak.
  return Object.assign(new EventEmitter().setMaxListeners(0), {
    connect,
    query: run,
    end: async () => clients.clear(),
    notify: (notification: Notification) => {
      for (const client of [...clients]) client.emit('notification', notification);
    },
    fail: (error: Error) => {
      for (const client of [...clients]) {
        // A client without a listener is between two uses: an `error` event would crash the process.
        if (client.listenerCount('error') > 0) client.emit('error', error);
      }
    },
  });
};
