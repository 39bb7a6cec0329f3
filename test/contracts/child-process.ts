import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { QueueOptions } from '../../server/src/queue/queue-options';
import { until } from './queue-harness';

export type StoreSpec =
  | { kind: 'redis'; url: string }
  | { kind: 'postgres'; url: string; schema: string }
  | { kind: 'embedded'; seedPath: string };

export type ChildSpec = {
  store: StoreSpec;
  prefix: string;
  accounts: Record<string, number>;
  /** `hang`: handlers never end. */
  behaviour: 'hang' | 'finish';
  options?: Partial<QueueOptions>;
};

export type Child = {
  says(line: string): Promise<void>;
  tell(command: string): void;
  lines(): string[];
  kill(): Promise<void>;
  /** The exit code of a process that ends by itself. */
  exited(timeoutMs: number): Promise<number | null>;
};

const CHILD = fileURLToPath(new URL('./queue-child.ts', import.meta.url));
/** Starting Node with a TypeScript loader, on a machine that runs other tests. */
const START_MS = 30_000;

const children = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export const killChildren = (): void => {
  for (const child of children) child.kill('SIGKILL');
};

/** Another process with a queue on the same place. */
export const startChild = (spec: ChildSpec): Child => {
  const args = ['--import', 'tsx', CHILD, JSON.stringify(spec)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
  const lines = () => output.split('\n').filter((line) => line !== '');
  return {
    lines,
    says: (line) => until(`the child says "${line}"`, () => lines().includes(line), START_MS),
    tell: (command) => {
      child.stdin.write(`${command}\n`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    exited: async (timeoutMs) => {
      let code: number | null | undefined;
      void ended.then((value) => {
        code = value;
      });
      await until('the child ends by itself', () => code !== undefined, timeoutMs);
      return code ?? null;
    },
  };
};
