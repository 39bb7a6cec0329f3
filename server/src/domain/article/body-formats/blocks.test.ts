import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import { blocksFormat } from './blocks';

type Validator = { validate(value: unknown): Promise<unknown> };

/** Strapi's own check of a Blocks value, the one a save goes through. */
const strapiCheck = (): Validator => {
  const load = createRequire(import.meta.url);
  const file = '@strapi/core/dist/services/entity-validator/blocks-validator.js';
  const core = load.resolve('@strapi/core').replace(/@strapi\/core\/.*$/, '');
  return (load(core + file) as { blocksValidator: () => Validator }).blocksValidator();
};

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] });
const image = {
  file: mediaFile(7),
  url: 'https://cms.example.org/uploads/picture_7.webp',
  alternativeText: 'A ball',
  caption: '',
};

describe('reading Blocks', () => {
  it('reads every kind of node with its text', () => {
    const value = [
      { type: 'heading', level: 3, children: [text('Part '), { ...text('one'), bold: true }] },
      {
        type: 'paragraph',
        children: [text('See '), { type: 'link', url: 'https://x.org', children: [text('this')] }],
      },
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('a')] },
          {
            type: 'list',
            format: 'ordered',
            children: [{ type: 'list-item', children: [text('b')] }],
          },
        ],
      },
      { type: 'quote', children: [text('said')] },
      { type: 'code', language: 'js', children: [text('let x;\n  y')] },
      { type: 'image', image: { url: '/a.png', alternativeText: 'alt' }, children: [text('')] },
    ];
    expect(
      blocksFormat.read(value).blocks.map((block) => [block.kind, block.level, block.text]),
    ).toEqual([
      ['heading', 3, 'Part one'],
      ['paragraph', null, 'See this'],
      ['list', null, 'a\nb'],
      ['quote', null, 'said'],
      ['code', null, 'let x;\n  y'],
      ['image', null, ''],
    ]);
    expect(blocksFormat.read(value).blocks[5]?.images).toEqual(['/a.png']);
  });

  it('takes the empty paragraphs an editor leaves behind for lead-ins', () => {
    const { blocks } = blocksFormat.read([paragraph('One'), paragraph('')]);
    expect(blocks.map(({ isLeadIn }) => isLeadIn)).toEqual([false, true]);
  });

  it('reads nodes of other editors as far as it can and skips none', () => {
    const value = [
      null,
      'text',
      { type: 'callout', children: [paragraph('Mind'), paragraph('this')] },
      { type: 'heading', level: 'nine', children: 'no list' },
    ];
    expect(blocksFormat.read(value).blocks.map((b) => [b.kind, b.level, b.text])).toEqual([
      ['other', null, ''],
      ['other', null, ''],
      ['other', null, 'Mind\nthis'],
      ['heading', 2, ''],
    ]);
  });

  it('takes nothing for an empty body and reports what is no list', () => {
    expect(blocksFormat.read(null)).toEqual({ blocks: [], unreadable: [] });
    expect(blocksFormat.read({ blocks: [] }).unreadable).toEqual([
      'expected a list of blocks, found object',
    ]);
    expect(blocksFormat.read('text').unreadable).toEqual([
      'expected a list of blocks, found string',
    ]);
  });
});

describe('inserting into Blocks', () => {
  it('adds the node Strapi accepts, and keeps every other node as it is', async () => {
    const value = [paragraph('One'), paragraph('Two')];
    const changed = blocksFormat.insertAfter(value, 0, image) as unknown[];
    expect(changed).toHaveLength(3);
    expect([changed[0], changed[2]]).toEqual(value);
    expect(changed[0]).toBe(value[0]);
    await expect(strapiCheck().validate(changed)).resolves.toBeDefined();
  });

  it('gives the node its own alternative text, caption and address', () => {
    const [, node] = blocksFormat.insertAfter([paragraph('One')], 0, {
      ...image,
      caption: 'On grass',
    }) as Record<string, unknown>[];
    expect(node).toMatchObject({
      type: 'image',
      children: [{ type: 'text', text: '' }],
      image: {
        alternativeText: 'A ball',
        caption: 'On grass',
        url: image.url,
        hash: image.file.hash,
      },
    });
    expect(Object.keys(node?.['image'] as object)).toHaveLength(16);
  });

  it('refuses a file without size or extension, which Strapi would refuse too', async () => {
    const svg = mediaFile(8, { width: null });
    expect(blocksFormat.insertAfter([paragraph('One')], 0, { ...image, file: svg })).toBeNull();
    const noExtension = mediaFile(8, { ext: null });
    expect(
      blocksFormat.insertAfter([paragraph('One')], 0, { ...image, file: noExtension }),
    ).toBeNull();
    const node = { type: 'image', image: { url: '/a.png' }, children: [text('')] };
    await expect(strapiCheck().validate([node])).rejects.toThrow();
  });

  it('has no place in a value that is no list or behind a block that is not there', () => {
    expect(blocksFormat.insertAfter('text', 0, image)).toBeNull();
    expect(blocksFormat.insertAfter([paragraph('One')], 1, image)).toBeNull();
    expect(blocksFormat.insertAfter([paragraph('One')], -1, image)).toBeNull();
  });
});

describe('splitting Blocks and removing pictures from them', () => {
  it('cuts between two blocks', () => {
    const value = [paragraph('One'), paragraph('Two')];
    expect(blocksFormat.splitAfter(value, 0)).toEqual([[value[0]], [value[1]]]);
    expect(blocksFormat.splitAfter(value, 1)).toBeNull();
    expect(blocksFormat.splitAfter('text', 0)).toBeNull();
  });

  it('takes out the pictures asked for and gives back the same value when there are none', () => {
    const value = [paragraph('One'), paragraph('Two')];
    const changed = blocksFormat.insertAfter(value, 0, image);
    expect(blocksFormat.removeImages(changed, (address) => address === image.url)).toEqual(value);
    expect(blocksFormat.removeImages(value, () => true)).toBe(value);
  });
});
