import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { createDraft, enableTypes, markdownBody, readDocument } from './support/articles';
import type { RunDto } from '../../shared/contracts/runs';

const uid = 'api::guide.guide';
const path = `/content-manager/collection-types/${uid}`;

describe('publishing an article of a type with automatic images', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({ name: 'triggers', listen: true });
    await enableTypes(app, [{ uid, isAutomatic: true, count: 1 }]);
  });
  afterAll(() => app?.destroy());

  const runsOf = (documentId: string) =>
    app.strapi.db.query('plugin::article-images.generation-run' as 'plugin::upload.file').findMany({
      where: { articleDocumentId: documentId },
    }) as unknown as Promise<(RunDto & { articleLocale: string })[]>;

  const eventually = async <T>(read: () => Promise<T>, isThere: (value: T) => boolean) => {
    const deadline = Date.now() + 45_000;
    for (;;) {
      const value = await read();
      if (isThere(value)) return value;
      if (Date.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(value)}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };

  const settled = (documentId: string, count = 1) =>
    eventually(
      () => runsOf(documentId),
      (runs) => runs.length === count && runs.every(({ finishedAt }) => finishedAt !== null),
    );

  it('by the button makes its pictures and puts them live, once', async () => {
    const documentId = await createDraft(app, uid, { title: 'Button', body: markdownBody });
    const admin = await app.admin();
    const published = await admin.post(`${path}/${documentId}/actions/publish?locale=en`).send({});
    expect(published.status).toBe(200);
    const [run] = await settled(documentId);
    expect(run).toMatchObject({ trigger: 'publish', status: 'completed' });
    const live = await eventually(
      () => readDocument(app, uid, documentId, 'published'),
      (guide) => guide?.featuredImage != null,
    );
    expect(String(live?.body)).toContain('![');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await runsOf(documentId)).toHaveLength(1);
  });

  it('in bulk starts one run per article', async () => {
    const documentIds = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => createDraft(app, uid, { title, body: markdownBody })),
    );
    const admin = await app.admin();
    const answer = await admin.post(`${path}/actions/bulkPublish?locale=en`).send({ documentIds });
    expect(answer.status).toBe(200);
    for (const documentId of documentIds) await settled(documentId);
  });

  it('over REST starts a run', async () => {
    const api = await app.contentApi();
    const created = await api
      .post('/api/guides')
      .send({ data: { title: 'Over REST', body: markdownBody } });
    expect(created.status).toBe(201);
    await settled(created.body.data.documentId);
  });

  it('in two locales starts one run for each', async () => {
    const documentId = await createDraft(app, uid, { title: 'Two locales', body: markdownBody });
    const admin = await app.admin();
    await admin
      .put(`${path}/${documentId}?locale=fr`)
      .send({ title: 'Deux langues', body: markdownBody });
    await app.strapi.documents(uid as 'api::guide.guide').publish({ documentId, locale: '*' });
    const runs = await settled(documentId, 2);
    expect(runs.map(({ articleLocale }) => articleLocale).sort()).toEqual(['en', 'fr']);
  });

  it('again, with every slot filled, starts nothing', async () => {
    const documentId = await createDraft(app, uid, { title: 'Again', body: markdownBody });
    const admin = await app.admin();
    const publish = () => admin.post(`${path}/${documentId}/actions/publish?locale=en`).send({});
    await publish();
    await settled(documentId);
    await publish();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await runsOf(documentId)).toHaveLength(1);
  });

  it('goes on when the plugin cannot start a run', async () => {
    const documentId = await createDraft(app, uid, { title: 'Fails', body: markdownBody });
    const key = { type: 'plugin', name: 'article-images', key: 'settings' };
    const store = app.strapi.store!(key);
    const settings = await store.get({});
    await store.set({ value: { nonsense: true } });
    const admin = await app.admin();
    const published = await admin.post(`${path}/${documentId}/actions/publish?locale=en`).send({});
    await store.set({ value: settings });
    expect(published.status).toBe(200);
  });

  it('whose event was lost is found by the sweep', async () => {
    const documentId = await createDraft(app, uid, { title: 'Lost', body: markdownBody });
    const hub = app.strapi.eventHub;
    const emit = hub.emit;
    hub.emit = async () => undefined as never;
    try {
      await app.strapi.documents(uid as 'api::guide.guide').publish({ documentId, locale: 'en' });
    } finally {
      hub.emit = emit;
    }
    expect(await runsOf(documentId)).toHaveLength(0);
    await app.strapi.plugin('article-images').service('maintenance').sweep({ settleMs: 0 });
    const [run] = await settled(documentId);
    expect(run).toMatchObject({ trigger: 'publish', status: 'completed' });
  });
});
