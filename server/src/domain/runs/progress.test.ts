import { describe, expect, it } from 'vitest';
import { IMAGE_STATUSES, type ImageStatus } from '../../../../shared/vocabulary';
import { progressOf, type ImageProgress } from './progress';

const image = (status: ImageStatus, elapsedMs = 0): ImageProgress => ({
  status,
  elapsedMs,
  typicalMs: 10_000,
});

describe('progress', () => {
  it('starts at zero and prepares at ten', () => {
    expect(progressOf('queued', [])).toEqual({ phase: 'init', percent: 0 });
    expect(progressOf('planning', [])).toEqual({ phase: 'prepare', percent: 10 });
  });

  it('is generating from 25 until every picture has arrived', () => {
    const pending = progressOf('generating', [image('pending'), image('pending')]);
    expect(pending).toEqual({ phase: 'generate', percent: 25 });
    const half = progressOf('generating', [image('received'), image('pending')]);
    expect(half.phase).toBe('generate');
    expect(half.percent).toBeGreaterThan(pending.percent);
    expect(progressOf('generating', [image('received'), image('received')])).toEqual({
      phase: 'check',
      percent: 70,
    });
  });

  it('moves with time while a service is silent, and never claims that a picture has arrived', () => {
    const at = (ms: number) => progressOf('generating', [image('submitting', ms)]).percent;
    const percents = [0, 1_000, 5_000, 10_000, 60_000, 3_600_000].map(at);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents[0]).toBe(25);
    expect(percents.at(-1)).toBeLessThan(70);
  });

  it('saves from 85 and never reads 100 before the run is over', () => {
    expect(progressOf('attaching', [image('stored'), image('stored')])).toEqual({
      phase: 'save',
      percent: 85,
    });
    expect(progressOf('attaching', [image('attached'), image('failed')]).percent).toBe(98);
    expect(progressOf('completed', [image('attached')])).toEqual({ phase: 'done', percent: 100 });
  });

  it('never falls while the images of a run move forward', () => {
    const order = ['pending', 'submitting', 'submitted', 'received', 'stored'] as const;
    let last = 0;
    for (const status of order) {
      const { percent } = progressOf('generating', [image(status, 2_000), image('pending')]);
      expect(percent).toBeGreaterThanOrEqual(last);
      last = percent;
    }
  });

  it('has a percent for every status an image can have', () => {
    for (const status of IMAGE_STATUSES) {
      const { percent } = progressOf('generating', [image(status)]);
      expect(percent).toBeGreaterThanOrEqual(25);
      expect(percent).toBeLessThanOrEqual(98);
    }
  });
});
