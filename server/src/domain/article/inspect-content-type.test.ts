import { describe, expect, it } from 'vitest';
import {
  schemaFixture,
  schemaFixtures,
  type SchemaFixture,
} from '../../../../test/fixtures/schemas/load-schemas';
import type { ComponentSchemas, ContentTypeSchema, StrapiAttributes } from './schema';
import { inspectContentType } from './inspect-content-type';
import { validateMapping } from './validate-mapping';

const inspectFixture = ({ uid, schema, components }: SchemaFixture) =>
  inspectContentType({ uid, schema, components });

const inspect = (
  attributes: StrapiAttributes,
  more: Partial<ContentTypeSchema> & { uid?: string; components?: ComponentSchemas } = {},
) => {
  const { uid = 'api::article.article', components = {}, ...schema } = more;
  return inspectContentType({
    uid,
    components,
    schema: {
      kind: 'collectionType',
      info: { displayName: uid.split('.').at(-1) ?? uid },
      options: { draftAndPublish: true },
      attributes,
      ...schema,
    },
  });
};

const string = { type: 'string' };
const richtext = { type: 'richtext' };
const picture = { type: 'media', multiple: false, allowedTypes: ['images'] };

/** What the label's short hand says: "html:content", "dz:blocks+shared.media.file", "blocks:content or gallery*". */
const targetOf = (fixture: SchemaFixture): string => {
  const proposal = inspectFixture(fixture).proposal;
  const target = proposal?.inArticle;
  if (target?.kind === 'zone') return `dz:${target.field}+${target.component}.${target.mediaField}`;
  if (target?.kind === 'body')
    return proposal?.body.map((b) => `${b.format}:${b.field}`).join() ?? '';
  return target?.kind === 'none' ? 'custom JSON field' : String(target?.kind);
};

describe('twenty real content types', () => {
  it.each(schemaFixtures)('$name: title, summary, body and cover', (fixture) => {
    const { proposal } = inspectFixture(fixture);
    const { label } = fixture;
    const summary = label.summary.replace(/[!(].*$/, '');
    expect(proposal?.title).toBe(label.title);
    expect(proposal?.summary ?? '-').toBe(summary);
    expect(proposal?.body.map(({ field }) => field)).toEqual([label.body.replace(/[[! ].*$/, '')]);
    expect(proposal?.cover?.field ?? null).toBe(label.cover);
    expect(proposal?.cover?.isMultiple ?? false).toBe(label.coverMultiple);
    expect(proposal?.cover?.isRequired ?? false).toBe(label.coverRequired);
  });

  it.each(schemaFixtures)('$name: the place for pictures in the text', (fixture) => {
    expect(fixture.label.inArticleTarget.startsWith(targetOf(fixture))).toBe(true);
  });

  it.each(schemaFixtures)(
    '$name: is taken for an article, with a mapping that holds',
    (fixture) => {
      const { confidence, proposal } = inspectFixture(fixture);
      expect(confidence).toBeGreaterThanOrEqual(0.6);
      const { schema, components } = fixture;
      expect(proposal && validateMapping({ mapping: proposal, schema, components })).toEqual([]);
    },
  );
});

describe('a title', () => {
  it('is what the slug is made from, in any language', () => {
    const slug = { type: 'uid', targetField: 'otsake' };
    expect(inspect({ alamiik: string, otsake: string, slug, body: richtext }).proposal?.title).toBe(
      'otsake',
    );
  });

  it('is not the sub-title, the SEO title, the author or the alternative text', () => {
    const attributes = {
      metaTitle: string,
      subtitle: string,
      authorName: string,
      imageTitle: string,
      Headline: string,
      body: richtext,
    };
    expect(inspect(attributes).proposal?.title).toBe('Headline');
  });

  it('is the first of two numbered or translated ones', () => {
    expect(inspect({ title2: string, title: string, body: richtext }).proposal?.title).toBe(
      'title',
    );
    const both = { title_es: string, title: string, content_es: richtext, content: richtext };
    expect(inspect(both).proposal).toMatchObject({ title: 'title', body: [{ field: 'content' }] });
  });

  it('is found without the name of its type, and inside a component', () => {
    const uid = 'api::noticia.noticia';
    expect(
      inspect({ TituloNoticia: string, CuerpoNoticia: richtext }, { uid }).proposal,
    ).toMatchObject({ title: 'TituloNoticia', body: [{ field: 'CuerpoNoticia' }] });
    const components = { 'x.head': { attributes: { title: string, cover: picture } } };
    const head = { type: 'component', component: 'x.head' };
    expect(inspect({ head, body: richtext }, { components }).proposal).toMatchObject({
      title: 'head.title',
      cover: { field: 'head.cover' },
    });
  });

  it('falls back to the first plain string, never to a slug or an address', () => {
    expect(
      inspect({ slug: string, link_url: string, frage: string, body: richtext }).proposal?.title,
    ).toBe('frage');
    expect(inspect({ slug: string, body: richtext }).proposal?.title).toBeNull();
  });
});

describe('a body', () => {
  it.each([
    ['plugin::ckeditor.CKEditor', 'customField', {}, 'html'],
    ['plugin::ckeditor5.CKEditor', 'richtext', {}, 'html'],
    ['plugin::ckeditor.CKEditor', 'richtext', { output: 'Markdown' }, 'markdown'],
    ['plugin::tinymce.tinymce', 'customField', {}, 'html'],
    ['plugin::toast-ui.markdown', 'richtext', {}, 'markdown'],
    ['plugin::other.field', 'richtext', {}, 'html'],
  ])('of %s (%s %j) is %s', (customField, type, options, format) => {
    const { proposal } = inspect({ title: string, content: { type, customField, options } });
    expect(proposal?.body).toEqual([{ field: 'content', format }]);
    expect(proposal?.inArticle).toEqual({ kind: 'body' });
  });

  it('may be called description, with another description as the summary', () => {
    const preview = { title: string, body: richtext, shortPreview: { type: 'text' } };
    expect(inspect(preview).proposal?.summary).toBe('shortPreview');
    const attributes = { title: string, description: richtext, shortDescription: richtext };
    expect(inspect(attributes).proposal).toMatchObject({
      body: [{ field: 'description' }],
      summary: 'shortDescription',
    });
    expect(
      inspect({ title: string, description: richtext, contents: { type: 'blocks' } }).proposal,
    ).toMatchObject({ body: [{ field: 'contents', format: 'blocks' }], summary: 'description' });
  });

  it('is not the excerpt, the disclaimer, the author or the references, rich as they may be', () => {
    const attributes = {
      excerpt: richtext,
      disclaimer: richtext,
      authorBio: richtext,
      references: richtext,
      story: richtext,
    };
    expect(inspect(attributes).proposal?.body).toEqual([{ field: 'story', format: 'markdown' }]);
  });

  it('may come in numbered parts', () => {
    expect(
      inspect({ title: string, content: richtext, content2: richtext, intro: richtext }).proposal
        ?.body,
    ).toEqual([
      { field: 'content', format: 'markdown' },
      { field: 'content2', format: 'markdown' },
    ]);
  });

  it('may be a repeatable component with texts', () => {
    const components = {
      'x.part': { attributes: { heading: string, text: richtext } },
      'x.link': { attributes: { label: string, url: string } },
    };
    const list = (component: string) => ({ type: 'component', repeatable: true, component });
    const { proposal } = inspect(
      { title: string, links: list('x.link'), sections: list('x.part') },
      { components },
    );
    expect(proposal).toMatchObject({
      body: [{ field: 'sections', format: 'zone' }],
      inArticle: { kind: 'body' },
    });
  });

  it('in a zone gets a single picture of its own, else its text, else a slider', () => {
    const components = {
      'x.text': { attributes: { body: richtext } },
      'x.plain': { attributes: { body: { type: 'text' } } },
      'x.image': { attributes: { image: picture } },
      'x.slider': { attributes: { images: { ...picture, multiple: true } } },
      'x.video': { attributes: { url: { ...string, required: true }, poster: picture } },
      'x.author': { attributes: { photo: picture } },
    };
    const targetIn = (...names: string[]) => {
      const uids = names.map((name) => `x.${name}`);
      const target = inspect(
        { title: string, content: { type: 'dynamiczone', components: uids } },
        { components },
      ).proposal?.inArticle;
      return target?.kind === 'zone' ? target.component : target?.kind;
    };
    expect(targetIn('text', 'slider', 'video', 'image')).toBe('x.image');
    expect(targetIn('text', 'slider', 'video', 'author')).toBe('body');
    expect(targetIn('plain', 'slider')).toBe('x.slider');
    expect(targetIn('plain', 'video')).toBe('none');
  });

  it('that is a text area leaves the gallery, or only the cover', () => {
    const attributes = { title: string, body: { type: 'text' }, cover: picture };
    expect(inspect(attributes).proposal?.inArticle).toEqual({ kind: 'none' });
    expect(inspect(attributes).notes).toContain(
      'The text cannot hold pictures, so only a featured image is offered.',
    );
    const gallery = { ...picture, multiple: true };
    expect(inspect({ ...attributes, gallery }).proposal?.inArticle).toEqual({
      kind: 'media',
      field: 'gallery',
    });
  });

  it('is missing where nothing holds a text', () => {
    const result = inspect({ name: string, address: { type: 'text' }, price: { type: 'decimal' } });
    expect(result).toMatchObject({
      proposal: null,
      confidence: 0,
      notes: ['This type has no attribute for the text of an article.'],
    });
  });
});

describe('a cover', () => {
  const coverOf = (attributes: StrapiAttributes) =>
    inspect({ title: string, body: richtext, ...attributes }).proposal?.cover?.field ?? null;

  it('is never the picture of something else', () => {
    const files = { type: 'media', allowedTypes: ['files', 'videos'] };
    expect(
      coverOf({
        meta_image: picture,
        ogImage: picture,
        AuthorImage: picture,
        logo: picture,
        coverVideo: files,
        podcast_cover: picture,
      }),
    ).toBeNull();
  });

  it('is the big picture, the small one only where there is no other', () => {
    expect(coverOf({ thumbnail: picture, spotlight_image: picture })).toBe('spotlight_image');
    expect(coverOf({ thumbnail: picture, image: picture })).toBe('image');
    expect(coverOf({ thumbnail: picture })).toBe('thumbnail');
  });

  it('is a single picture rather than a gallery', () => {
    const gallery = { ...picture, multiple: true };
    expect(coverOf({ photos: gallery, photo: picture })).toBe('photo');
    expect(coverOf({ image: picture, mobile_image: picture })).toBe('image');
    expect(coverOf({ gallery })).toBeNull();
  });

  it.each([
    'portada',
    'ImagenDestacada',
    'Titelbild',
    'kapak_resmi',
    'postimg',
    'zdjecie',
    'zurag',
  ])('may be called %s', (name) => expect(coverOf({ [name]: picture })).toBe(name));

  it('has the string for its alternative text beside it', () => {
    const { proposal } = inspect({
      title: string,
      body: richtext,
      heroImage: { ...picture, required: true },
      heroAlt: { ...string, required: true },
      logoAlt: string,
    });
    expect(proposal?.cover).toEqual({
      field: 'heroImage',
      isMultiple: false,
      isRequired: true,
      alternativeField: 'heroAlt',
    });
  });
});

describe('notes', () => {
  it('warn of a required cover', () => {
    const { notes } = inspectFixture(schemaFixture('AhmedMahmoud929/cooking-blog-strapi'));
    expect(notes.join(' ')).toContain('"cover" is required');
  });

  it('tell an image kept as an address from no image at all', () => {
    expect(inspect({ title: string, body: richtext, featuredImageUrl: string }).notes[0]).toContain(
      '"featuredImageUrl" keeps the picture as an address',
    );
    expect(inspect({ title: string, body: richtext }).notes[0]).toContain('no media field');
  });

  it('tell of a cover all languages share', () => {
    const { notes } = inspectFixture(schemaFixture('07turdiev/gutenberg-strapi'));
    expect(notes).toContain(
      '"rasmi" is shared by all languages: a new picture shows in every one of them.',
    );
  });

  it('tell of an editor whose format is not known', () => {
    const { notes } = inspectFixture(schemaFixture('k11k-labs/strapi-plugin-better-blocks'));
    expect(notes.join(' ')).toContain('plugin::better-blocks.better-blocks');
  });
});

describe('confidence', () => {
  const full = {
    title: string,
    slug: { type: 'uid', targetField: 'title' },
    excerpt: { type: 'text' },
    body: richtext,
    cover: picture,
    author: { type: 'relation' },
  };
  const confidenceOf = (uid: string, attributes: StrapiAttributes, more = {}) =>
    inspect(attributes, { uid, ...more }).confidence;

  it.each(['article', 'blog-post', 'news', 'noticia', 'beitrag', 'haber', 'baiviet'])(
    'is high for a %s',
    (name) => expect(confidenceOf(`api::${name}.${name}`, full)).toBeGreaterThan(0.8),
  );

  it.each([
    'article-category',
    'blog-page',
    'post-tag',
    'news-carousel',
    'blog-author',
    'blog-comment',
  ])('is low for a %s, whatever its shape', (name) =>
    expect(confidenceOf(`api::${name}.${name}`, full)).toBeLessThan(0.6),
  );

  it('is low for products and events that look like articles, and for pages', () => {
    expect(confidenceOf('api::product.product', full)).toBeLessThan(0.6);
    expect(confidenceOf('api::festival.festival', full)).toBeLessThan(0.6);
    expect(confidenceOf('api::about.about', full, { kind: 'singleType' })).toBeLessThan(0.4);
  });

  it('still proposes a single type that holds an article', () => {
    expect(confidenceOf('api::story.story', full, { kind: 'singleType' })).toBeGreaterThan(0.6);
  });
});

describe('options', () => {
  it('list what an admin may choose, system attributes left out', () => {
    const result = inspect(
      {
        title: { ...string, required: true, pluginOptions: { i18n: { localized: true } } },
        body: richtext,
        cover: picture,
        audio: { type: 'media', allowedTypes: ['audios'] },
        createdAt: { type: 'datetime' },
        locale: string,
      },
      { pluginOptions: { i18n: { localized: true } } },
    );
    expect(result).toMatchObject({ isLocalized: true, hasDraftAndPublish: true, brokenFields: [] });
    expect(result.options.text.map(({ field }) => field)).toEqual(['title', 'body']);
    expect(result.options.text[0]).toEqual({
      ...{ field: 'title', type: 'string', isRequired: true, isMultiple: false },
      isLocalized: true,
    });
    expect(result.options.body).toMatchObject([{ field: 'body', format: 'markdown' }]);
    expect(result.options.media.map(({ field }) => field)).toEqual(['cover']);
  });

  it('list every component of a zone that can carry a picture', () => {
    const { options } = inspectFixture(schemaFixture('Bahindiemma/inspire-africa-cms'));
    expect(options.zones).toContainEqual({
      field: 'body',
      component: 'blocks.image',
      mediaField: 'image',
      alternativeField: 'alt',
      captionField: 'caption',
    });
  });

  it('name the fields of the mapping in use that broke', () => {
    const fixture = schemaFixture('DChanHong/blog_back');
    const { proposal } = inspectFixture(fixture);
    if (!proposal) throw new Error('There is no proposal.');
    const { uid, schema, components } = fixture;
    const mapping = { ...proposal, title: 'headline' };
    expect(inspectContentType({ uid, schema, components, mapping }).brokenFields).toEqual([
      'headline',
    ]);
  });
});
