import type { Orientation } from '../../../../shared/vocabulary';

/** Which sizes a model takes, as data: a list, a grid of limits, or no rule known. */
export type SizeConstraint =
  | { kind: 'list'; sizes: string[] }
  | {
      kind: 'grid';
      multipleOf: number;
      minEdge: number;
      maxEdge: number;
      minPixels?: number;
      maxPixels?: number;
      /** Width divided by height. */
      minAspect?: number;
      maxAspect?: number;
    };

/** What a model can take; parameters outside this are never sent. */
export type ModelCapabilities = {
  seed: boolean;
  negativePrompt: boolean;
  /** Longest prompt in characters. */
  promptMax: number;
};

/** Price in micro-dollars (1,000,000 = 1 USD) with its date. Where nothing is known, the price is null. */
export type ModelPrice = {
  perImageMicroUsd?: number;
  /** Price by orientation where the provider's table differs. */
  perImageMicroUsdBy?: Partial<Record<Orientation, number>>;
  perMegapixelMicroUsd?: number;
  /** Per million tokens. */
  tokens?: { textInMicroUsd: number; imageInMicroUsd: number; imageOutMicroUsd: number };
  asOf: string;
  source: string;
};

/** One image model as this site uses it: a row of the `model-config` content type. */
export type ModelConfig = {
  id: string;
  key: string;
  label: string;
  provider: string;
  model: string;
  tier: string;
  sizes: Record<Orientation, string | null>;
  sizeConstraint: SizeConstraint | null;
  /** Sent to the provider exactly as stored. */
  parameters: Record<string, unknown>;
  capabilities: ModelCapabilities;
  price: ModelPrice | null;
  isDefault: boolean;
  isActive: boolean;
};
