import { toArticleImagesError } from '../domain/errors';
import type { JobContext } from '../ports/job-queue';
import type { GenerationRun, ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';
import { placeInDraft, type Placed } from './place-in-draft';
import { finishRun, noteProgress } from './run-progress';

/** An open edit view reported itself lately: it must learn of the pictures before its next save, so it attaches them. */
export const isEditorOpen = (pipeline: Pipeline, run: GenerationRun): boolean =>
  run.editorSeenAt !== null &&
  pipeline.clock.now().getTime() - Date.parse(run.editorSeenAt) < pipeline.editorLeaseMs;

/** Our pictures a "generate again" run takes the place of. */
export const replacedBy = async (pipeline: Pipeline, run: GenerationRun): Promise<ImageRow[]> => {
  if (!run.request.replace) return [];
  const ours = await pipeline.runs.listArticleImages(run.article);
  return ours.filter(
    (image) =>
      image.runId !== run.id &&
      // A form that was given the new ones and not saved yet, or never, still holds the old ones.
      (image.status === 'attached' || image.unplacedReason === 'replaced') &&
      (image.role === 'in_article' ? run.request.count > 0 : run.request.includeFeatured),
  );
};

const noteOutcome = async (pipeline: Pipeline, outcome: Placed): Promise<void> => {
  const attachedAt = pipeline.clock.now().toISOString();
  for (const id of outcome.placed) {
    await pipeline.runs.moveImage(id, ['stored', 'ready', 'attached'], {
      status: 'attached',
      unplacedReason: null,
      attachedAt,
    });
  }
  for (const { imageId, reason } of outcome.unplaced) {
    await pipeline.runs.moveImage(imageId, ['stored', 'ready', 'attached'], {
      status: 'ready',
      unplacedReason: reason,
    });
  }
};

/** Old versions leave the article and stay in the Media Library. */
export const noteReplaced = async (pipeline: Pipeline, replaced: ImageRow[]): Promise<void> => {
  for (const image of replaced) {
    await pipeline.runs.moveImage(image.id, ['attached'], {
      status: 'ready',
      unplacedReason: 'replaced',
    });
  }
};

/** Automatic runs of other locales whose drafts this write touched: nobody edited those. */
const excuseOtherLocales = async (
  pipeline: Pipeline,
  { article }: GenerationRun,
  { draft }: Placed,
): Promise<void> => {
  if (!draft || draft.otherLocales.length === 0) return;
  for (const other of await pipeline.runs.listActiveRuns()) {
    if (other.article.uid !== article.uid || other.article.documentId !== article.documentId) {
      continue;
    }
    const touched = draft.otherLocales.find(({ locale }) => locale === other.article.locale);
    if (touched && other.draftUpdatedAt === touched.before) {
      await pipeline.runs.updateRun(other.id, { draftUpdatedAt: touched.after });
    }
  }
};

/** An automatic run goes live only when nobody has touched the draft since the publish that started it. */
const republish = async (
  pipeline: Pipeline,
  { id, article, trigger }: GenerationRun,
  { draft, placed }: Placed,
): Promise<string[]> => {
  if (trigger !== 'publish' || !draft || placed.length === 0) return [];
  if (!pipeline.articles.hasDraftAndPublish(article.uid)) return [];
  const run = await pipeline.runs.findRun(id);
  if (draft.before !== run?.draftUpdatedAt) {
    return [
      'The draft was edited meanwhile: the images are in the draft and go live when you publish it.',
    ];
  }
  try {
    // What is tried again later must not take this write for somebody's edit.
    await pipeline.runs.updateRun(id, { draftUpdatedAt: draft.updatedAt });
    await pipeline.articles.publish(article);
    return [];
  } catch (cause) {
    return [
      `The images are in the draft, but publishing failed: ${toArticleImagesError(cause).message}`,
    ];
  }
};

/** Writes the given pictures of a run into the draft and says so in their rows. */
export const attachToDraft = async (
  pipeline: Pipeline,
  run: GenerationRun,
  images: ImageRow[],
): Promise<Placed> => {
  const started = pipeline.clock.now();
  const replaced = await replacedBy(pipeline, run);
  const outcome = await placeInDraft(pipeline, { article: run.article, images, replaced });
  await excuseOtherLocales(pipeline, run, outcome);
  await noteOutcome(pipeline, outcome);
  if (outcome.placed.length > 0) await noteReplaced(pipeline, replaced);
  const notes = await republish(pipeline, run, outcome);
  const warnings = notes.filter((note) => !run.warnings.includes(note));
  if (warnings.length > 0) {
    await pipeline.runs.updateRun(run.id, { warnings: [...run.warnings, ...warnings] });
  }
  await pipeline.runs.addStep(run.id, {
    name: 'attach-images',
    at: started.toISOString(),
    ms: pipeline.clock.now().getTime() - started.getTime(),
    facts: { placed: outcome.placed.length, unplaced: outcome.unplaced.length },
  });
  return outcome;
};

/** Job `attach-images`: the stored pictures of a run go into the article's draft; then the run is over. */
export const attachImages = async (
  pipeline: Pipeline,
  runId: string,
  context: JobContext,
): Promise<void> => {
  const run = await pipeline.runs.findRun(runId);
  if (!run || run.status !== 'attaching' || isEditorOpen(pipeline, run)) return;
  const images = await pipeline.runs.listImages(runId);
  const stored = images.filter((image) => image.status === 'stored');
  try {
    if (stored.length > 0) await attachToDraft(pipeline, run, stored);
  } catch (cause) {
    const error = toArticleImagesError(cause, 'attach_failed');
    if (error.isRetryable && !context.isLastAttempt) throw error;
    pipeline.logger.warn(`The images of run ${runId} could not be attached: ${error.message}`);
    await noteOutcome(pipeline, {
      placed: [],
      unplaced: stored.map(({ id }) => ({ imageId: id, reason: 'attach_failed' })),
      draft: null,
    });
    await pipeline.runs.updateRun(runId, { warnings: [...run.warnings, error.message] });
  }
  await noteProgress(pipeline, runId);
  await finishRun(pipeline, runId);
};
