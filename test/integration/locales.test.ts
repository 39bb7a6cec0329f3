import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageDto, RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  createDraft,
  enableTypes,
  generate,
  markdownBody,
  readDocument,
  startRun,
  waitForRun,
} from './support/articles';
import { frenchBody } from './support/french-text';
import { useSmallPreviews } from './support/model-rows';

const guide = 'api::guide.guide';
const path = (uid: string, documentId: string, rest = '') =>
  `/content-manager/collection-types/${uid}/${documentId}${rest}`;

describe('an article in two languages', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({ name: 'locales', listen: true });
    await useSmallPreviews(app);
    await enableTypes(app, [{ uid: guide }, { uid: 'api::about.about' }]);
  });
  afterAll(() => app?.destroy());

  const translate = async (uid: string, documentId: string, data: object) => {
    const admin = await app.admin();
    const saved = await admin.put(path(uid, documentId, '?locale=fr')).send(data);
    expect(saved.status).toBe(200);
  };

  const twoLocales = async (title: string): Promise<string> => {
    const documentId = await createDraft(app, guide, { title, body: markdownBody });
    await translate(guide, documentId, { title: `${title} (fr)`, body: frenchBody });
    return documentId;
  };

  const context = async (documentId: string, locale?: string) => {
    const admin = await app.admin();
    const query = `uid=${guide}&documentId=${documentId}${locale ? `&locale=${locale}` : ''}`;
    return (await admin.get(`/article-images/context?${query}`)).body.data;
  };

  const ids = (images: ImageDto[]) => images.map(({ id }) => id).sort();
  const ends = ({ images }: RunDto) =>
    images.map(({ status, unplacedReason }) => unplacedReason ?? status);
  const coverOf = async (documentId: string, locale: string) =>
    (await readDocument(app, guide, documentId, 'draft', locale))?.featuredImage as { id: number };

  it('has runs, pictures and settings of its own in each', async () => {
    const documentId = await twoLocales('Apart');
    const english = await generate(app, { uid: guide, documentId, count: 1, remember: true });
    const french = await generate(app, { uid: guide, documentId, locale: 'fr', count: 3 });
    expect([english.locale, french.locale]).toEqual(['en', 'fr']);
    expect(french.images.filter(({ role }) => role === 'in_article')).toHaveLength(3);
    const [en, fr] = [await context(documentId, 'en'), await context(documentId, 'fr')];
    expect(en.defaults).toMatchObject({ count: 1, countSource: 'article' });
    expect(fr.defaults).toMatchObject({ count: 2, countSource: 'contentType' });
    expect([en.lastRun.id, fr.lastRun.id]).toEqual([english.id, french.id]);
    expect(ids(en.images)).toEqual(ids(english.images));
    expect(ids(fr.images)).toEqual(ids(french.images));
    const enBody = String((await readDocument(app, guide, documentId))?.body);
    expect(enBody.match(/!\[/g)).toHaveLength(1);
  });

  it('gets alternative texts in the language of each text', async () => {
    const documentId = await twoLocales('Words');
    const run = await generate(app, { uid: guide, documentId, locale: 'fr' });
    const french = run.images.map(({ alternativeText }) => alternativeText).join(' ');
    expect(french).toMatch(/\b(le|la|les|des|du|une?|sur|dans|et)\b/);
    expect(french).not.toMatch(/\b(the|and|with|on|beside|of)\b/);
    const body = String((await readDocument(app, guide, documentId, 'draft', 'fr'))?.body);
    for (const { role, alternativeText } of run.images) {
      if (role === 'in_article') expect(body).toContain(`![${alternativeText}]`);
    }
  });

  it('may be asked for in both at once: each text gets its own pictures', async () => {
    const documentId = await twoLocales('At once');
    const started = await Promise.all(
      ['en', 'fr'].map((locale) => startRun(app, { uid: guide, documentId, locale })),
    );
    expect(started.map(({ body }) => body.meta.isNew)).toEqual([true, true]);
    const runs = await Promise.all(started.map(({ body }) => waitForRun(app, body.data.id)));
    const covers = runs.flatMap(({ images }) => images.filter(({ role }) => role === 'featured'));
    expect(covers.map(({ status }) => status).sort()).toEqual(['attached', 'ready']);
    const loser = covers.find(({ status }) => status === 'ready');
    expect(loser).toMatchObject({ unplacedReason: 'field_filled' });
    const winner = covers.find(({ status }) => status === 'attached');
    for (const locale of ['en', 'fr']) {
      expect(await coverOf(documentId, locale)).toMatchObject({ id: winner?.file?.id });
      const body = (await readDocument(app, guide, documentId, 'draft', locale))?.body;
      expect(String(body).match(/!\[/g)).toHaveLength(2);
    }
  });

  it('shares one cover where the field is shared: the second run makes none', async () => {
    const documentId = await twoLocales('One cover');
    const english = await generate(app, { uid: guide, documentId });
    const french = await generate(app, { uid: guide, documentId, locale: 'fr' });
    expect(french.images.map(({ role }) => role)).toEqual(['in_article', 'in_article']);
    expect(await coverOf(documentId, 'fr')).toMatchObject({ id: english.images[0]?.file?.id });
    expect((await context(documentId, 'fr')).article).toMatchObject({
      isCoverFilled: true,
      isCoverLocalized: false,
    });
  });

  it('never has the cover of the other language replaced by "generate again"', async () => {
    const documentId = await twoLocales('Again');
    const english = await generate(app, { uid: guide, documentId });
    const french = await generate(app, { uid: guide, documentId, locale: 'fr', replace: true });
    expect(ends(french)).toEqual(['field_filled', 'attached', 'attached']);
    expect(await coverOf(documentId, 'en')).toMatchObject({ id: english.images[0]?.file?.id });
    expect((await context(documentId, 'en')).missing).toEqual([]);
  });

  it('goes live in both when both are published together', async () => {
    await enableTypes(app, [{ uid: guide, isAutomatic: true, count: 1 }]);
    const documentId = await twoLocales('Together');
    await app.strapi.documents(guide).publish({ documentId, locale: '*' });
    const finished = async (locale: string): Promise<RunDto> => {
      const deadline = Date.now() + 30_000;
      for (;;) {
        const { lastRun } = await context(documentId, locale);
        if (lastRun?.finishedAt) return lastRun;
        if (Date.now() > deadline) throw new Error(`No run in ${locale}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    for (const locale of ['en', 'fr']) {
      expect(await finished(locale)).toMatchObject({ trigger: 'publish', warnings: [] });
      const live = await readDocument(app, guide, documentId, 'published', locale);
      expect(live?.featuredImage).not.toBeNull();
      expect(String(live?.body).match(/!\[/g)).toHaveLength(1);
    }
    await enableTypes(app, [{ uid: guide }]);
  });

  it('means the default language where a client names none', async () => {
    const documentId = await twoLocales('No locale');
    const admin = await app.admin();
    const request = { uid: guide, documentId, locale: null };
    const started = await admin.post('/article-images/runs').send(request);
    const again = await startRun(app, { uid: guide, documentId, locale: 'en' });
    expect(again.body).toMatchObject({
      data: { id: started.body.data.id },
      meta: { isNew: false },
    });
    const run = await waitForRun(app, started.body.data.id);
    expect(run).toMatchObject({ locale: 'en', status: 'completed' });
    expect((await context(documentId)).lastRun.id).toBe(run.id);
    expect((await context(documentId, 'fr')).lastRun).toBeNull();
  });

  it('has one run where the type has no languages, whatever a client names: a single type', async () => {
    const uid = 'api::about.about';
    const admin = await app.admin();
    const sections = markdownBody.split('\n\n## ').map((part) => {
      const [heading = '', ...text] = part.replace('## ', '').split('\n\n');
      return { heading, text: text.join('\n\n') };
    });
    const page = `/content-manager/single-types/${uid}`;
    const saved = await admin
      .put(page)
      .send({ title: 'About us', hero: { heading: 'Welcome' }, sections });
    expect(saved.status).toBe(200);
    const { documentId } = saved.body.data;
    const run = await generate(app, { uid, documentId, locale: 'fr' });
    expect(run).toMatchObject({ locale: null, status: 'completed' });
    expect(ends(run)).toEqual(Array(3).fill('attached'));
    const about = (await admin.get(page)).body.data;
    expect(about.hero).toMatchObject({
      heading: 'Welcome',
      image: { id: run.images[0]?.file?.id },
      imageAlt: run.images[0]?.alternativeText,
    });
    const texts = about.sections.map(({ heading, text }: Record<string, string>) => [
      heading,
      text,
    ]);
    const illustrated = texts.filter(([, text]: string[]) => text?.includes('!['));
    const headings = run.images.flatMap(({ role, heading }) =>
      role === 'featured' ? [] : [heading],
    );
    expect(illustrated.map(([heading]: string[]) => heading)).toEqual(headings);
    expect(about.sections.map(({ picture }: Record<string, unknown>) => picture)).toEqual(
      Array(4).fill(null),
    );
  });
});
