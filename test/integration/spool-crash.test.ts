import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSpoolStore } from '../../server/src/strapi/spool-store';

const ROUNDS = 12;
const IDS = ['img0', 'img1', 'img2', 'img3'];
const SIZE = 3_000_000;

/** Receives the same four pictures over and over, each time with other bytes, and says when it has begun. */
const PROGRAM = `
  const { createSpoolStore } = require('./server/src/strapi/spool-store.ts');
  const spool = createSpoolStore({ directory: process.env.SPOOL });
  (async () => {
    for (let count = 0; ; count += 1) {
      await spool.write('img' + (count % 4), Buffer.alloc(${SIZE}, count % 251));
      if (count === 3) process.stdout.write('begun');
    }
  })();
`;

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'spool-crash-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const writeUntilKilled = async (afterMs: number): Promise<void> => {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', PROGRAM], {
    env: { ...process.env, SPOOL: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  expect(child.exitCode).toBeNull();
  await sleep(afterMs);
  child.kill('SIGKILL');
  await exited;
};

describe('spool store of a process that is killed while it writes', () => {
  it('holds every picture whole, and nothing of the halves after the next write', async () => {
    const spool = createSpoolStore({ directory });
    for (let round = 0; round < ROUNDS; round += 1) {
      await writeUntilKilled(round * 3);
      for (const id of IDS) {
        const bytes = await spool.read(id);
        expect(bytes).toHaveLength(SIZE);
        expect(new Set(bytes).size).toBe(1);
      }
    }
    for (const id of IDS) await spool.write(id, Buffer.from(id));
    expect(readdirSync(directory).filter((name) => !name.endsWith('.image'))).toEqual([]);
    expect(readdirSync(directory)).toHaveLength(IDS.length);
  });
});
