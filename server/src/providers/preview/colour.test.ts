import { describe, expect, it } from 'vitest';
import { mix, shift, toHex, toRgb } from './colour';

describe('colours', () => {
  it('turns known OKLCH values into the sRGB everybody agrees on', () => {
    expect(toHex({ l: 1, c: 0, h: 0 })).toBe('#ffffff');
    expect(toHex({ l: 0, c: 0, h: 0 })).toBe('#000000');
    expect(toHex({ l: 0.628, c: 0.2577, h: 29.23 })).toMatch(/^#f[ef]0[0-3]0[0-3]$/);
    expect(toHex({ l: 0.452, c: 0.3132, h: 264.05 })).toMatch(/^#0[0-4]0[0-4]f[c-f]$/);
  });

  it('gives up chroma, not lightness, where a screen cannot follow', () => {
    const [red, green, blue] = toRgb({ l: 0.9, c: 0.4, h: 264 });
    expect(Math.min(red, green, blue)).toBeGreaterThan(150);
  });

  it('mixes opposites into a grey instead of a third colour', () => {
    const middle = mix({ l: 0.6, c: 0.1, h: 40 }, { l: 0.6, c: 0.1, h: 220 }, 0.5);
    expect(middle.c).toBeLessThan(0.01);
    expect(middle.l).toBeCloseTo(0.6);
  });

  it('mixes across the red end of the circle', () => {
    const middle = mix({ l: 0.5, c: 0.1, h: 350 }, { l: 0.7, c: 0.1, h: 10 }, 0.5);
    expect(Math.min(middle.h, 360 - middle.h)).toBeLessThan(0.01);
    expect(middle.l).toBeCloseTo(0.6);
  });

  it('keeps a shifted colour inside its bounds', () => {
    expect(shift({ l: 0.9, c: 0.02, h: 350 }, { l: 0.5, c: -1, h: 20 })).toEqual({
      l: 0.99,
      c: 0,
      h: 10,
    });
  });
});
