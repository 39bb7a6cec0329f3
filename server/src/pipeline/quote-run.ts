import type { DeriverName, Orientation } from '../../../shared/vocabulary';
import type { Article, ArticleRef, DocumentValues, FieldMapping } from '../domain/article/article';
import { ArticleImagesError } from '../domain/errors';
import type { ModelConfig } from '../domain/models/model-config';
import { priceOf } from '../domain/models/price';
import { resolveModel } from '../domain/models/resolve-model';
import { sizeFor } from '../domain/models/size-for';
import { orientationFor } from '../domain/plan/image-plan';
import { resolveChoices, resolveDeriver, type Choices } from '../domain/runs/choices';
import { neededSlots } from '../domain/runs/needed-slots';
import type { ProviderDescription } from '../ports/image-provider';
import type { ContentTypeSettings } from '../ports/stores';
import { oursForAutomation } from './images-in-draft';
import type { Pipeline } from './pipeline';

export type RunRequest = {
  article: ArticleRef;
  count?: number | null;
  includeFeatured?: boolean | null;
  tier?: string | null;
  replace?: boolean;
  isAutomatic?: boolean;
};

export type Quote = {
  article: Article;
  values: DocumentValues;
  updatedAt: string;
  typeSettings: ContentTypeSettings;
  choices: Choices;
  /** What this run makes: empty slots only, unless replacing. */
  includeFeatured: boolean;
  count: number;
  model: ModelConfig;
  provider: ProviderDescription;
  deriver: DeriverName;
  /** Micro-dollars for the whole run; null when the model has no price. */
  costMicroUsd: number | null;
  seconds: number | null;
  warnings: string[];
};

const OVERHEAD_SECONDS = 2;

const secondsFor = (images: number, provider: ProviderDescription): number | null =>
  provider.typicalMs === null
    ? null
    : Math.ceil(
        (Math.ceil(images / provider.concurrency) * provider.typicalMs) / 1000 + OVERHEAD_SECONDS,
      );

/** The settings of an enabled content type, or the error that says it is not set up. */
export const enabledType = async (
  pipeline: Pipeline,
  uid: string,
): Promise<ContentTypeSettings> => {
  const settings = await pipeline.settings.forType(uid);
  if (!settings?.isEnabled) {
    throw new ArticleImagesError(
      'type_not_mapped',
      `Article Images is not switched on for "${uid}". An administrator can do that under Settings > Article Images.`,
      { details: { uid } },
    );
  }
  return settings;
};

/** The model that serves a tier, with its provider ready to be called, or the error that names what is missing. */
export const modelForTier = async (
  pipeline: Pipeline,
  tier: string | null,
  orientations: Orientation[],
) => {
  const model = resolveModel({ models: await pipeline.models.list(), tier, orientations });
  const provider = pipeline.providers[model.provider]?.describe();
  if (!provider) {
    throw new ArticleImagesError(
      'unknown_provider',
      `The model "${model.label}" names the provider "${model.provider}", which does not exist.`,
    );
  }
  if (!provider.isConfigured) {
    throw new ArticleImagesError(
      'provider_not_configured',
      `${provider.label} is not set up: ${provider.missing ?? 'a setting is missing'}. Choose another tier or ask an administrator.`,
      { details: { provider: provider.id, tier: model.tier } },
    );
  }
  return { model, provider };
};

const slotOrientations = (includeFeatured: boolean, count: number): Orientation[] => [
  ...(includeFeatured ? [orientationFor('featured', 0)] : []),
  ...Array.from({ length: count }, (_, index) => orientationFor('in_article', index + 1)),
];

/** What nobody should get without asking: pictures that were taken out, and more than the same text had room for. */
const automaticLimits = async (
  pipeline: Pipeline,
  draft: { article: Article; values: DocumentValues; mapping: FieldMapping },
) => {
  const { ref, textHash } = draft.article;
  const images = await pipeline.runs.listArticleImages(ref);
  const latest = await pipeline.runs.findLatestRun(ref);
  const planned = latest ? await pipeline.runs.listImages(latest.id) : [];
  const inArticle = planned.filter(({ role }) => role === 'in_article').length;
  const wasFull = latest?.textHash === textHash && inArticle < latest.request.count;
  return { ours: oursForAutomation(pipeline, draft, images), room: wasFull ? 0 : Infinity };
};

/** What a run would make and cost, without starting it. Starting a run uses this very function. */
export const quoteRun = async (pipeline: Pipeline, request: RunRequest): Promise<Quote> => {
  const typeSettings = await enabledType(pipeline, request.article.uid);
  const site = await pipeline.settings.read();
  const read = await pipeline.articles.read(request.article);
  const choices = resolveChoices({
    request,
    article: await pipeline.settings.readArticle(request.article),
    contentType: typeSettings,
    site,
  });
  const isAutomatic = request.isAutomatic ?? false;
  const { ours, room } = isAutomatic
    ? await automaticLimits(pipeline, { ...read, mapping: typeSettings.mapping })
    : { ours: await pipeline.runs.listArticleImages(request.article), room: Infinity };
  const needed = neededSlots({
    article: read.article,
    ours,
    choices,
    canHoldCover: typeSettings.mapping.cover !== null,
    canHoldInArticle: typeSettings.mapping.inArticle.kind !== 'none',
    replace: request.replace ?? false,
    isAutomatic,
  });
  const { includeFeatured } = needed;
  const count = Math.min(needed.count, room);
  const orientations = slotOrientations(includeFeatured, count);
  const { model, provider } = await modelForTier(pipeline, choices.tier, orientations);
  const prices = orientations.map((orientation) =>
    priceOf({ model, orientation, size: sizeFor({ model, orientation }) }),
  );
  const hasPrice = prices.every((price): price is number => price !== null);
  return {
    ...read,
    typeSettings,
    choices,
    includeFeatured,
    count,
    model,
    provider,
    deriver: resolveDeriver(site.deriver, pipeline.derivers.llm !== undefined),
    costMicroUsd: hasPrice ? prices.reduce((sum, price) => sum + price, 0) : null,
    seconds: secondsFor(count + Number(includeFeatured), provider),
    warnings:
      site.deriver === 'llm' && !pipeline.derivers.llm
        ? ['No text model is configured: prompts come from the text itself.']
        : [],
  };
};
