import { describe, expect, it } from 'vitest';
import type { StrapiAttributes } from '../schema';
import { bestOf, collectCandidates, isTranslationOf } from './field-candidate';

const string = { type: 'string' };
const collect = (attributes: StrapiAttributes, uid = 'api::blog-post.blog-post') =>
  collectCandidates({
    uid,
    schema: { kind: 'collectionType', info: { displayName: 'x' }, attributes },
    components: { 'x.hero': { attributes: { image: { type: 'media' }, blogTitle: string } } },
  });
const tokensOf = (name: string, uid?: string) => collect({ [name]: string }, uid)[0]?.tokens;

describe('the candidates of a type', () => {
  it('have the words of their names without those of the type', () => {
    expect(tokensOf('BlogPostTitle')).toEqual(['title']);
    expect(tokensOf('posts_content')).toEqual(['content']);
    expect(tokensOf('ImagenNoticia', 'api::noticia.noticia')).toEqual(['imagen']);
  });

  it('keep a name that is the name of the type', () => {
    const [candidate] = collect({ Article: { type: 'richtext' } }, 'api::article.article');
    expect(candidate).toMatchObject({ tokens: ['article'], isNamedLikeType: true });
  });

  it('have compound names taken apart where both halves are known', () => {
    expect(tokensOf('coverimage')).toEqual(['cover', 'image']);
    expect(tokensOf('kurzbeschreibung')).toEqual(['kurz', 'beschreibung']);
    expect(tokensOf('postimg')).toEqual(['img']);
    expect(tokensOf('subscribers')).toEqual(['subscribers']);
  });

  it('reach into single components, not into lists or system attributes', () => {
    const candidates = collect({
      hero: { type: 'component', component: 'x.hero' },
      heroes: { type: 'component', component: 'x.hero', repeatable: true },
      gone: { type: 'component', component: 'x.gone' },
      createdAt: { type: 'datetime' },
      locale: string,
    });
    expect(candidates.map(({ path, isNested }) => [path, isNested])).toEqual([
      ['hero', false],
      ['hero.image', true],
      ['hero.blogTitle', true],
      ['heroes', false],
      ['gone', false],
    ]);
  });

  it('are translations when their name ends in a language', () => {
    const isTranslation = (name: string) => collect({ [name]: string }).map(isTranslationOf)[0];
    expect(isTranslation('title_es')).toBe(true);
    expect(isTranslation('contentDe')).toBe(true);
    expect(isTranslation('title')).toBe(false);
    expect(isTranslation('de')).toBe(false);
  });
});

describe('the best candidate', () => {
  it('has the highest score, the first one in a tie, and more than zero', () => {
    expect(bestOf([1, 3, 2], (value) => value)).toBe(3);
    expect(bestOf(['a', 'b'], () => 1)).toBe('a');
    expect(bestOf([0, -1], (value) => value)).toBeNull();
    expect(bestOf([], () => 1)).toBeNull();
  });
});
