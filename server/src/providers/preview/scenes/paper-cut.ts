import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { blob, circle, leaf, rectangle, type Point } from '../paths';
import { paintSun } from './backdrop';

/** The edge of one hole in a stack of papers: a circle that wanders. */
const wanderingCircle = (
  canvas: Canvas,
  [cx, cy]: Point,
  {
    radius,
    stretch,
    phase,
    roughness,
  }: { radius: number; stretch: number; phase: number; roughness: number },
): Point[] =>
  Array.from({ length: 14 }, (_, step): Point => {
    const angle = (step / 14) * Math.PI * 2;
    const wander =
      1 +
      roughness * Math.sin(angle * 3 + phase) +
      roughness * 0.6 * Math.sin(angle * 5 - phase * 1.7) +
      canvas.random.between(-0.015, 0.015);
    return [
      cx + Math.cos(angle) * radius * stretch * wander,
      cy + Math.sin(angle) * radius * wander,
    ];
  });

const moved = (points: Point[], [dx, dy]: Point): Point[] =>
  points.map(([x, y]): Point => [x + dx, y + dy]);

/** A sheet with a hole: the shadow it throws on the sheet below, then the sheet, then its bright cut edge. */
const paintSheet = (canvas: Canvas, hole: Point[], colour: Colour, depth: number): void => {
  const { width, height, unit, palette } = canvas;
  const frame = rectangle(-unit, -unit, width + unit * 2, height + unit * 2);
  for (let step = 4; step >= 1; step -= 1) {
    const offset = unit * 0.0085 * step * depth;
    canvas.paint({
      path: `${frame}${blob(moved(hole, [offset * 0.55, offset]))}`,
      fill: palette.ink,
      opacity: 0.1,
    });
  }
  canvas.paint({
    path: `${frame}${blob(hole)}`,
    fill: colour,
    shade: { from: [0, 0], to: [width, height], light: [0.24, 0], dark: [0, 0.3] },
  });
  canvas.paint({
    path: blob(hole),
    stroke: { colour: mix(colour, palette.light, 0.45), width: unit * 0.0028 },
    opacity: 0.85,
  });
};

const paintFan = (canvas: Canvas, centre: Point, radius: number): void => {
  const { unit, palette } = canvas;
  const stems = 7;
  for (let stem = 0; stem < stems; stem += 1) {
    const angle = -Math.PI / 2 + (stem - (stems - 1) / 2) * 0.36;
    const foot: Point = [centre[0], centre[1] + radius * 0.95];
    const length = radius * (1.35 - Math.abs(stem - 3) * 0.13);
    const shape = leaf(foot, { angle, length, width: radius * 0.3 });
    canvas.paint({
      path: shape.outline,
      fill: stem % 2 ? palette.tones[2] : palette.seconds[0],
      shade: { from: shape.tip, to: foot, light: [0.35, 0], dark: [0, 0.5] },
    });
    const vein = { colour: palette.light, width: unit * 0.002 };
    canvas.paint({ path: shape.vein, stroke: vein, opacity: 0.6 });
  }
};

const paintTide = (canvas: Canvas, centre: Point, radius: number): void => {
  const { palette } = canvas;
  for (let wave = 0; wave < 4; wave += 1) {
    const y = centre[1] + radius * (0.25 + wave * 0.2);
    const edge = Array.from(
      { length: 9 },
      (_, step): Point => [
        centre[0] + radius * 1.6 * (step / 4 - 1),
        y + Math.sin(step * 1.5 + wave * 1.9) * radius * 0.07,
      ],
    );
    const floor = y + radius * 1.4;
    canvas.paint({
      path: blob([...edge, [centre[0] + radius * 1.7, floor], [centre[0] - radius * 1.7, floor]]),
      fill: mix(palette.tones[3], palette.tones[1], wave / 3),
      shade: { from: [0, y], to: [0, y + radius * 0.3], light: [0.4, 0], dark: [0, 0.3] },
    });
  }
};

/** What the innermost sheet shows. */
const paintHeart = (canvas: Canvas, centre: Point, radius: number): void => {
  const { width, height, palette, random } = canvas;
  canvas.paint({
    path: rectangle(0, 0, width, height),
    fill: mix(palette.skyLow, palette.light, 0.3),
    shade: {
      from: [0, centre[1] - radius],
      to: [0, centre[1] + radius],
      light: [0.3, 0],
      dark: [0, 0.1],
    },
  });
  const paintInside = random.pick([paintFan, paintTide]);
  const x = centre[0] + radius * random.between(-0.3, 0.3);
  paintSun(canvas, { x, y: centre[1] - radius * 0.12, radius: radius * 0.42, colour: palette.sun });
  paintInside(canvas, centre, radius);
};

/** Sheets of coloured paper with wandering holes, each deeper than the last. */
export const paintPaperCut = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const centre: Point = [width * random.between(0.42, 0.58), height * random.between(0.46, 0.54)];
  const stretch = Math.min(1.5, Math.max(0.75, width / height));
  const inner = unit * random.between(0.2, 0.24);
  paintHeart(canvas, centre, inner * 1.35);
  const colours: Colour[] = [
    palette.tones[4],
    palette.seconds[2],
    palette.tones[3],
    palette.seconds[1],
    palette.tones[2],
    palette.tones[1],
    palette.tones[0],
  ];
  const phase = random.between(0, Math.PI * 2);
  colours.forEach((colour, index) => {
    const radius = inner * (1 + index * 0.235);
    const hole = wanderingCircle(canvas, centre, {
      radius,
      stretch,
      phase: phase + index * 0.5,
      roughness: 0.05 + index * 0.007,
    });
    paintSheet(
      canvas,
      hole,
      index === 2 ? mix(colour, palette.accent, 0.5) : colour,
      0.7 + index * 0.08,
    );
  });
  paintConfetti(canvas, centre, unit);
};

/** A few round cut-outs that lie on the last sheet. */
const paintConfetti = (canvas: Canvas, centre: Point, unit: number): void => {
  const { width, height, palette, random } = canvas;
  for (let index = 0; index < 7; index += 1) {
    const angle = (index / 7) * Math.PI * 2 + random.between(-0.2, 0.2);
    const [x, y] = [
      centre[0] + Math.cos(angle) * width * 0.47,
      centre[1] + Math.sin(angle) * height * 0.44,
    ];
    const radius = unit * random.between(0.012, 0.03);
    canvas.paint({
      path: circle(x + radius * 0.2, y + radius * 0.35, radius),
      fill: palette.ink,
      opacity: 0.25,
    });
    canvas.paint({
      path: circle(x, y, radius),
      fill: random.pick([
        palette.accent,
        palette.sun,
        palette.seconds[2],
        shift(palette.tones[1], { l: 0.05 }),
      ]),
      shade: {
        from: [x - radius, y - radius],
        to: [x + radius, y + radius],
        light: [0.4, 0],
        dark: [0, 0.4],
      },
    });
  }
};
