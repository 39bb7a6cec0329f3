import { expect, it } from 'vitest';
import { runPollDelay } from './poll-delay';

it.each([
  [0, 1_000],
  [9_999, 1_000],
  [10_000, 2_000],
  [59_999, 2_000],
  [60_000, 5_000],
  [600_000, 5_000],
])('%i ms into a run the next look is %i ms away', (elapsedMs, delay) => {
  expect(runPollDelay({ elapsedMs, isHidden: false })).toBe(delay);
});

it('a hidden tab looks every 15 seconds, before the server takes it for closed', () => {
  expect(runPollDelay({ elapsedMs: 0, isHidden: true })).toBe(15_000);
});
