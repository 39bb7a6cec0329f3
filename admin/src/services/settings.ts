import type { Settings, SiteSettingsDto } from '../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { articleImagesApi } from './api';

export type SettingsDto = Settings.Response['data'];

const url = `/${PLUGIN_ID}/settings`;

/** Endpoint names are shared with Strapi and all its plugins, and the first to take one keeps it. */
const settingsApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    getArticleImagesSettings: build.query<SettingsDto, void>({
      query: () => ({ url, method: 'GET' }),
      transformResponse: (response: Settings.Response) => response.data,
      providesTags: ['ArticleImagesSettings'],
    }),
    saveArticleImagesSettings: build.mutation<SettingsDto, SiteSettingsDto>({
      query: (data) => ({ url, method: 'PUT', data }),
      transformResponse: (response: Settings.Response) => response.data,
      // The panel of every open article reads these settings.
      invalidatesTags: (_result, error) =>
        error ? [] : ['ArticleImagesSettings', 'ArticleImagesContext'],
    }),
  }),
});

export const {
  useGetArticleImagesSettingsQuery: useGetSettingsQuery,
  useSaveArticleImagesSettingsMutation: useSaveSettingsMutation,
} = settingsApi;
