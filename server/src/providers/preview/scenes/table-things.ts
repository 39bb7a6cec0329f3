import type { Canvas } from '../canvas';
import { mix, shift, withLightness, type Colour } from '../colour';
import { blob, circle, ellipse, halfDisc, leaf, openCurve, polygon, type Point } from '../paths';
import { paintContact } from './backdrop';

/** Where a thing stands: the middle of its foot, and how large it may be. */
export type Place = { x: number; y: number; size: number };

const roundShade = (x: number, y: number, radius: number) => ({
  from: [x - radius * 0.7, y - radius] as Point,
  to: [x + radius * 0.8, y + radius * 0.6] as Point,
  light: [0.5, 0] as [number, number],
  dark: [0, 0.6] as [number, number],
});

const paintSphere = (
  canvas: Canvas,
  x: number,
  y: number,
  radius: number,
  colour: Colour,
): void => {
  paintContact(canvas, {
    x: x + radius * 0.15,
    y: y + radius * 0.93,
    rx: radius,
    ry: radius * 0.16,
  });
  canvas.paint({ path: circle(x, y, radius), fill: colour, shade: roundShade(x, y, radius) });
};

export const paintFruit = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  const radius = size * 0.5;
  paintSphere(canvas, x, y - radius * 0.92, radius, colour);
  const top: Point = [x, y - radius * 1.86];
  canvas.paint({
    path: openCurve([
      top,
      [x + radius * 0.06, top[1] - radius * 0.2],
      [x + radius * 0.2, top[1] - radius * 0.36],
    ]),
    stroke: { colour: palette.ink, width: radius * 0.08 },
  });
  const { outline } = leaf([x + radius * 0.08, top[1] - radius * 0.12], {
    angle: -0.35,
    length: radius * 0.75,
    width: radius * 0.36,
  });
  canvas.paint({ path: outline, fill: palette.seconds[0] });
};

export const paintEggs = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  for (const [dx, dy, share] of [
    [-0.32, -0.05, 1],
    [0.3, -0.03, 0.94],
    [0.02, 0.05, 1.05],
  ] as const) {
    const [rx, ry] = [size * 0.25 * share, size * 0.31 * share];
    const [cx, cy] = [x + dx * size, y - ry + dy * size];
    paintContact(canvas, { x: cx + rx * 0.1, y: cy + ry * 0.92, rx: rx * 0.95, ry: ry * 0.16 });
    const colour = mix(palette.light, share === 1 ? palette.seconds[2] : palette.tones[4], 0.45);
    // An ellipse that is slimmer above than below.
    const outline = Array.from({ length: 12 }, (_, step): Point => {
      const angle = (step / 12) * Math.PI * 2;
      const up = -Math.sin(angle);
      return [cx + Math.cos(angle) * rx * (1 - 0.13 * up), cy - ry * up];
    });
    canvas.paint({
      path: blob(outline),
      fill: colour,
      shade: roundShade(cx, cy, rx * 1.1),
    });
  }
};

export const paintBowl = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette, random } = canvas;
  const [rx, ry] = [size * 0.62, size * 0.5];
  const rim = y - ry;
  paintContact(canvas, { x: x + rx * 0.08, y: y - size * 0.01, rx: rx * 0.75, ry: size * 0.06 });
  const inside = mix(palette.accent, palette.light, 0.2);
  const lip = size * 0.12;
  canvas.paint({ path: ellipse(x, rim, rx, lip), fill: mix(colour, palette.light, 0.5) });
  canvas.paint({
    path: ellipse(x, rim + lip * 0.16, rx * 0.93, lip * 0.72),
    fill: inside,
    shade: { from: [x - rx, rim], to: [x + rx, rim], dark: [0.5, 0], light: [0, 0.25] },
  });
  for (let index = 0; index < 5; index += 1) {
    const dx = rx * random.between(-0.6, 0.6);
    const radius = size * random.between(0.035, 0.06);
    canvas.paint({
      path: ellipse(
        x + dx,
        rim + lip * 0.12 + lip * random.between(-0.3, 0.3),
        radius,
        radius * 0.55,
      ),
      fill: index % 2 ? palette.seconds[1] : palette.light,
    });
  }
  const body = `M${(x - rx).toFixed(1)} ${rim.toFixed(1)}A${rx.toFixed(1)} ${lip.toFixed(1)} 0 0 0 ${(x + rx).toFixed(1)} ${rim.toFixed(1)}C${(x + rx * 0.96).toFixed(1)} ${(rim + ry * 0.7).toFixed(1)} ${(x + rx * 0.55).toFixed(1)} ${y.toFixed(1)} ${(x + rx * 0.36).toFixed(1)} ${y.toFixed(1)}H${(x - rx * 0.36).toFixed(1)}C${(x - rx * 0.55).toFixed(1)} ${y.toFixed(1)} ${(x - rx * 0.96).toFixed(1)} ${(rim + ry * 0.7).toFixed(1)} ${(x - rx).toFixed(1)} ${rim.toFixed(1)}Z`;
  canvas.paint({ path: body, fill: colour, shade: roundShade(x, rim + ry * 0.5, rx) });
  canvas.paint({
    path: openCurve([
      [x - rx * 0.93, rim + ry * 0.3],
      [x, rim + ry * 0.3 + lip],
      [x + rx * 0.93, rim + ry * 0.3],
    ]),
    stroke: { colour: mix(colour, palette.light, 0.55), width: size * 0.018 },
    opacity: 0.8,
  });
};

export const paintBottle = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  const [half, tall] = [size * 0.25, size * 1.25];
  const side = (sign: number): Point[] => [
    [x + sign * half * 0.82, y],
    [x + sign * half, y - tall * 0.1],
    [x + sign * half, y - tall * 0.45],
    [x + sign * half * 0.4, y - tall * 0.66],
    [x + sign * half * 0.3, y - tall * 0.8],
    [x + sign * half * 0.38, y - tall],
  ];
  paintContact(canvas, { x: x + half * 0.2, y: y - size * 0.01, rx: half * 1.1, ry: size * 0.05 });
  canvas.paint({
    path: `${openCurve([...side(-1), ...side(1).reverse()])}Z`,
    fill: colour,
    shade: { from: [x - half, y], to: [x + half, y], light: [0.45, 0], dark: [0, 0.65] },
  });
  canvas.paint({
    path: openCurve([
      [x - half * 0.6, y - tall * 0.12],
      [x - half * 0.62, y - tall * 0.3],
      [x - half * 0.56, y - tall * 0.46],
    ]),
    stroke: { colour: palette.light, width: half * 0.13 },
    opacity: 0.5,
  });
  const stems: [number, number][] = [
    [-0.5, 0.5],
    [0.1, 0.72],
    [0.6, 0.46],
  ];
  for (const [lean, length] of stems)
    paintSprig(canvas, [x, y - tall * 0.98], { lean, length: size * length * 0.95 });
};

const paintSprig = (
  canvas: Canvas,
  [x, y]: Point,
  { lean, length }: { lean: number; length: number },
): void => {
  const { palette } = canvas;
  const at = (share: number): Point => [x + lean * length * 0.6 * share ** 1.5, y - length * share];
  const green = mix(palette.seconds[0], palette.tones[1], 0.3);
  canvas.paint({
    path: openCurve([at(0), at(0.5), at(1)]),
    stroke: { colour: green, width: length * 0.018 },
  });
  for (let step = 1; step <= 6; step += 1) {
    const share = 0.3 + step * 0.115;
    const { outline } = leaf(at(share), {
      angle: -Math.PI / 2 + lean * 0.8 + (step % 2 ? 0.95 : -0.95),
      length: length * (0.3 - step * 0.022),
      width: length * 0.1,
    });
    canvas.paint({
      path: outline,
      fill: mix(green, palette.seconds[1], step / 8),
      shade: { from: at(share), to: at(share + 0.25), dark: [0.35, 0] },
    });
  }
};

export const paintWedge = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  const colour = withLightness(mix(palette.sun, palette.light, 0.3), 0.86);
  const [w, h] = [size * 0.7, size * 0.42];
  paintContact(canvas, { x: x + w * 0.05, y: y - 1, rx: w * 0.85, ry: size * 0.05 });
  const top: Point[] = [
    [x - w, y - h * 0.55],
    [x + w * 0.15, y - h * 1.25],
    [x + w, y - h * 0.8],
    [x + w * 0.9, y - h * 0.62],
  ];
  canvas.paint({ path: polygon(top), fill: mix(colour, palette.light, 0.5) });
  canvas.paint({
    path: polygon([
      [x - w, y - h * 0.55],
      [x + w * 0.9, y - h * 0.62],
      [x + w * 0.9, y],
      [x - w, y],
    ]),
    fill: colour,
    shade: { from: [x - w, y - h], to: [x + w, y], dark: [0, 0.4], light: [0.3, 0] },
  });
  for (const [dx, dy, r] of [
    [-0.5, 0.28, 0.055],
    [0.05, 0.2, 0.04],
    [0.45, 0.36, 0.07],
    [-0.1, 0.42, 0.035],
  ] as const) {
    canvas.paint({
      path: ellipse(x + dx * w, y - dy * h, r * w * 1.3, r * w),
      fill: shift(colour, { l: -0.1, c: 0.02 }),
    });
  }
};

export const paintPlate = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  paintContact(canvas, { x, y: y + size * 0.02, rx: size * 0.92, ry: size * 0.17, strength: 0.3 });
  canvas.paint({
    path: ellipse(x, y - size * 0.04, size * 0.9, size * 0.19),
    fill: colour,
    shade: { from: [x - size, y], to: [x + size, y], light: [0.3, 0], dark: [0, 0.35] },
  });
  canvas.paint({
    path: ellipse(x, y - size * 0.055, size * 0.68, size * 0.13),
    fill: mix(colour, palette.light, 0.5),
    shade: { from: [x - size, y], to: [x + size, y], dark: [0.35, 0] },
  });
};

export const paintCup = (canvas: Canvas, { x, y, size }: Place, colour: Colour): void => {
  const { palette } = canvas;
  const [half, tall] = [size * 0.34, size * 0.62];
  paintContact(canvas, { x: x + half * 0.1, y, rx: half, ry: size * 0.05 });
  canvas.paint({
    path: ellipse(x + half * 1.02, y - tall * 0.52, half * 0.42, tall * 0.26),
    stroke: { colour, width: size * 0.065 },
  });
  canvas.paint({
    path: `${halfDisc(x, y - tall, half, tall * 1.02)}`,
    fill: colour,
    shade: roundShade(x, y - tall * 0.5, half),
  });
  canvas.paint({
    path: ellipse(x, y - tall, half, size * 0.075),
    fill: mix(colour, palette.light, 0.5),
  });
  canvas.paint({
    path: ellipse(x, y - tall + size * 0.012, half * 0.86, size * 0.052),
    fill: palette.tones[0],
  });
};
