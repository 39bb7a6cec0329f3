import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CRUISE = resolve('node_modules/.bin/depcruise');
const CONFIG = resolve('.dependency-cruiser.cjs');

/** A little tree of its own: what the rules say about it does not depend on what the plugin contains today. */
let tree: string;
let broken: { rule: string; from: string }[] = [];

const plant = (files: Record<string, string>): void => {
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), code);
  }
};

/** The broken rules with the file that breaks each. One run for everything: starting the tool takes most of its time. */
const cruise = (): typeof broken => {
  const roots = ['strapi-server.ts', 'config', 'shared', 'server', 'admin'];
  const args = [...roots, '--config', CONFIG, '--output-type', 'json'];
  const { stdout } = spawnSync(CRUISE, args, { cwd: tree, encoding: 'utf8' });
  const report = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
};

/** Rules broken by one file, sorted. */
const brokenBy = (path: string): string[] =>
  broken
    .filter(({ from }) => from === path)
    .map(({ rule }) => rule)
    .sort();

const SOUND = {
  'strapi-server.ts': "export { default } from './server/src/index';",
  'config/index.ts': "import { z } from 'zod';\nexport const config = z;",
  'shared/vocabulary.ts': 'export const id = 1;',
  'shared/contracts/runs.ts': "import { z } from 'zod';\nexport const run = z;",
  'admin/src/index.ts': "import { id } from '../../shared/vocabulary';\nexport default id;",
  'server/src/index.ts':
    "import { composition } from './composition';\nexport default composition;",
  'server/src/composition.ts':
    "import { queue } from './queue/queue';\nexport const composition = queue;",
  'server/src/queue/queue.ts': "import { Queue } from 'bullmq';\nexport const queue = Queue;",
  'server/src/domain/errors.ts':
    "import { createHash } from 'node:crypto';\nexport const e = createHash;",
  'server/src/providers/http.ts': "import { request } from 'undici';\nexport const http = request;",
  'server/src/providers/preview/preview-provider.ts':
    "import sharp from 'sharp';\nimport { http } from '../http';\nexport const preview = [sharp, http];",
  'server/src/pipeline/start-run.ts':
    "import { e } from '../domain/errors';\nexport const startRun = e;",
  'server/src/services/sound.ts': "import '../pipeline/start-run';\nimport '../composition';",
  'server/src/strapi/run-store.ts': 'export const store = 1;',
};

const WRONG = {
  'server/src/domain/plan.ts': [
    "import { readFileSync } from 'node:fs';",
    "import { Queue } from 'bullmq';",
    "import type { run } from '../../../shared/contracts/runs';",
    "import type { store } from '../strapi/run-store';",
  ].join('\n'),
  'server/src/providers/other/other-provider.ts':
    "import sharp from 'sharp';\nimport { preview } from '../preview/preview-provider';",
  'admin/src/panel.ts':
    "import type { e } from '../../server/src/domain/errors';\nimport { errors } from '@strapi/utils';",
  'server/src/controllers/runs.ts': "import '../composition';\nimport '../strapi/run-store';",
  'server/src/bootstrap.ts': "import './queue/queue';",
  'server/src/services/runs.ts': "import '../strapi/run-store';",
  'test/fakes/clock.ts': 'export const clock = 1;',
  'shared/one.ts': "import '../test/fakes/clock';",
  'shared/two.ts': "import './three';",
  'shared/three.ts': "import './two';",
};

beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  tree = mkdtempSync(resolve('.cache/import-rules-'));
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  plant({
    'tsconfig.json': '{ "compilerOptions": { "moduleResolution": "Bundler", "module": "ESNext" } }',
    ...SOUND,
    ...WRONG,
  });
  broken = cruise();
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(Object.keys(SOUND))('accept %s, which is as the layers are meant', (path) => {
    expect(brokenBy(path)).toEqual([]);
  });

  it.each([
    [
      'keep the core away from Node, packages, ports and contracts',
      'server/src/domain/plan.ts',
      ['core-knows-no-http', 'layer:domain', 'packages:domain', 'packages:domain'],
    ],
    [
      'keep providers from each other and let only the preview draw',
      'server/src/providers/other/other-provider.ts',
      ['packages:providers', 'siblings:providers'],
    ],
    [
      'keep the admin out of the server, for types too',
      'admin/src/panel.ts',
      ['layer:admin', 'packages:admin'],
    ],
    [
      'lead controllers to services',
      'server/src/controllers/runs.ts',
      ['controllers-use-services', 'controllers-use-services', 'layer:delivery'],
    ],
    ['choose parts in the composition only', 'server/src/bootstrap.ts', ['one-composition']],
    ['keep services from adapters', 'server/src/services/runs.ts', ['layer:services']],
    ['keep source from tests', 'shared/one.ts', ['layer:shared', 'source-not-test']],
  ])('%s', (_, path, rules) => {
    expect(brokenBy(path)).toEqual(rules);
  });

  it('refuse cycles', () => {
    expect([...brokenBy('shared/two.ts'), ...brokenBy('shared/three.ts')]).toEqual(['no-cycle']);
  });
});
