/** One line of a text: where it starts, where its last character ends, where the next line starts. */
export type SourceLine = { start: number; end: number; next: number; isBlank: boolean };

/** Lines end in LF, CRLF or a lone CR, the way markdown-it counts them. */
export const linesOf = (source: string): SourceLine[] => {
  const lines: SourceLine[] = [];
  let start = 0;
  const add = (end: number, next: number) => {
    lines.push({ start, end, next, isBlank: source.slice(start, end).trim() === '' });
    start = next;
  };
  for (const match of source.matchAll(/\r\n?|\n/g)) add(match.index, match.index + match[0].length);
  if (start < source.length) add(source.length, source.length);
  return lines;
};

/** The line ending a text uses, LF when it has none. */
export const lineEndingOf = (source: string): string => /\r\n?|\n/.exec(source)?.[0] ?? '\n';
