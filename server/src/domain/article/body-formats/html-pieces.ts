import { htmlImages, htmlText, preText, SILENT_NAMES } from './html-text';
import { isBlockElement, type HtmlElement, type HtmlNode } from './html-tree';
import { formatBlock, type FormatBlock } from './body-format';

/** A top-level block with its place in the source. */
export type HtmlPiece = { block: FormatBlock; start: number; end: number };

type Kind = FormatBlock['kind'];

const LEAF_KINDS: Record<string, Kind> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'])),
  ...Object.fromEntries(['p', 'address'].map((name) => [name, 'paragraph'])),
  ...Object.fromEntries(
    ['ul', 'ol', 'dl', 'menu', 'dir', 'li', 'dd', 'dt'].map((name) => [name, 'list']),
  ),
  ...Object.fromEntries(
    ['hr', 'details', 'aside', 'nav', 'form', 'dialog', 'fieldset'].map((name) => [name, 'other']),
  ),
  blockquote: 'quote',
  pre: 'code',
  table: 'table',
  figure: 'other',
};

const hasElement = (nodes: HtmlNode[], names: string[]): boolean =>
  nodes.some(
    (node) =>
      node.kind === 'element' && (names.includes(node.name) || hasElement(node.children, names)),
  );

const figureKind = (element: HtmlElement): Kind => {
  if (hasElement(element.children, ['table'])) return 'table';
  if (hasElement(element.children, ['img'])) return 'image';
  if (hasElement(element.children, ['pre'])) return 'code';
  return hasElement(element.children, ['blockquote']) ? 'quote' : 'other';
};

const leafKind = (element: HtmlElement): Kind | null => {
  // CKEditor's box of raw HTML is one piece whatever is in it.
  if (/\braw-html-embed\b/.test(element.attributes['class'] ?? '')) return 'other';
  if (element.name === 'figure') return figureKind(element);
  const kind = LEAF_KINDS[element.name];
  if (kind === 'heading' && element.hasBlocks) return null;
  if (kind) return kind;
  return element.hasBlocks ? null : 'paragraph';
};

const levelOf = (name: string): number => Number(name.slice(1));

const leafPiece = (element: HtmlElement, leaf: Kind): HtmlPiece => {
  const images = htmlImages(element.children);
  const text = leaf === 'code' ? preText(element) : htmlText(element.children);
  const kind = text === '' && images.length > 0 ? 'image' : leaf;
  return {
    block: formatBlock({
      kind,
      text: kind === 'image' ? '' : text,
      level: kind === 'heading' ? levelOf(element.name) : null,
      images,
      isLeadIn: element.name === 'hr',
    }),
    start: element.start,
    end: element.end,
  };
};

const isBreak = (node: HtmlNode): boolean => node.kind === 'element' && node.name === 'br';
const isSpace = (node: HtmlNode): boolean => node.kind === 'text' && node.text.trim() === '';

/** Loose text is cut where two line breaks follow each other: that is how people without `<p>` make paragraphs. */
const splitAtDoubleBreaks = (run: HtmlNode[]): HtmlNode[][] => {
  const parts: HtmlNode[][] = [[]];
  let breaks = 0;
  for (const node of run) {
    if (isBreak(node)) breaks += 1;
    else if (!isSpace(node)) {
      if (breaks > 1) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)?.push(node);
  }
  return parts;
};

const runPiece = (run: HtmlNode[]): HtmlPiece[] => {
  const nodes = run.filter((node) => !isSpace(node));
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return [];
  const text = htmlText(run);
  const images = htmlImages(run);
  const hasMedia = hasElement(run, ['iframe', 'video', 'audio', 'object', 'embed', 'oembed']);
  if (text === '' && images.length === 0 && !hasMedia) return [];
  const kind = text !== '' ? 'paragraph' : images.length > 0 ? 'image' : 'other';
  const end = last.kind === 'text' ? last.solidEnd : last.end;
  return [{ block: formatBlock({ kind, text, images }), start: first.start, end }];
};

const walk = (element: HtmlElement): HtmlPiece[] => {
  const pieces: HtmlPiece[] = [];
  let run: HtmlNode[] = [];
  const flush = () => {
    pieces.push(...splitAtDoubleBreaks(run).flatMap(runPiece));
    run = [];
  };
  for (const node of element.children) {
    if (node.kind === 'element' && SILENT_NAMES.has(node.name)) continue;
    if (!isBlockElement(node)) {
      run.push(node);
      continue;
    }
    flush();
    pieces.push(...piecesOfElement(node));
  }
  flush();
  return pieces;
};

const piecesOfElement = (element: HtmlElement): HtmlPiece[] => {
  const leaf = leafKind(element);
  if (leaf) return [leafPiece(element, leaf)];
  const pieces = walk(element);
  const [first] = pieces;
  // A heading that was never closed: its own words are the heading, what it swallowed is not.
  if (LEAF_KINDS[element.name] === 'heading' && first?.block.kind === 'paragraph') {
    first.block = { ...first.block, kind: 'heading', level: levelOf(element.name) };
  }
  return pieces;
};

/** The top-level blocks of an HTML body, found by descending through elements that only wrap others. */
export const htmlPieces = (root: HtmlElement): HtmlPiece[] =>
  walk(root).filter(
    ({ block }) => block.text !== '' || block.images.length > 0 || block.kind !== 'paragraph',
  );
