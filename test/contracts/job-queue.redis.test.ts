import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { createRedisStore } from '../../server/src/queue/stores/redis';
import { describeJobQueue } from './job-queue.contract';

const url = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/9';
const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
redis.on('error', () => undefined);

beforeAll(async () => {
  await redis.connect().catch((cause: unknown) => {
    throw new Error(`No Redis at ${url}: run "npm run provision"`, { cause });
  });
});

afterAll(() => redis.disconnect());

describeJobQueue('redis', async () => {
  const prefix = `test-${randomUUID()}`;
  return {
    prefix,
    store: () => createRedisStore({ url }),
    remove: async () => {
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(keys);
    },
  };
});
