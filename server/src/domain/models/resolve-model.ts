import type { Orientation } from '../../../../shared/vocabulary';
import { ArticleImagesError } from '../errors';
import type { ModelConfig } from './model-config';
import { sizeFor } from './size-for';

/** What a plan asks for (`orientationFor`); a portrait size may be missing from a model config. */
const PLANNED: readonly Orientation[] = ['landscape', 'square'];

const quote = (names: string[]): string =>
  names.length > 0 ? names.map((name) => `"${name}"`).join(', ') : 'none';

const unique = (names: string[]): string[] => [...new Set(names)].sort();

const activeTiers = (models: ModelConfig[]): string[] =>
  unique(models.filter((model) => model.isActive).map((model) => model.tier));

/** The default first, then by key: the same answer on every machine and every call. */
const byPreference = (one: ModelConfig, other: ModelConfig): number =>
  Number(other.isDefault) - Number(one.isDefault) ||
  (one.key < other.key ? -1 : Number(one.key > other.key));

const findDefaultTier = (models: ModelConfig[]): string => {
  const model = models.find((one) => one.isDefault && one.isActive);
  if (model) return model.tier;
  throw new ArticleImagesError(
    'no_active_model',
    `No tier was chosen and no active model config is the default. Tiers with an active model: ${quote(activeTiers(models))}. Choose one, or mark a model config as default.`,
    { details: { availableTiers: activeTiers(models) } },
  );
};

const findActiveModel = (models: ModelConfig[], tier: string): ModelConfig => {
  const inTier = models.filter((model) => model.tier === tier);
  const available = activeTiers(models);
  const details = { tier, availableTiers: available };
  if (inTier.length === 0) {
    throw new ArticleImagesError(
      'unknown_tier',
      `There is no tier "${tier}". Tiers with an active model: ${quote(available)}.`,
      { details },
    );
  }
  const [model] = inTier.filter((one) => one.isActive).sort(byPreference);
  if (model) return model;
  const labels = quote(inTier.map((one) => one.label));
  throw new ArticleImagesError(
    'no_active_model',
    `No model of the tier "${tier}" is active; it has ${labels}. Activate one, or choose another tier: ${quote(available)}.`,
    { details },
  );
};

/**
 * The model config that serves a tier: the default one if it is active there, else the first active by key.
 * Without a tier the site's default tier counts, and without that the tier of the default model config.
 * Throws `unknown_tier`, `no_active_model`, or what `sizeFor` throws for an orientation that is needed.
 */
export const resolveModel = ({
  models,
  tier,
  defaultTier = null,
  orientations = PLANNED,
}: {
  models: ModelConfig[];
  tier: string | null;
  defaultTier?: string | null;
  /** The orientations the run will ask for. */
  orientations?: readonly Orientation[];
}): ModelConfig => {
  const chosen = tier ?? defaultTier ?? findDefaultTier(models);
  const model = findActiveModel(models, chosen);
  for (const orientation of orientations) sizeFor({ model, orientation });
  return model;
};
