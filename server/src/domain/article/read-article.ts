import type { Article, ArticleRef, DocumentValues, FieldMapping } from './article';
import { textFormatOf } from './attribute-format';
import { mediaEntries } from './body-formats/media-value';
import { textFormats } from './body-formats/text-formats';
import { readPath } from './field-path';
import { hashText, tidyText } from './plain-text';
import { readBody, type BodySource, type ReadBlock } from './read-body';
import { attributeAt, type ComponentSchemas, type StrapiAttributes } from './schema';
import { splitSections } from './split-sections';
import { countBlocks } from './counted-block';

/** A title or summary as plain text, whatever kind of attribute holds it. */
const readLine = (source: BodySource, path: string | null): string => {
  if (path === null) return '';
  const value = readPath(source.values, path);
  const { schema, components } = source;
  const attribute = schema && attributeAt({ path, attributes: schema.attributes, components });
  const known = attribute ? textFormatOf(attribute) : null;
  const format = known ?? (Array.isArray(value) ? 'blocks' : 'text');
  const { blocks } = textFormats[format].read(value);
  return tidyText(blocks.map(({ text }) => text).join(' ')).replaceAll('\n', ' ');
};

const isCoverFilled = ({ values, mapping }: BodySource): boolean =>
  mapping.cover !== null && mediaEntries(readPath(values, mapping.cover.field)).length > 0;

const countImages = (source: BodySource, blocks: ReadBlock[]): number => {
  const { values, mapping } = source;
  const { inArticle, cover } = mapping;
  const inBody = blocks.reduce((count, { images }) => count + images.length, 0);
  if (inArticle.kind !== 'media') return inBody;
  const inField = mediaEntries(readPath(values, inArticle.field)).length;
  // A field that is cover and gallery at once holds the cover first.
  const coverShare = inArticle.field === cover?.field ? Math.min(1, inField) : 0;
  return inBody + inField - coverShare;
};

/**
 * Reads an article from a document's values: its text as blocks and sections, and what pictures it has. Never throws on
 * odd values; what cannot be read is named in `unreadable`. Pictures, their alternative texts and captions are no text.
 */
export const readArticle = (input: {
  ref: ArticleRef;
  values: DocumentValues;
  mapping: FieldMapping;
  components?: ComponentSchemas;
  schema?: { attributes: StrapiAttributes };
}): Article => {
  const source: BodySource = { ...input, components: input.components ?? {} };
  const title = readLine(source, input.mapping.title);
  const summary = readLine(source, input.mapping.summary);
  const { blocks, unreadable } = readBody(source);
  const sections = splitSections(countBlocks(blocks));
  const texts = blocks.map(({ text }) => text).filter((text) => text !== '');
  return {
    ref: input.ref,
    title,
    summary,
    blocks: blocks.map(({ kind, level, text, at, isLeadIn }) => ({
      kind,
      level,
      text,
      at,
      isLeadIn,
    })),
    sections,
    words: sections.reduce((sum, { words }) => sum + words, 0),
    textHash: hashText([title, summary, ...texts].join('\n')),
    isCoverFilled: isCoverFilled(source),
    inArticleCount: countImages(source, blocks),
    unreadable,
  };
};
