import type { Canvas } from '../canvas';
import { mix, type Colour } from '../colour';
import { arch, polygon, rectangle } from '../paths';
import { paintWall } from './backdrop';
import { paintCandle, paintJug, paintLoaf } from './more-table-things';
import {
  paintBottle,
  paintBowl,
  paintCup,
  paintEggs,
  paintFruit,
  paintPlate,
  paintWedge,
  type Place,
} from './table-things';

type Thing = (canvas: Canvas, place: Place, colour: Colour) => void;

/** A wall with a niche, daylight from the left, and a table to stand things on. */
const paintRoom = (canvas: Canvas, table: number): void => {
  const { width, height, unit, palette, random } = canvas;
  paintWall(canvas, mix(palette.tones[4], palette.seconds[2], 0.45));
  const niche = { width: unit * random.between(0.52, 0.68), x: width * random.between(0.3, 0.5) };
  const tall = table * random.between(0.74, 0.86);
  canvas.paint({
    path: arch(niche.x - niche.width * 0.1, table - tall, niche.width, tall),
    fill: mix(palette.tones[3], palette.seconds[1], 0.35),
    shade: {
      from: [niche.x, 0],
      to: [niche.x + niche.width, table],
      dark: [0.45, 0],
      light: [0, 0.3],
    },
  });
  const beam = width * random.between(-0.1, 0.12);
  canvas.paint({
    path: polygon([
      [beam, 0],
      [beam + unit * 0.3, 0],
      [beam + unit * 1.15, table],
      [beam + unit * 0.62, table],
    ]),
    fill: palette.light,
    opacity: 0.16,
  });
  canvas.paint({
    path: rectangle(0, table, width, height - table),
    fill: {
      from: [0, table],
      to: [0, height],
      stops: [
        { at: 0, colour: mix(palette.tones[2], palette.seconds[1], 0.2) },
        { at: 1, colour: mix(palette.tones[1], palette.tones[2], 0.55) },
      ],
    },
    shade: { from: [width * 0.1, table], to: [width, height], light: [0.5, 0], dark: [0, 0.4] },
  });
};

/** What lies on the plate: the subject's own thing where it names one. */
const onPlate = (canvas: Canvas): Thing => {
  if (canvas.isAbout(/bread|loaf|bak|toast|dough/)) return paintLoaf;
  if (canvas.isAbout(/cheese|butter/)) return paintWedge;
  if (canvas.isAbout(/egg/)) return paintEggs;
  return canvas.random.pick<Thing>([paintEggs, paintWedge, paintLoaf]);
};

const tallThing = (canvas: Canvas): Thing => {
  if (canvas.isAbout(/milk|water|juice|pitcher|jug/)) return paintJug;
  return canvas.random.pick<Thing>([paintBottle, paintBottle, paintJug]);
};

/** Bowls, fruit and bottles on a table by a wall. */
export const paintStillLife = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const table = height * random.between(0.6, 0.66);
  paintRoom(canvas, table);
  const size = Math.min(unit * 0.34, width * 0.235);
  const back = table + unit * 0.07;
  const front = table + (height - table) * 0.55;
  const side = random.chance(0.5) ? 1 : -1;
  const centre = width * random.between(0.46, 0.54);
  const at = (share: number, y: number, scale: number): Place => ({
    x: centre + side * size * share,
    y,
    size: size * scale,
  });
  const deep = mix(palette.tones[1], palette.seconds[0], random.between(0.1, 0.7));
  tallThing(canvas)(canvas, at(-1.25, back, 1.02), deep);
  const small = random.pick<Thing>([paintCup, paintCup, paintCandle]);
  small(canvas, at(1.55, back + unit * 0.02, 0.95), palette.paper);
  const bowl = random.pick([
    palette.tones[1],
    palette.seconds[1],
    palette.seconds[0],
    palette.paper,
  ]);
  paintBowl(canvas, at(0.25, back + unit * 0.08, 1.15), bowl);
  const plate = mix(palette.paper, palette.seconds[2], 0.35);
  paintPlate(canvas, at(-0.95, front, 0.8), plate);
  onPlate(canvas)(canvas, at(-0.95, front - size * 0.015, 0.7), plate);
  paintFruit(canvas, at(0.78, front - unit * 0.01, 0.62), palette.accent);
  paintFruit(canvas, at(1.22, front + unit * 0.035, 0.5), palette.accentDeep);
};
