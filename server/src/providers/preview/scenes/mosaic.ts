import type { Canvas } from '../canvas';
import { mix, type Colour } from '../colour';
import { circle, ellipse, leaf, polygon, rectangle, ring, type Point } from '../paths';

type Tile = { x: number; y: number; size: number; ink: Colour; second: Colour };

type Drawing = (canvas: Canvas, tile: Tile) => void;

/** Shading from a tile's lit corner to the opposite one. */
const corner = ({ x, y, size }: Tile, dark = 0.5) => ({
  from: [x, y] as Point,
  to: [x + size, y + size] as Point,
  light: [0.4, 0] as [number, number],
  dark: [0, dark] as [number, number],
});

/** A quarter of a disc in the corner `turn` (0 to 3, clockwise from the upper left). */
const quarter = ({ x, y, size }: Tile, turn: number, radius: number): string => {
  const [cx, cy] = [turn === 1 || turn === 2 ? x + size : x, turn > 1 ? y + size : y];
  const [dx, dy] = [cx === x ? radius : -radius, cy === y ? radius : -radius];
  const sweep = turn % 2 === 0 ? 1 : 0;
  return `M${cx.toFixed(1)} ${cy.toFixed(1)}h${dx.toFixed(1)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 ${sweep} ${cx.toFixed(1)} ${(cy + dy).toFixed(1)}Z`;
};

const quarterTile: Drawing = (canvas, tile) => {
  const turn = canvas.random.integer(0, 3);
  canvas.paint({ path: quarter(tile, turn, tile.size), fill: tile.ink, shade: corner(tile) });
  canvas.paint({
    path: quarter(tile, turn, tile.size * 0.5),
    fill: tile.second,
    shade: corner(tile, 0.3),
  });
};

const facingQuarters: Drawing = (canvas, tile) => {
  const turn = canvas.random.integer(0, 1);
  canvas.paint({
    path: quarter(tile, turn, tile.size * 0.72),
    fill: tile.ink,
    shade: corner(tile),
  });
  canvas.paint({
    path: quarter(tile, turn + 2, tile.size * 0.72),
    fill: tile.second,
    shade: corner(tile),
  });
};

const discTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink, second } = tile;
  const [cx, cy] = [x + size / 2, y + size / 2];
  canvas.paint({ path: circle(cx, cy, size * 0.4), fill: ink, shade: corner(tile, 0.6) });
  canvas.paint({ path: circle(cx, cy, size * 0.17), fill: second });
};

const ringTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink, second } = tile;
  const [cx, cy] = [x + size / 2, y + size / 2];
  canvas.paint({ path: ring(cx, cy, size * 0.44, size * 0.31), fill: ink, shade: corner(tile) });
  canvas.paint({ path: ring(cx, cy, size * 0.22, size * 0.1), fill: second });
};

const triangleTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink, second } = tile;
  const isFlipped = canvas.random.chance(0.5);
  const [left, right] = isFlipped ? [x + size, x] : [x, x + size];
  canvas.paint({
    path: polygon([
      [left, y],
      [right, y],
      [left, y + size],
    ]),
    fill: ink,
    shade: corner(tile),
  });
  canvas.paint({
    path: polygon([
      [right, y + size],
      [right, y + size * 0.4],
      [left + (right - left) * 0.4, y + size],
    ]),
    fill: second,
    shade: corner(tile, 0.3),
  });
};

const stripesTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink } = tile;
  const isUpright = canvas.random.chance(0.5);
  for (let stripe = 0; stripe < 4; stripe += 1) {
    const at = size * (0.06 + stripe * 0.25);
    const path = isUpright
      ? rectangle(x + at, y, size * 0.125, size)
      : rectangle(x, y + at, size, size * 0.125);
    canvas.paint({ path, fill: ink, shade: corner(tile, 0.4) });
  }
};

const leafTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink, second } = tile;
  const isRising = canvas.random.chance(0.5);
  const from: Point = [x + size * 0.1, isRising ? y + size * 0.9 : y + size * 0.1];
  const angle = isRising ? -Math.PI / 4 : Math.PI / 4;
  const shape = leaf(from, { angle, length: size * 1.13, width: size * 0.7 });
  canvas.paint({ path: shape.outline, fill: ink, shade: corner(tile) });
  canvas.paint({ path: shape.half, fill: second, opacity: 0.85 });
};

const eyeTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink, second } = tile;
  const [cx, cy] = [x + size / 2, y + size / 2];
  canvas.paint({ path: ellipse(cx, cy, size * 0.46, size * 0.27), fill: ink, shade: corner(tile) });
  canvas.paint({ path: circle(cx, cy, size * 0.19), fill: second });
};

const stepsTile: Drawing = (canvas, tile) => {
  const { x, y, size, ink } = tile;
  for (let step = 0; step < 4; step += 1) {
    const tall = size * (0.22 + step * 0.2);
    canvas.paint({
      path: rectangle(x + size * (0.04 + step * 0.24), y + size - tall, size * 0.19, tall),
      fill: mix(ink, canvas.palette.light, 0.3 - step * 0.1),
      shade: corner(tile),
    });
  }
};

const DRAWINGS: [Drawing, ...Drawing[]] = [
  quarterTile,
  quarterTile,
  facingQuarters,
  discTile,
  ringTile,
  triangleTile,
  stripesTile,
  leafTile,
  eyeTile,
  stepsTile,
];

/** A wall of printed tiles, for everything that has order: business, law, numbers, society. */
export const paintMosaic = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const size = unit / random.pick([3, 4]);
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  // Whole tiles in the middle; what is left over is cut off evenly at the edges.
  const [left, top] = [(width - columns * size) / 2, (height - rows * size) / 2];
  const grounds: [Colour, ...Colour[]] = [
    palette.paper,
    palette.tones[4],
    palette.seconds[2],
    palette.tones[1],
    palette.tones[2],
    palette.seconds[0],
    palette.sun,
  ];
  let before = -1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const choice = random.integer(0, grounds.length - 1);
      const ground =
        grounds[choice === before ? (choice + 2) % grounds.length : choice] ?? palette.paper;
      before = choice;
      const isDark = ground.l < 0.7;
      const inks: [Colour, ...Colour[]] = isDark
        ? [palette.paper, palette.seconds[2], palette.accent, palette.tones[4]]
        : [palette.tones[1], palette.seconds[0], palette.accentDeep, palette.tones[0]];
      const ink = random.pick(inks);
      const second = ink === palette.accent ? palette.paper : isDark ? palette.sun : palette.accent;
      const tile: Tile = { x: left + column * size, y: top + row * size, size, ink, second };
      canvas.paint({
        path: rectangle(tile.x, tile.y, size + 0.5, size + 0.5),
        fill: ground,
        shade: corner(tile, 0.22),
      });
      random.pick(DRAWINGS)(canvas, tile);
    }
  }
};
