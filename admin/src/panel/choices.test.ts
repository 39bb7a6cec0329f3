import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../test/admin/builders';
import { resolveChoices, toStartRequest } from './choices';

const untouched = { count: null, includeFeatured: null, tier: null };
const mapping = makeContext().mapping!;

describe('what a click would order', () => {
  it('is what the article gets by itself when nothing was changed', () => {
    expect(resolveChoices(makeContext(), untouched)).toEqual({
      count: 2,
      includeFeatured: true,
      tier: 'basic',
      isChanged: false,
    });
  });

  it('is what the editor set', () => {
    const memory = { count: 0, includeFeatured: false, tier: 'premium' };
    expect(resolveChoices(makeContext(), memory)).toEqual({ ...memory, isChanged: true });
  });

  it('is not changed by setting what it was already', () => {
    expect(resolveChoices(makeContext(), { ...untouched, count: 2 }).isChanged).toBe(false);
  });

  it('stays within what the content type can hold', () => {
    const coverOnly = makeContext({ mapping: { ...mapping, inArticle: { kind: 'none' } } });
    expect(resolveChoices(coverOnly, { ...untouched, count: 4 }).count).toBe(0);
    const textOnly = makeContext({ mapping: { ...mapping, cover: null } });
    expect(resolveChoices(textOnly, { ...untouched, includeFeatured: true }).includeFeatured).toBe(
      false,
    );
    expect(resolveChoices(makeContext(), { ...untouched, count: 99 }).count).toBe(8);
  });
});

describe('the order sent', () => {
  it('names every number on the button, so that a default changed meanwhile changes nothing', () => {
    expect(toStartRequest(resolveChoices(makeContext(), untouched), false)).toEqual({
      count: 2,
      includeFeatured: true,
      tier: 'basic',
    });
  });

  it('is remembered for the article when the editor changed something', () => {
    const choices = resolveChoices(makeContext(), { ...untouched, count: 5 });
    expect(toStartRequest(choices, false)).toMatchObject({ count: 5, remember: true });
  });

  it('replaces only when asked to', () => {
    const choices = resolveChoices(makeContext(), untouched);
    expect(toStartRequest(choices, true)).toMatchObject({ replace: true });
    expect(toStartRequest(choices, false)).not.toHaveProperty('replace');
  });
});
