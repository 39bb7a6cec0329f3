import { describe, expect, it } from 'vitest';
import { mediaFileName, mediaFileSuffix } from './media-file-name';

const nameOf = (alternativeText: string) =>
  mediaFileName({ imageId: 'abc123', alternativeText, extension: 'webp' });

describe('mediaFileName', () => {
  it('reads like the alternative text and ends with the image id', () => {
    expect(nameOf("A fox's den, asleep in the snow!")).toBe(
      'a-foxs-den-asleep-in-the-snow.abc123.webp',
    );
  });

  it('keeps letters of every script', () => {
    expect(nameOf('Ein Fuchs schläft über Zürich')).toBe(
      'ein-fuchs-schläft-über-zürich.abc123.webp',
    );
    expect(nameOf('雪の中の狐')).toBe('雪の中の狐.abc123.webp');
    expect(nameOf('नमस्ते दुनिया')).toBe('नमस्ते-दुनिया.abc123.webp');
  });

  it('has no character that a file system refuses', () => {
    expect(nameOf('a/b\\c:d*e?f"g<h>i|j\u0000k..')).toBe('a-b-c-d-e-f-g-h-i-j-k.abc123.webp');
  });

  it('has a name even without any letter', () => {
    expect(nameOf('🦊 !!!')).toBe('image.abc123.webp');
    expect(nameOf('')).toBe('image.abc123.webp');
  });

  it('cuts a long text at a word and text without spaces at a character', () => {
    expect(nameOf('word '.repeat(40))).toBe(`${'word-'.repeat(12).slice(0, -1)}.abc123.webp`);
    expect(nameOf('狐'.repeat(300))).toBe(`${'狐'.repeat(60)}.abc123.webp`);
  });

  it('takes an extension with or without its dot', () => {
    const name = mediaFileName({ imageId: 'a', alternativeText: 'x', extension: '.png' });
    expect(name).toBe('x.a.png');
    expect(name.endsWith(mediaFileSuffix({ imageId: 'a', extension: 'png' }))).toBe(true);
  });
});
