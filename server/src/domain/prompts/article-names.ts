import type { Article } from '../article/article';
import type { Language } from '../languages/language';
import { splitSentences } from '../languages/split-text';
import { ALLOWED_CAPITALS } from './prompt-words';

/** Enough of an article to meet its names; the rest of 30,000 words brings few new ones. */
const CHARACTERS = { section: 2000, article: 60_000 };
/** iPhone, GitHub, OpenTelemetry: capitals inside a word are a brand wherever they stand. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;

const clean = (word: string): string =>
  word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/, '');

/**
 * Names of people, places, brands: words that have a capital inside sentences and are never written small. German
 * gives capitals to all nouns, so there only brands with capitals inside a word can be told.
 */
export const findNames = (
  article: Pick<Article, 'title' | 'sections'>,
  language: Language,
): ReadonlySet<string> => {
  const share = Math.floor(CHARACTERS.article / Math.max(1, article.sections.length));
  // In pieces: the time a text takes to be cut into sentences grows with the square of its length.
  const sentences = article.sections.flatMap(({ text }) =>
    splitSentences(text.slice(0, Math.min(share, CHARACTERS.section)), language),
  );
  const names = new Set<string>();
  const small = new Set<string>();
  for (const sentence of sentences) {
    sentence.split(/\s+/).forEach((raw, index) => {
      const word = clean(raw);
      if (/^\p{Ll}/u.test(word)) small.add(word.toLocaleLowerCase());
      const isInside = index > 0 && language.code !== 'de';
      if (word.length > 1 && (INNER_CAPITAL.test(word) || (isInside && /^\p{Lu}/u.test(word)))) {
        names.add(word);
      }
    });
  }
  for (const word of article.title.split(/\s+/).map(clean)) {
    if (INNER_CAPITAL.test(word)) names.add(word);
  }
  return new Set(
    [...names].filter(
      (name) => !ALLOWED_CAPITALS.has(name) && !small.has(name.toLocaleLowerCase()),
    ),
  );
};
