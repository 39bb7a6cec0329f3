import sharp from 'sharp';
import type { ImageSize } from '../../domain/models/image-size';
import type { Canvas } from './canvas';
import { mix, toRgb } from './colour';

/** Grains of this spread, of 255, over everything: paper has a tooth. */
const TOOTH = 6;
/** The shading layer is soft, so a quarter of the pixels is enough. */
const SHADE_SCALE = 0.5;
/** How far a grain goes towards the shadow, or the light. */
const DARKEN = 0.25;
const LIGHTEN = 0.32;

type Pixels = { data: Buffer; width: number; height: number };

const rasterise = async (svg: string, size: ImageSize): Promise<Pixels> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ ...size, fit: 'fill' })
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

/**
 * Sprays the shading layer onto the drawing, grain by grain, and gives the whole a paper's tooth. Plain loops over
 * bytes: it is the one part that runs on the event loop, about ten milliseconds for a large picture.
 */
const spray = (
  drawing: Pixels,
  shading: Pixels,
  { shadow, light, seed }: { shadow: number[]; light: number[]; seed: number },
): void => {
  const { data, width, height } = drawing;
  const shades = shading.data;
  // xorshift32 has no way out of zero.
  let noise = seed || 1;
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(shading.height - 1, Math.floor((y * shading.height) / height));
    for (let x = 0; x < width; x += 1) {
      const column = Math.min(shading.width - 1, Math.floor((x * shading.width) / width));
      const shade = (row * shading.width + column) * 3;
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const isDark = (noise & 255) < (shades[shade] ?? 0);
      const isLight = ((noise >>> 8) & 255) < (shades[shade + 1] ?? 0);
      const target = isDark ? shadow : isLight ? light : null;
      const strength = isDark ? DARKEN : LIGHTEN;
      const tooth = ((((noise >>> 16) & 255) - 127) / 127) * TOOTH;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = data[at + channel] ?? 0;
        const sprayed = target ? value + ((target[channel] ?? 0) - value) * strength : value;
        data[at + channel] = clamp(sprayed + tooth);
      }
    }
  }
};

/** Turns a painted canvas into WebP of exactly its size. */
export const renderCanvas = async (canvas: Canvas, seed: number): Promise<Buffer> => {
  const { width, height, palette } = canvas;
  const { colours, shades } = canvas.toSvg();
  const half = {
    width: Math.ceil(width * SHADE_SCALE),
    height: Math.ceil(height * SHADE_SCALE),
  };
  const [drawing, shading] = await Promise.all([
    rasterise(colours, { width, height }),
    rasterise(shades, half),
  ]);
  const shadow = toRgb(mix(palette.ink, palette.tones[0], 0.4));
  spray(drawing, shading, { shadow, light: toRgb(palette.light), seed });
  return sharp(drawing.data, { raw: { width, height, channels: 3 } })
    .webp({ quality: 90, effort: 1 })
    .toBuffer();
};
