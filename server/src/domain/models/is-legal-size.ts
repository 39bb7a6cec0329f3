import { formatSize, parseSize, type ImageSize } from './image-size';
import type { SizeConstraint } from './model-config';
import { nearestLegalSizes } from './nearest-legal-sizes';

export type SizeCheck = {
  isLegal: boolean;
  /** One sentence per broken rule, for the screen. Empty when the size is legal. */
  problems: string[];
  /** Up to three legal sizes, closest first. Empty when the size is legal. */
  nearest: string[];
};

type GridConstraint = Extract<SizeConstraint, { kind: 'grid' }>;

const LEGAL: SizeCheck = { isLegal: true, problems: [], nearest: [] };

/** 1:3 reads better than 0.3333333. */
const ratio = (aspect: number): string =>
  aspect >= 1 ? `${Number(aspect.toFixed(2))}:1` : `1:${Number((1 / aspect).toFixed(2))}`;

const edgeProblems = (constraint: GridConstraint, { width, height }: ImageSize): string[] => {
  const problems: string[] = [];
  const edges: [string, number][] = [
    ['width', width],
    ['height', height],
  ];
  for (const [name, edge] of edges) {
    if (edge % constraint.multipleOf !== 0) {
      problems.push(`The ${name} ${edge} is not a multiple of ${constraint.multipleOf}.`);
    }
    if (edge < constraint.minEdge) {
      problems.push(`The ${name} ${edge} is below the smallest edge of ${constraint.minEdge}.`);
    }
    if (edge > constraint.maxEdge) {
      problems.push(`The ${name} ${edge} is above the longest edge of ${constraint.maxEdge}.`);
    }
  }
  return problems;
};

const areaProblems = (constraint: GridConstraint, { width, height }: ImageSize): string[] => {
  const problems: string[] = [];
  const pixels = width * height;
  const aspect = width / height;
  const { minPixels, maxPixels, minAspect, maxAspect } = constraint;
  if (minPixels !== undefined && pixels < minPixels) {
    problems.push(`${pixels} pixels are fewer than the ${minPixels} the model needs.`);
  }
  if (maxPixels !== undefined && pixels > maxPixels) {
    problems.push(`${pixels} pixels are more than the ${maxPixels} the model makes.`);
  }
  if (minAspect !== undefined && aspect < minAspect) {
    problems.push(`The picture is taller than ${ratio(minAspect)}.`);
  }
  if (maxAspect !== undefined && aspect > maxAspect) {
    problems.push(`The picture is wider than ${ratio(maxAspect)}.`);
  }
  return problems;
};

const findProblems = (constraint: SizeConstraint, size: ImageSize): string[] => {
  if (constraint.kind === 'grid') {
    return [...edgeProblems(constraint, size), ...areaProblems(constraint, size)];
  }
  const sizes = constraint.sizes.map(parseSize);
  const isListed = sizes.some((one) => one?.width === size.width && one.height === size.height);
  return isListed ? [] : [`The model makes only ${constraint.sizes.join(', ')}.`];
};

/**
 * Checks a size against a model's rule, when a model config is saved and again before a picture is paid for.
 * A null constraint means that no rule is known: every size passes.
 */
export const isLegalSize = ({
  constraint,
  size,
}: {
  constraint: SizeConstraint | null;
  size: ImageSize;
}): SizeCheck => {
  if (!constraint) return LEGAL;
  const problems = findProblems(constraint, size);
  if (problems.length === 0) return LEGAL;
  const nearest = nearestLegalSizes({
    constraint,
    size,
    isLegal: (one) => findProblems(constraint, one).length === 0,
  });
  return { isLegal: false, problems, nearest: nearest.map(formatSize) };
};
