import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { bootStrapi, type BootedStrapi } from '../boot-strapi';

let app: BootedStrapi | undefined;
afterEach(async () => {
  await app?.destroy();
  app = undefined;
});

describe('bootStrapi', () => {
  it('boots the host app with its types, locales and an administrator', async () => {
    app = await bootStrapi({ name: 'boot', withPlugin: false });
    const admin = await app.admin();
    const types = ['article', 'story', 'guide', 'post', 'note', 'bulletin'];
    for (const type of types) {
      const path = `/content-manager/collection-types/api::${type}.${type}`;
      expect((await admin.get(path)).status).toBe(200);
    }
    const { body } = await admin.get('/i18n/locales');
    expect(body.map(({ code }: { code: string }) => code)).toEqual(['en', 'fr']);
    expect((await app.request.get('/api/articles')).status).toBe(403);
    expect((await (await app.contentApi()).get('/api/articles')).status).toBe(200);
  });

  it('keeps its own http server silent unless it is asked to listen', async () => {
    app = await bootStrapi({ name: 'silent', withPlugin: false });
    expect(app.strapi.server.httpServer.listening).toBe(false);
    expect((await app.request.get('/_health')).status).toBe(204);
  });

  it('listens on a free port when asked', async () => {
    app = await bootStrapi({ name: 'listen', withPlugin: false, listen: true });
    expect(app.strapi.server.httpServer.listening).toBe(true);
    expect((await fetch(`${app.url}/_health`)).status).toBe(204);
  });

  it('starts again on the data of an earlier app and removes the folder at the end', async () => {
    app = await bootStrapi({ name: 'again', withPlugin: false });
    await app.strapi.documents('api::note.note').create({ data: { title: 'Kept' } });
    const { appDir } = app;
    await app.destroy({ keepFolder: true });
    app = await bootStrapi({ name: 'again', withPlugin: false, appDir });
    expect(await app.strapi.documents('api::note.note').count({})).toBe(1);
    await app.destroy();
    app = undefined;
    expect(existsSync(appDir)).toBe(false);
  });

  it('hides keys of the surrounding environment from the app and puts them back', async () => {
    process.env.OPENAI_API_KEY = 'a real key';
    app = await bootStrapi({ name: 'env', withPlugin: false });
    expect(process.env.OPENAI_API_KEY).toBeUndefined();
    await app.destroy();
    app = undefined;
    expect(process.env.OPENAI_API_KEY).toBe('a real key');
    delete process.env.OPENAI_API_KEY;
  });
});
