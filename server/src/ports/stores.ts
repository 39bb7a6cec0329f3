import type {
  CostBasis,
  DeriverName,
  ImageRole,
  ImageStatus,
  Orientation,
  RunPhase,
  RunStatus,
  RunTrigger,
  UnplacedReason,
} from '../../../shared/vocabulary';
import type { ErrorCode } from '../../../shared/error-codes';
import type {
  Anchor,
  Article,
  ArticleRef,
  DocumentValues,
  FieldMapping,
} from '../domain/article/article';
import type { ComponentSchemas, ContentTypeSchema } from '../domain/article/schema';
import type { MediaFile } from '../domain/article/media-file';
import type { ModelConfig } from '../domain/models/model-config';
import type { ImageBrief } from '../domain/prompts/image-brief';

/** A failure as it is kept on a row. */
export type RecordedError = { code: ErrorCode; message: string; charged: 'no' | 'yes' | 'maybe' };

/** One step of a run, for the record: what, when, how long, and facts worth keeping (never bodies or keys). */
export type RunStep = { name: string; at: string; ms: number; facts: Record<string, unknown> };

/** One order for one article. `id` is the row's documentId. */
export type GenerationRun = {
  id: string;
  article: ArticleRef;
  trigger: RunTrigger;
  /** Admin user id, or null for automatic and API runs. */
  startedBy: number | null;
  status: RunStatus;
  phase: RunPhase;
  /** 0 to 100, never falls. */
  percent: number;
  request: {
    count: number;
    includeFeatured: boolean;
    tier: string;
    deriver: DeriverName;
    replace: boolean;
  };
  /** documentId of the model config that serves the run. */
  modelConfigId: string;
  /** The article's text when the run was planned. */
  textHash: string | null;
  /** The draft's `updatedAt` when a publish triggered the run: an untouched draft may be republished. */
  draftUpdatedAt: string | null;
  estimatedMicroUsd: number | null;
  costMicroUsd: number | null;
  costBasis: CostBasis;
  tokens: { input: number; output: number };
  derivedBy: DeriverName | null;
  steps: RunStep[];
  warnings: string[];
  error: RecordedError | null;
  /** An open edit view reported itself at this time: it attaches, not the worker. */
  editorSeenAt: string | null;
  isDismissed: boolean;
  /** Times a worker died while it held this run's work. */
  recoveries: number;
  createdAt: string;
  updatedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** One picture for one slot, from `pending` to `attached`: the ledger. `id` is the row's documentId. */
export type ImageRow = {
  id: string;
  runId: string;
  article: ArticleRef;
  role: ImageRole;
  position: number;
  orientation: Orientation;
  anchor: Anchor | null;
  brief: ImageBrief;
  prompt: string;
  negativePrompt: string | null;
  alternativeText: string;
  caption: string;
  /** "1536x1024"; from the model config, never computed. */
  askedSize: string;
  receivedSize: string | null;
  seed: number | null;
  modelConfigId: string;
  provider: string;
  model: string;
  requestId: string | null;
  handle: string | null;
  status: ImageStatus;
  attempts: number;
  recoveries: number;
  error: RecordedError | null;
  unplacedReason: UnplacedReason | null;
  costMicroUsd: number | null;
  costBasis: CostBasis;
  file: MediaFile | null;
  warnings: string[];
  /** Who works on the row and until when; compare-and-set, so that two workers never pay for one picture. */
  leaseOwner: string | null;
  leaseUntil: string | null;
  durationMs: number | null;
  attachedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type NewRun = Pick<
  GenerationRun,
  | 'article'
  | 'trigger'
  | 'startedBy'
  | 'request'
  | 'modelConfigId'
  | 'draftUpdatedAt'
  | 'estimatedMicroUsd'
>;

export type NewImage = Pick<
  ImageRow,
  | 'runId'
  | 'article'
  | 'role'
  | 'position'
  | 'orientation'
  | 'anchor'
  | 'brief'
  | 'prompt'
  | 'negativePrompt'
  | 'alternativeText'
  | 'caption'
  | 'askedSize'
  | 'seed'
  | 'modelConfigId'
  | 'provider'
  | 'model'
>;

/** Generation runs and image rows. Rows are parsed on the way out; unknown ids give null. */
export interface RunStore {
  createRun(run: NewRun): Promise<GenerationRun>;
  findRun(id: string): Promise<GenerationRun | null>;
  /** The run of this article and locale that is not finished, if any. */
  findActiveRun(article: ArticleRef): Promise<GenerationRun | null>;
  findLatestRun(article: ArticleRef): Promise<GenerationRun | null>;
  /** Active runs, oldest first, for the reconciler. */
  listActiveRuns(): Promise<GenerationRun[]>;
  updateRun(id: string, changes: Partial<GenerationRun>): Promise<GenerationRun>;
  /** Changes the status only when it is one of `from`; false when somebody else was first. */
  moveRun(id: string, from: RunStatus[], changes: Partial<GenerationRun>): Promise<boolean>;
  addStep(id: string, step: RunStep): Promise<void>;

  createImages(images: NewImage[]): Promise<ImageRow[]>;
  findImage(id: string): Promise<ImageRow | null>;
  listImages(runId: string): Promise<ImageRow[]>;
  /** Images of any run that are not made yet and not given up either, for the reconciler. */
  listUnmadeImages(): Promise<ImageRow[]>;
  /** All images of an article that stand in it or wait to: attached, ready, stored. */
  listArticleImages(article: ArticleRef): Promise<ImageRow[]>;
  updateImage(id: string, changes: Partial<ImageRow>): Promise<ImageRow>;
  /** Changes an image only when its status is one of `from` and `leaseOwner` (if given) still holds it. */
  moveImage(
    id: string,
    from: ImageStatus[],
    changes: Partial<ImageRow>,
    leaseOwner?: string,
  ): Promise<boolean>;
  /** Takes the lease when it is free or lapsed; false when a live worker holds it. */
  leaseImage(id: string, owner: string, untilMs: number): Promise<boolean>;
  /** Prolongs a lease; false when it was lost. */
  renewLease(id: string, owner: string, untilMs: number): Promise<boolean>;
}

/** What a write to a draft did to the `updatedAt` of drafts. */
export type DraftWrite = {
  updatedAt: string;
  /** Drafts in other locales that the same write touched: Strapi copies attributes that are not localised. */
  otherLocales: { locale: string; before: string; after: string }[];
};

/** The article through Strapi's Document Service. */
export interface ArticleStore {
  /** Reads the draft in this locale. Throws `article_not_found`, `locale_not_found` or `type_not_mapped`. */
  read(ref: ArticleRef): Promise<{ article: Article; values: DocumentValues; updatedAt: string }>;
  /** Null when the article or its locale is gone. */
  find(
    ref: ArticleRef,
  ): Promise<{ article: Article; values: DocumentValues; updatedAt: string } | null>;
  /**
   * Writes attribute values to the draft when its `updatedAt` is still the one given (`article_changed` otherwise).
   * Marks the write as ours so that no trigger answers to it.
   */
  update(ref: ArticleRef, changes: DocumentValues, expectedUpdatedAt: string): Promise<DraftWrite>;
  /** Publishes the draft in this locale, marked as ours. */
  publish(ref: ArticleRef): Promise<void>;
  hasDraftAndPublish(uid: string): boolean;
  /** The components of the app, for reading dynamic zones. */
  components(): ComponentSchemas;
  /** The content type's own schema; undefined when the app has no such type any more. */
  schema(uid: string): ContentTypeSchema | undefined;
}

export interface MediaStore {
  /** Uploads to the "Article images" folder; returns the file, or the one an earlier attempt stored for this image. */
  store(input: {
    imageId: string;
    bytes: Buffer;
    extension: string;
    mediaType: string;
    alternativeText: string;
    caption: string;
    userId: number | null;
  }): Promise<MediaFile>;
  find(id: number): Promise<MediaFile | null>;
}

/** Paid bytes on disk between the provider's answer and the Media Library. */
export interface SpoolStore {
  /** Writes to a temporary name, syncs and renames, so that a file is whole or absent. */
  write(imageId: string, bytes: Buffer): Promise<void>;
  read(imageId: string): Promise<Buffer | null>;
  remove(imageId: string): Promise<void>;
  /** Ids of the images that something is kept of, whole or not. */
  list(): Promise<string[]>;
}

/** What a site decides about one content type. */
export type ContentTypeSettings = {
  uid: string;
  isEnabled: boolean;
  mapping: FieldMapping;
  /** Null inherits the site's. */
  count: number | null;
  tier: string | null;
  isAutomatic: boolean;
  /** When automatic was switched on; the sweep looks no further back. */
  automaticSince: string | null;
};

export type SiteSettings = {
  version: number;
  count: number;
  tier: string | null;
  deriver: DeriverName | null;
  contentTypes: ContentTypeSettings[];
};

export type ArticleSettings = {
  count: number | null;
  tier: string | null;
  includeFeatured: boolean | null;
};

export interface SettingsStore {
  read(): Promise<SiteSettings>;
  /** Throws `settings_invalid`, or `article_changed`-like conflict `settings_invalid` with `details.conflict`. */
  write(settings: SiteSettings): Promise<SiteSettings>;
  forType(uid: string): Promise<ContentTypeSettings | null>;
  readArticle(ref: ArticleRef): Promise<ArticleSettings | null>;
  writeArticle(ref: ArticleRef, settings: ArticleSettings): Promise<void>;
}

/** Words the site puts around prompts, by image role. */
export interface TemplateStore {
  /** The active template of a role, or null for the bare prompt. */
  forRole(role: ImageRole): Promise<string | null>;
}

export interface ModelStore {
  list(): Promise<ModelConfig[]>;
  find(id: string): Promise<ModelConfig | null>;
}
