import { ERROR_CODES, type Charged, type ErrorCode } from '../../../shared/error-codes';

type ErrorOptions = {
  /** Overrides the table, for instance when the provider says an error is final. */
  isRetryable?: boolean;
  charged?: Charged;
  /** How long to wait before trying again, as told by the provider, already capped. */
  retryAfterMs?: number;
  /** Facts for the screen and the log: field names, sizes, nearest legal values. Never keys, never whole answers. */
  details?: Record<string, unknown>;
  cause?: unknown;
};

/**
 * The one error class of the plugin. The code decides what the screen says, whether the queue tries again,
 * and whether money may have been spent; `message` is an English sentence for logs, the API and the CLI.
 */
export class ArticleImagesError extends Error {
  readonly code: ErrorCode;
  readonly isRetryable: boolean;
  readonly charged: Charged;
  readonly retryAfterMs: number | null;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ArticleImagesError';
    this.code = code;
    this.isRetryable = options.isRetryable ?? ERROR_CODES[code].isRetryable;
    this.charged = options.charged ?? ERROR_CODES[code].charged;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.details = options.details ?? {};
  }
}

/** Turns anything thrown into our error, so that no failure reaches a person without a code. */
export const toArticleImagesError = (
  error: unknown,
  fallback: ErrorCode = 'internal',
): ArticleImagesError => {
  if (error instanceof ArticleImagesError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ArticleImagesError(fallback, message, { cause: error });
};
