import type { BodyMapping } from '../article';
import { textFormatOf } from '../attribute-format';
import { componentKind, componentRoles } from '../component-roles';
import { hasToken, tokensOf } from '../name-tokens';
import type { ComponentSchemas, StrapiAttribute } from '../schema';
import { bestOf, isTranslationOf, type Candidate } from './field-candidate';
import {
  ADDRESS_WORDS,
  BODY_WORDS,
  DESCRIPTION_WORDS,
  FOREIGN_WORDS,
  SHORT_WORDS,
  SUMMARY_WORDS,
} from './field-words';

/** A component with a long text, its own or of a single component in it, that is part of the story and no box. */
const isTextComponent = (uid: string, components: ComponentSchemas, depth = 0): boolean =>
  depth < 4 &&
  ['text', 'quote'].includes(componentKind(uid)) &&
  (componentRoles(uid, components) ?? []).some(
    ({ name, role }) =>
      role.kind === 'text' ||
      (role.kind === 'nested' &&
        !components[uid]?.attributes[name]?.repeatable &&
        isTextComponent(role.component, components, depth + 1)),
  );

const hasTextItems = (attribute: StrapiAttribute, components: ComponentSchemas): boolean => {
  const uids =
    attribute.type === 'dynamiczone'
      ? (attribute.components ?? [])
      : attribute.type === 'component' && attribute.repeatable
        ? [attribute.component ?? '']
        : [];
  return uids.some((uid) => isTextComponent(uid, components));
};

/** Custom editors that keep JSON blocks: their text is mostly readable as Blocks, though nothing can be put into it. */
export const isUnknownEditor = (attribute: StrapiAttribute): boolean =>
  attribute.customField !== undefined &&
  textFormatOf(attribute) === null &&
  (attribute.type === 'customField' || attribute.type === 'json') &&
  tokensOf(attribute.customField).some((token) =>
    ['blocks', 'block', 'editor', 'editorjs', 'content', 'tiptap', 'slate', 'lexical'].includes(
      token,
    ),
  );

/** The format a body attribute is read in; null when it holds no long text. */
export const bodyFormatOf = (
  attribute: StrapiAttribute,
  components: ComponentSchemas,
): BodyMapping['format'] | null => {
  if (hasTextItems(attribute, components)) return 'zone';
  return textFormatOf(attribute) ?? (isUnknownEditor(attribute) ? 'blocks' : null);
};

const typeScore = (attribute: StrapiAttribute, format: BodyMapping['format']): number => {
  if (isUnknownEditor(attribute)) return 1;
  if (format === 'text') return 1.5;
  if (format === 'zone') return attribute.type === 'dynamiczone' ? 5 : 4;
  return 6;
};

const bodyScore = (candidate: Candidate, components: ComponentSchemas): number => {
  const { tokens, attribute } = candidate;
  const format = bodyFormatOf(attribute, components);
  if (!format || hasToken(tokens, FOREIGN_WORDS) || hasToken(tokens, ADDRESS_WORDS)) return 0;
  const isBodyName = hasToken(tokens, BODY_WORDS) || candidate.isNamedLikeType;
  const isSummaryName = hasToken(tokens, SUMMARY_WORDS) || hasToken(tokens, SHORT_WORDS);
  const byName = isBodyName ? 5 : hasToken(tokens, DESCRIPTION_WORDS) ? 2 : 0;
  const isPlain = format === 'text' || isUnknownEditor(attribute);
  // A plain text area is a body only when its name says so.
  if (isPlain && byName === 0) return 0;
  return (
    typeScore(attribute, format) +
    byName +
    (attribute.required ? 1 : 0) +
    (tokens.length === 1 ? 1 : 0) -
    (isSummaryName ? 5 : 0) -
    (candidate.isNested ? 3 : 0) -
    (isTranslationOf(candidate) ? 2 : 0)
  );
};

const baseName = ({ tokens }: Candidate): string =>
  tokens.filter((token) => !/^\d+$/.test(token)).join(' ');

/** The main text: one attribute, or several that are numbered parts of it (`content`, `content2`). */
export const proposeBody = (
  candidates: Candidate[],
  components: ComponentSchemas,
): BodyMapping[] => {
  const best = bestOf(candidates, (candidate) => bodyScore(candidate, components));
  if (!best) return [];
  const format = bodyFormatOf(best.attribute, components);
  return candidates
    .filter((candidate) => {
      const isPart = baseName(candidate) === baseName(best) && !candidate.isNested;
      const hasSameFormat = bodyFormatOf(candidate.attribute, components) === format;
      return candidate === best || (isPart && hasSameFormat && !best.isNested);
    })
    .slice(0, 6)
    .flatMap(({ path }) => (format ? { field: path, format } : []));
};
