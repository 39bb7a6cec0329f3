import { isActiveRun, isMade } from '../domain/runs/run-state';
import { toArticleImagesError } from '../domain/errors';
import type { GenerationRun } from '../ports/stores';
import { isEditorOpen } from './attach-images';
import { enqueueAttach, enqueueImages, enqueuePlan } from './enqueue';
import type { Pipeline } from './pipeline';
import { joinSlots } from './run-progress';

const reconcileRun = async (pipeline: Pipeline, run: GenerationRun): Promise<void> => {
  if (run.status === 'queued' || run.status === 'planning') return enqueuePlan(pipeline, run);
  if (run.status === 'attaching') {
    return isEditorOpen(pipeline, run) ? undefined : enqueueAttach(pipeline, run.id);
  }
  const images = await pipeline.runs.listImages(run.id);
  if (images.length === 0) return enqueuePlan(pipeline, run);
  if (images.every((image) => isMade(image.status))) return joinSlots(pipeline, run.id);
  return enqueueImages(pipeline, run, images);
};

/** Pictures that were in the making when their run was stopped, and whose worker died: their rows want an end too. */
const settleStranded = async (pipeline: Pipeline, active: GenerationRun[]): Promise<void> => {
  const ids = new Set(active.map(({ id }) => id));
  const stranded = (await pipeline.runs.listUnmadeImages()).filter(({ runId }) => !ids.has(runId));
  for (const runId of new Set(stranded.map((image) => image.runId))) {
    const run = await pipeline.runs.findRun(runId);
    // A run that began since the list was read has jobs of its own.
    if (!run || isActiveRun(run.status)) continue;
    await enqueueImages(
      pipeline,
      run,
      stranded.filter((image) => image.runId === runId),
    );
  }
};

/**
 * The queue is disposable: reads every run that is not over and adds whatever job it waits for. Runs at start and every
 * minute; adding a job that exists changes nothing.
 */
export const reconcile = async (pipeline: Pipeline): Promise<{ runs: number }> => {
  const active = await pipeline.runs.listActiveRuns();
  for (const run of active) {
    try {
      await reconcileRun(pipeline, run);
    } catch (cause) {
      const { message } = toArticleImagesError(cause);
      pipeline.logger.error(`Run ${run.id} could not be taken up again: ${message}`);
    }
  }
  await settleStranded(pipeline, active);
  return { runs: active.length };
};
