import type { BodyBlock } from '../article';
import type { MediaFile } from '../media-file';

/** A top-level piece of one body field, as its format reads it. */
export type FormatBlock = Pick<BodyBlock, 'kind' | 'level' | 'text'> & {
  /** Addresses of the pictures in this block; `#12` for a file known by its id alone. */
  images: string[];
  /** True for a block that belongs to what follows: a rule, the opening half of an HTML wrapper. */
  isLeadIn: boolean;
};

export type BodyReading = {
  blocks: FormatBlock[];
  /** What could not be read and why, for people. Empty values are empty, not unreadable. */
  unreadable: string[];
};

/** A picture on its way into a body. */
export type BodyImage = {
  file: MediaFile;
  /** The file's address as the body should carry it. */
  url: string;
  alternativeText: string;
  /** Empty when there is none. */
  caption: string;
};

/** How the text of one body field is read, and how a picture gets into it. Never throws on odd values. */
export type BodyFormat = {
  read(value: unknown): BodyReading;
  /**
   * A copy of the value with the picture after block `index`; everything else stays as it is. When the format has no
   * safe place exactly there (an unclosed code fence), the closest one before is taken. Null when it has none at all.
   */
  insertAfter(value: unknown, index: number, image: BodyImage): unknown;
  /**
   * A copy of the value without the pictures that stand alone at an address `isWanted` accepts; the same value when there
   * are none. Pictures inside a sentence or a table stay: those were put there by a person.
   */
  removeImages(value: unknown, isWanted: (address: string) => boolean): unknown;
  /** The value cut in two after block `index`, or null when either half would then read differently. */
  splitAfter(value: unknown, index: number): [unknown, unknown] | null;
};

export const formatBlock = (
  block: Pick<FormatBlock, 'kind' | 'text'> & Partial<FormatBlock>,
): FormatBlock => ({ level: null, images: [], isLeadIn: false, ...block });

export const emptyReading = (): BodyReading => ({ blocks: [], unreadable: [] });

/** Null, undefined and the empty string are an empty body; anything else of the wrong type is reported. */
export const unreadableValue = (value: unknown, expected: string): BodyReading =>
  value == null || value === ''
    ? emptyReading()
    : {
        blocks: [],
        unreadable: [
          `expected ${expected}, found ${Array.isArray(value) ? 'a list' : typeof value}`,
        ],
      };
