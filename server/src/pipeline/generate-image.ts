import type { ErrorCode } from '../../../shared/error-codes';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import { formatSize, parseSize } from '../domain/models/image-size';
import { isMade } from '../domain/runs/run-state';
import type { JobContext } from '../ports/job-queue';
import type { ImageRow } from '../ports/stores';
import { dropLease, keepLease } from './lease';
import type { Pipeline } from './pipeline';
import { receive, stopped, takeKept } from './receive-image';
import { joinSlots, recordError } from './run-progress';
import { takeOver } from './take-over';

/** Being told to wait uses up no attempt of the queue, so the row counts: many pictures share one account's limit. */
const MAX_RATE_LIMITED = 30;
/** Failures after which another try may be charged as well. */
const PAID_AGAIN: readonly ErrorCode[] = [
  'timeout',
  'outcome_unknown',
  'empty_answer',
  'bad_output',
];

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

/** What the spool holds is paid for, whatever the row says: it is never bought again. */
const make = async (pipeline: Pipeline, image: ImageRow, signal: AbortSignal): Promise<void> => {
  const run = await pipeline.runs.findRun(image.runId);
  const kept = await pipeline.spool.read(image.id);
  if (kept) await takeKept(pipeline, image);
  else if (run?.status === 'cancelled') throw stopped(image.status);
  const bytes = kept ?? (await receive(pipeline, image, signal));
  const received = await pipeline.runs.findImage(image.id);
  if (received) await store(pipeline, received, bytes);
};

/** Whether the queue may try again: never more than one more time where that costs again. */
const mayRetry = (
  error: ArticleImagesError,
  { row, hasBytes, isLastAttempt }: { row: ImageRow; hasBytes: boolean; isLastAttempt: boolean },
): boolean => {
  if (!error.isRetryable) return false;
  if (error.code === 'rate_limited') return row.attempts < MAX_RATE_LIMITED;
  const costsAgain = !hasBytes && PAID_AGAIN.includes(error.code);
  const costBefore = row.error !== null && PAID_AGAIN.includes(row.error.code);
  return !isLastAttempt && !(costsAgain && costBefore);
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
  if (!row || isMade(row.status)) return;
  if (error.code === 'bad_output') await pipeline.spool.remove(row.id);
  const hasBytes = error.code !== 'bad_output' && (await pipeline.spool.read(row.id)) !== null;
  if (context.signal.aborted || error.code === 'cancelled') {
    const run = await pipeline.runs.findRun(row.runId);
    // Stopped by a closing process, or with a paid picture on the disk: the row stays, and a later job goes on.
    if (run?.status !== 'cancelled' || hasBytes) return;
    await pipeline.runs.updateImage(row.id, { status: 'cancelled', error: recordError(error) });
    return;
  }
  const canRetry = mayRetry(error, { row, hasBytes, isLastAttempt: context.isLastAttempt });
  await pipeline.runs.updateImage(row.id, {
    status: canRetry ? (hasBytes ? 'received' : 'pending') : 'failed',
    error: recordError(error),
    handle: error.code === 'timeout' ? row.handle : null,
  });
  if (canRetry) throw error;
  pipeline.logger.warn(`Image ${row.id} of run ${row.runId} failed: ${error.message}`);
};

/** Job `generate-image`: one picture, from wherever its row says it is, to a file in the Media Library. */
export const generateImage = async (
  pipeline: Pipeline,
  imageId: string,
  context: JobContext,
): Promise<void> => {
  const found = await pipeline.runs.findImage(imageId);
  if (!found) return;
  if (isMade(found.status)) {
    await joinSlots(pipeline, found.runId);
    return;
  }
  const image = await takeOver(pipeline, found, context);
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
