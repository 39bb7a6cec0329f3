import { z } from 'zod';
import {
  COST_BASES,
  DERIVERS,
  IMAGE_ROLES,
  IMAGE_STATUSES,
  ORIENTATIONS,
  RUN_PHASES,
  RUN_STATUSES,
  RUN_TRIGGERS,
  UNPLACED_REASONS,
} from '../../../shared/vocabulary';
import { isErrorCode, type ErrorCode } from '../../../shared/error-codes';
import type { Anchor } from '../domain/article/article';
import type { MediaFile } from '../domain/article/media-file';
import type { ImageBrief } from '../domain/prompts/image-brief';
import type { GenerationRun, ImageRow } from '../ports/stores';

/** SQLite gives numbers for big integers, PostgreSQL strings, MySQL either. */
const bigNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ])
  .nullish();
/** Databases give dates, numbers or text for a datetime. */
const moment = z
  .union([z.date(), z.number(), z.string()])
  .nullish()
  .transform((value) => (value == null ? null : new Date(value).toISOString()));
const strings = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
const tokens = z
  .object({ input: z.number(), output: z.number() })
  .nullish()
  .transform((value) => value ?? { input: 0, output: 0 });
const recordedError = z
  .object({
    code: z.string().transform((code): ErrorCode => (isErrorCode(code) ? code : 'internal')),
    message: z.string(),
    charged: z.enum(['no', 'yes', 'maybe']),
  })
  .nullish()
  .transform((value) => value ?? null);

const articleShape = {
  articleUid: z.string(),
  articleDocumentId: z.string(),
  articleLocale: z.string().nullish(),
};

const articleOf = (row: {
  articleUid: string;
  articleDocumentId: string;
  articleLocale?: string | null;
}) => ({
  uid: row.articleUid,
  documentId: row.articleDocumentId,
  locale: row.articleLocale ? row.articleLocale : null,
});

const runRow = z.object({
  ...articleShape,
  documentId: z.string(),
  trigger: z.enum(RUN_TRIGGERS),
  startedBy: z.number().nullish(),
  status: z.enum(RUN_STATUSES),
  phase: z.enum(RUN_PHASES),
  percent: z.number().nullish(),
  request: z.object({
    count: z.number(),
    includeFeatured: z.boolean(),
    tier: z.string(),
    deriver: z.enum(DERIVERS),
    replace: z.boolean(),
  }),
  modelConfigId: z.string().nullish(),
  textHash: z.string().nullish(),
  draftUpdatedAt: z.string().nullish(),
  estimatedMicroUsd: bigNumber,
  costMicroUsd: bigNumber,
  costBasis: z.enum(COST_BASES).nullish(),
  tokens,
  derivedBy: z.enum(DERIVERS).nullish(),
  steps: z
    .array(
      z.object({
        name: z.string(),
        at: z.string(),
        ms: z.number(),
        facts: z.record(z.string(), z.unknown()),
      }),
    )
    .nullish(),
  warnings: strings,
  error: recordedError,
  editorSeenAt: moment,
  isDismissed: z.boolean().nullish(),
  recoveries: z.number().nullish(),
  createdAt: moment,
  updatedAt: moment,
  startedAt: moment,
  finishedAt: moment,
});

const imageRow = z.object({
  ...articleShape,
  documentId: z.string(),
  runId: z.string(),
  role: z.enum(IMAGE_ROLES),
  position: z.number(),
  orientation: z.enum(ORIENTATIONS),
  anchor: z.custom<Anchor>((value) => value === null || typeof value === 'object').nullish(),
  brief: z.custom<ImageBrief>((value) => typeof value === 'object' && value !== null),
  prompt: z.string(),
  negativePrompt: z.string().nullish(),
  alternativeText: z.string().nullish(),
  caption: z.string().nullish(),
  askedSize: z.string(),
  receivedSize: z.string().nullish(),
  seed: bigNumber,
  modelConfigId: z.string(),
  provider: z.string(),
  model: z.string(),
  requestId: z.string().nullish(),
  handle: z.string().nullish(),
  status: z.enum(IMAGE_STATUSES),
  attempts: z.number().nullish(),
  recoveries: z.number().nullish(),
  error: recordedError,
  unplacedReason: z.enum(UNPLACED_REASONS).nullish(),
  costMicroUsd: bigNumber,
  costBasis: z.enum(COST_BASES).nullish(),
  file: z.custom<MediaFile>((value) => value === null || typeof value === 'object').nullish(),
  warnings: strings,
  leaseOwner: z.string().nullish(),
  leaseUntil: moment,
  durationMs: z.number().nullish(),
  attachedAt: moment,
  createdAt: moment,
  updatedAt: moment,
});

/** A generation run as the database gives it, checked on the way out. */
export const parseRun = (row: unknown): GenerationRun => {
  const { articleUid, articleDocumentId, articleLocale, documentId, ...run } = runRow.parse(row);
  return {
    ...run,
    id: documentId,
    article: articleOf({ articleUid, articleDocumentId, articleLocale }),
    startedBy: run.startedBy ?? null,
    percent: run.percent ?? 0,
    modelConfigId: run.modelConfigId ?? '',
    textHash: run.textHash ?? null,
    draftUpdatedAt: run.draftUpdatedAt ?? null,
    estimatedMicroUsd: run.estimatedMicroUsd ?? null,
    costMicroUsd: run.costMicroUsd ?? null,
    costBasis: run.costBasis ?? 'none',
    derivedBy: run.derivedBy ?? null,
    steps: run.steps ?? [],
    isDismissed: run.isDismissed ?? false,
    recoveries: run.recoveries ?? 0,
    createdAt: run.createdAt ?? '',
    updatedAt: run.updatedAt ?? '',
  };
};

/** An image as the database gives it, checked on the way out. */
export const parseImage = (row: unknown): ImageRow => {
  const { articleUid, articleDocumentId, articleLocale, documentId, ...image } =
    imageRow.parse(row);
  return {
    ...image,
    id: documentId,
    article: articleOf({ articleUid, articleDocumentId, articleLocale }),
    anchor: image.anchor ?? null,
    negativePrompt: image.negativePrompt ?? null,
    alternativeText: image.alternativeText ?? '',
    caption: image.caption ?? '',
    receivedSize: image.receivedSize ?? null,
    seed: image.seed ?? null,
    requestId: image.requestId ?? null,
    handle: image.handle ?? null,
    attempts: image.attempts ?? 0,
    recoveries: image.recoveries ?? 0,
    unplacedReason: image.unplacedReason ?? null,
    costMicroUsd: image.costMicroUsd ?? null,
    costBasis: image.costBasis ?? 'none',
    file: image.file ?? null,
    leaseOwner: image.leaseOwner ?? null,
    durationMs: image.durationMs ?? null,
    createdAt: image.createdAt ?? '',
    updatedAt: image.updatedAt ?? '',
  };
};
