import { describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../errors';
import type { ModelConfig } from './model-config';
import { resolveModel } from './resolve-model';

const model = (changes: Partial<ModelConfig>): ModelConfig => ({
  id: 'id',
  key: 'key',
  label: 'Label',
  provider: 'preview',
  model: 'model',
  tier: 'basic',
  sizes: { landscape: '1536x1024', square: '1024x1024', portrait: null },
  sizeConstraint: null,
  parameters: {},
  capabilities: { seed: false, negativePrompt: false, promptMax: 1000 },
  price: null,
  isDefault: false,
  isActive: true,
  ...changes,
});

const caught = (call: () => unknown): ArticleImagesError => {
  try {
    call();
  } catch (error) {
    if (error instanceof ArticleImagesError) return error;
  }
  throw new Error('nothing was thrown');
};

describe('resolveModel', () => {
  const preview = model({ key: 'preview', label: 'Preview', isDefault: true });
  const mini = model({ key: 'a-mini', label: 'Mini' });
  const fine = model({ key: 'fine', label: 'Fine', tier: 'quality' });
  const finer = model({ key: 'finer', label: 'Finer', tier: 'quality' });
  const idle = model({ key: 'idle', label: 'Idle', tier: 'premium', isActive: false });
  const models = [finer, mini, idle, preview, fine];

  it('prefers the default model of a tier over one that sorts before it', () => {
    expect(resolveModel({ models, tier: 'basic' })).toBe(preview);
  });

  it('takes the first active model by key where no default is in the tier', () => {
    expect(resolveModel({ models, tier: 'quality' })).toBe(fine);
  });

  it('passes over a default that is not active', () => {
    const off = { ...preview, isActive: false };
    expect(resolveModel({ models: [off, mini], tier: 'basic' })).toBe(mini);
  });

  it('uses the default tier when none is chosen', () => {
    expect(resolveModel({ models, tier: null, defaultTier: 'quality' })).toBe(fine);
  });

  it('uses the tier of the default model when nothing is chosen anywhere', () => {
    expect(resolveModel({ models, tier: null })).toBe(preview);
  });

  it('names the tiers there are when the tier is unknown', () => {
    const error = caught(() => resolveModel({ models, tier: 'gold' }));
    expect(error.code).toBe('unknown_tier');
    expect(error.message).toBe(
      'There is no tier "gold". Tiers with an active model: "basic", "quality".',
    );
    expect(error.details).toEqual({ tier: 'gold', availableTiers: ['basic', 'quality'] });
  });

  it('names the idle model of a tier and the tiers that work', () => {
    const error = caught(() => resolveModel({ models, tier: 'premium' }));
    expect(error.code).toBe('no_active_model');
    expect(error.message).toContain('"Idle"');
    expect(error.message).toContain('"basic", "quality"');
  });

  it('asks for a default when nothing is chosen and none is active', () => {
    const error = caught(() => resolveModel({ models: [mini, idle], tier: null }));
    expect(error.code).toBe('no_active_model');
    expect(error.message).toContain('mark a model config as default');
  });

  it('refuses a model without a size that the run needs', () => {
    const tall = resolveModel({ models, tier: 'basic' });
    expect(tall.sizes.portrait).toBeNull();
    const error = caught(() =>
      resolveModel({ models, tier: 'basic', orientations: ['landscape', 'portrait'] }),
    );
    expect(error.code).toBe('no_model_size');
    expect(error.message).toContain('"Preview" has no portrait size');
  });

  it('does not care about the order of the rows', () => {
    const reversed = [...models].reverse();
    for (const tier of ['basic', 'quality']) {
      expect(resolveModel({ models: reversed, tier })).toBe(resolveModel({ models, tier }));
    }
  });
});
