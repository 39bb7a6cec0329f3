/** What articles are about, as far as pictures care. The order has no meaning; `other` is everything else. */
export const IMAGERY_DOMAINS = [
  'food',
  'travel',
  'health',
  'science',
  'technology',
  'business',
  'government',
  'education',
  'home',
  'nature',
  'sport',
  'culture',
  'other',
] as const;
export type ImageryDomain = (typeof IMAGERY_DOMAINS)[number];
export type ThemedDomain = Exclude<ImageryDomain, 'other'>;

/** How many scenes each domain has; the same scene has the same index in every language. */
export const SCENES_PER_DOMAIN = 6;

/** A place a picture can show: what stands in it when the text names nothing better, and where that is. */
export type Scene = { props: string; setting: string };

/** A word that tells a domain. `english` is set where the thing can be drawn: image models read English. */
export type LexiconEntry = {
  word: string;
  stem: string;
  domain: ThemedDomain;
  english: string | null;
};

/** The reading and writing rules for articles in one language. */
export type Language = {
  /** ISO 639-1. */
  code: string;
  /** False where words are written without spaces between them. */
  isSpaced: boolean;
  stopWords: ReadonlySet<string>;
  /** Words of war, death and crime: an article full of them gets quiet pictures. */
  graveWords: ReadonlySet<string>;
  /** Words that end in a full stop without ending a sentence, in lower case, without the stop. */
  abbreviations: ReadonlySet<string>;
  /** Headings whose sections carry no picture, normalised with `normaliseHeading`. */
  skippedHeadings: readonly string[];
  lexicon: readonly LexiconEntry[];
  /** Null for languages the plugin can read but not write. */
  scenes: Readonly<Record<ImageryDomain, readonly Scene[]>> | null;
  /** Cuts the endings that plural and case add, so that a word of the text finds its lexicon entry. */
  stem: (word: string) => string;
  /** "cheese" and "eggs" to "cheese and eggs". */
  join: (first: string, second: string) => string;
  /** One sentence with its full stop, for people who cannot see the picture. */
  describe: (scene: { subject: string; setting: string }) => string;
};

/** A language as its file writes it: lists as words between spaces, scenes one per line as "props | setting". */
export type LanguageSource = {
  code: string;
  isSpaced: boolean;
  stopWords: string;
  graveWords: string;
  abbreviations: string;
  /** One per line. */
  skippedHeadings: string;
  /** `word` or `word=english_noun`. */
  lexicon: Record<ThemedDomain, string>;
  scenes: Record<ImageryDomain, string>;
  stem: (word: string) => string;
  join: (first: string, second: string) => string;
  describe: (scene: { subject: string; setting: string }) => string;
};

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const sceneOf = (line: string): Scene => {
  const [props = '', setting = ''] = line.split('|').map((part) => part.trim());
  return { props, setting };
};

/** Lower case, without numbering, punctuation and emphasis at either end. */
export const normaliseHeading = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/^[\p{N}\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');

const lexiconOf = ({ lexicon, stem }: LanguageSource): LexiconEntry[] =>
  (Object.entries(lexicon) as [ThemedDomain, string][]).flatMap(([domain, list]) =>
    wordsOf(list).map((item) => {
      const [native = '', english] = item.split('=').map((part) => part.replaceAll('_', ' '));
      return {
        word: native,
        stem: stem(native.toLocaleLowerCase()),
        domain,
        english: english ?? null,
      };
    }),
  );

/** Parses a language file once, when the plugin loads. */
export const defineLanguage = (source: LanguageSource): Language => ({
  ...source,
  stopWords: new Set(wordsOf(source.stopWords)),
  graveWords: new Set(wordsOf(source.graveWords)),
  abbreviations: new Set(wordsOf(source.abbreviations)),
  skippedHeadings: linesOf(source.skippedHeadings).map(normaliseHeading),
  lexicon: lexiconOf(source),
  scenes: Object.fromEntries(
    Object.entries(source.scenes).map(([domain, lines]) => [domain, linesOf(lines).map(sceneOf)]),
  ) as Record<ImageryDomain, Scene[]>,
});

/** First letter in upper case, one full stop at the end: how a spaced language writes a description. */
export const toSentence = (text: string): string => {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  return `${trimmed.charAt(0).toLocaleUpperCase()}${trimmed.slice(1)}.`;
};
