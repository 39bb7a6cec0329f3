import type { DocumentValues, FieldMapping } from '../article/article';
import type { MediaFile } from '../article/media-file';
import type { ComponentSchemas, StrapiAttributes } from '../article/schema';
import { inArticleFinder, isInCover } from './held-files';

/**
 * The ids of those files the document holds now: as cover, in a text, in a component of the zone or in the gallery.
 * Addresses match whether they are relative or absolute, and in any of the sizes Strapi makes.
 */
export const findPlacedFiles = (input: {
  values: DocumentValues;
  mapping: FieldMapping;
  components: ComponentSchemas;
  files: MediaFile[];
  schema?: { attributes: StrapiAttributes };
}): Set<number> => {
  const findInArticle = inArticleFinder(input);
  return new Set(
    input.files
      .filter((file) => isInCover(input, file) || findInArticle(file) !== null)
      .map(({ id }) => id),
  );
};
