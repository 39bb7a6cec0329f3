import { wordsOf } from '../../domain/article/words';

/** A text with its words, counted once: cutting text into words is the slow part of reading an article. */
export type Reading = { text: string; words: string[] };

/** Cutting a text into words takes time that grows with the square of its length: longer ones go in pieces. */
const PIECE = 2000;

const wordsInPieces = (text: string): string[] => {
  const words: string[] = [];
  for (let start = 0; start < text.length; ) {
    const space = text.lastIndexOf(' ', start + PIECE);
    const end = start + PIECE >= text.length || space <= start ? start + PIECE : space;
    words.push(...wordsOf(text.slice(start, end)));
    start = end;
  }
  return words;
};

export const readText = (text: string): Reading => ({ text, words: wordsInPieces(text) });
