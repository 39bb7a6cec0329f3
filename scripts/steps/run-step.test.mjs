import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'run-step-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program with two steps; the first starts a child of its own and waits for ever. */
const program = () => `
  import { runSteps } from '${resolve('scripts/steps/run-steps.mjs')}';
  import { stopOnSignals } from '${resolve('scripts/steps/run-step.mjs')}';
  stopOnSignals();
  const waits = "const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); console.log('child ' + c.pid); setInterval(() => {}, 1000)";
  await runSteps([
    { name: 'one', command: process.execPath, args: ['-e', waits], lane: 'x' },
    { name: 'two', command: process.execPath, args: ['-e', 'console.log("second")'], lane: 'x' },
  ]);
`;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a runner that is asked to end', () => {
  it('ends its steps with their children, and begins no other', async () => {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program());
    const runner = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    await new Promise((done) => {
      runner.stdout.on('data', (chunk) => {
        output += chunk;
        if (/child \d+/.test(output)) done();
      });
    });
    const child = Number(/child (\d+)/.exec(output)[1]);
    expect(isAlive(child)).toBe(true);

    const ended = new Promise((done) => runner.once('close', done));
    runner.kill('SIGTERM');
    expect(await ended).toBe(143);
    await vi.waitFor(() => expect(isAlive(child)).toBe(false), 5_000);
    expect(output).not.toContain('second');
  }, 20_000);
});
