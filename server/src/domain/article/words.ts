// Dictionary segmentation (Japanese, Chinese, Thai) does not depend on the locale given.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text in lower case; works for scripts that put no spaces between words. */
export const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push(segment.toLowerCase());
  }
  return words;
};

export const countWords = (text: string): number => {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
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
