import type { DocumentValues, FieldMapping } from '../article/article';
import { mediaAddresses, mediaEntries } from '../article/body-formats/media-value';
import type { MediaFile } from '../article/media-file';
import { formatOf } from '../article/read-body';
import type { ComponentSchemas, StrapiAttributes } from '../article/schema';
import { isAddressOf } from './file-address';
import { createDraft, type Draft } from './placement';

type IsWanted = (address: string) => boolean;

const removeFromMedia = (draft: Draft, field: string, isWanted: IsWanted): void => {
  const value = draft.get(field);
  const kept = mediaEntries(value).filter(
    (entry) => !mediaAddresses(entry).some((address) => isWanted(address)),
  );
  if (kept.length === mediaEntries(value).length) return;
  draft.set(field, Array.isArray(value) ? kept : null);
};

/**
 * What to write so that these files no longer stand among the in-article pictures; the cover is left alone. Files that
 * stand nowhere change nothing.
 */
export const removeImages = (input: {
  values: DocumentValues;
  mapping: FieldMapping;
  components: ComponentSchemas;
  files: MediaFile[];
  schema?: { attributes: StrapiAttributes };
}): DocumentValues => {
  const draft = createDraft(input);
  const isWanted: IsWanted = (address) => input.files.some((file) => isAddressOf(file, address));
  for (const part of input.mapping.body) {
    const value = draft.get(part.field);
    const changed = formatOf(input, part).removeImages(value, isWanted);
    if (changed !== value) draft.set(part.field, changed);
  }
  const { inArticle } = input.mapping;
  if (inArticle.kind === 'media') removeFromMedia(draft, inArticle.field, isWanted);
  return draft.changes;
};
