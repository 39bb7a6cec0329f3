import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import { schemaFixture } from '../../../../../test/fixtures/schemas/load-schemas';
import type { ComponentSchemas } from '../schema';
import { createZoneFormat, type ZoneOptions } from './zone';

const components: ComponentSchemas = {
  'shared.rich-text': {
    attributes: { body: { type: 'richtext' }, theme: { type: 'enumeration' } },
  },
  'shared.html': {
    attributes: { body: { type: 'richtext', customField: 'plugin::ckeditor.CKEditor' } },
  },
  'shared.blocks': { attributes: { title: { type: 'string' }, text: { type: 'blocks' } } },
  'shared.plain': { attributes: { text: { type: 'text' } } },
  'shared.heading': {
    attributes: {
      text: { type: 'string', required: true },
      level: { type: 'enumeration' },
      anchorId: { type: 'string' },
    },
  },
  'shared.quote': { attributes: { title: { type: 'string' }, body: { type: 'text' } } },
  'shared.callout': { attributes: { title: { type: 'string' }, text: { type: 'text' } } },
  'shared.list': { attributes: { items: { type: 'json' } } },
  'shared.media': { attributes: { file: { type: 'media' }, title: { type: 'string' } } },
  'shared.slider': { attributes: { files: { type: 'media', multiple: true } } },
  'shared.faq': {
    attributes: {
      title: { type: 'string' },
      entries: { type: 'component', repeatable: true, component: 'shared.entry' },
    },
  },
  'shared.entry': { attributes: { question: { type: 'string' }, answer: { type: 'richtext' } } },
  'shared.button': { attributes: { label: { type: 'string' }, url: { type: 'string' } } },
};

const target: ZoneOptions['target'] = {
  kind: 'zone',
  field: 'blocks',
  component: 'shared.media',
  mediaField: 'file',
  alternativeField: 'title',
  captionField: null,
};
const base: ZoneOptions = { components, itemComponent: null, target, form: false };
const zone = createZoneFormat(base);
const inText = createZoneFormat({ ...base, target: null });
const inForm = createZoneFormat({ ...base, form: true });

const image = {
  file: mediaFile(7),
  url: '/uploads/picture_7.webp',
  alternativeText: 'A ball',
  caption: 'On grass',
};
const picture = { __component: 'shared.media', file: 7, title: 'A ball' };

const item = (name: string, values: Record<string, unknown>) => ({
  __component: `shared.${name}`,
  ...values,
});
const read = (value: unknown, format = zone) =>
  format.read(value).blocks.map((block) => [block.kind, block.level, block.text]);

describe('reading a dynamic zone', () => {
  it('reads each attribute by its own format, in order', () => {
    const value = [
      item('heading', { text: 'Part', level: 'h3', anchorId: 'part' }),
      item('rich-text', { body: '## One\n\nTwo', theme: 'dark' }),
      item('html', { body: '<p>Three</p>' }),
      item('blocks', {
        title: 'Four',
        text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Five' }] }],
      }),
      item('plain', { text: 'Six\n\nSeven' }),
      item('list', { items: ['a', 'b', 3] }),
    ];
    expect(read(value)).toEqual([
      ['heading', 3, 'Part'],
      ['heading', 2, 'One'],
      ['paragraph', null, 'Two'],
      ['paragraph', null, 'Three'],
      ['heading', 2, 'Four'],
      ['paragraph', null, 'Five'],
      ['paragraph', null, 'Six'],
      ['paragraph', null, 'Seven'],
      ['list', null, 'a\nb'],
    ]);
  });

  it('takes quotes for quotes and boxes for something beside the text', () => {
    const value = [
      item('quote', { title: 'Monk', body: 'You have to dig it.' }),
      item('callout', { title: 'Mind', text: 'the gap' }),
      item('faq', { title: 'FAQ', entries: [{ question: 'Why?', answer: '*So*' }] }),
      item('button', { label: 'Buy', url: '/buy' }),
    ];
    expect(read(value)).toEqual([
      ['quote', null, 'Monk'],
      ['quote', null, 'You have to dig it.'],
      ['other', null, 'Mind'],
      ['other', null, 'the gap'],
      ['other', null, 'FAQ'],
      ['other', null, 'Why?\nSo'],
    ]);
  });

  it('counts pictures as objects, lists and bare ids, without the words beside them', () => {
    const value = [
      item('media', { file: { id: 3, url: '/a.png' }, title: 'Words for the picture' }),
      item('media', { file: 4 }),
      item('media', { file: null }),
      item('slider', { files: [{ id: 5, url: '/b.png' }, 6] }),
    ];
    const { blocks } = zone.read(value);
    expect(blocks.map(({ kind, text, images }) => [kind, text, images])).toEqual([
      ['image', '', ['/a.png']],
      ['image', '', ['#4']],
      ['image', '', ['/b.png', '#6']],
    ]);
  });

  it('reports components nobody knows and reads on', () => {
    const value = [item('unknown', { body: 'x' }), null, 'x', item('plain', { text: 'One' })];
    expect(zone.read(value)).toMatchObject({
      blocks: [{ text: 'One' }],
      unreadable: [
        'item 1: the component shared.unknown is not known',
        'item 2 is not a component',
        'item 3 is not a component',
      ],
    });
  });

  it('takes nothing for an empty zone and reports what is no list', () => {
    expect(zone.read(null)).toEqual({ blocks: [], unreadable: [] });
    expect(zone.read([])).toEqual({ blocks: [], unreadable: [] });
    expect(zone.read('x').unreadable).toEqual(['expected a list of components, found string']);
  });

  it('survives wrong types in every attribute', () => {
    const value = Object.keys(components).map((uid) => ({
      __component: uid,
      ...Object.fromEntries(
        Object.keys(components[uid]?.attributes ?? {}).map((name) => [name, 7]),
      ),
    }));
    expect(read(value).filter(([kind]) => kind !== 'image')).toEqual([]);
  });

  it('reads a real zone of headings, paragraphs, lists and boxes', () => {
    const { components: real } = schemaFixture('Bahindiemma/inspire-africa-cms');
    const format = createZoneFormat({ ...base, components: real, target: null });
    const value = [
      { __component: 'blocks.lede', text: 'Lede' },
      { __component: 'blocks.heading', text: 'Why', level: 'h2', anchorId: 'why' },
      {
        __component: 'blocks.paragraph',
        text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Because' }] }],
      },
      { __component: 'blocks.list', ordered: true, items: ['one', 'two'] },
      { __component: 'blocks.image', image: { id: 1, url: '/a.png' }, alt: 'x', caption: 'y' },
      { __component: 'blocks.video', url: 'https://x.org', title: 'Film' },
    ];
    expect(read(value, format).slice(0, 5)).toEqual([
      ['paragraph', null, 'Lede'],
      ['heading', 2, 'Why'],
      ['paragraph', null, 'Because'],
      ['list', null, 'one\ntwo'],
      ['image', null, ''],
    ]);
  });
});

describe('inserting a component into a dynamic zone', () => {
  it('puts it behind the item the text ends in', () => {
    const value = [item('plain', { id: 1, text: 'One' }), item('plain', { id: 2, text: 'Two' })];
    expect(zone.insertAfter(value, 0, image)).toEqual([value[0], picture, value[1]]);
    expect(zone.insertAfter(value, 1, image)).toEqual([...value, picture]);
  });

  it('stays between two texts when the first of them is over', () => {
    const value = ['One\n\nTwo', 'Three\n\nFour'].map((body) => item('rich-text', { body }));
    expect(zone.insertAfter(value, 1, image)).toEqual([value[0], picture, value[1]]);
  });

  it('cuts a text in two when it ends in the middle, and keeps the first half its row', () => {
    const value = [
      item('rich-text', { id: 5, body: 'One\n\nTwo', theme: 'dark', documentId: 'd' }),
    ];
    expect(zone.insertAfter(value, 0, image)).toEqual([
      { ...value[0], body: 'One\n\n' },
      picture,
      { __component: 'shared.rich-text', theme: 'dark', body: 'Two' },
    ]);
  });

  it('goes into the text itself where the item has more than that text', () => {
    const text = ['One', 'Two'].map((words) => ({
      type: 'paragraph',
      children: [{ type: 'text', text: words }],
    }));
    const value = [item('blocks', { id: 1, title: 'Part', text })];
    const [changed] = zone.insertAfter(value, 1, image) as { text: { type: string }[] }[];
    expect(changed?.text.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph']);
  });

  it('goes into the text itself where cutting would break a link', () => {
    const body = 'See [it].\n\nMore\n\n[it]: https://x.org';
    const [changed] = zone.insertAfter([item('rich-text', { body })], 0, image) as {
      body: string;
    }[];
    expect(changed?.body).toBe(
      'See [it].\n\n![A ball](/uploads/picture_7.webp "On grass")\n\nMore\n\n[it]: https://x.org',
    );
  });

  it('comes behind the item where its text can neither be cut nor hold a picture', () => {
    const value = [item('quote', { title: 'Monk', body: 'One\n\nTwo' })];
    expect(zone.insertAfter(value, 1, image)).toEqual([...value, picture]);
  });

  it('does not count what is empty behind the text', () => {
    const empty = { type: 'paragraph', children: [{ type: 'text', text: '' }] };
    const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'One' }] }, empty];
    const value = [item('blocks', { title: null, text })];
    expect(zone.insertAfter(value, 0, image)).toEqual([...value, picture]);
  });

  it('holds whole files and fresh keys in an open form', () => {
    const value = [
      item('rich-text', { id: 5, body: 'One\n\nTwo', __temp_key__: 'a0' }),
      item('plain', { id: 6, text: 'Three', __temp_key__: 'a1' }),
    ];
    const changed = inForm.insertAfter(value, 0, image) as Record<string, unknown>[];
    expect(changed[1]).toMatchObject({ __component: 'shared.media', file: image.file });
    const keys = changed.map((entry) => String(entry['__temp_key__']));
    expect(keys).toEqual(['a0', 'a0V', 'a0VV', 'a1']);
    expect([...keys].sort()).toEqual(keys);
    // A fractional index: an integer part, then digits of base 62 that do not end in a zero.
    for (const key of keys) expect(key).toMatch(/^a[0-9A-Za-z]([0-9A-Za-z]*[1-9A-Za-z])?$/);
  });

  it('puts a list where the component takes several files, and a caption where it has one', () => {
    const gallery = createZoneFormat({
      ...base,
      target: {
        ...target,
        component: 'shared.slider',
        mediaField: 'files',
        alternativeField: null,
        captionField: 'caption',
      },
    });
    expect(gallery.insertAfter([item('plain', { text: 'One' })], 0, image)).toEqual([
      item('plain', { text: 'One' }),
      { __component: 'shared.slider', files: [7], caption: 'On grass' },
    ]);
  });

  it('has no place behind a block that is not there', () => {
    expect(zone.insertAfter([], 0, image)).toBeNull();
    expect(zone.insertAfter('x', 0, image)).toBeNull();
    expect(zone.splitAfter([item('plain', { text: 'One' })], 0)).toBeNull();
  });
});

describe('inserting into the texts of a zone', () => {
  it('uses the text the section ends in', () => {
    const value = [item('html', { id: 1, body: '<p>One</p><p>Two</p>' })];
    const [changed] = inText.insertAfter(value, 0, image) as { body: string }[];
    expect(changed?.body).toMatch(/^<p>One<\/p><figure class="image">.*<\/figure><p>Two<\/p>$/);
  });

  it('goes back to the closest text that can hold it, but not past the heading', () => {
    const value = [
      item('rich-text', { body: 'One' }),
      item('quote', { body: 'Two' }),
      item('heading', { text: 'Part' }),
      item('quote', { body: 'Three' }),
    ];
    const changed = inText.insertAfter(value, 1, image) as { body: string }[];
    expect(changed[0]?.body).toContain('![A ball]');
    expect(inText.insertAfter(value, 3, image)).toBeNull();
  });
});

describe('a repeatable component', () => {
  const rows = [
    {
      id: 1,
      title: 'Part',
      text: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
    },
  ];

  it('is read like a zone when its component is known', () => {
    const format = createZoneFormat({ ...base, itemComponent: 'shared.blocks', target: null });
    expect(read(rows, format)).toEqual([
      ['heading', 2, 'Part'],
      ['paragraph', null, 'x'],
    ]);
  });

  it('is told by its attributes when nobody says what it is', () => {
    expect(read(rows, inText)).toHaveLength(2);
    expect(inText.read([{ id: 1, colour: 'red' }]).unreadable).toEqual([
      'item 1 does not say which component it is',
    ]);
  });

  it('gets items without a component name', () => {
    const format = createZoneFormat({
      ...base,
      itemComponent: 'shared.both',
      components: {
        'shared.both': { attributes: { text: { type: 'text' }, file: { type: 'media' } } },
      },
      target: { ...target, component: 'shared.both', alternativeField: null },
    });
    expect(format.insertAfter([{ id: 1, text: 'One' }], 0, image)).toEqual([
      { id: 1, text: 'One' },
      { file: 7 },
    ]);
  });
});

describe('removing pictures from a zone', () => {
  const isOurs = (address: string) => address === '#7' || address.includes('picture_7');

  it('takes out components that are our picture and pictures in the texts', () => {
    const value = [
      item('rich-text', { id: 1, body: 'One' }),
      picture,
      item('media', { id: 2, file: { id: 9, url: '/other.png' } }),
      item('slider', { id: 3, files: [7, 9] }),
    ];
    const [first, ...rest] = inText.insertAfter(value, 0, image) as unknown[];
    expect(first).not.toEqual(value[0]);
    expect(zone.removeImages([first, ...rest], isOurs)).toEqual([value[0], value[2], value[3]]);
  });

  it('gives back the same value when there are none', () => {
    const value = [item('plain', { text: 'One' }), null];
    expect(zone.removeImages(value, isOurs)).toBe(value);
    expect(zone.removeImages('x', isOurs)).toBe('x');
  });
});
