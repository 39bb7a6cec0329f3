import type { ImageryDomain, Language, LexiconEntry } from '../../domain/languages/language';
import { findHeadNoun } from './concrete-nouns';
import type { Motif } from './motif';
import { FIGURATIVE_NOUNS, PHYSICAL_DOMAINS } from './noun-lists';
import type { Reading } from './reading';

const IN_TITLE = 1.8;

/** How often each entry of a language's lexicon occurs in a text. */
export type LexiconCounts = ReadonlyMap<LexiconEntry, number>;

const occurrences = (text: string, word: string): number => text.split(word).length - 1;

const countUnspaced = (text: string, { lexicon }: Language): LexiconCounts => {
  const lower = text.toLocaleLowerCase();
  const counts = lexicon.map((entry) => [entry, occurrences(lower, entry.stem)] as const);
  return new Map(counts.filter(([, count]) => count > 0));
};

/** Counts the lexicon's words in a text: by stem, or as pieces of text where words are not spaced. */
export const countLexicon = (reading: Reading, language: Language): LexiconCounts => {
  if (!language.isSpaced) return countUnspaced(reading.text, language);
  const stems = new Map<string, number>();
  for (const word of reading.words) {
    const stem = language.stem(word);
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  return new Map(
    language.lexicon.flatMap((entry) => {
      const count = stems.get(entry.stem);
      return count ? [[entry, count] as const] : [];
    }),
  );
};

/** "Merkle trees" are no trees. */
const isLiteral = (lemma: string, domain: ImageryDomain): boolean =>
  domain === 'other' || PHYSICAL_DOMAINS.has(domain) || !FIGURATIVE_NOUNS.has(lemma);

/** Several forms may stand for one thing; the first in the list is the one to show. */
const displayWord = ({ english, word }: LexiconEntry, { lexicon }: Language): string =>
  lexicon.find((other) => other.english === english)?.word ?? word;

/**
 * The things a picture of this text could show, best first, in languages other than English: the words of the text
 * itself never reach the prompt, only their English counterparts from the lexicon do.
 */
export const findLexiconMotifs = ({
  text,
  heading,
  language,
  domain,
}: {
  text: Reading;
  heading: Reading;
  language: Language;
  domain: ImageryDomain;
}): Motif[] => {
  const inHeading = countLexicon(heading, language);
  const motifs = new Map<string, Motif>();
  for (const [entry, count] of [...inHeading, ...countLexicon(text, language)]) {
    const noun = entry.english ? findHeadNoun(entry.english) : null;
    if (!entry.english || !noun || !isLiteral(noun.lemma, domain)) continue;
    const score = (1 + Math.log(count)) * (inHeading.has(entry) ? IN_TITLE : 1);
    const known = motifs.get(entry.english);
    if (known && known.score >= score) continue;
    motifs.set(entry.english, {
      key: entry.english,
      english: entry.english,
      native: displayWord(entry, language),
      kind: noun.kind,
      score,
    });
  }
  return [...motifs.values()].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
};
