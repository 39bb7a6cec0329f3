import { createRedisBackend, type BackendFactory } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { ArticleImagesError } from '../../domain/errors';
import { settlesWithin } from '../deadline';
import { redactUrls } from '../redact-urls';
import type { QueueStore } from './queue-store';

const DEFAULT_ANSWER_TIMEOUT_MS = 5_000;
const RECONNECT_MS = 1_000;
const RECONNECT_CAP_MS = 15_000;

const COMMON: RedisOptions = {
  lazyConnect: true,
  keepAlive: 10_000,
  connectionName: 'article-images',
  // BullMQ's workers insist on it: a job in hand outlives a short outage.
  maxRetriesPerRequest: null,
  retryStrategy: (times) => Math.min(RECONNECT_MS * 2 ** (times - 1), RECONNECT_CAP_MS),
};

/** Whoever adds work waits for an answer: no command is kept for later or sent twice. */
const PRODUCER: RedisOptions = {
  ...COMMON,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
};

const isRedisUrl = (url: string): boolean => {
  try {
    return ['redis:', 'rediss:'].includes(new URL(url).protocol);
  } catch {
    // Not an address at all.
    return false;
  }
};

/** What ioredis says of a broken connection means nothing to an operator. */
const wordsOf = ({ message }: Error): string =>
  message.includes("Stream isn't writeable") ? 'the connection broke' : message;

const untilReady = (client: Redis): Promise<void> =>
  new Promise((resolve, reject) => {
    if (client.status === 'ready') return resolve();
    client.once('ready', resolve);
    client.once('error', reject);
    // Otherwise ioredis is already trying, and says how it ended in one of the two events.
    if (client.status === 'wait') client.connect().catch(reject);
  });

/** Makes clients and remembers them, the copies included that BullMQ makes for its blocking reads. */
const createClients = (onChange: (isBack: boolean) => void) => {
  const clients = new Set<Redis>();

  const track = (client: Redis): Redis => {
    clients.add(client);
    client.on('end', () => clients.delete(client));
    // Without a listener ioredis prints; what went wrong is told by whoever waits for an answer.
    client.on('error', () => onChange(false));
    client.on('ready', () => onChange(true));
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (override) => track(duplicate(override));
    return client;
  };

  return {
    make: (url: string, options: RedisOptions) => track(new Redis(url, options)),
    disconnectAll: (shouldReconnect: boolean) => {
      for (const client of clients) client.disconnect(shouldReconnect);
    },
  };
};

type Options = {
  url: string;
  /** A server that says nothing for this long is away. */
  answerTimeoutMs?: number;
};

/** Redis or Valkey, one server. Survives restarts of this process, and serves several processes. */
export const createRedisStore = ({
  url,
  answerTimeoutMs = DEFAULT_ANSWER_TIMEOUT_MS,
}: Options): QueueStore => {
  let onChange: (isBack: boolean) => void = () => undefined;
  const clients = createClients((isBack) => onChange(isBack));
  let pair: { producer: Redis; consumer: Redis } | null = null;

  const down = (why: string, cause?: unknown) =>
    new ArticleImagesError(
      'queue_down',
      `Redis at ${redactUrls(url)} ${why}. Start Redis or correct the queue's Redis address; ` +
        'the work is kept and runs when it is back.',
      { cause },
    );

  const connected = () => {
    if (!isRedisUrl(url)) throw down('has no valid address: it must read redis://host:6379/0');
    const timeouts = { connectTimeout: answerTimeoutMs };
    pair ??= {
      producer: clients.make(url, { ...PRODUCER, ...timeouts }),
      consumer: clients.make(url, { ...COMMON, ...timeouts }),
    };
    return pair;
  };

  const backend: BackendFactory = (name, opts, factoryOptions) => {
    const { producer, consumer } = connected();
    const connection = factoryOptions?.withBlockingConnection ? consumer : producer;
    return createRedisBackend(name, { ...opts, connection }, factoryOptions);
  };

  const answered = async (work: Promise<unknown>) => {
    if (!(await settlesWithin(work, answerTimeoutMs))) {
      // A network that swallows everything tells nobody; new connections find out.
      clients.disconnectAll(true);
      throw down(`did not answer within ${answerTimeoutMs / 1000} s`);
    }
    await work.catch((error: Error) => {
      throw down(`cannot be reached (${wordsOf(error)})`, error);
    });
  };

  const ping = async () => answered(connected().producer.ping());

  const open = async () => {
    const { producer, consumer } = connected();
    await answered(Promise.all([untilReady(producer), untilReady(consumer)]));
    await ping();
  };

  return {
    name: 'redis',
    opensOnDemand: false,
    backend,
    open,
    ping,
    // Each worker brings a connection of its own.
    reserve: () => undefined,
    onChange: (listener) => {
      onChange = listener;
    },
    close: async () => clients.disconnectAll(false),
  };
};
