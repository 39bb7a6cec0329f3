import type { Settings, SiteSettingsDto } from '../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { articleImagesApi } from './api';

export type SettingsDto = Settings.Response['data'];

const url = `/${PLUGIN_ID}/settings`;

const settingsApi = articleImagesApi.injectEndpoints({
  endpoints: (build) => ({
    getSettings: build.query<SettingsDto, void>({
      query: () => ({ url, method: 'GET' }),
      transformResponse: (response: Settings.Response) => response.data,
      providesTags: ['ArticleImagesSettings'],
    }),
    saveSettings: build.mutation<SettingsDto, SiteSettingsDto>({
      query: (data) => ({ url, method: 'PUT', data }),
      transformResponse: (response: Settings.Response) => response.data,
      // The panel of every open article reads these settings.
      invalidatesTags: (_result, error) =>
        error ? [] : ['ArticleImagesSettings', 'ArticleImagesContext'],
    }),
  }),
});

export const { useGetSettingsQuery, useSaveSettingsMutation } = settingsApi;
