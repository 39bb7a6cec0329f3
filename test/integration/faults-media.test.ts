import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  createDraft,
  enableTypes,
  htmlBody,
  markdownBody,
  readDocument,
  retryRun,
  startRun,
  waitForRun,
} from './support/articles';
import { startImageServer, type ImageServer } from './support/image-server';
import { addModel, PRICE } from './support/model-rows';

const guide = 'api::guide.guide';
const post = 'api::post.post';

type UploadProvider = Record<
  'uploadStream' | 'upload',
  ((file: unknown) => Promise<void>) | undefined
>;

describe('a Media Library that fails', () => {
  let app: BootedStrapi;
  let server: ImageServer;
  let provider: UploadProvider;
  let original: UploadProvider;

  beforeAll(async () => {
    server = await startImageServer();
    app = await bootStrapi({
      name: 'faults-media',
      listen: true,
      env: { ARTICLE_IMAGES_OPENAI_BASE_URL: server.url },
    });
    provider = app.strapi.plugin('upload').provider as UploadProvider;
    original = { ...provider };
    await enableTypes(app, [{ uid: guide }, { uid: post }]);
    for (const tier of ['once', 'always', 'required']) await addModel(app, tier);
  });
  afterEach(() => {
    Object.assign(provider, original);
  });
  afterAll(async () => {
    await app?.destroy();
    await server?.close();
  });

  /** The upload provider refuses that many files, thumbnails included. */
  const refuseUploads = (times: number) => {
    let left = times;
    const refusing = (take: UploadProvider['upload']) => async (file: unknown) => {
      left -= 1;
      if (left >= 0) throw new Error('the bucket is full');
      await take?.(file);
    };
    for (const name of ['uploadStream', 'upload'] as const) {
      if (original[name]) provider[name] = refusing(original[name]);
    }
  };

  const spool = (): string[] => {
    const folder = join(app.appDir, '.article-images/spool');
    return readdirSync(folder);
  };

  const run = async (uid: string, data: object, tier: string): Promise<RunDto> => {
    const documentId = await createDraft(app, uid, { title: tier, ...data });
    const started = await startRun(app, { uid, documentId, tier, count: 1 });
    return waitForRun(app, started.body.data.id);
  };

  it('once: the picture is stored on the next try, and not ordered again', async () => {
    refuseUploads(1);
    const done = await run(guide, { body: markdownBody }, 'once');
    expect(done).toMatchObject({ status: 'completed', error: null, costMicroUsd: 2 * PRICE });
    expect(server.callsOf('once')).toHaveLength(2);
    expect(spool()).toEqual([]);
    const names = done.images.map(({ id }) => id);
    for (const id of names) {
      const files = app.strapi.db.query('plugin::upload.file');
      expect(await files.count({ where: { name: { $contains: id } } })).toBe(1);
    }
  });

  it('again and again: what was paid for is kept, and retry stores it without paying twice', async () => {
    refuseUploads(1000);
    const failed = await run(guide, { body: markdownBody }, 'always');
    expect(failed).toMatchObject({
      status: 'failed',
      error: { code: 'upload_failed', charged: 'yes' },
    });
    expect(failed.error?.message).toMatch(/did not take the picture: .*bucket is full.*It is kept/);
    expect(spool()).toHaveLength(2);
    Object.assign(provider, original);
    const done = await retryRun(app, failed.id);
    expect(done).toMatchObject({ status: 'completed', error: null, costMicroUsd: 2 * PRICE });
    expect(server.callsOf('always')).toHaveLength(2);
    expect(spool()).toEqual([]);
    const article = await readDocument(app, guide, done.documentId);
    expect(article?.featuredImage).not.toBeNull();
    expect(String(article?.body).match(/!\[/g)).toHaveLength(1);
  });

  it('for an article that needs its cover: the draft stays as it was and can be published later', async () => {
    server.behave(({ body, nthOfModel }) =>
      body.model === 'required' && nthOfModel <= 2
        ? { status: 400, body: { error: { code: 'moderation_blocked', message: 'No.' } } }
        : undefined,
    );
    const failed = await run(post, { body: htmlBody }, 'required');
    expect(failed.status).toBe('failed');
    const { documentId } = failed;
    expect(await readDocument(app, post, documentId)).toMatchObject({
      cover: null,
      coverAlt: null,
      body: htmlBody,
    });
    const admin = await app.admin();
    const publish = () =>
      admin
        .post(`/content-manager/collection-types/${post}/${documentId}/actions/publish?locale=en`)
        .send({});
    expect((await publish()).status).toBe(400);
    const done = await retryRun(app, failed.id);
    expect(done.status).toBe('completed');
    expect(await readDocument(app, post, documentId)).toMatchObject({
      cover: { id: done.images[0]?.file?.id },
      coverAlt: done.images[0]?.alternativeText,
    });
    expect((await publish()).status).toBe(200);
  });
});
