/**
 * `node --import tsx scripts/measure-embedded-store.mjs`: measures the embedded queue store in memory and in a folder,
 * with and without the prepared data directory, and prints one JSON object. Figures of docs/decisions/0003.
 * Each case runs in a process of its own, because memory and compiled code outlive a database.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue, Worker } from 'bullmq';
import { createEmbeddedStore } from '../server/src/queue/stores/embedded.ts';

const JOBS = 2_000;
const MORE_JOBS = 8_000;
const KILLED_AFTER = 500;

const megabytes = (bytes) => Math.round(bytes / 1e6);
const peakRss = () => megabytes(process.resourceUsage().maxRSS * 1024);
const rss = () => megabytes(process.memoryUsage().rss);
const since = (start) => Math.round(performance.now() - start);
const perSecond = (count, start) => Math.round((count * 1000) / (performance.now() - start));

const print = () => {};
const logger = { debug: print, info: print, warn: console.error, error: console.error };
const jobOptions = { removeOnComplete: true };

const openStore = async ({ dataDir, seedPath }) => {
  const store = createEmbeddedStore({ logger, dataDir, seedPath: seedPath ?? '/nowhere' });
  const start = performance.now();
  await store.open();
  return { store, openMs: since(start) };
};

const drain = async ({ store, queue, count }) => {
  await queue.addBulk(
    Array.from({ length: count }, (_, n) => ({ name: 'job', data: { id: n }, opts: jobOptions })),
  );
  let left = count;
  const start = performance.now();
  await new Promise((resolve) => {
    const run = async () => {
      left -= 1;
      if (left === 0) resolve();
    };
    drain.worker = new Worker(queue.name, run, { connection: {}, concurrency: 8 }, store.backend);
  });
  const speed = perSecond(count, start);
  await drain.worker.close();
  return speed;
};

const measureCase = async (given) => {
  const rssBefore = rss();
  const { store, openMs } = await openStore(given);
  const [rssOpen, rssPeak] = [rss(), peakRss()];
  await sleep(3_000);
  const rssIdle = rss();
  const queue = new Queue(
    'measured',
    { connection: {}, streams: { events: { maxLen: 100 } } },
    store.backend,
  );
  const start = performance.now();
  for (let n = 0; n < 500; n += 1) await queue.add('job', { id: n }, jobOptions);
  const addsPerSecond = perSecond(500, start);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const jobsPerSecond = await drain({ store, queue, count: JOBS });
  delay.disable();
  const rssAfterJobs = rss();
  await drain({ store, queue, count: MORE_JOBS });
  const result = {
    openMs,
    rssMegabytes: {
      before: rssBefore,
      peakWhileOpening: rssPeak,
      open: rssOpen,
      idle: rssIdle,
      after2500Jobs: rssAfterJobs,
      after10500Jobs: rss(),
    },
    addsPerSecond,
    jobsPerSecond,
    eventLoopDelayP99Ms: Number((delay.percentile(99) / 1e6).toFixed(1)),
  };
  await queue.close();
  await store.close();
  return result;
};

/** Adds until it is killed, telling each job that the store has confirmed. */
const addUntilKilled = async (given) => {
  const { store } = await openStore(given);
  const queue = new Queue('killed', { connection: {} }, store.backend);
  for (let n = 0; ; n += 1) {
    await queue.add('job', { id: n }, { jobId: `job-${n}` });
    process.send(n + 1);
  }
};

const countAfterKill = async (given) => {
  const { store, openMs } = await openStore(given);
  const queue = new Queue('killed', { connection: {} }, store.backend);
  const kept = await queue.getWaitingCount();
  const start = performance.now();
  for (let n = 0; n < KILLED_AFTER; n += 1) {
    await queue.add('job', { id: n }, { jobId: `job-${n}` });
  }
  const refillMs = since(start);
  await queue.close();
  await store.close();
  return { kept, openMs, refillMs };
};

const parts = { measure: measureCase, add: addUntilKilled, count: countAfterKill };

const runPart = (part, given, onMessage = () => {}) =>
  new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), part, JSON.stringify(given)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.on('message', (message) => onMessage(message, child));
    child.on('error', reject);
    child.on('close', () => resolve(output === '' ? null : JSON.parse(output)));
  });

const measureKill = async (given, afterwards) => {
  let confirmed = 0;
  await runPart('add', given, (count, child) => {
    confirmed = count;
    if (count >= KILLED_AFTER) child.kill('SIGKILL');
  });
  return { confirmed, ...(await runPart('count', afterwards)) };
};

const makeSeed = async (seedPath) => {
  const script = fileURLToPath(new URL('./build-embedded-seed.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, seedPath], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('close', resolve));
};

const measureAll = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-images-'));
  const seedPath = join(folder, 'seed');
  await makeSeed(seedPath);
  const plain = { dataDir: join(folder, 'plain') };
  const killed = join(folder, 'killed');
  const seeded = { dataDir: join(folder, 'seeded'), seedPath };
  const cases = {
    folderFirstBoot: await runPart('measure', plain),
    folderWarmBoot: await runPart('measure', plain),
    folderFirstBootWithSeed: await runPart('measure', seeded),
    memory: await runPart('measure', {}),
    memoryWithSeed: await runPart('measure', { seedPath }),
  };
  const kill = {
    folder: await measureKill({ dataDir: killed, seedPath }, { dataDir: killed }),
    memoryWithSeed: await measureKill({ seedPath }, { seedPath }),
  };
  rmSync(folder, { recursive: true, force: true });
  return { node: process.version, jobs: JOBS, cases, kill };
};

const [, , part, given] = process.argv;
const result = part ? await parts[part](JSON.parse(given)) : await measureAll();
console.log(JSON.stringify(result, null, 2));
