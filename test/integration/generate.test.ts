import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  blocksBody,
  createDraft,
  enableTypes,
  generate,
  htmlBody,
  markdownBody,
  readDocument,
  startRun,
  waitForRun,
  zoneBody,
} from './support/articles';

type File = { id: number; url: string; width: number; height: number; alternativeText: string };

describe('pictures for an article, on a real Strapi', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({ name: 'generate', listen: true });
    await enableTypes(
      app,
      ['article', 'story', 'guide', 'post'].map((name) => ({ uid: `api::${name}.${name}` })),
    );
  });
  afterAll(() => app?.destroy());

  const expectFile = async (file: File, size: { width: number; height: number }) => {
    expect(file).toMatchObject(size);
    expect(file.alternativeText.length).toBeGreaterThan(5);
    const onDisk = join(app.appDir, 'public', file.url);
    expect(existsSync(onDisk)).toBe(true);
    const { format, width, height } = await sharp(onDisk).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', ...size });
  };

  const landscape = { width: 1536, height: 1024 };
  const square = { width: 1024, height: 1024 };

  it('go into a Markdown body after the sections they belong to, and into the cover', async () => {
    const uid = 'api::guide.guide';
    const documentId = await createDraft(app, uid, { title: 'A coast walk', body: markdownBody });
    const run = await generate(app, { uid, documentId });
    expect(run).toMatchObject({
      status: 'completed',
      percent: 100,
      phase: 'done',
      isPreview: true,
    });
    expect(run.images.map(({ role, position, status }) => [role, position, status])).toEqual([
      ['featured', 0, 'attached'],
      ['in_article', 1, 'attached'],
      ['in_article', 2, 'attached'],
    ]);
    const guide = await readDocument(app, uid, documentId);
    await expectFile(guide?.featuredImage as File, landscape);
    const body = String(guide?.body);
    expect(body.match(/!\[[^\]]+\]\([^)]+\)/g)).toHaveLength(2);
    const without = body.replace(/!\[[^\]]*\]\([^)]*\)\s*/g, '').replace(/\s+/g, ' ');
    expect(without.trim()).toBe(markdownBody.replace(/\s+/g, ' ').trim());
    const files = await app.strapi.db
      .query('plugin::upload.file')
      .findMany({ where: { id: { $in: run.images.map(({ file }) => file?.id) } } });
    const sizes = files.map(({ width, height }: File) => `${width}x${height}`).sort();
    expect(sizes).toEqual(['1024x1024', '1536x1024', '1536x1024']);
  });

  it('go into a Strapi Blocks body as image nodes that Strapi itself accepts', async () => {
    const uid = 'api::story.story';
    const documentId = await createDraft(app, uid, { title: 'A coast walk', content: blocksBody });
    await generate(app, { uid, documentId });
    const story = await readDocument(app, uid, documentId);
    const nodes = (story?.content as { type: string; image?: File }[]) ?? [];
    const images = nodes.filter(({ type }) => type === 'image');
    expect(images).toHaveLength(2);
    expect(nodes.filter(({ type }) => type !== 'image')).toEqual(blocksBody);
    expect(images[1]?.image).toMatchObject(square);
    expect(images[0]?.image?.alternativeText).toBeTruthy();
    await expectFile(story?.image as File, landscape);
    const admin = await app.admin();
    const saved = await admin
      .put(`/content-manager/collection-types/${uid}/${documentId}?locale=en`)
      .send({ title: 'Saved again', content: story?.content });
    expect(saved.status).toBe(200);
  });

  it('go into an HTML body as figures, and fill the required cover so that it can be published', async () => {
    const uid = 'api::post.post';
    const documentId = await createDraft(app, uid, { title: 'A coast walk', body: htmlBody });
    const admin = await app.admin();
    const publish = () =>
      admin
        .post(`/content-manager/collection-types/${uid}/${documentId}/actions/publish?locale=en`)
        .send({});
    expect((await publish()).status).toBe(400);
    await generate(app, { uid, documentId });
    const post = await readDocument(app, uid, documentId);
    const body = String(post?.body);
    expect(body.match(/<figure[^>]*>/g)).toHaveLength(2);
    expect(body.replace(/<figure.*?<\/figure>/g, '')).toBe(htmlBody);
    expect((await publish()).status).toBe(200);
  });

  it('go between the components of a dynamic zone as media components', async () => {
    const uid = 'api::article.article';
    const documentId = await createDraft(app, uid, { title: 'A coast walk', blocks: zoneBody });
    await generate(app, { uid, documentId });
    const article = await readDocument(app, uid, documentId);
    const zone = (article?.blocks as { __component: string; body?: string; file?: File }[]) ?? [];
    expect(zone.filter(({ __component }) => __component === 'shared.media')).toHaveLength(2);
    expect(
      zone.filter(({ __component }) => __component === 'shared.rich-text').map(({ body }) => body),
    ).toEqual(zoneBody.map(({ body }) => body));
    const first = zone.findIndex(({ __component }) => __component === 'shared.media');
    expect(zone[first - 1]?.__component).toBe('shared.rich-text');
    await expectFile(zone[first]?.file as File, landscape);
  });

  it('stand in one folder of the Media Library, with their alternative text', async () => {
    const folders = await app.strapi.db
      .query('plugin::upload.folder')
      .findMany({ populate: { files: true } });
    const [folder, ...others] = folders.filter(({ name }) => name === 'Article images');
    expect(others).toEqual([]);
    expect(folder?.files.length).toBeGreaterThanOrEqual(12);
    expect(folder?.files.every((file: File) => Boolean(file.alternativeText))).toBe(true);
  });

  it('are made once by fifty clicks at the same moment', async () => {
    const uid = 'api::guide.guide';
    const documentId = await createDraft(app, uid, { title: 'Fifty', body: markdownBody });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => startRun(app, { uid, documentId })),
    );
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.meta.isNew)).toHaveLength(1);
    const run = await waitForRun(app, answers[0]?.body.data.id);
    expect(run.images).toHaveLength(3);
  });

  it('are made anew on request, while the old files stay in the library', async () => {
    const uid = 'api::guide.guide';
    const documentId = await createDraft(app, uid, { title: 'Twice', body: markdownBody });
    const first = await generate(app, { uid, documentId });
    expect((await startRun(app, { uid, documentId })).body.error.details.code).toBe(
      'nothing_to_generate',
    );
    const second = await generate(app, { uid, documentId, replace: true });
    expect(second.status).toBe('completed');
    const guide = await readDocument(app, uid, documentId);
    expect((guide?.featuredImage as File).id).toBe(second.images[0]?.file?.id);
    expect(String(guide?.body).match(/!\[/g)).toHaveLength(2);
    const old = await app.strapi.db
      .query('plugin::upload.file')
      .count({ where: { id: { $in: first.images.map(({ file }) => file?.id) } } });
    expect(old).toBe(3);
  });

  it('cost what the estimate said', async () => {
    const uid = 'api::guide.guide';
    const documentId = await createDraft(app, uid, { title: 'Price', body: markdownBody });
    const admin = await app.admin();
    const estimate = await admin
      .post('/article-images/estimate')
      .send({ uid, documentId, locale: 'en', count: 3 });
    expect(estimate.body.data).toMatchObject({
      images: 4,
      count: 3,
      costMicroUsd: 0,
      tier: 'basic',
    });
    const run = await generate(app, { uid, documentId, count: 3 });
    expect(run.images).toHaveLength(4);
    expect(run.costMicroUsd).toBe(estimate.body.data.costMicroUsd);
  });
});
