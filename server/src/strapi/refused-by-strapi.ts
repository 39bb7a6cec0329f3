import { z } from 'zod';
import { ArticleImagesError } from '../domain/errors';

const SHOWN = 3;

const validationError = z.object({
  name: z.enum(['ValidationError', 'YupValidationError']),
  message: z.string(),
  details: z
    .object({ errors: z.array(z.object({ message: z.string() })) })
    .nullish()
    .catch(null),
});

const reasonOf = (cause: unknown): string => {
  const invalid = validationError.safeParse(cause);
  const reasons = invalid.success ? (invalid.data.details?.errors ?? []) : [];
  if (reasons.length > 0) {
    const more = reasons.length > SHOWN ? ` (and ${reasons.length - SHOWN} more)` : '';
    return (
      reasons
        .slice(0, SHOWN)
        .map(({ message }) => message)
        .join('; ') + more
    );
  }
  return cause instanceof Error ? cause.message : String(cause);
};

/**
 * Strapi did not let us write. What it refused on principle (a required field is empty) is not tried again; anything
 * else, such as a busy database, is. `action` completes "Strapi did not ...".
 */
export const refusedByStrapi = (action: string, cause: unknown): ArticleImagesError => {
  if (cause instanceof ArticleImagesError) return cause;
  const isInvalid = validationError.safeParse(cause).success;
  return new ArticleImagesError('attach_failed', `Strapi did not ${action}: ${reasonOf(cause)}`, {
    cause,
    ...(isInvalid ? { isRetryable: false } : {}),
  });
};
