import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../shared/contracts/settings';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { enableTypes } from './support/articles';

const uid = 'api::guide.guide';
const KEY = 'sk-canary-of-the-settings-test';

describe('settings', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({
      name: 'settings',
      env: { ARTICLE_IMAGES_OPENAI_API_KEY: KEY },
    });
  });
  afterAll(() => app?.destroy());

  const read = async (): Promise<Settings.Response['data']> =>
    (await (await app.admin()).get('/article-images/settings')).body.data;
  const save = async (settings: unknown) =>
    (await app.admin()).put('/article-images/settings').send(settings as object);

  it('start with four images and nothing switched on', async () => {
    const { settings } = await read();
    expect(settings).toMatchObject({ version: 0, count: 4, contentTypes: [] });
  });

  it('propose a mapping for every type that holds articles', async () => {
    const { types } = await read();
    const proposal = (name: string) =>
      types.find((type) => type.uid === `api::${name}.${name}`)?.proposal;
    expect(proposal('guide')).toMatchObject({
      title: 'title',
      body: [{ field: 'body', format: 'markdown' }],
      cover: { field: 'featuredImage' },
      inArticle: { kind: 'body' },
    });
    expect(proposal('story')).toMatchObject({ body: [{ field: 'content', format: 'blocks' }] });
    expect(proposal('post')).toMatchObject({
      body: [{ field: 'body', format: 'html' }],
      cover: { field: 'cover', isRequired: true },
    });
    expect(proposal('article')).toMatchObject({
      body: [{ field: 'blocks', format: 'zone' }],
      cover: { field: 'cover' },
      inArticle: { kind: 'zone', field: 'blocks', component: 'shared.media', mediaField: 'file' },
    });
  });

  it('are saved with a new version, and automation remembers since when it is on', async () => {
    await enableTypes(app, [{ uid, isAutomatic: true }]);
    const { settings } = await read();
    expect(settings.version).toBe(1);
    const [type] = settings.contentTypes;
    expect(Date.parse(type?.automaticSince ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await save(settings);
    expect((await read()).settings.contentTypes[0]?.automaticSince).toBe(type?.automaticSince);
  });

  it('do not overwrite what another admin saved meanwhile', async () => {
    const { settings } = await read();
    expect((await save({ ...settings, count: 3 })).status).toBe(200);
    const late = await save({ ...settings, count: 7 });
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(late.body.error.details).toMatchObject({ code: 'settings_invalid', conflict: true });
    expect((await read()).settings.count).toBe(3);
  });

  it.each([
    ['a count of zero', { count: 0 }, 'count'],
    ['a count of nine', { count: 9 }, 'count'],
    ['an unknown tier', { tier: 'gold' }, 'tier'],
    ['a text model that is not configured', { deriver: 'llm' }, 'deriver'],
    ['an unknown key', { price: 1 }, 'price'],
  ])('refuse %s at its field, and change nothing', async (_name, change, field) => {
    const { settings } = await read();
    const refused = await save({ ...settings, ...change });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body.error)).toContain(field);
    expect((await read()).settings).toEqual(settings);
  });

  it('refuse a mapping to a field that does not exist', async () => {
    const { settings } = await read();
    const [type, ...others] = settings.contentTypes;
    const mapping = { ...type!.mapping, title: 'headline' };
    const refused = await save({ ...settings, contentTypes: [{ ...type, mapping }, ...others] });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('headline');
  });

  it('list providers without any secret', async () => {
    const answer = await (await app.admin()).get('/article-images/providers');
    const ids = answer.body.data.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(['preview', 'openai']));
    expect(answer.body.data[1]).toMatchObject({ isConfigured: true });
    expect(JSON.stringify(answer.body)).not.toContain(KEY.slice(3));
  });

  it('no command line process starts a worker or opens the queue', () => {
    const health = app.strapi.plugin('article-images').service('maintenance').health();
    expect(health).toMatchObject({ state: 'closed', isWorking: false });
  });
});
