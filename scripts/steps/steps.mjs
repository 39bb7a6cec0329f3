import { rmSync } from 'node:fs';
import { join } from 'node:path';

const REPORTS = join('.cache', 'reports');

/** A tool of node_modules/.bin, by its path: no step depends on how the script itself was started. */
const tool = (name, bin, ...args) => ({ name, command: join('node_modules', '.bin', bin), args });
const script = (name, file, ...args) => ({
  name,
  command: process.execPath,
  args: [file, ...args],
});

const vitest = (name, ...projects) => {
  const report = join(REPORTS, `${name.replaceAll(' ', '-')}.json`);
  // A report of an earlier run must not speak for this one.
  rmSync(report, { force: true });
  const args = ['run', ...projects.flatMap((project) => ['--project', project])];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { ...tool(name, 'vitest', ...args, ...reporters), report };
};

const SOURCES = ['strapi-server.ts', 'strapi-admin.ts', 'config', 'shared', 'server', 'admin'];

const install = () => script('install', 'scripts/install.mjs');
const provision = () => script('provision', 'scripts/provision.mjs');
const format = () =>
  tool('format', 'prettier', '--check', '--cache', '--cache-location=.cache/prettier', '.');
const lint = () =>
  tool('lint', 'eslint', '.', '--max-warnings=0', '--cache', '--cache-location=.cache/eslint/');
const types = () =>
  tool(
    'types',
    'tsc',
    '-p',
    '.',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/types.tsbuildinfo',
  );
const importRules = () =>
  tool('import rules', 'depcruise', ...SOURCES, '--config', '.dependency-cruiser.cjs');

/** What `npm run check` runs while working: no app, no network, no services. */
export const quickSteps = () => [
  format(),
  lint(),
  types(),
  importRules(),
  vitest('unit tests', 'unit', 'admin'),
];

/** Everything `npm test` runs before the other steps can: packages, then services. */
export const preparationSteps = () => [install(), { ...provision(), after: ['install'] }];

/** The rest of `npm test`. Steps with a lane boot apps: one at a time, or their timings mean nothing. */
export const testSteps = () => [
  script('build', 'scripts/build.mjs'),
  format(),
  lint(),
  types(),
  importRules(),
  tool('unused code', 'knip', '--no-progress', '--treat-config-hints-as-errors'),
  vitest('unit and contract tests', 'unit', 'admin', 'contract'),
  { ...tool('verify', 'strapi-plugin', 'verify'), after: ['build'] },
  { ...tool('publint', 'publint', '--strict', '--pack=false'), after: ['build'] },
  { ...script('admin size', 'scripts/check-admin-size.mjs'), after: ['build'] },
  { ...vitest('integration tests', 'integration'), after: ['build'], lane: 'apps' },
  { ...vitest('package test', 'package'), after: ['build'], lane: 'apps' },
  { ...vitest('browser tests', 'browser'), after: ['build'], lane: 'apps' },
];
