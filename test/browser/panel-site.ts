import { existsSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../scripts/demo/fingerprint';
import { runNode } from '../../scripts/demo/run-command';
import { copyHostApp, removeFolder } from '../integration/harness/app-folder';
import { assertBuiltPlugin } from '../integration/harness/built-plugin';
import { PROJECT_ROOT } from '../integration/harness/project-root';
import { openAdmin, type AdminBrowser } from '../site/admin-browser';
import { createAdminClient, type AdminClient } from '../site/admin-client';
import { enableTypes } from '../site/runs';
import { startSite, type Site } from '../site/site-process';
import { createPanelPage, type PanelPage } from './panel-page';

const ACCOUNT = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Browser-test-1',
};

export const TYPES = {
  article: 'api::article.article',
  story: 'api::story.story',
  guide: 'api::guide.guide',
  post: 'api::post.post',
  about: 'api::about.about',
};

const CACHE = join(PROJECT_ROOT, '.cache', 'admin-builds');

const pluginRoot = (): string => process.env.ARTICLE_IMAGES_ROOT ?? PROJECT_ROOT;

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('.test.'))
    .map((name) => statSync(join(folder, name)))
    .filter((entry) => entry.isFile())
    .reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), 0);

/** A test of yesterday's bundle proves nothing. */
const assertBuilt = (): void => {
  const root = pluginRoot();
  assertBuiltPlugin(root);
  if (newest(join(root, 'admin/src')) > newest(join(root, 'dist/admin'))) {
    throw new Error('admin/src is newer than dist/admin. Run "npm run build" before these tests.');
  }
};

/** Strapi's admin with the plugin in it. Building it takes half a minute, so one build serves all files of tests. */
const prepareApp = async (name: string): Promise<string> => {
  assertBuilt();
  const sources = [join(pluginRoot(), 'dist/admin'), join(PROJECT_ROOT, 'test/host-app/src')];
  const kept = join(CACHE, fingerprint(sources));
  const appDir = copyHostApp(name);
  if (existsSync(kept)) {
    cpSync(kept, join(appDir, 'build'), { recursive: true });
    return appDir;
  }
  await runNode(['strapi.js', 'build'], { cwd: appDir });
  removeFolder(CACHE);
  mkdirSync(CACHE, { recursive: true });
  cpSync(join(appDir, 'build'), kept, { recursive: true });
  return appDir;
};

export type PanelSite = {
  url: string;
  admin: AdminClient;
  browser: AdminBrowser['browser'];
  page: AdminBrowser['page'];
  panel: PanelPage;
  pageErrors: string[];
  /** A second tab of the same person. */
  openTab: () => Promise<PanelPage>;
  close: () => Promise<void>;
};

/** A real Strapi with the built-in preview model, all example types switched on, and a browser signed in to it. */
export const openPanelSite = async (
  name: string,
  { count = 2 }: { count?: number } = {},
): Promise<PanelSite> => {
  const appDir = await prepareApp(name);
  const site: Site = await startSite({ appDir });
  const admin = await createAdminClient({ url: site.url, account: ACCOUNT });
  await enableTypes(admin, { uids: Object.values(TYPES), isAutomatic: false, count });
  const { browser, page, pageErrors } = await openAdmin(site.url, ACCOUNT);
  await page.setViewportSize({ width: 1440, height: 900 });
  return {
    url: site.url,
    admin,
    browser,
    page,
    pageErrors,
    panel: createPanelPage(page, site.url),
    openTab: async () => {
      const opened = page.waitForEvent('popup');
      await page.evaluate(() => void window.open('about:blank'));
      return createPanelPage(await opened, site.url);
    },
    close: async () => {
      await browser.close();
      await site.stop();
      removeFolder(appDir);
    },
  };
};
