import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '.';
import type { Language } from './language';
import { normaliseHeading, toSentence } from './language';
import { shorten, splitSentences } from './split-text';

const language = (code: string): Language => {
  const found = LANGUAGES.find((one) => one.code === code);
  if (!found) throw new Error(`no language ${code}`);
  return found;
};

describe('splitSentences', () => {
  it('keeps titles and initials inside their sentence', () => {
    const text = 'Dr. Keller met Mr. J. Smith at 5 p.m. They spoke for an hour. Then it rained.';
    const sentences = splitSentences(text, language('en'));
    expect(sentences.at(-1)).toBe('Then it rained.');
    expect(sentences[0]).toMatch(/^Dr\. Keller met Mr\. J\. Smith/);
  });

  it('knows the abbreviations of German', () => {
    const sentences = splitSentences(
      'Das kostet ca. zehn Euro, z.B. im Laden. Danach ist Ruhe.',
      language('de'),
    );
    expect(sentences).toEqual(['Das kostet ca. zehn Euro, z.B. im Laden.', 'Danach ist Ruhe.']);
  });

  it('splits Japanese, which has neither spaces nor full stops of ours', () => {
    expect(splitSentences('雨が降った。傘がない。', language('ja'))).toEqual([
      '雨が降った。',
      '傘がない。',
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(splitSentences('  \n ', language('en'))).toEqual([]);
  });
});

describe('shorten', () => {
  it('leaves a short text alone but for its spaces', () => {
    expect(shorten('  a  short\ntext ', 40)).toBe('a short text');
  });

  it('cuts at a word and says that something is missing', () => {
    const cut = shorten('The lighthouse keeper climbs the stairs every evening', 30);
    expect(cut).toBe('The lighthouse keeper climbs…');
    expect(cut.length).toBeLessThanOrEqual(30);
  });

  it('cuts languages without spaces, never inside a character', () => {
    const cut = shorten('😀'.repeat(40), 21);
    expect(cut.length).toBeLessThanOrEqual(21);
    expect(cut).toMatch(/^(?:😀)+…$/u);
  });
});

describe('normaliseHeading', () => {
  it.each([
    ['5. Conclusion:', 'conclusion'],
    ['**FAQ**', 'faq'],
    ['— Références —', 'références'],
    ['まとめ！', 'まとめ'],
    ['', ''],
  ])('turns "%s" into "%s"', (heading, normal) => {
    expect(normaliseHeading(heading)).toBe(normal);
  });
});

it('writes a sentence with one full stop, however many it is given', () => {
  expect(toSentence(' élan et calme.. ')).toBe('Élan et calme.');
});
