import type { ArticleRef } from '../domain/article/article';
import { toArticleImagesError } from '../domain/errors';
import { startRun } from './illustrate-article';
import type { Pipeline } from './pipeline';

/** Failures an automatic run may end in before it starts, and that need nobody's attention. */
const EXPECTED = ['nothing_to_generate', 'article_empty', 'type_not_mapped', 'article_not_found'];

/** Starts a run for an article that was just published. Never throws: publishing must not notice. */
export const startAutomaticRun = async (
  pipeline: Pipeline,
  article: ArticleRef,
  startedBy: number | null,
): Promise<void> => {
  try {
    await startRun(pipeline, { article, trigger: 'publish', startedBy, isAutomatic: true });
  } catch (cause) {
    const error = toArticleImagesError(cause);
    const log = EXPECTED.includes(error.code) ? pipeline.logger.debug : pipeline.logger.warn;
    log(`No automatic run for ${article.uid} ${article.documentId}: ${error.message}`);
  }
};

/** Looks back over a restart; older articles were published without the plugin and stay as they are. */
const HORIZON_MS = 24 * 60 * 60 * 1000;

/**
 * Catches publish events that were lost between the commit and the run's row, for instance in a crash. The window ends at
 * `to` and begins where the last sweep ended (`cursor`), or when automation was switched on.
 */
export const sweepPublishes = async (
  pipeline: Pipeline,
  { cursor, to }: { cursor: Date | null; to: Date },
): Promise<void> => {
  const { contentTypes } = await pipeline.settings.read();
  for (const type of contentTypes) {
    if (!type.isEnabled || !type.isAutomatic || !type.automaticSince) continue;
    const earliest = Math.max(Date.parse(type.automaticSince), to.getTime() - HORIZON_MS);
    const from = new Date(Math.max(earliest, cursor?.getTime() ?? 0));
    for (const article of await pipeline.findPublished({ uid: type.uid, from, to })) {
      const latest = await pipeline.runs.findLatestRun(article);
      if (latest && Date.parse(latest.createdAt) >= from.getTime()) continue;
      await startAutomaticRun(pipeline, article, null);
    }
  }
};
