import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CRUISE = resolve('node_modules/.bin/depcruise');
const CONFIG = resolve('.dependency-cruiser.cjs');

/** A little tree of its own: what the rules say about it does not depend on what the plugin contains today. */
let tree: string;

const plant = (files: Record<string, string>): void => {
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), code);
  }
};

/** Names of the broken rules, sorted. */
const brokenRules = (): string[] => {
  const roots = ['strapi-server.ts', 'config', 'shared', 'server', 'admin'];
  const args = [...roots, '--config', CONFIG, '--output-type', 'json'];
  const { stdout } = spawnSync(CRUISE, args, { cwd: tree, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return report.summary.violations.map(({ rule }) => rule.name).sort();
};

beforeEach(() => {
  mkdirSync('.cache', { recursive: true });
  tree = mkdtempSync(resolve('.cache/import-rules-'));
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  plant({
    'tsconfig.json': '{ "compilerOptions": { "moduleResolution": "Bundler", "module": "ESNext" } }',
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
    'server/src/providers/http.ts':
      "import { request } from 'undici';\nexport const http = request;",
    'server/src/providers/preview/preview-provider.ts':
      "import sharp from 'sharp';\nimport { http } from '../http';\nexport const preview = [sharp, http];",
    'server/src/strapi/run-store.ts': 'export const store = 1;',
  });
});

afterEach(() => rmSync(tree, { recursive: true, force: true }));

describe('the import rules', () => {
  it('accept the layers as they are meant', () => {
    expect(brokenRules()).toEqual([]);
  });

  it('keep the core away from Node, packages, ports and contracts', () => {
    plant({
      'server/src/domain/plan.ts': [
        "import { readFileSync } from 'node:fs';",
        "import { Queue } from 'bullmq';",
        "import type { run } from '../../../shared/contracts/runs';",
        "import type { store } from '../strapi/run-store';",
      ].join('\n'),
    });
    expect(brokenRules()).toEqual([
      'core-knows-no-http',
      'layer:domain',
      'packages:domain',
      'packages:domain',
    ]);
  });

  it('keep providers from each other and let only the preview draw', () => {
    plant({
      'server/src/providers/other/other-provider.ts':
        "import sharp from 'sharp';\nimport { preview } from '../preview/preview-provider';",
    });
    expect(brokenRules()).toEqual(['packages:providers', 'siblings:providers']);
  });

  it('keep the admin out of the server, for types too', () => {
    plant({
      'admin/src/panel.ts':
        "import type { e } from '../../server/src/domain/errors';\nimport { errors } from '@strapi/utils';",
    });
    expect(brokenRules()).toEqual(['layer:admin', 'packages:admin']);
  });

  it('lead controllers to services, and choose parts in the composition only', () => {
    plant({
      'server/src/controllers/runs.ts': "import '../composition';\nimport '../strapi/run-store';",
      'server/src/bootstrap.ts': "import './queue/queue';",
    });
    expect(brokenRules()).toEqual([
      'controllers-use-services',
      'controllers-use-services',
      'layer:delivery',
      'one-composition',
    ]);
  });

  it('let services use the flow and the composition, and no adapter', () => {
    plant({
      'server/src/pipeline/start-run.ts': 'export const startRun = 1;',
      'server/src/services/runs.ts':
        "import '../pipeline/start-run';\nimport '../composition';\nimport '../strapi/run-store';",
    });
    expect(brokenRules()).toEqual(['layer:services']);
  });

  it('refuse cycles, and source that leans on tests', () => {
    plant({
      'test/fakes/clock.ts': 'export const clock = 1;',
      'shared/one.ts': "import '../test/fakes/clock';\nimport './two';",
      'shared/two.ts': "import './one';",
    });
    expect(brokenRules()).toEqual(['layer:shared', 'no-cycle', 'source-not-test']);
  });
});
