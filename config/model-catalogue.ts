import type { CatalogueEntry } from './model-catalogue-entry';

/** The day the facts below were checked. A newer date than a site's rows were seeded with means: offer the update. */
export const CATALOGUE_DATE = '2026-11-20';

/** The tiers a new site starts with; a site may add its own by writing another name into a model config. */
export const SHIPPED_TIERS = ['basic', 'quality', 'quality_option2', 'premium'] as const;

/** The first two generations of GPT Image make three sizes and nothing else. */
const THREE_SIZES: CatalogueEntry['sizeConstraint'] = {
  kind: 'list',
  sizes: ['1024x1024', '1536x1024', '1024x1536'],
};

/** Since gpt-image-2: edges in steps of 16, between 1:3 and 3:1. The rule of 2.6 is taken over from 2.5. */
const STEPS_OF_16: CatalogueEntry['sizeConstraint'] = {
  kind: 'grid',
  multipleOf: 16,
  minEdge: 16,
  maxEdge: 3840,
  minPixels: 655_360,
  maxPixels: 8_294_400,
  minAspect: 1 / 3,
  maxAspect: 3,
};

/** GPT Image models take neither a seed nor a negative prompt. */
const GPT_IMAGE = { seed: false, negativePrompt: false, promptMax: 32_000 };

/** JPEG arrives sooner than PNG and is re-encoded anyway. */
const jpeg = (quality: 'low' | 'medium' | 'high', compression: number) => ({
  quality,
  output_format: 'jpeg',
  output_compression: compression,
  moderation: 'auto',
});

const TOKENS_SINCE_2 = {
  textInMicroUsd: 5_000_000,
  imageInMicroUsd: 8_000_000,
  imageOutMicroUsd: 30_000_000,
};

const preview: CatalogueEntry = {
  key: 'preview',
  label: 'Preview (built in, free)',
  provider: 'preview',
  model: 'preview',
  tier: 'basic',
  sizes: { landscape: '1536x1024', square: '1024x1024', portrait: '1024x1536' },
  sizeConstraint: { kind: 'grid', multipleOf: 1, minEdge: 64, maxEdge: 4096 },
  parameters: {},
  capabilities: { seed: true, negativePrompt: false, promptMax: 32_000 },
  price: { perImageMicroUsd: 0, asOf: CATALOGUE_DATE, source: 'drawn on this server' },
  isDefault: true,
  isActive: true,
};

const openAi: CatalogueEntry[] = [
  {
    key: 'openai-gpt-image-1-mini',
    label: 'OpenAI GPT Image 1 mini',
    provider: 'openai',
    model: 'gpt-image-1-mini',
    tier: 'basic',
    sizes: { landscape: '1536x1024', square: '1024x1024', portrait: '1024x1536' },
    sizeConstraint: THREE_SIZES,
    parameters: jpeg('medium', 90),
    capabilities: GPT_IMAGE,
    price: {
      perImageMicroUsdBy: { landscape: 15_000, square: 11_000, portrait: 15_000 },
      tokens: {
        textInMicroUsd: 2_000_000,
        imageInMicroUsd: 2_500_000,
        imageOutMicroUsd: 8_000_000,
      },
      asOf: '2026-03-27',
      source: 'OpenAI model page as quoted by several public price lists; medium quality',
    },
    isDefault: false,
    isActive: true,
  },
  {
    key: 'openai-gpt-image-1-5',
    label: 'OpenAI GPT Image 1.5',
    provider: 'openai',
    model: 'gpt-image-1.5',
    tier: 'quality',
    sizes: { landscape: '1536x1024', square: '1024x1024', portrait: '1024x1536' },
    sizeConstraint: THREE_SIZES,
    parameters: jpeg('medium', 90),
    capabilities: GPT_IMAGE,
    price: {
      perImageMicroUsdBy: { landscape: 50_000, square: 34_000, portrait: 50_000 },
      tokens: {
        textInMicroUsd: 5_000_000,
        imageInMicroUsd: 8_000_000,
        imageOutMicroUsd: 32_000_000,
      },
      asOf: '2026-03-24',
      source: 'OpenAI model page as quoted by several public price lists; medium quality',
    },
    isDefault: false,
    isActive: true,
  },
  {
    key: 'openai-gpt-image-2',
    label: 'OpenAI GPT Image 2',
    provider: 'openai',
    model: 'gpt-image-2',
    tier: 'quality_option2',
    sizes: { landscape: '1536x864', square: '1024x1024', portrait: '864x1536' },
    sizeConstraint: STEPS_OF_16,
    parameters: jpeg('medium', 90),
    capabilities: GPT_IMAGE,
    price: {
      perImageMicroUsdBy: { landscape: 33_000, square: 53_000, portrait: 33_000 },
      tokens: TOKENS_SINCE_2,
      asOf: '2026-05-06',
      source:
        'OpenAI image guide, medium quality; 1536x864 by the public token formula that gives the same prices as the guide for its own sizes',
    },
    isDefault: false,
    isActive: true,
  },
  {
    key: 'openai-gpt-image-2-5-flare',
    label: 'OpenAI GPT Image 2.5 Flare',
    provider: 'openai',
    model: 'gpt-image-2.5-flare',
    tier: 'quality',
    sizes: { landscape: '1536x864', square: '1024x1024', portrait: '864x1536' },
    sizeConstraint: STEPS_OF_16,
    parameters: jpeg('medium', 90),
    capabilities: GPT_IMAGE,
    price: {
      tokens: TOKENS_SINCE_2,
      asOf: '2026-09-08',
      source: 'OpenAI token prices as quoted by public price lists; no price per image published',
    },
    isDefault: false,
    isActive: false,
  },
  {
    key: 'openai-gpt-image-2-6-sunburst',
    label: 'OpenAI GPT Image 2.6 Sunburst',
    provider: 'openai',
    model: 'gpt-image-2.6-sunburst',
    tier: 'premium',
    sizes: { landscape: '2048x1152', square: '2048x2048', portrait: '1152x2048' },
    sizeConstraint: STEPS_OF_16,
    parameters: jpeg('high', 92),
    capabilities: GPT_IMAGE,
    price: {
      tokens: TOKENS_SINCE_2,
      asOf: '2026-11-01',
      source: 'OpenAI page "GPT-Image-2.6 Sunburst"; no price per image published',
    },
    isDefault: false,
    isActive: true,
  },
];

/** What a new site's model configs are seeded with. Data with a date: every field can be changed in the admin. */
export const MODEL_CATALOGUE: readonly CatalogueEntry[] = [preview, ...openAi];
