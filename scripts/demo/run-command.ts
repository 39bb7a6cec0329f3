import { spawn } from 'node:child_process';
import { DemoError } from './demo-error';

const TAIL_LINES = 40;

/** Runs a Node program to its end without showing its output; the error carries the last lines of it. */
export const runNode = (args: string[], { cwd }: { cwd: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      reject(new DemoError('build_failed', `"${args.join(' ')}" ended with ${code}:\n${tail}`));
    });
  });
