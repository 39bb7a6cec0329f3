import type { DocumentValues, FieldMapping } from '../article/article';
import type { ComponentSchemas, StrapiAttributes } from '../article/schema';
import { inArticleFinder } from './held-files';
import { placeCover } from './place-cover';
import { placeInBody } from './place-in-body';
import { placeInMedia } from './place-in-media';
import {
  createDraft,
  notPlaced,
  placedIn,
  type Draft,
  type ImageToPlace,
  type Outcome,
  type Placement,
} from './placement';

/** The place for in-article pictures in this content type. */
const placeInArticle = (input: {
  draft: Draft;
  images: ImageToPlace[];
  urlPrefix: string | null;
}): Outcome[] => {
  const { draft, images } = input;
  const { inArticle, body } = draft.source().mapping;
  switch (inArticle.kind) {
    case 'media':
      return images.map((image) => placeInMedia({ draft, image, field: inArticle.field }));
    case 'none':
      return images.map((image) => notPlaced(image, 'field_cannot_hold'));
    case 'body':
    case 'zone':
      return body.length === 0
        ? images.map((image) => notPlaced(image, 'field_cannot_hold'))
        : placeInBody(input);
  }
};

/**
 * Works out what to write so that the pictures stand in the article, without writing it. Pictures that stand there
 * already count as placed and change nothing, so that a repeated attempt is harmless.
 *
 * `replaceable` holds the ids of files of ours that a new cover may take the place of. `form` says the values come from
 * an open form, which holds whole file objects instead of ids. `urlPrefix` makes addresses in texts absolute.
 */
export const placeImages = (input: {
  values: DocumentValues;
  mapping: FieldMapping;
  components: ComponentSchemas;
  images: ImageToPlace[];
  replaceable: ReadonlySet<number>;
  urlPrefix?: string | null;
  form?: boolean;
  /** The content type's attributes: needed where a repeatable component or an empty gallery is mapped. */
  schema?: { attributes: StrapiAttributes };
}): Placement => {
  const { images, replaceable, urlPrefix = null } = input;
  const draft = createDraft(input);
  const findInArticle = inArticleFinder(input);
  const covers = images
    .filter(({ role }) => role === 'featured')
    .map((image) => placeCover({ draft, image, replaceable }));
  const inArticle = images
    .filter(({ role }) => role === 'in_article')
    .sort((a, b) => a.position - b.position);
  const standing = inArticle.flatMap((image) => {
    const field = findInArticle(image.file);
    return field === null ? [] : placedIn(image, field);
  });
  const isStanding = (image: ImageToPlace) => findInArticle(image.file) !== null;
  const added = placeInArticle({
    draft,
    images: inArticle.filter((image) => !isStanding(image)),
    urlPrefix,
  });
  const outcomes = [...covers, ...standing, ...added];
  return {
    changes: draft.changes,
    placed: outcomes.flatMap(({ placed }) => placed),
    unplaced: outcomes.flatMap(({ unplaced }) => unplaced),
  };
};
