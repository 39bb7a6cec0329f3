import type { FormatBlock } from './body-format';
import type { MarkdownPiece } from './markdown-parser';

/** Elements that never close or are often left open: they wrap nothing. */
const NOT_WRAPPERS = new Set(
  (
    'p li dt dd td th tr thead tbody br hr img input link meta source wbr embed area base col param track ' +
    'a b i em strong span font small u s sub sup code'
  ).split(' '),
);

/** How many wrapper elements a piece of HTML leaves open; negative when it closes earlier ones. */
const openedBy = (html: string): number => {
  const tags = html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([A-Za-z][\w.:-]*)([^<>]*)>/g);
  let depth = 0;
  for (const [, slash, name = '', rest = ''] of tags) {
    if (NOT_WRAPPERS.has(name.toLowerCase()) || rest.endsWith('/')) continue;
    depth += slash === '/' ? -1 : 1;
  }
  return depth;
};

/**
 * In `</details>`, `<details>`, `<summary>..</summary>` only the first ends what came before; the others open what
 * follows. Within a run of HTML blocks everything behind the shallowest point is marked as leading in.
 */
export const markLeadIns = (reading: {
  pieces: MarkdownPiece[];
  blocks: FormatBlock[];
}): FormatBlock[] => {
  const blocks = [...reading.blocks];
  const htmlAt = (index: number): string | null => {
    const token = reading.pieces[index]?.tokens[0];
    return token?.type === 'html_block' ? token.content : null;
  };
  for (let start = 0; start < blocks.length; start += 1) {
    let [depth, shallowest, border, end] = [0, 0, start - 1, start];
    for (let html = htmlAt(end); html !== null; end += 1, html = htmlAt(end)) {
      depth += openedBy(html);
      if (depth <= shallowest) [shallowest, border] = [depth, end];
    }
    for (let index = border + 1; index < end; index += 1) {
      const block = blocks[index];
      if (block) blocks[index] = { ...block, isLeadIn: true };
    }
    start = Math.max(start, end);
  }
  return blocks;
};
