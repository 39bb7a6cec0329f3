import type { DeriverName } from '../../../shared/vocabulary';
import { makeAnchor } from '../domain/article/anchors';
import type { Article, DocumentValues } from '../domain/article/article';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import { formatSize } from '../domain/models/image-size';
import type { ModelConfig } from '../domain/models/model-config';
import { sizeFor } from '../domain/models/size-for';
import type { ImageSlot } from '../domain/plan/image-plan';
import { planSlots } from '../domain/plan/plan-slots';
import { composePrompt } from '../domain/prompts/compose-prompt';
import { seedFor } from '../domain/plan/seed-for';
import type { JobContext } from '../ports/job-queue';
import type { DeriveResult } from '../ports/prompt-deriver';
import type { GenerationRun, ImageRow, NewImage } from '../ports/stores';
import { cancelWaiting } from './cancel-waiting';
import { enqueueImages } from './enqueue';
import { illustratedSections } from './images-in-draft';
import type { Pipeline } from './pipeline';
import { enabledType } from './quote-run';
import { failRun, finishRun, joinSlots, noteProgress } from './run-progress';

const derive = async (
  pipeline: Pipeline,
  run: GenerationRun,
  { article, excludedSectionIds }: { article: Article; excludedSectionIds: string[] },
  signal: AbortSignal,
): Promise<DeriveResult> => {
  const name: DeriverName = pipeline.derivers[run.request.deriver]
    ? run.request.deriver
    : 'extractive';
  const deriver = pipeline.derivers[name] ?? pipeline.derivers.extractive;
  return deriver.derive({
    article,
    count: run.request.count,
    includeFeatured: run.request.includeFeatured,
    excludedSectionIds,
    signal,
  });
};

const newImage = async (
  pipeline: Pipeline,
  { run, model, slot }: { run: GenerationRun; model: ModelConfig; slot: ImageSlot },
): Promise<{ image: NewImage; warnings: string[] }> => {
  const template = await pipeline.templates.forRole(slot.role);
  const { prompt, negativePrompt, warnings } = composePrompt({
    brief: slot.brief,
    template,
    model,
  });
  const size = sizeFor({ model, orientation: slot.orientation });
  const image: NewImage = {
    runId: run.id,
    article: run.article,
    role: slot.role,
    position: slot.position,
    orientation: slot.orientation,
    anchor: slot.anchor,
    brief: slot.brief,
    prompt,
    negativePrompt,
    alternativeText: slot.brief.alternativeText,
    caption: slot.brief.caption,
    askedSize: formatSize(size),
    seed: model.capabilities.seed ? seedFor(`${run.id}/${slot.role}/${slot.position}`) : null,
    modelConfigId: model.id,
    provider: model.provider,
    model: model.model,
  };
  return { image, warnings };
};

/** Sections that need no picture; none when this run replaces those that are there. */
const excludedSections = async (
  pipeline: Pipeline,
  { request, article: { uid } }: GenerationRun,
  draft: { article: Article; values: DocumentValues },
): Promise<string[]> => {
  if (request.replace || request.count === 0) return [];
  const { mapping } = await enabledType(pipeline, uid);
  return illustratedSections(pipeline, { ...draft, mapping });
};

/** A person who asked must learn why there is nothing; after a publish nobody did, and the run just ends. */
const assertSlots = (run: GenerationRun, slots: ImageSlot[], excludedIds: string[]): void => {
  if (slots.length > 0 || run.trigger === 'publish') return;
  throw excludedIds.length > 0
    ? new ArticleImagesError(
        'nothing_to_generate',
        'Every part of this article that can carry an image has one. Add text, or choose "Generate again" to make new versions.',
      )
    : new ArticleImagesError(
        'article_empty',
        'No part of this article could be turned into a picture. Add some text or ask for a cover only.',
      );
};

const writePlan = async (
  pipeline: Pipeline,
  run: GenerationRun,
  signal: AbortSignal,
): Promise<ImageRow[]> => {
  const started = pipeline.clock.now();
  const { article, values } = await pipeline.articles.read(run.article);
  const model = await pipeline.models.find(run.modelConfigId);
  if (!model) {
    throw new ArticleImagesError(
      'no_active_model',
      'The model of this run was deleted. Start the run again with another tier.',
    );
  }
  const excludedSectionIds = await excludedSections(pipeline, run, { article, values });
  const derived = await derive(pipeline, run, { article, excludedSectionIds }, signal);
  const slots = planSlots({
    article,
    briefs: derived.briefs,
    makeAnchor: (section) => makeAnchor({ article, section }),
  });
  assertSlots(run, slots, excludedSectionIds);
  const planned = await Promise.all(slots.map((slot) => newImage(pipeline, { run, model, slot })));
  const images = await pipeline.runs.createImages(planned.map(({ image }) => image));
  await pipeline.runs.updateRun(run.id, {
    textHash: article.textHash,
    tokens: derived.tokens,
    derivedBy: derived.derivedBy,
    warnings: [...derived.warnings, ...planned.flatMap(({ warnings }) => warnings)],
  });
  const ms = pipeline.clock.now().getTime() - started.getTime();
  await pipeline.runs.addStep(run.id, {
    name: 'plan-images',
    at: started.toISOString(),
    ms,
    facts: { slots: slots.length, deriver: derived.derivedBy, words: article.words },
  });
  return images;
};

/** Job `plan-images`: reads the article, derives all prompts at once and writes one `pending` row per slot. */
export const planImages = async (
  pipeline: Pipeline,
  runId: string,
  context: JobContext,
): Promise<void> => {
  const run = await pipeline.runs.findRun(runId);
  if (!run || !['queued', 'planning', 'generating'].includes(run.status)) return;
  try {
    await pipeline.runs.moveRun(runId, ['queued'], {
      status: 'planning',
      phase: 'prepare',
      startedAt: pipeline.clock.now().toISOString(),
    });
    await noteProgress(pipeline, runId);
    const existing = await pipeline.runs.listImages(runId);
    const images = existing.length > 0 ? existing : await writePlan(pipeline, run, context.signal);
    await pipeline.runs.moveRun(runId, ['planning'], { status: 'generating', phase: 'generate' });
    if ((await pipeline.runs.findRun(runId))?.status === 'cancelled') {
      await cancelWaiting(pipeline, images);
      return;
    }
    await enqueueImages(pipeline, run, images);
    if (images.length === 0) await finishRun(pipeline, runId);
    else await joinSlots(pipeline, runId);
  } catch (cause) {
    const error = toArticleImagesError(cause);
    if (error.isRetryable && !context.isLastAttempt) throw error;
    pipeline.logger.warn(`Run ${runId} failed while planning: ${error.message}`);
    await failRun(pipeline, runId, error);
  }
};
