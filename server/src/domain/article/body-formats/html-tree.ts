import { Parser } from 'htmlparser2';

/** `solidEnd` is behind the last character that is not whitespace. */
export type HtmlText = {
  kind: 'text';
  text: string;
  start: number;
  end: number;
  solidEnd: number;
};

export type HtmlElement = {
  kind: 'element';
  name: string;
  attributes: Record<string, string>;
  /** Offsets in the source; `end` is behind the closing tag, or where a missing one is implied. */
  start: number;
  end: number;
  children: HtmlNode[];
  /** True when a block-level element is somewhere inside. */
  hasBlocks: boolean;
};

export type HtmlNode = HtmlText | HtmlElement;

const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section table ul'
  ).split(' '),
);

export const isBlockElement = (node: HtmlNode): node is HtmlElement =>
  node.kind === 'element' && (BLOCK_NAMES.has(node.name) || node.hasBlocks);

/** Deeper nesting than this is broken markup; the rest is kept flat so that no walk runs out of stack. */
const MAX_DEPTH = 200;

const createTreeBuilder = (source: string) => {
  const root: HtmlElement = {
    kind: 'element',
    name: '#root',
    attributes: {},
    start: 0,
    end: source.length,
    children: [],
    hasBlocks: false,
  };
  const open: HtmlElement[] = [root];
  const parent = () => open[Math.min(open.length, MAX_DEPTH) - 1] ?? root;

  return {
    root,
    enter(element: Pick<HtmlElement, 'name' | 'attributes' | 'start'>) {
      const full = { kind: 'element' as const, end: source.length, children: [], hasBlocks: false };
      const node: HtmlElement = { ...full, ...element };
      parent().children.push(node);
      open.push(node);
    },
    leave(endOf: (node: HtmlElement) => number) {
      const node = open.length > 1 ? open.pop() : undefined;
      if (!node) return;
      node.end = endOf(node);
      if (node.hasBlocks || BLOCK_NAMES.has(node.name)) parent().hasBlocks = true;
    },
    text({ text, start, end }: Pick<HtmlText, 'text' | 'start' | 'end'>) {
      const solidEnd = start + source.slice(start, end).trimEnd().length;
      const last = parent().children.at(-1);
      if (last?.kind === 'text' && last.end === start) {
        last.text += text;
        last.end = end;
        if (solidEnd > start) last.solidEnd = solidEnd;
      } else {
        parent().children.push({ kind: 'text', text, start, end, solidEnd });
      }
    },
  };
};

/** Parses HTML as browsers mend it, keeping the offsets of every piece. Comments and doctypes are left out. */
export const parseHtml = (source: string): HtmlElement => {
  const builder = createTreeBuilder(source);
  const parser = new Parser({
    onopentag(name, attributes) {
      builder.enter({ name, attributes, start: parser.startIndex });
    },
    onclosetag(_name, isImplied) {
      builder.leave((node) => {
        // A void element closes on its own tag; an implied end is where the next tag starts.
        const isOwnTag = !isImplied || parser.startIndex === node.start;
        return isOwnTag ? parser.endIndex + 1 : parser.startIndex;
      });
    },
    ontext(text) {
      builder.text({ text, start: parser.startIndex, end: parser.endIndex + 1 });
    },
  });
  parser.write(source);
  parser.end();
  return builder.root;
};
