import type { CountedBlock } from './counted-block';
import { wordSimilarity } from './words';

const CHUNK = { fewest: 180, most: 260 } as const;
/** Under a heading the writer has made a section; only a very long one is cut further. */
const LONGEST_HEADED = 2 * CHUNK.most;
/** A rest shorter than this stays with the chunk before. */
const SHORTEST_REST = CHUNK.fewest / 2;

/** A text does not end with its heading, with "as follows:" or with the opening of a wrapper. */
const isBorder = (block: CountedBlock): boolean =>
  block.kind !== 'heading' && !block.isLeadIn && !/[:：]$/u.test(block.text.trim());

/** The places a chunk starting at `start` may end, as (index, words so far). */
const bordersFrom = (blocks: CountedBlock[], start: number) => {
  const borders: { index: number; words: number }[] = [];
  let words = 0;
  for (let index = start; index < blocks.length - 1; index += 1) {
    const block = blocks[index];
    if (!block) break;
    words += block.words;
    if (isBorder(block) && words >= CHUNK.fewest) borders.push({ index, words });
    if (words > CHUNK.most && borders.length > 0) break;
  }
  return borders;
};

/** Where the blocks on both sides have least in common, the subject changes. */
const weakestBorder = (blocks: CountedBlock[], start: number): number | null => {
  const borders = bordersFrom(blocks, start);
  const fitting = borders.filter(({ words }) => words <= CHUNK.most);
  const choices = fitting.length > 0 ? fitting : borders.slice(0, 1);
  const cohesion = (index: number) =>
    wordSimilarity(blocks[index]?.text ?? '', blocks[index + 1]?.text ?? '');
  const ranked = choices
    .map(({ index }) => ({ index, cohesion: cohesion(index) }))
    .sort((a, b) => a.cohesion - b.cohesion);
  return ranked[0]?.index ?? null;
};

/**
 * Cuts blocks into runs of about 180 to 260 words at paragraph borders. Blocks under a heading stay together up to
 * twice that length.
 */
export const chunkBlocks = (blocks: CountedBlock[], hasHeading: boolean): CountedBlock[][] => {
  const wordsFrom = (start: number) =>
    blocks.slice(start).reduce((sum, { words }) => sum + words, 0);
  if (wordsFrom(0) <= (hasHeading ? LONGEST_HEADED : CHUNK.most)) return [blocks];
  const chunks: CountedBlock[][] = [];
  let start = 0;
  while (wordsFrom(start) > CHUNK.most) {
    const end = weakestBorder(blocks, start);
    if (end === null || wordsFrom(end + 1) < SHORTEST_REST) break;
    chunks.push(blocks.slice(start, end + 1));
    start = end + 1;
  }
  return [...chunks, blocks.slice(start)];
};
