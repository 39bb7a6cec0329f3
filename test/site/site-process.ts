import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../integration/harness/app-folder';

const START_LIMIT_MS = 120_000;
/** Strapi closes the worker first, which waits for the picture in hand. */
const STOP_LIMIT_MS = 60_000;
const POLL_MS = 50;
const LOG_TAIL_LINES = 30;

export type Site = {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to the first answer. */
  bootMs: number;
  /** Everything the site has written so far. */
  log(): string;
  /** Resident memory in bytes, from the kernel. */
  residentBytes(): number;
  /** Asks the site to end and resolves with its exit code; throws when it has to be killed. */
  stop(): Promise<number | null>;
};

type SiteOptions = {
  appDir: string;
  /** Arguments for Node; the host app's own starter by default. */
  args?: string[];
  env?: Record<string, string | undefined>;
  /** Called with every piece of output. */
  onOutput?: (text: string) => void;
};

const tail = (log: string): string => log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    // Not listening yet: the caller asks again.
    return false;
  }
};

const waitUntilUp = async ({
  url,
  child,
  log,
}: {
  url: string;
  child: ChildProcess;
  log: () => string;
}): Promise<void> => {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The site ended with code ${child.exitCode}:\n${tail(log())}`);
    }
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The site did not start in ${START_LIMIT_MS / 1000} s:\n${tail(log())}`);
    }
    await sleep(POLL_MS);
  }
};

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', resolve));

const stopChild = async (child: ChildProcess, log: () => string): Promise<number | null> => {
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  const code = await ended(child);
  clearTimeout(killer);
  if (child.signalCode === 'SIGKILL') {
    throw new Error(`The site did not end in ${STOP_LIMIT_MS / 1000} s:\n${tail(log())}`);
  }
  return code;
};

const residentBytes = (pid: number): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
};

/** Starts a Strapi app in a process of its own on a free port and resolves when it answers. */
export const startSite = async (options: SiteOptions): Promise<Site> => {
  const port = options.env?.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const startedAt = Date.now();
  const child = spawn(process.execPath, options.args ?? ['strapi.js', 'start'], {
    cwd: options.appDir,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      HOST: '127.0.0.1',
      ...options.env,
      PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
    options.onOutput?.(chunk.toString());
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const log = (): string => output;

  await waitUntilUp({ url, child, log });
  const bootMs = Date.now() - startedAt;
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    bootMs,
    log,
    residentBytes: () => residentBytes(pid),
    stop: () => stopChild(child, log),
  };
};
