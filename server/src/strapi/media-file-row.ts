import { z } from 'zod';
import type { MediaFile } from '../domain/article/media-file';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const pixels = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const moment = z
  .union([z.date(), z.string(), z.number()])
  .transform((value) => new Date(value).toISOString());

const mediaFileRow = z.object({
  id: z.number(),
  documentId: z.string(),
  name: z.string(),
  alternativeText: text,
  caption: text,
  width: pixels,
  height: pixels,
  formats: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? null),
  hash: z.string(),
  ext: text,
  mime: z.string(),
  size: z.coerce.number(),
  url: z.string(),
  previewUrl: text,
  provider: z.string(),
  provider_metadata: z.unknown(),
  createdAt: moment,
  updatedAt: moment,
});

/** A file of the Media Library as the database or the upload service gives it, checked on the way out. */
export const parseMediaFile = (row: unknown): MediaFile => {
  const { provider_metadata: metadata, ...file } = mediaFileRow.parse(row);
  return { ...file, provider_metadata: metadata ?? null };
};
