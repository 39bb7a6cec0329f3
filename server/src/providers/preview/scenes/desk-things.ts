import type { Canvas } from '../canvas';
import { mix, type Colour } from '../colour';
import {
  circle,
  ellipse,
  leaf,
  openCurve,
  polygon,
  rectangle,
  roundedRectangle,
  type Point,
} from '../paths';
import { paintContact } from './backdrop';

/** Where a thing stands: the middle of its foot, and how large it may be. */
export type Place = { x: number; y: number; size: number };

export const across = (x: number, wide: number, y: number) => ({
  from: [x, y] as Point,
  to: [x + wide, y] as Point,
  light: [0.4, 0] as [number, number],
  dark: [0, 0.5] as [number, number],
});

/** A lamp that throws a cone of light on the desk. */
export const paintLamp = (canvas: Canvas, { x, y, size }: Place, side: number): void => {
  const { palette } = canvas;
  const elbow: Point = [x - side * size * 0.28, y - size * 0.95];
  const head: Point = [x + side * size * 0.42, y - size * 1.42];
  canvas.paint({
    path: polygon([
      [head[0] + side * size * 0.02, head[1] + size * 0.14],
      [head[0] + side * size * 0.34, head[1] + size * 0.1],
      [head[0] + side * size * 1.05, y],
      [head[0] - side * size * 0.42, y],
    ]),
    fill: {
      from: head,
      to: [head[0], y],
      stops: [
        { at: 0, colour: palette.light, opacity: 0.6 },
        { at: 1, colour: palette.light, opacity: 0 },
      ],
    },
  });
  paintContact(canvas, { x, y, rx: size * 0.3, ry: size * 0.05 });
  const line = { colour: palette.ink, width: size * 0.035 };
  canvas.paint({ path: openCurve([[x, y - size * 0.03], elbow]), stroke: line });
  canvas.paint({ path: openCurve([elbow, head]), stroke: line });
  canvas.paint({ path: circle(...elbow, size * 0.04), fill: palette.accentDeep });
  canvas.paint({ path: ellipse(x, y - size * 0.02, size * 0.24, size * 0.05), fill: palette.ink });
  const shade: Point[] = [
    [head[0] - side * size * 0.08, head[1] - size * 0.05],
    [head[0] + side * size * 0.08, head[1] - size * 0.13],
    [head[0] + side * size * 0.38, head[1] + size * 0.1],
    [head[0] - side * size * 0.02, head[1] + size * 0.2],
  ];
  canvas.paint({
    path: polygon(shade),
    fill: palette.accent,
    shade: { from: shade[0] ?? head, to: shade[2] ?? head, light: [0.4, 0], dark: [0, 0.5] },
  });
};

export const paintBooks = (
  canvas: Canvas,
  { x, y, size }: Place,
  colours: [Colour, ...Colour[]],
): void => {
  const { palette, random } = canvas;
  paintContact(canvas, { x: x + size * 0.5, y, rx: size * 0.62, ry: size * 0.045 });
  let top = y;
  for (let book = 0; book < 4; book += 1) {
    const thick = size * random.between(0.11, 0.17);
    const wide = size * random.between(0.86, 1.08);
    const left = x + size * random.between(-0.05, 0.07);
    const colour = colours[book % colours.length] ?? palette.accent;
    top -= thick;
    canvas.paint({
      path: roundedRectangle(left, top, wide, thick - 1.5, thick * 0.16),
      fill: colour,
      shade: across(left, wide, top),
    });
    canvas.paint({
      path: rectangle(left + wide * 0.8, top + thick * 0.2, wide * 0.2, thick * 0.6),
      fill: palette.paper,
      shade: across(left + wide * 0.8, wide * 0.2, top),
    });
    canvas.paint({
      path: rectangle(left + wide * 0.12, top, wide * 0.035, thick - 1.5),
      fill: mix(colour, palette.light, 0.45),
      opacity: 0.9,
    });
  }
};

export const paintPot = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette, random } = canvas;
  paintContact(canvas, { x: x + size * 0.05, y, rx: size * 0.32, ry: size * 0.045 });
  for (let index = 0; index < 9; index += 1) {
    const angle = -Math.PI / 2 + (index - 4) * 0.27;
    const { outline, vein, tip } = leaf([x, y - size * 0.44], {
      angle,
      length: size * random.between(0.55, 0.85),
      width: size * 0.17,
      bend: (index - 4) * 0.07,
    });
    const green = mix(palette.seconds[0], palette.tones[1], (index % 3) * 0.35);
    canvas.paint({
      path: outline,
      fill: green,
      shade: { from: tip, to: [x, y - size * 0.4], light: [0.4, 0], dark: [0, 0.5] },
    });
    canvas.paint({
      path: vein,
      stroke: { colour: palette.light, width: size * 0.007 },
      opacity: 0.5,
    });
  }
  const [half, tall] = [size * 0.27, size * 0.44];
  canvas.paint({
    path: polygon([
      [x - half, y - tall],
      [x + half, y - tall],
      [x + half * 0.72, y],
      [x - half * 0.72, y],
    ]),
    fill: colour,
    shade: across(x - half, half * 2, y),
  });
  canvas.paint({
    path: roundedRectangle(x - half * 1.1, y - tall * 1.1, half * 2.2, tall * 0.24, 3),
    fill: mix(colour, palette.light, 0.25),
    shade: across(x - half, half * 2, y),
  });
};

/** Brushes, rulers and pencils in a jar. */
export const paintJar = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  const colours = [
    palette.accent,
    palette.seconds[1],
    palette.sun,
    palette.tones[3],
    palette.paper,
  ];
  colours.forEach((colour, index) => {
    const lean = (index - 2) * 0.11;
    const foot: Point = [x + (index - 2) * size * 0.045, y - size * 0.2];
    const tip: Point = [foot[0] + lean * size, foot[1] - size * (0.52 + (index % 3) * 0.1)];
    canvas.paint({ path: openCurve([foot, tip]), stroke: { colour, width: size * 0.045 } });
    const point: Point = [tip[0] + lean * size * 0.12, tip[1] - size * 0.08];
    canvas.paint({
      path: openCurve([tip, point]),
      stroke: { colour: mix(palette.ink, colour, 0.25), width: size * 0.022 },
    });
  });
  const [half, tall] = [size * 0.2, size * 0.42];
  paintContact(canvas, { x: x + half * 0.2, y, rx: half * 1.1, ry: size * 0.04 });
  canvas.paint({
    path: roundedRectangle(x - half, y - tall, half * 2, tall, half * 0.16),
    fill: palette.tones[1],
    shade: across(x - half, half * 2, y),
  });
  canvas.paint({
    path: rectangle(x - half, y - tall * 0.74, half * 2, tall * 0.1),
    fill: palette.seconds[2],
    opacity: 0.8,
  });
};

/** An open notebook with blank pages, seen at an angle. */
export const paintNotebook = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  const page = (sign: number): Point[] => [
    [x, y - size * 0.2],
    [x + sign * size * 0.6, y - size * 0.16],
    [x + sign * size * 0.74, y + size * 0.16],
    [x, y + size * 0.13],
  ];
  paintContact(canvas, { x, y: y + size * 0.1, rx: size * 0.78, ry: size * 0.13, strength: 0.3 });
  for (const sign of [-1, 1]) {
    canvas.paint({
      path: polygon(page(sign)),
      fill: mix(palette.paper, palette.light, 0.5),
      shade: { from: [x, y], to: [x + sign * size * 0.5, y], dark: [0.45, 0] },
    });
    for (let line = 0; line < 5; line += 1) {
      const drop = y - size * 0.11 + line * size * 0.048;
      canvas.paint({
        path: openCurve([
          [x + sign * size * 0.09, drop],
          [x + sign * size * (0.5 + line * 0.022), drop + size * 0.022],
        ]),
        stroke: { colour: palette.seconds[1], width: size * 0.006 },
        opacity: 0.55,
      });
    }
  }
  canvas.paint({
    path: openCurve([
      [x + size * 0.18, y + size * 0.02],
      [x + size * 0.72, y - size * 0.1],
    ]),
    stroke: { colour: palette.accent, width: size * 0.032 },
  });
};
