import { isRecord } from '../field-path';
import { tidyText } from '../plain-text';
import {
  formatBlock,
  unreadableValue,
  type BodyFormat,
  type BodyImage,
  type FormatBlock,
} from './body-format';
import { isWantedPicture } from './checked-edit';

const KINDS: Record<string, FormatBlock['kind']> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  quote: 'quote',
  code: 'code',
  image: 'image',
};

const childrenOf = (node: Record<string, unknown>): unknown[] =>
  Array.isArray(node['children']) ? node['children'] : [];

const isNestedBlock = (node: unknown): boolean =>
  isRecord(node) &&
  /^(paragraph|heading|quote|code|list|list-item|table.*)$/.test(`${node['type']}`);

const textOf = (node: unknown): string => {
  if (!isRecord(node) || node['type'] === 'image') return '';
  if (typeof node['text'] === 'string') return node['text'];
  const children = childrenOf(node);
  return children.map(textOf).join(children.some(isNestedBlock) ? '\n' : '');
};

const imagesOf = (node: unknown): string[] => {
  if (!isRecord(node)) return [];
  const image = node['image'];
  const own = node['type'] === 'image' && isRecord(image) ? [String(image['url'] ?? '')] : [];
  return [...own, ...childrenOf(node).flatMap(imagesOf)];
};

const levelOf = (node: Record<string, unknown>): number => {
  const level = Number(node['level']);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
};

const readNode = (node: unknown): FormatBlock => {
  if (!isRecord(node)) return formatBlock({ kind: 'other', text: '' });
  const kind = KINDS[String(node['type'])] ?? 'other';
  const text = kind === 'code' ? textOf(node).trim() : tidyText(textOf(node));
  return formatBlock({
    kind,
    text: kind === 'image' ? '' : text,
    level: kind === 'heading' ? levelOf(node) : null,
    images: imagesOf(node),
    // The editor leaves empty paragraphs behind; a picture belongs before them.
    isLeadIn: kind === 'paragraph' && text === '' && imagesOf(node).length === 0,
  });
};

/** Strapi refuses the node when one of these is missing; an SVG has no size and cannot be used. */
const imageNode = ({ file, url, alternativeText, caption }: BodyImage) => {
  if (file.width === null || file.height === null || !file.ext) return null;
  return {
    type: 'image',
    image: {
      name: file.name,
      alternativeText,
      url,
      caption: caption === '' ? null : caption,
      width: file.width,
      height: file.height,
      formats: file.formats,
      hash: file.hash,
      ext: file.ext,
      mime: file.mime,
      size: file.size,
      previewUrl: file.previewUrl,
      provider: file.provider,
      provider_metadata: file.provider_metadata ?? null,
      createdAt: file.createdAt,
      updatedAt: file.updatedAt,
    },
    children: [{ type: 'text', text: '' }],
  };
};

/** Strapi's Blocks: one block per element of the array. */
export const blocksFormat: BodyFormat = {
  read: (value) =>
    Array.isArray(value)
      ? { blocks: value.map(readNode), unreadable: [] }
      : unreadableValue(value, 'a list of blocks'),

  insertAfter(value, index, image) {
    const node = imageNode(image);
    if (!Array.isArray(value) || !node || index < 0 || index >= value.length) return null;
    return value.toSpliced(index + 1, 0, node);
  },

  removeImages(value, isWanted) {
    if (!Array.isArray(value)) return value;
    const isRemoved = isWantedPicture(isWanted);
    const kept = value.filter((node) => !isRemoved(readNode(node)));
    return kept.length === value.length ? value : kept;
  },

  splitAfter(value, index) {
    if (!Array.isArray(value) || index < 0 || index >= value.length - 1) return null;
    return [value.slice(0, index + 1), value.slice(index + 1)];
  },
};
