import { useDispatch } from 'react-redux';
import { articleKey, type ArticleRef } from '../article-ref';
import { articleImagesApi } from './api';

/**
 * What the editor set in the panel and has not sent. The host remounts the form, and the panel with it, on every switch
 * of language or window size: component state would be lost.
 */
export type PanelMemory = {
  count: number | null;
  includeFeatured: boolean | null;
  tier: string | null;
  isChangeOpen: boolean;
  isReplacing: boolean;
};

const EMPTY: PanelMemory = {
  count: null,
  includeFeatured: null,
  tier: null,
  isChangeOpen: false,
  isReplacing: false,
};

const ONE_DAY_SECONDS = 86_400;

const memoryApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    getPanelMemory: build.query<PanelMemory, string>({
      queryFn: () => ({ data: EMPTY }),
      keepUnusedDataFor: ONE_DAY_SECONDS,
    }),
  }),
});

export const usePanelMemory = (article: ArticleRef) => {
  const key = articleKey(article);
  const { data = EMPTY } = memoryApi.useGetPanelMemoryQuery(key);
  const dispatch = useDispatch();
  const change = (changes: Partial<PanelMemory>): void => {
    dispatch(
      memoryApi.util.updateQueryData('getPanelMemory', key, (memory) => {
        Object.assign(memory, changes);
      }) as never,
    );
  };
  return { memory: data, change, forget: () => change(EMPTY) };
};
