import type {
  CancelRun,
  EstimateRun,
  GetRun,
  RetryRun,
  RunDto,
  StartRun,
} from '../../../shared/contracts/runs';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { articleKey, type ArticleRef } from '../article-ref';
import { articleImagesApi } from './api';
import { contextApi } from './context';
import { applyRun } from './merge-run';

export type EstimateDto = EstimateRun.Response['data'];

/** Every call about a run names its article too: the answer goes into that article's context. */
export type OfRun<Body = unknown> = { article: ArticleRef; id: string } & Body;

export const post = (path: string, data: unknown = {}) => ({
  url: `/${PLUGIN_ID}/${path}`,
  method: 'POST' as const,
  data,
});

export const runOf = ({ data }: { data: RunDto }): RunDto => data;
export const contextOf = (article: ArticleRef) =>
  [{ type: 'ArticleImagesContext', id: articleKey(article) }] as const;

type Started = {
  dispatch: (action: ReturnType<typeof contextApi.util.updateQueryData>) => unknown;
  queryFulfilled: Promise<{ data: RunDto }>;
};

export const intoContext = async (
  { article }: { article: ArticleRef },
  { dispatch, queryFulfilled }: Started,
): Promise<void> => {
  const answer = await queryFulfilled.catch(() => null);
  if (!answer) return;
  dispatch(
    contextApi.util.updateQueryData('getContext', article, (context) =>
      applyRun(context, answer.data),
    ),
  );
};

export const runsApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    estimate: build.query<EstimateDto, EstimateRun.Request>({
      query: (body) => post('estimate', body),
      transformResponse: (response: EstimateRun.Response) => response.data,
      providesTags: (_result, _error, article) => contextOf(article),
    }),
    startRun: build.mutation<RunDto, { article: ArticleRef; choices: Partial<StartRun.Request> }>({
      query: ({ article, choices }) => post('runs', { ...article, ...choices }),
      transformResponse: (response: StartRun.Response) => response.data,
      onQueryStarted: intoContext,
      invalidatesTags: (_result, _error, { article }) => contextOf(article),
    }),
    getRun: build.query<RunDto, OfRun<{ editor?: 'clean' | 'dirty' }>>({
      query: ({ id, editor }) => ({
        url: `/${PLUGIN_ID}/runs/${id}`,
        method: 'GET',
        config: { params: { editor } },
      }),
      transformResponse: (response: GetRun.Response) => runOf(response),
      onQueryStarted: intoContext,
      keepUnusedDataFor: 0,
    }),
    cancelRun: build.mutation<RunDto, OfRun<CancelRunBody>>({
      query: ({ id, mode }) => post(`runs/${id}/cancel`, { mode }),
      transformResponse: (response: CancelRun.Response) => runOf(response),
      onQueryStarted: intoContext,
    }),
    retryRun: build.mutation<RunDto, OfRun<RetryRunBody>>({
      query: ({ id, imageIds }) => post(`runs/${id}/retry`, { imageIds }),
      transformResponse: (response: RetryRun.Response) => runOf(response),
      onQueryStarted: intoContext,
    }),
    dismissRun: build.mutation<RunDto, OfRun>({
      query: ({ id }) => post(`runs/${id}/dismiss`),
      transformResponse: runOf,
      onQueryStarted: intoContext,
      invalidatesTags: (_result, _error, { article }) => contextOf(article),
    }),
  }),
});

type CancelRunBody = { mode: 'finish-current' | 'now' };
type RetryRunBody = { imageIds?: string[] };

export const {
  useEstimateQuery,
  useStartRunMutation,
  useCancelRunMutation,
  useRetryRunMutation,
  useDismissRunMutation,
} = runsApi;
