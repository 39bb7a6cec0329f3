import { describe, expect, it } from 'vitest';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import {
  currentNumber,
  finishedImages,
  keptImages,
  madeCount,
  onTheWayCount,
  phaseStates,
} from './run-words';

const states = (phase: Parameters<typeof phaseStates>[0]['phase']) =>
  phaseStates({ phase }).map(({ state }) => state);

describe('the steps of a run', () => {
  it('are done, current and to do in their order', () => {
    expect(states('init')).toEqual(['todo', 'todo', 'todo', 'todo']);
    expect(states('generate')).toEqual(['done', 'current', 'todo', 'todo']);
    expect(states('done')).toEqual(['done', 'done', 'done', 'done']);
  });
});

describe('the pictures of a run', () => {
  const run = makeRun({
    images: [
      makeImage(0, { status: 'stored' }),
      makeImage(1, { status: 'received', file: null }),
      makeImage(2, { status: 'submitting', file: null }),
    ],
  });

  it('count as made once delivered, and as finished once they can be kept', () => {
    expect(madeCount(run)).toBe(2);
    expect(finishedImages(run)).toHaveLength(1);
    expect(onTheWayCount(run)).toBe(1);
  });

  it('are kept when they exist and are in no article', () => {
    const images = [makeImage(0), makeImage(1, { status: 'ready' }), ...run.images];
    expect(keptImages({ images }).map(({ status }) => status)).toEqual(['ready', 'stored']);
  });

  it('give the number of the one being made, never beyond the last', () => {
    expect(currentNumber(run)).toBe(3);
    const all = makeRun({ images: [makeImage(0), makeImage(1), makeImage(2)] });
    expect(currentNumber(all)).toBe(3);
    expect(currentNumber(makeRun({ counts: { ...run.counts, planned: 0 } }))).toBe(1);
  });
});
