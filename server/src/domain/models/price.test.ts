import { describe, expect, it } from 'vitest';
import type { ModelPrice } from './model-config';
import { costOf, orientationOf, priceOf } from './price';

const dated = { asOf: '2026-11-20', source: 'test' };
const landscape = { width: 1536, height: 1024 };
const square = { width: 1024, height: 1024 };

const price = (model: ModelPrice | null, size = landscape): number | null =>
  priceOf({ model: { price: model }, orientation: orientationOf(size), size });

describe('priceOf', () => {
  it('prefers the price of the orientation over the flat one', () => {
    const table = { ...dated, perImageMicroUsd: 34_000, perImageMicroUsdBy: { landscape: 50_000 } };
    expect(price(table)).toBe(50_000);
    expect(price(table, square)).toBe(34_000);
  });

  it('counts megapixels', () => {
    expect(price({ ...dated, perMegapixelMicroUsd: 25_000 }, { width: 1344, height: 768 })).toBe(
      25_805,
    );
  });

  it('knows a price of nothing from a price not known', () => {
    expect(price({ ...dated, perImageMicroUsd: 0 })).toBe(0);
    expect(price(null)).toBeNull();
    expect(price(dated)).toBeNull();
  });

  it('cannot price tokens before they are counted', () => {
    const tokens = { textInMicroUsd: 5e6, imageInMicroUsd: 8e6, imageOutMicroUsd: 30e6 };
    expect(price({ ...dated, tokens })).toBeNull();
  });
});

describe('costOf', () => {
  const tokens = { textInMicroUsd: 5e6, imageInMicroUsd: 8e6, imageOutMicroUsd: 30e6 };
  const usage = { textIn: 120, imageIn: 0, imageOut: 1584 };

  it('multiplies tokens with the token price', () => {
    expect(costOf({ price: { ...dated, tokens }, size: landscape, usage })).toEqual({
      microUsd: 48_120,
      basis: 'computed',
    });
  });

  it('counts reference images at their own rate', () => {
    const withReference = { textIn: 0, imageIn: 1000, imageOut: 0 };
    expect(
      costOf({ price: { ...dated, tokens }, size: square, usage: withReference }).microUsd,
    ).toBe(8000);
  });

  it('falls back to the table and says that it is an estimate', () => {
    const table = { ...dated, tokens, perImageMicroUsd: 34_000 };
    expect(costOf({ price: table, size: square, usage: null })).toEqual({
      microUsd: 34_000,
      basis: 'estimated',
    });
  });

  it('says unknown instead of zero', () => {
    const unknown = { microUsd: null, basis: 'unknown' };
    expect(costOf({ price: null, size: square, usage })).toEqual(unknown);
    expect(costOf({ price: { ...dated, tokens }, size: square, usage: null })).toEqual(unknown);
  });
});

describe('orientationOf', () => {
  it('tells wide, square and tall apart', () => {
    expect(orientationOf(landscape)).toBe('landscape');
    expect(orientationOf(square)).toBe('square');
    expect(orientationOf({ width: 864, height: 1536 })).toBe('portrait');
  });
});
