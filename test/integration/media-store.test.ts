import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MediaStore } from '../../server/src/ports/stores';
import { createMediaStore } from '../../server/src/strapi/media-store';
import { bootStrapi, type BootedStrapi } from './boot-strapi';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';

let app: BootedStrapi;
let store: MediaStore;
let tmpDir: string;
let bytes: Buffer;

const newStore = () => createMediaStore({ strapi: app.strapi, tmpDir });
const picture = (imageId: string, alternativeText = 'A fox asleep in the snow') => ({
  imageId,
  bytes,
  extension: 'webp',
  mediaType: 'image/webp',
  alternativeText,
  caption: 'Winter',
  userId: null,
});
const folders = () => app.strapi.db.query(FOLDER).findMany({ orderBy: { id: 'asc' } });
const countFiles = () => app.strapi.db.query(FILE).count({});
const leftovers = () => (existsSync(tmpDir) ? readdirSync(tmpDir) : []);

beforeAll(async () => {
  app = await bootStrapi({ name: 'media', withPlugin: false });
  tmpDir = join(app.appDir, '.tmp', 'uploads');
  store = newStore();
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  bytes = await sharp({
    create: { width: 1200, height: 800, channels: 3, background: '#456', noise },
  })
    .webp({ quality: 60 })
    .toBuffer();
});
afterEach(async () => {
  expect(leftovers()).toEqual([]);
  await app.strapi.db.query(FILE).deleteMany({});
});
afterAll(() => app.destroy());

describe('media store', () => {
  it('makes one folder when many pictures arrive at once in an empty library, from two processes', async () => {
    const stores = [newStore(), newStore()];
    const ids = Array.from({ length: 20 }, (_, index) => `burst${index}`);
    const files = await Promise.all(ids.map((id, index) => stores[index % 2]!.store(picture(id))));
    expect(new Set(files.map(({ id }) => id)).size).toBe(20);
    const made = await folders();
    expect(made.map(({ name }: { name: string }) => name)).toEqual(['Article images']);
    const inFolder = await app.strapi.db.query(FILE).count({ where: { folder: made[0].id } });
    expect(inFolder).toBe(20);
  });

  it('stores a picture with its texts, its size and the formats Strapi makes', async () => {
    const file = await store.store(picture('img1'));
    expect(file).toMatchObject({
      name: 'a-fox-asleep-in-the-snow.img1.webp',
      alternativeText: 'A fox asleep in the snow',
      caption: 'Winter',
      width: 1200,
      height: 800,
      ext: '.webp',
      mime: 'image/webp',
      provider: 'local',
    });
    expect(Object.keys(file.formats ?? {}).sort()).toEqual([
      'large',
      'medium',
      'small',
      'thumbnail',
    ]);
    expect(existsSync(join(app.appDir, 'public', file.url))).toBe(true);
    expect(await store.find(file.id)).toEqual(file);
  });

  it('finds the file of an earlier attempt instead of uploading twice', async () => {
    const first = await store.store(picture('img2'));
    const again = await newStore().store(picture('img2', 'Another text'));
    expect(again.id).toBe(first.id);
    expect(await countFiles()).toBe(1);
  });

  it('clears away what an upload that was killed left behind', async () => {
    mkdirSync(tmpDir, { recursive: true });
    writeFileSync(join(tmpDir, 'img2-half'), 'half a picture');
    writeFileSync(join(tmpDir, 'img20-other'), 'of another image');
    await store.store(picture('img2'));
    expect(leftovers()).toEqual(['img20-other']);
    await store.store(picture('img20'));
  });

  it('does not take the file of an image whose id ends alike', async () => {
    const first = await store.store(picture('x-img3'));
    const other = await store.store(picture('img3'));
    expect(other.id).not.toBe(first.id);
  });

  it('takes alternative texts of any script and length', async () => {
    const japanese = await store.store(picture('img4', '雪の中で眠る狐'));
    expect(japanese.name).toBe('雪の中で眠る狐.img4.webp');
    const long = await store.store(picture('img5', '狐'.repeat(400)));
    expect(long.alternativeText).toBe('狐'.repeat(400));
    expect(existsSync(join(app.appDir, 'public', long.url))).toBe(true);
  });

  it('names the uploader, and does without one who was deleted meanwhile', async () => {
    await app.adminToken();
    const [user] = await app.strapi.db.query('admin::user').findMany({});
    const creatorOf = async (id: number) =>
      (await app.strapi.db.query(FILE).findOne({ where: { id }, populate: ['createdBy'] }))
        .createdBy;
    const own = await store.store({ ...picture('img6'), userId: user.id });
    expect((await creatorOf(own.id)).id).toBe(user.id);
    const orphan = await store.store({ ...picture('img7'), userId: 4711 });
    expect(await creatorOf(orphan.id)).toBeNull();
  });

  it('reports an upload provider that fails, and succeeds when it is back', async () => {
    const { provider } = app.strapi.plugin('upload');
    const failing = vi
      .spyOn(provider, 'uploadStream')
      .mockRejectedValue(new Error('bucket is full'));
    await expect(store.store(picture('img8'))).rejects.toMatchObject({
      code: 'upload_failed',
      isRetryable: true,
      charged: 'yes',
      message: expect.stringContaining('bucket is full'),
    });
    expect(await countFiles()).toBe(0);
    failing.mockRestore();
    expect((await store.store(picture('img8'))).name).toContain('img8');
  });

  it('reports a picture that is larger than the site allows', async () => {
    app.strapi.config.set('plugin::upload.sizeLimit', 100);
    await expect(store.store(picture('img9'))).rejects.toMatchObject({ code: 'upload_failed' });
    app.strapi.config.set('plugin::upload.sizeLimit', 1_000_000_000);
    expect(await countFiles()).toBe(0);
  });

  it('keeps using its folder after an admin renamed it, and makes a new one after it was deleted', async () => {
    const [folder] = await folders();
    const rename = { where: { id: folder.id }, data: { name: 'Pictures' } };
    await app.strapi.db.query(FOLDER).update(rename);
    await store.store(picture('img10'));
    expect(await folders()).toHaveLength(1);
    await app.strapi.db.query(FOLDER).delete({ where: { id: folder.id } });
    await newStore().store(picture('img11'));
    expect((await folders()).map(({ name }: { name: string }) => name)).toEqual(['Article images']);
  });

  it('returns a file that Strapi accepts as an image node of a Blocks body', async () => {
    const file = await store.store(picture('img12'));
    const node = { type: 'image', image: file, children: [{ type: 'text', text: '' }] };
    const story = await app.strapi.documents('api::story.story').create({
      data: { title: 'With a picture', content: [node] } as never,
    });
    expect(story.documentId).toBeTruthy();
  });

  it('knows no file that is not there', async () => {
    expect(await store.find(4711)).toBeNull();
  });
});
