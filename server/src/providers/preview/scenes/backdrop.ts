import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { circle, ellipse, landUnder, rectangle, ring, type Point } from '../paths';

/** A sky that is lighter towards the horizon. */
export const paintSky = (canvas: Canvas, horizon: number): void => {
  const { width, height, palette } = canvas;
  canvas.paint({
    path: rectangle(0, 0, width, height),
    fill: {
      from: [0, 0],
      to: [0, horizon],
      stops: [
        { at: 0, colour: palette.skyHigh },
        { at: 1, colour: palette.skyLow },
      ],
    },
    shade: { from: [0, 0], to: [0, horizon], dark: [0.12, 0], light: [0, 0.24] },
  });
};

/** A plain wall behind things that stand on a table or float in space. */
export const paintWall = (canvas: Canvas, colour: Colour): void => {
  const { width, height, palette } = canvas;
  canvas.paint({
    path: rectangle(0, 0, width, height),
    fill: {
      from: [0, 0],
      to: [width, height],
      stops: [
        { at: 0, colour: mix(colour, palette.light, 0.3) },
        { at: 1, colour: shift(colour, { l: -0.05 }) },
      ],
    },
    shade: { from: [width * 0.2, 0], to: [width, height], dark: [0, 0.17], light: [0.2, 0] },
  });
};

/** A disc of light with a glow that fades into whatever is behind it. */
export const paintSun = (
  canvas: Canvas,
  { x, y, radius, colour }: { x: number; y: number; radius: number; colour: Colour },
): void => {
  const { palette } = canvas;
  canvas.paint({
    path: circle(x, y, radius * 3.4),
    fill: {
      centre: [x, y],
      radius: radius * 3.4,
      stops: [
        { at: 0.22, colour: mix(colour, palette.light, 0.6), opacity: 0.55 },
        { at: 1, colour: palette.light, opacity: 0 },
      ],
    },
  });
  canvas.paint({
    path: ring(x, y, radius * 1.32, radius),
    fill: mix(colour, palette.light, 0.65),
    opacity: 0.3,
  });
  canvas.paint({
    path: circle(x, y, radius),
    fill: {
      from: [x, y - radius],
      to: [x, y + radius],
      stops: [
        { at: 0, colour: mix(colour, palette.light, 0.12) },
        { at: 1, colour: mix(colour, palette.light, 0.42) },
      ],
    },
    shade: { from: [x, y - radius], to: [x, y + radius], dark: [0.1, 0], light: [0, 0.4] },
  });
};

/** Long flat clouds of a few merged ellipses. */
export const paintCloud = (
  canvas: Canvas,
  {
    x,
    y,
    length,
    colour,
    opacity,
  }: { x: number; y: number; length: number; colour: Colour; opacity: number },
): void => {
  const { random } = canvas;
  const parts = random.integer(2, 4);
  for (let index = 0; index < parts; index += 1) {
    const rx = length * random.between(0.22, 0.5);
    const cx = x + length * random.between(-0.5, 0.5);
    const cy = y + length * 0.05 * (index - parts / 2);
    canvas.paint({ path: ellipse(cx, cy, rx, rx * 0.085), fill: colour, opacity });
  }
};

/** A soft shadow on the ground under a thing. */
export const paintContact = (
  canvas: Canvas,
  {
    x,
    y,
    rx,
    ry,
    strength = 0.4,
  }: { x: number; y: number; rx: number; ry: number; strength?: number },
): void => {
  // A radial gradient is round; a few flat ellipses inside each other make the same softness.
  const { ink, tones } = canvas.palette;
  const colour = mix(ink, tones[0], 0.5);
  for (let ring = 0; ring < 4; ring += 1) {
    const grow = 1 + ring * 0.13;
    canvas.paint({
      path: ellipse(x, y, rx * grow, ry * grow),
      fill: colour,
      opacity: strength * (0.36 - ring * 0.07),
    });
  }
};

/** The upper edge of rolling land: `roll` is how high the hills are against their length. */
export const rollingEdge = (
  canvas: Canvas,
  { y, roll, bumps }: { y: number; roll: number; bumps: number },
): Point[] => {
  const { width, random } = canvas;
  const points: Point[] = [];
  const phase = random.between(0, Math.PI * 2);
  for (let index = -1; index <= bumps * 2 + 1; index += 1) {
    const share = index / (bumps * 2);
    const wave = Math.sin(phase + share * bumps * Math.PI * 2 * 0.5);
    points.push([share * width, y - roll * (wave * 0.7 + random.between(-0.3, 0.3))]);
  }
  return points;
};

/** One layer of land, lit from the sun's side and shaded at its foot. */
export const paintLand = (
  canvas: Canvas,
  { edge, colour, foot }: { edge: Point[]; colour: Colour; foot: number },
): void => {
  const top = Math.min(...edge.map(([, y]) => y));
  canvas.paint({
    path: landUnder(edge, canvas.height + 4),
    fill: {
      from: [0, top],
      to: [0, foot],
      stops: [
        { at: 0, colour },
        { at: 1, colour: shift(colour, { l: 0.05, c: -0.01 }) },
      ],
    },
    shade: { from: [0, top], to: [0, foot], dark: [0.42, 0], light: [0, 0.26] },
  });
};
