import { ArticleImagesError } from '../domain/errors';
import { isActiveRun } from '../domain/runs/run-state';
import type { GenerationRun, ImageRow } from '../ports/stores';
import { cancelWaiting } from './cancel-waiting';
import { enqueueImages, enqueuePlan, imageJob } from './enqueue';
import { findRunOrThrow } from './open-editor';
import type { Pipeline } from './pipeline';
import { joinSlots } from './run-progress';

/** Ends the run at once: calls in the making are aborted, finished pictures stay in the Media Library. */
const stopNow = async (
  pipeline: Pipeline,
  run: GenerationRun,
  images: ImageRow[],
): Promise<void> => {
  await pipeline.runs.moveRun(run.id, ['queued', 'planning', 'generating', 'attaching'], {
    status: 'cancelled',
    phase: 'done',
    percent: 100,
    finishedAt: pipeline.clock.now().toISOString(),
  });
  for (const image of images) {
    if (image.status === 'stored') {
      await pipeline.runs.moveImage(image.id, ['stored'], {
        status: 'ready',
        unplacedReason: 'run_cancelled',
      });
    }
    if (['submitting', 'submitted', 'received'].includes(image.status)) {
      await pipeline.queue.cancel(imageJob(pipeline, image)).catch((error: unknown) => {
        pipeline.logger.warn(`Image ${image.id} could not be stopped: ${String(error)}`);
      });
    }
  }
  // Where no worker had it in hand there was nothing to abort: a last job settles its row.
  await enqueueImages(pipeline, run, await pipeline.runs.listImages(run.id));
};

/**
 * Stops a run. `finish-current` lets pictures in the making finish and attaches them; `now` aborts them. Either way
 * nothing that waits is started, and nothing that was made is thrown away. A run that is over stays as it is.
 */
export const cancelRun = async (
  pipeline: Pipeline,
  runId: string,
  mode: 'finish-current' | 'now',
): Promise<void> => {
  const run = await findRunOrThrow(pipeline, runId);
  if (!isActiveRun(run.status)) return;
  const images = await pipeline.runs.listImages(runId);
  await cancelWaiting(pipeline, images);
  if (mode === 'now' || images.length === 0) await stopNow(pipeline, run, images);
  else await joinSlots(pipeline, runId);
};

const resetImages = async (pipeline: Pipeline, failed: ImageRow[]): Promise<void> => {
  for (const image of failed) {
    // Bytes that were paid for and kept are stored again, not bought again.
    const hasBytes = (await pipeline.spool.read(image.id)) !== null;
    await pipeline.runs.moveImage(image.id, ['failed', 'cancelled'], {
      status: hasBytes ? 'received' : 'pending',
      error: null,
      attempts: 0,
      recoveries: 0,
      handle: null,
    });
  }
};

const reopen = async (pipeline: Pipeline, run: GenerationRun, hasPlan: boolean): Promise<void> => {
  const isMine = await pipeline.runs
    .moveRun(run.id, ['completed', 'partial', 'failed', 'cancelled'], {
      status: hasPlan ? 'generating' : 'queued',
      phase: hasPlan ? 'generate' : 'init',
      percent: 0,
      error: null,
      isDismissed: false,
      finishedAt: null,
    })
    .catch(async (cause: unknown) => {
      const active = await pipeline.runs.findActiveRun(run.article);
      if (!active) throw cause;
      return false;
    });
  if (isMine) return;
  throw new ArticleImagesError(
    'run_in_progress',
    'This article has a run under way. Wait for it or stop it, then try again.',
  );
};

/** Makes failed slots again, and only those; a run that failed before it had slots starts over. */
export const retryRun = async (
  pipeline: Pipeline,
  runId: string,
  imageIds?: string[],
): Promise<void> => {
  const run = await findRunOrThrow(pipeline, runId);
  if (isActiveRun(run.status)) return;
  const images = await pipeline.runs.listImages(runId);
  const failed = images.filter(
    (image) =>
      ['failed', 'cancelled'].includes(image.status) && (imageIds?.includes(image.id) ?? true),
  );
  if (images.length > 0 && failed.length === 0) {
    throw new ArticleImagesError('nothing_to_generate', 'No image of this run failed.');
  }
  await reopen(pipeline, run, images.length > 0);
  await resetImages(pipeline, failed);
  const again = await findRunOrThrow(pipeline, runId);
  if (images.length === 0) await enqueuePlan(pipeline, again);
  else await enqueueImages(pipeline, again, await pipeline.runs.listImages(runId));
};

/** The notice about a finished run was read. */
export const dismissRun = async (pipeline: Pipeline, runId: string): Promise<void> => {
  await findRunOrThrow(pipeline, runId);
  await pipeline.runs.updateRun(runId, { isDismissed: true });
};
