import { createHash } from 'node:crypto';
import sharp from 'sharp';

export type PictureFormat = 'png' | 'jpeg' | 'webp';

/** A picture that depends on the words alone, with enough going on to tell two apart. Exactly the size asked. */
export const makePicture = async ({
  words,
  width,
  height,
  format,
}: {
  words: string;
  width: number;
  height: number;
  format: PictureFormat;
}): Promise<Buffer> => {
  const bytes = createHash('sha256').update(words).digest();
  const at = (index: number): number => (bytes[index % bytes.length] ?? 0) / 255;
  const hue = (index: number): string =>
    `hsl(${Math.round(at(index) * 360)},${40 + Math.round(at(index + 1) * 30)}%,${35 + Math.round(at(index + 2) * 35)}%)`;
  const discs = Array.from({ length: 9 }, (_, disc) => {
    const radius = (0.05 + at(disc * 3) * 0.22) * Math.min(width, height);
    return `<circle cx="${at(disc + 5) * width}" cy="${at(disc * 2 + 11) * height}" r="${radius}" fill="${hue(disc * 2)}" fill-opacity="0.7"/>`;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${hue(0)}"/><stop offset="1" stop-color="${hue(9)}"/></linearGradient></defs>` +
    `<rect width="100%" height="100%" fill="url(#g)"/>${discs.join('')}</svg>`;
  const picture = sharp(Buffer.from(svg)).resize({ width, height, fit: 'fill' }).removeAlpha();
  if (format === 'jpeg') return picture.jpeg({ quality: 88 }).toBuffer();
  if (format === 'webp') return picture.webp({ quality: 85, effort: 0 }).toBuffer();
  return picture.png({ compressionLevel: 1 }).toBuffer();
};
