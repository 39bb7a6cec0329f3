import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT_ROOT } from './project-root';

const BUNDLE = 'dist/server/index.js';
const SOURCES = ['server/src', 'shared', 'config'];

type Change = { path: string; at: number };

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return isSource(entry.name) ? [path] : [];
  });

const latestChange = (root: string): Change =>
  ['strapi-server.ts', ...SOURCES]
    .map((source) => join(root, source))
    .flatMap((path) => (statSync(path).isDirectory() ? sourceFiles(path) : [path]))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .reduce((latest, change) => (change.at > latest.at ? change : latest));

/**
 * Strapi loads the bundle, not the sources: a test of yesterday's bundle proves nothing.
 * Throws when the bundle is missing or older than a source file.
 */
export const assertBuiltPlugin = (root = PROJECT_ROOT): void => {
  const bundle = statSync(join(root, BUNDLE), { throwIfNoEntry: false });
  if (!bundle) {
    throw new Error(`${BUNDLE} does not exist. Run "npm run build" before the integration tests.`);
  }
  const { path, at } = latestChange(root);
  if (at > bundle.mtimeMs) {
    throw new Error(
      `${relative(root, path)} is newer than ${BUNDLE}. Run "npm run build" before the integration tests.`,
    );
  }
};
