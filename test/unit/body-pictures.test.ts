import { describe, expect, it } from 'vitest';
import { bodyPictures } from '../site/body-pictures';

const found = { url: '/uploads/a.webp', alt: 'A pan', heading: 'Directions' };

describe('reading pictures out of a body', () => {
  it('reads Markdown', () => {
    const body =
      '![First](/uploads/b.webp)\n\n## Directions\n\nFry it.\n\n![A pan](/uploads/a.webp)';
    expect(bodyPictures('markdown', body)).toEqual([
      { url: '/uploads/b.webp', alt: 'First', heading: null },
      found,
    ]);
  });

  it('reads Blocks', () => {
    const image = { url: '/uploads/a.webp', alternativeText: 'A pan' };
    const body = [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Directions' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Fry it.' }] },
      { type: 'image', image, children: [{ type: 'text', text: '' }] },
    ];
    expect(bodyPictures('blocks', body)).toEqual([found]);
  });

  it('reads HTML', () => {
    const body =
      '<h2>Direc<em>tions</em></h2><p>Fry it.</p><figure><img src="/uploads/a.webp" alt="A pan"></figure>';
    expect(bodyPictures('html', body)).toEqual([found]);
  });

  it('reads a dynamic zone, where the heading stands in an earlier component', () => {
    const body = [
      { __component: 'shared.rich-text', body: '## Directions\n\nFry it.' },
      {
        __component: 'shared.media',
        file: { url: '/uploads/a.webp', alternativeText: 'A pan' },
      },
      { __component: 'shared.media', file: null },
    ];
    expect(bodyPictures('zone', body)).toEqual([found]);
  });

  it('finds nothing in a body without pictures', () => {
    expect(bodyPictures('markdown', '## Directions\n\nFry it.')).toEqual([]);
    expect(bodyPictures('zone', null)).toEqual([]);
  });
});
