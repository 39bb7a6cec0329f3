import type { Core } from '@strapi/strapi';
import type { RunTrigger } from '../../../shared/vocabulary';
import type { EstimateRun, RunDto, StartRun } from '../../../shared/contracts/runs';
import { getComposition } from '../composition';
import { cancelRun, dismissRun, retryRun } from '../pipeline/control-run';
import { startRun } from '../pipeline/illustrate-article';
import {
  acceptMissing,
  attachNow,
  confirmSaved,
  findRunOrThrow,
  noteOpenEditor,
  placeInForm,
} from '../pipeline/open-editor';
import { quoteRun } from '../pipeline/quote-run';
import type { ArticleRef, DocumentValues } from '../domain/article/article';
import { toRunDto } from './run-view';

/**
 * Runs, for the plugin's own routes, for other plugins and for scripts:
 * `strapi.plugin('article-images').service('runs').start({ uid, documentId, locale, trigger: 'api' })`.
 * Every failure is an error with `code`, `isRetryable` and `charged`.
 */
export const createRunsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const pipeline = () => getComposition(strapi).pipeline;
  const view = async (id: string): Promise<RunDto> =>
    toRunDto(pipeline(), await findRunOrThrow(pipeline(), id));
  const then = async (id: string, work: Promise<void>): Promise<RunDto> => {
    await work;
    return view(id);
  };

  return {
    /** What a run would make and cost; starts nothing. */
    async estimate({
      uid,
      documentId,
      locale,
      ...choices
    }: EstimateRun.Request): Promise<EstimateRun.Response['data']> {
      const quote = await quoteRun(pipeline(), {
        article: { uid, documentId, locale },
        ...choices,
      });
      return {
        images: quote.count + Number(quote.includeFeatured),
        includeFeatured: quote.includeFeatured,
        count: quote.count,
        tier: quote.model.tier,
        modelLabel: quote.model.label,
        isPreview: quote.provider.isPreview,
        costMicroUsd: quote.costMicroUsd,
        priceAsOf: quote.model.price?.asOf ?? null,
        seconds: quote.seconds,
        warnings: quote.warnings,
      };
    },

    /** Starts a run, or answers with the one under way for the same article. Returns before any picture is made. */
    async start({
      uid,
      documentId,
      locale,
      ...request
    }: StartRun.Request & {
      trigger: RunTrigger;
      startedBy?: number | null;
    }): Promise<StartRun.Response> {
      const { run, isNew } = await startRun(pipeline(), {
        ...request,
        article: { uid, documentId, locale },
        startedBy: request.startedBy ?? null,
      });
      return { data: await toRunDto(pipeline(), run), meta: { isNew } };
    },

    /** The article a run belongs to, for permission checks. */
    articleOf: async (id: string): Promise<ArticleRef> =>
      (await findRunOrThrow(pipeline(), id)).article,

    find: view,

    /** Reports an open edit view of the run's article, then gives the run. */
    async watch(id: string): Promise<RunDto> {
      await noteOpenEditor(pipeline(), await findRunOrThrow(pipeline(), id));
      return view(id);
    },

    cancel: (id: string, mode: 'finish-current' | 'now') =>
      then(id, cancelRun(pipeline(), id, mode)),
    retry: (id: string, imageIds?: string[]) => then(id, retryRun(pipeline(), id, imageIds)),
    attach: (id: string, imageIds?: string[]) => then(id, attachNow(pipeline(), id, imageIds)),
    dismiss: (id: string) => then(id, dismissRun(pipeline(), id)),

    placeInForm: (input: { article: ArticleRef; imageIds: string[]; values: DocumentValues }) =>
      placeInForm(pipeline(), input),
    confirmSaved: (article: ArticleRef) => confirmSaved(pipeline(), article),
    acceptMissing: (article: ArticleRef, imageIds: string[]) =>
      acceptMissing(pipeline(), article, imageIds),
  };
};
