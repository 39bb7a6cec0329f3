import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../../test/admin/builders';
import { mappedAttributes } from './mapped-attributes';

const mapping = makeContext().mapping!;

describe('mapped attributes', () => {
  it('are named once each, by the first part of their path', () => {
    const nested = {
      ...mapping,
      summary: 'hero.lead',
      cover: { ...mapping.cover!, field: 'hero.image', alternativeField: 'hero.alt' },
    };
    expect(mappedAttributes(nested)).toEqual({
      attributes: ['title', 'hero', 'body'],
      textAttributes: ['body'],
    });
  });

  it('count a zone that takes pictures as text: somebody may be writing in one of its rows', () => {
    const zone = {
      kind: 'zone' as const,
      field: 'blocks',
      component: 'shared.media',
      mediaField: 'file',
      alternativeField: null,
      captionField: null,
    };
    expect(mappedAttributes({ ...mapping, inArticle: zone })).toEqual({
      attributes: ['title', 'cover', 'body', 'blocks'],
      textAttributes: ['body', 'blocks'],
    });
  });

  it('do not count a media list as text', () => {
    const inArticle = { kind: 'media' as const, field: 'gallery' };
    expect(mappedAttributes({ ...mapping, inArticle })).toEqual({
      attributes: ['title', 'cover', 'gallery', 'body'],
      textAttributes: ['body'],
    });
  });

  it('are none without a mapping', () => {
    expect(mappedAttributes(null)).toEqual({ attributes: [], textAttributes: [] });
  });
});
