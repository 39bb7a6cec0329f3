import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { circle, ellipse, openCurve, rectangle, ring, turned, type Point } from '../paths';

const paintNight = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const deep = shift(palette.tones[0], { l: -0.04 });
  canvas.paint({
    path: rectangle(0, 0, width, height),
    fill: {
      from: [0, 0],
      to: [width * 0.5, height],
      stops: [
        { at: 0, colour: deep },
        { at: 0.62, colour: mix(palette.tones[0], palette.tones[1], 0.7) },
        { at: 1, colour: mix(palette.tones[2], palette.accentDeep, 0.28) },
      ],
    },
    shade: { from: [0, 0], to: [0, height], dark: [0.3, 0], light: [0, 0.22] },
  });
  const stars = Math.round(((width * height) / (unit * unit)) * 70);
  for (let star = 0; star < stars; star += 1) {
    const radius = unit * (random.chance(0.1) ? 0.0028 : random.between(0.0008, 0.0018));
    canvas.paint({
      path: circle(width * random.next(), height * random.next() * 0.95, radius),
      fill: palette.light,
      opacity: random.between(0.4, 0.9),
    });
  }
};

const paintPlanet = (canvas: Canvas, [x, y]: Point, radius: number, colour: Colour): void => {
  const { palette } = canvas;
  canvas.paint({
    path: circle(x, y, radius * 1.5),
    fill: {
      centre: [x, y],
      radius: radius * 1.5,
      stops: [
        { at: 0.6, colour: mix(colour, palette.light, 0.4), opacity: 0.35 },
        { at: 1, colour, opacity: 0 },
      ],
    },
  });
  canvas.paint({
    path: circle(x, y, radius),
    fill: colour,
    shade: {
      from: [x - radius * 0.75, y - radius * 0.75],
      to: [x + radius * 0.7, y + radius * 0.75],
      light: [0.6, 0],
      dark: [0, 0.95],
    },
  });
};

/** Bands on a large planet, cut to its disc by their own shape. */
const paintBands = (canvas: Canvas, [x, y]: Point, radius: number, colour: Colour): void => {
  const { palette, random } = canvas;
  for (const share of [-0.55, -0.22, 0.12, 0.46]) {
    const half = Math.sqrt(1 - share * share) * radius;
    const drop = radius * 0.12;
    const at = y + share * radius;
    canvas.paint({
      path: openCurve([
        [x - half * 0.96, at - drop * 0.3],
        [x - half * 0.3, at + drop * random.between(0.1, 0.5)],
        [x + half * 0.35, at + drop * random.between(0.1, 0.6)],
        [x + half * 0.96, at - drop * 0.3],
      ]),
      stroke: {
        colour: mix(colour, share < 0 ? palette.light : palette.tones[0], 0.3),
        width: radius * random.between(0.05, 0.12),
      },
      opacity: 0.5,
    });
  }
};

/** Ellipses around one centre with small bodies on them: a system, whatever it is made of. */
const paintSystem = (canvas: Canvas, centre: Point, core: number): void => {
  const { unit, palette, random } = canvas;
  const tilt = random.between(-0.5, 0.5);
  const flat = random.between(0.34, 0.52);
  const bodies: { at: Point; radius: number; colour: Colour }[] = [];
  const tints: [Colour, ...Colour[]] = [
    palette.accent,
    palette.seconds[1],
    palette.seconds[2],
    palette.tones[3],
    palette.sun,
  ];
  for (let orbit = 0; orbit < 5; orbit += 1) {
    const rx = core * (1.75 + orbit * 0.78);
    const points = Array.from({ length: 48 }, (_, step): Point => {
      const angle = (step / 48) * Math.PI * 2;
      return turned(
        [centre[0] + Math.cos(angle) * rx, centre[1] + Math.sin(angle) * rx * flat],
        centre,
        tilt,
      );
    });
    canvas.paint({
      path: `${openCurve(points)}Z`,
      stroke: { colour: palette.light, width: unit * 0.0022 },
      opacity: 0.5 - orbit * 0.06,
    });
    for (let body = 0; body < (orbit > 2 ? 2 : 1); body += 1) {
      const at = points[random.integer(0, 47)];
      if (at)
        bodies.push({
          at,
          radius: unit * random.between(0.014, 0.036),
          colour: random.pick(tints),
        });
    }
  }
  const behind = bodies.filter(({ at }) => at[1] < centre[1]);
  for (const { at, radius, colour } of behind) paintPlanet(canvas, at, radius, colour);
  paintPlanet(canvas, centre, core, palette.sun);
  paintBands(canvas, centre, core, palette.sun);
  for (const { at, radius, colour } of bodies.filter((body) => !behind.includes(body))) {
    paintPlanet(canvas, at, radius, colour);
  }
};

const paintRings = (canvas: Canvas, centre: Point, radius: number, colour: Colour): void => {
  const { palette } = canvas;
  canvas.paint({
    path: ellipse(...centre, radius * 1.9, radius * 0.42),
    stroke: { colour: palette.seconds[2], width: radius * 0.13 },
    opacity: 0.75,
  });
  paintPlanet(canvas, centre, radius, colour);
  const front = Array.from({ length: 13 }, (_, step): Point => {
    const angle = (step / 12) * Math.PI;
    return [
      centre[0] + Math.cos(angle) * radius * 1.9,
      centre[1] + Math.sin(angle) * radius * 0.42,
    ];
  });
  canvas.paint({
    path: openCurve(front),
    stroke: { colour: palette.seconds[2], width: radius * 0.13 },
    opacity: 0.95,
  });
};

/** Threads between points on a faint grid: the same idea seen as a network. */
const paintLinks = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const nodes = Array.from(
    { length: 9 },
    (): Point => [width * random.between(0.04, 0.96), height * random.between(0.7, 0.97)],
  ).sort((one, other) => one[0] - other[0]);
  nodes.forEach((node, index) => {
    for (const next of nodes.slice(index + 1, index + 3)) {
      canvas.paint({
        path: openCurve([node, next]),
        stroke: { colour: palette.light, width: unit * 0.0018 },
        opacity: 0.35,
      });
    }
  });
  for (const node of nodes) {
    const radius = unit * random.between(0.006, 0.013);
    canvas.paint({
      path: ring(...node, radius * 1.9, radius * 1.6),
      fill: palette.light,
      opacity: 0.5,
    });
    canvas.paint({
      path: circle(...node, radius),
      fill: random.pick([palette.accent, palette.seconds[2], palette.light]),
    });
  }
};

/** Bodies on their orbits in a deep sky, for science, systems and everything digital. */
export const paintOrbits = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  paintNight(canvas);
  const isLeft = random.chance(0.5);
  const centre: Point = [
    width * (isLeft ? random.between(0.36, 0.46) : random.between(0.54, 0.64)),
    height * random.between(0.42, 0.54),
  ];
  const far: Point = [
    isLeft ? width - unit * 0.16 : unit * 0.16,
    height * random.between(0.14, 0.24),
  ];
  paintRings(canvas, far, unit * random.between(0.05, 0.075), palette.seconds[1]);
  paintLinks(canvas);
  paintSystem(canvas, centre, unit * random.between(0.12, 0.155));
};
