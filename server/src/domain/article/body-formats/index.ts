import type { BodyFormatName } from '../../../../../shared/vocabulary';
import type { BodyFormat } from './body-format';
import { textFormats } from './text-formats';
import { createZoneFormat, type ZoneOptions } from './zone';

/** Every body format by the name the field mapping uses. */
export const bodyFormats: Record<BodyFormatName, (zone: ZoneOptions) => BodyFormat> = {
  blocks: () => textFormats.blocks,
  markdown: () => textFormats.markdown,
  html: () => textFormats.html,
  text: () => textFormats.text,
  zone: createZoneFormat,
};
