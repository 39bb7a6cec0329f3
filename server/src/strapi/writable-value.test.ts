import { describe, expect, it } from 'vitest';
import type { StrapiAttribute } from '../domain/article/schema';
import { writableValue } from './writable-value';

const media = { type: 'media' };
const components = {
  'shared.picture': {
    attributes: {
      file: media,
      caption: { type: 'string' },
      tags: { type: 'relation' },
      secret: { type: 'password' },
    },
  },
  'shared.card': {
    attributes: { pictures: { type: 'component', component: 'shared.picture', repeatable: true } },
  },
};
const write = (attribute: StrapiAttribute, value: unknown) =>
  writableValue({ attribute, value, components });
const file = { id: 7, url: '/a.webp', formats: {} };

describe('writableValue', () => {
  it('turns files into ids, whether they are read, given or absent', () => {
    expect(write(media, file)).toBe(7);
    expect(write(media, 7)).toBe(7);
    expect(write(media, null)).toBeNull();
    expect(write(media, [file, 8])).toEqual([7, 8]);
    expect(write(media, [])).toEqual([]);
  });

  it('leaves text, blocks and JSON as they are', () => {
    const blocks = [{ type: 'image', image: file, children: [] }];
    expect(write({ type: 'blocks' }, blocks)).toBe(blocks);
    expect(write({ type: 'richtext' }, 'text')).toBe('text');
  });

  it('keeps the id of a component and drops what only a reader or a form sees', () => {
    const value = { id: 3, __temp_key__: 'a0', file, caption: 'Old', createdAt: 'x' };
    expect(write({ type: 'component', component: 'shared.picture' }, value)).toEqual({
      id: 3,
      file: 7,
      caption: 'Old',
    });
  });

  it('leaves relations and passwords of a component untouched', () => {
    const value = { id: 3, caption: 'C', tags: [{ id: 1 }], secret: '$2a$10$hash' };
    expect(write({ type: 'component', component: 'shared.picture' }, value)).toEqual({
      id: 3,
      caption: 'C',
    });
  });

  it('goes into components of components and of zones', () => {
    const zone = [
      { __component: 'shared.card', id: 1, pictures: [{ id: 2, file }, { file: null }] },
      { __component: 'shared.picture', file },
    ];
    expect(write({ type: 'dynamiczone' }, zone)).toEqual([
      { __component: 'shared.card', id: 1, pictures: [{ id: 2, file: 7 }, { file: null }] },
      { __component: 'shared.picture', file: 7 },
    ]);
  });

  it('does not invent components that are not there', () => {
    expect(write({ type: 'component', component: 'shared.picture' }, null)).toBeNull();
    expect(write({ type: 'dynamiczone' }, [])).toEqual([]);
  });

  it('passes on a component it does not know, for Strapi to judge', () => {
    const unknown = { __component: 'shared.gone', id: 1, text: 'kept' };
    expect(write({ type: 'dynamiczone' }, [unknown])).toEqual([unknown]);
  });
});
