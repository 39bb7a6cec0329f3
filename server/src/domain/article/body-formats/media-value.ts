import { isRecord } from '../field-path';

/** The files in a media attribute: none, one or a list, as whole objects or bare ids. */
export const mediaEntries = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (entry) => entry !== null && entry !== undefined && entry !== '',
  );

const idOf = (entry: unknown): number | null => {
  const id = isRecord(entry) ? entry['id'] : entry;
  return typeof id === 'number' ? id : null;
};

/** The ids of the files in a media attribute. */
export const mediaIds = (value: unknown): number[] =>
  mediaEntries(value).flatMap((entry) => idOf(entry) ?? []);

/** An address per file, `#12` where only the id is known. */
export const mediaAddresses = (value: unknown): string[] =>
  mediaEntries(value).map((entry) =>
    isRecord(entry) && typeof entry['url'] === 'string' ? entry['url'] : `#${idOf(entry) ?? ''}`,
  );
