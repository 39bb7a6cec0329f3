import { parseDocument } from 'htmlparser2';
import MarkdownIt from 'markdown-it';

/** A picture as it stands in a body: its address, alternative text, and the last heading before it. */
export type BodyPicture = { url: string; alt: string; heading: string | null };

type Node = Record<string, unknown>;
type Reading = { heading: string | null; pictures: BodyPicture[] };

const start = (): Reading => ({ heading: null, pictures: [] });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);

const plainText = (node: Node): string =>
  text(node.text) + list(node.children).map(plainText).join('');

const readMarkdown = (markdown: string, reading: Reading): void => {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') reading.heading = tokens[index + 1]?.content ?? null;
    for (const child of token.children ?? []) {
      if (child.type !== 'image') continue;
      const url = text(child.attrGet('src'));
      reading.pictures.push({ url, alt: child.content, heading: reading.heading });
    }
  });
};

const readBlocks = (blocks: Node[], reading: Reading): void => {
  for (const block of blocks) {
    if (block.type === 'heading') reading.heading = plainText(block);
    if (block.type !== 'image') continue;
    const image = block.image as Node;
    const alt = text(image.alternativeText);
    reading.pictures.push({ url: text(image.url), alt, heading: reading.heading });
  }
};

type HtmlNode = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
};

const htmlText = (node: HtmlNode): string =>
  (node.data ?? '') + (node.children ?? []).map(htmlText).join('');

const readHtmlNode = (node: HtmlNode, reading: Reading): void => {
  if (/^h[1-6]$/.test(node.name ?? '')) reading.heading = htmlText(node).trim();
  if (node.name === 'img') {
    const { src = '', alt = '' } = node.attribs ?? {};
    reading.pictures.push({ url: src, alt, heading: reading.heading });
  }
  for (const child of node.children ?? []) readHtmlNode(child, reading);
};

const readZone = (components: Node[], reading: Reading): void => {
  for (const component of components) {
    if (typeof component.body === 'string') readMarkdown(component.body, reading);
    const file = component.file as Node | null | undefined;
    if (!file) continue;
    const alt = text(file.alternativeText);
    reading.pictures.push({ url: text(file.url), alt, heading: reading.heading });
  }
};

/** Reads the pictures out of a body as Strapi returns it, without any code of the plugin. */
export const bodyPictures = (
  format: 'zone' | 'blocks' | 'markdown' | 'html',
  body: unknown,
): BodyPicture[] => {
  const reading = start();
  if (format === 'zone') readZone(list(body), reading);
  if (format === 'blocks') readBlocks(list(body), reading);
  if (format === 'markdown') readMarkdown(text(body), reading);
  if (format === 'html') {
    readHtmlNode(parseDocument(text(body)) as unknown as HtmlNode, reading);
  }
  return reading.pictures;
};
