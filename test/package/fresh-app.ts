import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../integration/harness/project-root';
import { runProgram } from './run-program';

/** The dist-tag "latest" has pointed to a release whose own packages were not published: never use it here. */
const STRAPI = '5.54.0';

const CREATE_FLAGS = [
  '--js',
  '--use-npm',
  '--no-install',
  '--no-git-init',
  '--no-example',
  '--skip-cloud',
  '--no-run',
  '--non-interactive',
  '--dbclient=sqlite',
  // Left out, the generator writes an empty DATABASE_FILENAME, which SQLite cannot open.
  '--dbfile=.tmp/data.db',
];

/** A content type as a site would have one, next to the plugin. */
const ARTICLE_TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string', required: true },
    body: { type: 'richtext' },
    cover: { type: 'media', multiple: false, allowedTypes: ['images'] },
  },
};

export type PackedPlugin = { tarball: string; files: string[] };

/** Packs what npm would publish. Throws when the plugin has not been built. */
export const packPlugin = async (folder: string): Promise<PackedPlugin> => {
  if (!existsSync(join(PROJECT_ROOT, 'dist/server/index.js'))) {
    throw new Error('dist is missing: run "npm run build" before the package test.');
  }
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const output = await runProgram('npm', args, { cwd: PROJECT_ROOT });
  const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error(`npm pack told nothing: ${output}`);
  return { tarball: resolve(folder, packed.filename), files: packed.files.map(({ path }) => path) };
};

/** Makes an app with Strapi's own generator, without its packages. Returns its folder. */
export const generateApp = async (folder: string): Promise<string> => {
  const args = ['--yes', `create-strapi-app@${STRAPI}`, 'app', ...CREATE_FLAGS];
  await runProgram('npx', args, { cwd: folder });
  const appDir = join(folder, 'app');
  const types = join(appDir, 'src/api/article/content-types/article');
  mkdirSync(types, { recursive: true });
  writeFileSync(join(types, 'schema.json'), JSON.stringify(ARTICLE_TYPE, null, 2));
  return appDir;
};

/** Installs the app's packages and the plugin from its tarball, as a person would, in one go. */
export const installPlugin = (appDir: string, tarball: string): Promise<string> =>
  runProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: appDir,
  });

export const buildAdmin = (appDir: string): Promise<string> =>
  runProgram('npm', ['run', 'build'], { cwd: appDir });
