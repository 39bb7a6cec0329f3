import { ArticleImagesError } from '../domain/errors';
import type { ImageRow } from '../ports/stores';
import { imageJob } from './enqueue';
import type { Pipeline } from './pipeline';
import { recordError } from './run-progress';

const stopped = recordError(new ArticleImagesError('cancelled', 'Stopped before it was made.'));

/** Pictures that wait are never started: their rows say so before their jobs are removed. */
export const cancelWaiting = async (pipeline: Pipeline, images: ImageRow[]): Promise<void> => {
  for (const image of images.filter(({ status }) => status === 'pending')) {
    const wasWaiting = await pipeline.runs.moveImage(image.id, ['pending'], {
      status: 'cancelled',
      error: stopped,
    });
    // Its call began since the row was read: it is in the making now, not waiting.
    if (!wasWaiting) continue;
    await pipeline.queue.cancel(imageJob(pipeline, image)).catch((error: unknown) => {
      pipeline.logger.debug(
        `Job of image ${image.id} stays until a worker drops it: ${String(error)}`,
      );
    });
  }
};
