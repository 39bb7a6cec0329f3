import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { circle, ellipse, openCurve, polygon, rectangle } from '../paths';
import { paintCloud, paintSky, paintSun } from './backdrop';

type Building = { x: number; wide: number; top: number; foot: number; colour: Colour };

const paintWindows = (
  canvas: Canvas,
  { x, wide, top, foot, colour }: Building,
  cell: number,
): void => {
  const { palette, random } = canvas;
  const columns = Math.max(2, Math.floor(wide / cell));
  const rows = Math.floor((foot - top - cell * 0.8) / (cell * 1.25));
  const gap = wide / columns;
  const isTall = random.chance(0.5);
  const dark = shift(colour, { l: -0.1 });
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isLit = random.chance(0.2);
      const w = gap * (isTall ? 0.4 : 0.56);
      const h = cell * (isTall ? 0.8 : 0.55);
      canvas.paint({
        path: rectangle(
          x + gap * (column + 0.5) - w / 2,
          top + cell * 0.7 + row * cell * 1.25,
          w,
          h,
        ),
        fill: isLit ? mix(palette.sun, palette.light, 0.35) : dark,
        opacity: isLit ? 0.95 : 0.74,
      });
    }
  }
};

const paintRoof = (canvas: Canvas, { x, wide, top, colour }: Building): void => {
  const { palette, random, unit } = canvas;
  const kind = random.integer(0, 4);
  const darker = shift(colour, { l: -0.06 });
  if (kind === 0) {
    canvas.paint({
      path: polygon([
        [x - wide * 0.06, top + 1],
        [x + wide / 2, top - wide * 0.42],
        [x + wide * 1.06, top + 1],
      ]),
      fill: mix(palette.accentDeep, colour, 0.35),
      shade: { from: [x, top], to: [x + wide, top], light: [0.35, 0], dark: [0, 0.4] },
    });
  } else if (kind === 1) {
    canvas.paint({ path: ellipse(x + wide / 2, top + 1, wide * 0.42, wide * 0.36), fill: darker });
  } else if (kind === 2) {
    canvas.paint({
      path: rectangle(x + wide * 0.16, top - unit * 0.026, wide * 0.68, unit * 0.028),
      fill: darker,
    });
    canvas.paint({
      path: openCurve([
        [x + wide * 0.5, top - unit * 0.026],
        [x + wide * 0.5, top - unit * 0.09],
      ]),
      stroke: { colour: darker, width: unit * 0.004 },
    });
  } else if (kind === 3) {
    canvas.paint({
      path: polygon([
        [x, top + 1],
        [x, top - wide * 0.26],
        [x + wide, top + 1],
      ]),
      fill: darker,
    });
  }
};

const paintBuilding = (canvas: Canvas, building: Building, detail: number): void => {
  const { x, wide, top, foot, colour } = building;
  const { unit } = canvas;
  paintRoof(canvas, building);
  canvas.paint({
    path: rectangle(x, top, wide, foot - top),
    fill: colour,
    shade: { from: [x, top], to: [x + wide * 0.3, foot], light: [0.4, 0], dark: [0, 0.3] },
  });
  // The side that turns away from the light.
  canvas.paint({
    path: rectangle(x + wide * 0.74, top, wide * 0.26, foot - top),
    fill: shift(colour, { l: -0.055 }),
    opacity: 0.9,
    shade: { from: [x, top], to: [x, foot], dark: [0.2, 0.5] },
  });
  if (detail > 0) paintWindows(canvas, { ...building, wide: wide * 0.74 }, unit * 0.034 * detail);
};

const paintRow = (
  canvas: Canvas,
  {
    foot,
    tallest,
    colours,
    detail,
  }: { foot: number; tallest: number; colours: [Colour, ...Colour[]]; detail: number },
): void => {
  const { width, unit, random } = canvas;
  let x = -unit * random.between(0, 0.1);
  while (x < width) {
    const wide = unit * random.between(0.1, 0.2);
    const tall =
      tallest * (random.chance(0.25) ? random.between(0.85, 1) : random.between(0.4, 0.75));
    paintBuilding(
      canvas,
      { x, wide, top: foot - tall, foot, colour: random.pick(colours) },
      detail,
    );
    x += wide * (random.chance(0.25) ? 1.16 : 1);
  }
};

const paintTree = (canvas: Canvas, x: number, y: number, tall: number): void => {
  const { palette, random } = canvas;
  canvas.paint({
    path: openCurve([
      [x, y],
      [x, y - tall * 0.6],
    ]),
    stroke: { colour: palette.ink, width: tall * 0.045 },
  });
  const colour = mix(palette.seconds[0], palette.tones[0], random.between(0, 0.4));
  for (const [dx, dy, r] of [
    [0, 0.68, 0.3],
    [-0.17, 0.56, 0.22],
    [0.18, 0.58, 0.21],
  ] as const) {
    canvas.paint({
      path: circle(x + dx * tall, y - dy * tall, r * tall),
      fill: colour,
      shade: {
        from: [x + (dx - r) * tall, y - (dy + r) * tall],
        to: [x + (dx + r) * tall, y - (dy - r) * tall],
        light: [0.5, 0],
        dark: [0, 0.5],
      },
    });
  }
};

const paintStreet = (canvas: Canvas, foot: number): void => {
  const { width, height, unit, palette, random } = canvas;
  const ground = mix(palette.tones[1], palette.ink, 0.2);
  canvas.paint({
    path: rectangle(0, foot, width, height - foot),
    fill: ground,
    shade: { from: [0, foot], to: [0, height], light: [0.35, 0], dark: [0, 0.35] },
  });
  canvas.paint({
    path: rectangle(0, foot, width, unit * 0.022),
    fill: mix(palette.paper, palette.tones[3], 0.35),
    shade: { from: [0, foot], to: [width, foot], light: [0.2, 0], dark: [0, 0.4] },
  });
  for (let x = unit * 0.06; x < width; x += unit * 0.19) {
    const y = foot + (height - foot) * 0.55;
    canvas.paint({
      path: polygon([
        [x, y],
        [x + unit * 0.09, y],
        [x + unit * 0.085, y + unit * 0.011],
        [x - unit * 0.005, y + unit * 0.011],
      ]),
      fill: palette.paper,
      opacity: 0.75,
    });
  }
  for (
    let x = unit * random.between(0.04, 0.2);
    x < width;
    x += unit * random.between(0.22, 0.42)
  ) {
    paintTree(canvas, x, foot + unit * 0.012, unit * random.between(0.14, 0.2));
  }
};

/** Blocks of houses in three depths under an evening sky. */
export const paintCity = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const foot = height * random.between(0.84, 0.88);
  paintSky(canvas, foot * 0.9);
  paintSun(canvas, {
    x: width * random.between(0.25, 0.75),
    y: foot - unit * random.between(0.48, 0.58),
    radius: unit * random.between(0.15, 0.2),
    colour: palette.sun,
  });
  for (let index = 0; index < 3; index += 1) {
    paintCloud(canvas, {
      x: width * random.next(),
      y: height * random.between(0.08, 0.34),
      length: unit * random.between(0.35, 0.7),
      colour: palette.light,
      opacity: 0.4,
    });
  }
  const far = mix(palette.tones[4], palette.skyLow, 0.45);
  paintRow(canvas, {
    foot,
    tallest: unit * 0.66,
    colours: [far, shift(far, { l: -0.03 })],
    detail: 0,
  });
  const middle = [
    mix(palette.tones[3], palette.skyLow, 0.25),
    mix(palette.seconds[1], palette.skyLow, 0.4),
  ] as const;
  paintRow(canvas, { foot, tallest: unit * 0.5, colours: [...middle], detail: 0.8 });
  const near: [Colour, ...Colour[]] = [
    palette.tones[2],
    palette.seconds[0],
    palette.paper,
    mix(palette.accent, palette.paper, 0.25),
    palette.tones[1],
  ];
  paintRow(canvas, { foot, tallest: unit * 0.33, colours: near, detail: 1 });
  paintStreet(canvas, foot);
};
