import { describe, expect, it } from 'vitest';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import { announcement } from './announcement';

const planned = { planned: 3, finished: 0, failed: 0, attached: 0, ready: 0 };
const received = (n: number) =>
  Array.from({ length: n }, (_, index) => makeImage(index, { status: 'received' }));

describe('what a screen reader hears', () => {
  it('is the start, with the number', () => {
    expect(announcement(null, makeRun())).toMatchObject({
      key: 'announce.started',
      values: { n: 3 },
      isAlert: false,
    });
  });

  it('is nothing for a run that was over before', () => {
    expect(announcement(null, makeRun({ status: 'completed' }))).toBeNull();
    expect(announcement(null, null)).toBeNull();
  });

  it('is every picture that is made', () => {
    const before = makeRun({ images: received(1) });
    expect(announcement(before, makeRun({ images: received(2) }))).toMatchObject({
      key: 'announce.image',
      values: { n: 2, total: 3 },
    });
  });

  it('is a new step, and never a percent', () => {
    const before = makeRun({ phase: 'prepare', percent: 10 });
    expect(announcement(before, makeRun({ phase: 'prepare', percent: 20 }))).toBeNull();
    expect(announcement(before, makeRun({ phase: 'generate' }))?.key).toBe('announce.generating');
    expect(announcement(makeRun(), makeRun({ phase: 'save' }))?.key).toBe('run.phase.save');
  });

  it.each([
    ['completed', { ...planned, attached: 3, finished: 3 }, 'run.done', false],
    ['completed', { ...planned, ready: 3, finished: 3 }, 'announce.ready', false],
    ['partial', { ...planned, finished: 2, failed: 1 }, 'run.ended.partial', true],
    ['failed', { ...planned, failed: 3 }, 'announce.failed', true],
    ['cancelled', { ...planned, finished: 1 }, 'run.ended.stopped', false],
  ] as const)('is how it ended: %s', (status, counts, key, isAlert) => {
    expect(announcement(makeRun(), makeRun({ status, counts }))).toMatchObject({ key, isAlert });
  });

  it('is the end once, not at every later look', () => {
    const ended = makeRun({ status: 'completed' });
    expect(announcement(ended, ended)).toBeNull();
  });
});
