import type { RunTrigger } from '../../../shared/vocabulary';
import { toArticleImagesError } from '../domain/errors';
import type { QueueJob } from '../ports/job-queue';
import type { GenerationRun, ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';

/** Somebody is waiting before a screen, so manual runs go first. */
const PRIORITIES: Record<RunTrigger, number> = { manual: 10, api: 100, publish: 100 };

/**
 * Adds a job. A store that is away is no failure: the row says what is left to do, and the reconciler adds the job
 * again once the store is back.
 */
const add = async (pipeline: Pipeline, job: QueueJob): Promise<void> => {
  try {
    await pipeline.queue.add(job);
  } catch (cause) {
    const error = toArticleImagesError(cause, 'queue_down');
    if (error.code !== 'queue_down') throw error;
    pipeline.logger.warn(`Job ${job.name} ${job.id} waits for the queue: ${error.message}`);
  }
};

export const enqueuePlan = (pipeline: Pipeline, run: GenerationRun): Promise<void> =>
  add(pipeline, { name: 'plan-images', id: run.id, priority: PRIORITIES[run.trigger] });

export const enqueueAttach = (pipeline: Pipeline, runId: string, delayMs = 0): Promise<void> =>
  add(pipeline, { name: 'attach-images', id: runId, delayMs });

/** The job of one image, in the queue of its provider's account. */
export const imageJob = (pipeline: Pipeline, image: ImageRow): QueueJob => ({
  name: 'generate-image',
  id: image.id,
  account: pipeline.providers[image.provider]?.account() ?? image.provider,
});

/** Adds the job of every image of a run that is not made yet; doing it twice changes nothing. */
export const enqueueImages = async (
  pipeline: Pipeline,
  run: GenerationRun,
  images: ImageRow[],
): Promise<void> => {
  const unmade = images.filter((image) =>
    ['pending', 'submitting', 'submitted', 'received'].includes(image.status),
  );
  for (const image of unmade) {
    await add(pipeline, { ...imageJob(pipeline, image), priority: PRIORITIES[run.trigger] });
  }
};
