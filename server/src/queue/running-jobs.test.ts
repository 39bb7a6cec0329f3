import { describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../domain/errors';
import { createRunningJobs } from './running-jobs';

const reason = () => new ArticleImagesError('cancelled', 'Enough.');

describe('running jobs', () => {
  it('raises the signal of one job with its reason', () => {
    const running = createRunningJobs();
    const [first, second] = [running.start('a'), running.start('b')];
    expect(running.abort('a', reason())).toBe(true);
    expect(first.reason).toMatchObject({ code: 'cancelled' });
    expect(second.aborted).toBe(false);
  });

  it('knows nothing of a job that ended', () => {
    const running = createRunningJobs();
    const signal = running.start('a');
    running.end('a', signal);
    expect(running.abort('a', reason())).toBe(false);
    expect(signal.aborted).toBe(false);
    expect(running.ids()).toEqual([]);
  });

  it('raises all signals at once', () => {
    const running = createRunningJobs();
    const signals = ['a', 'b', 'c'].map((id) => running.start(id));
    running.abortAll(reason());
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('keeps the second run of a job whose first run ends late', () => {
    const running = createRunningJobs();
    const lost = running.start('a');
    const current = running.start('a');
    running.end('a', lost);
    expect(running.ids()).toEqual(['a']);
    running.abort('a', reason());
    expect(current.aborted).toBe(true);
  });
});
