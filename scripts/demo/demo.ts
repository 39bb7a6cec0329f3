import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAdminClient, type AdminAccount } from '../../test/site/admin-client';
import { enableTypes } from '../../test/site/runs';
import { startSite, type Site } from '../../test/site/site-process';
import { drawContactSheet } from './contact-sheet';
import { demoArticles } from './demo-articles';
import { DemoError, describeFailure } from './demo-error';
import { illustrate } from './illustrate';
import { createOutput, type Output } from './output';
import { APP_DIR, DEMO_DIR, prepareApp } from './prepare-app';
import { readBack, type ArticleReport } from './read-back';

const isJson = process.argv.includes('--json');
const isOnce = process.argv.includes('--once');

const ACCOUNT: AdminAccount = {
  firstname: 'Demo',
  lastname: 'Editor',
  email: 'demo@example.com',
  password: 'Demo-pictures-1',
};
const CONTACT_SHEET = join(DEMO_DIR, 'contact-sheet.png');
const LOCK = join(DEMO_DIR, 'demo.pid');

/** The demo shows what works without keys and money: those of the terminal do not reach it. */
const withoutKeys = (): Record<string, string> =>
  Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => /^(OPENAI_|ARTICLE_IMAGES_|DATABASE_)/.test(name))
      .map((name) => [name, '']),
  );

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Two demos would share one folder and one database. */
const lock = (): void => {
  mkdirSync(DEMO_DIR, { recursive: true });
  const pid = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
  if (pid > 0 && isAlive(pid)) {
    throw new DemoError(
      'already_running',
      `A demo is running already (process ${pid}). Stop it first.`,
    );
  }
  writeFileSync(LOCK, String(process.pid));
};

const makePictures = async (site: Site, output: Output): Promise<ArticleReport[]> => {
  const admin = await createAdminClient({ url: site.url, account: ACCOUNT });
  const articles = demoArticles();
  await enableTypes(admin, { uids: articles.map(({ uid }) => uid), isAutomatic: true });
  const progress = output.progress();
  try {
    const illustrated = await Promise.all(
      articles.map((article) =>
        illustrate(admin, article, (run) => progress.update(article.values.title, run)),
      ),
    );
    return await Promise.all(
      illustrated.map((one) => readBack(admin, { appDir: APP_DIR, illustrated: one })),
    );
  } finally {
    progress.stop();
  }
};

const tell = (
  output: Output,
  { site, reports }: { site: Site; reports: ArticleReport[] },
): void => {
  const pictures = reports.reduce((sum, { inArticle }) => sum + 1 + inArticle.length, 0);
  output.line();
  output.line(
    `${reports.length} articles, ${pictures} pictures, all found in the published articles:`,
  );
  for (const { title, uid, documentId, locale, inArticle } of reports) {
    const query = `?plugins[i18n][locale]=${locale}`;
    output.line(`  ${title} (1 + ${inArticle.length})`);
    output.line(
      `    ${site.url}/admin/content-manager/collection-types/${uid}/${documentId}${query}`,
    );
  }
  output.line();
  output.line(`  Admin     ${site.url}/admin`);
  output.line(`  Login     ${ACCOUNT.email}`);
  output.line(`  Password  ${ACCOUNT.password}`);
  output.line(`  Settings  ${site.url}/admin/settings/article-images`);
  output.line(`  Overview  ${CONTACT_SHEET}`);
  output.line();
  output.line('The pictures are drawn by the built-in preview. Press Ctrl-C to stop.');
};

const interruption = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

/** Everything that needs the running site; ends early when somebody presses Ctrl-C. */
const present = async (site: Site, output: Output): Promise<ArticleReport[]> => {
  const interrupted = interruption();
  const reports = await Promise.race([
    makePictures(site, output),
    interrupted.then((): never => {
      throw new DemoError('interrupted', 'The demo was stopped before the pictures were ready.');
    }),
  ]);
  await drawContactSheet(reports, CONTACT_SHEET);
  if (!isJson) tell(output, { site, reports });
  if (!isOnce) await interrupted;
  return reports;
};

const runDemo = async (output: Output): Promise<ArticleReport[]> => {
  lock();
  try {
    const appDir = await prepareApp(output);
    output.line('Starting Strapi ...');
    const site = await startSite({ appDir, env: withoutKeys() });
    try {
      return await present(site, output);
    } finally {
      output.line('Stopping Strapi ...');
      await site.stop();
    }
  } finally {
    rmSync(LOCK, { force: true });
  }
};

const answer = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const main = async (): Promise<void> => {
  const output = createOutput(isJson ? process.stderr : process.stdout);
  try {
    const articles = await runDemo(output);
    if (isJson) answer({ ok: true, appDir: APP_DIR, articles });
  } catch (cause) {
    const error = describeFailure(cause);
    if (isJson) answer({ ok: false, error });
    output.line(`\nThe demo failed (${error.code}): ${error.message}`);
    process.exitCode = 1;
  }
};

void main();
