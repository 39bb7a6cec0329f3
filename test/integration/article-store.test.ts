import { join } from 'node:path';
import type { UID } from '@strapi/strapi';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRef, FieldMapping } from '../../server/src/domain/article/article';
import type { MediaFile } from '../../server/src/domain/article/media-file';
import type { ArticleStore } from '../../server/src/ports/stores';
import { createArticleStore } from '../../server/src/strapi/article-store';
import { createMediaStore } from '../../server/src/strapi/media-store';
import { createPublishTrigger } from '../../server/src/strapi/publish-trigger';
import { bootStrapi, type BootedStrapi } from './boot-strapi';

type Data = Record<string, unknown>;

/** What the tests look at in a document of the host app, whatever its type. */
type Row = {
  id: number;
  updatedAt: string;
  body: string;
  coverAlt: string;
  cover: Row | null;
  image: Row | null;
  featuredImage: Row | null;
  gallery: Row[] | null;
  blocks: Row[];
  hero: Row;
  sections: Row[];
};

const cover = (field: string, alternativeField: string | null = null) => ({
  field,
  isMultiple: false,
  isRequired: false,
  alternativeField,
});
const body = (field: string, format: FieldMapping['body'][number]['format']) => ({
  title: 'title',
  summary: null,
  body: [{ field, format }],
  inArticle: { kind: 'body' as const },
});

const MAPPINGS: Record<string, FieldMapping> = {
  'api::article.article': {
    ...body('blocks', 'zone'),
    summary: 'description',
    cover: cover('cover'),
    inArticle: {
      kind: 'zone',
      field: 'blocks',
      component: 'shared.media',
      mediaField: 'file',
      alternativeField: null,
      captionField: null,
    },
  },
  'api::story.story': { ...body('content', 'blocks'), cover: cover('image') },
  'api::guide.guide': { ...body('body', 'markdown'), cover: cover('featuredImage') },
  'api::post.post': { ...body('body', 'html'), cover: cover('cover', 'coverAlt') },
  'api::note.note': {
    ...body('body', 'text'),
    cover: null,
    inArticle: { kind: 'media', field: 'gallery' },
  },
  'api::about.about': {
    ...body('sections', 'zone'),
    title: 'hero.heading',
    cover: cover('hero.image', 'hero.imageAlt'),
  },
};

let app: BootedStrapi;
let store: ArticleStore;
let fox: MediaFile;
let owl: MediaFile;

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (
  uid: string,
  data: Data,
  locale: string | null = 'en',
): Promise<ArticleRef> => {
  const params = { data, ...(locale ? { locale } : {}) };
  const { documentId } = await documents(uid).create(params as never);
  return { uid, documentId, locale };
};
const load = async ({ uid, documentId, locale }: ArticleRef, params: Data = {}): Promise<Row> =>
  (await documents(uid).findOne({
    documentId,
    ...(locale ? { locale } : {}),
    populate: '*',
    ...params,
  } as never)) as unknown as Row;
const zone = {
  blocks: {
    on: {
      'shared.media': { populate: '*' },
      'shared.rich-text': {},
      'shared.quote': {},
      'shared.slider': { populate: '*' },
    },
  },
};
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const upload = async (imageId: string) => {
  const bytes = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#789' },
  })
    .webp()
    .toBuffer();
  const media = createMediaStore({ strapi: app.strapi, tmpDir: join(app.appDir, '.tmp/up') });
  return media.store({
    imageId,
    bytes,
    extension: 'webp',
    mediaType: 'image/webp',
    alternativeText: imageId,
    caption: '',
    userId: null,
  });
};

beforeAll(async () => {
  app = await bootStrapi({ name: 'articles', withPlugin: false });
  store = createArticleStore({
    strapi: app.strapi,
    settings: async (uid) => {
      const mapping = MAPPINGS[uid];
      if (!mapping) return null;
      const inherited = { count: null, tier: null, isAutomatic: true, automaticSince: null };
      return { uid, isEnabled: true, mapping, ...inherited };
    },
  });
  fox = await upload('fox');
  owl = await upload('owl');
});
afterAll(() => app.destroy());

describe('reading', () => {
  it('reads the draft of one locale, with the files inside its zone', async () => {
    const ref = await create('api::article.article', {
      title: 'Foxes',
      description: 'About foxes',
      cover: fox.id,
      blocks: [
        { __component: 'shared.rich-text', body: '## Dens\n\nFoxes live in dens.' },
        { __component: 'shared.media', file: owl.id },
        { __component: 'shared.slider', files: [fox.id, owl.id] },
      ],
    });
    await documents(ref.uid).publish({ documentId: ref.documentId });
    await documents(ref.uid).update({
      documentId: ref.documentId,
      data: { title: 'Draft' } as never,
    });
    const french = { ...ref, locale: 'fr' };
    await documents(ref.uid).update({
      documentId: ref.documentId,
      locale: 'fr',
      data: { title: 'Renards' } as never,
    });

    const { article, values, updatedAt } = await store.read(ref);
    expect(article).toMatchObject({
      ref,
      title: 'Draft',
      summary: 'About foxes',
      isCoverFilled: true,
    });
    expect(article.sections.map(({ heading }) => heading)).toEqual(['Dens']);
    expect(article.inArticleCount).toBe(3);
    expect(values.blocks).toMatchObject([
      { body: '## Dens\n\nFoxes live in dens.' },
      { file: { id: owl.id, url: owl.url } },
      { files: [{ id: fox.id }, { id: owl.id }] },
    ]);
    expect(updatedAt).toBe(new Date((await load(ref)).updatedAt).toISOString());
    expect((await store.read(french)).article).toMatchObject({
      title: 'Renards',
      isCoverFilled: false,
    });
  });

  it('reads a single type with its picture and sections in components', async () => {
    const ref = await create(
      'api::about.about',
      {
        title: 'About',
        hero: { heading: 'Who we are', image: fox.id },
        sections: [{ heading: 'History', text: 'We began small.', picture: owl.id }],
      },
      null,
    );
    const { article } = await store.read(ref);
    expect(article).toMatchObject({ title: 'Who we are', isCoverFilled: true, inArticleCount: 1 });
    expect(article.blocks.map(({ text }) => text)).toContain('We began small.');
  });

  it('reads a type without draft and publish', async () => {
    const ref = await create('api::note.note', {
      title: 'Note',
      body: 'Some words.',
      gallery: [fox.id],
    });
    expect((await store.read(ref)).article).toMatchObject({ title: 'Note', inArticleCount: 1 });
  });

  it('tells a missing article from a missing locale and from a type nobody mapped', async () => {
    const ref = await create('api::story.story', { title: 'English only' });
    const read = (changes: Partial<ArticleRef>) => store.read({ ...ref, ...changes });
    await expect(read({ documentId: 'nothing' })).rejects.toMatchObject({
      code: 'article_not_found',
    });
    await expect(read({ locale: 'fr' })).rejects.toMatchObject({ code: 'locale_not_found' });
    await expect(read({ locale: null })).rejects.toMatchObject({ code: 'locale_not_found' });
    for (const uid of ['api::bulletin.bulletin', 'api::gone.gone']) {
      await expect(read({ uid })).rejects.toMatchObject({ code: 'type_not_mapped' });
    }
  });

  it('finds null for what is gone and still fails for what is wrong', async () => {
    const ref = await create('api::story.story', { title: 'Story' });
    expect((await store.find(ref))?.article.title).toBe('Story');
    expect(await store.find({ ...ref, locale: 'fr' })).toBeNull();
    await documents(ref.uid).delete({ documentId: ref.documentId });
    expect(await store.find(ref)).toBeNull();
    await expect(store.find({ ...ref, uid: 'api::bulletin.bulletin' })).rejects.toMatchObject({
      code: 'type_not_mapped',
    });
  });
});

describe('writing', () => {
  it('sets the cover in the draft and leaves every other attribute and the published row alone', async () => {
    const ref = await create('api::article.article', {
      title: 'Foxes',
      description: 'About foxes',
      slug: 'foxes',
    });
    await documents(ref.uid).publish({ documentId: ref.documentId });
    const { updatedAt } = await store.read(ref);
    const { updatedAt: after } = await store.update(ref, { cover: fox }, updatedAt);

    const draft = await load(ref);
    expect(draft).toMatchObject({
      title: 'Foxes',
      description: 'About foxes',
      slug: 'foxes',
      cover: { id: fox.id },
    });
    expect((await store.read(ref)).updatedAt).toBe(after);
    expect((await load(ref, { status: 'published' })).cover).toBeNull();
  });

  it('refuses a draft that somebody saved meanwhile and writes nothing', async () => {
    const ref = await create('api::story.story', { title: 'Before' });
    const { updatedAt } = await store.read(ref);
    await documents(ref.uid).update({
      documentId: ref.documentId,
      data: { title: 'After' } as never,
    });
    await expect(store.update(ref, { image: fox.id }, updatedAt)).rejects.toMatchObject({
      code: 'article_changed',
    });
    expect(await load(ref)).toMatchObject({ title: 'After', image: null });
  });

  it('lets exactly one of several writers of the same version win', async () => {
    const ref = await create('api::story.story', { title: 'Contested' });
    const { updatedAt } = await store.read(ref);
    const writers = Array.from({ length: 5 }, () =>
      store.update(ref, { image: fox.id }, updatedAt),
    );
    const outcomes = await Promise.allSettled(writers);
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(lost).toEqual(Array.from({ length: 4 }, () => 'article_changed'));
  });

  it('adds a component to a zone and keeps the ids and files of the others', async () => {
    const ref = await create('api::article.article', {
      title: 'Zone',
      blocks: [
        { __component: 'shared.rich-text', body: 'One.' },
        { __component: 'shared.media', file: owl.id },
        { __component: 'shared.quote', title: 'Who', body: 'Said it.' },
        { __component: 'shared.slider', files: [fox.id, owl.id] },
      ],
    });
    const before = (await load(ref, { populate: zone })).blocks;
    const { values, updatedAt } = await store.read(ref);
    const [first, ...rest] = values.blocks as Row[];
    const added = { __component: 'shared.media', file: fox };
    await store.update(ref, { blocks: [first, added, ...rest] }, updatedAt);

    const after = (await load(ref, { populate: zone })).blocks;
    expect(after).toMatchObject([
      before[0]!,
      { __component: 'shared.media', file: { id: fox.id } },
      { id: before[1]!.id, file: { id: owl.id } },
      before[2]!,
      { id: before[3]!.id, files: [{ id: fox.id }, { id: owl.id }] },
    ]);
    expect(await app.strapi.db.query('shared.media').count({})).toBeGreaterThanOrEqual(2);
  });

  it('sets a picture inside a component and keeps the rest of the component', async () => {
    const ref = await create(
      'api::about.about',
      { title: 'About', hero: { heading: 'Us' }, sections: [{ heading: 'Kept', picture: owl.id }] },
      null,
    );
    const before = await load(ref, { populate: { hero: true, sections: true } });
    const { values, updatedAt } = await store.read(ref);
    const hero = { ...(values.hero as Row), image: fox, imageAlt: 'A fox' };
    await store.update(ref, { hero, sections: values.sections }, updatedAt);
    const after = await load(ref, {
      populate: { hero: { populate: '*' }, sections: { populate: '*' } },
    });
    expect(after.hero).toMatchObject({
      id: before.hero.id,
      heading: 'Us',
      image: { id: fox.id },
      imageAlt: 'A fox',
    });
    expect(after.sections).toMatchObject([
      { id: before.sections[0]!.id, heading: 'Kept', picture: { id: owl.id } },
    ]);
  });

  it('writes bodies of every format', async () => {
    const story = await create('api::story.story', { title: 'S', content: [paragraph('Text.')] });
    const node = { type: 'image', image: fox, children: [{ type: 'text', text: '' }] };
    const read = await store.read(story);
    await store.update(story, { content: [paragraph('Text.'), node] }, read.updatedAt);
    expect((await store.read(story)).article.inArticleCount).toBe(1);

    const texts = [
      ['api::guide.guide', `Text.\n\n![A fox](${fox.url})`],
      ['api::post.post', `<p>Text.</p><figure><img src="${fox.url}" alt="A fox"></figure>`],
    ] as const;
    for (const [uid, text] of texts) {
      const ref = await create(uid, { title: 'T', body: 'Text.' });
      await store.update(ref, { body: text }, (await store.read(ref)).updatedAt);
      expect((await load(ref)).body).toBe(text);
      expect((await store.read(ref)).article.inArticleCount).toBe(1);
    }
  });

  it('writes many files into a field, in order', async () => {
    const ref = await create('api::note.note', { title: 'Note', gallery: [owl.id] });
    const { values, updatedAt } = await store.read(ref);
    await store.update(ref, { gallery: [...(values.gallery as Row[]), fox] }, updatedAt);
    expect((await load(ref)).gallery).toMatchObject([{ id: owl.id }, { id: fox.id }]);
    await store.update(ref, { gallery: [] }, (await store.read(ref)).updatedAt);
    expect((await load(ref)).gallery ?? []).toEqual([]);
  });

  it('writes one locale, except for fields that all locales share', async () => {
    const story = await create('api::story.story', { title: 'Story' });
    const guide = await create('api::guide.guide', { title: 'Guide' });
    for (const { uid, documentId } of [story, guide]) {
      const data = { title: 'Traduit' } as never;
      await documents(uid).update({ documentId, locale: 'fr', data });
    }
    const french = (ref: ArticleRef) => ({ ...ref, locale: 'fr' });
    const own = { image: fox };
    const alone = await store.update(
      french(story),
      own,
      (await store.read(french(story))).updatedAt,
    );
    expect(alone.otherLocales).toEqual([]);
    expect((await load(french(story))).image).toMatchObject({ id: fox.id });
    expect((await load(story)).image).toBeNull();
    const shared = { featuredImage: owl };
    const before = (await store.read(guide)).updatedAt;
    const both = await store.update(
      french(guide),
      shared,
      (await store.read(french(guide))).updatedAt,
    );
    expect((await load(guide)).featuredImage).toMatchObject({ id: owl.id });
    const after = (await store.read(guide)).updatedAt;
    expect(both.otherLocales).toEqual([{ locale: 'en', before, after }]);
    expect(after).not.toBe(before);
  });

  it('refuses attributes that images have no business in, before it writes anything', async () => {
    const ref = await create('api::article.article', { title: 'Safe', description: 'Mine' });
    const { updatedAt } = await store.read(ref);
    for (const name of ['description', 'title', 'slug', 'nothing']) {
      const changes = { cover: fox, [name]: 'Generated' };
      await expect(store.update(ref, changes, updatedAt)).rejects.toMatchObject({
        code: 'internal',
        isRetryable: false,
      });
    }
    expect(await load(ref)).toMatchObject({ description: 'Mine', cover: null });
  });

  it('says what Strapi refused, and that trying again is no use', async () => {
    const ref = await create('api::story.story', { title: 'Story' });
    const { updatedAt } = await store.read(ref);
    const node = { type: 'image', image: { url: 'x' }, children: [{ type: 'text', text: '' }] };
    const refused = store.update(ref, { content: [node] }, updatedAt);
    await expect(refused).rejects.toMatchObject({ code: 'attach_failed', isRetryable: false });
    await expect(refused).rejects.toThrow(/^Strapi did not save the images in the article: .+/);
    expect((await store.read(ref)).updatedAt).toBe(updatedAt);
  });

  it('notices an article that was deleted since it was read', async () => {
    const ref = await create('api::story.story', { title: 'Short-lived' });
    const { updatedAt } = await store.read(ref);
    await documents(ref.uid).delete({ documentId: ref.documentId });
    await expect(store.update(ref, { image: fox }, updatedAt)).rejects.toMatchObject({
      code: 'article_not_found',
    });
  });
});

describe('publishing', () => {
  it('publishes the draft of this locale only', async () => {
    const ref = await create('api::story.story', { title: 'Story' });
    const french = { ...ref, locale: 'fr' };
    await documents(ref.uid).update({ ...french, data: { title: 'Conte' } as never });
    await store.update(ref, { image: fox }, (await store.read(ref)).updatedAt);
    await store.publish(ref);
    expect(await load(ref, { status: 'published' })).toMatchObject({ image: { id: fox.id } });
    expect(await load(french, { status: 'published' })).toBeNull();
  });

  it('names the fields that Strapi still wants', async () => {
    const ref = await create('api::post.post', { title: 'No picture' });
    await expect(store.publish(ref)).rejects.toMatchObject({
      code: 'attach_failed',
      isRetryable: false,
      message: expect.stringContaining('coverAlt'),
    });
    await store.update(ref, { coverAlt: 'A fox' }, (await store.read(ref)).updatedAt);
    await expect(store.publish(ref)).rejects.toThrow(/cover must be defined/);
    await store.update(ref, { cover: fox }, (await store.read(ref)).updatedAt);
    await store.publish(ref);
    expect((await load(ref, { status: 'published' })).coverAlt).toBe('A fox');
  });

  it('notices an article or a locale that is gone', async () => {
    const ref = await create('api::story.story', { title: 'Story' });
    await expect(store.publish({ ...ref, locale: 'fr' })).rejects.toMatchObject({
      code: 'locale_not_found',
    });
    await documents(ref.uid).delete({ documentId: ref.documentId });
    await expect(store.publish(ref)).rejects.toMatchObject({ code: 'article_not_found' });
  });

  it('knows which types can be published', () => {
    expect(store.hasDraftAndPublish('api::story.story')).toBe(true);
    expect(store.hasDraftAndPublish('api::note.note')).toBe(false);
    expect(store.hasDraftAndPublish('api::gone.gone')).toBe(false);
  });

  it('never sets off the publish trigger', async () => {
    const heard: string[] = [];
    const silent = () => undefined;
    const dispose = createPublishTrigger({
      strapi: app.strapi,
      logger: { debug: silent, info: silent, warn: silent, error: silent },
      isAutomatic: async () => true,
      onPublished: async ({ uid }) => void heard.push(uid),
    });
    const story = await create('api::story.story', { title: 'Story' });
    await store.update(story, { image: fox }, (await store.read(story)).updatedAt);
    await store.publish(story);
    const note = await create('api::note.note', { title: 'Note' });
    await store.update(note, { gallery: [fox] }, (await store.read(note)).updatedAt);
    await documents(note.uid).update({ ...note, locale: 'en', data: { body: 'By hand' } as never });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await dispose();
    expect(heard).toEqual(['api::note.note', 'api::note.note']);
  });
});
