import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { createTcpProxy, type TcpProxy } from '../contracts/tcp-proxy';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  createDraft,
  enableTypes,
  generate,
  markdownBody,
  readDocument,
  startRun,
  waitForRun,
} from './support/articles';
import { createGate, startImageServer, type ImageServer } from './support/image-server';
import { addModel } from './support/model-rows';

const uid = 'api::guide.guide';
const redisUrl = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
redisUrl.pathname = '/9';
const postgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const PASSWORD = 'hunter2-of-the-queue';
const own = randomUUID().slice(0, 8);
const schema = `aimg_test_${own}`;
const prefix = `aimg-test-${own}`;

const query = async (statement: string): Promise<number> => {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  const { rowCount } = await client.query(statement).finally(() => client.end());
  return rowCount ?? 0;
};

/** Forgets everything the queue keeps in Redis, as FLUSHALL does. */
const flush = async () => {
  const redis = new Redis(redisUrl.href);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
  return keys.length;
};

/** The address of a server behind the proxy, with a password that no message may repeat. */
const through = (address: string, port: number, user: string) => {
  const url = new URL(address);
  Object.assign(url, { hostname: '127.0.0.1', port: String(port), username: user });
  url.password = PASSWORD;
  return url.href;
};

const DISTANT = {
  redis: {
    target: { host: redisUrl.hostname, port: Number(redisUrl.port || 6379) },
    env: (port: number) => ({
      ARTICLE_IMAGES_REDIS_URL: through(redisUrl.href, port, 'default'),
      ARTICLE_IMAGES_QUEUE_PREFIX: prefix,
    }),
    forget: flush,
    cleanUp: flush,
  },
  postgres: {
    target: {
      host: new URL(postgresUrl).hostname,
      port: Number(new URL(postgresUrl).port || 5432),
    },
    env: (port: number) => ({
      ARTICLE_IMAGES_POSTGRES_URL: through(postgresUrl, port, new URL(postgresUrl).username),
      ARTICLE_IMAGES_QUEUE_SCHEMA: schema,
    }),
    forget: () => query(`DELETE FROM "${schema}".job`),
    cleanUp: () => query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`),
  },
};

let server: ImageServer;
const gates = new Map<string, ReturnType<typeof createGate>>();
/** How long the app takes to boot with a store that cannot be away, in milliseconds. */
let plainBootMs = Infinity;

beforeAll(async () => {
  server = await startImageServer({
    behave: ({ body }) => ({ until: gates.get(body.model)?.opened }),
  });
});
afterAll(() => server?.close());

const boot = async (store: string, env: Record<string, string> = {}) => {
  const from = Date.now();
  const app = await bootStrapi({
    name: `queue-${store}`,
    listen: true,
    env: {
      ARTICLE_IMAGES_QUEUE_STORE: store,
      ARTICLE_IMAGES_RECONCILE_SECONDS: '1',
      ARTICLE_IMAGES_OPENAI_BASE_URL: server.url,
      ARTICLE_IMAGES_OPENAI_CONCURRENCY: '1',
      ...env,
    },
  });
  const bootMs = Date.now() - from;
  await enableTypes(app, [{ uid }]);
  return { app, bootMs };
};

const draft = (app: BootedStrapi, title: string) =>
  createDraft(app, uid, { title, body: markdownBody });

const health = (app: BootedStrapi) =>
  app.strapi.plugin('article-images').service('maintenance').health();

const expectIllustrated = async (app: BootedStrapi, run: RunDto) => {
  expect(run).toMatchObject({ status: 'completed', error: null, counts: { attached: 3 } });
  const guide = await readDocument(app, uid, run.documentId);
  expect(guide?.featuredImage).toMatchObject({ id: run.images[0]?.file?.id });
  expect(String(guide?.body).match(/!\[/g)).toHaveLength(2);
};

/** A run whose first picture is ordered and does not come before the gate opens. */
const heldRun = async (app: BootedStrapi, tier: string) => {
  const gate = createGate();
  gates.set(tier, gate);
  await addModel(app, tier);
  const documentId = await draft(app, tier);
  const started = await startRun(app, { uid, documentId, tier });
  await expect.poll(() => server.callsOf(tier).length, { timeout: 20_000 }).toBe(1);
  return { id: started.body.data.id as string, gate };
};

describe('the embedded queue', () => {
  it('illustrates an article, and opens with the first of them', async () => {
    const { app, bootMs } = await boot('embedded');
    plainBootMs = bootMs;
    try {
      await addModel(app, 'plain');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(health(app)).toMatchObject({ state: 'ready', store: 'embedded', message: null });
      const states = new Set<string>();
      const timer = setInterval(() => states.add(health(app).state), 5);
      const documentId = await draft(app, 'Embedded');
      const run = await generate(app, { uid, documentId, tier: 'plain' });
      clearInterval(timer);
      await expectIllustrated(app, run);
      // Nothing was open before: it opened for this very run.
      expect([...states]).toEqual(expect.arrayContaining(['starting', 'ready']));
    } finally {
      await app.destroy();
    }
  });
});

describe.each(['redis', 'postgres'] as const)('a queue in %s', (store) => {
  let app: BootedStrapi;
  let bootMs: number;
  let proxy: TcpProxy;
  const { target, env, forget, cleanUp } = DISTANT[store];

  beforeAll(async () => {
    proxy = await createTcpProxy(target);
    await proxy.stop();
    ({ app, bootMs } = await boot(store, env(proxy.port)));
    await addModel(app, 'plain');
  });
  afterAll(async () => {
    await app?.destroy();
    await proxy?.stop();
    await cleanUp();
  });

  const isReady = () => expect.poll(() => health(app).state, { timeout: 30_000 }).toBe('ready');

  it('that is away does not hold up the start, and the panel says what is wrong', async () => {
    expect(bootMs - plainBootMs).toBeLessThan(5000);
    await expect.poll(() => health(app).state, { timeout: 15_000 }).toBe('down');
    const admin = await app.admin();
    const documentId = await draft(app, 'Away');
    const query = `uid=${uid}&documentId=${documentId}&locale=en`;
    const { body } = await admin.get(`/article-images/context?${query}`);
    expect(body.data.queue.state).toBe('down');
    expect(body.data.queue.message).toMatch(/cannot be reached|not answer|is away|refused/i);
    expect(body.data.queue.message).toContain(`127.0.0.1:${proxy.port}`);
    const settings = await admin.get('/article-images/settings');
    expect(settings.body.data.queue).toMatchObject({ state: 'down', store });
    expect(JSON.stringify([body, settings.body])).not.toContain(PASSWORD);
  });

  it('that is away takes orders all the same, and makes them as soon as it is there', async () => {
    const documentId = await draft(app, 'Ordered meanwhile');
    const from = Date.now();
    const started = await startRun(app, { uid, documentId, tier: 'plain' });
    expect(Date.now() - from).toBeLessThan(3000);
    expect(started.status).toBe(202);
    expect(started.body.data).toMatchObject({ status: 'queued', error: null });
    await proxy.start();
    await expectIllustrated(app, await waitForRun(app, started.body.data.id));
    expect(health(app)).toMatchObject({ state: 'ready', isWorking: true, message: null });
  });

  it('that goes away while pictures are made loses none and pays for none twice', async () => {
    const tier = `outage-${store}`;
    const { id, gate } = await heldRun(app, tier);
    await proxy.stop();
    await expect.poll(() => health(app).state, { timeout: 30_000 }).toBe('down');
    // The first picture arrives while nobody can be told.
    gate.open();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await proxy.start();
    await expectIllustrated(app, await waitForRun(app, id));
    expect(server.callsOf(tier)).toHaveLength(3);
    await isReady();
  });

  it('that forgets everything is filled again', async () => {
    const tier = `forgotten-${store}`;
    const { id, gate } = await heldRun(app, tier);
    expect(await forget()).toBeGreaterThan(0);
    gate.open();
    await expectIllustrated(app, await waitForRun(app, id));
    expect(server.callsOf(tier)).toHaveLength(3);
  });
});
