import { describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../errors';
import { resolveChoices, resolveDeriver } from './choices';

type Levels = Parameters<typeof resolveChoices>[0];

const levels = (changes: Partial<Levels> = {}): Levels => ({
  request: {},
  article: null,
  contentType: { count: null, tier: null },
  site: { count: 4, tier: null },
  ...changes,
});

describe('choices', () => {
  it('fall back to the site, with the cover and the default model', () => {
    expect(resolveChoices(levels())).toEqual({
      count: 4,
      countSource: 'site',
      inheritedCount: 4,
      includeFeatured: true,
      tier: null,
      tierSource: 'model',
    });
  });

  it('take the nearest level that decides', () => {
    const all = levels({
      request: { count: 1, tier: 'r' },
      article: { count: 2, tier: 'a', includeFeatured: false },
      contentType: { count: 3, tier: 'c' },
      site: { count: 4, tier: 's' },
    });
    expect(resolveChoices(all)).toMatchObject({ count: 1, tier: 'r', countSource: 'request' });
    const article = resolveChoices({ ...all, request: {} });
    expect(article).toMatchObject({
      count: 2,
      tier: 'a',
      tierSource: 'article',
      inheritedCount: 3,
    });
    expect(article.includeFeatured).toBe(false);
    const type = resolveChoices({ ...all, request: {}, article: null });
    expect(type).toMatchObject({ count: 3, tier: 'c', countSource: 'contentType' });
  });

  it('allow no in-article image at all on an article, which means cover only', () => {
    const choices = resolveChoices(
      levels({ article: { count: 0, tier: null, includeFeatured: null } }),
    );
    expect(choices).toMatchObject({ count: 0, countSource: 'article', inheritedCount: 4 });
  });

  it.each([-1, 9, 2.5, Number.NaN])('refuse %s in-article images with the limits', (count) => {
    expect(() => resolveChoices(levels({ request: { count } }))).toThrow(ArticleImagesError);
    expect(() => resolveChoices(levels({ request: { count } }))).toThrow(/0 to 8/);
  });
});

describe('deriver', () => {
  it('is the text model where one is configured, unless the site decided otherwise', () => {
    expect(resolveDeriver(null, true)).toBe('llm');
    expect(resolveDeriver(null, false)).toBe('extractive');
    expect(resolveDeriver('extractive', true)).toBe('extractive');
    expect(resolveDeriver('llm', true)).toBe('llm');
  });

  it('is extractive when the text model a site chose is not configured any more', () => {
    expect(resolveDeriver('llm', false)).toBe('extractive');
  });
});
