import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';
import pg from 'pg';
import { copyHostApp, removeFolder } from '../integration/harness/app-folder';
import { startAt } from './bench-site';
import { median, round } from './numbers';

const ROUNDS = 5;
/** Until the queue's store is open and the first garbage is collected. */
const SETTLE_MS = 5_000;

const own = randomBytes(4).toString('hex');
const schema = `article_images_bench_${own}`;
const prefix = `article-images-bench-${own}`;

const removeRedisKeys = async (url: string): Promise<void> => {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
};

const removeSchema = async (connectionString: string): Promise<void> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.end();
};

type Variant = { name: string; env: Record<string, string>; cleanUp?: () => Promise<void> };

/** Every store whose server runs here. */
const variants = (): Variant[] => {
  const { TEST_REDIS_URL: redisUrl, TEST_POSTGRES_URL: postgresUrl } = process.env;
  const list: Variant[] = [
    { name: 'without', env: { ARTICLE_IMAGES_ENABLED: 'false' } },
    { name: 'embedded', env: { ARTICLE_IMAGES_QUEUE_STORE: 'embedded' } },
  ];
  if (redisUrl) {
    list.push({
      name: 'redis',
      env: {
        ARTICLE_IMAGES_QUEUE_STORE: 'redis',
        ARTICLE_IMAGES_REDIS_URL: redisUrl,
        ARTICLE_IMAGES_QUEUE_PREFIX: prefix,
      },
      cleanUp: () => removeRedisKeys(redisUrl),
    });
  }
  if (postgresUrl) {
    list.push({
      name: 'postgres',
      env: {
        ARTICLE_IMAGES_QUEUE_STORE: 'postgres',
        ARTICLE_IMAGES_POSTGRES_URL: postgresUrl,
        ARTICLE_IMAGES_QUEUE_SCHEMA: schema,
      },
      cleanUp: () => removeSchema(postgresUrl),
    });
  }
  return list;
};

type Boot = { bootMs: number; residentBytes: number };

const boot = async (appDir: string, env: Record<string, string>): Promise<Boot> => {
  const site = await startAt(appDir, env);
  await sleep(SETTLE_MS);
  const residentBytes = site.residentBytes();
  await site.stop();
  return { bootMs: site.bootMs, residentBytes };
};

const summarise = (boots: Boot[]) => ({
  bootMs: round(median(boots.map(({ bootMs }) => bootMs)), 0),
  residentMiB: round(median(boots.map(({ residentBytes }) => residentBytes)) / 2 ** 20, 0),
});

/** Boot time and idle memory with the plugin over each store, against the same app without it; rounds are interleaved. */
export const measureBoot = async () => {
  const apps = variants().map((variant) => ({
    ...variant,
    appDir: copyHostApp(`bench-boot-${variant.name}`),
    boots: [] as Boot[],
  }));
  try {
    // The first boot of each makes its tables and is not counted.
    for (const { appDir, env } of apps) await boot(appDir, env);
    for (let number = 0; number < ROUNDS; number += 1) {
      for (const app of apps) app.boots.push(await boot(app.appDir, app.env));
    }
    const results = apps.map(({ name, boots }) => [name, summarise(boots)] as const);
    const [, plain] = results[0] ?? [];
    return Object.fromEntries(
      results.map(([name, result]) => [
        name,
        {
          ...result,
          bootRatio: round(result.bootMs / (plain?.bootMs ?? Number.NaN)),
          residentRatio: round(result.residentMiB / (plain?.residentMiB ?? Number.NaN)),
        },
      ]),
    );
  } finally {
    for (const { appDir, cleanUp } of apps) {
      removeFolder(appDir);
      await cleanUp?.();
    }
  }
};
