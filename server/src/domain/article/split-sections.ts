import { chunkBlocks } from './chunk-blocks';
import type { Section } from './article';
import type { CountedBlock } from './counted-block';

/** Fewer words than this carry no picture of their own. */
const USEFUL_WORDS = 40;

const PROSE_KINDS = ['paragraph', 'list', 'quote'];

type Group = CountedBlock[];

const sumWords = (blocks: CountedBlock[]): number =>
  blocks.reduce((sum, { words }) => sum + words, 0);

const isHeadingUpTo = (block: CountedBlock, level: number): boolean =>
  block.kind === 'heading' && block.level !== null && block.level <= level && block.text !== '';

const groupByHeadings = (blocks: CountedBlock[], level: number): Group[] => {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (!last || isHeadingUpTo(block, level)) groups.push([block]);
    else last.push(block);
  }
  return groups;
};

/**
 * The finest level whose headings still make useful sections. Finer headings make more sections of a useful length but
 * leave more words in scraps: the count weighed by the share of words it covers decides, a coarser level wins a tie.
 */
const splittingLevel = (blocks: CountedBlock[]): number => {
  const levels = [...new Set(blocks.flatMap(({ level }) => level ?? []))].sort((a, b) => a - b);
  const total = sumWords(blocks);
  const worth = (level: number) => {
    const useful = groupByHeadings(blocks, level)
      .map(sumWords)
      .filter((words) => words >= USEFUL_WORDS);
    return (useful.length * useful.reduce((sum, words) => sum + words, 0)) / Math.max(1, total);
  };
  return levels.reduce((best, level) => (worth(level) > worth(best) ? level : best), 0);
};

const shareOf = (group: Group, kind: string): number => {
  const words = sumWords(group);
  return words === 0 ? 0 : sumWords(group.filter((block) => block.kind === kind)) / words;
};

const toSection = (group: Group, heading: CountedBlock | null, index: number): Section | null => {
  const solid = group.filter(({ isLeadIn }) => !isLeadIn);
  const last = solid.at(-1) ?? group.at(-1);
  if (!last) return null;
  return {
    id: `s${index + 1}`,
    heading: heading?.text ?? null,
    level: heading?.level ?? null,
    text: group
      .filter(({ kind, text }) => PROSE_KINDS.includes(kind) && text !== '')
      .map(({ text }) => text)
      .join('\n\n'),
    words: sumWords(group),
    hasImage: group.some(({ images }) => images.length > 0),
    listShare: shareOf(group, 'list'),
    codeShare: shareOf(group, 'code'),
    lastBlock: last.at,
  };
};

/**
 * Cuts an article into sections: by headings, and by length where a stretch without headings is long. Sections without
 * words are left out. Ids count from `s1` in reading order.
 */
export const splitSections = (blocks: CountedBlock[]): Section[] =>
  groupByHeadings(blocks, splittingLevel(blocks))
    .flatMap((group) => {
      const heading = group.find(({ kind, text }) => kind === 'heading' && text !== '') ?? null;
      const own = heading === group[0] ? heading : null;
      return chunkBlocks(group, own !== null).map((chunk) => ({ chunk, heading: own }));
    })
    .filter(({ chunk }) => sumWords(chunk) > 0)
    .flatMap(({ chunk, heading }, index) => toSection(chunk, heading, index) ?? []);
