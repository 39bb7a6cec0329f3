import { ERROR_CODES } from '../../../shared/error-codes';
import type { ImageDto, RecordedErrorDto, RunDto } from '../../../shared/contracts/runs';
import { awaitsEditor } from '../pipeline/open-editor';
import type { Pipeline } from '../pipeline/pipeline';
import { currentProgress } from '../pipeline/run-progress';
import type { GenerationRun, ImageRow, RecordedError } from '../ports/stores';

const errorDto = (error: RecordedError | null): RecordedErrorDto | null =>
  error && { ...error, isRetryable: ERROR_CODES[error.code].isRetryable };

const thumbnailOf = (file: NonNullable<ImageRow['file']>): string => {
  const thumbnail = file.formats?.thumbnail;
  const isFormat = typeof thumbnail === 'object' && thumbnail !== null && 'url' in thumbnail;
  return isFormat && typeof thumbnail.url === 'string' ? thumbnail.url : file.url;
};

/** One image as screens and API clients see it. */
export const toImageDto = (image: ImageRow): ImageDto => ({
  id: image.id,
  role: image.role,
  position: image.position,
  status: image.status,
  heading: image.anchor?.heading ?? null,
  prompt: image.prompt,
  alternativeText: image.alternativeText,
  caption: image.caption,
  askedSize: image.askedSize,
  receivedSize: image.receivedSize,
  file: image.file && {
    id: image.file.id,
    url: image.file.url,
    thumbnailUrl: thumbnailOf(image.file),
    width: image.file.width,
    height: image.file.height,
    name: image.file.name,
  },
  error: errorDto(image.error),
  unplacedReason: image.unplacedReason,
  costMicroUsd: image.costMicroUsd,
  costBasis: image.costBasis,
  attempts: image.attempts,
  attachedAt: image.attachedAt,
});

const versionOf = (run: GenerationRun, images: ImageRow[]): number =>
  Math.max(...[run.updatedAt, ...images.map((image) => image.updatedAt)].map(Date.parse));

const countsOf = (run: GenerationRun, images: ImageRow[]): RunDto['counts'] => {
  const count = (...statuses: ImageRow['status'][]) =>
    images.filter((image) => statuses.includes(image.status)).length;
  return {
    planned: images.length || run.request.count + Number(run.request.includeFeatured),
    finished: count('stored', 'attached', 'ready'),
    failed: count('failed'),
    attached: count('attached'),
    ready: count('ready'),
  };
};

/** One run with its images as screens and API clients see it. */
export const toRunDto = async (pipeline: Pipeline, run: GenerationRun): Promise<RunDto> => {
  const images = await pipeline.runs.listImages(run.id);
  const model = await pipeline.models.find(run.modelConfigId);
  const provider = model && pipeline.providers[model.provider]?.describe();
  return {
    id: run.id,
    ...run.article,
    trigger: run.trigger,
    status: run.status,
    ...currentProgress(pipeline, run, images),
    version: versionOf(run, images),
    counts: countsOf(run, images),
    tier: run.request.tier,
    modelLabel: model?.label ?? run.request.tier,
    isPreview: provider?.isPreview ?? false,
    estimatedMicroUsd: run.estimatedMicroUsd,
    costMicroUsd: run.costMicroUsd,
    costBasis: run.costBasis,
    warnings: run.warnings,
    error: errorDto(run.error),
    images: images.map(toImageDto),
    awaitsEditor: awaitsEditor(pipeline, run, images),
    isDismissed: run.isDismissed,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
  };
};
