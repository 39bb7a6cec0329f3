import { spawn } from 'node:child_process';

const TAIL_LINES = 60;

/** What npm tells its scripts about our own package would mislead an npm that works on another one. */
const FOREIGN = /^(npm_(package|lifecycle|command|config_local_prefix|config_prefix)|INIT_CWD$)/;

const environment = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));

/** Runs a program to its end in a folder and resolves with its standard output; throws with the last lines of both. */
export const runProgram = (
  command: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(), NODE_ENV: undefined, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      all += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(stdout);
      const tail = all.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      reject(new Error(`"${command} ${args.join(' ')}" ended with ${code}:\n${tail}`));
    });
  });
