import { COUNT_LIMITS, type DeriverName } from '../../../../shared/vocabulary';
import { ArticleImagesError } from '../errors';

type Levels = {
  request: { count?: number | null; includeFeatured?: boolean | null; tier?: string | null };
  article: { count: number | null; includeFeatured: boolean | null; tier: string | null } | null;
  contentType: { count: number | null; tier: string | null };
  site: { count: number; tier: string | null };
};

export type Choices = {
  count: number;
  countSource: 'request' | 'article' | 'contentType' | 'site';
  /** The count without the article's own override, for "reset to 4". */
  inheritedCount: number;
  includeFeatured: boolean;
  /** Null: the default model's tier. */
  tier: string | null;
  tierSource: 'request' | 'article' | 'contentType' | 'site' | 'model';
};

const assertCount = (count: number): void => {
  if (!Number.isInteger(count) || count < COUNT_LIMITS.articleMin || count > COUNT_LIMITS.max) {
    throw new ArticleImagesError(
      'count_out_of_range',
      `An article takes ${COUNT_LIMITS.articleMin} to ${COUNT_LIMITS.max} in-article images; ${count} were asked for.`,
      { details: { min: COUNT_LIMITS.articleMin, max: COUNT_LIMITS.max, count } },
    );
  }
};

/** The nearest level that decides wins: request, article, content type, site (and the default model for the tier). */
export const resolveChoices = ({ request, article, contentType, site }: Levels): Choices => {
  const inheritedCount = contentType.count ?? site.count;
  const count = request.count ?? article?.count ?? inheritedCount;
  assertCount(count);
  const countSource =
    request.count != null
      ? 'request'
      : article?.count != null
        ? 'article'
        : contentType.count != null
          ? 'contentType'
          : 'site';
  const tiers = [
    ['request', request.tier],
    ['article', article?.tier],
    ['contentType', contentType.tier],
    ['site', site.tier],
  ] as const;
  const decided = tiers.find(([, tier]) => tier != null);
  return {
    count,
    countSource,
    inheritedCount,
    includeFeatured: request.includeFeatured ?? article?.includeFeatured ?? true,
    tier: decided?.[1] ?? null,
    tierSource: decided?.[0] ?? 'model',
  };
};

/** Which deriver a site uses: its choice, or the text model where one is configured. */
export const resolveDeriver = (chosen: DeriverName | null, hasTextModel: boolean): DeriverName =>
  chosen === 'llm' && !hasTextModel
    ? 'extractive'
    : (chosen ?? (hasTextModel ? 'llm' : 'extractive'));
