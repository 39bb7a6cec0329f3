import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { startSite, type Site } from '../site/site-process';
import { copyHostApp, removeFolder } from './harness/app-folder';
import { assertBuiltPlugin } from './harness/built-plugin';
import { createAdmin } from './harness/clients';
import { PROJECT_ROOT } from './harness/project-root';
import { createDraft, enableTypes, markdownBody, startRun, waitForRun } from './support/articles';
import type { CrashPoint } from './support/crash-server';
import { createGate, startImageServer, type ImageServer } from './support/image-server';

const uid = 'api::guide.guide';
const SERVER = join(PROJECT_ROOT, 'test/integration/support/crash-server.ts');
const CLOSE_SECONDS = 1;

/** Steps of a run that one kill finds it at, each with an article of its own. */
const STEPS = [
  'before run planning',
  'after run generating',
  'before image submitting',
  'before image received',
  'after image received',
  'before file',
  'after file',
  'before run attaching',
  'after run attaching',
  'before image attached',
  'before run completed',
];
/** Steps in the middle of a transaction; the process dies at each of them by itself. */
const DEADLY = ['row 1', 'file of image', 'in document'];
/** In the middle of a call: nobody knows whether it was charged, so it is repeated once. */
const CALLS = ['killed in the call', 'terminated in the call'];
const ARTICLES = [...CALLS, ...DEADLY, ...STEPS];

describe('a server that ends while it makes pictures', () => {
  let appDir: string;
  let server: ImageServer;
  let site: Site;
  let app: { admin: ReturnType<typeof createAdmin> };
  const gates = new Map(CALLS.map((title) => [title, createGate()]));
  const runs = new Map<string, string>();

  const boot = async (points: CrashPoint[], models: string[] = []): Promise<void> => {
    site = await startSite({
      appDir,
      args: ['--require', 'tsx/cjs', SERVER],
      env: {
        DATABASE_CLIENT: 'sqlite',
        LOG_LEVEL: 'warn',
        STARTUP_LOG: 'false',
        ARTICLE_IMAGES_QUEUE_STORE: 'embedded',
        ARTICLE_IMAGES_RECONCILE_SECONDS: '1',
        ARTICLE_IMAGES_CLOSE_SECONDS: String(CLOSE_SECONDS),
        ARTICLE_IMAGES_OPENAI_BASE_URL: server.url,
        ARTICLE_IMAGES_OPENAI_CONCURRENCY: '32',
        CRASH_POINTS: JSON.stringify(points),
        CRASH_MODELS: JSON.stringify(models),
      },
    });
    app = { admin: createAdmin(site.url) };
  };

  beforeAll(async () => {
    assertBuiltPlugin();
    server = await startImageServer({
      behave: ({ body }) => ({ until: gates.get(body.model)?.opened }),
    });
    appDir = copyHostApp('crash');
    await boot([], ARTICLES);
    await enableTypes(app, [{ uid, count: 1 }]);
  });
  afterAll(async () => {
    if (site && isAlive()) process.kill(site.pid, 'SIGKILL');
    await server?.close();
    removeFolder(appDir);
  });

  const isAlive = (): boolean => {
    try {
      return process.kill(site.pid, 0);
    } catch {
      // Signal 0 only asks whether there is somebody to signal.
      return false;
    }
  };

  const eventually = async (what: string, isTrue: () => boolean) => {
    const deadline = Date.now() + 40_000;
    while (!isTrue()) {
      if (Date.now() > deadline)
        throw new Error(`Not in time: ${what}\n${site.log().slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const reached = (title: string) =>
    eventually(`"${title}"`, () => site.log().includes(`AT ${title}: `));
  const dead = () => eventually('the end of the process', () => !isAlive());

  /** Every article has the title of the step it is stopped at, and a model of that name. */
  const order = async (title: string): Promise<void> => {
    const documentId = await createDraft(app, uid, { title, body: markdownBody });
    const started = await startRun(app, { uid, documentId, tier: title });
    runs.set(title, started.body.data.id);
  };
  const ordered = (title: string) =>
    eventually(`the orders of "${title}"`, () => server.callsOf(title).length === 2);

  const files = async (): Promise<string[]> => {
    const admin = await app.admin();
    const { body } = await admin.get('/upload/files?page=1&pageSize=100');
    return body.results.map(({ name }: { name: string }) => name);
  };

  it('by SIGTERM in the middle of a call ends in time', async () => {
    const title = 'terminated in the call';
    await order(title);
    await ordered(title);
    const from = Date.now();
    expect(await site.stop()).toBe(0);
    expect(Date.now() - from).toBeLessThan(CLOSE_SECONDS * 1000 + 5000);
    gates.get(title)?.open();
  });

  it('is followed by one that finishes the run', async () => {
    await boot([]);
    const run = await waitForRun(app, runs.get('terminated in the call') ?? '');
    expect(run).toMatchObject({ status: 'completed', counts: { attached: 2 } });
    expect(await site.stop()).toBe(0);
  });

  it.each(DEADLY)('by a kill in the middle of writing (%s)', async (title) => {
    await boot([{ title, at: title, dies: true }]);
    await order(title);
    await reached(title);
    await dead();
  });

  it('by a kill while runs are at every other step', async () => {
    await boot(STEPS.map((at) => ({ title: at, at })));
    await order('killed in the call');
    await ordered('killed in the call');
    for (const title of STEPS) {
      await order(title);
      await reached(title);
    }
    process.kill(site.pid, 'SIGKILL');
    await dead();
    gates.get('killed in the call')?.open();
  });

  describe('is followed, after that, by one that', () => {
    const ended = new Map<string, RunDto>();

    beforeAll(async () => {
      await boot([]);
      for (const [title, id] of runs) ended.set(title, await waitForRun(app, id));
    });

    it('ends every run, with every picture attached', async () => {
      const failed = [...ended].filter(([, { status }]) => status !== 'completed');
      expect(failed).toEqual([]);
      for (const [title, { images }] of ended) {
        expect([title, ...images.map(({ role, status }) => [role, status])]).toEqual([
          title,
          ['featured', 'attached'],
          ['in_article', 'attached'],
        ]);
      }
      expect([...ended.keys()].sort()).toEqual([...ARTICLES].sort());
    });

    it('has one file for each, in the library and in its article', async () => {
      const admin = await app.admin();
      const names = await files();
      expect(names).toHaveLength(ARTICLES.length * 2);
      for (const { documentId, images } of ended.values()) {
        for (const { id, file } of images) {
          expect(names.filter((name) => name.includes(id))).toEqual([file?.name]);
        }
        const path = `/content-manager/collection-types/${uid}/${documentId}?locale=en`;
        const { data } = (await admin.get(path)).body;
        expect(data.featuredImage.id).toBe(images[0]?.file?.id);
        expect(data.body.match(/!\[/g)).toHaveLength(1);
        expect(data.body).toContain(images[1]?.file?.url);
      }
    });

    it('ordered nothing twice but what was cut off in the call', () => {
      const calls = ARTICLES.map((title) => [title, server.callsOf(title).length]);
      expect(calls).toEqual(ARTICLES.map((title) => [title, CALLS.includes(title) ? 4 : 2]));
    });

    it('leaves nothing in the spool', async () => {
      await expect.poll(() => readdirSync(join(appDir, '.article-images/spool'))).toEqual([]);
      expect(readdirSync(join(appDir, '.article-images/uploads'))).toEqual([]);
    });
  });
});
