import { formatBlock, unreadableValue, type BodyFormat } from './body-format';
import { splitChecked } from './checked-edit';
import { linesOf } from './source-lines';

type Paragraph = { text: string; end: number };

/** Paragraphs stand between blank lines; a text without any has one paragraph per line. */
const paragraphsOf = (value: string): Paragraph[] => {
  const lines = linesOf(value);
  const isLoose = lines.some(
    ({ isBlank }, index) => isBlank && index > 0 && index + 1 < lines.length,
  );
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  for (const line of lines) {
    const text = value.slice(line.start, line.end).replace(/\s+/gu, ' ').trim();
    const current = paragraphs.at(-1);
    if (current && (line.isBlank || (isOpen && isLoose))) {
      current.text = `${current.text} ${text}`.trim();
      current.end = line.next;
    } else if (!line.isBlank) {
      paragraphs.push({ text, end: line.next });
    }
    isOpen = !line.isBlank;
  }
  return paragraphs;
};

const read: BodyFormat['read'] = (value) =>
  typeof value === 'string'
    ? {
        blocks: paragraphsOf(value).map(({ text }) => formatBlock({ kind: 'paragraph', text })),
        unreadable: [],
      }
    : unreadableValue(value, 'plain text');

/** Plain text: paragraphs only, and no place for a picture inside. */
export const textFormat: BodyFormat = {
  read,
  insertAfter: () => null,
  removeImages: (value) => value,
  splitAfter(value, index) {
    const paragraph = typeof value === 'string' ? paragraphsOf(value)[index] : undefined;
    if (typeof value !== 'string' || !paragraph) return null;
    return splitChecked({ read, value, offset: paragraph.end });
  },
};
