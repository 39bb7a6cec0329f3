import { describe, expect, it } from 'vitest';
import { finalStatus, isActiveRun, isMade, isTerminalImage } from './run-state';

describe('the end of a run', () => {
  it.each([
    [['attached', 'attached'], 'completed'],
    [['attached', 'ready'], 'completed'],
    [['attached', 'failed'], 'partial'],
    [['ready', 'failed', 'cancelled'], 'partial'],
    [['failed', 'failed'], 'failed'],
    [['failed', 'cancelled'], 'failed'],
    [['attached', 'cancelled'], 'cancelled'],
    [['cancelled'], 'cancelled'],
  ] as const)('%j is %s', (statuses, expected) => {
    expect(finalStatus([...statuses])).toBe(expected);
  });
});

describe('states', () => {
  it('are active until a run is over', () => {
    expect(isActiveRun('attaching')).toBe(true);
    expect(isActiveRun('partial')).toBe(false);
  });

  it('are made when a file is stored or nothing more will come', () => {
    expect(isMade('stored')).toBe(true);
    expect(isMade('failed')).toBe(true);
    expect(isMade('received')).toBe(false);
    expect(isTerminalImage('stored')).toBe(false);
  });
});
