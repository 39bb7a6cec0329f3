import { describe, expect, it } from 'vitest';
import { ALTERNATIVE_TEXT_MAX, tidyAlternativeText } from './alternative-text';

describe('tidyAlternativeText', () => {
  it.each([
    ['An image of a red barn in snow.', 'A red barn in snow.'],
    ['Photo of two bees', 'Two bees.'],
    ['A close-up photograph showing wet leaves.', 'Wet leaves.'],
    ['The image depicting a bridge', 'A bridge.'],
    ['Une photo de la plage', 'Plage.'],
    ['Image d’un pont', 'Un pont.'],
    ['Bild von einem Hafen', 'Einem Hafen.'],
    ['Imagen de un faro', 'Un faro.'],
    ['Uma imagem de um farol', 'Um farol.'],
    ['صورة لمنارة', 'منارة.'],
    ['图片显示一座灯塔', '一座灯塔。'],
  ])('turns "%s" into "%s"', (text, tidy) => {
    expect(tidyAlternativeText(text)).toBe(tidy);
  });

  it.each([
    'Images flicker on a wall.',
    'Photographers wait by the river.',
    'Imagenes vivas.',
    'Bilder hängen an der Wand.',
  ])('leaves "%s" alone', (text) => {
    expect(tidyAlternativeText(text)).toBe(text);
  });

  it('cuts a long text at a word and ends it with a full stop', () => {
    const text = 'A lighthouse keeper climbs the narrow iron stairs '.repeat(6);
    const tidy = tidyAlternativeText(text);
    expect(tidy.length).toBeLessThanOrEqual(ALTERNATIVE_TEXT_MAX);
    expect(tidy.length).toBeGreaterThan(ALTERNATIVE_TEXT_MAX - 20);
    expect(tidy).toMatch(/\w\.$/);
    const words = new Set(text.split(' '));
    expect(
      tidy
        .slice(0, -1)
        .split(' ')
        .every((word) => words.has(word)),
    ).toBe(true);
  });

  it('keeps the word that ends exactly at the limit', () => {
    const text = `${'abcdefghi '.repeat(12)}abcd more words that follow`;
    expect(tidyAlternativeText(text)).toBe(`A${text.slice(1, 124)}.`);
  });

  it('cuts languages without spaces and never inside a character', () => {
    const tidy = tidyAlternativeText('😀灯台'.repeat(80));
    expect(tidy.length).toBeLessThanOrEqual(ALTERNATIVE_TEXT_MAX);
    expect(tidy).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it('takes out markup, line breaks and control characters', () => {
    expect(tidyAlternativeText('<b>A *red*\n barn</b>\u0007 in `snow`')).toBe(
      'A red barn in snow.',
    );
  });

  it('keeps the mark a sentence ends with', () => {
    expect(tidyAlternativeText('灯台が立つ。')).toBe('灯台が立つ。');
    expect(tidyAlternativeText('Is it a bridge?')).toBe('Is it a bridge?');
  });

  it('leaves nothing of nothing', () => {
    expect(tidyAlternativeText('  \n')).toBe('');
    expect(tidyAlternativeText('Image of ')).not.toMatch(/^\.$/);
  });
});
