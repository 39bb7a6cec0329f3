import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import { formatSize, parseSize } from '../domain/models/image-size';
import { isTerminalImage } from '../domain/runs/run-state';
import type { GenerateResult, ImageRequest } from '../ports/image-provider';
import type { JobContext } from '../ports/job-queue';
import type { ImageRow } from '../ports/stores';
import { dropLease, keepLease, takeLease } from './lease';
import type { Pipeline } from './pipeline';
import { joinSlots, noteProgress, recordError } from './run-progress';

/** A worker that died this often over one picture is not given it again. */
const MAX_RECOVERIES = 3;
/** A call whose outcome is unknown may have been charged: it is repeated once, never more. */
const MAX_UNKNOWN_OUTCOMES = 1;
/** Being told to wait uses up no attempt of the queue, so the row counts. */
const MAX_RATE_LIMITED = 8;

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

/** A row that says `submitting` without a handle: a worker died in the call, and nobody knows whether it was charged. */
const noteUnknownOutcome = async (pipeline: Pipeline, image: ImageRow): Promise<ImageRow> => {
  if (image.recoveries > MAX_UNKNOWN_OUTCOMES) {
    throw new ArticleImagesError(
      'outcome_unknown',
      'The image service was asked twice and both times the answer was lost. Check its bill before trying again.',
      { isRetryable: false },
    );
  }
  return pipeline.runs.updateImage(image.id, {
    warnings: [...image.warnings, 'An earlier call was interrupted and may have been charged.'],
  });
};

/** Calls the provider and puts the bytes on disk before the row says they are there. */
const receive = async (pipeline: Pipeline, row: ImageRow, signal: AbortSignal): Promise<Buffer> => {
  const provider = providerOf(pipeline, row);
  const request = await requestFor(pipeline, row);
  const isUnknown = row.status === 'submitting' && !provider.describe().isPreview;
  const image = isUnknown ? await noteUnknownOutcome(pipeline, row) : row;
  const started = pipeline.clock.now().getTime();
  await pipeline.runs.updateImage(image.id, { status: 'submitting', attempts: image.attempts + 1 });
  await noteProgress(pipeline, image.runId);
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
    costMicroUsd: (image.costMicroUsd ?? 0) + (result.cost.microUsd ?? 0),
    costBasis: result.cost.basis,
    durationMs: pipeline.clock.now().getTime() - started,
    warnings: [...image.warnings, ...result.warnings],
    error: null,
  });
  return result.bytes;
};

/** Checks and converts the bytes, stores the file, and says so in the row. */
const store = async (pipeline: Pipeline, image: ImageRow, bytes: Buffer): Promise<void> => {
  const size = parseSize(image.askedSize);
  if (!size) throw new ArticleImagesError('no_model_size', 'This image has no size to be made in.');
  const processed = await pipeline.processor.toWebp({ bytes, size });
  const run = await pipeline.runs.findRun(image.runId);
  const file = await pipeline.media.store({
    imageId: image.id,
    bytes: processed.bytes,
    extension: processed.extension,
    mediaType: processed.mediaType,
    alternativeText: image.alternativeText,
    caption: image.caption,
    userId: run?.startedBy ?? null,
  });
  const isStopped = run?.status === 'cancelled';
  await pipeline.runs.moveImage(image.id, ['received'], {
    status: isStopped ? 'ready' : 'stored',
    unplacedReason: isStopped ? 'run_cancelled' : null,
    file,
    receivedSize: formatSize(processed.receivedSize),
    warnings: [...image.warnings, ...processed.warnings],
    error: null,
  });
  await pipeline.spool.remove(image.id);
};

const make = async (pipeline: Pipeline, image: ImageRow, signal: AbortSignal): Promise<void> => {
  const run = await pipeline.runs.findRun(image.runId);
  if (run?.status === 'cancelled' && image.status !== 'received') {
    throw new ArticleImagesError('cancelled', 'Stopped before it was made.');
  }
  const kept = image.status === 'received' ? await pipeline.spool.read(image.id) : null;
  const bytes = kept ?? (await receive(pipeline, image, signal));
  const received = await pipeline.runs.findImage(image.id);
  if (received) await store(pipeline, received, bytes);
};

/** What the row says after a failure: try again from a known state, or final with the reason. */
const settleFailure = async (
  pipeline: Pipeline,
  image: ImageRow,
  context: JobContext,
  cause: unknown,
): Promise<void> => {
  const error = toArticleImagesError(cause);
  const row = await pipeline.runs.findImage(image.id);
  if (!row || isTerminalImage(row.status)) return;
  if (context.signal.aborted || error.code === 'cancelled') {
    const run = await pipeline.runs.findRun(row.runId);
    // Stopped by a person: final. Stopped by a closing process: the row stays, the next process goes on.
    if (run?.status !== 'cancelled') return;
    await pipeline.runs.updateImage(row.id, { status: 'cancelled', error: recordError(error) });
    return;
  }
  const isWaitingTurn = error.code === 'rate_limited' && row.attempts < MAX_RATE_LIMITED;
  const canRetry = error.isRetryable && (!context.isLastAttempt || isWaitingTurn);
  const hasBytes = row.status === 'received' && error.code !== 'bad_output';
  if (!hasBytes) await pipeline.spool.remove(row.id);
  await pipeline.runs.updateImage(row.id, {
    status: canRetry ? (hasBytes ? 'received' : 'pending') : 'failed',
    error: recordError(error),
    handle: error.code === 'timeout' ? row.handle : null,
  });
  if (canRetry) throw error;
  pipeline.logger.warn(`Image ${row.id} of run ${row.runId} failed: ${error.message}`);
};

const takeOver = async (pipeline: Pipeline, image: ImageRow): Promise<ImageRow | null> => {
  if (!(await takeLease(pipeline, image.id))) return null;
  // A lease never given back, or a call nobody saw the end of: the work was interrupted over this picture.
  const isInterrupted = image.leaseOwner !== null || image.status === 'submitting';
  const recoveries = image.recoveries + Number(isInterrupted);
  const row = await pipeline.runs.updateImage(image.id, { recoveries });
  if (recoveries < MAX_RECOVERIES) return row;
  const error = new ArticleImagesError(
    'worker_crashed',
    `The worker stopped ${recoveries} times while it made this image, so it is not tried again by itself.`,
  );
  await pipeline.runs.updateImage(image.id, { status: 'failed', error: recordError(error) });
  await dropLease(pipeline, image.id);
  return null;
};

/** Job `generate-image`: one picture, from wherever its row says it is, to a file in the Media Library. */
export const generateImage = async (
  pipeline: Pipeline,
  imageId: string,
  context: JobContext,
): Promise<void> => {
  const found = await pipeline.runs.findImage(imageId);
  if (!found) return;
  if (isTerminalImage(found.status) || found.status === 'stored') {
    await joinSlots(pipeline, found.runId);
    return;
  }
  const image = await takeOver(pipeline, found);
  if (image) {
    const stopRenewing = keepLease(pipeline, image.id);
    try {
      await make(pipeline, image, context.signal);
    } catch (cause) {
      await settleFailure(pipeline, image, context, cause);
    } finally {
      stopRenewing();
      await dropLease(pipeline, image.id);
    }
  }
  await joinSlots(pipeline, found.runId);
};
