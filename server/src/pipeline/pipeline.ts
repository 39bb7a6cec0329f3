import type { DeriverName } from '../../../shared/vocabulary';
import type { ArticleRef } from '../domain/article/article';
import type { ImageProcessor } from '../ports/image-processor';
import type { ImageProvider } from '../ports/image-provider';
import type { JobQueue } from '../ports/job-queue';
import type { PromptDeriver } from '../ports/prompt-deriver';
import type { Clock, Logger } from '../ports/runtime';
import type {
  ArticleStore,
  MediaStore,
  ModelStore,
  RunStore,
  SettingsStore,
  SpoolStore,
  TemplateStore,
} from '../ports/stores';

/** Articles of an enabled type that went live between two moments. */
export type FindPublished = (window: {
  uid: string;
  from: Date;
  to: Date;
}) => Promise<ArticleRef[]>;

/** Everything the steps need from outside, handed in once by the composition. */
export type Pipeline = {
  articles: ArticleStore;
  findPublished: FindPublished;
  media: MediaStore;
  models: ModelStore;
  runs: RunStore;
  settings: SettingsStore;
  spool: SpoolStore;
  templates: TemplateStore;
  providers: Record<string, ImageProvider>;
  /** `llm` is absent while no text model is configured. */
  derivers: { extractive: PromptDeriver; llm?: PromptDeriver } & Partial<
    Record<DeriverName, PromptDeriver>
  >;
  processor: ImageProcessor;
  queue: JobQueue;
  clock: Clock;
  logger: Logger;
  /** Names this process in leases. */
  workerId: string;
  /** An edit view that reported itself within this time attaches the pictures itself. */
  editorLeaseMs: number;
  /** Put before relative addresses of files in a body, as Strapi's own editors do. */
  urlPrefix: string;
};
