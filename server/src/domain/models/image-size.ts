/** Pixels of a picture. */
export type ImageSize = { width: number; height: number };

const SIZE_PATTERN = /^(\d{1,5})x(\d{1,5})$/;

/** Reads "1536x1024". Returns null for anything else: a size is never guessed. */
export const parseSize = (text: string | null | undefined): ImageSize | null => {
  const match = SIZE_PATTERN.exec(text ?? '');
  if (!match) return null;
  const size = { width: Number(match[1]), height: Number(match[2]) };
  return size.width > 0 && size.height > 0 ? size : null;
};

export const formatSize = ({ width, height }: ImageSize): string => `${width}x${height}`;
