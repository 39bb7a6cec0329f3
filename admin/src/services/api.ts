import { adminApi } from '@strapi/strapi/admin';

/** The admin's own API client with our cache tags; `Document` is the content manager's. */
export const articleImagesApi = adminApi.enhanceEndpoints({
  addTagTypes: ['Document', 'ArticleImagesContext', 'ArticleImagesSettings'],
});
