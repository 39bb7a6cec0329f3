import { describe, expect, it } from 'vitest';
import { makeFile, makeImage } from '../../../../test/admin/builders';
import { imagesInValues } from './images-in-values';

const image = makeImage(1);
const url = image.file!.url;

describe('pictures found in the values of a form', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a media field', { cover: { id: 2, url } }],
    [
      'a media list',
      {
        gallery: [
          { id: 9, url: '/uploads/x.png' },
          { id: 2, url },
        ],
      },
    ],
    ['a block editor', { body: [{ type: 'image', image: { url: `http://localhost${url}` } }] }],
    ['Markdown', { body: `Text ![A bee](${url}) more` }],
    ['HTML', { body: `<p>Text</p><img src="http://localhost${url}" alt="">` }],
    ['a zone row', { blocks: [{ __component: 'shared.media', file: { id: 2, url } }] }],
    ['a component', { hero: { image: { url } } }],
  ])('in %s', (_kind, values) => {
    expect(imagesInValues([image], values)).toEqual([image]);
  });

  it('whatever signature the address carries this time', () => {
    const signed = makeImage(1, {
      file: { ...makeFile(2), url: 'https://bucket.example/p.webp?X-Sig=1' },
    });
    const values = { cover: { url: 'https://bucket.example/p.webp?X-Sig=2' } };
    expect(imagesInValues([signed], values)).toEqual([signed]);
  });

  it('not when they are absent, and never without a file', () => {
    expect(imagesInValues([image], { cover: null, body: 'Text' })).toEqual([]);
    expect(imagesInValues([makeImage(1, { file: null })], { body: url })).toEqual([]);
  });
});
