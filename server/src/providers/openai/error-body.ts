import { z } from 'zod';

/** What a refusal says about itself, whatever shape the server gave it. */
export type ErrorFacts = {
  code: string;
  type: string;
  /** The parameter that was wrong. */
  param: string;
  message: string;
  /** False for a proxy's page: then nobody knows how far the request got. */
  isParsed: boolean;
};

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? '')
  .catch('');

const detailsSchema = z.object({ code: text, type: text, param: text, message: text });

/** FastAPI's validation errors: where, what and which kind. */
const validationSchema = z.object({
  loc: z.array(z.union([z.string(), z.number()])).catch([]),
  msg: text,
  type: text,
});

const NOTHING: ErrorFacts = { code: '', type: '', param: '', message: '', isParsed: false };

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON is an answer too: the caller then works with the text.
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromValidation = (detail: unknown[]): ErrorFacts => {
  const parts = detail.map((one) => validationSchema.safeParse(one).data).filter((one) => one);
  const [first] = parts;
  return {
    ...NOTHING,
    type: first?.type ?? '',
    param: String(first?.loc.at(-1) ?? ''),
    message: parts.map((one) => `${one?.loc.join('.')}: ${one?.msg}`).join('; '),
    isParsed: true,
  };
};

const fromRecord = (record: Record<string, unknown>): ErrorFacts => {
  const { error, detail, errors, message } = record;
  if (typeof error === 'string') {
    // Some servers put a code in `error` and the sentence in `message`; others the sentence itself.
    const isCode = typeof message === 'string' && /^[a-z0-9_.-]+$/i.test(error);
    return {
      ...NOTHING,
      ...(isCode ? { code: error, message } : { message: error }),
      isParsed: true,
    };
  }
  if (isRecord(error)) return { ...detailsSchema.parse(error), isParsed: true };
  if (Array.isArray(detail)) return fromValidation(detail);
  if (typeof detail === 'string') return { ...NOTHING, message: detail, isParsed: true };
  if (isRecord(detail)) return { ...detailsSchema.parse(detail), isParsed: true };
  if (Array.isArray(errors)) return fromValue(errors);
  const facts = detailsSchema.parse(record);
  return { ...facts, isParsed: facts.message !== '' || facts.code !== '' };
};

const fromValue = (value: unknown): ErrorFacts => {
  if (typeof value === 'string') return { ...NOTHING, message: value, isParsed: true };
  if (Array.isArray(value)) return value.length > 0 ? fromValue(value[0]) : NOTHING;
  return isRecord(value) ? fromRecord(value) : NOTHING;
};

/** Reads an error body: OpenAI's object, a string, an array of either, FastAPI's `detail`, or a page of text. */
export const readErrorBody = (body: string): ErrorFacts => {
  const value = parseJson(body);
  return value === undefined ? { ...NOTHING, message: body } : fromValue(value);
};
