import type { TextFormatName } from '../attribute-format';
import { blocksFormat } from './blocks';
import type { BodyFormat } from './body-format';
import { htmlFormat } from './html';
import { markdownFormat } from './markdown';
import { textFormat } from './text';

/** The formats a single attribute can have. */
export const textFormats: Record<TextFormatName, BodyFormat> = {
  blocks: blocksFormat,
  markdown: markdownFormat,
  html: htmlFormat,
  text: textFormat,
};
