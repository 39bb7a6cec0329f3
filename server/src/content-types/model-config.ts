import { hiddenType } from './hidden-type';

/** One image model as this site uses it. Sizes are "WIDTHxHEIGHT"; prices are micro-dollars with a date. */
export const modelConfig = hiddenType({
  singularName: 'model-config',
  pluralName: 'model-configs',
  displayName: 'Article image model',
  collectionName: 'article_images_model_configs',
  attributes: {
    key: { type: 'string', required: true, unique: true },
    label: { type: 'string', required: true },
    provider: { type: 'string', required: true },
    model: { type: 'string', required: true },
    tier: { type: 'string', required: true },
    landscapeSize: { type: 'string' },
    squareSize: { type: 'string' },
    portraitSize: { type: 'string' },
    sizeConstraint: { type: 'json' },
    parameters: { type: 'json' },
    capabilities: { type: 'json' },
    price: { type: 'json' },
    priceAsOf: { type: 'string' },
    isDefault: { type: 'boolean', default: false },
    isActive: { type: 'boolean', default: true },
    catalogueVersion: { type: 'string' },
  },
  indexes: [{ name: 'article_images_model_key_unique', columns: ['key'], type: 'unique' }],
});
