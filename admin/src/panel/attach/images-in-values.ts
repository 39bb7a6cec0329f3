import type { ImageDto } from '../../../../shared/contracts/runs';

/** Signed addresses differ on every read in their query only. */
const address = (url: string): string => url.split('?')[0] ?? url;

/**
 * Which pictures stand somewhere in these values. Media fields, zone rows and block images carry the file's address as
 * Markdown and HTML do, so its text is the one test that holds for every kind of field.
 */
export const imagesInValues = (
  images: readonly ImageDto[],
  values: Record<string, unknown>,
): ImageDto[] => {
  const text = JSON.stringify(values);
  return images.filter(({ file }) => file !== null && text.includes(address(file.url)));
};
