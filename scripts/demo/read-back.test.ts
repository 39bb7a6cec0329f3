import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImageDto, RunDto } from '../../shared/contracts/runs';
import { createAdminClient } from '../../test/site/admin-client';
import type { DemoArticle } from './demo-articles';
import { readBack } from './read-back';

let appDir = '';
let server: Server;
let url = '';
/** What the site answers when the published article is read. */
let published: Record<string, unknown>;

const drawTo = (name: string, width: number) =>
  sharp({ create: { width, height: 80, channels: 3, background: 'teal' } })
    .webp()
    .toFile(join(appDir, 'public/uploads', name));

beforeEach(async () => {
  appDir = mkdtempSync(join(tmpdir(), 'read-back-'));
  mkdirSync(join(appDir, 'public/uploads'), { recursive: true });
  await drawTo('cover.webp', 120);
  await drawTo('pan.webp', 90);
  published = {
    cover: { url: '/uploads/cover.webp', alternativeText: 'A table.' },
    body: '## Directions\n\nFry.\n\n![A pan.](/uploads/pan.webp)\n\n## Notes\n\nEat.',
  };
  server = createServer((request, response) => {
    const isInit = request.url === '/admin/init';
    const data = isInit ? { hasAdmin: true } : { token: 'token', ...published };
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  rmSync(appDir, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

const article: DemoArticle = {
  uid: 'api::guide.guide',
  locale: 'en',
  format: 'markdown',
  bodyField: 'body',
  coverField: 'cover',
  press: 'publish',
  values: { title: 'Carbonara' },
};

const image = (changes: Partial<ImageDto>) => changes as ImageDto;
const images = [
  image({ role: 'featured', position: 0, heading: null, file: fileAt('/uploads/cover.webp') }),
  image({
    role: 'in_article',
    position: 1,
    heading: 'Directions',
    file: fileAt('/uploads/pan.webp'),
  }),
];

function fileAt(address: string): ImageDto['file'] {
  return { id: 1, url: address, thumbnailUrl: address, width: 1, height: 1, name: address };
}

const read = async () => {
  const account = { firstname: 'A', lastname: 'B', email: 'a@example.com', password: 'Secret-1' };
  const admin = await createAdminClient({ url, account });
  const ref = { uid: article.uid, documentId: 'doc', locale: 'en' };
  const run = { id: 'run', images } as RunDto;
  return readBack(admin, { appDir, illustrated: { article, ref, run, ms: 5 } });
};

describe('reading a demo article back', () => {
  it('reports what stands in the document and on disk', async () => {
    expect(await read()).toMatchObject({
      runId: 'run',
      featured: { size: '120x80', alt: 'A table.' },
      inArticle: [{ position: 1, size: '90x80', alt: 'A pan.', anchor: 'Directions' }],
    });
  });

  it.each([
    ['the cover is empty', () => (published.cover = null), /no picture in cover/],
    [
      'the cover is another file',
      () => (published.cover = { url: '/uploads/pan.webp', alternativeText: 'x' }),
      /another cover/,
    ],
    [
      'the cover says nothing to who cannot see it',
      () => (published.cover = { url: '/uploads/cover.webp', alternativeText: '' }),
      /no alternative text/,
    ],
    ['the body lost its picture', () => (published.body = '## Directions'), /holds 0 pictures/],
    [
      'the picture stands under another heading',
      () => (published.body = '## Notes\n\n![A pan.](/uploads/pan.webp)'),
      /meant for "Directions" stands under "Notes"/,
    ],
    ['the file is gone', () => rmSync(join(appDir, 'public/uploads/pan.webp')), /does not exist/],
  ])('refuses the claim when %s', async (_, change, message) => {
    change();
    await expect(read()).rejects.toThrow(message);
    await expect(read()).rejects.toMatchObject({ code: 'claim_failed' });
  });
});
