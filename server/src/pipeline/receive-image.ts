import type { ImageStatus } from '../../../shared/vocabulary';
import { ArticleImagesError } from '../domain/errors';
import { parseSize } from '../domain/models/image-size';
import { costOf } from '../domain/models/price';
import type { GenerateResult, ImageRequest } from '../ports/image-provider';
import type { ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';
import { noteProgress } from './run-progress';

/** A call whose outcome is unknown may have been charged: it is repeated once, never more. */
const MAX_UNKNOWN_OUTCOMES = 1;

/** A call that was cut short may have been charged. */
export const stopped = (status: ImageStatus = 'pending'): ArticleImagesError =>
  status === 'submitting' || status === 'submitted'
    ? new ArticleImagesError('cancelled', 'Stopped; its interrupted call may have been charged.', {
        charged: 'maybe',
      })
    : new ArticleImagesError('cancelled', 'Stopped before it was made.');

const requestFor = async (pipeline: Pipeline, image: ImageRow): Promise<ImageRequest> => {
  const model = await pipeline.models.find(image.modelConfigId);
  const size = parseSize(image.askedSize);
  if (!model || !size) {
    throw new ArticleImagesError(
      'no_active_model',
      'The model config of this image was deleted. Start a new run with another tier.',
    );
  }
  return {
    model: image.model,
    prompt: image.prompt,
    negativePrompt: image.negativePrompt,
    size,
    seed: image.seed,
    parameters: model.parameters,
    price: model.price,
    hints: {
      subject: image.brief.subject,
      palette: image.brief.palette,
      section: image.anchor?.heading ?? null,
      role: image.role,
    },
  };
};

const providerOf = (pipeline: Pipeline, image: ImageRow) => {
  const provider = pipeline.providers[image.provider];
  if (provider) return provider;
  throw new ArticleImagesError(
    'unknown_provider',
    `The provider "${image.provider}" of this image no longer exists.`,
  );
};

const warn = (pipeline: Pipeline, image: ImageRow, warning: string): Promise<ImageRow> =>
  pipeline.runs.updateImage(image.id, { warnings: [...image.warnings, warning] });

/** A row that says `submitting` without a handle: a worker died in the call, and nobody knows whether it was charged. */
const noteUnknownOutcome = async (pipeline: Pipeline, image: ImageRow): Promise<ImageRow> => {
  if (image.recoveries > MAX_UNKNOWN_OUTCOMES) {
    throw new ArticleImagesError(
      'outcome_unknown',
      'The image service was asked twice and both times the answer was lost. Check its bill before trying again.',
      { isRetryable: false },
    );
  }
  return warn(pipeline, image, 'An earlier call was interrupted and may have been charged.');
};

/** What an earlier call left behind, as a note on the row before the next one. */
const noteEarlierCall = async (pipeline: Pipeline, image: ImageRow): Promise<ImageRow> => {
  if (image.status === 'received') {
    return warn(
      pipeline,
      image,
      'The file received earlier is gone from the disk, so the picture was made again.',
    );
  }
  const isPreview = providerOf(pipeline, image).describe().isPreview;
  if (image.status !== 'submitting' || isPreview) return image;
  return noteUnknownOutcome(pipeline, image);
};

/** Money moves after this: the article must still be there, and nobody must have stopped the picture meanwhile. */
const beginCall = async (pipeline: Pipeline, image: ImageRow): Promise<void> => {
  if (!(await pipeline.articles.find(image.article))) {
    throw new ArticleImagesError(
      'article_gone',
      'The article was deleted, or its version in this language, so no more images are made for it.',
    );
  }
  const isMine = await pipeline.runs.moveImage(
    image.id,
    ['pending', 'submitting', 'submitted', 'received'],
    { status: 'submitting', attempts: image.attempts + 1 },
  );
  if (!isMine) throw stopped();
  await noteProgress(pipeline, image.runId);
};

/** An unknown price is not a free picture: it stays null until something is known to have been spent. */
const addCost = (spent: number | null, added: number | null): number | null =>
  spent === null ? added : spent + (added ?? 0);

/** Calls the provider and puts the bytes on disk before the row says they are there. */
export const receive = async (
  pipeline: Pipeline,
  row: ImageRow,
  signal: AbortSignal,
): Promise<Buffer> => {
  const provider = providerOf(pipeline, row);
  const request = await requestFor(pipeline, row);
  const image = await noteEarlierCall(pipeline, row);
  const started = pipeline.clock.now().getTime();
  await beginCall(pipeline, image);
  const result: GenerateResult = await provider.generate(request, {
    signal,
    handle: image.handle,
    onSubmitted: async (handle) => {
      await pipeline.runs.updateImage(image.id, { status: 'submitted', handle });
    },
  });
  await pipeline.spool.write(image.id, result.bytes);
  await pipeline.runs.updateImage(image.id, {
    status: 'received',
    seed: result.seed ?? image.seed,
    requestId: result.requestId,
    costMicroUsd: addCost(image.costMicroUsd, result.cost.microUsd),
    costBasis: result.cost.basis,
    durationMs: pipeline.clock.now().getTime() - started,
    warnings: [...image.warnings, ...result.warnings],
  });
  return result.bytes;
};

/** The bytes reached the disk, but the worker died before the row said so: their price is what the table says. */
export const takeKept = async (pipeline: Pipeline, image: ImageRow): Promise<void> => {
  if (image.status === 'received') return;
  const { price, size } = await requestFor(pipeline, image);
  const isPreview = providerOf(pipeline, image).describe().isPreview;
  const cost = isPreview
    ? { microUsd: 0, basis: 'none' as const }
    : costOf({ price, size, usage: null });
  await pipeline.runs.updateImage(image.id, {
    status: 'received',
    costMicroUsd: addCost(image.costMicroUsd, cost.microUsd),
    costBasis: cost.basis,
  });
};
