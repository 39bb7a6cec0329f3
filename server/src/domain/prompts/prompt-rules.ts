import {
  ALLOWED_CAPITALS,
  BLANK_WORDS,
  GLYPH_OBJECTS,
  HARM,
  MINORS,
  NEGATION,
} from './prompt-words';

export const PROMPT_WORDS = { min: 15, max: 110 };
export const PROMPT_CHARACTERS = 600;

export type PromptContext = {
  /** The article's title, which must not end up painted into the picture. */
  title: string;
  /** Names of people, places and brands the article mentions. */
  names: ReadonlySet<string>;
  /** Medicine, violence and the like: children stay out of the picture. */
  isSensitive: boolean;
};

const QUOTES = /["“”„‟«»「」『』]|(?:^|[\s(])['‘][^'’]{2,}['’](?=[\s.,;:!?)]|$)/u;
const ADDRESS = /https?:|www\.|\S@\S+\.\S|\b[\w-]+\.(?:com|org|net|io|dev|app|ai|co)\b/i;
const MARKUP = /[<>{}[\]`\\|]|\*\*|(?:^|\s)#|(?:^|\s)--\w|::|\(\s*[^()]*:\s*\d|[\p{Cc}\p{Co}]/u;
const INSTRUCTION =
  /\b(?:ignore|disregard|forget)\s+(?:all|any|the|every|previous|above|prior|your)\b|\b(?:system|developer) (?:prompt|message)\b|\b\d+ (?:images|pictures|photos)\b|\buse (?:the )?model\b/i;

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** "Warholm's" is about Warholm. */
const root = (word: string): string => bare(word).replace(/['’]s$/, '');

const letterRuns = (text: string): string =>
  ` ${text
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const findGlyphs = (words: string[]): string[] =>
  words.filter((word, i) => {
    const isGlyph = GLYPH_OBJECTS.has(bare(word).toLowerCase());
    const around = words.slice(Math.max(0, i - 3), i + 5).map((near) => bare(near).toLowerCase());
    return isGlyph && !around.some((near) => BLANK_WORDS.has(near));
  });

/** Capitals inside a sentence, and any name the article has. */
const findNames = (words: string[], names: ReadonlySet<string>): string[] =>
  words.filter((word, i) => {
    const name = root(word);
    if (ALLOWED_CAPITALS.has(name) || !name) return false;
    if (names.has(name)) return true;
    const isStart = i === 0 || /[.!?:]["”')]*$/.test(words[i - 1] ?? '');
    const parts = name.split('-');
    return !isStart && /^\p{Lu}/u.test(name) && !parts.every((part) => isAllowedPart(part));
  });

const isAllowedPart = (part: string): boolean =>
  ALLOWED_CAPITALS.has(part) || !/^\p{Lu}/u.test(part);

const isForeign = (prompt: string): boolean => {
  const letters = prompt.match(/\p{L}/gu)?.length ?? 0;
  const latin = prompt.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters * 0.95;
};

const hasTitle = (prompt: string, title: string): boolean => {
  const normal = letterRuns(title);
  return normal.trim().split(' ').length >= 3 && letterRuns(prompt).includes(normal);
};

const findLengthProblems = (prompt: string, words: string[]): string[] => {
  if (words.length < PROMPT_WORDS.min) return [`has ${words.length} words; at least 15 are needed`];
  if (words.length > PROMPT_WORDS.max)
    return [`has ${words.length} words; at most 110 are allowed`];
  return prompt.length > PROMPT_CHARACTERS
    ? [`has ${prompt.length} characters; at most ${PROMPT_CHARACTERS} are allowed`]
    : [];
};

const list = (words: string[]): string => [...new Set(words.map(bare))].slice(0, 4).join(', ');

/**
 * What is wrong with a prompt, as phrases that follow "the prompt": for a text model that gets a second chance, and
 * for the record. Empty when the prompt may be sent.
 */
export const findPromptProblems = (prompt: string, context: PromptContext): string[] => {
  const words = prompt.split(/\s+/).filter(Boolean);
  const glyphs = findGlyphs(words);
  const names = findNames(words, context.names);
  const checks: [boolean, string][] = [
    [isForeign(prompt), 'must be written in English'],
    [QUOTES.test(prompt), 'contains quotation marks'],
    [ADDRESS.test(prompt), 'contains an address'],
    [MARKUP.test(prompt), 'contains markup or control characters'],
    [INSTRUCTION.test(prompt), 'contains an instruction instead of a description'],
    [NEGATION.test(prompt), 'says what is missing; describe only what is there'],
    [HARM.test(prompt), 'shows harm or nudity; choose a calm context picture'],
    [context.isSensitive && MINORS.test(prompt), 'shows minors in a sensitive setting'],
    [glyphs.length > 0, `has objects that carry writing: ${list(glyphs)}`],
    [names.length > 0, `names people, places or brands: ${list(names)}`],
    [hasTitle(prompt, context.title), 'repeats the title'],
  ];
  return [
    ...findLengthProblems(prompt, words),
    ...checks.filter(([isBroken]) => isBroken).map(([, problem]) => problem),
  ];
};
