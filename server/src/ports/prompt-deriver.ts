import type { DeriverName } from '../../../shared/vocabulary';
import type { Article } from '../domain/article/article';
import type { ImageBrief } from '../domain/prompts/image-brief';

export type DeriveRequest = {
  article: Article;
  /** In-article pictures wanted; fewer come back when the article has fewer sections that can carry one. */
  count: number;
  includeFeatured: boolean;
  /** Sections an existing picture of ours already illustrates: not to be chosen again. */
  excludedSectionIds: string[];
  signal?: AbortSignal;
};

export type DeriveResult = {
  /** Featured first (when asked for), then in-article briefs in reading order. */
  briefs: ImageBrief[];
  derivedBy: DeriverName;
  tokens: { input: number; output: number };
  warnings: string[];
};

/** Makes briefs from an article, all slots in one derivation. */
export interface PromptDeriver {
  derive(request: DeriveRequest): Promise<DeriveResult>;
}
