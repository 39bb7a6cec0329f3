import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { ArticleImagesError } from '../domain/errors';

const EXCERPT = 160;
const NEVER_AGAIN = [400, 401, 402, 403, 404, 405, 413, 422];

/** What a server says about itself, short and without anything that looks like a key. */
export const safeExcerpt = (text: string, apiKey: string | null): string => {
  const plain = text
    .replaceAll(apiKey && apiKey.length > 3 ? apiKey : '\u0000', '[redacted]')
    .replace(/\b(?:sk|pk|key|Bearer)[-_ ][^\s"',]{6,}/gi, '[redacted]')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT)}...` : plain;
};

const hintFor = (error: APIError): string => {
  if (error.code === 'insufficient_quota') return 'has no credit left. Check the account';
  const hints: Record<number, string> = {
    401: 'refused the key. Check textModel.apiKey',
    402: 'wants to be paid. Check the account',
    403: 'refused access. Check the key and what it may use',
    404: 'does not know the model or the address. Check textModel.model and textModel.baseUrl',
    413: 'found the article too long',
    429: 'is receiving too many requests. Try again later',
  };
  const status = error.status ?? 0;
  return hints[status] ?? (status >= 500 ? 'has a problem of its own' : 'refused the request');
};

const fromApi = (error: APIError, model: string, apiKey: string | null): ArticleImagesError => {
  const said = safeExcerpt(error.message, apiKey);
  const isFinal = NEVER_AGAIN.includes(error.status ?? 0) || error.code === 'insufficient_quota';
  return new ArticleImagesError(
    'text_model_failed',
    `The service of the text model ${model} ${hintFor(error)}. It said: ${said}`,
    { isRetryable: !isFinal, details: { status: error.status ?? null, code: error.code ?? null } },
  );
};

/** Any failure of a call as our error. The original is not kept as its cause: it holds headers, and they hold the key. */
export const toTextModelError = (
  error: unknown,
  { model, apiKey }: { model: string; apiKey: string | null },
): ArticleImagesError => {
  if (error instanceof ArticleImagesError) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new ArticleImagesError(
      'text_model_failed',
      `The text model ${model} did not answer in time.`,
    );
  }
  if (error instanceof APIConnectionError) {
    const { cause } = error;
    const reason = cause instanceof Error ? cause.message : error.message;
    return new ArticleImagesError(
      'text_model_failed',
      `The service of the text model ${model} cannot be reached: ${safeExcerpt(reason, apiKey)}. Check textModel.baseUrl and the network.`,
    );
  }
  if (error instanceof APIError) return fromApi(error, model, apiKey);
  const message = error instanceof Error ? error.message : String(error);
  return new ArticleImagesError(
    'text_model_failed',
    `The text model ${model} failed: ${safeExcerpt(message, apiKey)}`,
  );
};
