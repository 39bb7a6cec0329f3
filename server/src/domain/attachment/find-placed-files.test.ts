import { describe, expect, it } from 'vitest';
import {
  components,
  galleryMapping as gallery,
  markdownMapping as base,
  zoneMapping as zone,
} from '../../../../test/fixtures/articles/mappings';
import { mediaFile } from '../../../../test/fixtures/articles/media-file';
import type { DocumentValues, FieldMapping } from '../article/article';
import { findPlacedFiles } from './find-placed-files';

const find = (values: DocumentValues, mapping: FieldMapping, ids: number[]) => {
  const files = ids.map((id) => mediaFile(id));
  return [...findPlacedFiles({ values, mapping, components, files })].sort();
};
const markdown = (id: number) => `Text\n\n![a](https://cms.example.org${mediaFile(id).url})`;

describe('the files a document holds', () => {
  it('are those in the cover, as object, id or list', () => {
    expect(find({ cover: mediaFile(1) }, base, [1, 2])).toEqual([1]);
    expect(find({ cover: 1 }, base, [1, 2])).toEqual([1]);
    expect(find({ cover: [mediaFile(1), 2] }, base, [1, 2, 3])).toEqual([1, 2]);
    expect(find({ cover: mediaFile(1) }, { ...base, cover: null }, [1])).toEqual([]);
  });

  it('are those in a text, at a relative or absolute address and in any size', () => {
    expect(find({ body: markdown(1) }, base, [1, 2])).toEqual([1]);
    expect(find({ body: `![a](${mediaFile(1).url})` }, base, [1])).toEqual([1]);
    const html: FieldMapping = { ...base, body: [{ field: 'body', format: 'html' }] };
    const large = `<p>x <img src="/uploads/large_${mediaFile(1).hash}.webp"></p>`;
    expect(find({ body: large }, html, [1, 2])).toEqual([1]);
    const blocks: FieldMapping = { ...base, body: [{ field: 'body', format: 'blocks' }] };
    const node = { type: 'image', image: { url: mediaFile(1).url } };
    expect(find({ body: [node] }, blocks, [1, 2])).toEqual([1]);
  });

  it('are those in lists, tables and quotes of a text, where an editor moved them', () => {
    const picture = `![a](${mediaFile(1).url})`;
    expect(find({ body: `- x ${picture}\n\n> y` }, base, [1])).toEqual([1]);
    expect(find({ body: `| a |\n|---|\n| ${picture} |` }, base, [1])).toEqual([1]);
  });

  it('are those in components and texts of a zone, and in a gallery', () => {
    const item = { __component: 'shared.media', file: 5 };
    const text = { __component: 'shared.rich-text', body: markdown(6) };
    expect(find({ blocks: [item, text] }, zone, [5, 6, 7])).toEqual([5, 6]);
    expect(find({ gallery: [mediaFile(1), 2] }, gallery, [1, 2, 3])).toEqual([1, 2]);
  });

  it('are none in an empty or odd document', () => {
    expect(find({}, base, [1])).toEqual([]);
    expect(find({ body: 7, cover: 'x', blocks: {} }, zone, [1])).toEqual([]);
  });
});
