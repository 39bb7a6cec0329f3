import { componentKind, componentRoles, type ComponentRole } from '../component-roles';
import { isRecord } from '../field-path';
import { tidyText } from '../plain-text';
import type { ComponentSchemas } from '../schema';
import { formatBlock, type BodyFormat, type FormatBlock } from './body-format';
import { mediaAddresses } from './media-value';
import { textFormats } from './text-formats';

/** One block of a zone: where it stands, and the format of the attribute it was read from (null: not a long text). */
export type ZonePiece = {
  block: FormatBlock;
  item: number;
  attribute: string;
  format: BodyFormat | null;
  /** The block's index within that attribute. */
  inner: number;
};

type ItemPiece = Omit<ZonePiece, 'item'>;
type Context = { components: ComponentSchemas; depth: number };

/** Components in components in components are layout, not text. */
const MAX_DEPTH = 5;

const LEVEL_NAMES = /^(level|size|tag|type|variant|as|heading_?level|heading_?type)$/i;

const levelOf = (item: Record<string, unknown>): number => {
  for (const [name, value] of Object.entries(item)) {
    const level = LEVEL_NAMES.test(name) ? /^h?([1-6])$/i.exec(String(value))?.[1] : undefined;
    if (level) return Number(level);
  }
  return 2;
};

const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

const nestedBlock = (value: unknown, uid: string, context: Context): FormatBlock => {
  const entries = Array.isArray(value) ? value : [value];
  const blocks = entries
    .filter(isRecord)
    .flatMap((entry) => readItem({ item: entry, uid, ...context }) ?? [])
    .map(({ block }) => block);
  return formatBlock({
    kind: Array.isArray(value) ? 'list' : 'paragraph',
    text: tidyText(blocks.map(({ text }) => text).join('\n')),
    images: blocks.flatMap(({ images }) => images),
  });
};

const blocksOf = (
  item: Record<string, unknown>,
  { name, role }: ComponentRole,
  context: Context,
): { blocks: FormatBlock[]; format: BodyFormat | null } => {
  const value = item[name];
  const single = (block: FormatBlock) => ({
    blocks: block.text === '' && block.images.length === 0 ? [] : [block],
    format: null,
  });
  const line = typeof value === 'string' ? tidyText(value).replaceAll('\n', ' ') : '';
  switch (role.kind) {
    case 'text':
      return {
        blocks: textFormats[role.format].read(value).blocks,
        format: textFormats[role.format],
      };
    case 'heading':
      return single(formatBlock({ kind: 'heading', level: levelOf(item), text: line }));
    case 'line':
      return single(formatBlock({ kind: 'paragraph', text: line }));
    case 'items':
      return single(formatBlock({ kind: 'list', text: tidyText(stringsIn(value).join('\n')) }));
    case 'picture':
      return single(formatBlock({ kind: 'image', text: '', images: mediaAddresses(value) }));
    case 'nested':
      return single(nestedBlock(value, role.component, { ...context, depth: context.depth + 1 }));
  }
};

/** Quotes, boxes and code samples are what their component says, whatever they are made of. */
const asComponent = (block: FormatBlock, uid: string): FormatBlock => {
  const kind = componentKind(uid);
  if (kind === 'text' || block.kind === 'image') return block;
  return { ...block, level: null, kind: kind === 'box' ? 'other' : kind };
};

/**
 * The blocks of one component in the order of its attributes; null for a component nobody knows. `ignored` names
 * attributes that describe a picture.
 */
export const readItem = (input: {
  item: Record<string, unknown>;
  uid: string;
  components: ComponentSchemas;
  depth?: number;
  ignored?: readonly string[];
}): ItemPiece[] | null => {
  const { item, uid, components, depth = 0, ignored = [] } = input;
  const roles = depth > MAX_DEPTH ? [] : componentRoles(uid, components);
  if (!roles) return null;
  return roles
    .filter(({ name }) => !ignored.includes(name))
    .flatMap((role) => {
      const { blocks, format } = blocksOf(item, role, { components, depth });
      return blocks.map((block, inner) => ({
        block: asComponent(block, uid),
        attribute: role.name,
        format,
        inner,
      }));
    });
};
