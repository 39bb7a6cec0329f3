import type { DocumentValues } from './article';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value a mapped path names, undefined when a step is missing. */
export const readPath = (values: DocumentValues, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), values);

/**
 * A copy of the document's values with one path set. Components on the way keep their other attributes and their id,
 * so that Strapi updates the same row; a missing component is created.
 */
export const writePath = ({
  values,
  path,
  value,
}: {
  values: DocumentValues;
  path: string;
  value: unknown;
}): DocumentValues => {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...values, [step]: value };
  const nested = values[step];
  return {
    ...values,
    [step]: writePath({ values: isRecord(nested) ? nested : {}, path: rest.join('.'), value }),
  };
};

/** The attribute of the content type a path starts with: what an update is keyed by. */
export const topLevelOf = (path: string): string => path.split('.')[0] ?? path;
