import { wordsOf } from '../article/words';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Language } from './language';
import { OTHER_LANGUAGE_WORDS } from './other-languages';
import { pt } from './pt';
import { zh } from './zh';

/** Every language the plugin writes alternative text in. */
export const LANGUAGES: readonly Language[] = [en, fr, de, es, pt, ja, zh, ar];

export const ENGLISH = en;

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  han: /\p{Script=Han}/gu,
  arabic: /\p{Script=Arabic}/gu,
} as const;

/** Enough text to tell a language; the rest of a long article would not change the answer. */
const SAMPLE = { characters: 6000, words: 800 };
/** Share of function words above which a text is surely in a language. */
const SURE = 0.2;
const LIKELY = 0.08;

const otherStopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OTHER_LANGUAGE_WORDS).map(([code, words]) => [code, new Set(words.split(' '))]),
);

/** A language the plugin reads without knowing it well: no phrases, no lexicon. */
const unwritten = (code: string): Language => ({
  ...en,
  code,
  stopWords: otherStopWords.get(code) ?? new Set(),
  graveWords: new Set(),
  abbreviations: new Set(),
  skippedHeadings: [],
  lexicon: [],
  scenes: null,
  stem: (word) => word,
});

const byCode = (code: string): Language =>
  LANGUAGES.find((language) => language.code === code) ?? unwritten(code);

/** "pt-BR" to "pt"; anything that is no language code, such as "default", is null. */
const baseOf = (locale: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*$/i.exec(locale ?? '')?.[1]?.toLowerCase() ?? null;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const byScript = (text: string, hint: string | null): Language | null => {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return null;
  const share = (name: keyof typeof SCRIPTS) => count(text, SCRIPTS[name]) / letters;
  const cjk = share('kana') + share('han');
  // A line of Japanese holds about as many letters as three of its English translation.
  if (cjk > 0.25) return share('kana') > 0.05 ? byCode('ja') : byCode('zh');
  // Persian and Urdu share the script: only the locale can tell them from Arabic.
  if (share('arabic') > 0.5) return byCode(hint === 'fa' || hint === 'ur' ? hint : 'ar');
  if (share('latin') > 0.5) return null;
  const isKnown = LANGUAGES.some(({ code }) => code === hint);
  return unwritten(hint && !isKnown ? hint : 'und');
};

const shareOf = (words: string[], stopWords: ReadonlySet<string>): number =>
  words.filter((word) => stopWords.has(word)).length / Math.max(1, words.length);

const latinShares = (words: string[]): { code: string; share: number }[] => {
  const written = LANGUAGES.filter(({ isSpaced, code }) => isSpaced && code !== 'ar').map(
    ({ code, stopWords }) => ({ code, share: shareOf(words, stopWords) }),
  );
  // The short lists find fewer words of their language than the long ones.
  const others = [...otherStopWords].map(([code, stopWords]) => ({
    code,
    share: 1.3 * shareOf(words, stopWords),
  }));
  return [...written, ...others].sort((a, b) => b.share - a.share);
};

/**
 * The language of an article. The text decides where it is clear, the locale where it is not: sites without i18n have
 * no locale, and sites with it often keep the default "en" for everything.
 */
export const languageOf = ({ text, locale }: { text: string; locale: string | null }): Language => {
  const hint = baseOf(locale);
  const sample = text.slice(0, SAMPLE.characters);
  const found = byScript(sample, hint);
  if (found) return found;
  const words = wordsOf(sample).slice(0, SAMPLE.words);
  const shares = latinShares(words);
  const best = shares[0];
  const hinted = shares.find(({ code }) => code === hint);
  if (hint && !hinted && !(best && best.share >= SURE)) return byCode(hint);
  if (hinted && best && hinted.share >= best.share * 0.6) return byCode(hinted.code);
  if (best && best.share >= LIKELY && words.length >= 8) return byCode(best.code);
  return byCode(hint ?? 'en');
};
