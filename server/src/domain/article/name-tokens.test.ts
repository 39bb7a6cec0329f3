import { describe, expect, it } from 'vitest';
import { hasToken, tokensOf, wordSet } from './name-tokens';

describe('the words of a name', () => {
  it('are found in every way of writing', () => {
    expect(tokensOf('heroImageURL')).toEqual(['hero', 'image', 'url']);
    expect(tokensOf('hero_image-url')).toEqual(['hero', 'image', 'url']);
    expect(tokensOf('HTMLBody')).toEqual(['html', 'body']);
    expect(tokensOf('content2')).toEqual(['content', '2']);
    expect(tokensOf('Título_Principal')).toEqual(['titulo', 'principal']);
    expect(tokensOf('seo.metaTitle')).toEqual(['seo', 'meta', 'title']);
    expect(tokensOf('__')).toEqual([]);
  });

  it('are looked up in word lists', () => {
    const words = wordSet(' cover\n hero ');
    expect(hasToken(['my', 'hero'], words)).toBe(true);
    expect(hasToken(['heroes'], words)).toBe(false);
    expect(words.size).toBe(2);
  });
});
