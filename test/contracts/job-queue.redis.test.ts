import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRedisStore } from '../../server/src/queue/stores/redis';
import { describeJobQueue } from './job-queue.contract';
import { closeTestQueues, createTestQueue, image, until } from './queue-harness';
import { describeQueueOutage, type DistantPlace } from './queue-outage.contract';
import { describeQueueProcesses, type SharedPlace } from './queue-processes.contract';

const url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/9';
const { hostname: host, port, pathname } = new URL(url);
const mine = `test-${randomUUID()}`;
const newPrefix = () => `${mine}-${randomUUID()}`;
const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
redis.on('error', () => undefined);

beforeAll(async () => {
  await redis.connect().catch((cause: unknown) => {
    throw new Error(`No Redis at ${url}: run "npm run provision"`, { cause });
  });
});

afterAll(async () => {
  const keys = await redis.keys(`${mine}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

const createPlace = async (): Promise<SharedPlace & DistantPlace> => {
  const prefix = newPrefix();
  return {
    prefix,
    spec: { kind: 'redis', url },
    store: () => createRedisStore({ url }),
    server: { host, port: Number(port || 6379) },
    storeAt: (proxyPort) =>
      // Redis takes any password for its default user while it has none.
      createRedisStore({
        url: `redis://default:secret@127.0.0.1:${proxyPort}${pathname}`,
        answerTimeoutMs: 500,
      }),
    breakLock: async (queueName, jobId) => {
      await redis.del(`${prefix}:${queueName}:${jobId}:lock`);
    },
    // All keys of this file go at the end.
    remove: async () => undefined,
  };
};

describeJobQueue('redis', createPlace);
describeQueueProcesses('redis', createPlace);
describeQueueOutage('redis', createPlace);

describe('the redis store', () => {
  const user = `user-${randomUUID()}`;

  beforeAll(() => redis.call('ACL', 'SETUSER', user, 'on', '>right', '~*', '&*', '+@all'));
  afterEach(closeTestQueues);
  afterAll(() => redis.call('ACL', 'DELUSER', user));

  const withUser = (password: string) =>
    Object.assign(new URL(url), { username: user, password }).href;

  const healthAt = async (address: string) => {
    const store = createRedisStore({ url: address });
    const queue = createTestQueue({ store, prefix: newPrefix() });
    queue.open();
    await until('it has tried', () => queue.health().state !== 'starting');
    return queue.health();
  };

  it.each(['no address', 'http://127.0.0.1:6379', '/tmp/redis.sock'])(
    'says how an address must read instead of "%s"',
    async (address) => {
      const health = await healthAt(address);
      expect(health.state).toBe('down');
      expect(health.message).toMatch(/must read redis:\/\/host:6379\/0/);
    },
  );

  it('says when Redis refuses the password, and does not repeat it', async () => {
    const health = await healthAt(withUser('wrong-secret'));
    expect(health.state).toBe('down');
    expect(health.message).toMatch(/WRONGPASS/);
    expect(health.message).not.toContain('secret');
    expect(health.message).not.toContain(user);
  });

  it('takes a user and a password in its address', async () => {
    expect(await healthAt(withUser('right'))).toMatchObject({ state: 'ready', message: null });
  });

  it('keeps two sites on one Redis apart by their prefixes', async () => {
    const queues = [newPrefix(), newPrefix()].map((prefix) => {
      const queue = createTestQueue({ store: createRedisStore({ url }), prefix });
      queue.open();
      return queue;
    });
    await queues[0]?.add(image('mine', { delayMs: 60_000 }));
    await queues[1]?.add(image('yours', { delayMs: 60_000 }));
    await queues[0]?.cancel(image('mine'));
    expect((await queues[0]?.counts())?.delayed).toBe(0);
    expect((await queues[1]?.counts())?.delayed).toBe(1);
    await queues[1]?.cancel(image('yours'));
  });
});
