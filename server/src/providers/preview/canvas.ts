import type { ImageSize } from '../../domain/models/image-size';
import { toHex, type Colour } from './colour';
import type { Palette } from './palette';
import { rectangle, type Point } from './paths';
import type { Random } from './seeded-random';

type Stop = { at: number; colour: Colour; opacity?: number };

export type Fill =
  | Colour
  | { from: Point; to: Point; stops: Stop[] }
  | { centre: Point; radius: number; stops: Stop[] };

/**
 * Airbrushed shading, as grains that get denser from one point to another: how dark and how light the shape is at
 * either end, 0 to 1. A second layer carries it, so that it can be turned into grains after drawing.
 */
export type Shade = { from: Point; to: Point; dark?: [number, number]; light?: [number, number] };

export type Shape = {
  path: string;
  fill?: Fill;
  stroke?: { colour: Colour; width: number };
  opacity?: number;
  shade?: Shade;
};

export type Canvas = ImageSize & {
  /** The shorter edge: what sizes of things are measured in. */
  unit: number;
  random: Random;
  palette: Palette;
  /** Whether the subject names one of these things; a scene may then show it. */
  isAbout: (things: RegExp) => boolean;
  /** Paints over what is there, in both layers. */
  paint: (shape: Shape) => void;
  /** The drawing and its layer of shading (red: dark grains, green: light grains), as SVG. */
  toSvg: () => { colours: string; shades: string };
};

const isGradient = (fill: Fill): fill is Exclude<Fill, Colour> => 'stops' in fill;
const round = (value: number): number => Math.round(value * 100) / 100;

const gradientTag = (fill: Exclude<Fill, Colour>, id: string): string => {
  const stops = fill.stops
    .map(
      ({ at, colour, opacity = 1 }) =>
        `<stop offset="${round(at)}" stop-color="${toHex(colour)}" stop-opacity="${round(opacity)}"/>`,
    )
    .join('');
  const units = `id="${id}" gradientUnits="userSpaceOnUse"`;
  if ('centre' in fill) {
    const [cx, cy] = fill.centre.map(round);
    return `<radialGradient ${units} cx="${cx}" cy="${cy}" r="${round(fill.radius)}">${stops}</radialGradient>`;
  }
  const [[x1, y1], [x2, y2]] = [fill.from.map(round), fill.to.map(round)];
  return `<linearGradient ${units} x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`;
};

const shadeTag = ({ from, to, dark = [0, 0], light = [0, 0] }: Shade, id: string): string => {
  const colour = (index: 0 | 1): string =>
    `rgb(${Math.round(dark[index] * 255)},${Math.round(light[index] * 255)},0)`;
  const [[x1, y1], [x2, y2]] = [from.map(round), to.map(round)];
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">` +
    `<stop offset="0" stop-color="${colour(0)}"/><stop offset="1" stop-color="${colour(1)}"/></linearGradient>`
  );
};

const document = ({ width, height }: ImageSize, definitions: string[], shapes: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
  `<defs>${definitions.join('')}</defs>${shapes.join('')}</svg>`;

/** An empty picture to paint on. Only numbers and colours of ours reach the SVG, never a word from outside. */
export const createCanvas = ({
  size,
  random,
  palette,
  subject = '',
}: {
  size: ImageSize;
  random: Random;
  palette: Palette;
  subject?: string;
}): Canvas => {
  const [colours, shades]: [string[], string[]] = [[], []];
  const [colourDefinitions, shadeDefinitions]: [string[], string[]] = [[], []];

  const fillOf = (fill: Fill | undefined): string => {
    if (!fill) return 'none';
    if (!isGradient(fill)) return toHex(fill);
    const id = `c${colourDefinitions.length}`;
    colourDefinitions.push(gradientTag(fill, id));
    return `url(#${id})`;
  };

  const paintShade = ({ path, shade, fill, opacity = 1 }: Shape): void => {
    // Lines and veils let the shading below show through; a solid shape covers it.
    const isVeil = fill && isGradient(fill) && fill.stops.some((stop) => stop.opacity === 0);
    if (!shade && (!fill || isVeil || opacity < 0.75)) return;
    const id = `s${shadeDefinitions.length}`;
    if (shade) shadeDefinitions.push(shadeTag(shade, id));
    shades.push(`<path d="${path}" fill-rule="evenodd" fill="${shade ? `url(#${id})` : '#000'}"/>`);
  };

  const paint = (shape: Shape): void => {
    const { path, fill, stroke, opacity } = shape;
    const line = stroke
      ? ` stroke="${toHex(stroke.colour)}" stroke-width="${round(stroke.width)}" stroke-linecap="round" stroke-linejoin="round"`
      : '';
    // Opacity of a fill is cheap; of a whole shape it makes the renderer set up a layer as large as the picture.
    const kind = stroke ? (fill ? 'opacity' : 'stroke-opacity') : 'fill-opacity';
    const veil = opacity === undefined ? '' : ` ${kind}="${round(opacity)}"`;
    colours.push(`<path d="${path}" fill-rule="evenodd" fill="${fillOf(fill)}"${line}${veil}/>`);
    paintShade(shape);
  };

  shades.push(`<path d="${rectangle(0, 0, size.width, size.height)}" fill="#000"/>`);
  return {
    ...size,
    unit: Math.min(size.width, size.height),
    random,
    palette,
    isAbout: (things) => things.test(subject.toLowerCase()),
    paint,
    toSvg: () => ({
      colours: document(size, colourDefinitions, colours),
      shades: document(size, shadeDefinitions, shades),
    }),
  };
};
