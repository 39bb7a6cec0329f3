import { hiddenType } from './hidden-type';

/** Words the site adds to every prompt of a role; the newest active version of a key is used. */
export const promptTemplate = hiddenType({
  singularName: 'prompt-template',
  pluralName: 'prompt-templates',
  displayName: 'Article image prompt template',
  collectionName: 'article_images_prompt_templates',
  attributes: {
    key: { type: 'string', required: true },
    label: { type: 'string', required: true },
    text: { type: 'text', required: true },
    version: { type: 'integer', default: 1 },
    isActive: { type: 'boolean', default: true },
  },
});
