import data from './concrete-nouns.json';

/** What kind of thing a noun names, as far as it decides where the thing can stand. */
export type NounKind =
  | 'animal'
  | 'building'
  | 'edibleAnimal'
  | 'ediblePlant'
  | 'food'
  | 'furniture'
  | 'landscape'
  | 'material'
  | 'plant'
  | 'thing'
  | 'tree'
  | 'vehicle';

/** `concreteness` runs from 0 to 1: how much of the word's use names something one can see and touch. */
export type ConcreteNoun = { kind: NounKind; concreteness: number };

let nouns: Map<string, ConcreteNoun> | null = null;

const parseKind = (kind: NounKind, list: string): [string, ConcreteNoun][] =>
  list.split(' ').map((item) => {
    const digit = Number(item.slice(-1));
    return [item.slice(0, -1), { kind, concreteness: (digit + 1) / 10 }];
  });

/**
 * Reads over all entries of the file, its licence among them: a bundler drops what is never touched, and the licence
 * has to go where the nouns go.
 */
const parse = (): Map<string, ConcreteNoun> =>
  new Map(
    Object.entries(data).flatMap(([kind, list]) =>
      kind === 'licence' ? [] : parseKind(kind as NounKind, list),
    ),
  );

/** Looks up an English noun in lower case, singular; null when it names nothing a picture can show. */
export const findConcreteNoun = (lemma: string): ConcreteNoun | null => {
  nouns ??= parse();
  return nouns.get(lemma) ?? null;
};

/** Looks up the last word of a phrase such as "a wooden table", in singular or plural. */
export const findHeadNoun = (phrase: string): (ConcreteNoun & { lemma: string }) | null => {
  const head = phrase.split(' ').at(-1) ?? '';
  const forms = [
    head,
    head.replace(/s$/, ''),
    head.replace(/(?:es|ves)$/, ''),
    head.replace(/ies$/, 'y'),
  ];
  const lemma = forms.find((form) => findConcreteNoun(form) !== null);
  const noun = lemma === undefined ? null : findConcreteNoun(lemma);
  return noun && lemma !== undefined ? { ...noun, lemma } : null;
};
