import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';
import type { Output } from './output';
import { runNode } from './run-command';

export const DEMO_DIR = '.demo';
export const APP_DIR = join(DEMO_DIR, 'app');

const PLUGIN_SOURCES = [
  'package-lock.json',
  'package.json',
  'strapi-server.ts',
  'strapi-admin.ts',
  'config',
  'shared',
  'server',
  'admin',
];
const ADMIN_SOURCES = ['package-lock.json', 'dist/admin', 'test/host-app/src'];

/** Runs `work` unless it ran with the same sources and its result is still there. */
const onlyWhenChanged = async ({
  name,
  sources,
  result,
  work,
}: {
  name: string;
  sources: string[];
  result: string;
  work: () => Promise<void>;
}): Promise<void> => {
  const stamp = join(DEMO_DIR, `${name}.sha256`);
  const current = fingerprint(sources);
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
  if (known === current && existsSync(result)) return;
  rmSync(stamp, { force: true });
  await work();
  writeFileSync(stamp, current);
};

const buildPlugin = (output: Output): Promise<void> =>
  onlyWhenChanged({
    name: 'plugin',
    sources: PLUGIN_SOURCES,
    result: 'dist/server/index.js',
    work: () => {
      output.line('Building the plugin ...');
      return runNode(['scripts/build.mjs'], { cwd: '.' });
    },
  });

/** A fresh copy of the host app with an empty database; a built admin of an earlier demo is kept. */
const copyApp = (): void => {
  const build = join(APP_DIR, 'build');
  const kept = join(DEMO_DIR, 'admin-build');
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(build)) renameSync(build, kept);
  rmSync(APP_DIR, { recursive: true, force: true });
  cpSync('test/host-app', APP_DIR, { recursive: true });
  if (existsSync(kept)) renameSync(kept, build);
};

const buildAdmin = (output: Output): Promise<void> =>
  onlyWhenChanged({
    name: 'admin',
    sources: ADMIN_SOURCES,
    result: join(APP_DIR, 'build', 'index.html'),
    work: () => {
      output.line('Building the admin (about half a minute the first time) ...');
      return runNode(['strapi.js', 'build'], { cwd: APP_DIR });
    },
  });

/** Builds the plugin, makes `.demo/app` and builds its admin. Returns the app's folder. */
export const prepareApp = async (output: Output): Promise<string> => {
  await buildPlugin(output);
  copyApp();
  await buildAdmin(output);
  return APP_DIR;
};
