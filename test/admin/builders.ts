import type { GetContext } from '../../shared/contracts/context';
import type { ImageDto, RunDto } from '../../shared/contracts/runs';
import type { ContentTypeOption, Settings } from '../../shared/contracts/settings';

type ContextDto = GetContext.Response['data'];
type SettingsDto = Settings.Response['data'];

export const article = { uid: 'api::article.article', documentId: 'doc1', locale: null };

export const makeFile = (id: number): NonNullable<ImageDto['file']> => ({
  id,
  url: `/uploads/picture_${id}.webp`,
  thumbnailUrl: `/uploads/thumbnail_picture_${id}.webp`,
  width: 1536,
  height: 1024,
  name: `picture-${id}.webp`,
});

/** Position 0 is the cover. */
export const makeImage = (position: number, changes: Partial<ImageDto> = {}): ImageDto => ({
  id: `image${position}`,
  role: position === 0 ? 'featured' : 'in_article',
  position,
  status: 'attached',
  heading: position === 0 ? null : `Heading ${position}`,
  prompt: 'A bee on a flower',
  alternativeText: `A bee, seen ${position} times`,
  caption: '',
  askedSize: '1536x1024',
  receivedSize: '1536x1024',
  file: makeFile(position + 1),
  error: null,
  unplacedReason: null,
  costMicroUsd: 30_000,
  costBasis: 'computed',
  attempts: 1,
  attachedAt: '2026-11-20T10:00:00.000Z',
  ...changes,
});

export const makeRun = (changes: Partial<RunDto> = {}): RunDto => ({
  id: 'run1',
  ...article,
  trigger: 'manual',
  status: 'generating',
  phase: 'generate',
  percent: 40,
  version: 1,
  counts: { planned: 3, finished: 0, failed: 0, attached: 0, ready: 0 },
  tier: 'basic',
  modelLabel: 'GPT Image 1 mini',
  isPreview: false,
  estimatedMicroUsd: 90_000,
  costMicroUsd: null,
  costBasis: 'none',
  warnings: [],
  error: null,
  images: [],
  awaitsEditor: false,
  isDismissed: false,
  createdAt: '2026-11-20T10:00:00.000Z',
  startedAt: '2026-11-20T10:00:01.000Z',
  finishedAt: null,
  ...changes,
});

export const makeContext = (changes: Partial<ContextDto> = {}): ContextDto => ({
  isMapped: true,
  isEnabled: true,
  mapping: {
    title: 'title',
    summary: null,
    body: [{ field: 'body', format: 'markdown' }],
    cover: { field: 'cover', isMultiple: false, isRequired: false, alternativeField: null },
    inArticle: { kind: 'body' },
  },
  permissions: { canRead: true, canGenerate: true, canConfigure: false },
  queue: { state: 'ready', message: null },
  hasDraftAndPublish: true,
  article: {
    title: 'How bees find their way home',
    words: 1240,
    textHash: 'hash',
    updatedAt: '2026-11-20T09:41:00.000Z',
    isCoverFilled: false,
    isCoverLocalized: true,
    headings: ['The compass'],
  },
  minimumWords: 80,
  defaults: {
    count: 2,
    countSource: 'site',
    inheritedCount: 2,
    countMax: 8,
    includeFeatured: true,
    tier: 'basic',
    tierSource: 'model',
  },
  tiers: [
    {
      name: 'basic',
      modelLabel: 'GPT Image 1 mini',
      isPreview: false,
      problem: null,
      pricePerImageMicroUsd: 30_000,
      seconds: 20,
    },
  ],
  activeRun: null,
  lastRun: null,
  images: [],
  missing: [],
  ...changes,
});

export const makeEstimate = (images: number) => ({
  images,
  includeFeatured: true,
  count: images - 1,
  tier: 'basic',
  modelLabel: 'GPT Image 1 mini',
  isPreview: false,
  costMicroUsd: images * 30_000,
  priceAsOf: '2026-11-01',
  seconds: 40,
  warnings: [],
});

export const makeTypeOption = (changes: Partial<ContentTypeOption> = {}): ContentTypeOption => ({
  uid: 'api::article.article',
  displayName: 'Article',
  kind: 'collectionType',
  hasDraftAndPublish: true,
  isLocalized: false,
  confidence: 0.9,
  proposal: makeContext().mapping,
  options: {
    text: [
      { field: 'title', type: 'string', isRequired: true, isMultiple: false, isLocalized: false },
      { field: 'lead', type: 'text', isRequired: false, isMultiple: false, isLocalized: false },
    ],
    body: [
      {
        field: 'body',
        type: 'richtext',
        isRequired: false,
        isMultiple: false,
        isLocalized: false,
        format: 'markdown',
      },
      {
        field: 'notes',
        type: 'text',
        isRequired: false,
        isMultiple: false,
        isLocalized: false,
        format: 'text',
      },
    ],
    media: [
      { field: 'cover', type: 'media', isRequired: false, isMultiple: false, isLocalized: false },
      { field: 'gallery', type: 'media', isRequired: false, isMultiple: true, isLocalized: false },
    ],
    zones: [
      {
        field: 'blocks',
        component: 'shared.media',
        mediaField: 'file',
        alternativeField: null,
        captionField: null,
      },
    ],
  },
  notes: [],
  brokenFields: [],
  ...changes,
});

export const makeSettings = (changes: Partial<SettingsDto> = {}): SettingsDto => ({
  settings: { version: 3, count: 4, tier: null, deriver: null, contentTypes: [] },
  types: [makeTypeOption()],
  tiers: [{ name: 'basic', modelLabel: 'GPT Image 1 mini', problem: null }],
  derivers: [
    { name: 'extractive', problem: null },
    { name: 'llm', problem: 'No text model is configured.' },
  ],
  queue: { state: 'ready', store: 'embedded', message: null },
  countLimits: { min: 1, max: 8 },
  ...changes,
});
