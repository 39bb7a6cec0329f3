import { describe, expect, it } from 'vitest';
import { toHex, toRgb, type Colour } from './colour';
import { createPalette, type Palette } from './palette';

const palette = (words: string, seed = 'seed'): Palette => createPalette({ words, seed });

const colours = (from: Palette): Colour[] => Object.values(from).flat();

const isBetween = (hue: number, low: number, high: number): boolean => hue >= low && hue <= high;

describe('createPalette', () => {
  it.each([
    ['terracotta and sea blue', 20, 60],
    ['deep teal', 180, 210],
    ['moss green and mist gray', 115, 145],
    ['slate blue and amber', 235, 265],
    ['soft white and leaf green', 125, 155],
    ['cream and olive', 100, 125],
  ])('takes the main colour of "%s" from its words', (words, low, high) => {
    expect(palette(words).tones[2].h).toSatisfy((hue: number) => isBetween(hue, low, high));
  });

  it('takes two words as one colour and keeps the second for beside', () => {
    const { seconds } = palette('slate blue and amber');
    expect(isBetween(seconds[1].h, 60, 90)).toBe(true);
  });

  it('only leans a little with the seed', () => {
    const hues = ['a', 'b', 'c', 'd'].map((seed) => palette('teal and sand', seed).tones[2].h);
    expect(Math.max(...hues) - Math.min(...hues)).toBeLessThan(9);
    expect(new Set(hues).size).toBe(4);
  });

  it('gives the same colours for the same unknown words, and has several for others', () => {
    expect(palette('xyzzy')).toEqual(palette('xyzzy'));
    const mains = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((words) =>
      toHex(palette(words).tones[2]),
    );
    expect(new Set(mains).size).toBeGreaterThan(2);
  });

  it.each([
    'warm ochre and sage',
    'navy',
    '',
    'black and white',
    'constructor of toString',
    'vivid red, green and blue',
  ])('keeps its parts apart in lightness and inside what a screen shows: "%s"', (words) => {
    const made = palette(words);
    const lightness = made.tones.map(({ l }) => l);
    expect(lightness).toEqual([...lightness].sort((one, other) => one - other));
    expect(made.light.l - made.ink.l).toBeGreaterThan(0.6);
    for (const colour of colours(made)) {
      expect(toHex(colour)).toMatch(/^#[0-9a-f]{6}$/);
      expect(toRgb(colour).every((value) => value >= 0 && value <= 255)).toBe(true);
    }
  });

  it('never makes the sun blue', () => {
    for (const words of ['navy and sky', 'teal', 'violet and ice', 'cool gray and deep teal']) {
      const { h } = palette(words).sun;
      expect(h < 120 || h > 335).toBe(true);
    }
  });
});
