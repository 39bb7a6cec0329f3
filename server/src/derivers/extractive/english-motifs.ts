import type { ImageryDomain } from '../../domain/languages/language';
import { findConcreteNoun, type ConcreteNoun, type NounKind } from './concrete-nouns';
import type { Motif } from './motif';
import { FIGURATIVE_NOUNS, GENERIC_NOUNS, PHYSICAL_DOMAINS, VISUAL_ADJECTIVES } from './noun-lists';
import type { Tagger, Token } from './tagger';

const IN_TITLE = 1.8;
/** `:movie_camera:` in Markdown is a picture, not a camera. */
const EMOJI_CODE = /:[a-z][\w+-]*:/g;
/** Kinds spoken of without "a": cheese, snow. */
const MASS_KINDS: NounKind[] = ['food', 'material', 'ediblePlant'];
/** Nouns of these kinds say what another noun is made of or grows: stone bridge, apple tree. */
const MODIFIER_KINDS: NounKind[] = ['food', 'material', 'edibleAnimal', 'ediblePlant', 'tree'];
/** There is one of it in a picture. */
/** Words without a singular one could draw. */
const UNCOUNTED =
  'grass seaweed moss ivy clover bamboo foliage wheat corn barley cattle sheep livestock poultry deer'
    .concat(' fish salmon pottery jewelry luggage furniture glass ice')
    .split(' ');
const DENIALS = ['no', 'not', 'without', 'never', 'instead', "n't"];
const UNIQUE = ['sea', 'ocean', 'coastline', 'desert'];

type Sighting = {
  noun: ConcreteNoun;
  surfaces: string[];
  modifiers: string[];
  hasArticle: boolean;
};

const isSmall = (value: string): boolean => /^[a-z]+$/.test(value);

const isUsable = (lemma: string, domain: ImageryDomain): boolean =>
  !GENERIC_NOUNS.has(lemma) &&
  (domain === 'other' || PHYSICAL_DOMAINS.has(domain) || !FIGURATIVE_NOUNS.has(lemma));

const modifierOf = (token: Token | undefined): string | null => {
  if (!token || !isSmall(token.value)) return null;
  if (VISUAL_ADJECTIVES.has(token.value)) return token.value;
  const noun = token.partOfSpeech === 'NOUN' ? findConcreteNoun(token.lemma) : null;
  return noun && MODIFIER_KINDS.includes(noun.kind) ? token.value : null;
};

/** "Garden beds" are no beds: a noun qualified by one we cannot show means something else. */
const isCompound = (before: Token | undefined): boolean =>
  before !== undefined &&
  (before.partOfSpeech === 'NOUN' || findConcreteNoun(before.value) !== null) &&
  modifierOf(before) === null;

/** "Three days without a car" is not about a car. */
const isDenied = (tokens: Token[], at: number): boolean => {
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ value }) => value.toLowerCase());
  const clause = before.slice(before.findLastIndex((value) => /^[.,;:!?]$/.test(value)) + 1);
  return clause.some((value) => DENIALS.includes(value));
};

/** Walks the words once; a noun in front of another noun only qualifies it, except in lists of ingredients. */
const collect = (tokens: Token[], domain: ImageryDomain): Map<string, Sighting> => {
  const sightings = new Map<string, Sighting>();
  tokens.forEach((token, i) => {
    if (token.partOfSpeech !== 'NOUN' || !isSmall(token.value)) return;
    const noun = isUsable(token.lemma, domain) ? findConcreteNoun(token.lemma) : null;
    const isQualifier = tokens[i + 1]?.partOfSpeech === 'NOUN' && domain !== 'food';
    if (!noun || isQualifier || isCompound(tokens[i - 1]) || isDenied(tokens, i)) return;
    const sighting = sightings.get(token.lemma) ?? {
      noun,
      surfaces: [],
      modifiers: [],
      hasArticle: false,
    };
    const modifier = modifierOf(tokens[i - 1]);
    sighting.surfaces.push(token.value);
    if (modifier && modifier !== token.value) sighting.modifiers.push(modifier);
    sighting.hasArticle ||= /^an?$/i.test(tokens[i - (modifier ? 2 : 1)]?.value ?? '');
    sightings.set(token.lemma, sighting);
  });
  return sightings;
};

const withArticle = (phrase: string): string =>
  /^(?:[aeio]|u(?!ni|se|ku))/.test(phrase) ? `an ${phrase}` : `a ${phrase}`;

const mostFrequent = (words: string[]): string | undefined => {
  const count = (word: string) => words.filter((other) => other === word).length;
  return words.toSorted((a, b) => count(b) - count(a))[0];
};

const phraseOf = (lemma: string, { noun, surfaces, modifiers, hasArticle }: Sighting): string => {
  const plurals = surfaces.filter((surface) => surface !== lemma && surface.endsWith('s'));
  const plural = plurals.length * 2 > surfaces.length ? plurals[0] : undefined;
  const phrase = [mostFrequent(modifiers), plural ?? lemma].filter(Boolean).join(' ');
  if (UNIQUE.includes(lemma)) return `the ${phrase}`;
  const isBare =
    plural ||
    UNCOUNTED.includes(lemma) ||
    /[^s]s$/.test(lemma) ||
    (MASS_KINDS.includes(noun.kind) && !hasArticle);
  return isBare ? phrase : withArticle(phrase);
};

/**
 * The things a picture of this English text could show, best first. Only common nouns written small count: names of
 * people, places and brands never get here.
 */
export const findEnglishMotifs = ({
  text,
  heading,
  domain,
  tag,
}: {
  text: string;
  heading: string;
  domain: ImageryDomain;
  tag: Tagger;
}): Motif[] => {
  const plain = text.replace(EMOJI_CODE, ' ');
  const headingLemmas = new Set(tag(heading.toLowerCase()).map(({ lemma }) => lemma));
  const motifs = [...collect(tag(plain), domain)].map(([lemma, sighting]): Motif => {
    const frequency = 1 + Math.log(sighting.surfaces.length);
    const boost = headingLemmas.has(lemma) ? IN_TITLE : 1;
    const phrase = phraseOf(lemma, sighting);
    return {
      key: lemma,
      english: phrase,
      native: phrase,
      kind: sighting.noun.kind,
      score: frequency * sighting.noun.concreteness * boost,
    };
  });
  return motifs.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
};
