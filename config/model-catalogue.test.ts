import { describe, expect, it } from 'vitest';
import { isLegalSize } from '../server/src/domain/models/is-legal-size';
import { parseSize } from '../server/src/domain/models/image-size';
import type { ModelConfig } from '../server/src/domain/models/model-config';
import { orientationOf, priceOf } from '../server/src/domain/models/price';
import { resolveModel } from '../server/src/domain/models/resolve-model';
import { ORIENTATIONS } from '../shared/vocabulary';
import { CATALOGUE_DATE, MODEL_CATALOGUE, SHIPPED_TIERS } from './model-catalogue';
import { catalogueEntrySchema } from './model-catalogue-entry';
import { RETIRED_MODELS, retirementNotice } from './retired-models';

/** Compiles only while a catalogue entry is a model config without its row id. */
const rows: ModelConfig[] = MODEL_CATALOGUE.map((entry) => ({ ...entry, id: entry.key }));

describe('the model catalogue', () => {
  it.each(rows.map((row) => [row.key, row] as const))('has a sound entry %s', (_, row) => {
    const { id, ...entry } = row;
    expect(id).toBe(row.key);
    expect(catalogueEntrySchema.parse(entry)).toEqual(entry);
  });

  it.each(rows.flatMap((row) => ORIENTATIONS.map((one) => [row.key, one, row] as const)))(
    'gives %s a %s size that satisfies its own limits and has that shape',
    (_, orientation, row) => {
      const size = parseSize(row.sizes[orientation]);
      if (!size) throw new Error('no size');
      expect(isLegalSize({ constraint: row.sizeConstraint, size })).toEqual({
        isLegal: true,
        problems: [],
        nearest: [],
      });
      expect(orientationOf(size)).toBe(orientation);
    },
  );

  it('has unique keys and exactly one default, which is active and free', () => {
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    const defaults = rows.filter((row) => row.isDefault);
    expect(defaults.map((row) => row.key)).toEqual(['preview']);
    expect(defaults[0]?.isActive).toBe(true);
    expect(defaults[0]?.price?.perImageMicroUsd).toBe(0);
  });

  it.each(SHIPPED_TIERS)('serves the shipped tier %s in every orientation', (tier) => {
    const model = resolveModel({ models: rows, tier, orientations: ORIENTATIONS });
    expect(model.isActive).toBe(true);
  });

  it('has no tier beyond the shipped ones', () => {
    expect([...new Set(rows.map((row) => row.tier))].sort()).toEqual([...SHIPPED_TIERS].sort());
  });

  it('keeps every price in micro-dollars with a date no later than the catalogue', () => {
    for (const { key, price, sizes } of rows) {
      expect(price, key).not.toBeNull();
      expect(price && price.asOf <= CATALOGUE_DATE, key).toBe(true);
      for (const orientation of ORIENTATIONS) {
        const size = parseSize(sizes[orientation]);
        if (!size) throw new Error('no size');
        const microUsd = priceOf({ model: { price }, orientation, size });
        // A price outside of this is a slip of units: no picture costs more than a dollar or less than a tenth of a cent.
        if (microUsd) expect(microUsd, key).toSatisfy((one: number) => one > 1000 && one < 1e6);
      }
    }
  });

  it('names no retired model as a choice and only its own models as replacements', () => {
    const models = rows.map((row) => row.model);
    for (const retired of RETIRED_MODELS) {
      expect(models).not.toContain(retired.model);
      expect(models).toContain(retired.replacement);
    }
  });
});

describe('catalogueEntrySchema', () => {
  const entry = MODEL_CATALOGUE[0];

  it.each([
    ['a size of words', { sizes: { landscape: 'auto', square: null, portrait: null } }],
    ['a price without a date', { price: { perImageMicroUsd: 1, source: 'x' } }],
    ['dollars instead of micro-dollars', { price: { ...entry?.price, perImageMicroUsd: 0.05 } }],
    ['a key with spaces', { key: 'my model' }],
    ['an unknown field', { colour: 'red' }],
  ])('refuses %s', (_, changes) => {
    expect(catalogueEntrySchema.safeParse({ ...entry, ...changes }).success).toBe(false);
  });
});

describe('retirementNotice', () => {
  it('says since when and what to use instead', () => {
    expect(retirementNotice({ provider: 'openai', model: 'dall-e-3' })).toBe(
      'The model dall-e-3 was switched off by its provider on 2026-05-12. Use gpt-image-1.5 instead.',
    );
  });

  it('has nothing to say about a living model or the same name elsewhere', () => {
    expect(retirementNotice({ provider: 'openai', model: 'gpt-image-2' })).toBeNull();
    expect(retirementNotice({ provider: 'other', model: 'dall-e-3' })).toBeNull();
  });
});
