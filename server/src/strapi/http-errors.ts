import { z } from 'zod';
import { ERROR_CODES } from '../../../shared/error-codes';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';

type HttpContext = { status: number; body: unknown };

/** What the admin and API clients get for a failure; never a stack, a key or a provider's whole answer. */
const bodyOf = (error: ArticleImagesError) => ({
  data: null,
  error: {
    status: ERROR_CODES[error.code].httpStatus,
    name: error.name,
    message: error.message,
    details: {
      ...error.details,
      code: error.code,
      isRetryable: error.isRetryable,
      charged: error.charged,
    },
  },
});

/** Runs a controller's work and answers with the error's own status, code and sentence when it fails. */
export const answering = async (
  context: HttpContext,
  log: (message: string) => void,
  work: () => Promise<unknown>,
): Promise<void> => {
  try {
    context.body = await work();
  } catch (cause) {
    const error = toArticleImagesError(cause);
    if (error.code === 'internal') log(error.stack ?? error.message);
    const body = bodyOf(error);
    context.status = body.error.status;
    context.body = body;
  }
};

/** Parses what a person or client sent; the error names every wrong field. */
export const parseRequest = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.message,
  }));
  const isCount = fields.some(({ field }) => field === 'count');
  throw new ArticleImagesError(
    isCount ? 'count_out_of_range' : 'invalid_request',
    `The request is not valid: ${fields.map(({ field, problem }) => `${field || 'body'}: ${problem}`).join('; ')}.`,
    { details: { fields } },
  );
};
