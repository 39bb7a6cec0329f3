import { ArticleImagesError } from '../domain/errors';

/** Nobody waits longer than this because a service asks for it; the next attempt may ask again. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/** Below this rate, measured from the tenth second on, a body counts as stuck. */
const SLOWEST_BYTES_PER_SECOND = 10_000;
const PATIENCE_MS = 10_000;

export type HeaderReader = { get(name: string): string | null };

const capped = (ms: number): number | null =>
  Number.isFinite(ms) && ms >= 0 ? Math.min(Math.round(ms), LONGEST_RETRY_AFTER_MS) : null;

/** An empty header is no number, although `Number('')` says zero. */
const toNumber = (text: string): number => (text.trim() === '' ? NaN : Number(text));

/**
 * How long a service asks to wait, in milliseconds and at most two minutes: `retry-after-ms`, or `retry-after` in
 * seconds or as an HTTP date. Null when it does not say, or says something negative or unreadable.
 */
export const parseRetryAfter = (headers: HeaderReader, now = Date.now()): number | null => {
  const inMs = capped(toNumber(headers.get('retry-after-ms') ?? ''));
  if (inMs !== null) return inMs;
  const text = headers.get('retry-after') ?? '';
  const seconds = toNumber(text);
  if (!Number.isNaN(seconds)) return capped(seconds * 1000);
  // A date always names a month; without this check `Date.parse` reads words such as "x 1" as dates.
  return /\b[A-Z][a-z]{2}\b.*\d{2}:\d{2}/.test(text) ? capped(Date.parse(text) - now) : null;
};

/**
 * Reads a body without trusting its length: stops at `maxBytes` (throws `bad_output`, or returns what it has with
 * `isCutting`) and gives up on a body that only drips.
 */
export const readBody = async ({
  body,
  maxBytes,
  isCutting = false,
}: {
  body: AsyncIterable<Uint8Array> | null;
  maxBytes: number;
  isCutting?: boolean;
}): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  const start = Date.now();
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) {
      if (isCutting) break;
      throw new ArticleImagesError(
        'bad_output',
        `The answer is larger than ${Math.round(maxBytes / 1_000_000)} MB and was not read further.`,
        { isRetryable: false },
      );
    }
    const elapsed = Date.now() - start;
    if (elapsed > PATIENCE_MS && length < (SLOWEST_BYTES_PER_SECOND * elapsed) / 1000) {
      throw new ArticleImagesError(
        'bad_output',
        `The answer arrives slower than ${SLOWEST_BYTES_PER_SECOND / 1000} KB per second and was given up.`,
      );
    }
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
};

export type Deadline = {
  /** Aborts when the caller does or the time is up, whichever comes first. */
  signal: AbortSignal;
  isExpired: () => boolean;
  /** Must be called when the work is done, or the process waits for the timer. */
  clear: () => void;
};

/** One budget of time for a whole call: connecting, waiting for the answer and reading it. */
export const createDeadline = ({
  signal,
  timeoutMs,
}: {
  signal: AbortSignal;
  timeoutMs: number;
}): Deadline => {
  const controller = new AbortController();
  let isExpired = false;
  const abort = (): void => controller.abort();
  const timer = setTimeout(() => {
    isExpired = true;
    abort();
  }, timeoutMs);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    isExpired: () => isExpired,
    clear: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
};

/** An error and what caused it, from the outside in. */
const causesOf = (error: unknown): (Error & { code?: unknown })[] => {
  const causes: Error[] = [];
  for (
    let current = error;
    current instanceof Error && causes.length < 6;
    current = current.cause
  ) {
    causes.push(current);
  }
  return causes;
};

/** The system's word for a failed call, from wherever in the chain of causes it hides; empty when there is none. */
export const networkCode = (error: unknown): string => {
  const causes = causesOf(error);
  const { code } = causes.find((cause) => typeof cause.code === 'string') ?? {};
  // The one refusal of `fetch` itself: ports of other protocols, which it says in words only.
  const isBadPort = causes.some(({ message }) => message === 'bad port');
  return isBadPort ? 'BAD_PORT' : String(code ?? '');
};
