import type { BodyFormat, FormatBlock } from './body-format';

type Read = BodyFormat['read'];

/** An unclosed fence or comment swallows what follows; a few steps back there is firm ground. */
const STEPS_BACK = 8;

const isSame = (first: FormatBlock | undefined, second: FormatBlock | undefined): boolean =>
  first?.kind === second?.kind && first?.level === second?.level && first?.text === second?.text;

const standsAfter = (change: {
  before: FormatBlock[];
  after: FormatBlock[];
  at: number;
}): boolean => {
  const { before, after, at } = change;
  return (
    after.length === before.length + 1 &&
    after[at + 1]?.kind === 'image' &&
    before.every((block, index) => isSame(block, after[index <= at ? index : index + 1]))
  );
};

/**
 * Inserts by splicing text, then reads the result again: only a value that reads exactly as before, with one picture
 * more at that place, is given back.
 */
export const insertChecked = (edit: {
  read: Read;
  value: string;
  index: number;
  insertAt: (index: number) => string | null;
}): string | null => {
  const before = edit.read(edit.value).blocks;
  const last = Math.min(edit.index, before.length - 1);
  for (let at = last; at >= Math.max(0, last - STEPS_BACK); at -= 1) {
    const changed = edit.insertAt(at);
    if (changed === null) continue;
    if (standsAfter({ before, after: edit.read(changed).blocks, at })) return changed;
  }
  return null;
};

/** Cuts a text in two when both halves together still read as the whole did. */
export const splitChecked = (edit: {
  read: Read;
  value: string;
  offset: number;
}): [string, string] | null => {
  const halves: [string, string] = [
    edit.value.slice(0, edit.offset),
    edit.value.slice(edit.offset),
  ];
  const whole = edit.read(edit.value).blocks;
  const both = halves.flatMap((half) => edit.read(half).blocks);
  const isFaithful =
    whole.length === both.length && whole.every((block, index) => isSame(block, both[index]));
  return isFaithful && halves.every((half) => half.trim() !== '') ? halves : null;
};

/**
 * Takes pieces of text out, last first. Each cut counts only when the rest reads as before without that one block.
 */
export const removeChecked = (edit: {
  read: Read;
  value: string;
  isRemoved: (block: FormatBlock) => boolean;
  cutAt: (value: string, index: number) => string | null;
}): string => {
  let { value } = edit;
  let blocks = edit.read(value).blocks;
  const removed = blocks.flatMap((block, at) => (edit.isRemoved(block) ? at : []));
  for (const at of removed.reverse()) {
    const changed = edit.cutAt(value, at);
    if (changed === null) continue;
    const rest = edit.read(changed).blocks;
    if (standsAfter({ before: rest, after: blocks, at: at - 1 })) [value, blocks] = [changed, rest];
  }
  return value;
};

/** True for a block that is nothing but wanted pictures. */
export const isWantedPicture =
  (isWanted: (address: string) => boolean) =>
  ({ kind, images }: FormatBlock): boolean =>
    kind === 'image' && images.length > 0 && images.every(isWanted);
