import type {
  ArticleRef,
  DocumentValues,
  FieldMapping,
} from '../../server/src/domain/article/article';
import type { MediaFile } from '../../server/src/domain/article/media-file';
import type { ModelConfig } from '../../server/src/domain/models/model-config';
import type { ImageBrief } from '../../server/src/domain/prompts/image-brief';
import { createJobHandlers } from '../../server/src/pipeline/illustrate-article';
import type { Pipeline } from '../../server/src/pipeline/pipeline';
import type {
  GenerateContext,
  GenerateResult,
  ImageRequest,
} from '../../server/src/ports/image-provider';
import type { PromptDeriver } from '../../server/src/ports/prompt-deriver';
import type { ArticleSettings, SettingsStore, SiteSettings } from '../../server/src/ports/stores';
import { createMemoryArticleStore } from './memory-article-store';
import { createMemoryQueue } from './memory-queue';
import { createMemoryRunStore } from './memory-run-store';

export const article: ArticleRef = { uid: 'api::guide.guide', documentId: 'doc1', locale: 'en' };

export const mapping: FieldMapping = {
  title: 'title',
  summary: null,
  body: [{ field: 'body', format: 'markdown' }],
  cover: { field: 'cover', isMultiple: false, isRequired: false, alternativeField: null },
  inArticle: { kind: 'body' },
};

const words = (topic: string) => `${topic} `.repeat(90).trim();

export const bodyText = ['Bread', 'Cheese', 'Olives', 'Wine']
  .map((topic) => `## ${topic}\n\n${words(topic.toLowerCase())}.`)
  .join('\n\n');

const model: ModelConfig = {
  id: 'model1',
  key: 'fake',
  label: 'Fake model',
  provider: 'fake',
  model: 'fake-1',
  tier: 'basic',
  sizes: { landscape: '96x64', square: '64x64', portrait: '64x96' },
  sizeConstraint: null,
  parameters: { steps: 4 },
  capabilities: { seed: true, negativePrompt: false, promptMax: 2000 },
  price: { perImageMicroUsd: 40_000, asOf: '2026-11-20', source: 'test' },
  isDefault: true,
  isActive: true,
};

const briefFor = (role: ImageBrief['role'], sectionId: string | null): ImageBrief => ({
  role,
  sectionId,
  subject: 'bread and olives',
  scene: 'on a wooden table',
  prompt: `Wide view of bread and olives for ${sectionId ?? 'the cover'}.`,
  avoid: ['letters'],
  alternativeText: `Bread and olives on a table, ${sectionId ?? 'cover'}.`,
  caption: 'Bread',
  palette: 'warm ochre',
  derivedBy: 'extractive',
});

const deriver: PromptDeriver = {
  async derive({ article: read, count, includeFeatured, excludedSectionIds }) {
    const sections = read.sections
      .filter(({ id }) => !excludedSectionIds.includes(id))
      .slice(0, count);
    return {
      briefs: [
        ...(includeFeatured ? [briefFor('featured', null)] : []),
        ...sections.map(({ id }) => briefFor('in_article', id)),
      ],
      derivedBy: 'extractive',
      tokens: { input: 0, output: 0 },
      warnings: [],
    };
  },
};

type Answer = (request: ImageRequest, context: GenerateContext) => Promise<GenerateResult>;

const picture: Answer = async (request) => ({
  bytes: Buffer.from(request.prompt),
  seed: request.seed,
  requestId: 'req-1',
  cost: { microUsd: 40_000, basis: 'estimated' },
  tokens: null,
  warnings: [],
});

const createMemorySettings = (): SettingsStore => {
  const settings: SiteSettings = {
    version: 0,
    count: 2,
    tier: null,
    deriver: null,
    contentTypes: [
      {
        uid: article.uid,
        isEnabled: true,
        mapping,
        count: null,
        tier: null,
        isAutomatic: true,
        automaticSince: null,
      },
    ],
  };
  let own: ArticleSettings | null = null;
  return {
    read: async () => settings,
    write: async (next) => Object.assign(settings, next),
    forType: async (uid) => settings.contentTypes.find((type) => type.uid === uid) ?? null,
    readArticle: async () => own,
    writeArticle: async (_ref, next) => {
      own = next;
    },
  };
};

const createMemoryMedia = () => {
  const files: MediaFile[] = [];
  return {
    files,
    async store(input: { imageId: string; alternativeText: string; caption: string }) {
      const hash = `aimg_${input.imageId}`;
      const existing = files.find((file) => file.hash === hash);
      if (existing) return existing;
      const file: MediaFile = {
        id: files.length + 1,
        documentId: `file${files.length + 1}`,
        name: `${hash}.webp`,
        alternativeText: input.alternativeText,
        caption: input.caption,
        width: 96,
        height: 64,
        formats: null,
        hash,
        ext: '.webp',
        mime: 'image/webp',
        size: 1,
        url: `/uploads/${hash}.webp`,
        previewUrl: null,
        provider: 'local',
        provider_metadata: null,
        createdAt: new Date().toISOString(),
        updatedAt: new Date().toISOString(),
      };
      files.push(file);
      return file;
    },
    find: async (id: number) => files.find((file) => file.id === id) ?? null,
  };
};

const createMemorySpool = () => {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    write: async (id: string, bytes: Buffer) => void kept.set(id, bytes),
    read: async (id: string) => kept.get(id) ?? null,
    remove: async (id: string) => void kept.delete(id),
    list: async () => [...kept.keys()],
  };
};

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The whole pipeline over memory: one Markdown article of four sections, a provider whose answers tests script. */
export const createFakePipeline = (
  values: DocumentValues = { title: 'A picnic', body: bodyText, cover: null },
) => {
  const articles = createMemoryArticleStore(mapping, values);
  const queue = createMemoryQueue();
  const runs = createMemoryRunStore();
  const media = createMemoryMedia();
  const spool = createMemorySpool();
  const settings = createMemorySettings();
  const calls: ImageRequest[] = [];
  const script: Answer[] = [];
  const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
  const pipeline: Pipeline = {
    articles: articles.store,
    findPublished: async () => [],
    media,
    models: {
      list: async () => [model],
      find: async (id) => (id === model.id ? model : null),
    },
    runs,
    settings,
    spool,
    templates: { forRole: async () => null },
    providers: {
      fake: {
        describe: () => ({
          id: 'fake',
          label: 'Fake',
          hosts: [],
          isConfigured: true,
          missing: null,
          isPreview: false,
          concurrency: 2,
          typicalMs: 1000,
        }),
        account: () => 'fake-account',
        async generate(request, context) {
          calls.push(request);
          return (script.shift() ?? picture)(request, context);
        },
      },
    },
    derivers: { extractive: deriver },
    processor: {
      toWebp: async ({ bytes, size }) => ({
        bytes,
        size,
        mediaType: 'image/webp',
        extension: '.webp',
        receivedSize: size,
        warnings: [],
      }),
    },
    queue: queue.queue,
    clock,
    logger: silent,
    workerId: 'worker-1',
    editorLeaseMs: 20_000,
    urlPrefix: 'http://localhost:1337',
  };
  queue.queue.work(createJobHandlers(pipeline), {});
  return { pipeline, articles, queue, runs, media, spool, settings, calls, script, clock, model };
};
