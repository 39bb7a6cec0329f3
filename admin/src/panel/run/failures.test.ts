import { describe, expect, it } from 'vitest';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import { failureGroups, retryable } from './failures';

const failed = (position: number, code: 'timeout' | 'policy' | 'article_gone') =>
  makeImage(position, {
    status: 'failed',
    file: null,
    error: { code, message: 'simulated', isRetryable: true, charged: 'maybe' },
  });

describe('failed pictures', () => {
  it('are told together when the same thing went wrong', () => {
    const run = makeRun({
      images: [failed(1, 'timeout'), failed(2, 'policy'), failed(3, 'timeout')],
    });
    const groups = failureGroups(run);
    expect(groups.map(({ failure, images }) => [failure.code, images.length])).toEqual([
      ['timeout', 2],
      ['policy', 1],
    ]);
  });

  it('of a preview model cost nothing', () => {
    const run = makeRun({ isPreview: true, images: [failed(1, 'timeout')] });
    expect(failureGroups(run)[0]?.failure.charged).toBe('no');
  });

  it('without a recorded reason are an error of ours', () => {
    const run = makeRun({ images: [makeImage(1, { status: 'failed', error: null })] });
    expect(failureGroups(run)[0]?.failure).toMatchObject({ code: 'internal', charged: 'maybe' });
  });

  it('can be tried again unless their article is gone', () => {
    const run = makeRun({
      images: [failed(1, 'timeout'), failed(2, 'article_gone'), makeImage(3)],
    });
    expect(retryable(run).map(({ position }) => position)).toEqual([1]);
  });
});
