import type { BodyImage } from './body-format';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Alternative text is read as inline Markdown, so everything that could mean something there is escaped. */
const escapeAlternative = (text: string): string =>
  oneLine(text).replace(/[\\`*_[\]<>&~!|]/g, '\\$&');

/** A title is plain but for its quotes, escapes and entities. */
const escapeTitle = (text: string): string => oneLine(text).replace(/[\\"&]/g, '\\$&');

/** Percent-encodes what would end or change a link destination; existing escapes stay. */
const escapeUrl = (url: string): string =>
  url
    .replace(/[\s()<>"\\`]/g, (character) => `%${hexOf(character)}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');

const hexOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');

/** `![alternative](address "caption")`, without a title when there is no caption. */
export const markdownImage = ({ url, alternativeText, caption }: BodyImage): string => {
  const title = oneLine(caption) === '' ? '' : ` "${escapeTitle(caption)}"`;
  return `![${escapeAlternative(alternativeText)}](${escapeUrl(url)}${title})`;
};
