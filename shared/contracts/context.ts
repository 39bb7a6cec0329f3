import { z } from 'zod';
import type { FieldMappingDto } from './settings';
import type { ImageDto, RunDto } from './runs';

export type TierDto = {
  name: string;
  modelLabel: string;
  isPreview: boolean;
  /** Null when usable; otherwise the sentence that says what is missing. */
  problem: string | null;
  /** Price of one landscape picture; null when not set. */
  pricePerImageMicroUsd: number | null;
  seconds: number | null;
};

/** GET /article-images/context?uid&documentId&locale : everything the panel shows, in one request. */
export namespace GetContext {
  export const query = z.object({
    uid: z.string().min(1).max(255),
    documentId: z.string().max(64).optional(),
    locale: z.string().max(32).optional(),
  });
  export type Response = {
    data: {
      isMapped: boolean;
      isEnabled: boolean;
      mapping: FieldMappingDto | null;
      permissions: { canRead: boolean; canGenerate: boolean; canConfigure: boolean };
      queue: { state: 'closed' | 'starting' | 'ready' | 'down'; message: string | null };
      hasDraftAndPublish: boolean;
      /** Null on the create page and for a locale without a version. */
      article: {
        title: string;
        words: number;
        textHash: string;
        updatedAt: string;
        isCoverFilled: boolean;
        isCoverLocalized: boolean;
        headings: string[];
      } | null;
      minimumWords: number;
      defaults: {
        count: number;
        countSource: 'article' | 'contentType' | 'site';
        inheritedCount: number;
        countMax: number;
        includeFeatured: boolean;
        tier: string | null;
        tierSource: 'article' | 'contentType' | 'site' | 'model';
      };
      tiers: TierDto[];
      activeRun: RunDto | null;
      lastRun: RunDto | null;
      /** Pictures of ours in the article or ready for it, featured first. */
      images: ImageDto[];
      /** Attached by us, absent from the saved draft, and nobody said it was on purpose. */
      missing: string[];
    };
  };
}
