import type { ImageryDomain, Language, ThemedDomain } from '../../domain/languages/language';
import { countLexicon } from './lexicon-motifs';
import type { Reading } from './reading';

/** How many different words a domain needs, and how strong it must be against the article's length. */
const FLOOR = { words: 3, score: 4, perHundredWords: 0.6 };
/** A title alone is short: one telling word in it is enough. */
const TITLE_ONLY_WORDS = 30;
const TITLE_WEIGHT = 2;
const GRAVE = { words: 3, perHundredWords: 0.4 };

const scoreDomains = (text: Reading, language: Language): Map<ThemedDomain, [number, number]> => {
  const scores = new Map<ThemedDomain, [number, number]>();
  for (const [entry, count] of countLexicon(text, language)) {
    const [words, score] = scores.get(entry.domain) ?? [0, 0];
    scores.set(entry.domain, [words + 1, score + 1 + Math.log(count)]);
  }
  return scores;
};

/** What the article is about, by the density of each domain's words; `other` when none stands out. */
export const detectDomain = (
  { title, text }: { title: Reading; text: Reading },
  language: Language,
): ImageryDomain => {
  const total = text.words.length;
  const inTitle = scoreDomains(title, language);
  const inText = scoreDomains(text, language);
  const ranked = [...new Set([...inTitle.keys(), ...inText.keys()])]
    .map((domain) => {
      const [words, score] = inText.get(domain) ?? [0, 0];
      const [titleWords, titleScore] = inTitle.get(domain) ?? [0, 0];
      return { domain, words: words + titleWords, score: score + TITLE_WEIGHT * titleScore };
    })
    .sort((a, b) => b.score - a.score || (a.domain < b.domain ? -1 : 1));
  const best = ranked[0];
  if (!best) return 'other';
  if (total < TITLE_ONLY_WORDS) return best.domain;
  // A long text brings a few words of every domain.
  const floor = Math.max(FLOOR.score, Math.min(10, (total / 100) * FLOOR.perHundredWords));
  return best.words >= FLOOR.words && best.score >= floor ? best.domain : 'other';
};

/** An article of war, death or crime: it gets quiet pictures that show none of it. */
export const isGrave = (
  { title, text }: { title: Reading; text: Reading },
  { isSpaced, graveWords }: Language,
): boolean => {
  const count = (reading: Reading) =>
    isSpaced
      ? reading.words.filter((word) => graveWords.has(word)).length
      : [...graveWords].reduce((sum, word) => sum + reading.text.split(word).length - 1, 0);
  const hits = count(text) + TITLE_WEIGHT * count(title);
  return hits >= GRAVE.words && hits >= (text.words.length / 100) * GRAVE.perHundredWords;
};
