import type { Language } from './language';

const segmenters = new Map<string, Intl.Segmenter>();

/** Building a segmenter costs more than using it on a paragraph. */
const segmenterFor = (code: string): Intl.Segmenter => {
  const found = segmenters.get(code) ?? new Intl.Segmenter(code, { granularity: 'sentence' });
  segmenters.set(code, found);
  return found;
};

const endsInAbbreviation = (sentence: string, language: Language): boolean => {
  const last = /([\p{L}.]+)\.\s*$/u.exec(sentence)?.[1]?.toLocaleLowerCase();
  return last !== undefined && (language.abbreviations.has(last) || /^\p{L}$/u.test(last));
};

/** The sentences of a text; unlike the segmenter alone, "Dr. Keller" does not end one. */
export const splitSentences = (text: string, language: Language): string[] => {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenterFor(language.code).segment(text)) {
    open += segment;
    if (endsInAbbreviation(open, language)) continue;
    if (open.trim()) sentences.push(open.trim());
    open = '';
  }
  if (open.trim()) sentences.push(open.trim());
  return sentences;
};

/** Shortens to at most `limit` characters at a word, with an ellipsis; languages without spaces are cut anywhere. */
export const shorten = (text: string, limit: number): string => {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean.length <= limit) return clean;
  const head = clean.slice(0, limit);
  const space = head.lastIndexOf(' ');
  const cut = space > limit / 2 ? head.slice(0, space) : head.slice(0, limit - 1);
  // Half a surrogate pair at the cut would be an unreadable character.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s\p{P}]+$/u, '')}…`;
};
