import { tidyText } from '../plain-text';
import { formatBlock, unreadableValue, type BodyFormat, type FormatBlock } from './body-format';
import { insertChecked, isWantedPicture, removeChecked, splitChecked } from './checked-edit';
import { htmlFormat } from './html';
import { htmlImages } from './html-text';
import { parseHtml } from './html-tree';
import { markdownImage } from './markdown-image';
import { markdownPieces, type MarkdownPiece, type MarkdownToken } from './markdown-parser';
import { markLeadIns } from './markdown-wrappers';
import { lineEndingOf } from './source-lines';

const KINDS: Record<string, FormatBlock['kind']> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  blockquote_open: 'quote',
  table_open: 'table',
  fence: 'code',
  code_block: 'code',
};

const inlineText = (token: MarkdownToken): string => {
  if (token.type === 'text' || token.type === 'code_inline') return token.content;
  if (token.type === 'softbreak') return ' ';
  if (token.type === 'hardbreak') return '\n';
  return token.type === 'inline' ? (token.children ?? []).map(inlineText).join('') : '';
};

const tokenText = (token: MarkdownToken): string => {
  if (token.type === 'inline') return inlineText(token);
  if (token.type === 'td_close' || token.type === 'th_close') return ' ';
  if (token.type === 'html_block') return htmlBlock(token).text;
  return token.block && token.type !== 'td_open' && token.type !== 'th_open' ? '\n' : '';
};

const tokenImages = (token: MarkdownToken): string[] => {
  if (token.type === 'image') return [String(token.attrGet('src') ?? '')];
  if (token.type === 'html_inline' || token.type === 'html_block') {
    return htmlImages(parseHtml(token.content).children);
  }
  return (token.children ?? []).flatMap(tokenImages);
};

/** Notes static site generators put behind a heading: `{#anchor}`, an MDX comment. */
const withoutHeadingNotes = (text: string): string =>
  text.replace(/\{\/\*?.*?\*?\/\}|\{[#.:][^{}]*\}/g, '').trim();

/** HTML between the Markdown: one block, of the kind it would be in an HTML body. */
const htmlBlock = (token: MarkdownToken): FormatBlock => {
  const { blocks } = htmlFormat.read(token.content);
  const [only] = blocks;
  if (blocks.length === 1 && only) return only;
  const isProse =
    blocks.length > 0 && blocks.every(({ kind }) => ['paragraph', 'list', 'quote'].includes(kind));
  const text = blocks.map((block) => block.text).filter((line) => line !== '');
  const images = blocks.flatMap((block) => block.images);
  return formatBlock({ kind: isProse ? 'paragraph' : 'other', text: text.join('\n'), images });
};

const readPiece = ({ tokens }: MarkdownPiece): FormatBlock => {
  const [first] = tokens;
  if (!first) return formatBlock({ kind: 'other', text: '' });
  if (first.type === 'html_block') return htmlBlock(first);
  const kind = KINDS[first.type] ?? 'other';
  if (kind === 'code') return formatBlock({ kind, text: first.content.trim() });
  const images = tokens.flatMap(tokenImages);
  const text = tidyText(tokens.map(tokenText).join(''));
  if (kind === 'paragraph' && text === '' && images.length > 0) {
    return formatBlock({ kind: 'image', text: '', images });
  }
  return formatBlock({
    kind,
    text: kind === 'heading' ? withoutHeadingNotes(text) : text,
    level: kind === 'heading' ? Number(first.tag.slice(1)) : null,
    images,
    isLeadIn: first.type === 'hr',
  });
};

/** A text that is HTML from end to end, as editors that replace Strapi's own store it, is treated as HTML. */
const isHtml = (value: string): boolean => {
  const pieces = markdownPieces(value);
  const isAllHtml = pieces.every(({ tokens }) => tokens[0]?.type === 'html_block');
  return pieces.length > 0 && isAllHtml && htmlFormat.read(value).blocks.length > 1;
};

const read: BodyFormat['read'] = (value) => {
  if (typeof value !== 'string') return unreadableValue(value, 'Markdown text');
  if (isHtml(value)) return htmlFormat.read(value);
  const pieces = markdownPieces(value);
  return { blocks: markLeadIns({ pieces, blocks: pieces.map(readPiece) }), unreadable: [] };
};

/** Markdown as Strapi's rich-text editor stores it. */
export const markdownFormat: BodyFormat = {
  read,

  insertAfter(value, index, image) {
    if (typeof value !== 'string') return null;
    if (isHtml(value)) {
      const changed = htmlFormat.insertAfter(value, index, image);
      return typeof changed === 'string' && isHtml(changed) ? changed : null;
    }
    const pieces = markdownPieces(value);
    const ending = lineEndingOf(value);
    const insertAt = (at: number): string | null => {
      const piece = pieces[at];
      if (!piece) return null;
      const rest = value.slice(piece.end);
      const isFollowedDirectly = /^(?:\r\n?|\n)[ \t]*[^\s]/.test(rest);
      const snippet = `${ending}${ending}${markdownImage(image)}${isFollowedDirectly ? ending : ''}`;
      return value.slice(0, piece.end) + snippet + rest;
    };
    return insertChecked({ read, value, index, insertAt });
  },

  removeImages(value, isWanted) {
    if (typeof value !== 'string') return value;
    if (isHtml(value)) return htmlFormat.removeImages(value, isWanted);
    const cutAt = (text: string, index: number): string | null => {
      const piece = markdownPieces(text)[index];
      if (!piece) return null;
      const before = text.slice(0, piece.start);
      // Up to the end of the text before: the blank line came with the picture.
      return index === 0
        ? before + text.slice(piece.next).replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '')
        : before.replace(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))?$/, '') + text.slice(piece.end);
    };
    return removeChecked({ read, value, isRemoved: isWantedPicture(isWanted), cutAt });
  },

  splitAfter(value, index) {
    if (typeof value !== 'string') return null;
    // Half of an HTML text may be Markdown again: the check reads both halves as this format does.
    const offset = isHtml(value)
      ? String(htmlFormat.splitAfter(value, index)?.[0] ?? '').length
      : markdownPieces(value)[index + 1]?.start;
    return offset === undefined ? null : splitChecked({ read, value, offset });
  },
};
