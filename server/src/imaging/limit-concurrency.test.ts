import { describe, expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency';

describe('limitConcurrency', () => {
  it('runs at most the given number at once, in order, and survives a failure', async () => {
    const inTurn = limitConcurrency(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const task = (id: number) =>
      inTurn(async () => {
        started.push(id);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        if (id === 1) throw new Error('one fails');
        return id;
      });
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map(task));
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(results.map((one) => one.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    await expect(inTurn(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });
});
