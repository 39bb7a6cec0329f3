import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Long enough for a cold install or a whole test project; a step that hangs must not hang the build. */
const STEP_LIMIT_MS = 20 * 60_000;

const running = new Set();
/** Exit code of a process that was asked to end; null while nobody did. */
let stopCode = null;

const killGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group has ended by itself.
    if (error.code !== 'ESRCH') throw error;
  }
};

/** Test apps close queues and databases when they are asked to end; this long they get. */
const END_LIMIT_MS = 5_000;

/** Ends every running step with its children, then this process. */
export const stopOnSignals = () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => {
      stopCode = code;
      if (running.size === 0) process.exit(code);
      for (const child of running) killGroup(child, 'SIGTERM');
      setTimeout(() => {
        for (const child of running) killGroup(child, 'SIGKILL');
        process.exit(code);
      }, END_LIMIT_MS);
    });
  }
};

const stream = (input, label, write) =>
  createInterface({ input }).on('line', (line) => write(`${label} ${line}\n`));

/**
 * Runs one step as a child process and streams its output with the step's name before each line.
 * `step`: { name, command, args, env?, report? }. Resolves with { name, ok, ms, report? }; never rejects.
 */
export const runStep = (step, { env = {}, labelWidth = 0 } = {}) =>
  new Promise((resolve) => {
    // Somebody asked for the end: what is left to do is not begun.
    if (stopCode !== null) return;
    const startedAt = Date.now();
    const label = `[${step.name}]`.padEnd(labelWidth + 2);
    const write = (text) => process.stdout.write(text);
    const child = spawn(step.command, step.args, {
      env: { ...process.env, ...env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    stream(child.stdout, label, write);
    stream(child.stderr, label, write);

    const limit = setTimeout(() => {
      write(`${label} stopped after ${STEP_LIMIT_MS / 60_000} minutes without an end\n`);
      killGroup(child, 'SIGKILL');
    }, STEP_LIMIT_MS);
    const finish = (ok) => {
      clearTimeout(limit);
      running.delete(child);
      // Children that outlive their parent go as well.
      if (stopCode !== null) killGroup(child, 'SIGKILL');
      if (stopCode !== null && running.size === 0) process.exit(stopCode);
      resolve({ name: step.name, report: step.report, ok, ms: Date.now() - startedAt });
    };
    child.once('error', (error) => {
      write(`${label} ${error.message}\n`);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
