import { describe, expect, it } from 'vitest';
import type { StrapiAttributes } from '../schema';
import { bestZoneOption, zoneOptions } from './zone-options';

const media = { type: 'media' };
const string = { type: 'string' };

const optionsOf = (parts: Record<string, StrapiAttributes>) => {
  const components = Object.fromEntries(
    Object.entries(parts).map(([uid, attributes]) => [uid, { attributes }]),
  );
  const zone = { type: 'dynamiczone', components: [...Object.keys(parts), 'x.gone'] };
  const options = zoneOptions({ body: zone, title: string }, components);
  return { options, best: bestZoneOption(options, components)?.component ?? null };
};

describe('the components of a zone that can carry a picture', () => {
  it('are those with a media attribute for images', () => {
    const { options } = optionsOf({
      'x.image': { image: media },
      'x.text': { text: { type: 'richtext' } },
      'x.film': { file: { type: 'media', allowedTypes: ['videos'] } },
      'x.seo': { metaImage: media },
    });
    expect(options.map(({ component }) => component)).toEqual(['x.image']);
  });

  it('take the required picture, or the one that is called so', () => {
    const { options } = optionsOf({
      'x.a': { icon: media, small: media, picture: { ...media, required: true } },
      'x.b': { file: media, photo: media },
      'x.c': { file: media },
    });
    expect(options.map(({ mediaField }) => mediaField)).toEqual(['picture', 'photo', 'file']);
  });

  it('know where alternative text and caption go', () => {
    const { options } = optionsOf({
      'x.a': { image: media, alt: string, legend: { type: 'text' } },
      'x.b': { image: media, name: { ...string, required: true }, note: string },
      'x.c': { image: media, caption: { ...string, required: true } },
    });
    expect(options.map((option) => [option.alternativeField, option.captionField])).toEqual([
      ['alt', 'legend'],
      ['name', null],
      [null, 'caption'],
    ]);
  });
});

describe('the best of them', () => {
  it('is a picture and nothing else', () => {
    expect(
      optionsOf({
        'x.text-image': { text: { type: 'richtext' }, image: media },
        'x.hero': { title: string, button: string, background: media },
        'x.gallery': { images: { ...media, multiple: true } },
        'x.figure': { image: media, caption: string },
      }).best,
    ).toBe('x.figure');
  });

  it('is one whose required attributes can all be filled', () => {
    expect(
      optionsOf({
        'x.image': { image: media, width: { type: 'integer', required: true } },
        'x.full-width': { picture: media },
      }).best,
    ).toBe('x.full-width');
  });

  it('is none where every picture belongs to something else', () => {
    expect(
      optionsOf({
        'x.author': { photo: media },
        'x.team-member': { name: string, role: string, portrait: media },
        'x.columns': { left: { type: 'richtext' }, right: media },
      }).best,
    ).toBeNull();
  });
});
