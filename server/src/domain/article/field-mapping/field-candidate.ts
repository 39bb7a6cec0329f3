import { tokensOf } from '../name-tokens';
import type { ComponentSchemas, ContentTypeSchema, StrapiAttribute } from '../schema';
import * as words from './field-words';

/** An attribute that could be a part of an article. */
export type Candidate = {
  /** `image`, or `hero.image` inside a single component. */
  path: string;
  attribute: StrapiAttribute;
  /** The words of its name, without those of the type's own name (`BlogTitle` of a blog post is a title). */
  tokens: string[];
  /** True when the attribute is called like its type: the `article` of an article. */
  isNamedLikeType: boolean;
  /** 0 for the first attribute. */
  order: number;
  /** True inside a single component. */
  isNested: boolean;
};

/** Attributes Strapi adds to every type. */
const SYSTEM_NAMES = new Set(
  'id documentId createdAt updatedAt publishedAt createdBy updatedBy locale localizations strapi_stage strapi_assignee'.split(
    ' ',
  ),
);

const VOCABULARY = new Set(Object.values(words).flatMap((set) => [...set]));

/** `coverimage` is two words; a name nobody knows stays one. */
const splitCompound = (token: string, known: ReadonlySet<string>): string[] => {
  if (known.has(token)) return [token];
  for (let at = token.length - 2; at >= 2; at -= 1) {
    const halves = [token.slice(0, at), token.slice(at)];
    if (halves.every((half) => half.length > 2 && known.has(half))) return halves;
  }
  return [token];
};

const singular = (token: string): string =>
  token.length > 3 && token.endsWith('s') ? token.slice(0, -1) : token;

const typeTokens = (uid: string, schema: ContentTypeSchema): Set<string> =>
  new Set(
    tokensOf(`${uid.split('.').at(-1) ?? ''} ${schema.info.singularName ?? ''}`).flatMap(
      (token) => [token, singular(token)],
    ),
  );

/** The attributes of a type, and of its single components, with the words of their names. */
export const collectCandidates = (input: {
  uid: string;
  schema: ContentTypeSchema;
  components: ComponentSchemas;
}): Candidate[] => {
  const own = typeTokens(input.uid, input.schema);
  const known = new Set([...VOCABULARY, ...own]);
  const candidate = (path: string, attribute: StrapiAttribute, order: number): Candidate => {
    const all = tokensOf(path).flatMap((token) => splitCompound(token, known));
    const tokens = all.filter((token) => !own.has(token) && !own.has(singular(token)));
    const isNamedLikeType = tokens.length === 0;
    return {
      path,
      attribute,
      tokens: isNamedLikeType ? all : tokens,
      isNamedLikeType,
      order,
      isNested: path.includes('.'),
    };
  };
  return Object.entries(input.schema.attributes).flatMap(([name, attribute], order) => {
    if (SYSTEM_NAMES.has(name)) return [];
    const isComponent = attribute.type === 'component' && !attribute.repeatable;
    const nested = isComponent ? input.components[attribute.component ?? '']?.attributes : {};
    return [
      candidate(name, attribute, order),
      ...Object.entries(nested ?? {}).map(([inner, innerAttribute]) =>
        candidate(`${name}.${inner}`, innerAttribute, order),
      ),
    ];
  });
};

/** True when a word of the name ends in a language code: one of several translations in one document. */
export const isTranslationOf = (candidate: Candidate): boolean =>
  candidate.tokens.length > 1 &&
  /^(en|es|fr|de|it|pt|nl|pl|ru|uk|ar|fa|he|tr|zh|cn|ja|jp|ko|vi|th|id|ms|hi|sv|da|no|fi|cs|sk|hu|ro|bg|el|hr|sr|uz|ka|az|kz|mn)$/.test(
    candidate.tokens.at(-1) ?? '',
  );

/** The best of some candidates by score; earlier ones win a tie, nothing at or below zero counts. */
export const bestOf = <T>(candidates: T[], score: (candidate: T) => number): T | null =>
  candidates
    .map((candidate) => ({ candidate, value: score(candidate) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)[0]?.candidate ?? null;
