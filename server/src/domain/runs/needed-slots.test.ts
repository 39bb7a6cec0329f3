import { describe, expect, it } from 'vitest';
import { neededSlots } from './needed-slots';

type Input = Parameters<typeof neededSlots>[0];

const input = (changes: Partial<Input> = {}): Input => ({
  article: { isCoverFilled: false, inArticleCount: 0 },
  ours: [],
  choices: { count: 4, includeFeatured: true },
  canHoldCover: true,
  canHoldInArticle: true,
  replace: false,
  isAutomatic: false,
  ...changes,
});

const ours = (
  role: 'featured' | 'in_article',
  status: string,
  unplacedReason: string | null = null,
) => ({
  role,
  status,
  unplacedReason,
});

describe('needed slots', () => {
  it('are the cover and every in-article image of an article without pictures', () => {
    expect(neededSlots(input())).toEqual({ includeFeatured: true, count: 4 });
  });

  it('leave a cover that a person chose alone', () => {
    const article = { isCoverFilled: true, inArticleCount: 0 };
    expect(neededSlots(input({ article }))).toEqual({ includeFeatured: false, count: 4 });
  });

  it('count our attached pictures, so that a second click makes only what is missing', () => {
    const article = { isCoverFilled: true, inArticleCount: 3 };
    const attached = [1, 2, 3].map(() => ours('in_article', 'attached'));
    expect(neededSlots(input({ article, ours: attached })).count).toBe(1);
  });

  it('do not count an attached picture that is no longer in the article', () => {
    const article = { isCoverFilled: false, inArticleCount: 0 };
    expect(neededSlots(input({ article, ours: [ours('in_article', 'attached')] })).count).toBe(4);
  });

  it('count pictures that wait for a place', () => {
    const waiting = [
      ours('featured', 'ready', 'in_form'),
      ours('in_article', 'ready', 'anchor_gone'),
    ];
    expect(neededSlots(input({ ours: waiting }))).toEqual({ includeFeatured: false, count: 3 });
  });

  it('let a person ask for pictures beside their own, but automation counts those as filled', () => {
    const article = { isCoverFilled: false, inArticleCount: 3 };
    expect(neededSlots(input({ article })).count).toBe(4);
    expect(neededSlots(input({ article, isAutomatic: true })).count).toBe(1);
  });

  it('are not made again by automation after an editor took pictures out on purpose', () => {
    const removed = [
      ours('featured', 'ready', 'removed_by_editor'),
      ours('in_article', 'ready', 'removed_by_editor'),
    ];
    expect(neededSlots(input({ ours: removed, isAutomatic: true }))).toEqual({
      includeFeatured: false,
      count: 3,
    });
    expect(neededSlots(input({ ours: removed }))).toEqual({ includeFeatured: true, count: 4 });
  });

  it('are all of them when a person asks for new versions', () => {
    const article = { isCoverFilled: true, inArticleCount: 4 };
    expect(neededSlots(input({ article, replace: true }))).toEqual({
      includeFeatured: true,
      count: 4,
    });
  });

  it('leave out what the content type cannot hold', () => {
    expect(neededSlots(input({ canHoldCover: false }))).toEqual({
      includeFeatured: false,
      count: 4,
    });
    expect(neededSlots(input({ canHoldInArticle: false, replace: true }))).toEqual({
      includeFeatured: true,
      count: 0,
    });
  });

  it('never go below zero when an article has more pictures than asked for', () => {
    const article = { isCoverFilled: true, inArticleCount: 9 };
    expect(neededSlots(input({ article, isAutomatic: true })).count).toBe(0);
  });
});
