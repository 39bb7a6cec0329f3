import { setTimeout as sleep } from 'node:timers/promises';
import type { UID } from '@strapi/strapi';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleRef } from '../../server/src/domain/article/article';
import { ownWritesOf } from '../../server/src/strapi/own-writes';
import { createPublishTrigger } from '../../server/src/strapi/publish-trigger';
import { bootStrapi, type BootedStrapi } from './boot-strapi';

const ARTICLE = 'api::article.article' as UID.ContentType;
const NOTE = 'api::note.note' as UID.ContentType;
const ADMIN_PATH = `/content-manager/collection-types/${ARTICLE}`;

type Published = { article: ArticleRef; userId: number | null };

let app: BootedStrapi;
let published: Published[] = [];
let dispose: (() => Promise<void>) | undefined;
const errors: string[] = [];
const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message: string) => void errors.push(message),
};

const listen = (options: Partial<Parameters<typeof createPublishTrigger>[0]> = {}) => {
  dispose = createPublishTrigger({
    strapi: app.strapi,
    logger,
    isAutomatic: async () => true,
    onPublished: async (article, userId) => {
      published.push({ article, userId });
    },
    ...options,
  });
  return dispose;
};

/** Long enough for an answer that must not come; those that must are awaited by polling. */
const quiet = () => sleep(150);
const answered = (count: number) =>
  vi.waitFor(() => expect(published).toHaveLength(count), { timeout: 5000 });
const createDraft = async (title: string, uid = ARTICLE) =>
  (await app.strapi.documents(uid).create({ data: { title } as never, locale: 'en' })).documentId;
const addFrench = (documentId: string) =>
  app.strapi
    .documents(ARTICLE)
    .update({ documentId, locale: 'fr', data: { title: 'Bonjour' } as never });

beforeAll(async () => {
  app = await bootStrapi({ name: 'trigger', withPlugin: false });
  await app.adminToken();
});
afterAll(() => app.destroy());
beforeEach(() => {
  published = [];
  errors.length = 0;
});
afterEach(async () => {
  await dispose?.();
  dispose = undefined;
});

describe('what counts as going public', () => {
  beforeEach(() => void listen());

  it('answers once to the Publish button of the admin, and knows who pressed it', async () => {
    const admin = await app.admin();
    const created = await admin.post(ADMIN_PATH).send({ title: 'By hand' });
    const { documentId } = created.body.data;
    await admin.put(`${ADMIN_PATH}/${documentId}`).send({ title: 'By hand, saved' });
    await quiet();
    expect(published).toEqual([]);

    const answer = await admin
      .post(`${ADMIN_PATH}/${documentId}/actions/publish`)
      .send({ title: 'By hand, published' });
    expect(answer.status).toBe(200);
    await answered(1);
    await quiet();
    const [user] = await app.strapi.db.query('admin::user').findMany({});
    expect(published).toEqual([
      { article: { uid: ARTICLE, documentId, locale: 'en' }, userId: user.id },
    ]);
  });

  it('answers to each article of a bulk publish', async () => {
    const documentIds = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => createDraft(title)),
    );
    const answer = await (await app.admin())
      .post(`${ADMIN_PATH}/actions/bulkPublish`)
      .send({ documentIds });
    expect(answer.status).toBe(200);
    await answered(3);
    await quiet();
    expect(published.map(({ article }) => article.documentId).sort()).toEqual(documentIds.sort());
  });

  it('answers to REST writes that publish, not to drafts, and takes an API token for nobody', async () => {
    const api = await app.contentApi();
    const created = await api.post('/api/articles').send({ data: { title: 'By REST' } });
    expect(created.status).toBe(201);
    await answered(1);
    const { documentId } = created.body.data;
    await api.put(`/api/articles/${documentId}`).send({ data: { title: 'Again' } });
    await answered(2);
    await api.put(`/api/articles/${documentId}?status=draft`).send({ data: { title: 'Draft' } });
    await quiet();
    const expected = { article: { uid: ARTICLE, documentId, locale: 'en' }, userId: null };
    expect(published).toEqual([expected, expected]);
  });

  it('answers once per locale when all locales are published', async () => {
    const documentId = await createDraft('Hello');
    await addFrench(documentId);
    await app.strapi.documents(ARTICLE).publish({ documentId, locale: '*' });
    await answered(2);
    await quiet();
    expect(published.map(({ article }) => article.locale).sort()).toEqual(['en', 'fr']);
  });

  it('answers to an update that publishes', async () => {
    const documentId = await createDraft('Hello');
    await app.strapi
      .documents(ARTICLE)
      .update({ documentId, status: 'published', data: { title: 'Out' } as never });
    await answered(1);
  });

  it('stays silent when the publication is rolled back', async () => {
    const documentId = await createDraft('Never out');
    const failing = app.strapi.db.transaction(async () => {
      await app.strapi.documents(ARTICLE).publish({ documentId });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await quiet();
    expect(published).toEqual([]);
  });

  it('stays silent on unpublishing, discarding and deleting', async () => {
    const documentId = await createDraft('Hello');
    await app.strapi.documents(ARTICLE).publish({ documentId });
    await answered(1);
    await app.strapi.documents(ARTICLE).unpublish({ documentId });
    await app.strapi.documents(ARTICLE).publish({ documentId });
    await answered(2);
    await app.strapi.documents(ARTICLE).discardDraft({ documentId });
    await app.strapi.documents(ARTICLE).delete({ documentId });
    await quiet();
    expect(published).toHaveLength(2);
  });

  it('answers to each write of a type without draft and publish', async () => {
    const documentId = await createDraft('Note', NOTE);
    await answered(1);
    await app.strapi.documents(NOTE).update({ documentId, data: { title: 'Edited' } as never });
    await answered(2);
    expect(published[0]?.article).toEqual({ uid: NOTE, documentId, locale: 'en' });
  });

  it('gives no locale for a type that has none', async () => {
    const uid = 'api::bulletin.bulletin' as UID.ContentType;
    const { documentId } = await app.strapi.documents(uid).create({
      data: { title: 'Bulletin' } as never,
      status: 'published',
    });
    await answered(1);
    expect(published[0]?.article).toEqual({ uid, documentId, locale: null });
  });

  it('ignores events of the same name that are not about a document', async () => {
    await app.strapi.eventHub.emit('entry.publish', { anything: true });
    await app.strapi.eventHub.emit('entry.publish', { uid: 'api::gone.gone', entry: {} });
    await quiet();
    expect(published).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('our own writes', () => {
  it('are not answered, published or not, while others at the same moment are', async () => {
    listen();
    const ownWrites = ownWritesOf(app.strapi);
    const ours = await createDraft('Ours');
    const theirs = await createDraft('Theirs');
    await Promise.all([
      ownWrites.run(() => app.strapi.documents(ARTICLE).publish({ documentId: ours })),
      app.strapi.documents(ARTICLE).publish({ documentId: theirs }),
      ownWrites.run(() =>
        app.strapi.documents(NOTE).create({ data: { title: 'Our note' } as never }),
      ),
    ]);
    await answered(1);
    await quiet();
    expect(published.map(({ article }) => article.documentId)).toEqual([theirs]);
  });

  it('are known by their version when the event comes from elsewhere', async () => {
    listen();
    const entry = { documentId: 'd1', locale: 'en', updatedAt: '2026-01-01T00:00:00.000Z' };
    const { updatedAt } = entry;
    ownWritesOf(app.strapi).remember({ uid: ARTICLE, documentId: 'd1', locale: 'en', updatedAt });
    await app.strapi.eventHub.emit('entry.publish', { uid: ARTICLE, entry });
    await quiet();
    expect(published).toEqual([]);
  });
});

describe('the answer', () => {
  it('is not given for types that are not automatic', async () => {
    listen({ isAutomatic: async (uid) => uid === NOTE });
    await app.strapi.documents(ARTICLE).publish({ documentId: await createDraft('Hello') });
    await createDraft('Note', NOTE);
    await answered(1);
    expect(published[0]?.article.uid).toBe(NOTE);
  });

  it('runs outside the request and its transaction, and may write', async () => {
    const seen: unknown[] = [];
    listen({
      onPublished: async (article, userId) => {
        seen.push(app.strapi.db.inTransaction(), app.strapi.requestContext.get());
        await app.strapi.db.transaction(() => createDraft('Written by the answer'));
        published.push({ article, userId });
      },
    });
    const documentIds = await Promise.all(['A', 'B', 'C', 'D'].map((title) => createDraft(title)));
    await (await app.admin()).post(`${ADMIN_PATH}/actions/bulkPublish`).send({ documentIds });
    await answered(4);
    expect(seen).toEqual(Array.from({ length: 4 }, () => [false, undefined]).flat());
  });

  it('never delays the publication', async () => {
    listen({ onPublished: () => new Promise(() => undefined), closeMs: 50 });
    const documentId = await createDraft('Hello');
    const started = Date.now();
    const answer = await (await app.admin())
      .post(`${ADMIN_PATH}/${documentId}/actions/publish`)
      .send({ title: 'Out' });
    expect(answer.status).toBe(200);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('may fail: the failure is logged with the article, and the next article is answered', async () => {
    let calls = 0;
    listen({
      isAutomatic: async () => {
        calls += 1;
        if (calls === 1) throw new Error('settings are broken');
        return true;
      },
      onPublished: async (article, userId) => {
        if (calls === 2) throw new Error('queue is down');
        published.push({ article, userId });
      },
    });
    const documentIds = [];
    for (const title of ['First', 'Second', 'Third']) {
      const documentId = await createDraft(title);
      documentIds.push(documentId);
      await app.strapi.documents(ARTICLE).publish({ documentId });
      await quiet();
    }
    expect(published.map(({ article }) => article.documentId)).toEqual([documentIds[2]]);
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`${documentIds[0]}.*settings are broken`)),
      expect.stringMatching(new RegExp(`${documentIds[1]}.*queue is down`)),
    ]);
  });
});

describe('disposing', () => {
  it('ends the listening, waits for the answer under way, and leaves other listeners alone', async () => {
    const others: string[] = [];
    const off = app.strapi.eventHub.on('entry.publish', async () => {
      others.push('heard');
    });
    let finish = () => undefined as void;
    const stop = listen({
      onPublished: async (article, userId) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        published.push({ article, userId });
      },
    });
    await app.strapi.documents(ARTICLE).publish({ documentId: await createDraft('Under way') });
    await quiet();
    const stopped = stop();
    finish();
    await stopped;
    expect(published).toHaveLength(1);

    await stop();
    await app.strapi.documents(ARTICLE).publish({ documentId: await createDraft('Too late') });
    await quiet();
    expect(published).toHaveLength(1);
    expect(others).toEqual(['heard', 'heard']);
    off();
  });
});
