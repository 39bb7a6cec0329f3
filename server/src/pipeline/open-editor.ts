import type { ArticleRef, DocumentValues } from '../domain/article/article';
import { findPlacedFiles } from '../domain/attachment/find-placed-files';
import { ArticleImagesError } from '../domain/errors';
import { isActiveRun, isMade } from '../domain/runs/run-state';
import type { GenerationRun, ImageRow } from '../ports/stores';
import { attachToDraft, isEditorOpen, noteReplaced, replacedBy } from './attach-images';
import type { Pipeline } from './pipeline';
import { placementOf } from './place-in-draft';
import { enabledType } from './quote-run';
import { finishRun } from './run-progress';

/** Polls come every second; the row hears of it less often than that, and well before the lease lapses. */
const NOTE_EVERY_MS = 5_000;
const NOTES_PER_LEASE = 4;

export const findRunOrThrow = async (pipeline: Pipeline, id: string): Promise<GenerationRun> => {
  const run = await pipeline.runs.findRun(id);
  if (run) return run;
  throw new ArticleImagesError('run_not_found', 'This run no longer exists.');
};

/** Remembers that an edit view of the run's article is open. */
export const noteOpenEditor = async (pipeline: Pipeline, run: GenerationRun): Promise<void> => {
  if (!isActiveRun(run.status)) return;
  const now = pipeline.clock.now();
  const seen = run.editorSeenAt ? Date.parse(run.editorSeenAt) : 0;
  const noteEveryMs = Math.min(NOTE_EVERY_MS, pipeline.editorLeaseMs / NOTES_PER_LEASE);
  if (now.getTime() - seen < noteEveryMs) return;
  await pipeline.runs.moveRun(run.id, [run.status], { editorSeenAt: now.toISOString() });
};

/** All pictures are made and an open edit view is expected to take them. */
export const awaitsEditor = (pipeline: Pipeline, run: GenerationRun, images: ImageRow[]): boolean =>
  run.status === 'attaching' &&
  isEditorOpen(pipeline, run) &&
  images.some((image) => image.status === 'stored');

const endWhenMade = async (pipeline: Pipeline, runId: string): Promise<void> => {
  const images = await pipeline.runs.listImages(runId);
  const isWaiting = images.some((image) => image.status === 'stored');
  if (!isWaiting && images.every((image) => isMade(image.status))) await finishRun(pipeline, runId);
};

/** The open edit view has no unsaved text (or nobody has the article open): the server writes the draft. */
export const attachNow = async (
  pipeline: Pipeline,
  runId: string,
  imageIds?: string[],
): Promise<void> => {
  const run = await findRunOrThrow(pipeline, runId);
  const images = (await pipeline.runs.listImages(runId)).filter((image) =>
    imageIds ? imageIds.includes(image.id) && image.file !== null : image.status === 'stored',
  );
  if (images.length > 0) await attachToDraft(pipeline, run, images);
  await endWhenMade(pipeline, runId);
};

const replacedByRuns = async (pipeline: Pipeline, runIds: string[]): Promise<ImageRow[]> => {
  const runs = await Promise.all(runIds.map((id) => pipeline.runs.findRun(id)));
  const replaced = await Promise.all(
    runs.map(async (run) => (run ? replacedBy(pipeline, run) : [])),
  );
  return replaced.flat();
};

/** The open edit view has unsaved text: gives back its values with the pictures in them and writes nothing. */
export const placeInForm = async (
  pipeline: Pipeline,
  input: { article: ArticleRef; imageIds: string[]; values: DocumentValues },
) => {
  const found = await Promise.all(input.imageIds.map((id) => pipeline.runs.findImage(id)));
  const images = found.filter(
    (image): image is ImageRow =>
      image !== null &&
      image.file !== null &&
      image.article.uid === input.article.uid &&
      image.article.documentId === input.article.documentId,
  );
  if (images.length !== input.imageIds.length) {
    throw new ArticleImagesError(
      'image_not_found',
      'One of these images no longer exists. Reload the page.',
    );
  }
  const runIds = [...new Set(images.map((image) => image.runId))];
  const replaced = await replacedByRuns(pipeline, runIds);
  const placement = await placementOf(
    pipeline,
    { article: input.article, images, replaced },
    { values: input.values, isForm: true },
  );
  if (placement.placed.length > 0) await noteReplaced(pipeline, replaced);
  for (const { imageId } of placement.placed) {
    await pipeline.runs.moveImage(imageId, ['stored', 'ready'], {
      status: 'ready',
      unplacedReason: 'in_form',
    });
  }
  for (const { imageId, reason } of placement.unplaced) {
    await pipeline.runs.moveImage(imageId, ['stored'], { status: 'ready', unplacedReason: reason });
  }
  for (const runId of runIds) await endWhenMade(pipeline, runId);
  return { values: placement.changes, placed: placement.placed, unplaced: placement.unplaced };
};

/** Which of our pictures the saved draft holds, and which it lost although nobody said so. */
export const compareWithDraft = async (
  pipeline: Pipeline,
  article: ArticleRef,
  values: DocumentValues,
): Promise<{ present: ImageRow[]; missing: ImageRow[] }> => {
  const { mapping } = await enabledType(pipeline, article.uid);
  const ours = (await pipeline.runs.listArticleImages(article)).filter((image) => image.file);
  const files = ours.flatMap((image) => (image.file ? [image.file] : []));
  const components = pipeline.articles.components();
  const schema = pipeline.articles.schema(article.uid);
  const held = findPlacedFiles({ values, mapping, components, schema, files });
  const isHeld = (image: ImageRow) => image.file !== null && held.has(image.file.id);
  return {
    present: ours.filter(isHeld),
    missing: ours.filter((image) => image.status === 'attached' && !isHeld(image)),
  };
};

/** After a save: pictures that were in the form are in the article now. */
export const confirmSaved = async (pipeline: Pipeline, article: ArticleRef) => {
  const { values } = await pipeline.articles.read(article);
  const { present, missing } = await compareWithDraft(pipeline, article, values);
  const attachedAt = pipeline.clock.now().toISOString();
  for (const image of present) {
    await pipeline.runs.moveImage(image.id, ['ready'], {
      status: 'attached',
      unplacedReason: null,
      attachedAt,
    });
  }
  return { attached: present.map(({ id }) => id), missing: missing.map(({ id }) => id) };
};

/** The removal was on purpose: automation leaves these slots alone from now on. */
export const acceptMissing = async (
  pipeline: Pipeline,
  article: ArticleRef,
  imageIds: string[],
): Promise<string[]> => {
  const ours = await pipeline.runs.listArticleImages(article);
  const accepted = ours.filter((image) => imageIds.includes(image.id));
  for (const image of accepted) {
    await pipeline.runs.moveImage(image.id, ['attached', 'ready'], {
      status: 'ready',
      unplacedReason: 'removed_by_editor',
    });
  }
  return accepted.map(({ id }) => id);
};
