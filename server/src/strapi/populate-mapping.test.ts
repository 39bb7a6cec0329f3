import { describe, expect, it } from 'vitest';
import type { FieldMapping } from '../domain/article/article';
import { populateMapping, writableAttributes } from './populate-mapping';

const nothing: FieldMapping = {
  title: null,
  summary: null,
  body: [],
  cover: null,
  inArticle: { kind: 'none' },
};
const cover = { field: 'cover', isMultiple: false, isRequired: false, alternativeField: null };
const media = { type: 'media' };
const components = {
  'shared.text': { attributes: { body: { type: 'richtext' } } },
  'shared.picture': { attributes: { file: media, caption: { type: 'string' } } },
  'shared.card': {
    attributes: {
      picture: { type: 'component', component: 'shared.picture' },
      link: { type: 'relation' },
    },
  },
  'shared.loop': {
    attributes: { file: media, inner: { type: 'component', component: 'shared.loop' } },
  },
};
const attributes = {
  title: { type: 'string' },
  notes: { type: 'json' },
  body: { type: 'richtext' },
  cover: media,
  hero: { type: 'component', component: 'shared.card' },
  intro: { type: 'component', component: 'shared.text' },
  zone: { type: 'dynamiczone', components: ['shared.text', 'shared.card'] },
  loop: { type: 'component', component: 'shared.loop' },
};
const populate = (mapping: Partial<FieldMapping>) =>
  populateMapping({ attributes, components, mapping: { ...nothing, ...mapping } });

describe('populateMapping', () => {
  it('asks for the mapped attributes and no others', () => {
    expect(
      populate({ title: 'title', body: [{ field: 'body', format: 'markdown' }], cover }),
    ).toEqual({ fields: ['documentId', 'updatedAt', 'title', 'body'], populate: { cover: true } });
  });

  it('asks for files in components within components, by their top-level attribute', () => {
    expect(populate({ cover: { ...cover, field: 'hero.picture.file' } }).populate).toEqual({
      hero: { populate: { picture: { populate: { file: true } } } },
    });
  });

  it('asks for a component without files as a whole', () => {
    expect(populate({ summary: 'intro.body' }).populate).toEqual({ intro: true });
  });

  it('names every component of a zone, because those not named would be missing and then deleted', () => {
    expect(populate({ body: [{ field: 'zone', format: 'zone' }] }).populate).toEqual({
      zone: {
        on: {
          'shared.text': {},
          'shared.card': { populate: { picture: { populate: { file: true } } } },
        },
      },
    });
  });

  it('comes to an end for a component that holds itself', () => {
    expect(populate({ cover: { ...cover, field: 'loop.file' } }).populate).toEqual({
      loop: { populate: { file: true, inner: true } },
    });
  });

  it('leaves out attributes that the type has lost since it was mapped', () => {
    expect(populate({ title: 'headline', cover })).toEqual({
      fields: ['documentId', 'updatedAt'],
      populate: { cover: true },
    });
  });
});

describe('writableAttributes', () => {
  it('holds what pictures may change and never the title or the summary', () => {
    const mapping: FieldMapping = {
      title: 'title',
      summary: 'description',
      body: [{ field: 'body', format: 'html' }],
      cover: { ...cover, field: 'hero.image', alternativeField: 'hero.imageAlt' },
      inArticle: { kind: 'media', field: 'gallery' },
    };
    expect(writableAttributes(mapping)).toEqual(['hero', 'body', 'gallery']);
    expect(writableAttributes(nothing)).toEqual([]);
  });

  it('names an attribute once that serves twice', () => {
    const inArticle = {
      kind: 'zone' as const,
      field: 'zone',
      component: 'shared.picture',
      mediaField: 'file',
      alternativeField: null,
      captionField: null,
    };
    const body = [{ field: 'zone', format: 'zone' as const }];
    expect(writableAttributes({ ...nothing, body, inArticle })).toEqual(['zone']);
  });
});
