import { MultiBar, Presets } from 'cli-progress';
import type { RunDto } from '../../shared/contracts/runs';

/** Where people read: the standard output, or the error output when that one carries JSON. */
export type Output = {
  line(text?: string): void;
  /** Shows the progress of several runs at once; `stop` leaves the terminal as it was. */
  progress(): { update(title: string, run: RunDto): void; stop(): void };
};

const describe = (run: RunDto): string => {
  const { finished, planned } = run.counts;
  return `${run.status}, ${finished} of ${planned} pictures`;
};

const bars = (stream: NodeJS.WriteStream) => {
  const multi = new MultiBar(
    {
      stream,
      format: '  {bar} {percentage} %  {title}: {state}',
      barsize: 24,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  const byTitle = new Map<string, ReturnType<MultiBar['create']>>();
  return {
    update(title: string, run: RunDto) {
      const payload = { title, state: describe(run) };
      const bar = byTitle.get(title) ?? multi.create(100, 0, payload);
      byTitle.set(title, bar);
      bar.update(run.percent, payload);
    },
    stop: () => multi.stop(),
  };
};

/** Without a terminal: one line for each change. */
const lines = (line: Output['line']) => {
  const last = new Map<string, string>();
  return {
    update(title: string, run: RunDto) {
      const state = describe(run);
      if (last.get(title) === state) return;
      last.set(title, state);
      line(`  ${String(run.percent).padStart(3)} %  ${title}: ${state}`);
    },
    stop() {},
  };
};

export const createOutput = (stream: NodeJS.WriteStream): Output => {
  const line = (text = ''): void => void stream.write(`${text}\n`);
  return { line, progress: () => (stream.isTTY ? bars(stream) : lines(line)) };
};
