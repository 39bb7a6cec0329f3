import { createHash } from 'node:crypto';

/** One space between words, no blank lines; lines (of a list, of a table) stay lines. */
export const tidyText = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** A short fingerprint of a text; case, whitespace and the way accents are encoded do not change it. */
export const hashText = (text: string): string =>
  createHash('sha256')
    .update(text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase())
    .digest('hex')
    .slice(0, 32);
