import { PROMPT_CHARACTERS, PROMPT_WORDS } from '../../domain/prompts/prompt-rules';
import { styleSentence, type StyleBible } from '../../domain/prompts/style-bible';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Cuts after the last sentence that fits, else after the last word. */
const cutTo = (text: string, fits: (head: string) => boolean): string => {
  if (fits(text)) return text;
  const ends = [...text.matchAll(/[.!?](?=\s|$)/g)].map(({ index }) => text.slice(0, index + 1));
  const sentences = ends.filter(fits).at(-1);
  if (sentences && sentences.length > 80) return sentences;
  const words = text.split(' ');
  while (words.length > 1 && !fits(words.join(' '))) words.pop();
  return `${words.join(' ').replace(/[\s,;:–-]+$/, '')}.`;
};

/**
 * A model's prompt with the style of the set at its end, short enough for every image service: at most 110 words and
 * 600 characters. What stands in it is not judged here.
 */
export const tidyPrompt = (prompt: string, style: StyleBible): string => {
  const ending = styleSentence(style);
  const room = {
    words: PROMPT_WORDS.max - ending.split(' ').length,
    // A space in between, and a full stop that cutting may add.
    characters: PROMPT_CHARACTERS - ending.length - 2,
  };
  const body = cutTo(
    flat(prompt),
    (head) => head.length <= room.characters && head.split(' ').length <= room.words,
  );
  if (!body) return '';
  return `${/[.!?]$/.test(body) ? body : `${body}.`} ${ending}`;
};
