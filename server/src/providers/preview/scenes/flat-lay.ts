import type { Canvas } from '../canvas';
import { mix, shift } from '../colour';
import { leaf, openCurve, rectangle, roundedRectangle, type Point } from '../paths';
import { paintCoffee, paintDish, paintSalad, paintSlices, paintSoup, type Dish } from './dishes';

const paintCutlery = (canvas: Canvas, [x, y]: Point, length: number): void => {
  const { palette } = canvas;
  const metal = mix(palette.paper, palette.tones[3], 0.3);
  const shadow = { colour: palette.ink, width: length * 0.035 };
  canvas.paint({
    path: openCurve([
      [x + length * 0.02, y + length * 0.02],
      [x + length * 0.02, y + length * 0.98],
    ]),
    stroke: shadow,
    opacity: 0.2,
  });
  canvas.paint({
    path: roundedRectangle(
      x - length * 0.017,
      y + length * 0.3,
      length * 0.034,
      length * 0.7,
      length,
    ),
    fill: metal,
  });
  for (const tine of [-1.5, -0.5, 0.5, 1.5]) {
    canvas.paint({
      path: roundedRectangle(
        x + tine * length * 0.028 - length * 0.008,
        y,
        length * 0.016,
        length * 0.24,
        length,
      ),
      fill: metal,
    });
  }
  canvas.paint({
    path: roundedRectangle(
      x - length * 0.052,
      y + length * 0.18,
      length * 0.104,
      length * 0.14,
      length * 0.05,
    ),
    fill: metal,
  });
};

const paintCloth = (canvas: Canvas, [x, y]: Point, wide: number, tall: number): void => {
  const { palette, unit } = canvas;
  canvas.paint({
    path: rectangle(x + unit * 0.006, y + unit * 0.01, wide, tall),
    fill: palette.ink,
    opacity: 0.2,
  });
  canvas.paint({
    path: rectangle(x, y, wide, tall),
    fill: palette.seconds[2],
    shade: { from: [x, y], to: [x + wide, y + tall], light: [0.3, 0], dark: [0, 0.3] },
  });
  for (const share of [0.08, 0.13, 0.87, 0.92]) {
    canvas.paint({
      path: rectangle(x + wide * share, y, wide * 0.02, tall),
      fill: palette.seconds[0],
      opacity: 0.55,
    });
    canvas.paint({
      path: rectangle(x, y + tall * share, wide, wide * 0.02),
      fill: palette.seconds[0],
      opacity: 0.4,
    });
  }
};

const paintBoards = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const wood = mix(palette.tones[1], palette.tones[2], 0.5);
  const wide = unit * 0.24;
  for (let x = -wide * random.next(); x < width; x += wide) {
    const colour = shift(wood, { l: random.between(-0.03, 0.03) });
    canvas.paint({
      path: rectangle(x, 0, wide + 1, height),
      fill: colour,
      shade: { from: [x, 0], to: [x + wide, height], light: [0.3, 0], dark: [0, 0.35] },
    });
    for (let grain = 0; grain < 4; grain += 1) {
      const gx = x + wide * random.between(0.1, 0.9);
      const sway = (): number => gx + unit * random.between(-0.008, 0.008);
      canvas.paint({
        path: openCurve([
          [sway(), -5],
          [sway(), height * 0.35],
          [sway(), height * 0.7],
          [sway(), height + 5],
        ]),
        stroke: { colour: shift(colour, { l: -0.06 }), width: unit * 0.0018 },
        opacity: 0.6,
      });
    }
    canvas.paint({ path: rectangle(x, 0, unit * 0.003, height), fill: palette.ink, opacity: 0.45 });
  }
};

/** A table seen from straight above: dishes, cutlery, a cloth, herbs that fell beside the plate. */
export const paintFlatLay = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  paintBoards(canvas);
  const side = random.chance(0.5) ? 1 : -1;
  const at = (x: number, y: number): Point => [width / 2 + side * (x - 0.5) * width, height * y];
  const big = Math.min(unit * 0.31, width * 0.25);
  const centre = at(0.4, 0.5);
  paintCloth(canvas, [centre[0] - big * 1.5, height * 0.16], big * 2.9, height * 0.7);
  const contents = [paintSoup, paintSalad, paintSlices, paintCoffee];
  const start = random.integer(0, 2);
  const dishes: Dish[] = [
    { centre, radius: big, colour: palette.paper },
    {
      centre: at(0.8, 0.26),
      radius: big * 0.6,
      colour: mix(palette.seconds[1], palette.paper, 0.25),
    },
    { centre: at(0.84, 0.76), radius: big * 0.55, colour: palette.tones[3] },
    {
      centre: at(0.05, 0.12),
      radius: big * 0.6,
      colour: mix(palette.accentDeep, palette.paper, 0.2),
    },
  ];
  dishes.forEach((dish, index) => {
    paintDish(canvas, dish);
    contents[index === 2 ? 3 : (start + index) % 3]?.(canvas, dish);
  });
  paintCutlery(canvas, [centre[0] - side * big * 1.25, centre[1] - big * 0.75], big * 1.5);
  for (let index = 0; index < 9; index += 1) {
    const foot = at(random.between(0.56, 0.98), random.between(0.42, 0.98));
    const shape = leaf(foot, {
      angle: random.between(0, 6.28),
      length: unit * random.between(0.04, 0.07),
      width: unit * 0.025,
      bend: 0.3,
    });
    canvas.paint({
      path: shape.outline,
      fill: mix(palette.seconds[0], palette.seconds[1], random.next()),
    });
  }
};
