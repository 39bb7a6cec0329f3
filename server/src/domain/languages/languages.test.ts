import { describe, expect, it } from 'vitest';
import { ALTERNATIVE_TEXT_MAX, tidyAlternativeText } from '../prompts/alternative-text';
import { findPromptProblems } from '../prompts/prompt-rules';
import { wordsOf } from '../article/words';
import { ENGLISH, LANGUAGES, languageOf } from '.';
import { IMAGERY_DOMAINS, SCENES_PER_DOMAIN, type Language, type Scene } from './language';

const scenesOf = (language: Language): Scene[] =>
  IMAGERY_DOMAINS.flatMap((domain) => [...(language.scenes?.[domain] ?? [])]);

const SCRIPTS: Record<string, RegExp> = {
  ar: /^[\p{Script=Arabic}\p{M}\p{P}\s]+$/u,
  ja: /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー\p{P}\s]+$/u,
  zh: /^[\p{Script=Han}\p{P}\s]+$/u,
};
const LATIN = /^[\p{Script=Latin}\p{P}\s]+$/u;

describe.each(LANGUAGES.map((language) => ({ code: language.code, language })))(
  'the language $code',
  ({ code, language }) => {
    it('tells every scene of every domain in two parts', () => {
      for (const domain of IMAGERY_DOMAINS) {
        expect(language.scenes?.[domain], domain).toHaveLength(SCENES_PER_DOMAIN);
      }
      for (const { props, setting } of scenesOf(language)) {
        expect(props).not.toBe('');
        expect(setting).not.toBe('');
      }
    });

    it('describes every scene in its own script, within the limit, as one sentence', () => {
      for (const { props, setting } of scenesOf(language)) {
        const sentence = language.describe({ subject: props, setting });
        expect(sentence.length).toBeLessThanOrEqual(ALTERNATIVE_TEXT_MAX);
        expect(sentence).toMatch(/^\S.*[.。]$/u);
        expect(sentence).toMatch(SCRIPTS[code] ?? LATIN);
        // Nothing is left to repair.
        expect(tidyAlternativeText(sentence)).toBe(sentence);
      }
    });

    it('never tells two scenes alike', () => {
      const sentences = scenesOf(language).map(({ props, setting }) =>
        language.describe({ subject: props, setting }),
      );
      expect(new Set(sentences).size).toBe(sentences.length);
    });

    it('names two things in one phrase', () => {
      const [first, second] = language.lexicon.filter(({ english }) => english);
      const subject = language.join(first?.word ?? 'cheese', second?.word ?? 'eggs');
      expect(subject).toContain(first?.word ?? 'cheese');
      expect(subject).toContain(second?.word ?? 'eggs');
    });

    it('has a lexicon for every domain and finds each of its words', () => {
      const domains = new Set(language.lexicon.map(({ domain }) => domain));
      expect(domains.size).toBe(IMAGERY_DOMAINS.length - 1);
      for (const { word, stem } of language.lexicon) {
        expect(language.stem(word.toLocaleLowerCase()), word).toBe(stem);
        expect(stem.length, word).toBeGreaterThan(0);
      }
    });

    it('knows its own function words and the headings to pass over', () => {
      expect(language.stopWords.size).toBeGreaterThan(50);
      expect(language.graveWords.size).toBeGreaterThan(10);
      expect(language.skippedHeadings.length).toBeGreaterThan(10);
      expect(language.skippedHeadings).not.toContain('');
    });
  },
);

it('keeps English scenes free of anything a prompt must not have', () => {
  const context = { title: '', names: new Set<string>(), isSensitive: true };
  for (const { props, setting } of scenesOf(ENGLISH)) {
    const sentence = `Wide view of ${props} ${setting}, seen from the side in a balanced frame.`;
    expect(findPromptProblems(sentence, context), sentence).toEqual([]);
  }
});

describe('languageOf', () => {
  const texts: Record<string, string> = {
    en: 'The old lighthouse stands on the cliff and its keeper has been there for thirty years.',
    fr: 'Le vieux phare se dresse sur la falaise et son gardien y vit depuis trente ans.',
    de: 'Der alte Leuchtturm steht auf der Klippe und sein Wärter lebt dort seit dreißig Jahren.',
    es: 'El viejo faro está en el acantilado y su guardián vive allí desde hace treinta años.',
    pt: 'O velho farol fica no penhasco e o seu guardião vive ali há trinta anos, sem férias.',
    ja: '古い灯台は崖の上に立ち、灯台守は三十年間そこに住んでいます。',
    zh: '古老的灯塔矗立在悬崖上，守塔人已经在那里住了三十年。',
    ar: 'تقف المنارة القديمة على الجرف ويعيش حارسها هناك منذ ثلاثين عامًا.',
    it: 'Il vecchio faro è sulla scogliera e il suo guardiano non lascia mai la casa della famiglia.',
    nl: 'De oude vuurtoren staat op de klif en de wachter woont er al dertig jaar met zijn hond.',
  };

  it.each(Object.entries(texts))('tells %s by its text, without a locale', (code, text) => {
    expect(languageOf({ text, locale: null }).code).toBe(code);
  });

  it.each(Object.entries(texts))(
    'tells %s although the site calls everything English',
    (code, text) => {
      expect(languageOf({ text, locale: 'en' }).code).toBe(code);
    },
  );

  it('takes the locale where the text is too short to tell', () => {
    expect(languageOf({ text: 'Carbonara', locale: 'de-AT' }).code).toBe('de');
    expect(languageOf({ text: '', locale: 'ja' }).code).toBe('ja');
  });

  it('takes English where nothing tells', () => {
    expect(languageOf({ text: '', locale: null }).code).toBe('en');
    expect(languageOf({ text: '42', locale: 'default-locale!' }).code).toBe('en');
  });

  it.each([
    ['Старый маяк стоит на скале.', 'ru', 'ru'],
    ['Старый маяк стоит на скале.', 'en', 'und'],
    ['فانوس دریایی قدیمی روی صخره است.', 'fa', 'fa'],
    ['המגדלור הישן עומד על הצוק.', 'he', 'he'],
  ])('reads %s (%s) as %s, a language without phrases', (text, locale, code) => {
    const language = languageOf({ text, locale });
    expect(language.code).toBe(code);
    expect(language.scenes).toBeNull();
    expect(language.lexicon).toEqual([]);
  });

  it('follows the larger part of a mixed text', () => {
    const text = `${texts.fr} `.repeat(5) + texts.en;
    expect(languageOf({ text, locale: null }).code).toBe('fr');
  });
});

it('puts the Spanish "and" right before an i', () => {
  const spanish = LANGUAGES.find(({ code }) => code === 'es');
  expect(spanish?.join('agujas', 'hilo')).toBe('agujas e hilo');
  expect(spanish?.join('agua', 'hielo')).toBe('agua y hielo');
});

it.each([
  ['fr', "l'œufs", 'œuf'],
  ['de', 'pflanzen', 'pflanz'],
  ['pt', 'limões', 'limão'],
  ['ar', 'والجبال', 'جبال'],
  ['en', 'berries', 'berry'],
])('stems %s "%s" to "%s"', (code, word, stem) => {
  expect(LANGUAGES.find((language) => language.code === code)?.stem(word)).toBe(stem);
});

it('tells the words of every scene apart from stop words alone', () => {
  for (const { props } of scenesOf(ENGLISH)) {
    expect(wordsOf(props).some((word) => !ENGLISH.stopWords.has(word))).toBe(true);
  }
});
