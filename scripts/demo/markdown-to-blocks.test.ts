import { describe, expect, it } from 'vitest';
import { markdownToBlocks } from './markdown-to-blocks';

const text = (value: string) => [{ type: 'text', text: value }];

describe('Markdown as Blocks', () => {
  it('keeps headings with their level, paragraphs and quotes in order', () => {
    expect(
      markdownToBlocks('## Rome\n\nAll roads.\n\n> So they say.\n\n### Today\n\nStill.'),
    ).toEqual([
      { type: 'heading', level: 2, children: text('Rome') },
      { type: 'paragraph', children: text('All roads.') },
      { type: 'quote', children: text('So they say.') },
      { type: 'heading', level: 3, children: text('Today') },
      { type: 'paragraph', children: text('Still.') },
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(markdownToBlocks('')).toEqual([]);
  });
});
