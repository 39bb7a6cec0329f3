import { z } from 'zod';
import {
  COST_BASES,
  COUNT_LIMITS,
  IMAGE_ROLES,
  IMAGE_STATUSES,
  RUN_PHASES,
  RUN_STATUSES,
  RUN_TRIGGERS,
  UNPLACED_REASONS,
} from '../vocabulary';
import type { ErrorCode } from '../error-codes';

/** Identifies an article; `locale` is null for types without i18n. */
export const articleRefSchema = z.strictObject({
  uid: z.string().min(1).max(255),
  documentId: z.string().min(1).max(64),
  locale: z.string().max(32).nullable(),
});

const choicesShape = {
  /** In-article pictures; null or absent takes the effective default. */
  count: z.number().int().min(COUNT_LIMITS.articleMin).max(COUNT_LIMITS.max).nullish(),
  includeFeatured: z.boolean().nullish(),
  tier: z.string().min(1).max(64).nullish(),
};

export type RecordedErrorDto = {
  code: ErrorCode;
  message: string;
  isRetryable: boolean;
  charged: 'no' | 'yes' | 'maybe';
};

export type ImageDto = {
  id: string;
  role: (typeof IMAGE_ROLES)[number];
  position: number;
  status: (typeof IMAGE_STATUSES)[number];
  /** Heading of the section the picture belongs to. */
  heading: string | null;
  prompt: string;
  alternativeText: string;
  caption: string;
  askedSize: string;
  receivedSize: string | null;
  file: {
    id: number;
    url: string;
    thumbnailUrl: string;
    width: number | null;
    height: number | null;
    name: string;
  } | null;
  error: RecordedErrorDto | null;
  unplacedReason: (typeof UNPLACED_REASONS)[number] | null;
  costMicroUsd: number | null;
  costBasis: (typeof COST_BASES)[number];
  attempts: number;
  attachedAt: string | null;
};

export type RunDto = {
  id: string;
  uid: string;
  documentId: string;
  locale: string | null;
  trigger: (typeof RUN_TRIGGERS)[number];
  status: (typeof RUN_STATUSES)[number];
  phase: (typeof RUN_PHASES)[number];
  percent: number;
  /** Grows with every change: an older answer never replaces a newer one on screen. */
  version: number;
  counts: { planned: number; finished: number; failed: number; attached: number; ready: number };
  tier: string;
  modelLabel: string;
  isPreview: boolean;
  estimatedMicroUsd: number | null;
  costMicroUsd: number | null;
  costBasis: (typeof COST_BASES)[number];
  warnings: string[];
  error: RecordedErrorDto | null;
  images: ImageDto[];
  /** Pictures are stored and an open edit view is expected to attach them. */
  awaitsEditor: boolean;
  isDismissed: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** POST /article-images/estimate: what a click would cost, from the function that charges. */
export namespace EstimateRun {
  export const body = articleRefSchema.extend({
    ...choicesShape,
    /** Price new pictures for filled slots too, as `StartRun` with `replace` makes them. */
    replace: z.boolean().optional(),
  });
  export type Request = z.infer<typeof body>;
  export type Response = {
    data: {
      images: number;
      includeFeatured: boolean;
      count: number;
      tier: string;
      modelLabel: string;
      isPreview: boolean;
      /** Null: no price set for the model. */
      costMicroUsd: number | null;
      /** Date of the price. */
      priceAsOf: string | null;
      seconds: number | null;
      warnings: string[];
    };
  };
}

/** POST /article-images/runs: starts a run, or answers with the one that is under way for the same article. */
export namespace StartRun {
  export const body = articleRefSchema.extend({
    ...choicesShape,
    /** Make new pictures although slots are filled; old ones stay in the Media Library. */
    replace: z.boolean().optional(),
    /** Remember count, tier and cover choice for this article. */
    remember: z.boolean().optional(),
  });
  export type Request = z.infer<typeof body>;
  export type Response = { data: RunDto; meta: { isNew: boolean } };
}

/** GET /article-images/runs/:id?editor=clean|dirty : the run; `editor` reports an open edit view. */
export namespace GetRun {
  export const query = z.object({ editor: z.enum(['clean', 'dirty']).optional() });
  export type Response = { data: RunDto };
}

/** POST /article-images/runs/:id/cancel */
export namespace CancelRun {
  export const body = z.strictObject({ mode: z.enum(['finish-current', 'now']) });
  export type Request = z.infer<typeof body>;
  export type Response = { data: RunDto };
}

/** POST /article-images/runs/:id/retry: only failed slots; all of them when `imageIds` is absent. */
export namespace RetryRun {
  export const body = z.strictObject({ imageIds: z.array(z.string().max(64)).max(20).optional() });
  export type Request = z.infer<typeof body>;
  export type Response = { data: RunDto };
}

/** POST /article-images/runs/:id/attach: the open edit view is clean, the server writes the draft. */
export namespace AttachRun {
  export const body = z.strictObject({ imageIds: z.array(z.string().max(64)).max(20).optional() });
  export type Request = z.infer<typeof body>;
  export type Response = { data: RunDto };
}

/**
 * POST /article-images/placements: the open edit view has unsaved text. Sends the form's current values of the mapped
 * attributes, gets back the values with the pictures in them; nothing is written to the document. The images become
 * `ready` with reason `in_form` until a save shows them in the document.
 */
export namespace PlaceImages {
  export const body = articleRefSchema.extend({
    imageIds: z.array(z.string().max(64)).min(1).max(20),
    values: z.record(z.string(), z.unknown()),
  });
  export type Request = z.infer<typeof body>;
  export type Response = {
    data: {
      /** Only the attributes that changed, in the form's own shape. */
      values: Record<string, unknown>;
      placed: { imageId: string; field: string }[];
      unplaced: { imageId: string; reason: string }[];
    };
  };
}

/** POST /article-images/confirm: after a save, compares the saved draft with the images said to be in it. */
export namespace ConfirmSaved {
  export const body = articleRefSchema;
  export type Request = z.infer<typeof body>;
  export type Response = {
    data: { attached: string[]; missing: string[] };
  };
}

/** POST /article-images/missing/accept: the removal was on purpose; automation leaves these slots alone. */
export namespace AcceptMissing {
  export const body = articleRefSchema.extend({
    imageIds: z.array(z.string().max(64)).min(1).max(20),
  });
  export type Request = z.infer<typeof body>;
  export type Response = { data: { accepted: string[] } };
}
