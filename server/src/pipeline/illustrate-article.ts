import type { RunTrigger } from '../../../shared/vocabulary';
import { ArticleImagesError } from '../domain/errors';
import type { JobHandlers } from '../ports/job-queue';
import type { GenerationRun } from '../ports/stores';
import { attachImages } from './attach-images';
import { enqueuePlan } from './enqueue';
import { generateImage } from './generate-image';
import type { Pipeline } from './pipeline';
import { planImages } from './plan-images';
import { quoteRun, type RunRequest } from './quote-run';

/**
 * THE FLOW. A run is a row; three kinds of jobs move it on, and each one reads the row again before it acts:
 *
 *   startRun      -> row `queued`, job `plan-images`
 *   plan-images   -> one image row per slot (`pending`), jobs `generate-image`
 *   generate-image-> one picture: provider, check, Media Library (`stored`); the last one adds `attach-images`
 *   attach-images -> article draft; the run is over
 *
 * The queue may lose everything it holds: `reconcile` reads the rows and adds the jobs again.
 */
export const createJobHandlers = (pipeline: Pipeline): JobHandlers => ({
  'plan-images': (runId, context) => planImages(pipeline, runId, context),
  'generate-image': (imageId, context) => generateImage(pipeline, imageId, context),
  'attach-images': (runId, context) => attachImages(pipeline, runId, context),
});

type Start = RunRequest & { trigger: RunTrigger; startedBy: number | null; remember?: boolean };

const rememberChoices = async (pipeline: Pipeline, request: Start): Promise<void> => {
  if (!request.remember) return;
  await pipeline.settings.writeArticle(request.article, {
    count: request.count ?? null,
    tier: request.tier ?? null,
    includeFeatured: request.includeFeatured ?? null,
  });
};

const draftStamp = ({ trigger }: Start, updatedAt: string): string | null =>
  trigger === 'publish' ? updatedAt : null;

/**
 * Starts a run for one article, or gives the one that is under way. Everything that can fail before money moves fails
 * here: an unmapped type, an empty article, an unknown tier, a model without a size, a provider without a key.
 */
export const startRun = async (
  pipeline: Pipeline,
  request: Start,
): Promise<{ run: GenerationRun; isNew: boolean }> => {
  const active = await pipeline.runs.findActiveRun(request.article);
  if (active) return { run: active, isNew: false };
  const quote = await quoteRun(pipeline, request);
  if (quote.article.words === 0 && quote.article.title.trim() === '') {
    throw new ArticleImagesError(
      'article_empty',
      'This article has no title and no text yet, so there is nothing to make pictures of. Write something and save first.',
    );
  }
  if (quote.count === 0 && !quote.includeFeatured) {
    throw new ArticleImagesError(
      'nothing_to_generate',
      'Every image slot of this article is filled. Choose "Generate again" to make new versions, or raise the number of images.',
    );
  }
  await rememberChoices(pipeline, request);
  try {
    const run = await pipeline.runs.createRun({
      article: request.article,
      trigger: request.trigger,
      startedBy: request.startedBy,
      request: {
        count: quote.count,
        includeFeatured: quote.includeFeatured,
        tier: quote.model.tier,
        deriver: quote.deriver,
        replace: request.replace ?? false,
      },
      modelConfigId: quote.model.id,
      draftUpdatedAt: draftStamp(request, quote.updatedAt),
      estimatedMicroUsd: quote.costMicroUsd,
    });
    await enqueuePlan(pipeline, run);
    return { run, isNew: true };
  } catch (error) {
    // Two clicks at once: the database let one through, the other one gets its run.
    const other =
      error instanceof ArticleImagesError && error.code === 'run_in_progress'
        ? await pipeline.runs.findActiveRun(request.article)
        : null;
    if (other) return { run: other, isNew: false };
    throw error;
  }
};
