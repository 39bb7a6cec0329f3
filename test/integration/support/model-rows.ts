import type { BootedStrapi } from '../boot-strapi';

type App = Pick<BootedStrapi, 'strapi'>;

const MODEL_UID = 'plugin::article-images.model-config' as 'plugin::upload.file';

type ModelRow = {
  model: string;
  tier: string;
  landscapeSize: string | null;
  squareSize: string | null;
  parameters: Record<string, unknown>;
  price: Record<string, unknown> | null;
};

/** Micro-dollars of one picture of a model of the tests. */
export const PRICE = 40_000;

/** Adds an OpenAI-compatible model that exists nowhere; its tier has the same name. Small pictures keep tests quick. */
export const addModel = async (
  app: App,
  name: string,
  changes: Partial<ModelRow> = {},
): Promise<void> => {
  await app.strapi.db.query(MODEL_UID).create({
    data: {
      key: name,
      label: `Model ${name}`,
      provider: 'openai',
      model: name,
      tier: name,
      landscapeSize: '192x128',
      squareSize: '128x128',
      portraitSize: null,
      sizeConstraint: null,
      parameters: {},
      capabilities: { seed: false, negativePrompt: false, promptMax: 4000 },
      price: { perImageMicroUsd: PRICE, asOf: '2026-11-20', source: 'test' },
      priceAsOf: '2026-11-20',
      isDefault: false,
      isActive: true,
      ...changes,
    } as never,
  });
};

/** Changes a model's row as an administrator does. */
export const changeModel = async (
  app: App,
  key: string,
  changes: Partial<ModelRow>,
): Promise<void> => {
  await app.strapi.db.query(MODEL_UID).update({ where: { key } as never, data: changes as never });
};

/** Previews are drawn on this machine: small ones keep a test quick. */
export const useSmallPreviews = (app: App): Promise<void> =>
  changeModel(app, 'preview', { landscapeSize: '192x128', squareSize: '128x128' });
