import type {
  AcceptMissing,
  AttachRun,
  ConfirmSaved,
  PlaceImages,
  RunDto,
} from '../../../shared/contracts/runs';
import type { ArticleRef } from '../article-ref';
import { articleImagesApi } from './api';
import { contextOf, intoContext, post, runOf, type OfRun } from './runs';

type AttachRunBody = { imageIds?: string[] };

/** The requests of the attach protocol: what an open edit view and the server say to each other about placing. */
export const attachmentsApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    attachRun: build.mutation<RunDto, OfRun<AttachRunBody>>({
      query: ({ id, imageIds }) => post(`runs/${id}/attach`, { imageIds }),
      transformResponse: (response: AttachRun.Response) => runOf(response),
      onQueryStarted: intoContext,
      invalidatesTags: (_result, _error, { article }) => contextOf(article),
    }),
    placeImages: build.mutation<PlaceImages.Response['data'], PlaceImages.Request>({
      query: (body) => post('placements', body),
      transformResponse: (response: PlaceImages.Response) => response.data,
    }),
    confirmSaved: build.mutation<ConfirmSaved.Response['data'], ArticleRef>({
      query: (article) => post('confirm', article),
      transformResponse: (response: ConfirmSaved.Response) => response.data,
      invalidatesTags: (_result, _error, article) => contextOf(article),
    }),
    acceptMissing: build.mutation<string[], { article: ArticleRef; imageIds: string[] }>({
      query: ({ article, imageIds }) => post('missing/accept', { ...article, imageIds }),
      transformResponse: (response: AcceptMissing.Response) => response.data.accepted,
      invalidatesTags: (_result, _error, { article }) => contextOf(article),
    }),
  }),
});

export const { useAcceptMissingMutation } = attachmentsApi;
