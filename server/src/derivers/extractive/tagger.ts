import type { WinkMethods } from 'wink-nlp';

/** One word of an English text with its part of speech (universal tags, `NOUN`, `ADJ`, ...). */
export type Token = { value: string; lemma: string; partOfSpeech: string };

export type Tagger = (text: string) => Token[];

// Both packages are CommonJS: depending on who loads them, the module is the export or has it as `default`.
const exportOf = <T>(module: { default: T }): T => module.default ?? (module as unknown as T);

const createTagger = (wink: WinkMethods): Tagger => {
  const { its } = wink;
  // The package types this one helper by its inner signature, which `out` does not take.
  const lemma = its.lemma as unknown as typeof its.value;
  return (text) => {
    const tokens = wink.readDoc(text).tokens();
    const lemmas = tokens.out(lemma);
    const parts = tokens.out(its.pos);
    return tokens.out(its.value).map((value, i) => ({
      value,
      lemma: lemmas[i] ?? value.toLowerCase(),
      partOfSpeech: parts[i] ?? 'X',
    }));
  };
};

let loading: Promise<Tagger> | null = null;

/** The English tagger, loaded on first use: its model takes a tenth of a second and 25 MB. */
export const loadTagger = (): Promise<Tagger> => {
  loading ??= Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]).then(
    ([winkNlp, model]) => createTagger(exportOf(winkNlp)(exportOf(model), ['sbd', 'pos'])),
  );
  return loading;
};
