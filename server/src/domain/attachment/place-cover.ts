import { mediaEntries, mediaIds } from '../article/body-formats/media-value';
import { isInCover } from './held-files';
import { notPlaced, placedIn, type Draft, type ImageToPlace, type Outcome } from './placement';

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * Puts the featured image into the cover field. A filled field is left alone unless what it holds is ours and may be
 * replaced; a field for several pictures takes the new one beside the others.
 */
export const placeCover = (input: {
  draft: Draft;
  image: ImageToPlace;
  replaceable: ReadonlySet<number>;
}): Outcome => {
  const { draft, image, replaceable } = input;
  const { mapping, form } = draft.source();
  const { cover } = mapping;
  if (!cover) return notPlaced(image, 'field_cannot_hold');
  if (isInCover(draft.source(), image.file)) return placedIn(image, cover.field);

  const current = draft.get(cover.field);
  const entry = form ? image.file : image.file.id;
  const replacedAt = mediaIds(current).findIndex((id) => replaceable.has(id));
  const entries = mediaEntries(current);
  if (cover.isMultiple) {
    draft.set(
      cover.field,
      replacedAt === -1 ? [...entries, entry] : entries.with(replacedAt, entry),
    );
  } else if (entries.length === 0 || replacedAt !== -1) {
    draft.set(cover.field, entry);
  } else {
    return notPlaced(image, 'field_filled');
  }
  // The text beside a replaced picture describes the old one.
  const { alternativeField } = cover;
  if (alternativeField && (replacedAt !== -1 || isBlank(draft.get(alternativeField)))) {
    draft.set(alternativeField, image.alternativeText);
  }
  return placedIn(image, cover.field);
};
