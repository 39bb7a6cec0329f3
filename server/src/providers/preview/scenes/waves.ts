import type { Canvas } from '../canvas';
import { mix, shift, withLightness, type Colour } from '../colour';
import type { Palette } from '../palette';
import { blob, halfDisc, openCurve, polygon, rectangle, type Point } from '../paths';
import { paintCloud, paintSky, paintSun } from './backdrop';

type Water = [pale: Colour, middle: Colour, dark: Colour];

const isCool = ({ h, c }: Colour): boolean => h > 150 && h < 290 && c > 0.03;

/** The sea takes the set's cool colour where it has one: red water is somebody else's story. */
const waterOf = ({ tones, seconds }: Palette): Water =>
  isCool(seconds[1]) && !isCool(tones[2])
    ? [seconds[2], withLightness(seconds[1], 0.58), withLightness(seconds[0], 0.42)]
    : [tones[3], tones[2], tones[1]];

/** A crest of scallops that repeat with the beat of water. */
const crest = (
  canvas: Canvas,
  { y, length, tall, phase }: { y: number; length: number; tall: number; phase: number },
): Point[] => {
  const points: Point[] = [];
  for (let x = -length; x <= canvas.width + length; x += length / 4) {
    const beat = (x / length) * Math.PI * 2 + phase;
    points.push([x, y - tall * (Math.sin(beat) + 0.35 * Math.sin(beat * 0.5 + phase * 3))]);
  }
  return points;
};

const paintWater = (canvas: Canvas, horizon: number): void => {
  const { width, height, palette } = canvas;
  const [pale, middle] = waterOf(palette);
  canvas.paint({
    path: rectangle(0, horizon, width, height - horizon),
    fill: {
      from: [0, horizon],
      to: [0, height],
      stops: [
        { at: 0, colour: mix(withLightness(pale, 0.82), palette.skyLow, 0.25) },
        { at: 1, colour: middle },
      ],
    },
    shade: { from: [0, horizon], to: [0, height], light: [0.45, 0], dark: [0, 0.2] },
  });
};

/** The sun's road on the water: strokes that widen towards us. */
const paintGlitter = (canvas: Canvas, x: number, horizon: number, radius: number): void => {
  const { unit, palette, random } = canvas;
  for (let row = 0; row < 13; row += 1) {
    const y = horizon + unit * 0.012 + unit * 0.011 * row ** 1.22;
    const half = radius * random.between(0.35, 1) * (0.5 + row * 0.055);
    const shift = radius * random.between(-0.35, 0.35);
    canvas.paint({
      path: openCurve([
        [x - half + shift, y],
        [x + shift, y + unit * 0.0015],
        [x + half + shift, y],
      ]),
      stroke: { colour: mix(palette.sun, palette.light, 0.45), width: unit * 0.0052 },
      opacity: 0.75,
    });
  }
};

const paintIslands = (canvas: Canvas, horizon: number): void => {
  const { width, unit, palette, random } = canvas;
  for (let index = 0; index < 2; index += 1) {
    const x = width * random.between(0.02, 0.98);
    const half = unit * random.between(0.2, 0.4);
    const tall = unit * random.between(0.05, 0.13);
    const edge: Point[] = [
      [x - half, horizon + 1],
      [x - half * 0.55, horizon - tall * 0.55],
      [x - half * 0.2, horizon - tall],
      [x + half * 0.25, horizon - tall * 0.62],
      [x + half * 0.6, horizon - tall * 0.7],
      [x + half, horizon + 1],
    ];
    canvas.paint({
      path: `${openCurve(edge)}Z`,
      fill: mix(palette.tones[3], palette.skyLow, 0.25 + index * 0.25),
      shade: { from: [x, horizon - tall], to: [x, horizon], dark: [0.25, 0], light: [0, 0.4] },
    });
  }
};

const paintBoat = (canvas: Canvas, x: number, y: number, tall: number): void => {
  const { palette } = canvas;
  const mast: Point = [x, y - tall];
  const sail: Point[] = [
    mast,
    [x + tall * 0.52, y - tall * 0.14],
    [x + tall * 0.03, y - tall * 0.14],
  ];
  const jib: Point[] = [
    [x - tall * 0.03, y - tall * 0.86],
    [x - tall * 0.03, y - tall * 0.14],
    [x - tall * 0.36, y - tall * 0.14],
  ];
  canvas.paint({
    path: polygon(sail),
    fill: palette.light,
    shade: { from: [x, y - tall], to: [x + tall * 0.4, y], dark: [0, 0.35] },
  });
  canvas.paint({
    path: polygon(jib),
    fill: mix(palette.accent, palette.light, 0.15),
    shade: { from: [x - tall * 0.3, y], to: [x, y - tall], dark: [0.4, 0] },
  });
  canvas.paint({
    path: halfDisc(x, y - tall * 0.09, tall * 0.42, tall * 0.17),
    fill: palette.accentDeep,
    shade: {
      from: [x - tall * 0.3, y],
      to: [x + tall * 0.4, y],
      dark: [0, 0.55],
      light: [0.25, 0],
    },
  });
};

const paintGulls = (canvas: Canvas, horizon: number): void => {
  const { width, unit, palette, random } = canvas;
  const [cx, cy] = [width * random.between(0.15, 0.85), horizon * random.between(0.25, 0.6)];
  for (let index = 0; index < 5; index += 1) {
    const [x, y] = [
      cx + unit * random.between(-0.16, 0.16),
      cy + unit * random.between(-0.06, 0.06),
    ];
    const span = unit * random.between(0.012, 0.024);
    canvas.paint({
      path: openCurve([
        [x - span, y - span * 0.35],
        [x - span * 0.4, y - span * 0.5],
        [x, y],
        [x + span * 0.4, y - span * 0.5],
        [x + span, y - span * 0.35],
      ]),
      stroke: { colour: palette.ink, width: unit * 0.0028 },
      opacity: 0.7,
    });
  }
};

const paintSwell = (canvas: Canvas, top: number): void => {
  const { height, unit, palette, random } = canvas;
  const layers = 6;
  const [pale, , dark] = waterOf(palette);
  for (let layer = 0; layer < layers; layer += 1) {
    const share = layer / (layers - 1);
    const y = top + (height - top) * (0.04 + share * 0.86);
    const length = unit * (0.3 + share * 0.32);
    const tall = unit * (0.008 + share * 0.022);
    const points = crest(canvas, { y, length, tall, phase: random.between(0, 6.28) });
    const near = layer % 2 ? dark : shift(dark, { h: -10, c: -0.015 });
    const colour = mix(pale, near, 0.25 + share * 0.6);
    const last = points[points.length - 1]?.[0] ?? 0;
    canvas.paint({
      path: `${openCurve(points)}L${last.toFixed(0)} ${height + 4}L-${unit.toFixed(0)} ${height + 4}Z`,
      fill: withLightness(colour, 0.68 - share * 0.36),
      shade: {
        from: [0, y - tall],
        to: [0, y + unit * 0.12],
        light: [0.5, 0],
        dark: [0, 0.28 + share * 0.2],
      },
    });
    canvas.paint({
      path: openCurve(points.map(([x, py]): Point => [x, py + unit * 0.004])),
      stroke: { colour: mix(palette.light, colour, 0.2), width: unit * (0.002 + share * 0.0025) },
      opacity: 0.55,
    });
  }
};

/** Sea under a low sun, a sail, swell coming in. */
export const paintWaves = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const horizon = height * random.between(0.42, 0.5);
  paintSky(canvas, horizon);
  const x = width * random.between(0.3, 0.7);
  const radius = unit * random.between(0.12, 0.17);
  paintSun(canvas, {
    x,
    y: horizon - radius * random.between(0.2, 1.1),
    radius,
    colour: palette.sun,
  });
  for (let index = 0; index < 4; index += 1) {
    paintCloud(canvas, {
      x: width * random.next(),
      y: horizon * random.between(0.12, 0.7),
      length: unit * random.between(0.3, 0.7),
      colour: palette.light,
      opacity: 0.4,
    });
  }
  paintGulls(canvas, horizon);
  paintIslands(canvas, horizon);
  paintWater(canvas, horizon);
  paintGlitter(canvas, x, horizon, radius);
  const side = x > width / 2 ? random.between(0.16, 0.34) : random.between(0.66, 0.84);
  const boat = {
    x: width * side,
    y: horizon + unit * 0.075,
    tall: unit * random.between(0.17, 0.24),
  };
  canvas.paint({
    path: blob([
      [boat.x - boat.tall * 0.45, boat.y + unit * 0.004],
      [boat.x, boat.y - unit * 0.006],
      [boat.x + boat.tall * 0.5, boat.y + unit * 0.004],
      [boat.x, boat.y + unit * 0.022],
    ]),
    fill: waterOf(palette)[2],
    opacity: 0.35,
  });
  paintBoat(canvas, boat.x, boat.y, boat.tall);
  paintSwell(canvas, horizon + unit * 0.1);
};
