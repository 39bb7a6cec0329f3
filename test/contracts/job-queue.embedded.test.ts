import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BackendFactory } from 'bullmq';
import { afterAll, beforeAll } from 'vitest';
import { createEmbeddedStore } from '../../server/src/queue/stores/embedded';
import { describeJobQueue } from './job-queue.contract';
import { createRecordingLogger } from './queue-harness';

const folder = mkdtempSync(join(tmpdir(), 'article-images-'));
const seedPath = join(folder, 'seed');
const shared = createEmbeddedStore({ logger: createRecordingLogger(), seedPath });

// As a build does; opening without it is slower and has a test of its own.
beforeAll(async () => {
  const args = ['--import', 'tsx', 'scripts/build-embedded-seed.mjs', seedPath];
  await promisify(execFile)(process.execPath, args);
});
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One database for all tests, because opening is most of what a test would cost; each has queues of its own in it. */
describeJobQueue('embedded', async () => {
  const id = randomUUID();
  const backend: BackendFactory = (name, ...rest) => shared.backend(`${id}-${name}`, ...rest);
  return {
    prefix: 'test',
    store: () => ({ ...shared, backend, close: async () => undefined }),
    remove: async () => undefined,
  };
});
