import type { GetContext } from '../../../shared/contracts/context';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { articleKey, type ArticleRef } from '../article-ref';
import { articleImagesApi } from './api';
import { mergeContext, type ContextDto } from './merge-run';

/** The create page has no document yet. */
export type ContextQuery = Omit<ArticleRef, 'documentId'> & { documentId: string | null };

const tagId = ({ documentId, ...rest }: ContextQuery): string =>
  articleKey({ ...rest, documentId: documentId ?? '' });

export const contextApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    getContext: build.query<ContextDto, ContextQuery>({
      query: ({ uid, documentId, locale }) => ({
        url: `/${PLUGIN_ID}/context`,
        method: 'GET',
        config: {
          params: { uid, documentId: documentId ?? undefined, locale: locale ?? undefined },
        },
      }),
      transformResponse: (response: GetContext.Response) => response.data,
      merge: mergeContext,
      providesTags: (_result, _error, query) => [
        { type: 'ArticleImagesContext', id: tagId(query) },
      ],
    }),
  }),
});

export const { useGetContextQuery } = contextApi;
