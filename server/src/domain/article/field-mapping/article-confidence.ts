import type { FieldMapping } from '../article';
import { hasToken, tokensOf } from '../name-tokens';
import type { ContentTypeSchema } from '../schema';
import { ARTICLE_TYPE_WORDS, SERVICE_TYPE_WORDS } from './field-words';

const BYLINE =
  /^(author|autor|auteur|autore|category|categor|kategor|tag|topic|writer|publish|date|fecha|datum|data)/i;

/**
 * How likely the documents of a type are articles, 0 to 1. The name says most, the shape the rest; from 0.6 on a type
 * is worth proposing to a person. Without a text it cannot be an article.
 */
export const articleConfidence = (input: {
  uid: string;
  schema: ContentTypeSchema;
  mapping: FieldMapping | null;
}): number => {
  const { uid, schema, mapping } = input;
  if (!mapping) return 0;
  const name = uid.split('.').at(-1) ?? uid;
  const tokens = tokensOf(`${name} ${schema.info.displayName}`);
  const attributes = Object.entries(schema.attributes);
  const isLongText = mapping.body.some(({ format }) => format !== 'text');
  const points = [
    hasToken(tokens, ARTICLE_TYPE_WORDS) ? 0.45 : 0,
    hasToken(tokens, SERVICE_TYPE_WORDS) ? -0.5 : 0,
    schema.kind === 'singleType' ? -0.35 : 0,
    isLongText ? 0.2 : 0.1,
    mapping.title ? 0.05 : -0.2,
    mapping.cover ? 0.1 : 0,
    mapping.summary ? 0.05 : 0,
    attributes.some(([, { type }]) => type === 'uid') ? 0.05 : 0,
    attributes.some(([attribute]) => BYLINE.test(attribute)) ? 0.05 : 0,
    schema.options?.draftAndPublish === false ? 0 : 0.05,
  ];
  const sum = points.reduce((total, point) => total + point, 0);
  return Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
};
