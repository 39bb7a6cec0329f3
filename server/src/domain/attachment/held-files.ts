import type { MediaFile } from '../article/media-file';
import { mediaAddresses } from '../article/body-formats/media-value';
import { readPath } from '../article/field-path';
import { readBody, type BodySource } from '../article/read-body';
import { isAddressOf } from './file-address';

type Holder = { field: string; addresses: string[] };

const addressesIn = (source: BodySource, field: string): string[] =>
  mediaAddresses(readPath(source.values, field));

/** The fields in-article pictures stand in, with the addresses of all pictures there. */
const inArticleHolders = (source: BodySource): Holder[] => {
  const { mapping } = source;
  const { inArticle } = mapping;
  const { blocks } = readBody(source);
  const holders = mapping.body.map(({ field }, part) => ({
    field,
    addresses: blocks.flatMap(({ at, images }) => (at.part === part ? images : [])),
  }));
  if (inArticle.kind === 'media') {
    holders.push({ field: inArticle.field, addresses: addressesIn(source, inArticle.field) });
  }
  return holders;
};

/** Finds in which field a file stands among the in-article pictures; null when in none. */
export const inArticleFinder = (source: BodySource): ((file: MediaFile) => string | null) => {
  const holders = inArticleHolders(source);
  return (file) =>
    holders.find(({ addresses }) => addresses.some((address) => isAddressOf(file, address)))
      ?.field ?? null;
};

/** True when the cover field holds the file. */
export const isInCover = (source: BodySource, file: MediaFile): boolean => {
  const { cover } = source.mapping;
  return (
    cover !== null && addressesIn(source, cover.field).some((address) => isAddressOf(file, address))
  );
};
