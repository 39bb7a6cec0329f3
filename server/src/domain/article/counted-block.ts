import type { ReadBlock } from './read-body';
import { countWords } from './words';

/** A block with its words counted once. */
export type CountedBlock = ReadBlock & { words: number };

const COUNTED_KINDS = ['paragraph', 'list', 'quote', 'code'];

/** Headings, tables, asides and pictures are not the running text; they count no words. */
export const countBlocks = (blocks: ReadBlock[]): CountedBlock[] =>
  blocks.map((block) => ({
    ...block,
    words: COUNTED_KINDS.includes(block.kind) ? countWords(block.text) : 0,
  }));
