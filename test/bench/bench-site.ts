import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAdminClient, type AdminClient } from '../site/admin-client';
import { createDraft, type DocumentRef } from '../site/articles';
import { startSite, type Site } from '../site/site-process';
import { copyHostApp, removeFolder } from '../integration/harness/app-folder';
import { PROJECT_ROOT } from '../integration/harness/project-root';

export const GUIDE = 'api::guide.guide';

/** Images of the model that serves this tier are 1536x1024 in landscape; the catalogue says so. */
export const PAID_TIER = 'quality';

const ACCOUNT = {
  firstname: 'Ada',
  lastname: 'Admin',
  email: 'ada@example.com',
  password: 'Bench-1-pictures',
};

const BODY = readFileSync(join(PROJECT_ROOT, 'test/fixtures/demo/penguins.md'), 'utf8');

export type BenchSite = { site: Site; admin: AdminClient; close(): Promise<void> };

/** What a terminal has set must not decide what is measured. */
const CLEAN = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(OPENAI_|ARTICLE_IMAGES_|DATABASE_)/.test(name))
    .map((name) => [name, undefined]),
);

export const startAt = (appDir: string, env: Record<string, string>): Promise<Site> =>
  startSite({ appDir, env: { ...CLEAN, LOG_LEVEL: 'error', ...env } });

/** A fresh host app on SQLite in a process of its own, with a signed-in administrator. */
export const openBenchSite = async (
  name: string,
  env: Record<string, string>,
): Promise<BenchSite> => {
  const appDir = copyHostApp(name);
  const site = await startAt(appDir, env);
  const admin = await createAdminClient({ url: site.url, account: ACCOUNT });
  return {
    site,
    admin,
    async close() {
      await site.stop();
      removeFolder(appDir);
    },
  };
};

export const openAiAt = (baseUrl: string, concurrency: number): Record<string, string> => ({
  ARTICLE_IMAGES_OPENAI_BASE_URL: baseUrl,
  ARTICLE_IMAGES_OPENAI_API_KEY: 'bench',
  ARTICLE_IMAGES_OPENAI_CONCURRENCY: String(concurrency),
});

/** A draft of about 1,700 words with eleven headings. */
export const writeGuide = (admin: AdminClient, number: number): Promise<DocumentRef> =>
  createDraft(admin, {
    uid: GUIDE,
    locale: 'en',
    values: { title: `Penguins, part ${number}`, body: BODY },
  });
