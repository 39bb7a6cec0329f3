import { describe, expect, it } from 'vitest';
import { createTroubleLog } from './trouble-log';

const createLog = () => {
  const lines: string[] = [];
  let time = 0;
  const ignore = () => undefined;
  const warn = (message: string) => {
    lines.push(message);
  };
  const logger = { debug: ignore, info: ignore, error: ignore, warn };
  const log = createTroubleLog({ logger, now: () => time });
  return {
    lines,
    log,
    wait: (ms: number) => {
      time += ms;
    },
  };
};

describe('the trouble log', () => {
  it('writes a failure once a minute, however often it comes', () => {
    const { log, lines, wait } = createLog();
    for (let n = 0; n < 1_000; n += 1) log('Queue runs', new Error('read ECONNRESET'));
    expect(lines).toEqual(['Queue runs: read ECONNRESET']);
    wait(59_999);
    log('Queue runs', new Error('read ECONNRESET'));
    expect(lines).toHaveLength(1);
    wait(1);
    log('Queue runs', new Error('read ECONNRESET'));
    expect(lines).toHaveLength(2);
  });

  it('writes each kind of failure and each place of it', () => {
    const { log, lines } = createLog();
    log('Queue runs', new Error('a'));
    log('Queue runs', new Error('b'));
    log('Queue images', new Error('a'));
    log('Queue images', 'no error object');
    expect(lines).toHaveLength(4);
  });

  it('does not grow with failures that never repeat', () => {
    const { log, lines } = createLog();
    for (let n = 0; n < 250; n += 1) log('Queue runs', new Error(`job ${n}`));
    expect(lines).toHaveLength(250);
    log('Queue runs', new Error('job 249'));
    expect(lines).toHaveLength(250);
  });

  it('shows no password', () => {
    const { log, lines } = createLog();
    log('Queue runs', new Error('cannot reach redis://me:secret@cache:6379'));
    expect(lines).toEqual(['Queue runs: cannot reach redis://cache:6379']);
  });
});
