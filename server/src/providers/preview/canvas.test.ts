import { describe, expect, it } from 'vitest';
import { createCanvas } from './canvas';
import { paintBadge } from './badge';
import { createPalette } from './palette';
import { circle, rectangle } from './paths';
import { createRandom } from './seeded-random';

const canvas = (subject = '') =>
  createCanvas({
    size: { width: 400, height: 300 },
    random: createRandom('test'),
    palette: createPalette({ words: 'teal', seed: 'test' }),
    subject,
  });

const count = (svg: string, tag: string): number => svg.split(`<${tag}`).length - 1;

describe('the canvas', () => {
  it('draws a shape in both layers, so that it covers the shading below', () => {
    const one = canvas();
    const { ink } = one.palette;
    const shade = { from: [0, 0], to: [0, 9], dark: [1, 0] } as const;
    one.paint({ path: circle(9, 9, 5), fill: ink, shade: { ...shade, dark: [1, 0] } });
    one.paint({ path: rectangle(0, 0, 9, 9), fill: ink });
    const { colours, shades } = one.toSvg();
    expect(count(colours, 'path')).toBe(2);
    expect(count(shades, 'path')).toBe(3);
    expect(shades).toContain('rgb(255,0,0)');
  });

  it('lets lines and veils leave the shading alone', () => {
    const one = canvas();
    const { ink } = one.palette;
    one.paint({ path: 'M0 0L9 9', stroke: { colour: ink, width: 2 } });
    one.paint({ path: rectangle(0, 0, 9, 9), fill: ink, opacity: 0.2 });
    expect(count(one.toSvg().shades, 'path')).toBe(1);
  });

  it('holds no text, so that a machine without fonts draws the same', () => {
    const one = canvas('<text>&"');
    paintBadge(one, '<text x="1">Café & "Bar"</text>');
    const { colours } = one.toSvg();
    expect(colours).not.toMatch(/<text|&|Caf/i);
    expect(count(colours, 'path')).toBe(3);
  });

  it('leaves the subject out of the badge where there is no room for it', () => {
    const narrow = createCanvas({
      size: { width: 80, height: 300 },
      random: createRandom('test'),
      palette: createPalette({ words: 'teal', seed: 'test' }),
    });
    paintBadge(narrow, 'a long subject that does not fit');
    expect(count(narrow.toSvg().colours, 'path')).toBe(2);
  });

  it('knows what it is about', () => {
    expect(canvas('Rye BREAD').isAbout(/bread/)).toBe(true);
    expect(canvas('rice').isAbout(/bread/)).toBe(false);
  });
});
