import { describe, expect, it } from 'vitest';
import { attributeAt, holdsImages } from './schema';

const components = {
  'x.hero': {
    attributes: {
      image: { type: 'media' },
      inner: { type: 'component', component: 'x.inner' },
    },
  },
  'x.inner': { attributes: { text: { type: 'string' } } },
};
const attributes = {
  title: { type: 'string' },
  hero: { type: 'component', component: 'x.hero' },
  rows: { type: 'component', component: 'x.hero', repeatable: true },
  gone: { type: 'component', component: 'x.gone' },
};
const at = (path: string) => attributeAt({ path, attributes, components })?.type ?? null;

describe('an attribute', () => {
  it('is found by its path through single components', () => {
    expect(at('title')).toBe('string');
    expect(at('hero')).toBe('component');
    expect(at('hero.image')).toBe('media');
    expect(at('hero.inner.text')).toBe('string');
  });

  it('is not found behind lists, strings and missing components', () => {
    expect(at('rows.image')).toBeNull();
    expect(at('title.image')).toBeNull();
    expect(at('gone.image')).toBeNull();
    expect(at('hero.nothing')).toBeNull();
    expect(at('')).toBeNull();
  });

  it('holds pictures when it is media that is not limited to something else', () => {
    expect(holdsImages({ type: 'media' })).toBe(true);
    expect(holdsImages({ type: 'media', allowedTypes: null })).toBe(true);
    expect(holdsImages({ type: 'media', allowedTypes: ['files', 'images'] })).toBe(true);
    expect(holdsImages({ type: 'media', allowedTypes: ['videos'] })).toBe(false);
    expect(holdsImages({ type: 'string' })).toBe(false);
  });
});
