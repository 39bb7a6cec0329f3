import type { Core, UID } from '@strapi/strapi';
import type { GetContext, TierDto } from '../../../shared/contracts/context';
import { COUNT_LIMITS, MINIMUM_WORDS } from '../../../shared/vocabulary';
import { getComposition } from '../composition';
import { compareWithDraft } from '../pipeline/open-editor';
import type { Pipeline } from '../pipeline/pipeline';
import { modelForTier } from '../pipeline/quote-run';
import type { ArticleRef } from '../domain/article/article';
import { toArticleImagesError } from '../domain/errors';
import { parseSize } from '../domain/models/image-size';
import { priceOf } from '../domain/models/price';
import { resolveChoices } from '../domain/runs/choices';
import type { ContentTypeSettings } from '../ports/stores';
import { createAccessService, type UserAbility } from './access';
import { toImageDto, toRunDto } from './run-view';

type Context = GetContext.Response['data'];

/** Every tier that has a model, with the sentence that says why it cannot be used, if so. */
export const listTiers = async (pipeline: Pipeline): Promise<TierDto[]> => {
  const models = await pipeline.models.list();
  const names = [...new Set(models.filter((model) => model.isActive).map((model) => model.tier))];
  return Promise.all(
    names.map(async (name): Promise<TierDto> => {
      const none = { name, isPreview: false, pricePerImageMicroUsd: null, seconds: null };
      try {
        const { model, provider } = await modelForTier(pipeline, name, ['landscape']);
        const size = parseSize(model.sizes.landscape);
        return {
          name,
          modelLabel: model.label,
          isPreview: provider.isPreview,
          problem: null,
          pricePerImageMicroUsd: size && priceOf({ model, orientation: 'landscape', size }),
          seconds: provider.typicalMs === null ? null : Math.ceil(provider.typicalMs / 1000),
        };
      } catch (cause) {
        return { ...none, modelLabel: name, problem: toArticleImagesError(cause).message };
      }
    }),
  );
};

const readDraft = async (pipeline: Pipeline, ref: ArticleRef) => {
  try {
    return await pipeline.articles.find(ref);
  } catch (cause) {
    if (toArticleImagesError(cause).code === 'type_not_mapped') return null;
    throw cause;
  }
};

const articleDto = (
  draft: NonNullable<Awaited<ReturnType<typeof readDraft>>>,
  isCoverLocalized: boolean,
): Context['article'] => ({
  title: draft.article.title,
  words: draft.article.words,
  textHash: draft.article.textHash,
  updatedAt: draft.updatedAt,
  isCoverFilled: draft.article.isCoverFilled,
  isCoverLocalized,
  headings: draft.article.sections.flatMap(({ heading }) => (heading === null ? [] : [heading])),
});

const defaultsOf = async (
  pipeline: Pipeline,
  type: ContentTypeSettings | null,
  ref: ArticleRef | null,
): Promise<Context['defaults']> => {
  const choices = resolveChoices({
    request: {},
    article: ref && (await pipeline.settings.readArticle(ref)),
    contentType: { count: type?.count ?? null, tier: type?.tier ?? null },
    site: await pipeline.settings.read(),
  });
  const models = await pipeline.models.list();
  return {
    count: choices.count,
    countSource: choices.countSource === 'request' ? 'site' : choices.countSource,
    inheritedCount: choices.inheritedCount,
    countMax: COUNT_LIMITS.max,
    includeFeatured: choices.includeFeatured && type?.mapping.cover !== null,
    tier: choices.tier ?? models.find((model) => model.isDefault)?.tier ?? null,
    tierSource: choices.tierSource === 'request' ? 'site' : choices.tierSource,
  };
};

const isLocalizedAttribute = (strapi: Core.Strapi, uid: string, field: string | undefined) => {
  const attribute = field
    ? strapi.contentTypes[uid as UID.ContentType]?.attributes[field.split('.')[0] ?? '']
    : undefined;
  const options = attribute?.pluginOptions as { i18n?: { localized?: boolean } } | undefined;
  return options?.i18n?.localized === true;
};

/** Everything the side panel shows, gathered in one request. */
export const createContextService = ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(
    userAbility: UserAbility,
    { uid, documentId, locale }: { uid: string; documentId?: string; locale: string | null },
  ): Promise<Context> {
    const { pipeline } = getComposition(strapi);
    const access = createAccessService({ strapi });
    const permissions = await access.rightsOver(userAbility, { uid, documentId, locale });
    const type = await pipeline.settings.forType(uid);
    const ref = documentId ? { uid, documentId, locale } : null;
    const isUsable = permissions.canRead && type?.isEnabled === true && ref !== null;
    const draft = isUsable ? await readDraft(pipeline, ref) : null;
    const active = isUsable ? await pipeline.runs.findActiveRun(ref) : null;
    const last = isUsable ? await pipeline.runs.findLatestRun(ref) : null;
    const images = isUsable ? await pipeline.runs.listArticleImages(ref) : [];
    const { missing } =
      draft && ref ? await compareWithDraft(pipeline, ref, draft.values) : { missing: [] };
    const health = pipeline.queue.health();
    return {
      isMapped: type !== null,
      isEnabled: type?.isEnabled ?? false,
      mapping: type?.mapping ?? null,
      permissions,
      queue: { state: health.state, message: health.message },
      hasDraftAndPublish: pipeline.articles.hasDraftAndPublish(uid),
      article:
        draft && articleDto(draft, isLocalizedAttribute(strapi, uid, type?.mapping.cover?.field)),
      minimumWords: MINIMUM_WORDS,
      defaults: await defaultsOf(pipeline, type, ref),
      tiers: permissions.canRead ? await listTiers(pipeline) : [],
      activeRun: active && (await toRunDto(pipeline, active)),
      lastRun: last && (await toRunDto(pipeline, last)),
      images: images
        .filter(({ unplacedReason }) => unplacedReason !== 'removed_by_editor')
        .filter(({ unplacedReason }) => unplacedReason !== 'replaced')
        .map(toImageDto),
      missing: missing.map(({ id }) => id),
    };
  },
});
