import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PostgresConnection, type BackendFactory } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../server/src/queue/stores/embedded';
import { killChildren, startChild } from './child-process';
import { describeJobQueue } from './job-queue.contract';
import {
  closeTestQueues,
  createRecorder,
  createRecordingLogger,
  createTestQueue,
  image,
  until,
} from './queue-harness';

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

describe('the embedded store', () => {
  afterEach(async () => {
    killChildren();
    await closeTestQueues();
  });

  const createStore = (path: string) => {
    const logger = createRecordingLogger();
    return { store: createEmbeddedStore({ logger, seedPath: path }), lines: logger.lines };
  };

  /** Makes the thread end the hard way: a result larger than its heap. */
  const crash = async (backend: BackendFactory) => {
    const connection: unknown = Reflect.get(backend('any', { connection: {} }), 'connection');
    if (!(connection instanceof PostgresConnection)) throw new Error('BullMQ has changed.');
    const tooMuch = `SELECT repeat('x', 1000) || n FROM generate_series(1, 500000) n`;
    await connection.pool.query(tooMuch).catch(() => undefined);
  };

  it('costs nothing before the first job: it is opened by that one', async () => {
    let openings = 0;
    const { store } = createStore(seedPath);
    const open = () => {
      openings += 1;
      return store.open();
    };
    const queue = createTestQueue({ store: { ...store, open }, prefix: 'test' });
    const { handlers, ids } = createRecorder();
    queue.open();
    queue.work(handlers, { openai: 1 });
    expect(queue.health()).toMatchObject({ state: 'ready', isWorking: true });
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    await queue.cancel(image('nobody'));
    expect(openings).toBe(0);
    await queue.add(image('first'));
    await until('the job', () => ids().includes('first'));
    expect(openings).toBe(1);
  });

  it('opens without its prepared data, as when it runs from source', async () => {
    const { store, lines } = createStore(join(folder, 'absent'));
    await store.open();
    await store.ping();
    expect(lines).toEqual([]);
    await store.close();
  });

  it('says when its prepared data are damaged, and does without', async () => {
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, 'no archive');
    const { store, lines } = createStore(damaged);
    await store.open();
    await store.ping();
    expect(lines).toMatchObject([{ level: 'warn' }]);
    expect(lines[0]?.message).toMatch(/could not use its prepared data/);
    await store.close();
  });

  it('starts again when its thread ends, and takes the work it is given anew', async () => {
    const { store } = createStore(seedPath);
    const queue = createTestQueue({ store, prefix: 'test' });
    const { handlers, ids } = createRecorder();
    queue.open();
    queue.work(handlers, { openai: 1 });
    await queue.add(image('before'));
    await until('the first job', () => ids().includes('before'));
    await queue.add(image('lost', { delayMs: 60_000 }));
    await crash(store.backend);
    await until('it is open again', async () => {
      const counts = await queue.counts().catch(() => null);
      return counts !== null && counts.delayed === 0;
    });
    await queue.add(image('lost'));
    await until('the lost job', () => ids().includes('lost'), 15_000);
  });

  it('is empty after a kill, and whoever adds again what was open loses nothing', async () => {
    const ledger = ['one', 'two', 'three'];
    const spec = {
      store: { kind: 'embedded' as const, seedPath },
      prefix: 'test',
      accounts: { openai: 1 },
      behaviour: 'hang' as const,
    };
    const killed = startChild(spec);
    await killed.says('ready');
    for (const id of ledger) killed.tell(`add ${id}`);
    for (const id of ledger) await killed.says(`added ${id}`);
    await killed.says('started one');
    await killed.kill();

    const { store } = createStore(seedPath);
    const queue = createTestQueue({ store, prefix: 'test' });
    queue.open();
    await queue.whenReady(15_000);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    const { handlers, ids } = createRecorder();
    queue.work(handlers, { openai: 1 });
    for (const id of ledger) await queue.add(image(id));
    await until('all of them', () => ids().length === 3);
    expect(ids()).toEqual(ledger);
  });

  it('leaves nothing behind that keeps a process alive', async () => {
    const child = startChild({
      store: { kind: 'embedded', seedPath },
      prefix: 'test',
      accounts: { openai: 2 },
      behaviour: 'finish',
    });
    await child.says('ready');
    child.tell('add image1');
    await child.says('finished image1');
    child.tell('close');
    await child.says('closed');
    expect(await child.exited(2_000)).toBe(0);
  });
});
