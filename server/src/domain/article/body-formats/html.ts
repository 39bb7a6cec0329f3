import { unreadableValue, type BodyFormat, type BodyImage } from './body-format';
import { insertChecked, isWantedPicture, removeChecked, splitChecked } from './checked-edit';
import { htmlPieces, type HtmlPiece } from './html-pieces';
import { parseHtml } from './html-tree';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeAttribute = (text: string): string =>
  escapeText(text.replace(/\s+/gu, ' ').trim()).replaceAll('"', '&quot;');

/** CKEditor's own shape: it keeps a figure of this class as an image and drops what it does not know. */
const figureOf = ({ file, url, alternativeText, caption }: BodyImage): string => {
  const size = [
    file.width === null ? '' : ` width="${file.width}"`,
    file.height === null ? '' : ` height="${file.height}"`,
  ].join('');
  const image = `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alternativeText)}"${size}>`;
  const text = caption.trim();
  const captionElement = text === '' ? '' : `<figcaption>${escapeText(text)}</figcaption>`;
  return `<figure class="image">${image}${captionElement}</figure>`;
};

const piecesOf = (value: string): HtmlPiece[] => htmlPieces(parseHtml(value));

/** The line break and indentation a block starts with, when the source puts blocks on lines of their own. */
const lineStartOf = (value: string, piece: HtmlPiece): string =>
  /(?:\r\n?|\n)[ \t]*$/.exec(value.slice(Math.max(0, piece.start - 80), piece.start))?.[0] ?? '';

const read: BodyFormat['read'] = (value) =>
  typeof value === 'string'
    ? { blocks: piecesOf(value).map(({ block }) => block), unreadable: [] }
    : unreadableValue(value, 'HTML text');

/** HTML as rich-text editors store it, and the soup people paste into them. */
export const htmlFormat: BodyFormat = {
  read,

  insertAfter(value, index, image) {
    if (typeof value !== 'string') return null;
    const pieces = piecesOf(value);
    const insertAt = (at: number): string | null => {
      const piece = pieces[at];
      if (!piece) return null;
      const snippet = `${lineStartOf(value, piece)}${figureOf(image)}`;
      return value.slice(0, piece.end) + snippet + value.slice(piece.end);
    };
    return insertChecked({ read, value, index, insertAt });
  },

  removeImages(value, isWanted) {
    if (typeof value !== 'string') return value;
    const cutAt = (text: string, index: number): string | null => {
      const piece = piecesOf(text)[index];
      if (!piece) return null;
      const start = piece.start - lineStartOf(text, piece).length;
      return text.slice(0, start) + text.slice(piece.end);
    };
    return removeChecked({ read, value, isRemoved: isWantedPicture(isWanted), cutAt });
  },

  splitAfter(value, index) {
    if (typeof value !== 'string') return null;
    const root = parseHtml(value);
    const piece = htmlPieces(root)[index];
    const isTopLevel = root.children.some(({ start }) => start === piece?.start);
    if (!piece || !isTopLevel) return null;
    return splitChecked({ read, value, offset: piece.end });
  },
};
