import { toArticleImagesError } from '../domain/errors';
import { finalStatus, isActiveRun, isMade } from '../domain/runs/run-state';
import { progressOf } from '../domain/runs/progress';
import type { GenerationRun, ImageRow, RecordedError } from '../ports/stores';
import { enqueueAttach } from './enqueue';
import type { Pipeline } from './pipeline';

/** A failure as it is kept on a row. */
export const recordError = (error: unknown): RecordedError => {
  const { code, message, charged } = toArticleImagesError(error);
  return { code, message, charged };
};

/** Phase and percent as of now; percent is never lower than what was shown. */
export const currentProgress = (pipeline: Pipeline, run: GenerationRun, images: ImageRow[]) => {
  const now = pipeline.clock.now().getTime();
  const progress = progressOf(
    run.status,
    images.map((image) => ({
      status: image.status,
      elapsedMs: now - Date.parse(image.updatedAt),
      typicalMs: pipeline.providers[image.provider]?.describe().typicalMs ?? null,
    })),
  );
  return { phase: progress.phase, percent: Math.max(run.percent, progress.percent) };
};

/** What the pictures of a run cost so far: a sum with the weakest basis among them. */
export const costSoFar = (
  images: ImageRow[],
): Pick<GenerationRun, 'costMicroUsd' | 'costBasis'> => {
  const paid = images.filter((image) => image.costBasis !== 'none');
  if (paid.length === 0) return { costMicroUsd: images.length > 0 ? 0 : null, costBasis: 'none' };
  const bases = (['unknown', 'estimated', 'computed', 'reported'] as const).filter((basis) =>
    paid.some((image) => image.costBasis === basis),
  );
  return {
    costMicroUsd: paid.every((image) => image.costMicroUsd === null)
      ? null
      : paid.reduce((sum, image) => sum + (image.costMicroUsd ?? 0), 0),
    costBasis: bases[0] ?? 'none',
  };
};

/** Writes progress and cost of an active run to its row. */
export const noteProgress = async (pipeline: Pipeline, runId: string): Promise<void> => {
  const run = await pipeline.runs.findRun(runId);
  if (!run || !isActiveRun(run.status)) return;
  const images = await pipeline.runs.listImages(runId);
  await pipeline.runs.moveRun(runId, [run.status], {
    ...currentProgress(pipeline, run, images),
    ...costSoFar(images),
  });
};

/** Ends a run by what became of its images. */
export const finishRun = async (pipeline: Pipeline, runId: string): Promise<void> => {
  const images = await pipeline.runs.listImages(runId);
  const firstError = images.find((image) => image.error)?.error ?? null;
  const status = finalStatus(images.map((image) => image.status));
  await pipeline.runs.moveRun(runId, ['generating', 'attaching'], {
    status,
    phase: 'done',
    percent: 100,
    ...costSoFar(images),
    error: status === 'partial' || status === 'failed' ? firstError : null,
    finishedAt: pipeline.clock.now().toISOString(),
  });
};

/** Ends a run that failed before it had images. */
export const failRun = async (pipeline: Pipeline, runId: string, error: unknown): Promise<void> => {
  await pipeline.runs.moveRun(runId, ['queued', 'planning', 'generating', 'attaching'], {
    status: 'failed',
    phase: 'done',
    percent: 100,
    error: recordError(error),
    finishedAt: pipeline.clock.now().toISOString(),
  });
};

/** The slots of a run are joined by their rows: whoever makes the last picture sends the run on to attaching. */
export const joinSlots = async (pipeline: Pipeline, runId: string): Promise<void> => {
  const images = await pipeline.runs.listImages(runId);
  if (images.length === 0 || !images.every((image) => isMade(image.status))) {
    await noteProgress(pipeline, runId);
    return;
  }
  const won = await pipeline.runs.moveRun(runId, ['generating'], {
    status: 'attaching',
    phase: 'save',
  });
  if (!won) {
    // Stopped at once while a picture was in the making: it still cost what it cost.
    await pipeline.runs.moveRun(runId, ['cancelled'], costSoFar(images));
    return;
  }
  await noteProgress(pipeline, runId);
  if (images.some((image) => image.status === 'stored')) {
    await enqueueAttach(pipeline, runId);
  } else {
    await finishRun(pipeline, runId);
  }
};
