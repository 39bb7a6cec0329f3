import type { BodyFormatName } from '../../../../shared/vocabulary';
import { hasToken, tokensOf, wordSet } from './name-tokens';
import type { StrapiAttribute } from './schema';

export type TextFormatName = Exclude<BodyFormatName, 'zone'>;

const HTML_EDITORS = wordSet(
  'ckeditor ckeditor5 tinymce quill wysiwyg jodit froala summernote suneditor trix redactor html richtext',
);
const MARKDOWN_EDITORS = wordSet('markdown mdx md toast vditor easymde simplemde');

/** Editors of something that is not prose, whatever else their name says. */
const NOT_PROSE = wordSet('json code editorjs chart map color colour schema svg');

const isSetTo = (attribute: StrapiAttribute, value: string): boolean =>
  Object.values(attribute.options ?? {}).some(
    (option) => typeof option === 'string' && option.toLowerCase() === value,
  );

/** A custom field stores what its editor writes; the editor is known by the words of its uid. */
const customFormat = (attribute: StrapiAttribute): TextFormatName | null => {
  if (attribute.type === 'json') return null;
  const tokens = tokensOf(attribute.customField ?? '');
  if (hasToken(tokens, NOT_PROSE)) return null;
  if (isSetTo(attribute, 'markdown') || hasToken(tokens, MARKDOWN_EDITORS)) return 'markdown';
  if (isSetTo(attribute, 'html') || hasToken(tokens, HTML_EDITORS)) return 'html';
  if (tokens.includes('ck') || tokens.includes('editor')) return 'html';
  return attribute.type === 'richtext' ? 'html' : null;
};

/**
 * The format an attribute's text is stored in; null when it holds no long text this plugin can read, as a custom field
 * that keeps JSON of its own.
 */
export const textFormatOf = (attribute: StrapiAttribute): TextFormatName | null => {
  if (attribute.customField) return customFormat(attribute);
  if (attribute.type === 'blocks') return 'blocks';
  if (attribute.type === 'richtext') return 'markdown';
  return attribute.type === 'text' ? 'text' : null;
};
