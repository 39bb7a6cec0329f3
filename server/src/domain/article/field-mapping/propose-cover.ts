import type { CoverMapping } from '../article';
import { hasToken } from '../name-tokens';
import { holdsImages } from '../schema';
import { bestOf, isTranslationOf, type Candidate } from './field-candidate';
import {
  ALTERNATIVE_WORDS,
  COVER_WORDS,
  CROP_WORDS,
  FOREIGN_WORDS,
  GALLERY_WORDS,
  IMAGE_WORDS,
  MEDIA_WORDS,
  THUMBNAIL_WORDS,
} from './field-words';

const nameScore = (tokens: string[]): number =>
  (hasToken(tokens, COVER_WORDS) ? 8 : 0) +
  (hasToken(tokens, IMAGE_WORDS) ? 6 : 0) +
  (hasToken(tokens, THUMBNAIL_WORDS) ? 4 : 0) +
  (hasToken(tokens, MEDIA_WORDS) ? 4 : 0);

const coverScore = (candidate: Candidate): number => {
  const { tokens, attribute } = candidate;
  if (!holdsImages(attribute) || hasToken(tokens, FOREIGN_WORDS)) return 0;
  const byName = nameScore(tokens) || (candidate.isNamedLikeType ? 4 : 0);
  if (byName === 0) return 0;
  return (
    byName +
    (tokens.length === 1 ? 2 : 0) +
    (attribute.required ? 2 : 0) -
    (attribute.multiple ? 3 : 0) -
    (hasToken(tokens, GALLERY_WORDS) ? (attribute.multiple ? 20 : 4) : 0) -
    (hasToken(tokens, CROP_WORDS) ? 4 : 0) -
    (candidate.isNested ? 3 : 0) -
    (isTranslationOf(candidate) ? 2 : 0)
  );
};

/** A string beside the cover that holds its alternative text: `heroAlt` beside `heroImage`. */
const alternativeFor = (cover: Candidate, candidates: Candidate[]): string | null => {
  const parent = cover.path.split('.').slice(0, -1).join('.');
  const beside = candidates.filter(
    ({ path, attribute, tokens }) =>
      path.split('.').slice(0, -1).join('.') === parent &&
      (attribute.type === 'string' || attribute.type === 'text') &&
      !attribute.customField &&
      hasToken(tokens, ALTERNATIVE_WORDS),
  );
  const shared = (candidate: Candidate) =>
    candidate.tokens.filter((token) => cover.tokens.includes(token)).length;
  const named = bestOf(beside, shared);
  const plain = beside.find(({ tokens }) =>
    tokens.every(
      (token) => ALTERNATIVE_WORDS.has(token) || IMAGE_WORDS.has(token) || token === 'text',
    ),
  );
  return (named ?? plain)?.path ?? null;
};

/** The media attribute for the featured image. */
export const proposeCover = (candidates: Candidate[]): CoverMapping | null => {
  const cover = bestOf(candidates, coverScore);
  if (!cover) return null;
  return {
    field: cover.path,
    isMultiple: cover.attribute.multiple === true,
    isRequired: cover.attribute.required === true,
    alternativeField: alternativeFor(cover, candidates),
  };
};
