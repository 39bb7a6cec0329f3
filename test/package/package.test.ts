import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdmin } from '../site/admin-browser';
import { createAdminClient } from '../site/admin-client';
import { createDraft, readDocument, type DocumentRef } from '../site/articles';
import { bodyPictures } from '../site/body-pictures';
import { enableTypes, startRun, waitForRun } from '../site/runs';
import { startSite, type Site } from '../site/site-process';
import { buildAdmin, generateApp, installPlugin, packPlugin, type PackedPlugin } from './fresh-app';

/** Outside the project: inside it, Node would find packages the tarball forgot to ask for. */
let folder = '';
let appDir = '';
let packed: PackedPlugin;
let site: Site | null = null;
let ref: DocumentRef;

const ACCOUNT = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Package-test-1',
};

const UID = 'api::article.article';
const BODY = readFileSync('test/fixtures/demo/carbonara.md', 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article-images-package-'));
  packed = await packPlugin(folder);
  appDir = await generateApp(folder);
  await installPlugin(appDir, packed.tarball);
  await buildAdmin(appDir);
}, 900_000);

afterAll(async () => {
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the published package', () => {
  it('holds the bundles, the types and what a reader needs, and nothing else', () => {
    const others = packed.files.filter((path) => !path.startsWith('dist/'));
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(packed.files).toContain('dist/server/index.js');
    expect(packed.files).toContain('dist/admin/index.mjs');
    expect(packed.files.filter((path) => /\.test\.|__fixtures__|\.tsx?$/.test(path))).toEqual(
      packed.files.filter((path) => path.endsWith('.d.ts')),
    );
  });

  it('is one copy of Strapi with the app it is installed in', () => {
    const fromPlugin = createRequire(
      join(appDir, 'node_modules/strapi-plugin-article-images/package.json'),
    );
    const fromApp = createRequire(join(appDir, 'package.json'));
    for (const name of ['@strapi/strapi', '@strapi/utils', 'react', 'styled-components']) {
      const manifest = `${name}/package.json`;
      expect(fromPlugin.resolve(manifest)).toBe(fromApp.resolve(manifest));
    }
    expect(fromApp('@strapi/strapi/package.json').version).toBe('5.54.0');
    expect(fromApp('@strapi/utils/package.json').version).toBe('5.54.0');
  });

  it('gives an article its pictures in a fresh app, without any configuration', async () => {
    site = await startSite({
      appDir,
      args: ['node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    });
    const admin = await createAdminClient({ url: site.url, account: ACCOUNT });
    expect((await fetch(`${site.url}/admin`)).status).toBe(200);
    await enableTypes(admin, { uids: [UID], isAutomatic: false });

    const values = { title: 'Carbonara', body: BODY };
    ref = await createDraft(admin, { uid: UID, locale: null, values });
    const started = await startRun(admin, ref, { count: 1 });
    const run = await waitForRun(admin, started.id);
    expect(run).toMatchObject({ status: 'completed', counts: { attached: 2, failed: 0 } });

    const document = await readDocument(admin, ref);
    const cover = document.cover as { url: string; alternativeText: string };
    const pictures = bodyPictures('markdown', document.body);
    expect(cover.alternativeText).not.toBe('');
    expect(pictures).toHaveLength(1);
    for (const url of [cover.url, ...pictures.map((picture) => picture.url)]) {
      const file = join(appDir, 'public', new URL(url, site.url).pathname);
      expect(existsSync(file)).toBe(true);
      expect((await sharp(file).metadata()).format).toBe('webp');
    }
  });

  it('shows its panel and its settings in the admin, which holds one copy of everything they share', async () => {
    const { url } = site as Site;
    const { browser, page, pageErrors } = await openAdmin(url, ACCOUNT);
    try {
      await page.goto(`${url}/admin/content-manager/collection-types/${UID}/${ref.documentId}`);
      await page.getByText('Article images', { exact: true }).first().waitFor();
      await page.goto(`${url}/admin/settings/article-images`);
      await page.getByRole('heading', { name: 'Article Images' }).waitFor();
      await page.getByText('Content types', { exact: true }).first().waitFor();
      expect(pageErrors).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('lets Strapi end when it is asked to', async () => {
    expect(await site?.stop()).toBe(0);
    site = null;
  });
});
