import type { ImageRole, UnplacedReason } from '../../../../shared/vocabulary';
import type { Anchor, DocumentValues } from '../article/article';
import { readPath, topLevelOf, writePath } from '../article/field-path';
import type { MediaFile } from '../article/media-file';
import type { BodySource } from '../article/read-body';

/** A finished picture and where it is meant to go. */
export type ImageToPlace = {
  imageId: string;
  role: ImageRole;
  position: number;
  anchor: Anchor | null;
  file: MediaFile;
  alternativeText: string;
  caption: string;
};

export type Placement = {
  /** New values of the top-level attributes that change; empty when nothing does. */
  changes: DocumentValues;
  placed: { imageId: string; field: string }[];
  unplaced: { imageId: string; reason: UnplacedReason }[];
};

/** What the placing of one picture or a group of pictures came to. */
export type Outcome = Pick<Placement, 'placed' | 'unplaced'>;

/** The document while pictures are put into it. */
export const createDraft = (source: BodySource) => {
  let { values } = source;
  const changes: DocumentValues = {};
  return {
    changes,
    /** The document with everything placed so far. */
    source: (): BodySource => ({ ...source, values }),
    get: (path: string): unknown => readPath(values, path),
    set(path: string, value: unknown): void {
      values = writePath({ values, path, value });
      changes[topLevelOf(path)] = values[topLevelOf(path)];
    },
  };
};

export type Draft = ReturnType<typeof createDraft>;

export const placedIn = (image: ImageToPlace, field: string): Outcome => ({
  placed: [{ imageId: image.imageId, field }],
  unplaced: [],
});

export const notPlaced = (image: ImageToPlace, reason: UnplacedReason): Outcome => ({
  placed: [],
  unplaced: [{ imageId: image.imageId, reason }],
});
