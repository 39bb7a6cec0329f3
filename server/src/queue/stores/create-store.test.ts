import { describe, expect, it } from 'vitest';
import { createStore, type StoreSettings } from './create-store';

const ignore = () => undefined;
const settings: StoreSettings = {
  kind: 'auto',
  schema: 'article_images_queue',
  strapi: { client: 'sqlite' },
  logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
};
const strapiOnPostgres = {
  client: 'postgres',
  connection: { host: 'db', database: 'app', user: 'strapi', password: 'secret' },
};

describe('createStore', () => {
  it.each([
    ['embedded', {}],
    ['redis', { redisUrl: 'redis://cache:6379' }],
    ['postgres', { strapi: strapiOnPostgres }],
    ['postgres', { postgres: 'postgres://db/queue' }],
    ['embedded', { kind: 'embedded', strapi: strapiOnPostgres }],
  ] as const)('builds the %s store and opens nothing', (name, given) => {
    expect(createStore({ ...settings, ...given }).name).toBe(name);
  });

  it('opens only the embedded store on demand', () => {
    expect(createStore(settings).opensOnDemand).toBe(true);
    expect(createStore({ ...settings, strapi: strapiOnPostgres }).opensOnDemand).toBe(false);
  });

  it('says which setting is missing', () => {
    expect(() => createStore({ ...settings, kind: 'redis' })).toThrow(
      expect.objectContaining({
        code: 'settings_invalid',
        message: expect.stringContaining('redisUrl'),
      }),
    );
    expect(() => createStore({ ...settings, kind: 'postgres' })).toThrow(
      expect.objectContaining({
        code: 'settings_invalid',
        message: expect.stringContaining('queue.postgres'),
      }),
    );
  });
});
