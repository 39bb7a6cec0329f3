import { describe, expect, it } from 'vitest';
import { schemaFixture } from '../../../../test/fixtures/schemas/load-schemas';
import type { FieldMapping } from './article';
import { inspectContentType } from './inspect-content-type';
import { validateMapping } from './validate-mapping';

const { uid, schema, components } = schemaFixture('Bahindiemma/inspire-africa-cms');
const { proposal } = inspectContentType({ uid, schema, components });

const problemsOf = (changes: Partial<FieldMapping>): string[] => {
  if (!proposal) throw new Error('There is no proposal.');
  return validateMapping({ mapping: { ...proposal, ...changes }, schema, components }).map(
    ({ field, problem }) => `${field}: ${problem}`,
  );
};

const cover = {
  field: 'heroImage',
  isMultiple: false,
  isRequired: true,
  alternativeField: 'heroAlt',
};
const zone = {
  kind: 'zone' as const,
  field: 'body',
  component: 'blocks.image',
  mediaField: 'image',
  alternativeField: 'alt',
  captionField: 'caption',
};

describe('a mapping', () => {
  it('that was proposed has no problems, nor one without title, summary and cover', () => {
    expect(problemsOf({})).toEqual([]);
    expect(
      problemsOf({ title: null, summary: null, cover: null, inArticle: { kind: 'none' } }),
    ).toEqual([]);
  });

  it('names attributes that do not exist', () => {
    expect(problemsOf({ title: 'headline' })).toEqual([
      'headline: the content type has no attribute "headline"',
    ]);
    expect(problemsOf({ summary: 'seo.lead' })).toHaveLength(1);
    expect(problemsOf({ summary: 'seo.metaDescription' })).toEqual([]);
  });

  it('names attributes of the wrong type', () => {
    expect(problemsOf({ title: 'readMinutes' })).toEqual([
      'readMinutes: "readMinutes" is integer, not a text attribute',
    ]);
    expect(problemsOf({ cover: { ...cover, field: 'title' } })).toEqual([
      'title: "title" is string, not a media attribute that takes images',
    ]);
    expect(
      problemsOf({ body: [{ field: 'excerpt', format: 'blocks' }], inArticle: { kind: 'none' } }),
    ).toEqual(['excerpt: "excerpt" is text, not a body in the format "blocks"']);
    expect(problemsOf({ inArticle: { kind: 'media', field: 'body' } })).toHaveLength(1);
  });

  it('may read a text area as Markdown or HTML, for editors that store it there', () => {
    const inArticle = { kind: 'body' as const };
    for (const format of ['text', 'markdown', 'html'] as const) {
      expect(problemsOf({ body: [{ field: 'excerpt', format }], inArticle })).toEqual([]);
    }
    expect(problemsOf({ body: [{ field: 'excerpt', format: 'zone' }], inArticle })).toHaveLength(1);
  });

  it('notices that a cover takes another number of files now', () => {
    expect(problemsOf({ cover: { ...cover, isMultiple: true } })).toEqual([
      'heroImage: "heroImage" now takes a single file; choose it again',
    ]);
    expect(problemsOf({ cover: { ...cover, alternativeField: 'gone' } })).toEqual([
      'gone: the content type has no attribute "gone"',
    ]);
  });

  it('checks the zone, its component and the attributes inside', () => {
    expect(problemsOf({ inArticle: { ...zone, field: 'gone' } })).toHaveLength(1);
    expect(problemsOf({ inArticle: { ...zone, component: 'shared.seo' } })).toEqual([
      'body: "body" takes no component "shared.seo"',
    ]);
    expect(problemsOf({ inArticle: { ...zone, mediaField: 'caption' } })).toHaveLength(1);
    expect(problemsOf({ inArticle: { ...zone, captionField: 'legend' } })).toHaveLength(1);
    expect(problemsOf({ body: [{ field: 'excerpt', format: 'text' }] })).toEqual([
      'body: "body" must be a body field too, for a picture to find its place',
    ]);
  });

  it('may call an unknown editor whatever the admin knows it to be', () => {
    const better = schemaFixture('k11k-labs/strapi-plugin-better-blocks');
    const check = (format: 'blocks' | 'markdown' | 'zone') =>
      validateMapping({
        schema: better.schema,
        components: {},
        mapping: {
          title: 'title',
          summary: null,
          cover: null,
          body: [{ field: 'content', format }],
          inArticle: { kind: 'none' },
        },
      });
    expect(check('blocks')).toEqual([]);
    expect(check('zone')).toHaveLength(1);
  });
});
