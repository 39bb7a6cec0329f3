import { describe, expect, it } from 'vitest';
import { hashText, tidyText } from './plain-text';

describe('plain text', () => {
  it('is tidied to one space between words and no empty lines', () => {
    expect(tidyText('  One\u00a0 two \r\n\r\n\tthree\n')).toBe('One two\nthree');
  });

  it('keeps its hash when only whitespace, case or the encoding of accents changes', () => {
    expect(hashText('Café  au\nlait')).toBe(hashText(' cafe\u0301 au LAIT '));
    expect(hashText('Café au lait')).not.toBe(hashText('Cafe au lait'));
    expect(hashText('')).toMatch(/^[0-9a-f]{32}$/);
  });
});
