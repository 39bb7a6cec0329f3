import { describe, expect, it } from 'vitest';
import { ENGLISH, LANGUAGES } from '../languages';
import type { Section } from '../article/article';
import { findNames } from './article-names';

const article = (title: string, ...texts: string[]) => ({
  title,
  sections: texts.map(
    (text, i): Section => ({
      id: `s${i + 1}`,
      heading: null,
      level: null,
      text,
      words: 50,
      hasImage: false,
      listShare: 0,
      codeShare: 0,
      lastBlock: { part: 0, index: i },
    }),
  ),
});

describe('findNames', () => {
  it('finds names of people, places and brands inside sentences', () => {
    const names = findNames(
      article('', 'Yesterday Karsten Warholm won in Doha. The shoes came from Nike, he said.'),
      ENGLISH,
    );
    expect([...names]).toEqual(expect.arrayContaining(['Karsten', 'Warholm', 'Doha', 'Nike']));
    expect(names.has('Yesterday')).toBe(false);
    expect(names.has('The')).toBe(false);
  });

  it('does not take a word for a name that is also written small', () => {
    const names = findNames(article('', 'We like the Apple pie. An apple a day is fine.'), ENGLISH);
    expect(names.has('Apple')).toBe(false);
  });

  it('knows brands by capitals inside a word, also in the title and in German', () => {
    const german = LANGUAGES.find(({ code }) => code === 'de') ?? ENGLISH;
    const names = findNames(
      article('Das iPhone im Alltag', 'Der Hund nutzt OpenTelemetry im Garten.'),
      german,
    );
    expect([...names].sort()).toEqual(['OpenTelemetry', 'iPhone']);
  });

  it('leaves out peoples and countries, which a picture may show', () => {
    const names = findNames(
      article('', 'In the summer Norway and its Viking ships sail.'),
      ENGLISH,
    );
    expect([...names]).toEqual(['Viking']);
  });

  it('takes the genitive for the name', () => {
    expect(findNames(article('', 'It was Tesla’s car.'), ENGLISH).has('Tesla')).toBe(true);
  });

  it('reads a very long article in no time', () => {
    const text = 'The old bridge of Avignon crosses a river and Pierre waits below it every day. ';
    const started = performance.now();
    const names = findNames(
      article('', ...Array.from({ length: 60 }, () => text.repeat(60))),
      ENGLISH,
    );
    expect(names.has('Pierre')).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
