import { describe, expect, it } from 'vitest';
import { componentKind, componentRoles } from './component-roles';

const rolesOf = (attributes: Record<string, { type: string }>, uid = 'x.part') =>
  componentRoles(uid, { [uid]: { attributes } })?.map(({ name, role }) => `${name}:${role.kind}`);

describe('the attributes of a component', () => {
  it('are text, headings, lines, lists and pictures by type and name', () => {
    expect(
      rolesOf({
        headline: { type: 'string' },
        eyebrow: { type: 'string' },
        content: { type: 'richtext' },
        points: { type: 'json' },
        image: { type: 'media' },
        dark: { type: 'boolean' },
      }),
    ).toEqual([
      'headline:heading',
      'eyebrow:line',
      'content:text',
      'points:items',
      'image:picture',
    ]);
  });

  it('are nothing when they are addresses, settings or words about a picture', () => {
    expect(
      rolesOf({
        url: { type: 'string' },
        buttonLabel: { type: 'string' },
        anchorId: { type: 'string' },
        imageAlt: { type: 'string' },
        caption: { type: 'text' },
        embed: { type: 'text' },
        colorJson: { type: 'json' },
        body: { type: 'text' },
      }),
    ).toEqual(['body:text']);
  });

  it('make a heading of the text of a heading component', () => {
    expect(rolesOf({ text: { type: 'string' } }, 'blocks.heading')).toEqual(['text:heading']);
  });

  it('describe the picture where there is no text beside it', () => {
    expect(rolesOf({ image: { type: 'media' }, title: { type: 'string' } })).toEqual([
      'image:picture',
    ]);
    expect(
      rolesOf({ image: { type: 'media' }, title: { type: 'string' }, text: { type: 'text' } }),
    ).toEqual(['image:picture', 'title:heading', 'text:text']);
  });

  it('are unknown for an unknown component', () => {
    expect(componentRoles('x.gone', {})).toBeNull();
  });

  it('follow components inside, but not buttons and metadata', () => {
    const nested = (component: string) => ({ type: 'component', component });
    expect(
      rolesOf({
        entries: nested('x.a'),
        seo: nested('x.b'),
        cta: nested('x.c'),
        text: { type: 'text' },
      }),
    ).toEqual(['entries:nested', 'text:text']);
  });
});

describe('the kind of a component', () => {
  it.each([
    ['shared.rich-text', 'text'],
    ['shared.quote', 'quote'],
    ['blog.blog-cta', 'box'],
    ['blocks.callout', 'box'],
    ['blocks.code-snippet', 'code'],
    ['quote.paragraph', 'text'],
  ])('of %s is %s', (uid, kind) => {
    expect(componentKind(uid)).toBe(kind);
  });
});
