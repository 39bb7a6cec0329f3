import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../shared/permissions';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { createDraft, enableTypes, generate, markdownBody, waitForRun } from './support/articles';

const uid = 'api::guide.guide';
const contentManager = (action: string) => `plugin::content-manager.explorer.${action}`;
const fields = ['title', 'summary', 'body', 'featuredImage'];

type Permission = { action: string; subject: string | null; conditions?: string[] };

describe('who may do what', () => {
  let app: BootedStrapi;
  let documentId: string;
  let runId: string;
  let count = 0;

  beforeAll(async () => {
    app = await bootStrapi({ name: 'permissions', listen: true });
    await enableTypes(app, [{ uid }]);
    documentId = await createDraft(app, uid, { title: 'Guarded', body: markdownBody });
    runId = (await generate(app, { uid, documentId })).id;
  });
  afterAll(() => app?.destroy());

  /** A person with exactly these permissions. */
  const person = async (permissions: Permission[]) => {
    count += 1;
    const { strapi } = app;
    const role = await strapi.service('admin::role').create({ name: `Role ${count}` });
    await strapi.service('admin::role').assignPermissions(
      role.id,
      permissions.map((permission) => ({
        ...permission,
        conditions: permission.conditions ?? [],
        properties: permission.action.includes('content-manager')
          ? { fields, locales: ['en', 'fr'] }
          : permission.subject
            ? { locales: ['en', 'fr'] }
            : {},
      })),
    );
    const email = `person${count}@example.com`;
    await strapi.service('admin::user').create({
      firstname: 'Pat',
      lastname: String(count),
      email,
      password: 'Password-1',
      isActive: true,
      roles: [role.id],
      registrationToken: null,
    });
    const login = await supertest(app.url)
      .post('/admin/login')
      .send({ email, password: 'Password-1' });
    return supertest.agent(app.url).set('Authorization', `Bearer ${login.body.data.token}`);
  };

  const edits: Permission[] = ['read', 'create', 'update'].map((action) => ({
    action: contentManager(action),
    subject: uid,
  }));
  const sees: Permission = { action: PERMISSIONS.read, subject: uid };
  const generates: Permission = { action: PERMISSIONS.generate, subject: uid };

  const start = (agent: Awaited<ReturnType<typeof person>>) =>
    agent.post('/article-images/runs').send({ uid, documentId, locale: 'en', replace: true });

  it('nobody without signing in, on any route of the admin', async () => {
    const routes = app.strapi.plugin('article-images').routes as unknown as Record<
      string,
      { routes: { method: string; path: string }[] }
    >;
    const admin = routes.admin?.routes ?? [];
    expect(admin.length).toBeGreaterThan(10);
    for (const { method, path } of admin) {
      const url = `/article-images${path.replace(':id', runId)}`;
      const answer = await supertest(app.url)[method.toLowerCase() as 'get'](url);
      expect([url, answer.status]).toEqual([url, 401]);
    }
  });

  it('an editor with both rights may generate; the run names who started it', async () => {
    const editor = await person([...edits, sees, generates]);
    const started = await start(editor);
    expect(started.status).toBe(202);
    await waitForRun(app, started.body.data.id);
  });

  it('an editor who may only look sees the pictures and cannot start, stop, retry or attach', async () => {
    const reader = await person([...edits, sees]);
    const context = await reader.get(
      `/article-images/context?uid=${uid}&documentId=${documentId}&locale=en`,
    );
    expect(context.body.data.permissions).toEqual({
      canRead: true,
      canGenerate: false,
      canConfigure: false,
    });
    expect(context.body.data.images.length).toBeGreaterThan(0);
    const refused = await start(reader);
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.body.error.details.code).toBe('forbidden');
    expect(refused.body.error.message).toContain('Generate images');
    for (const action of ['cancel', 'retry', 'attach']) {
      const answer = await reader
        .post(`/article-images/runs/${runId}/${action}`)
        .send(action === 'cancel' ? { mode: 'now' } : {});
      expect([action, answer.status]).toEqual([action, 403]);
    }
  });

  it('the right to generate does not open articles the person may not edit', async () => {
    const outsider = await person([sees, generates]);
    expect((await start(outsider)).status).toBe(403);
  });

  it('conditions of the role count: only the creator of an article', async () => {
    const own = edits.map((permission) => ({
      ...permission,
      conditions: ['admin::is-creator'],
    }));
    const author = await person([...own, sees, generates]);
    expect((await start(author)).status).toBe(403);
  });

  it('somebody without a right over the type learns nothing about its pictures', async () => {
    const stranger = await person([]);
    const context = await stranger.get(
      `/article-images/context?uid=${uid}&documentId=${documentId}&locale=en`,
    );
    expect(context.body.data).toMatchObject({ article: null, images: [], lastRun: null });
    expect((await stranger.get(`/article-images/runs/${runId}`)).status).toBe(403);
  });

  it('settings need their own rights, reading and changing apart', async () => {
    const stranger = await person([...edits, sees, generates]);
    expect((await stranger.get('/article-images/settings')).status).toBe(403);
    const reader = await person([{ action: PERMISSIONS.settingsRead, subject: null }]);
    const settings = await reader.get('/article-images/settings');
    expect(settings.status).toBe(200);
    const saved = await reader.put('/article-images/settings').send(settings.body.data.settings);
    expect(saved.status).toBe(403);
  });

  it('API clients need a token, and a token that names the action', async () => {
    const body = { uid, documentId, locale: 'en', replace: true };
    expect((await app.request.post('/api/article-images/runs').send(body)).status).toBe(403);
    const { accessKey } = await app.strapi.service('admin::api-token-content-api').create({
      name: 'narrow',
      type: 'custom',
      lifespan: null,
      permissions: ['api::guide.guide.find'],
    });
    const narrow = await supertest(app.url)
      .post('/api/article-images/runs')
      .set('Authorization', `Bearer ${accessKey}`)
      .send(body);
    expect(narrow.status).toBe(403);
    const api = await app.contentApi();
    const started = await api.post('/api/article-images/runs').send(body);
    expect(started.status).toBe(202);
    expect(started.body.data.trigger).toBe('api');
    const run = await waitForRun(app, started.body.data.id);
    const read = await api.get(`/api/article-images/runs/${run.id}`);
    expect(read.body.data.status).toBe('completed');
  });
});
