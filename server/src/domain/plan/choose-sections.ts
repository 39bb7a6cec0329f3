import type { Section } from '../article/article';
import { cosine, type Terms } from './term-vectors';

/** A section that may get a picture, with how much there is to see in it (any positive scale) and its words. */
export type SectionCandidate = { section: Section; visual: number; terms: Terms };

type Input = {
  /** All sections of the article, for distances between pictures. */
  sections: readonly Section[];
  candidates: readonly SectionCandidate[];
  count: number;
  /** Sections that have a picture already. */
  illustratedIds: readonly string[];
};

/** A section this long has room for a picture without crowding. */
const FULL_SECTION_WORDS = 120;
/** The hero stands right above the first section; the last one is read least. */
const POSITION = { first: 0.8, last: 0.85 };
const WITH_IMAGE = 0.3;
const TOO_CLOSE = 0.6;
const REPETITION = 0.5;

/** A picture goes after its section: its place is counted in words from the start. */
const placesOf = (sections: readonly Section[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  let words = 0;
  for (const section of sections) {
    words += section.words;
    places.set(section.id, words);
  }
  return places;
};

const positionPrior = (index: number, total: number): number => {
  if (total < 2) return 1;
  if (index === 0) return POSITION.first;
  return index === total - 1 ? POSITION.last : 1;
};

const createScore = ({ sections, candidates, count }: Input) => {
  const places = placesOf(sections);
  const totalWords = sections.reduce((sum, { words }) => sum + words, 0);
  const minimumGap = ((totalWords / (count + 1)) * 2) / 3;
  return (candidate: SectionCandidate, picked: SectionCandidate[], taken: string[]): number => {
    const { section, visual, terms } = candidate;
    const place = places.get(section.id) ?? 0;
    const isTooClose = taken.some((id) => Math.abs((places.get(id) ?? 0) - place) < minimumGap);
    const alike = Math.max(0, ...picked.map((other) => cosine(terms, other.terms)));
    return (
      visual *
      Math.min(1, section.words / FULL_SECTION_WORDS) *
      positionPrior(candidates.indexOf(candidate), candidates.length) *
      (section.hasImage ? WITH_IMAGE : 1) *
      (1 - REPETITION * alike) *
      (isTooClose ? TOO_CLOSE : 1)
    );
  };
};

/**
 * Picks sections one after the other: much to see, unlike the ones already picked, and apart from other pictures.
 * Returns at most `count`, in reading order. The same input always gives the same choice.
 */
export const chooseSections = (input: Input): Section[] => {
  const score = createScore(input);
  const withImage = input.sections.filter(({ hasImage }) => hasImage).map(({ id }) => id);
  const taken = [...input.illustratedIds, ...withImage];
  const picked: SectionCandidate[] = [];
  while (picked.length < Math.min(input.count, input.candidates.length)) {
    const ranked = input.candidates
      .filter((candidate) => !picked.includes(candidate))
      .map((candidate) => {
        const others = taken.filter((id) => id !== candidate.section.id);
        return { candidate, score: score(candidate, picked, others) };
      })
      .sort((a, b) => b.score - a.score);
    const best = ranked[0]?.candidate;
    if (!best) break;
    picked.push(best);
    taken.push(best.section.id);
  }
  const order = input.sections.map(({ id }) => id);
  return picked
    .map(({ section }) => section)
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
};
