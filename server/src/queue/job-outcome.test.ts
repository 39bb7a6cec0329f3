import { describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../domain/errors';
import { attemptOf, backoffMs, outcomeOf } from './job-outcome';
import { DEFAULT_QUEUE_OPTIONS as options } from './queue-options';

const tries = (attemptsMade: number, failedReason?: string) => ({ attemptsMade, failedReason });
const error = (...args: ConstructorParameters<typeof ArticleImagesError>) =>
  new ArticleImagesError(...args);

describe('attemptOf', () => {
  it('counts from one and names the last of four', () => {
    const flags = [0, 1, 2, 3].map((made) => attemptOf(tries(made), options));
    expect(flags).toEqual([
      { attempt: 1, isLastAttempt: false },
      { attempt: 2, isLastAttempt: false },
      { attempt: 3, isLastAttempt: false },
      { attempt: 4, isLastAttempt: true },
    ]);
  });

  it.each(['timeout', 'outcome_unknown'])('makes the try after %s the last one', (code) => {
    expect(attemptOf(tries(1, code), options)).toEqual({ attempt: 2, isLastAttempt: true });
  });

  it('does not take another failure for an uncertain one', () => {
    expect(attemptOf(tries(1, 'provider_unavailable'), options).isLastAttempt).toBe(false);
  });

  it('knows a single try as the first and the last', () => {
    const single = { ...options, attempts: 1 };
    expect(attemptOf(tries(0), single)).toEqual({ attempt: 1, isLastAttempt: true });
  });
});

describe('outcomeOf', () => {
  const after = (made: number, cause: ArticleImagesError, reason?: string) =>
    outcomeOf(cause, { tries: tries(made, reason), options });

  it('gives up what cannot succeed', () => {
    expect(after(0, error('policy', 'No.'))).toEqual({ kind: 'give-up' });
  });

  it('gives up what somebody marked as final', () => {
    const final = error('provider_unavailable', 'Closed.', { isRetryable: false });
    expect(after(0, final)).toEqual({ kind: 'give-up' });
  });

  it('tries again what may succeed, until the last try', () => {
    const cause = error('provider_unavailable', 'Down.');
    expect(after(2, cause)).toEqual({ kind: 'retry', waitMs: null });
    expect(after(3, cause)).toEqual({ kind: 'give-up' });
  });

  it('tries a timeout once more, whatever failed before it', () => {
    const cause = error('timeout', 'No answer.');
    expect(after(2, cause)).toEqual({ kind: 'retry', waitMs: null });
    expect(after(1, cause, 'timeout')).toEqual({ kind: 'give-up' });
  });

  it('waits as long as the service asked, but not longer than the cap', () => {
    const asked = (retryAfterMs: number) =>
      after(0, error('provider_unavailable', 'Busy.', { retryAfterMs }));
    expect(asked(7_000)).toEqual({ kind: 'retry', waitMs: 7_000 });
    expect(asked(3_600_000)).toEqual({ kind: 'retry', waitMs: 120_000 });
  });

  it.each([
    [30_000, 30_000],
    [3_600_000, 120_000],
    [-5, 1],
    [undefined, 10_000],
  ])('lets the account rest when a limit asks for %s ms', (retryAfterMs, restMs) => {
    const limited = error('rate_limited', 'Slow down.', { retryAfterMs });
    expect(after(0, limited)).toEqual({ kind: 'rest', restMs });
  });

  it('lets the account rest on the last try too: a limit uses up none', () => {
    expect(after(3, error('rate_limited', 'Slow down.'))).toMatchObject({ kind: 'rest' });
  });
});

describe('backoffMs', () => {
  const wait = (made: number, random: number) => backoffMs(made, { options, random: () => random });

  it('doubles with each try', () => {
    expect([1, 2, 3, 4].map((made) => wait(made, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('takes up to a half off by chance', () => {
    expect(wait(1, 0)).toBe(1_000);
    expect(wait(1, 0.5)).toBe(1_500);
  });

  it('never waits longer than the cap', () => {
    expect(wait(20, 1)).toBe(60_000);
  });
});
