import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { arch, circle, ellipse, openCurve, polygon, rectangle, roundedRectangle } from '../paths';
import { paintWall } from './backdrop';
import {
  across,
  paintBooks,
  paintJar,
  paintLamp,
  paintNotebook,
  paintPot,
  type Place,
} from './desk-things';

const paintWindow = (canvas: Canvas, { x, y, size }: Place): void => {
  const { palette } = canvas;
  const frame = mix(palette.paper, palette.tones[4], 0.3);
  canvas.paint({
    path: arch(x - size * 0.54, y - size * 0.04, size * 1.08, size * 1.32),
    fill: frame,
    shade: across(x - size * 0.5, size, y),
  });
  canvas.paint({
    path: arch(x - size * 0.48, y + size * 0.02, size * 0.96, size * 1.2),
    fill: {
      from: [x, y],
      to: [x, y + size * 1.2],
      stops: [
        { at: 0, colour: palette.skyHigh },
        { at: 1, colour: palette.skyLow },
      ],
    },
    shade: { from: [x, y], to: [x, y + size], light: [0, 0.3] },
  });
  canvas.paint({ path: circle(x + size * 0.16, y + size * 0.42, size * 0.15), fill: palette.sun });
  canvas.paint({
    path: `${openCurve([
      [x - size * 0.48, y + size * 0.9],
      [x - size * 0.15, y + size * 0.74],
      [x + size * 0.2, y + size * 0.86],
      [x + size * 0.48, y + size * 0.78],
    ])}V${(y + size * 1.22).toFixed(0)}H${(x - size * 0.48).toFixed(0)}Z`,
    fill: mix(palette.seconds[1], palette.skyLow, 0.3),
  });
  canvas.paint({ path: rectangle(x - size * 0.012, y, size * 0.024, size * 1.22), fill: frame });
  canvas.paint({
    path: rectangle(x - size * 0.48, y + size * 0.55, size * 0.96, size * 0.024),
    fill: frame,
  });
};

const paintDesk = (canvas: Canvas, table: number): void => {
  const { width, height, palette } = canvas;
  const wood = mix(palette.tones[2], palette.accentDeep, 0.25);
  canvas.paint({
    path: rectangle(0, table, width, height - table),
    fill: {
      from: [0, table],
      to: [0, height],
      stops: [
        { at: 0, colour: wood },
        { at: 1, colour: shift(wood, { l: -0.1 }) },
      ],
    },
    shade: { from: [width * 0.3, table], to: [width, height], light: [0.45, 0], dark: [0, 0.45] },
  });
  canvas.paint({
    path: rectangle(0, table, width, canvas.unit * 0.008),
    fill: mix(wood, palette.light, 0.4),
    opacity: 0.8,
  });
};

/** Two sheets on the wall with a plain shape each. */
const paintPosters = (canvas: Canvas, x: number, y: number, size: number): void => {
  const { palette } = canvas;
  for (const [dx, dy] of [
    [0, 0],
    [0.42, 0.34],
  ] as const) {
    const [cx, cy] = [x + dx * size, y + dy * size];
    canvas.paint({
      path: roundedRectangle(cx - size * 0.17, cy - size * 0.2, size * 0.34, size * 0.42, 4),
      fill: palette.paper,
      shade: across(cx - size * 0.17, size * 0.34, cy),
    });
    const isFirst = dx === 0;
    const peak: [number, number][] = [
      [cx - size * 0.1, cy + size * 0.1],
      [cx, cy - size * 0.12],
      [cx + size * 0.1, cy + size * 0.1],
    ];
    canvas.paint({
      path: isFirst ? ellipse(cx, cy, size * 0.09, size * 0.12) : polygon(peak),
      fill: isFirst ? palette.accent : palette.seconds[1],
    });
  }
};

type Thing = (canvas: Canvas, place: Place) => void;

const pot: Thing = (canvas, { x, y, size }) =>
  paintPot(canvas, { x, y: y - canvas.unit * 0.02, size }, canvas.palette.accentDeep);

const books: Thing = (canvas, { x, y, size }) => {
  const { tones, accent, seconds } = canvas.palette;
  const colours: [Colour, ...Colour[]] = [tones[1], accent, seconds[0], seconds[2]];
  paintBooks(canvas, { x: x - size * 0.5, y: y + canvas.unit * 0.02, size }, colours);
};

const jar: Thing = (canvas, { x, y, size }) => paintJar(canvas, { x, y, size: size * 0.87 });

/** Every order the three can stand in; tall things beside the lamp would hide its light. */
const ORDERS: [Thing[], ...Thing[][]] = [
  [jar, books, pot],
  [jar, pot, books],
  [books, jar, pot],
  [books, pot, jar],
];

/** A desk by a window: lamp, books, a plant, an open notebook. */
export const paintWorkshop = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const table = height * random.between(0.6, 0.67);
  const size = Math.min(unit * 0.4, width * 0.29);
  const side = random.chance(0.5) ? 1 : -1;
  const at = (share: number): number => width * (side > 0 ? share : 1 - share);
  const walls = [
    mix(palette.seconds[2], palette.tones[4], 0.4),
    palette.seconds[2],
    palette.tones[4],
  ];
  paintWall(canvas, walls[random.integer(0, 2)] ?? palette.paper);
  const window = random.between(0.54, 0.76);
  paintWindow(canvas, { x: at(window), y: table - size * 1.42, size: size * 0.92 });
  if (random.chance(0.7)) paintPosters(canvas, at(0.24) - size * 0.2, table - size * 1.12, size);
  paintDesk(canvas, table);
  const order = random.pick(ORDERS);
  [0.43, 0.67, 0.88].forEach((share, index) => {
    order[index]?.(canvas, { x: at(share), y: table + unit * 0.08, size: size * 0.96 });
  });
  paintLamp(canvas, { x: at(0.12), y: table + unit * 0.07, size: size * 0.98 }, side);
  const page = { x: at(random.between(0.34, 0.6)), y: table + (height - table) * 0.66 };
  paintNotebook(canvas, { ...page, size: size * random.between(0.8, 0.95) });
};
