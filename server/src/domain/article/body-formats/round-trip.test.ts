import { describe, expect, it } from 'vitest';
import { articleFixtures } from '../../../../../test/fixtures/articles/load-articles';
import { toBlocks, toHtml, toZone } from '../../../../../test/fixtures/articles/convert-article';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import type { BodyFormat, BodyImage, FormatBlock } from './body-format';
import { blocksFormat } from './blocks';
import { htmlFormat } from './html';
import { markdownFormat } from './markdown';
import { createZoneFormat } from './zone';

const image: BodyImage = {
  file: mediaFile(7),
  url: 'https://cms.example.org/uploads/picture (7)_0a1b2c3d4e.webp?size=1&mode=2',
  alternativeText: 'A [ball] on *grass* & "stone" <b>\nbeside | a_b_c \\ ~~wall~~ `x`',
  caption: 'Seen from "above" & beside <the> wall\\',
};

const components = {
  'shared.rich-text': { attributes: { body: { type: 'richtext' } } },
  'shared.media': {
    attributes: { file: { type: 'media' }, alt: { type: 'string' }, caption: { type: 'string' } },
  },
};

const zoneFormat = createZoneFormat({
  components,
  itemComponent: null,
  form: false,
  target: {
    kind: 'zone',
    field: 'blocks',
    component: 'shared.media',
    mediaField: 'file',
    alternativeField: 'alt',
    captionField: 'caption',
  },
});

const isOurs = (address: string) => address.includes('0a1b2c3d4e') || address === '#7';

const wordsOf = (blocks: FormatBlock[]): string =>
  JSON.stringify(blocks.map(({ kind, level, text }) => [kind, level, text]));

/** True when the text after is the text before with one piece more, wherever that is. */
const hasOnlyGrown = (before: string, after: string): boolean => {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return before.slice(at) === after.slice(at + after.length - before.length);
};

/** Inserts behind every block in turn and checks that nothing but the picture came in. */
const expectEveryPlaceHolds = (format: BodyFormat, value: unknown) => {
  const { blocks } = format.read(value);
  expect(blocks.length).toBeGreaterThan(0);
  return blocks.map((_block, index) => {
    const changed = format.insertAfter(value, index, image);
    const after = format.read(changed).blocks;
    const at = after.findIndex(({ images }) => images.some((address) => isOurs(address)));
    expect(after[at]?.kind).toBe('image');
    expect(wordsOf(after.toSpliced(at, 1))).toBe(wordsOf(blocks));
    // In a zone a closing tag or a rule at the end of an item stays with it.
    expect(after.slice(index + 1, at).every(({ text }) => text === '')).toBe(true);
    expect(format === zoneFormat || at === index + 1).toBe(true);
    return changed;
  });
};

const markdownArticles = articleFixtures.filter(({ format }) => format === 'markdown');

describe.each(articleFixtures)('$id as HTML', ({ format, source }) => {
  const html = format === 'html' ? source : toHtml(source);

  it('takes a picture behind every block', () => {
    for (const changed of expectEveryPlaceHolds(htmlFormat, html)) {
      expect(hasOnlyGrown(html, String(changed))).toBe(true);
      expect(changed).toContain('<figure class="image"><img src="https://cms.example.org/');
    }
  });

  it('is as it was when the picture is taken out again', () => {
    htmlFormat.read(html).blocks.forEach((_block, index) => {
      const changed = htmlFormat.insertAfter(html, index, image);
      expect(htmlFormat.removeImages(changed, isOurs)).toBe(html);
    });
  });
});

describe.each(markdownArticles)('$id', ({ source }) => {
  it('takes a picture behind every block as Markdown', () => {
    for (const changed of expectEveryPlaceHolds(markdownFormat, source)) {
      expect(hasOnlyGrown(source, String(changed))).toBe(true);
      expect(changed).toContain('\n\n![A \\[ball\\] on');
    }
  });

  it('takes a picture behind every block as Blocks', () => {
    const blocks = toBlocks(source);
    expectEveryPlaceHolds(blocksFormat, blocks).forEach((changed, index) => {
      expect((changed as unknown[]).toSpliced(index + 1, 1)).toEqual(blocks);
      expect(blocksFormat.removeImages(changed, isOurs)).toEqual(blocks);
    });
  });

  it('takes a picture behind every block of a dynamic zone', () => {
    const zone = toZone(source);
    for (const changed of expectEveryPlaceHolds(zoneFormat, zone)) {
      const items = changed as Record<string, unknown>[];
      const words = items.map(({ body }) => body ?? '').join('');
      const original = zone.map(({ body }) => body).join('');
      // A text with link definitions at its end is not cut; the picture stands inside it.
      expect(hasOnlyGrown(original, words)).toBe(true);
    }
  });

  it('is as it was when the picture at its end is taken out again', () => {
    const last = markdownFormat.read(source).blocks.length - 1;
    const changed = markdownFormat.insertAfter(source, last, image);
    expect(markdownFormat.removeImages(changed, isOurs)).toBe(source);
  });
});
