import type { Canvas } from '../canvas';
import { mix, shift, type Colour } from '../colour';
import { arch, blob, circle, leaf, openCurve, turned, type Point } from '../paths';
import { paintSun, paintWall } from './backdrop';

const paintLeaf = (
  canvas: Canvas,
  stem: Point,
  {
    angle,
    length,
    width,
    bend,
    colour,
  }: { angle: number; length: number; width: number; bend: number; colour: Colour },
): void => {
  const { palette } = canvas;
  const { outline, half, vein, tip } = leaf(stem, { angle, length, width, bend });
  canvas.paint({
    path: outline,
    fill: colour,
    shade: { from: tip, to: stem, light: [0.4, 0], dark: [0, 0.55] },
  });
  canvas.paint({ path: half, fill: shift(colour, { l: 0.06 }), opacity: 0.55 });
  canvas.paint({
    path: vein,
    stroke: { colour: mix(colour, palette.light, 0.55), width: Math.max(1.2, width * 0.028) },
    opacity: 0.8,
  });
};

/** A stem with pairs of leaves that get smaller towards the top. */
const paintBranch = (
  canvas: Canvas,
  foot: Point,
  {
    lean,
    length,
    colour,
    pairs,
    fullness,
  }: { lean: number; length: number; colour: Colour; pairs: number; fullness: number },
): Point => {
  const at = (share: number): Point => [
    foot[0] + lean * length * share ** 1.7,
    foot[1] - length * share * (1 - 0.12 * Math.abs(lean) * share),
  ];
  canvas.paint({
    path: openCurve([0, 0.25, 0.5, 0.75, 1].map(at)),
    stroke: { colour: shift(colour, { l: -0.06 }), width: length * 0.011 },
  });
  for (let pair = 0; pair < pairs; pair += 1) {
    const share = 0.16 + (0.8 * pair) / pairs;
    const size = length * fullness * (1 - share * 0.62);
    const along = Math.atan2(
      at(share + 0.02)[1] - at(share)[1],
      at(share + 0.02)[0] - at(share)[0],
    );
    for (const side of [-1, 1]) {
      paintLeaf(canvas, at(share), {
        angle: along + side * canvas.random.between(0.75, 1.05),
        length: size,
        width: size * 0.42,
        bend: -side * 0.22,
        colour: mix(colour, canvas.palette.light, pair * 0.035 + (side > 0 ? 0.06 : 0)),
      });
    }
  }
  const along = Math.atan2(at(1)[1] - at(0.96)[1], at(1)[0] - at(0.96)[0]);
  const size = length * fullness * 0.55;
  paintLeaf(canvas, at(0.98), { angle: along, length: size, width: size * 0.4, bend: 0, colour });
  return at(1);
};

/** A flower seen from the front: petals around a warm heart. */
const paintFlower = (canvas: Canvas, centre: Point, radius: number, colour: Colour): void => {
  const { palette, random } = canvas;
  const petals = random.integer(6, 9);
  const start = random.between(0, 1);
  for (let petal = 0; petal < petals; petal += 1) {
    const angle = start + (petal / petals) * Math.PI * 2;
    const place = ([along, across]: Point): Point =>
      turned([centre[0] + along * radius, centre[1] + across * radius], centre, angle);
    const outline: Point[] = [
      [0.05, 0],
      [0.4, -0.26],
      [0.8, -0.36],
      [1, -0.14],
      [1, 0.14],
      [0.8, 0.36],
      [0.4, 0.26],
    ];
    canvas.paint({
      path: blob(outline.map(place)),
      fill: mix(colour, palette.light, petal % 2 ? 0.14 : 0),
      shade: { from: place([1, 0]), to: place([0.1, 0]), light: [0.5, 0], dark: [0, 0.6] },
    });
  }
  canvas.paint({
    path: circle(...centre, radius * 0.27),
    fill: palette.sun,
    shade: {
      from: [centre[0] - radius * 0.2, centre[1] - radius * 0.2],
      to: [centre[0] + radius * 0.2, centre[1] + radius * 0.25],
      light: [0.4, 0],
      dark: [0, 0.6],
    },
  });
  for (let dot = 0; dot < 9; dot += 1) {
    const [x, y] = turned([centre[0] + radius * 0.2, centre[1]], centre, (dot / 9) * Math.PI * 2);
    canvas.paint({ path: circle(x, y, radius * 0.022), fill: palette.accentDeep });
  }
};

/** Round berries on thin stalks, for rhythm between the leaves. */
const paintBerries = (canvas: Canvas, foot: Point, length: number, lean: number): void => {
  const { palette, random } = canvas;
  const tip: Point = [foot[0] + lean * length, foot[1] - length];
  canvas.paint({
    path: openCurve([foot, [foot[0] + lean * length * 0.35, foot[1] - length * 0.55], tip]),
    stroke: { colour: palette.tones[1], width: length * 0.007 },
  });
  for (let berry = 0; berry < 7; berry += 1) {
    const share = 0.5 + berry * 0.085;
    const [x, y] = [foot[0] + lean * length * share ** 1.5, foot[1] - length * share];
    const end: Point = [x + (berry % 2 ? 1 : -1) * length * 0.085, y - length * 0.04];
    const radius = length * random.between(0.02, 0.03);
    canvas.paint({
      path: openCurve([[x, y], end]),
      stroke: { colour: palette.tones[1], width: length * 0.005 },
    });
    canvas.paint({
      path: circle(...end, radius),
      fill: palette.accent,
      shade: {
        from: [end[0] - radius, end[1] - radius],
        to: [end[0] + radius, end[1] + radius],
        light: [0.5, 0],
        dark: [0, 0.6],
      },
    });
  }
};

const paintBackdrop = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  paintWall(canvas, mix(palette.paper, palette.tones[4], 0.45));
  const x = width * random.between(0.42, 0.58);
  if (random.chance(0.5)) {
    const wide = unit * random.between(0.62, 0.78);
    canvas.paint({
      path: arch(x - wide / 2, height * 0.1, wide, height),
      fill: mix(palette.seconds[2], palette.tones[4], 0.3),
      shade: { from: [x, height * 0.1], to: [x, height], light: [0.35, 0], dark: [0, 0.35] },
    });
    paintSun(canvas, {
      x: x + wide * 0.12,
      y: height * 0.36,
      radius: unit * 0.14,
      colour: palette.sun,
    });
    return;
  }
  paintSun(canvas, {
    x,
    y: height * 0.42,
    radius: unit * random.between(0.27, 0.33),
    colour: palette.sun,
  });
  const shape = Array.from({ length: 7 }, (_, step): Point => {
    const angle = (step / 7) * Math.PI * 2;
    const far = unit * random.between(0.3, 0.46);
    return [x + unit * 0.24 + Math.cos(angle) * far, height * 0.74 + Math.sin(angle) * far];
  });
  canvas.paint({
    path: blob(shape),
    fill: palette.seconds[2],
    shade: { from: [x, height * 0.4], to: [x, height], light: [0.3, 0], dark: [0, 0.3] },
  });
};

/** Large dark leaves close to us, cut off by the lower edge. */
const paintUndergrowth = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  const count = Math.round((width / unit) * 9);
  for (let index = 0; index < count; index += 1) {
    const length = unit * random.between(0.14, 0.26);
    paintLeaf(
      canvas,
      [(width * (index + random.between(-0.3, 0.3))) / (count - 1), height + unit * 0.03],
      {
        angle: -Math.PI / 2 + random.between(-0.7, 0.7),
        length,
        width: length * random.between(0.36, 0.5),
        bend: random.between(-0.25, 0.25),
        colour: mix(palette.tones[0], palette.seconds[0], random.between(0, 0.55)),
      },
    );
  }
};

/** Branches, leaves and a few flowers that overlap before a soft backdrop. */
export const paintBotanical = (canvas: Canvas): void => {
  const { width, height, unit, palette, random } = canvas;
  paintBackdrop(canvas);
  const count = Math.round(4 + width / unit);
  const colours = [
    palette.seconds[1],
    palette.tones[3],
    palette.seconds[0],
    palette.tones[2],
    palette.tones[1],
  ];
  const tips: Point[] = [];
  for (let index = 0; index < count; index += 1) {
    const depth = index / (count - 1);
    const spread = ((index * 0.618 + random.between(0, 0.06)) % 1) * 1.04 - 0.02;
    const length = unit * random.between(0.55, 0.86) * (1.06 - depth * 0.22);
    const foot: Point = [width * spread, height + unit * 0.05];
    const lean = (0.5 - spread) * 0.36 + random.between(-0.2, 0.2);
    const colour = colours[Math.floor(depth * (colours.length - 1))] ?? palette.tones[1];
    if (index % 4 === 2) paintBerries(canvas, foot, length * 0.98, lean);
    else {
      tips.push(
        paintBranch(canvas, foot, {
          lean,
          length,
          colour,
          pairs: random.integer(4, 6),
          fullness: random.between(0.3, 0.42),
        }),
      );
    }
  }
  paintUndergrowth(canvas);
  const blooms = tips.filter((_, index) => index % 2 === 0).slice(0, 3);
  blooms.forEach((tip, index) => {
    const colour = index === 1 ? mix(palette.accent, palette.light, 0.45) : palette.accent;
    paintFlower(canvas, tip, unit * random.between(0.085, 0.13), colour);
  });
};
