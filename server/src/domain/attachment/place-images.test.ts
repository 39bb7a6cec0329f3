import { describe, expect, it } from 'vitest';
import { articleFixture } from '../../../../test/fixtures/articles/load-articles';
import { markdownMapping as base } from '../../../../test/fixtures/articles/mappings';
import { mediaFile } from '../../../../test/fixtures/articles/media-file';
import type { DocumentValues, FieldMapping } from '../article/article';
import { makeAnchor } from '../article/anchors';
import { readArticle } from '../article/read-article';
import { placeImages } from './place-images';
import type { ImageToPlace } from './placement';

const ref = { uid: 'api::article.article', documentId: 'd', locale: null };

const components = {
  'shared.rich-text': { attributes: { body: { type: 'richtext' } } },
  'shared.media': {
    attributes: { file: { type: 'media' }, alt: { type: 'string' }, caption: { type: 'string' } },
  },
};

const zoneMapping: FieldMapping = {
  ...base,
  body: [{ field: 'blocks', format: 'zone' }],
  inArticle: {
    kind: 'zone',
    field: 'blocks',
    component: 'shared.media',
    mediaField: 'file',
    alternativeField: 'alt',
    captionField: 'caption',
  },
};

const section = (name: string) =>
  `## ${name}\n\n${`${name} words. `.repeat(30)}\n\nEnd of ${name}.`;
const body = ['One', 'Two', 'Three'].map(section).join('\n\n');

const featured = (id = 1): ImageToPlace => ({
  imageId: `i${id}`,
  role: 'featured',
  position: 0,
  anchor: null,
  file: mediaFile(id),
  alternativeText: `Alternative ${id}`,
  caption: '',
});

/** Pictures for the sections of a document, one each, in the order given. */
const forSections = (values: DocumentValues, mapping: FieldMapping, indexes: number[]) => {
  const article = readArticle({ ref, values, mapping, components });
  return indexes.map((index, order): ImageToPlace => {
    const found = article.sections[index];
    if (!found) throw new Error(`There is no section ${index}.`);
    return {
      ...featured(10 + order),
      role: 'in_article',
      position: order + 1,
      anchor: makeAnchor({ article, section: found }),
    };
  });
};

const place = (
  values: DocumentValues,
  images: ImageToPlace[],
  more: Partial<Parameters<typeof placeImages>[0]> = {},
) => placeImages({ values, mapping: base, components, images, replaceable: new Set(), ...more });

describe('the featured image', () => {
  it('goes into an empty cover, as an id or as a whole file in a form', () => {
    expect(place({ cover: null, title: 'T' }, [featured()])).toEqual({
      changes: { cover: 1 },
      placed: [{ imageId: 'i1', field: 'cover' }],
      unplaced: [],
    });
    expect(place({}, [featured()], { form: true }).changes).toEqual({ cover: mediaFile(1) });
  });

  it('leaves a cover of somebody else alone', () => {
    expect(place({ cover: mediaFile(99) }, [featured()])).toEqual({
      changes: {},
      placed: [],
      unplaced: [{ imageId: 'i1', reason: 'field_filled' }],
    });
  });

  it('takes the place of one of ours that may be replaced', () => {
    const replaceable = new Set([99]);
    expect(place({ cover: mediaFile(99) }, [featured()], { replaceable }).changes).toEqual({
      cover: 1,
    });
    expect(place({ cover: 99 }, [featured()], { replaceable }).changes).toEqual({ cover: 1 });
  });

  it('joins the others in a field for several, or replaces its own forerunner there', () => {
    const mapping = { ...base, cover: { ...base.cover!, isMultiple: true } };
    const cover = [mediaFile(98), mediaFile(99)];
    expect(place({ cover }, [featured()], { mapping }).changes).toEqual({ cover: [...cover, 1] });
    expect(place({ cover: null }, [featured()], { mapping }).changes).toEqual({ cover: [1] });
    expect(place({ cover }, [featured()], { mapping, replaceable: new Set([98]) }).changes).toEqual(
      { cover: [1, cover[1]] },
    );
  });

  it('fills the alternative text beside it when that is empty or described the old picture', () => {
    const mapping = { ...base, cover: { ...base.cover!, alternativeField: 'coverAlt' } };
    expect(place({ coverAlt: ' ' }, [featured()], { mapping }).changes).toEqual({
      cover: 1,
      coverAlt: 'Alternative 1',
    });
    expect(place({ coverAlt: 'Mine' }, [featured()], { mapping }).changes).toEqual({ cover: 1 });
    const values = { cover: mediaFile(99), coverAlt: 'Of the old one' };
    expect(place(values, [featured()], { mapping, replaceable: new Set([99]) }).changes).toEqual({
      cover: 1,
      coverAlt: 'Alternative 1',
    });
  });

  it('goes into a component, whose row and other attributes stay', () => {
    const mapping = {
      ...base,
      cover: { ...base.cover!, field: 'hero.image', alternativeField: 'hero.alt' },
    };
    const hero = { id: 4, title: 'Big', image: null, alt: null };
    expect(place({ hero }, [featured()], { mapping })).toEqual({
      changes: { hero: { ...hero, image: 1, alt: 'Alternative 1' } },
      placed: [{ imageId: 'i1', field: 'hero.image' }],
      unplaced: [],
    });
  });

  it('has no place in a type without a cover', () => {
    expect(place({}, [featured()], { mapping: { ...base, cover: null } }).unplaced).toEqual([
      { imageId: 'i1', reason: 'field_cannot_hold' },
    ]);
  });
});

describe('pictures in the text', () => {
  it('go behind their sections, several at once, with everything else as it was', () => {
    const { changes, placed, unplaced } = place({ body }, forSections({ body }, base, [0, 1, 2]), {
      urlPrefix: 'https://cms.example.org',
    });
    expect(placed.map(({ imageId }) => imageId)).toEqual(['i10', 'i11', 'i12']);
    expect(unplaced).toEqual([]);
    const lines = String(changes['body']).split('\n\n');
    expect(lines.map((line) => line.slice(0, 18))).toEqual([
      ...['## One', 'One words. One wor', 'End of One.', '![Alternative 10]('],
      ...['## Two', 'Two words. Two wor', 'End of Two.', '![Alternative 11]('],
      ...['## Three', 'Three words. Three', 'End of Three.', '![Alternative 12]('],
    ]);
    expect(lines[3]).toBe(
      '![Alternative 10](https://cms.example.org/uploads/picture_10_0a1b2c3d4e.webp)',
    );
    expect(lines.filter((line) => !line.startsWith('![')).join('\n\n')).toBe(body);
  });

  it('keep their order behind one and the same block', () => {
    const [first, second] = forSections({ body }, base, [1, 1]) as [ImageToPlace, ImageToPlace];
    const { changes } = place({ body }, [second, first]);
    const text = String(changes['body']);
    expect(text.indexOf('Alternative 10')).toBeLessThan(text.indexOf('Alternative 11'));
  });

  it('find their place in a text that was edited meanwhile', () => {
    const images = forSections({ body }, base, [1]);
    const edited = body.replace('## One', 'A new opening.\n\n## One').replace(/## Three[^]*/, '');
    const { changes } = place({ body: edited }, images);
    expect(String(changes['body'])).toContain('End of Two.\n\n![Alternative 10]');
  });

  it('stay out when their place is gone or was never known', () => {
    const images = forSections({ body }, base, [0, 1]);
    const rewritten = section('Two');
    const { placed, unplaced } = place({ body: rewritten }, [
      ...images,
      { ...featured(5), role: 'in_article', position: 9 },
    ]);
    expect(placed).toEqual([{ imageId: 'i11', field: 'body' }]);
    expect(unplaced).toEqual([
      { imageId: 'i10', reason: 'anchor_gone' },
      { imageId: 'i5', reason: 'anchor_gone' },
    ]);
  });

  it('change nothing when they stand there already', () => {
    const images = [featured(), ...forSections({ body, cover: null }, base, [0, 2])];
    const once = place({ body, cover: null }, images);
    const again = place({ body, cover: null, ...once.changes }, images);
    expect(again.changes).toEqual({});
    expect(again.placed).toEqual(once.placed);
  });

  it('come as far as they can when an earlier attempt stopped in between', () => {
    const images = forSections({ body }, base, [0, 1]);
    const half = place({ body }, images.slice(1));
    const whole = place({ body, ...half.changes }, images);
    expect(whole.changes).toEqual(place({ body }, images).changes);
  });

  it('go into the right one of several body fields', () => {
    const mapping: FieldMapping = {
      ...base,
      body: [
        { field: 'intro', format: 'markdown' },
        { field: 'content', format: 'html' },
      ],
    };
    const html = `<h2>Two</h2><p>${'Two words. '.repeat(30)}</p><p>End.</p>`;
    const values = { intro: section('One'), content: html };
    const { changes, placed } = place(values, forSections(values, mapping, [0, 1]), { mapping });
    expect(placed.map(({ field }) => field)).toEqual(['intro', 'content']);
    expect(changes['intro']).toMatch(/End of One\.\n\n!\[Alternative 10\]/);
    expect(changes['content']).toMatch(/<p>End\.<\/p><figure class="image">/);
  });

  it('have no place in a text area, in a type without a body, or where none is wanted', () => {
    const text: FieldMapping = { ...base, body: [{ field: 'body', format: 'text' }] };
    const images = forSections({ body }, text, [0]);
    const reasons = (mapping: FieldMapping) =>
      place({ body }, images, { mapping }).unplaced.map(({ reason }) => reason);
    expect(reasons(text)).toEqual(['field_cannot_hold']);
    expect(reasons({ ...base, body: [] })).toEqual(['field_cannot_hold']);
    expect(reasons({ ...base, inArticle: { kind: 'none' } })).toEqual(['field_cannot_hold']);
  });

  it('leave a body nobody can read untouched', () => {
    const mapping: FieldMapping = { ...base, body: [{ field: 'body', format: 'blocks' }] };
    const [image] = forSections({ body }, base, [0]) as [ImageToPlace];
    const { changes, unplaced } = place({ body: { odd: true } }, [image], { mapping });
    expect(changes).toEqual({});
    expect(unplaced).toEqual([{ imageId: 'i10', reason: 'anchor_gone' }]);
  });
});

describe('pictures as components of a dynamic zone', () => {
  const blocks = [
    { __component: 'shared.rich-text', id: 1, body },
    { __component: 'shared.rich-text', id: 2, body: section('Four') },
  ];

  it('stand between the halves of a text and behind items, in order', () => {
    const images = forSections({ blocks }, zoneMapping, [0, 1, 2, 3]);
    const { changes, placed } = place({ blocks }, images, { mapping: zoneMapping });
    const items = changes['blocks'] as Record<string, unknown>[];
    expect(placed.map(({ field }) => field)).toEqual(['blocks', 'blocks', 'blocks', 'blocks']);
    expect(items.map((item) => item['file'] ?? String(item['body']).slice(0, 8))).toEqual([
      ...['## One\n\n', 10, '## Two\n\n', 11, '## Three', 12, '## Four\n', 13],
    ]);
    expect(items.map(({ id }) => id)).toEqual([1, ...Array(5).fill(undefined), 2, undefined]);
    expect(items[1]).toEqual({ __component: 'shared.media', file: 10, alt: 'Alternative 10' });
  });

  it('are found there again as objects and as ids', () => {
    const images = forSections({ blocks }, zoneMapping, [0, 3]);
    const { changes } = place({ blocks }, images, { mapping: zoneMapping });
    expect(place(changes, images, { mapping: zoneMapping }).changes).toEqual({});
    const populated = (changes['blocks'] as Record<string, unknown>[]).map((item) =>
      typeof item['file'] === 'number' ? { ...item, file: mediaFile(item['file']) } : item,
    );
    expect(place({ blocks: populated }, images, { mapping: zoneMapping }).changes).toEqual({});
  });

  it('hold whole files in a form', () => {
    const images = forSections({ blocks }, zoneMapping, [3]);
    const { changes } = place({ blocks }, images, { mapping: zoneMapping, form: true });
    expect((changes['blocks'] as unknown[]).at(-1)).toMatchObject({ file: mediaFile(10) });
  });
});

describe('pictures in a gallery', () => {
  const mapping: FieldMapping = {
    ...base,
    body: [{ field: 'body', format: 'text' }],
    inArticle: { kind: 'media', field: 'gallery' },
  };
  const images = forSections({ body }, base, [0, 1]);

  it('join those already there in order', () => {
    const gallery = [mediaFile(3)];
    expect(place({ body, gallery }, images, { mapping }).changes).toEqual({
      gallery: [...gallery, 10, 11],
    });
  });

  it('go into an empty gallery as a list when the schema says so', () => {
    const schema = { attributes: { gallery: { type: 'media', multiple: true } } };
    expect(place({ body, gallery: null }, images, { mapping, schema }).changes).toEqual({
      gallery: [10, 11],
    });
  });

  it('fill a field for one picture only while it is empty', () => {
    const schema = { attributes: { gallery: { type: 'media' } } };
    expect(place({ body }, images, { mapping, schema })).toEqual({
      changes: { gallery: 10 },
      placed: [{ imageId: 'i10', field: 'gallery' }],
      unplaced: [{ imageId: 'i11', reason: 'field_filled' }],
    });
    expect(place({ body, gallery: mediaFile(10) }, images, { mapping, schema }).changes).toEqual(
      {},
    );
  });
});

describe('a real article', () => {
  it('takes eight pictures and a cover in one go', () => {
    const { source } = articleFixture('osg-de-leadership-and-governance');
    const values = { body: source, cover: null };
    const images = forSections(values, base, [0, 1, 2, 3, 4, 5, 6, 7]);
    const { changes, placed, unplaced } = place(values, [featured(), ...images]);
    expect(placed).toHaveLength(9);
    expect(unplaced).toEqual([]);
    const before = readArticle({ ref, values, mapping: base });
    const after = readArticle({ ref, values: { ...values, ...changes }, mapping: base });
    expect(after.textHash).toBe(before.textHash);
    expect(after.inArticleCount).toBe(before.inArticleCount + 8);
    expect(after.sections.map(({ heading }) => heading)).toEqual(
      before.sections.map(({ heading }) => heading),
    );
    expect(after.sections.every(({ hasImage }) => hasImage)).toBe(true);
  });
});
