import { parseSize, type ImageSize } from './image-size';
import type { SizeConstraint } from './model-config';

const WANTED = 3;
/** How far around the ideal point to look, in grid steps; wider only when nothing legal was found. */
const RADII = [3, 12, 40];

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** How different two sizes look: the shape counts double, the area once. Logarithms make it scale-free. */
const distance = (one: ImageSize, other: ImageSize): number => {
  const shape = Math.abs(Math.log(one.width / one.height / (other.width / other.height)));
  const area = Math.abs(Math.log((one.width * one.height) / (other.width * other.height)));
  return 2 * shape + area;
};

/** The legal point closest in shape, before rounding to the grid. */
const idealPoint = (
  constraint: Extract<SizeConstraint, { kind: 'grid' }>,
  { width, height }: ImageSize,
): ImageSize => {
  const aspect = clamp(width / height, constraint.minAspect ?? 0, constraint.maxAspect ?? Infinity);
  const pixels = clamp(
    width * height,
    constraint.minPixels ?? 1,
    constraint.maxPixels ?? Number.MAX_SAFE_INTEGER,
  );
  const ideal = { width: Math.sqrt(pixels * aspect), height: Math.sqrt(pixels / aspect) };
  // An edge outside its bounds pulls the other one along, so that the shape survives.
  const shrink = Math.min(1, constraint.maxEdge / Math.max(ideal.width, ideal.height));
  const grow = Math.max(1, constraint.minEdge / Math.min(ideal.width, ideal.height));
  const scale = shrink < 1 ? shrink : grow;
  return { width: ideal.width * scale, height: ideal.height * scale };
};

const gridAround = (ideal: ImageSize, step: number, radius: number): ImageSize[] => {
  const column = Math.round(ideal.width / step);
  const row = Math.round(ideal.height / step);
  const found: ImageSize[] = [];
  for (let x = column - radius; x <= column + radius; x += 1) {
    for (let y = row - radius; y <= row + radius; y += 1) {
      if (x > 0 && y > 0) found.push({ width: x * step, height: y * step });
    }
  }
  return found;
};

/** Up to three legal sizes, the closest in shape and area first; none when the rule contradicts itself. */
export const nearestLegalSizes = ({
  constraint,
  size,
  isLegal,
}: {
  constraint: SizeConstraint;
  size: ImageSize;
  isLegal: (size: ImageSize) => boolean;
}): ImageSize[] => {
  const byDistance = (one: ImageSize, other: ImageSize): number =>
    distance(one, size) - distance(other, size);
  if (constraint.kind === 'list') {
    const sizes = constraint.sizes.map(parseSize).filter((one) => one !== null);
    return sizes.sort(byDistance).slice(0, WANTED);
  }
  const ideal = idealPoint(constraint, size);
  for (const radius of RADII) {
    const legal = gridAround(ideal, constraint.multipleOf, radius).filter(isLegal);
    if (legal.length > 0) return legal.sort(byDistance).slice(0, WANTED);
  }
  return [];
};
