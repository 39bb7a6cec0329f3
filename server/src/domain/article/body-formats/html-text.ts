import type { HtmlElement, HtmlNode } from './html-tree';
import { tidyText } from '../plain-text';

/** Elements whose content is not text of the article; captions belong to their pictures. */
export const SILENT_NAMES = new Set(
  'head script style template title link meta base noscript figcaption caption svg canvas'.split(
    ' ',
  ),
);

const LINE_NAMES = new Set(
  'address blockquote br dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

const rawText = (node: HtmlNode): string => {
  if (node.kind === 'text') return node.text.replace(/\s+/gu, ' ');
  if (SILENT_NAMES.has(node.name)) return '';
  const text = node.children.map(rawText).join('');
  if (LINE_NAMES.has(node.name)) return `\n${text}\n`;
  return node.name === 'td' || node.name === 'th' ? `${text} ` : text;
};

const preformatted = (node: HtmlNode): string =>
  node.kind === 'text' ? node.text : node.children.map(preformatted).join('');

/** The words people read in some nodes, one line per paragraph, item or row. */
export const htmlText = (nodes: HtmlNode[]): string => tidyText(nodes.map(rawText).join(''));

/** The text of a `pre` element with its line breaks. */
export const preText = (element: HtmlElement): string => preformatted(element).trim();

/** The addresses of the pictures in some nodes. */
export const htmlImages = (nodes: HtmlNode[]): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    const own = node.name === 'img' ? [node.attributes['src'] ?? ''] : [];
    return [...own, ...htmlImages(node.children)];
  });
