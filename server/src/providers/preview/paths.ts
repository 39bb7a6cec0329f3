export type Point = readonly [x: number, y: number];

/** One decimal is a tenth of a pixel: finer only makes the drawing longer. */
const n = (value: number): string => String(Math.round(value * 10) / 10);

export const polygon = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;

/** A soft line through points (Catmull-Rom as Bezier curves), without its start. */
const throughPoints = (points: readonly Point[], isClosed: boolean): string => {
  const count = points.length;
  const at = (index: number): Point => {
    const wrapped = isClosed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    return points[wrapped] ?? [0, 0];
  };
  const parts: string[] = [];
  for (let index = 0; index < (isClosed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const one: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const two: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    parts.push(`C${[...one, ...two, ...to].map(n).join(' ')}`);
  }
  return parts.join('');
};

const start = (points: readonly Point[]): string => {
  const [x, y] = points[0] ?? [0, 0];
  return `M${n(x)} ${n(y)}`;
};

export const openCurve = (points: readonly Point[]): string =>
  `${start(points)}${throughPoints(points, false)}`;

export const blob = (points: readonly Point[]): string =>
  `${start(points)}${throughPoints(points, true)}Z`;

/** A soft upper edge, closed along the bottom. */
export const landUnder = (edge: readonly Point[], bottom: number): string => {
  const [first, last] = [edge[0] ?? [0, 0], edge[edge.length - 1] ?? [0, 0]];
  return `${openCurve(edge)}L${n(last[0])} ${n(bottom)}L${n(first[0])} ${n(bottom)}Z`;
};

export const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${n(cx - rx)} ${n(cy)}a${n(rx)} ${n(ry)} 0 1 0 ${n(rx * 2)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-rx * 2)} 0Z`;

export const circle = (cx: number, cy: number, radius: number): string =>
  ellipse(cx, cy, radius, radius);

/** A circle with a hole: fill with the even-odd rule. */
export const ring = (cx: number, cy: number, outer: number, inner: number): string =>
  `${circle(cx, cy, outer)}${circle(cx, cy, inner)}`;

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;

export const roundedRectangle = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): string => {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const arc = (dx: number, dy: number): string => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return [
    `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}${arc(r, r)}`,
    `v${n(height - 2 * r)}${arc(-r, r)}`,
    `h${n(2 * r - width)}${arc(-r, -r)}`,
    `v${n(2 * r - height)}${arc(r, -r)}Z`,
  ].join('');
};

/** A window with a round top. */
export const arch = (x: number, y: number, width: number, height: number): string => {
  const r = width / 2;
  return `M${n(x)} ${n(y + height)}V${n(y + r)}a${n(r)} ${n(r)} 0 0 1 ${n(width)} 0V${n(y + height)}Z`;
};

/** The lower half of a disc: bowls, boats, hanging moons. */
export const halfDisc = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${n(cx - rx)} ${n(cy)}h${n(rx * 2)}a${n(rx)} ${n(ry)} 0 0 1 ${n(-rx * 2)} 0Z`;

export const turned = ([x, y]: Point, [cx, cy]: Point, angle: number): Point => {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
};

/** A leaf from its stem to its tip; `bend` moves the belly to one side. */
export const leaf = (
  [x, y]: Point,
  {
    angle,
    length,
    width,
    bend = 0,
  }: { angle: number; length: number; width: number; bend?: number },
): { outline: string; half: string; vein: string; tip: Point } => {
  const place = (along: number, across: number): Point =>
    turned(
      [x + along * length, y + across * width + bend * length * along * (1 - along)],
      [x, y],
      angle,
    );
  const side = (sign: number): Point[] => [
    place(0.18, sign * 0.3),
    place(0.45, sign * 0.5),
    place(0.75, sign * 0.32),
  ];
  const [stem, tip] = [place(0, 0), place(1, 0)];
  const middle = [stem, place(0.33, 0), place(0.66, 0), tip];
  return {
    outline: `${openCurve([stem, ...side(-1), tip])}${throughPoints([tip, ...side(1).reverse(), stem], false)}Z`,
    half: `${openCurve([stem, ...side(-1), tip])}${throughPoints([...middle].reverse(), false)}Z`,
    vein: openCurve(middle),
    tip,
  };
};
