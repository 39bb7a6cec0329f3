import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  blocksBody,
  createDraft,
  enableTypes,
  markdownBody,
  readDocument,
  startRun,
  waitForRun,
} from './support/articles';
import { createGate, startImageServer, type ImageServer } from './support/image-server';
import { addModel, PRICE } from './support/model-rows';

const guide = 'api::guide.guide';
const story = 'api::story.story';
const path = (uid: string, documentId: string, rest = '') =>
  `/content-manager/collection-types/${uid}/${documentId}${rest}`;

describe('a run whose article changes while its pictures are made', () => {
  let app: BootedStrapi;
  let server: ImageServer;
  const gates = new Map<string, ReturnType<typeof createGate>>();

  beforeAll(async () => {
    server = await startImageServer({
      behave: ({ body }) => ({ until: gates.get(body.model)?.opened }),
    });
    app = await bootStrapi({
      name: 'faults-article',
      listen: true,
      env: {
        ARTICLE_IMAGES_OPENAI_BASE_URL: server.url,
        ARTICLE_IMAGES_OPENAI_CONCURRENCY: '3',
      },
    });
    await enableTypes(app, [{ uid: guide }, { uid: 'api::post.post' }]);
  });
  afterAll(async () => {
    await app?.destroy();
    await server?.close();
  });

  const hold = async (tier: string) => {
    const gate = createGate();
    gates.set(tier, gate);
    await addModel(app, tier);
    return gate;
  };

  const eventually = async (what: string, isTrue: () => Promise<boolean> | boolean) => {
    const deadline = Date.now() + 20_000;
    while (!(await isTrue())) {
      if (Date.now() > deadline) throw new Error(`Not in time: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const ordered = (tier: string, calls = 3) =>
    eventually(`${calls} orders of ${tier}`, () => server.callsOf(tier).length >= calls);

  /** A run whose pictures are ordered and wait for the test; `finish` lets them arrive and gives the run's end. */
  const heldRun = async (
    tier: string,
    { uid = guide, documentId = '', locale = 'en', count = 2 } = {},
  ) => {
    const gate = await hold(tier);
    const id =
      documentId || (await createDraft(app, uid, { title: tier, body: markdownBody }, locale));
    const started = await startRun(app, { uid, documentId: id, locale, tier, count });
    await ordered(tier);
    const finish = (): Promise<RunDto> => {
      gate.open();
      return waitForRun(app, started.body.data.id);
    };
    return { documentId: id, runId: started.body.data.id as string, finish };
  };

  const save = async (uid: string, documentId: string, data: object, locale = 'en') => {
    const admin = await app.admin();
    const saved = await admin.put(path(uid, documentId, `?locale=${locale}`)).send(data);
    expect(saved.status).toBe(200);
  };

  const ends = ({ images }: RunDto) =>
    images.map(({ status, unplacedReason }) => unplacedReason ?? status);

  it('is deleted: pictures in the making are kept, the others are never ordered', async () => {
    const { documentId, finish } = await heldRun('deleted', { count: 4 });
    const admin = await app.admin();
    expect((await admin.delete(path(guide, documentId, '?locale=*'))).status).toBeLessThan(300);
    const run = await finish();
    expect(server.callsOf('deleted')).toHaveLength(3);
    expect(ends(run).sort()).toEqual([...Array(3).fill('article_gone'), 'failed', 'failed']);
    expect(run).toMatchObject({
      status: 'partial',
      error: { code: 'article_gone', charged: 'no' },
    });
    const files = run.images.flatMap(({ file }) => (file ? [file.id] : []));
    const kept = app.strapi.db
      .query('plugin::upload.file')
      .count({ where: { id: { $in: files } } });
    expect(await kept).toBe(3);
  });

  it('loses one language: that run keeps its pictures, the other language stays as it is', async () => {
    const documentId = await createDraft(app, guide, { title: 'Two', body: markdownBody });
    await save(guide, documentId, { title: 'Deux', body: markdownBody }, 'fr');
    const { finish } = await heldRun('one-language', { documentId, locale: 'fr' });
    const admin = await app.admin();
    expect((await admin.delete(path(guide, documentId, '?locale=fr'))).status).toBeLessThan(300);
    expect(ends(await finish())).toEqual(Array(3).fill('article_gone'));
    expect(await readDocument(app, guide, documentId)).toMatchObject({
      title: 'Two',
      body: markdownBody,
      featuredImage: null,
    });
  });

  it('is rewritten around the sections: the pictures go where their sections are now', async () => {
    const { documentId, finish } = await heldRun('moved');
    const sections = markdownBody.split('\n\n## ').map((text) => `## ${text.replace('## ', '')}`);
    const moved = ['A new first paragraph.', ...sections.reverse()].join('\n\n');
    await save(guide, documentId, { title: 'Moved about', body: moved });
    const run = await finish();
    expect(ends(run)).toEqual(Array(3).fill('attached'));
    const article = await readDocument(app, guide, documentId);
    expect(article?.title).toBe('Moved about');
    const body = String(article?.body);
    for (const { heading, file, role } of run.images) {
      if (role === 'featured') continue;
      const before = body.slice(0, body.indexOf(file?.url ?? 'no file'));
      expect(before.slice(before.lastIndexOf('## ')).split('\n')[0]).toBe(`## ${heading}`);
    }
  });

  it('loses a section: that picture waits for a person, and the text is not touched', async () => {
    const { documentId, finish } = await heldRun('gone');
    await save(guide, documentId, { body: 'Everything was written anew, in one short line.' });
    const run = await finish();
    expect(ends(run)).toEqual(['attached', 'anchor_gone', 'anchor_gone']);
    expect(run.status).toBe('completed');
    expect(run.counts).toMatchObject({ attached: 1, ready: 2 });
    const article = await readDocument(app, guide, documentId);
    expect(article?.body).toBe('Everything was written anew, in one short line.');
  });

  it('gets a cover from a person: ours waits, theirs stays', async () => {
    const first = await heldRun('cover-one');
    const theirs = (await first.finish()).images[0]?.file?.id;
    const { documentId, finish } = await heldRun('cover-two');
    await save(guide, documentId, { featuredImage: theirs });
    expect(ends(await finish())).toEqual(['field_filled', 'attached', 'attached']);
    const article = await readDocument(app, guide, documentId);
    expect(article?.featuredImage).toMatchObject({ id: theirs });
  });

  it('is switched off in the settings: the pictures are kept, and the run says why', async () => {
    const { documentId, finish } = await heldRun('switched-off');
    await enableTypes(app, [{ uid: guide, isEnabled: false }]);
    const run = await finish();
    await enableTypes(app, [{ uid: guide }]);
    expect(ends(run)).toEqual(Array(3).fill('attach_failed'));
    expect(run.warnings.join()).toMatch(/not switched on.*Settings/);
    expect(await readDocument(app, guide, documentId)).toMatchObject({ featuredImage: null });
    const admin = await app.admin();
    const imageIds = run.images.map(({ id }) => id);
    const { body } = await admin.post(`/article-images/runs/${run.id}/attach`).send({ imageIds });
    expect(ends(body.data)).toEqual(Array(3).fill('attached'));
  });

  it('is published: a run asked for by hand fills the draft and leaves the page as it is', async () => {
    const documentId = await createDraft(app, guide, { title: 'Live', body: markdownBody });
    await app.strapi.documents(guide).publish({ documentId, locale: 'en' });
    const { finish } = await heldRun('by-hand', { documentId });
    await finish();
    const live = await readDocument(app, guide, documentId, 'published');
    expect(live).toMatchObject({ body: markdownBody, featuredImage: null });
    expect(String((await readDocument(app, guide, documentId))?.body)).toContain('![');
  });

  const stop = async (runId: string, mode: 'finish-current' | 'now'): Promise<RunDto> => {
    const admin = await app.admin();
    const { body } = await admin.post(`/article-images/runs/${runId}/cancel`).send({ mode });
    return body.data;
  };
  const counted = (run: RunDto) => {
    const all = ends(run);
    return Object.fromEntries(
      [...new Set(all)].map((end) => [end, all.filter((one) => one === end).length]),
    );
  };

  it('or is stopped by its editor: what is in the making is attached, the rest never ordered', async () => {
    const { documentId, runId, finish } = await heldRun('stop-gently', { count: 4 });
    const stopping = await stop(runId, 'finish-current');
    expect(stopping.status).toBe('generating');
    expect(counted(stopping)).toEqual({ submitting: 3, cancelled: 2 });
    const run = await finish();
    expect(run).toMatchObject({ status: 'cancelled', costMicroUsd: 3 * PRICE });
    expect(counted(run)).toEqual({ attached: 3, cancelled: 2 });
    expect(server.callsOf('stop-gently')).toHaveLength(3);
    expect((await readDocument(app, guide, documentId))?.featuredImage).not.toBeNull();
  });

  it('or is stopped at once: calls are aborted, nothing is attached, and retry makes all of it', async () => {
    const { documentId, runId, finish } = await heldRun('stop-hard', { count: 4 });
    expect(await stop(runId, 'now')).toMatchObject({ status: 'cancelled', percent: 100 });
    const admin = await app.admin();
    const read = async (): Promise<RunDto> =>
      (await admin.get(`/article-images/runs/${runId}`)).body.data;
    await eventually('every row ends', async () => counted(await read()).cancelled === 5);
    const charged = (await read()).images.map(({ error }) => error?.charged).sort();
    expect(charged).toEqual(['maybe', 'maybe', 'maybe', 'no', 'no']);
    expect(await readDocument(app, guide, documentId)).toMatchObject({
      featuredImage: null,
      body: markdownBody,
    });
    const retried = await admin.post(`/article-images/runs/${runId}/retry`).send({});
    expect(retried.status).toBe(200);
    const run = await finish();
    expect(run).toMatchObject({ status: 'completed', error: null });
    expect(counted(run)).toEqual({ attached: run.images.length });
  });

  describe('after a publish that asked for pictures', () => {
    const publishStory = async (tier: string) => {
      await enableTypes(app, [{ uid: story, isAutomatic: true, tier }]);
      const documentId = await createDraft(app, story, { title: tier, content: blocksBody });
      await app.strapi.documents(story).publish({ documentId, locale: 'en' });
      await ordered(tier);
      const admin = await app.admin();
      const query = `uid=${story}&documentId=${documentId}&locale=en`;
      const { body } = await admin.get(`/article-images/context?${query}`);
      return { documentId, runId: body.data.activeRun.id as string };
    };
    const liveImage = async (documentId: string) =>
      (await readDocument(app, story, documentId, 'published'))?.image;

    it('and goes on being written: the draft gets them, the page waits for its author', async () => {
      const gate = await hold('still-writing');
      const { documentId, runId } = await publishStory('still-writing');
      await save(story, documentId, { title: 'Not for the public yet' });
      gate.open();
      const run = await waitForRun(app, runId);
      expect(ends(run)).toEqual(Array(3).fill('attached'));
      expect(run.warnings.join()).toContain('edited meanwhile');
      expect(await liveImage(documentId)).toBeNull();
      const draft = await readDocument(app, story, documentId);
      expect(draft).toMatchObject({ title: 'Not for the public yet' });
      expect(draft?.image).not.toBeNull();
    });

    it('and one of them is only made on retry: the page gets that one too', async () => {
      const gate = await hold('second-try');
      server.behave(({ body, nthOfModel }) => ({
        until: gates.get(body.model)?.opened,
        ...(body.model === 'second-try' && nthOfModel === 1
          ? { status: 400, body: { error: { code: 'moderation_blocked', message: 'No.' } } }
          : {}),
      }));
      const { documentId, runId } = await publishStory('second-try');
      gate.open();
      expect(await waitForRun(app, runId)).toMatchObject({ status: 'partial', warnings: [] });
      const admin = await app.admin();
      await admin.post(`/article-images/runs/${runId}/retry`).send({});
      expect(await waitForRun(app, runId)).toMatchObject({ status: 'completed', warnings: [] });
      expect(await liveImage(documentId)).not.toBeNull();
      const live = await readDocument(app, story, documentId, 'published');
      expect(JSON.stringify(live?.content).match(/"type":"image"/g)).toHaveLength(2);
    });
  });
});
