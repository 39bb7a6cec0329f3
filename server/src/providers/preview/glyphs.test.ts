import { describe, expect, it } from 'vitest';
import { drawText, toDrawable } from './glyphs';

describe('toDrawable', () => {
  it.each([
    ['Zürich – Käse & Straße', 'ZURICH - KASE & STRASSE'],
    ["sheep's milk", "SHEEP'S MILK"],
    ['Łódź, Ærø', 'LODZ, AERO'],
    ['two\n\tlines', 'TWO LINES'],
    ['東京 2026', '2026'],
    ['<b>"x"</b>', 'BX/B'],
    ['', ''],
  ])('writes %j as %j', (text, drawable) => {
    expect(toDrawable(text)).toBe(drawable);
  });
});

describe('drawText', () => {
  it('draws every letter, digit and sign it knows inside its line', () => {
    const text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'.,:/!?()&";
    const { path, width } = drawText(text, { x: 10, y: 20, height: 10 });
    const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    expect(path).toMatch(/^M[\d .\-LCM]+$/);
    expect(path).not.toContain('NaN');
    const rows = numbers.filter((_, index) => index % 2 === 1);
    expect(Math.min(...rows)).toBeGreaterThan(17);
    expect(Math.max(...rows)).toBeLessThan(33);
    expect(width).toBeGreaterThan(300);
  });

  it('measures nothing for nothing, and scales with the height', () => {
    expect(drawText('', { x: 0, y: 0, height: 10 }).width).toBe(0);
    const small = drawText('PREVIEW', { x: 0, y: 0, height: 10 }).width;
    expect(drawText('PREVIEW', { x: 0, y: 0, height: 20 }).width).toBeCloseTo(small * 2);
  });
});
