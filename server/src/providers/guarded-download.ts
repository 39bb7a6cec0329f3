import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { ArticleImagesError } from '../domain/errors';
import type { Guard } from './guarded-agent';
import { createDeadline, networkCode, readBody } from './http';

const MOST_REDIRECTS = 3;
const MAX_BYTES = 25_000_000;
const TIMEOUT_MS = 60_000;
/** The picture is paid for: fetching it again costs nothing, making it again does. */
const PAUSES_MS = [500, 2_000];

/** Bodies nobody needs are read up to here, to keep the connection, and then dropped. */
const UNREAD_BYTES = 16_384;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const failed = (reason: string, isRetryable = true): ArticleImagesError =>
  new ArticleImagesError(
    'bad_output',
    `The picture was made but could not be fetched: ${reason}.`,
    { isRetryable },
  );

const parseUrl = (text: string, base?: URL): URL => {
  if (!URL.canParse(text, base)) throw failed('its address is not readable', false);
  return new URL(text, base);
};

type Fetching = { guard: Guard; signal: AbortSignal; maxBytes: number };

/** One attempt, following redirects by hand so that every hop is checked like the first. No key is ever sent along. */
const fetchOnce = async (
  address: string,
  { guard, signal, maxBytes }: Fetching,
): Promise<Buffer> => {
  let url = parseUrl(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: guard.admit(url),
      signal,
      headers: { accept: 'image/*', 'accept-encoding': 'identity' },
    });
    if (!REDIRECTS.has(statusCode)) {
      if (statusCode !== 200) {
        await body.dump({ limit: UNREAD_BYTES });
        throw failed(`the file server answered ${statusCode}`, statusCode >= 500);
      }
      return await readBody({ body, maxBytes });
    }
    await body.dump({ limit: UNREAD_BYTES });
    url = parseUrl(String(headers.location ?? ''), url);
  }
  throw failed(`more than ${MOST_REDIRECTS} redirects`, false);
};

const explain = (error: unknown): ArticleImagesError => {
  if (error instanceof ArticleImagesError) return error;
  const refusal = error instanceof Error ? error.cause : null;
  if (refusal instanceof ArticleImagesError) return refusal;
  return failed(`the connection failed (${networkCode(error) || 'unknown reason'})`);
};

/**
 * Fetches a picture from an address that a remote party sent. At most 25 MB, 3 redirects and one minute per
 * attempt, three attempts where trying again can help. Throws `bad_output` with the reason: the picture was
 * made and probably charged, it only cannot be had.
 */
export const downloadPicture = async ({
  url,
  guard,
  signal,
  maxBytes = MAX_BYTES,
}: {
  url: string;
  guard: Guard;
  signal: AbortSignal;
  maxBytes?: number;
}): Promise<Buffer> => {
  for (let attempt = 0; ; attempt += 1) {
    const deadline = createDeadline({ signal, timeoutMs: TIMEOUT_MS });
    try {
      return await fetchOnce(url, { guard, signal: deadline.signal, maxBytes });
    } catch (error) {
      const reason = deadline.isExpired()
        ? failed(`it took longer than ${TIMEOUT_MS / 1000} s`)
        : explain(error);
      const waitMs = PAUSES_MS[attempt];
      if (signal.aborted || !reason.isRetryable || waitMs === undefined) throw reason;
      await pause(waitMs, undefined, { signal });
    } finally {
      deadline.clear();
    }
  }
};
