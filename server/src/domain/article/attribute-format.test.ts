import { describe, expect, it } from 'vitest';
import { textFormatOf } from './attribute-format';

describe('the format of an attribute', () => {
  it('is that of its type', () => {
    expect(textFormatOf({ type: 'blocks' })).toBe('blocks');
    expect(textFormatOf({ type: 'richtext' })).toBe('markdown');
    expect(textFormatOf({ type: 'text' })).toBe('text');
    expect(textFormatOf({ type: 'string' })).toBeNull();
    expect(textFormatOf({ type: 'json' })).toBeNull();
  });

  it('is that of the editor of a custom field, before and after Strapi has loaded it', () => {
    const customField = 'plugin::ckeditor.CKEditor';
    expect(textFormatOf({ type: 'customField', customField })).toBe('html');
    expect(textFormatOf({ type: 'richtext', customField })).toBe('html');
    expect(textFormatOf({ type: 'customField', customField, options: { output: 'HTML' } })).toBe(
      'html',
    );
    expect(
      textFormatOf({ type: 'customField', customField, options: { preset: 'markdown' } }),
    ).toBe('markdown');
  });

  it.each([
    'plugin::color-picker.color',
    'plugin::better-blocks.better-blocks',
    'plugin::chartkit.chart',
    'plugin::json-editor.json',
    'plugin::code-editor.code',
    'plugin::editorjs.editor',
    'plugin::slug.slug',
  ])('is not known for %s', (customField) => {
    expect(textFormatOf({ type: 'customField', customField })).toBeNull();
  });

  it('is never read from a custom field that keeps JSON', () => {
    expect(textFormatOf({ type: 'json', customField: 'plugin::x.rich-editor' })).toBeNull();
  });
});
