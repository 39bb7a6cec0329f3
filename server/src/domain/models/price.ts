import type { Orientation } from '../../../../shared/vocabulary';
import type { ImageSize } from './image-size';
import type { ModelConfig, ModelPrice } from './model-config';

const MILLION = 1_000_000;

/** Tokens of one call, as the service counted them. */
export type TokenUsage = { textIn: number; imageIn: number; imageOut: number };

export const orientationOf = ({ width, height }: ImageSize): Orientation => {
  if (width === height) return 'square';
  return width > height ? 'landscape' : 'portrait';
};

const tablePrice = (
  price: ModelPrice,
  orientation: Orientation,
  { width, height }: ImageSize,
): number | null => {
  const perImage = price.perImageMicroUsdBy?.[orientation] ?? price.perImageMicroUsd;
  if (perImage !== undefined) return perImage;
  if (price.perMegapixelMicroUsd === undefined) return null;
  return Math.round((price.perMegapixelMicroUsd * width * height) / MILLION);
};

/**
 * Price of one picture in micro-dollars from the model config's table, before it is made.
 * Null when the table cannot say: models billed by tokens have no price until they have answered.
 */
export const priceOf = ({
  model,
  orientation,
  size,
}: {
  model: Pick<ModelConfig, 'price'>;
  orientation: Orientation;
  size: ImageSize;
}): number | null => (model.price ? tablePrice(model.price, orientation, size) : null);

/**
 * What one answered call cost: tokens times the token price where both are known, else the table's price,
 * else unknown. Never a guess: an unknown cost stays null so that a sum says "at least".
 */
export const costOf = ({
  price,
  size,
  usage,
}: {
  price: ModelPrice | null;
  size: ImageSize;
  usage: TokenUsage | null;
}): { microUsd: number | null; basis: 'computed' | 'estimated' | 'unknown' } => {
  if (usage && price?.tokens) {
    const { textInMicroUsd, imageInMicroUsd, imageOutMicroUsd } = price.tokens;
    const total =
      usage.textIn * textInMicroUsd +
      usage.imageIn * imageInMicroUsd +
      usage.imageOut * imageOutMicroUsd;
    return { microUsd: Math.round(total / MILLION), basis: 'computed' };
  }
  const microUsd = priceOf({ model: { price }, orientation: orientationOf(size), size });
  return microUsd === null ? { microUsd, basis: 'unknown' } : { microUsd, basis: 'estimated' };
};
