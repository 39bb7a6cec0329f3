import { describe, expect, it } from 'vitest';
import { parseSize, type ImageSize } from './image-size';
import { isLegalSize } from './is-legal-size';
import type { SizeConstraint } from './model-config';

const list: SizeConstraint = { kind: 'list', sizes: ['1024x1024', '1536x1024', '1024x1536'] };
const grid: SizeConstraint = {
  kind: 'grid',
  multipleOf: 16,
  minEdge: 16,
  maxEdge: 3840,
  minPixels: 655_360,
  maxPixels: 8_294_400,
  minAspect: 1 / 3,
  maxAspect: 3,
};

const check = (constraint: SizeConstraint | null, text: string) =>
  isLegalSize({ constraint, size: parseSize(text) as ImageSize });

describe('isLegalSize', () => {
  it('passes every size when no rule is known', () => {
    expect(check(null, '123x457')).toEqual({ isLegal: true, problems: [], nearest: [] });
  });

  it.each(['1024x1024', '1536x1024', '1024x1536'])('passes the listed size %s', (size) => {
    expect(check(list, size).isLegal).toBe(true);
  });

  it('names the listed sizes when another one is asked, the closest in shape first', () => {
    const result = check(list, '1920x1080');
    expect(result.problems).toEqual(['The model makes only 1024x1024, 1536x1024, 1024x1536.']);
    expect(result.nearest).toEqual(['1536x1024', '1024x1024', '1024x1536']);
  });

  it.each(['1536x864', '1280x720', '1920x1088', '3840x2160', '2048x2048'])(
    'passes the grid size %s',
    (size) => {
      expect(check(grid, size)).toEqual({ isLegal: true, problems: [], nearest: [] });
    },
  );

  it('says that 1080 is not a multiple of 16 and offers sizes around 1920x1080', () => {
    const result = check(grid, '1920x1080');
    expect(result.problems).toEqual(['The height 1080 is not a multiple of 16.']);
    expect(result.nearest).toHaveLength(3);
    for (const text of result.nearest) {
      const { width, height } = parseSize(text) as ImageSize;
      expect(check(grid, text).isLegal).toBe(true);
      expect(Math.abs(width / height - 1920 / 1080)).toBeLessThan(0.05);
      expect(Math.abs(width - 1920)).toBeLessThanOrEqual(64);
    }
  });

  it.each([
    ['512x512', 'fewer than the 655360'],
    ['3840x3840', 'more than the 8294400'],
    ['4096x1024', 'above the longest edge of 3840'],
    ['512x2048', 'taller than 1:3'],
    ['3200x800', 'wider than 3:1'],
  ])('refuses %s with a sentence', (size, sentence) => {
    const result = check(grid, size);
    expect(result.isLegal).toBe(false);
    expect(result.problems.join(' ')).toContain(sentence);
    expect(result.nearest.map((one) => check(grid, one).isLegal)).toEqual([true, true, true]);
  });

  it('keeps a square square', () => {
    expect(check(grid, '1000x1000').nearest[0]).toBe('1008x1008');
    expect(check(grid, '500x500').nearest[0]).toBe('816x816');
  });

  it('names every broken rule, one sentence each', () => {
    const small: SizeConstraint = { kind: 'grid', multipleOf: 64, minEdge: 256, maxEdge: 512 };
    expect(check(small, '100x600').problems).toEqual([
      'The width 100 is not a multiple of 64.',
      'The width 100 is below the smallest edge of 256.',
      'The height 600 is not a multiple of 64.',
      'The height 600 is above the longest edge of 512.',
    ]);
  });

  it('finds no size for a rule that contradicts itself, and does not hang', () => {
    const impossible: SizeConstraint = {
      kind: 'grid',
      multipleOf: 64,
      minEdge: 100,
      maxEdge: 120,
    };
    expect(check(impossible, '1024x1024').nearest).toEqual([]);
  });

  it('finds sizes where every pixel counts', () => {
    const fine: SizeConstraint = {
      kind: 'grid',
      multipleOf: 1,
      minEdge: 480,
      maxEdge: 16_384,
      minPixels: 3_686_400,
      maxPixels: 16_777_216,
    };
    const [first] = check(fine, '1280x720').nearest;
    const { width, height } = parseSize(first) as ImageSize;
    expect(width * height).toBeGreaterThanOrEqual(3_686_400);
    expect(width * height).toBeLessThan(3_700_000);
    expect(width / height).toBeCloseTo(16 / 9, 2);
  });
});
