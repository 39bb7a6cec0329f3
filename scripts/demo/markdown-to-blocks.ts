import MarkdownIt from 'markdown-it';

type Inline = { type: 'text'; text: string };
export type Block =
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'paragraph' | 'quote'; children: Inline[] };

/** Headings, paragraphs and quotes of a Markdown text as the nodes of a Blocks field. */
export const markdownToBlocks = (markdown: string): Block[] => {
  const blocks: Block[] = [];
  let quoteDepth = 0;
  let level: number | null = null;
  for (const token of new MarkdownIt().parse(markdown, {})) {
    if (token.type === 'blockquote_open') quoteDepth += 1;
    if (token.type === 'blockquote_close') quoteDepth -= 1;
    if (token.type === 'heading_open') level = Number(token.tag.slice(1));
    if (token.type === 'heading_close') level = null;
    if (token.type !== 'inline') continue;
    const children: Inline[] = [{ type: 'text', text: token.content }];
    if (level !== null) blocks.push({ type: 'heading', level, children });
    else blocks.push({ type: quoteDepth > 0 ? 'quote' : 'paragraph', children });
  }
  return blocks;
};
