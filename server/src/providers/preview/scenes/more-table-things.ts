import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { blob, ellipse, openCurve, roundedRectangle, type Point } from '../paths';
import { paintContact } from './backdrop';
import type { Place } from './table-things';

/** A crusty loaf with three cuts. */
export const paintLoaf = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  const crust: Colour = mix({ l: 0.66, c: 0.11, h: 62 }, palette.sun, 0.2);
  const [rx, ry] = [size * 0.95, size * 0.36];
  paintContact(canvas, { x, y: y - 2, rx: rx * 0.86, ry: size * 0.06 });
  canvas.paint({
    path: blob([
      [x - rx, y - ry * 0.5],
      [x - rx * 0.72, y - ry * 1.35],
      [x, y - ry * 1.8],
      [x + rx * 0.72, y - ry * 1.35],
      [x + rx, y - ry * 0.5],
      [x + rx * 0.7, y],
      [x, y + ry * 0.06],
      [x - rx * 0.7, y],
    ]),
    fill: crust,
    shade: {
      from: [x - rx * 0.5, y - ry * 2],
      to: [x + rx * 0.6, y],
      light: [0.5, 0],
      dark: [0, 0.7],
    },
  });
  for (const share of [-0.42, 0, 0.42]) {
    const [cx, cy] = [x + share * rx, y - ry * (1.22 - Math.abs(share) * 0.35)];
    const cut: Point[] = [
      [cx - rx * 0.1, cy + ry * 0.36],
      [cx, cy - ry * 0.02],
      [cx + rx * 0.13, cy - ry * 0.34],
    ];
    canvas.paint({
      path: openCurve(cut),
      stroke: { colour: mix(palette.paper, crust, 0.2), width: size * 0.06 },
    });
  }
};

/** A milk jug with a handle. */
export const paintJug = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  const [half, tall] = [size * 0.33, size * 1.02];
  paintContact(canvas, { x: x + half * 0.2, y: y - 1, rx: half * 1.05, ry: size * 0.05 });
  canvas.paint({
    path: openCurve([
      [x + half * 0.55, y - tall * 0.84],
      [x + half * 1.5, y - tall * 0.74],
      [x + half * 1.42, y - tall * 0.42],
      [x + half * 0.85, y - tall * 0.3],
    ]),
    stroke: { colour: shift(colour, { l: -0.05 }), width: size * 0.075 },
  });
  const side = (sign: number): Point[] => [
    [x + sign * half * 0.7, y],
    [x + sign * half, y - tall * 0.22],
    [x + sign * half * 0.86, y - tall * 0.52],
    [x + sign * half * 0.54, y - tall * 0.78],
    [x + sign * half * 0.66, y - tall],
  ];
  canvas.paint({
    path: `${openCurve([...side(-1), ...side(1).reverse()])}Z`,
    fill: colour,
    shade: { from: [x - half, y], to: [x + half, y], light: [0.5, 0], dark: [0, 0.6] },
  });
  canvas.paint({
    path: ellipse(x - half * 0.02, y - tall, half * 0.68, size * 0.05),
    fill: mix(colour, palette.light, 0.4),
  });
  canvas.paint({
    path: openCurve([
      [x - half * 0.85, y - tall * 0.34],
      [x, y - tall * 0.3],
      [x + half * 0.86, y - tall * 0.34],
    ]),
    stroke: { colour: mix(colour, palette.light, 0.5), width: size * 0.02 },
    opacity: 0.8,
  });
};

/** A candle in a dish. */
export const paintCandle = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  const [half, tall] = [size * 0.13, size * 0.72];
  const flame: Point = [x, y - tall - size * 0.16];
  canvas.paint({
    path: ellipse(...flame, size * 0.5, size * 0.5),
    fill: {
      centre: flame,
      radius: size * 0.5,
      stops: [
        { at: 0, colour: palette.light, opacity: 0.6 },
        { at: 1, colour: palette.light, opacity: 0 },
      ],
    },
  });
  paintContact(canvas, { x, y, rx: size * 0.34, ry: size * 0.06 });
  canvas.paint({
    path: ellipse(x, y - size * 0.02, size * 0.32, size * 0.07),
    fill: palette.accentDeep,
  });
  canvas.paint({
    path: roundedRectangle(x - half, y - tall, half * 2, tall, half * 0.3),
    fill: colour,
    shade: { from: [x - half, y], to: [x + half, y], dark: [0, 0.5] },
  });
  canvas.paint({
    path: blob([
      [flame[0], flame[1] - size * 0.1],
      [flame[0] + size * 0.045, flame[1] + size * 0.04],
      [flame[0], flame[1] + size * 0.1],
      [flame[0] - size * 0.045, flame[1] + size * 0.04],
    ]),
    fill: palette.sun,
  });
};
