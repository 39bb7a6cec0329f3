import { toRequestError, type RequestError } from '../services/request-error';

export type FieldProblem = { path: string; problem: string };
export type SaveProblem = {
  error: RequestError;
  /** Somebody else saved in between. */
  isConflict: boolean;
  fields: FieldProblem[];
};

type Details = { conflict?: unknown; fields?: unknown };

const detailsOf = (error: unknown): Details =>
  typeof error === 'object' && error !== null && 'details' in error
    ? ((error as { details: Details | null }).details ?? {})
    : {};

const isFieldProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'path' in value && 'problem' in value;

/** Why saving was refused, as the screen needs it. */
export const toSaveProblem = (error: unknown): SaveProblem => {
  const { conflict, fields } = detailsOf(error);
  return {
    error: toRequestError(error),
    isConflict: conflict === true,
    fields: Array.isArray(fields) ? fields.filter(isFieldProblem) : [],
  };
};

/** The problems of one content type; their paths begin with `contentTypes.<uid>`. */
export const problemsOfType = (problem: SaveProblem | null, uid: string): FieldProblem[] =>
  problem?.fields.filter(({ path }) => path.startsWith(`contentTypes.${uid}`)) ?? [];
