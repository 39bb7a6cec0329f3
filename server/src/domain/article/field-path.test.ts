import { describe, expect, it } from 'vitest';
import { readPath, topLevelOf, writePath } from './field-path';

const values = { title: 'T', hero: { id: 4, image: null, text: 'x' }, list: [1] };

describe('a field path', () => {
  it('reads into single components', () => {
    expect(readPath(values, 'title')).toBe('T');
    expect(readPath(values, 'hero.text')).toBe('x');
    expect(readPath(values, 'hero.image.url')).toBeUndefined();
    expect(readPath(values, 'list.0')).toBeUndefined();
    expect(readPath({}, 'hero.text')).toBeUndefined();
  });

  it('writes a copy and keeps the row and the other attributes of the component', () => {
    const changed = writePath({ values, path: 'hero.image', value: 7 });
    expect(changed).toEqual({ ...values, hero: { id: 4, image: 7, text: 'x' } });
    expect(values.hero.image).toBeNull();
  });

  it('makes a component that is not there yet', () => {
    expect(writePath({ values: { hero: null }, path: 'hero.image', value: 7 })).toEqual({
      hero: { image: 7 },
    });
  });

  it('belongs to one attribute of the type', () => {
    expect(topLevelOf('hero.image')).toBe('hero');
    expect(topLevelOf('cover')).toBe('cover');
  });
});
