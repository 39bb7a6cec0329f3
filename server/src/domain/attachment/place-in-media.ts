import { mediaEntries } from '../article/body-formats/media-value';
import { attributeAt } from '../article/schema';
import { notPlaced, placedIn, type Draft, type ImageToPlace, type Outcome } from './placement';

/** Without the schema a list is the only sign of a field for several pictures. */
const isMultiple = (draft: Draft, field: string): boolean => {
  const { schema, components } = draft.source();
  const attribute = schema
    ? attributeAt({ path: field, attributes: schema.attributes, components })
    : null;
  return attribute ? attribute.multiple === true : Array.isArray(draft.get(field));
};

/** Adds a picture to a media field that is not the cover; one that takes a single picture only while it is empty. */
export const placeInMedia = (input: {
  draft: Draft;
  image: ImageToPlace;
  field: string;
}): Outcome => {
  const { draft, image, field } = input;
  const entries = mediaEntries(draft.get(field));
  const entry = draft.source().form ? image.file : image.file.id;
  if (isMultiple(draft, field)) draft.set(field, [...entries, entry]);
  else if (entries.length === 0) draft.set(field, entry);
  else return notPlaced(image, 'field_filled');
  return placedIn(image, field);
};
