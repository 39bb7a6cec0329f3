import { expect, it } from 'vitest';
import { moneyFormat } from './money';

const shown = (microUsd: number) => {
  const { value, options } = moneyFormat(microUsd);
  return new Intl.NumberFormat('en', options as Intl.NumberFormatOptions).format(value);
};

it.each([
  [0, '$0.00'],
  [1_500, '$0.0015'],
  [14_000, '$0.014'],
  [30_000, '$0.03'],
  [150_000, '$0.15'],
  [2_345_678, '$2.35'],
])('%i micro-dollars are shown as %s', (microUsd, text) => {
  expect(shown(microUsd)).toBe(text);
});
