import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPackages } from './apt.mjs';
import { findProgram } from './find-program.mjs';
import { freePort, probeRedis } from './probe.mjs';

const USUAL_URL = 'redis://127.0.0.1:6379';

const findServer = () => findProgram(['redis-server', 'valkey-server'], ['/usr/bin', '/usr/sbin']);

const urlAt = (port) => `redis://127.0.0.1:${port}`;

const configFile = (folder) => join(folder, 'redis.conf');
const pidFile = (folder) => resolve(folder, 'redis.pid');
const logFile = (folder) => resolve(folder, 'redis.log');

/** Nothing is kept on disk, and no key may be evicted: a queue that loses keys is worse than a full one. */
const configFor = ({ folder, port }) =>
  [
    `port ${port}`,
    'bind 127.0.0.1',
    'daemonize yes',
    `dir "${resolve(folder)}"`,
    `pidfile "${pidFile(folder)}"`,
    `logfile "${logFile(folder)}"`,
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');

const runningUrl = async (folder) => {
  if (!existsSync(configFile(folder)) || !existsSync(pidFile(folder))) return null;
  const port = /^port (\d+)$/m.exec(readFileSync(configFile(folder), 'utf8'))?.[1];
  return (await probeRedis(urlAt(port))) === 'open' ? urlAt(port) : null;
};

const waitUntilOpen = async (url) => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await probeRedis(url)) === 'open') return true;
    await sleep(100);
  }
  return false;
};

/** Starts an instance of our own, or finds the one an earlier call left running. Returns its address. */
const startOwn = async (folder) => {
  mkdirSync(folder, { recursive: true });
  const running = await runningUrl(folder);
  if (running) return running;

  const port = await freePort();
  writeFileSync(configFile(folder), configFor({ folder, port }));
  spawnSync(findServer(), [resolve(configFile(folder))], { stdio: 'ignore' });
  if (await waitUntilOpen(urlAt(port))) return urlAt(port);
  throw new Error(`Redis did not start; its log is ${logFile(folder)}.`);
};

/** Makes a Redis available. Returns the variables to export; throws with what to do where it cannot. */
export const provideRedis = async ({ folder }) => {
  const given = process.env.TEST_REDIS_URL;
  if (given) {
    if ((await probeRedis(given)) === 'away') {
      throw new Error('TEST_REDIS_URL is set, but no Redis answers there.');
    }
    console.log('Redis: from TEST_REDIS_URL');
    return { TEST_REDIS_URL: given };
  }
  if ((await probeRedis(USUAL_URL)) === 'open') {
    console.log('Redis: the one running at 127.0.0.1:6379');
    return { TEST_REDIS_URL: USUAL_URL };
  }
  if (!findServer() && !(installPackages('redis-server') && findServer())) {
    throw new Error(
      'No Redis was found and none could be installed. Install Redis or Valkey (on Debian: ' +
        'apt-get install redis-server), or set TEST_REDIS_URL to one the tests may use.',
    );
  }
  const url = await startOwn(folder);
  console.log(`Redis: our own at ${new URL(url).host}`);
  return { TEST_REDIS_URL: url };
};

/** Ends the instance `provideRedis` started, if any. */
export const stopRedis = ({ folder }) => {
  if (!existsSync(pidFile(folder))) return;
  const pid = Number(readFileSync(pidFile(folder), 'utf8'));
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    // ESRCH: it has ended by itself.
    if (error.code !== 'ESRCH') throw error;
  }
};
