import type { Anchor, Article, BlockPosition, BodyBlock, Section } from './article';
import { hashText, tidyText } from './plain-text';
import { wordSimilarity } from './words';

const SNIPPET_LENGTH = 120;
/** An edited sentence keeps most of its words. */
const LEAST_SIMILAR = 0.6;

const snippetOf = (text: string): string =>
  tidyText(text).replaceAll('\n', ' ').slice(0, SNIPPET_LENGTH);

/**
 * What a block is known by: its text, or for one without text (a closing tag, a table of pictures) the text before it
 * and the steps since. Pictures are no steps, so that ours do not move the places of others.
 */
const identities = (blocks: BodyBlock[]): string[] => {
  let [before, steps] = ['', 0];
  return blocks.map(({ kind, text }) => {
    if (text !== '') {
      [before, steps] = [text, 0];
      return hashText(text);
    }
    if (kind !== 'image') steps += 1;
    return hashText(`${before}\n+${steps}${kind === 'image' ? ' image' : ''}`);
  });
};

/** The texts of the headings each block stands under, a heading included in its own list. */
const headingsAbove = (blocks: BodyBlock[]): string[][] => {
  let open: BodyBlock[] = [];
  return blocks.map((block) => {
    if (block.kind === 'heading' && block.text !== '') {
      const level = block.level ?? 1;
      open = [...open.filter((heading) => (heading.level ?? 1) < level), block];
    }
    return open.map(({ text }) => tidyText(text).toLowerCase());
  });
};

const isSamePlace = (first: BlockPosition, second: BlockPosition): boolean =>
  first.part === second.part && first.index === second.index;

/** Remembers the end of a section by its words, so that it is found again after the text was edited elsewhere. */
export const makeAnchor = ({
  article,
  section,
}: {
  article: Article;
  section: Section;
}): Anchor => {
  const ordinal = article.blocks.findIndex(({ at }) => isSamePlace(at, section.lastBlock));
  const block = article.blocks[ordinal];
  return {
    heading: section.heading,
    sectionIndex: article.sections.findIndex(({ id }) => id === section.id),
    blockHash: identities(article.blocks)[ordinal] ?? hashText(''),
    snippet: snippetOf(block?.text ?? ''),
    blockOrdinal: Math.max(0, ordinal),
  };
};

type Search = { blocks: BodyBlock[]; anchor: Anchor; isUnderHeading: boolean[] };

const nearest = (candidates: number[], ordinal: number): number | null =>
  candidates.reduce<number | null>(
    (best, at) => (best === null || Math.abs(at - ordinal) < Math.abs(best - ordinal) ? at : best),
    null,
  );

const findSame = ({ blocks, anchor, isUnderHeading }: Search): number | null => {
  const hashes = identities(blocks);
  const same = blocks.flatMap((_block, at) => (hashes[at] === anchor.blockHash ? at : []));
  const underHeading = same.filter((at) => isUnderHeading[at]);
  return nearest(underHeading.length > 0 ? underHeading : same, anchor.blockOrdinal);
};

const findEdited = ({ blocks, anchor, isUnderHeading }: Search): number | null => {
  if (anchor.snippet === '') return null;
  const scores = blocks.map((block, at) =>
    isUnderHeading[at] && block.text !== '' && block.kind !== 'heading'
      ? wordSimilarity(anchor.snippet, snippetOf(block.text))
      : 0,
  );
  const best = Math.max(0, ...scores);
  if (best < LEAST_SIMILAR) return null;
  return nearest(
    scores.flatMap((score, at) => (score === best ? at : [])),
    anchor.blockOrdinal,
  );
};

/** The last block before the next heading, or before one of the same rank when sub-headings follow at once. */
const findSectionEnd = ({ blocks, anchor }: Search): number | null => {
  const wanted = tidyText(anchor.heading ?? '').toLowerCase();
  if (wanted === '') return null;
  const headings = blocks.flatMap((block, at) =>
    block.kind === 'heading' && tidyText(block.text).toLowerCase() === wanted ? at : [],
  );
  const start = nearest(headings, anchor.blockOrdinal);
  if (start === null) return null;
  let end: number | null = null;
  for (let at = start + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const isSameRank = (block.level ?? 7) <= (blocks[start]?.level ?? 1);
    if (block.kind === 'heading' && (isSameRank || end !== null)) break;
    if (block.kind !== 'heading' && !block.isLeadIn) end = at;
  }
  return end;
};

/**
 * Finds the anchor's place in a newer reading: the same block, else the same block with a few words changed, else the
 * end of the section of the same heading. `anchor_gone` when that heading is gone too.
 */
export const findAnchor = ({
  blocks,
  anchor,
}: {
  blocks: BodyBlock[];
  anchor: Anchor;
}): { position: BlockPosition } | { reason: 'anchor_gone' } => {
  const heading = anchor.heading === null ? null : tidyText(anchor.heading).toLowerCase();
  const isUnderHeading = headingsAbove(blocks).map((headings) =>
    heading === null ? headings.length === 0 : headings.includes(heading),
  );
  const search = { blocks, anchor, isUnderHeading };
  const found = findSame(search) ?? findEdited(search) ?? findSectionEnd(search);
  const block = found === null ? undefined : blocks[found];
  return block ? { position: block.at } : { reason: 'anchor_gone' };
};
