import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { median, round, runAll, timed } from '../bench/numbers';

describe('the numbers of the bench', () => {
  it('have their median in the middle, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('are rounded for reading', () => {
    expect(round(1.23456)).toBe(1.23);
    expect(round(1499.7, 0)).toBe(1500);
  });

  it('come from work that never runs more often at once than asked', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await runAll([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(5);
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(3);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are milliseconds', async () => {
    expect(await timed(() => sleep(30))).toBeGreaterThan(25);
  });
});
