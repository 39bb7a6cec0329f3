import { articleColumns, hiddenType } from './hidden-type';

/** What an editor decided for one article; null inherits from the content type, then from the site. */
export const articleSettings = hiddenType({
  singularName: 'article-settings',
  pluralName: 'article-settings-all',
  displayName: 'Article image settings of an article',
  collectionName: 'article_images_article_settings',
  attributes: {
    ...articleColumns,
    articleKey: { type: 'string', required: true },
    count: { type: 'integer' },
    tier: { type: 'string' },
    includeFeatured: { type: 'boolean' },
  },
  indexes: [
    { name: 'article_images_article_settings_unique', columns: ['article_key'], type: 'unique' },
  ],
});
