import MarkdownIt from 'markdown-it';
import { linesOf } from './source-lines';

export type MarkdownToken = ReturnType<MarkdownIt['parse']>[number];

/**
 * A top-level block of a Markdown text: its tokens, and in the source where its first line starts, its last line ends
 * and the line after it starts.
 */
export type MarkdownPiece = { tokens: MarkdownToken[]; start: number; end: number; next: number };

const parser = new MarkdownIt({ html: true });

/** Byte order mark and YAML front matter: part of the file, not of the article. */
const preambleLength = (source: string): number => {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*(?:\r\n?|\n)(?=[ \t]*[\w-]+[ \t]*:)/.exec(source.slice(start));
  if (!opening) return start;
  const from = start + opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/m.exec(source.slice(from));
  return closing ? from + closing.index + closing[0].length : start;
};

const groupTopLevel = (tokens: MarkdownToken[]): MarkdownToken[][] => {
  const groups: MarkdownToken[][] = [];
  for (const token of tokens) {
    const isStart = token.level === 0 && token.nesting >= 0;
    if (isStart) groups.push([token]);
    else groups.at(-1)?.push(token);
  }
  return groups;
};

/** The top-level blocks of a Markdown text in order, with offsets into the text as given. */
export const markdownPieces = (source: string): MarkdownPiece[] => {
  const offset = preambleLength(source);
  const text = source.slice(offset);
  const lines = linesOf(text);
  return groupTopLevel(parser.parse(text, {})).map((tokens) => {
    const [first = 0, after = 1] = tokens[0]?.map ?? [];
    let last = Math.min(after, lines.length) - 1;
    while (last > first && lines[last]?.isBlank) last -= 1;
    const line = lines[last];
    return {
      tokens,
      start: offset + (lines[first]?.start ?? 0),
      end: offset + (line?.end ?? text.length),
      next: offset + (line?.next ?? text.length),
    };
  });
};
