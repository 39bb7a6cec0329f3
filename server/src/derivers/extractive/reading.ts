import { wordsOf } from '../../domain/article/words';

/** A text with its words, counted once: cutting text into words is the slow part of reading an article. */
export type Reading = { text: string; words: string[] };

export const readText = (text: string): Reading => ({ text, words: wordsOf(text) });
