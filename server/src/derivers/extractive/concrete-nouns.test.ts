import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages';
import { GLYPH_OBJECTS, HARM } from '../../domain/prompts/prompt-words';
import { findConcreteNoun, findHeadNoun } from './concrete-nouns';
import data from './concrete-nouns.json';

const { licence, ...kinds } = data;
const lemmas = Object.values(kinds).flatMap((list) =>
  list.split(' ').map((item) => item.slice(0, -1)),
);

describe('the list of concrete nouns', () => {
  it.each([
    ['cheese', 'food'],
    ['penguin', 'animal'],
    ['salmon', 'edibleAnimal'],
    ['oak', 'tree'],
    ['tulip', 'plant'],
    ['bridge', 'building'],
    ['ferry', 'vehicle'],
    ['chair', 'furniture'],
    ['kettle', 'thing'],
    ['river', 'landscape'],
    ['marble', 'material'],
  ])('knows %s as %s', (lemma, kind) => {
    expect(findConcreteNoun(lemma)?.kind).toBe(kind);
  });

  it.each(['justice', 'velocity', 'strategy', 'opinion', 'Berlin', 'apple pie', ''])(
    'knows nothing to see in "%s"',
    (word) => {
      expect(findConcreteNoun(word)).toBeNull();
    },
  );

  it.each(['rifle', 'syringe', 'coffin', 'cocaine', 'corpse', 'dildo', 'swastika', 'bra'])(
    'leaves out %s',
    (word) => {
      expect(findConcreteNoun(word)).toBeNull();
    },
  );

  it('holds nothing that a prompt must not show', () => {
    const broken = lemmas.filter((lemma) => GLYPH_OBJECTS.has(lemma) || HARM.test(lemma));
    expect(broken).toEqual([]);
  });

  it('rates every noun between 0 and 1', () => {
    for (const lemma of lemmas) {
      const { concreteness } = findConcreteNoun(lemma) ?? { concreteness: 0 };
      expect(concreteness, lemma).toBeGreaterThan(0);
      expect(concreteness, lemma).toBeLessThanOrEqual(1);
    }
  });

  it('stays small enough to ship', () => {
    const file = readFileSync(new URL('./concrete-nouns.json', import.meta.url));
    expect(gzipSync(file).length).toBeLessThan(40_000);
    expect(new Set(lemmas).size).toBe(lemmas.length);
  });

  it('carries the notice its source asks for', () => {
    expect(data.licence).toContain('WordNet 3.1 Copyright 2011 by Princeton University');
    expect(data.licence).toContain('Permission to use, copy, modify and distribute');
    const beside = readFileSync(new URL('./concrete-nouns.LICENCE.txt', import.meta.url), 'utf8');
    expect(beside.trim()).toBe(licence);
  });
});

describe('findHeadNoun', () => {
  it.each([
    ['a wooden table', 'table'],
    ['ripe tomatoes', 'tomato'],
    ['mountains', 'mountain'],
    ['the sea', 'sea'],
  ])('finds in "%s" the %s', (phrase, lemma) => {
    expect(findHeadNoun(phrase)?.lemma).toBe(lemma);
  });

  it('finds nothing where the last word names nothing to see', () => {
    expect(findHeadNoun('a strong opinion')).toBeNull();
  });
});

it('knows every English thing the lexicons of other languages point to', () => {
  for (const { code, lexicon } of LANGUAGES) {
    for (const { word, english } of lexicon) {
      if (english) expect(findHeadNoun(english), `${code}: ${word}=${english}`).not.toBeNull();
    }
  }
});
