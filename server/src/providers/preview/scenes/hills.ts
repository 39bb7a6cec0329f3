import type { Canvas } from '../canvas';
import { mix, shift } from '../colour';
import { ellipse, landUnder, leaf, openCurve, polygon, type Point } from '../paths';
import { paintCloud, paintLand, paintSky, paintSun, rollingEdge } from './backdrop';

/** Height of a soft edge at `x`, by the nearest two of its points. */
const heightAt = (edge: Point[], x: number): number => {
  const next = edge.findIndex(([px]) => px >= x);
  const [one, other] = [edge[Math.max(0, next - 1)] ?? [0, 0], edge[next] ?? [0, 0]];
  const share = other[0] === one[0] ? 0 : (x - one[0]) / (other[0] - one[0]);
  return one[1] + (other[1] - one[1]) * (0.5 - Math.cos(share * Math.PI) / 2);
};

const paintPeaks = (canvas: Canvas, base: number, tallest: number): void => {
  const { width, palette, random } = canvas;
  const count = random.integer(3, 5);
  for (let index = 0; index < count; index += 1) {
    const x = width * ((index + random.between(0.1, 0.9)) / count);
    const tall = tallest * random.between(0.55, 1);
    const half = tall * random.between(0.95, 1.35);
    const colour = mix(palette.tones[3], palette.skyLow, 0.5);
    const top: Point = [x, base - tall];
    const face = [0.1, -0.04, 0.12, 0.02].map(
      (share, step): Point => [
        x + half * share * random.between(0.7, 1.3),
        base - tall * (0.78 - step * 0.24),
      ],
    );
    canvas.paint({
      path: polygon([[x - half, base], top, [x + half, base]]),
      fill: colour,
      shade: { from: [x - half * 0.4, base - tall], to: [x, base], light: [0.15, 0.6] },
    });
    canvas.paint({
      path: polygon([top, ...face, [x + half * 0.1, base], [x + half, base]]),
      fill: shift(colour, { l: -0.075, c: 0.015 }),
      shade: { from: top, to: [x, base], dark: [0.3, 0], light: [0, 0.3] },
    });
  }
};

const paintCypress = (canvas: Canvas, x: number, y: number, tall: number): void => {
  const { palette } = canvas;
  const { outline, half } = leaf([x, y], { angle: -Math.PI / 2, length: tall, width: tall * 0.3 });
  const colour = palette.tones[0];
  canvas.paint({
    path: outline,
    fill: colour,
    shade: {
      from: [x - tall * 0.15, y],
      to: [x + tall * 0.15, y],
      light: [0.22, 0],
      dark: [0, 0.3],
    },
  });
  canvas.paint({ path: half, fill: mix(colour, palette.tones[2], 0.35), opacity: 0.8 });
};

const paintRoundTree = (canvas: Canvas, x: number, y: number, tall: number): void => {
  const { palette } = canvas;
  canvas.paint({
    path: openCurve([
      [x, y],
      [x, y - tall * 0.6],
    ]),
    stroke: { colour: palette.ink, width: tall * 0.05 },
  });
  const colour = mix(palette.tones[1], palette.seconds[0], 0.4);
  canvas.paint({
    path: ellipse(x, y - tall * 0.68, tall * 0.27, tall * 0.33),
    fill: colour,
    shade: {
      from: [x - tall * 0.2, y - tall],
      to: [x + tall * 0.25, y - tall * 0.4],
      light: [0.55, 0],
      dark: [0, 0.55],
    },
  });
};

const paintTrees = (canvas: Canvas, edge: Point[], tallest: number): void => {
  const { width, random } = canvas;
  const groups = random.integer(2, 3);
  for (let group = 0; group < groups; group += 1) {
    const centre = width * random.between(0.06, 0.94);
    const isCypress = random.chance(0.6);
    const count = random.integer(2, 4);
    for (let index = 0; index < count; index += 1) {
      const x = centre + tallest * 0.42 * (index - count / 2) + random.between(-8, 8);
      const tall = tallest * random.between(0.55, 1);
      const y = heightAt(edge, x) + tall * 0.06;
      if (isCypress) paintCypress(canvas, x, y, tall);
      else paintRoundTree(canvas, x, y, tall * 0.9);
    }
  }
};

/** A path that narrows towards the hills: it leads the eye in. */
const paintPath = (canvas: Canvas, edge: Point[]): void => {
  const { width, height, unit, palette, random } = canvas;
  const far = width * random.between(0.35, 0.65);
  const near = far + width * random.between(-0.22, 0.22);
  const top = heightAt(edge, far);
  const drop = height - top;
  const bend = width * random.between(0.06, 0.12) * (random.chance(0.5) ? 1 : -1);
  const side = (half: number): Point[] => [
    [far + half * 0.06, top + 2],
    [far + bend * 0.7 + half * 0.2, top + drop * 0.25],
    [far - bend * 0.4 + half * 0.5, top + drop * 0.58],
    [near + half, height + 10],
  ];
  const wide = unit * 0.16;
  canvas.paint({
    path: `${openCurve([...side(-wide), ...side(wide).reverse()])}Z`,
    fill: mix(palette.paper, palette.seconds[2], 0.4),
    shade: { from: [0, top], to: [0, height], dark: [0.1, 0.3] },
  });
};

/** Fine contour rows on the nearest land, like ploughed fields. */
const paintRows = (canvas: Canvas, edge: Point[]): void => {
  const { height, unit, palette } = canvas;
  for (let row = 1; row < 9; row += 1) {
    const drop = unit * 0.014 * row ** 1.45;
    const line = edge.map(([x, y], index): Point => [x, y + drop + Math.sin(index) * unit * 0.004]);
    if (Math.min(...line.map(([, y]) => y)) > height) return;
    canvas.paint({
      path: openCurve(line),
      stroke: { colour: palette.tones[0], width: unit * 0.0025 },
      opacity: 0.28,
    });
  }
};

/** Layers of hills that pale with distance, a sun behind them. */
export const paintHills = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const horizon = height * random.between(0.5, 0.6);
  paintSky(canvas, horizon * 1.1);
  const sun = { x: width * random.between(0.22, 0.78), radius: unit * random.between(0.1, 0.15) };
  paintSun(canvas, { ...sun, y: horizon - unit * random.between(0.12, 0.3), colour: palette.sun });
  for (let index = 0; index < 3; index += 1) {
    paintCloud(canvas, {
      x: width * random.between(0, 1),
      y: horizon * random.between(0.15, 0.6),
      length: unit * random.between(0.3, 0.6),
      colour: palette.light,
      opacity: 0.35,
    });
  }
  if (random.chance(0.55)) paintPeaks(canvas, horizon + unit * 0.06, unit * 0.34);
  const layers = 5;
  let edge: Point[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    const share = layer / (layers - 1);
    const y = horizon + (height - horizon) * share ** 1.15 * 0.68;
    edge = rollingEdge(canvas, { y, roll: unit * (0.05 + share * 0.035), bumps: 3 - share * 1.4 });
    const near = layer % 2 === 0 ? palette.tones[1] : palette.seconds[0];
    const colour = mix(mix(palette.tones[4], palette.skyLow, 0.35), near, 0.12 + share * 0.8);
    paintLand(canvas, { edge, colour, foot: y + unit * 0.3 });
    if (layer === layers - 2) {
      paintTrees(canvas, edge, unit * 0.17);
    }
  }
  if (random.chance(0.5)) paintPath(canvas, edge);
  else paintRows(canvas, edge);
  paintForeground(canvas);
};

/** Grasses in front of everything, out of the light. */
const paintForeground = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const edge: Point[] = Array.from({ length: 9 }, (_, index) => [
    (width * index) / 8,
    height - unit * random.between(0.0, 0.035),
  ]);
  canvas.paint({ path: landUnder(edge, height + 4), fill: palette.tones[0] });
  for (let index = 0; index < 26; index += 1) {
    const x = width * random.next();
    const blade = leaf([x, height + 4], {
      angle: -Math.PI / 2 + random.between(-0.5, 0.5),
      length: unit * random.between(0.05, 0.13),
      width: unit * 0.014,
      bend: random.between(-0.4, 0.4),
    });
    canvas.paint({
      path: blade.outline,
      fill: mix(palette.tones[0], palette.tones[1], random.next()),
    });
  }
};
