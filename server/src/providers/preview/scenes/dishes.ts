import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { blob, circle, leaf, openCurve, ring, turned, type Point } from '../paths';

export type Dish = { centre: Point; radius: number; colour: Colour };

const lit = ([x, y]: Point, radius: number, dark = 0.5) => ({
  from: [x - radius * 0.75, y - radius * 0.75] as Point,
  to: [x + radius * 0.75, y + radius * 0.75] as Point,
  light: [0.4, 0] as [number, number],
  dark: [0, dark] as [number, number],
});

/** Seen from above, a shadow lies beside its thing. */
const paintShadow = (canvas: Canvas, [x, y]: Point, radius: number): void => {
  for (let step = 0; step < 4; step += 1) {
    canvas.paint({
      path: circle(x + radius * 0.09, y + radius * 0.12, radius * (1 + step * 0.03)),
      fill: canvas.palette.ink,
      opacity: 0.11,
    });
  }
};

export const paintDish = (canvas: Canvas, { centre, radius, colour }: Dish): void => {
  const { palette } = canvas;
  paintShadow(canvas, centre, radius);
  canvas.paint({ path: circle(...centre, radius), fill: colour, shade: lit(centre, radius, 0.35) });
  canvas.paint({
    path: ring(...centre, radius * 0.985, radius * 0.95),
    fill: mix(colour, palette.light, 0.5),
    opacity: 0.8,
  });
  canvas.paint({
    path: circle(...centre, radius * 0.76),
    fill: shift(colour, { l: -0.04 }),
    shade: { ...lit(centre, radius), light: [0, 0.35], dark: [0.45, 0] },
  });
};

const scattered = (canvas: Canvas, centre: Point, reach: number): Point => {
  const angle = canvas.random.between(0, Math.PI * 2);
  const far = Math.sqrt(canvas.random.next()) * reach;
  return [centre[0] + Math.cos(angle) * far, centre[1] + Math.sin(angle) * far];
};

export const paintSoup = (canvas: Canvas, { centre, radius }: Dish): void => {
  const { palette, random } = canvas;
  const inner = radius * 0.72;
  canvas.paint({
    path: circle(...centre, inner),
    fill: palette.accent,
    shade: lit(centre, inner, 0.4),
  });
  const swirl = Array.from({ length: 26 }, (_, step): Point => {
    const angle = step * 0.42;
    const far = inner * (0.1 + step * 0.021);
    return [centre[0] + Math.cos(angle) * far, centre[1] + Math.sin(angle) * far];
  });
  canvas.paint({
    path: openCurve(swirl),
    stroke: { colour: palette.light, width: radius * 0.035 },
    opacity: 0.75,
  });
  for (let herb = 0; herb < 6; herb += 1) {
    const shape = leaf(scattered(canvas, centre, inner * 0.7), {
      angle: random.between(0, 6.28),
      length: radius * 0.2,
      width: radius * 0.09,
    });
    canvas.paint({
      path: shape.outline,
      fill: mix(palette.seconds[0], palette.tones[1], random.next() * 0.5),
    });
  }
};

export const paintSlices = (canvas: Canvas, { centre, radius }: Dish): void => {
  const { palette } = canvas;
  const size = radius * 0.29;
  const middles: Point[] = [
    centre,
    ...Array.from({ length: 5 }, (_, step) =>
      turned([centre[0] + radius * 0.43, centre[1]], centre, step * 1.257),
    ),
  ];
  for (const middle of middles) {
    canvas.paint({
      path: circle(middle[0] + size * 0.06, middle[1] + size * 0.1, size),
      fill: palette.ink,
      opacity: 0.2,
    });
    canvas.paint({ path: circle(...middle, size), fill: palette.sun, shade: lit(middle, size) });
    canvas.paint({
      path: circle(...middle, size * 0.84),
      fill: mix(palette.sun, palette.light, 0.6),
    });
    for (let wedge = 0; wedge < 8; wedge += 1) {
      const angle = (wedge / 8) * Math.PI * 2;
      const place = (far: number, turn: number): Point =>
        turned([middle[0] + size * far, middle[1]], middle, angle + turn);
      canvas.paint({
        path: blob([place(0.14, 0), place(0.6, -0.28), place(0.75, 0), place(0.6, 0.28)]),
        fill: mix(palette.sun, palette.accent, 0.3),
      });
    }
  }
};

export const paintSalad = (canvas: Canvas, { centre, radius }: Dish): void => {
  const { palette, random } = canvas;
  for (let index = 0; index < 24; index += 1) {
    const angle = index * 2.4;
    const foot = turned([centre[0] + radius * 0.5 * (1 - index / 30), centre[1]], centre, angle);
    const shape = leaf(foot, {
      angle: angle + random.between(1.6, 3.4),
      length: radius * random.between(0.34, 0.5),
      width: radius * 0.22,
      bend: random.between(-0.3, 0.3),
    });
    const colour = mix(
      palette.seconds[index % 3 === 0 ? 1 : 0],
      palette.tones[index % 2 ? 2 : 1],
      random.next() * 0.4,
    );
    canvas.paint({
      path: shape.outline,
      fill: colour,
      shade: { from: shape.tip, to: foot, light: [0.45, 0], dark: [0, 0.5] },
    });
    canvas.paint({
      path: shape.vein,
      stroke: { colour: palette.light, width: radius * 0.008 },
      opacity: 0.5,
    });
  }
  for (let index = 0; index < 6; index += 1) {
    const at = scattered(canvas, centre, radius * 0.45);
    canvas.paint({
      path: circle(...at, radius * 0.085),
      fill: palette.accent,
      shade: lit(at, radius * 0.085, 0.7),
    });
  }
};

export const paintCoffee = (canvas: Canvas, { centre, radius }: Dish): void => {
  const { palette } = canvas;
  const inner = radius * 0.5;
  canvas.paint({
    path: circle(...centre, radius * 0.56),
    fill: palette.paper,
    shade: lit(centre, inner),
  });
  canvas.paint({
    path: circle(...centre, inner),
    fill: mix(palette.tones[0], palette.accentDeep, 0.35),
    shade: { ...lit(centre, inner), dark: [0.6, 0] },
  });
  const heart = leaf([centre[0], centre[1] + inner * 0.55], {
    angle: -Math.PI / 2,
    length: inner * 1.1,
    width: inner * 0.85,
  });
  canvas.paint({ path: heart.outline, fill: palette.light, opacity: 0.85 });
  canvas.paint({
    path: heart.vein,
    stroke: { colour: palette.accentDeep, width: inner * 0.05 },
    opacity: 0.6,
  });
};
