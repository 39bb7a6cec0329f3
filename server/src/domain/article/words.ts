// Dictionary segmentation (Japanese, Chinese, Thai) does not depend on the locale given.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The segmenter takes quadratic time over one long string, so it is given pieces of about this many characters. */
const PIECE_LENGTH = 2_000;

/** Pieces that end at white space, or after at most twice the length where a script has none. */
const piecesOf = function* (text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const wanted = start + PIECE_LENGTH;
    const space = text.slice(wanted, wanted + PIECE_LENGTH).search(/\s/);
    const end = space < 0 ? wanted + PIECE_LENGTH : wanted + space;
    yield text.slice(start, end);
    start = end;
  }
};

const segmentsOf = function* (text: string): Generator<string> {
  for (const piece of piecesOf(text)) {
    for (const { segment, isWordLike } of segmenter.segment(piece)) if (isWordLike) yield segment;
  }
};

/** The words of a text in lower case; works for scripts that put no spaces between words. */
export const wordsOf = (text: string): string[] =>
  Array.from(segmentsOf(text), (segment) => segment.toLowerCase());

export const countWords = (text: string): number => {
  let count = 0;
  for (const _ of segmentsOf(text)) count += 1;
  return count;
};

/** How alike two texts are, 0 to 1: twice the shared words over all words (Dice). */
export const wordSimilarity = (first: string, second: string): number => {
  const firstWords = wordsOf(first);
  const secondWords = wordsOf(second);
  const left = new Map<string, number>();
  for (const word of firstWords) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of secondWords) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  const total = firstWords.length + secondWords.length;
  return total === 0 ? 0 : (2 * shared) / total;
};
