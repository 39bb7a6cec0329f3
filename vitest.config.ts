import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Where `npm run provision` found or started Chromium, PostgreSQL and Redis; what is set already wins. */
const loadServices = (file: string): void => {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
    if (name && value !== undefined && !process.env[name]) process.env[name] = value;
  }
};

loadServices('.cache/services.env');

const unit = [
  'server/src/**/*.test.ts',
  'shared/**/*.test.ts',
  'config/**/*.test.ts',
  'scripts/**/*.test.{ts,mjs}',
  'test/unit/**/*.test.ts',
];

/** Tests that boot an app run one file after the other, each in a process of its own. */
const withApp = { environment: 'node', pool: 'forks', fileParallelism: false } as const;

export default defineConfig({
  test: {
    projects: [
      // One module graph for all files: nothing in these tests changes what another one sees.
      { test: { name: 'unit', include: unit, environment: 'node', isolate: false } },
      {
        // The admin's own packages are bundler ES modules that Node cannot load as they are.
        resolve: {
          mainFields: ['module', 'main'],
          alias: [{ find: /^@strapi\/strapi\/admin$/, replacement: '@strapi/admin/strapi-admin' }],
        },
        test: {
          name: 'admin',
          include: ['admin/src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          server: { deps: { inline: [/@strapi\//, /lodash/, /@reduxjs/, /react-dnd/] } },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contracts/**/*.test.ts', 'test/simulator/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...withApp,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...withApp,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          ...withApp,
          testTimeout: 300_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
