import { describe, expect, it } from 'vitest';
import {
  components,
  galleryMapping as gallery,
  markdownMapping as base,
  zoneMapping as zone,
} from '../../../../test/fixtures/articles/mappings';
import { mediaFile } from '../../../../test/fixtures/articles/media-file';
import type { DocumentValues, FieldMapping } from '../article/article';
import { removeImages } from './remove-images';

const remove = (values: DocumentValues, mapping: FieldMapping, ids = [10]) =>
  removeImages({ values, mapping, components, files: ids.map((id) => mediaFile(id)) });
const picture = (id: number) => `![a](${mediaFile(id).url} "caption")`;

describe('removing pictures', () => {
  it('takes them out of a text and leaves the pictures of others and the cover', () => {
    const body = `One\n\n${picture(10)}\n\nTwo\n\n${picture(3)}\n\n${picture(11)}`;
    expect(remove({ body, cover: mediaFile(10) }, base, [10, 11])).toEqual({
      body: `One\n\nTwo\n\n${picture(3)}`,
    });
  });

  it('takes them out of every body field they stand in', () => {
    const mapping: FieldMapping = {
      ...base,
      body: [
        { field: 'intro', format: 'text' },
        { field: 'a', format: 'html' },
        { field: 'b', format: 'blocks' },
      ],
    };
    const node = { type: 'image', image: { url: mediaFile(11).url } };
    const a = `<p>x</p><figure class="image"><img src="${mediaFile(10).url}"></figure>`;
    expect(remove({ intro: 'x', a, b: [node] }, mapping, [10, 11])).toEqual({
      a: '<p>x</p>',
      b: [],
    });
  });

  it('takes them out of a gallery', () => {
    const values = { body: 'x', gallery: [mediaFile(10), mediaFile(3)] };
    expect(remove(values, gallery)).toEqual({ gallery: [mediaFile(3)] });
    expect(remove({ gallery: mediaFile(10) }, gallery)).toEqual({ gallery: null });
    expect(remove({ gallery: [10, 3] }, gallery)).toEqual({ gallery: [3] });
  });

  it('takes their components out of a zone', () => {
    const text = { __component: 'shared.rich-text', id: 1, body: 'x' };
    const blocks = [text, { __component: 'shared.media', id: 2, file: mediaFile(10) }];
    expect(remove({ blocks }, zone)).toEqual({ blocks: [text] });
  });

  it('changes nothing where there are none', () => {
    expect(remove({ body: `One\n\n${picture(3)}` }, base)).toEqual({});
    expect(remove({ body: `In a line ${picture(10)} of text` }, base)).toEqual({});
    expect(remove({ gallery: [mediaFile(3)], body: null }, gallery)).toEqual({});
    expect(remove({}, zone)).toEqual({});
  });
});
