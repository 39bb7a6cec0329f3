import { ArticleImagesError } from '../domain/errors';
import { isMade } from '../domain/runs/run-state';
import type { JobContext } from '../ports/job-queue';
import type { ImageRow } from '../ports/stores';
import { dropLease, takeLease } from './lease';
import type { Pipeline } from './pipeline';
import { recordError } from './run-progress';

/** A worker that died this often over one picture is not given it again. */
const MAX_RECOVERIES = 3;
const LEASE_MARGIN_MS = 500;

/** A live worker has it, or one that died lately: looked at again when its lease has run out. */
const waitForLease = (pipeline: Pipeline, image: ImageRow, context: JobContext): null => {
  if (context.isLastAttempt) return null;
  const lapses = image.leaseUntil ? Date.parse(image.leaseUntil) : 0;
  throw new ArticleImagesError('run_in_progress', 'Another worker still holds this image.', {
    isRetryable: true,
    retryAfterMs: Math.max(0, lapses - pipeline.clock.now().getTime()) + LEASE_MARGIN_MS,
  });
};

/**
 * Takes an image for this worker and gives its row as it is now; null when there is nothing left to do. Throws, to be
 * called again, while another worker holds it.
 */
export const takeOver = async (
  pipeline: Pipeline,
  image: ImageRow,
  context: JobContext,
): Promise<ImageRow | null> => {
  if (!(await takeLease(pipeline, image.id))) return waitForLease(pipeline, image, context);
  const found = await pipeline.runs.findImage(image.id);
  if (!found || isMade(found.status)) {
    await dropLease(pipeline, image.id);
    return null;
  }
  // A lease never given back, or a call nobody saw the end of: the work was interrupted over this picture.
  const isInterrupted = image.leaseOwner !== null || found.status === 'submitting';
  const recoveries = found.recoveries + Number(isInterrupted);
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
