import { describe, expect, it } from 'vitest';
import { settlesWithin, withDeadline } from './deadline';

const never = new Promise<never>(() => undefined);
const within = <Result>(work: Promise<Result>, timeoutMs: number) =>
  withDeadline({ work, timeoutMs, message: 'Too late.' });

describe('withDeadline', () => {
  it('gives what the work gives', async () => {
    expect(await within(Promise.resolve(7), 1_000)).toBe(7);
  });

  it('throws what the work throws', async () => {
    await expect(within(Promise.reject(new RangeError('no')), 1_000)).rejects.toThrow(RangeError);
  });

  it('throws queue_down when time is up', async () => {
    await expect(within(never, 20)).rejects.toMatchObject({
      code: 'queue_down',
      message: 'Too late.',
    });
  });

  it('leaves no timer behind', async () => {
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    await within(Promise.resolve(), 60_000);
    await settlesWithin(Promise.resolve(), 60_000);
    expect(timers()).toBe(before);
  });
});

describe('settlesWithin', () => {
  it.each([
    ['work that succeeds', () => Promise.resolve(), true],
    ['work that fails', () => Promise.reject(new Error('no')), true],
    ['work without end', () => never, false],
  ])('tells of %s', async (_what, work, isSettled) => {
    expect(await settlesWithin(work(), 20)).toBe(isSettled);
  });
});
