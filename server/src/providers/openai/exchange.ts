import { fetch as undiciFetch, type Agent } from 'undici';
import { readBody } from '../http';

/** A 25 MB picture in base64 with its wrapping. */
const MAX_ANSWER_BYTES = 40_000_000;
const MAX_ERROR_BYTES = 65_536;

export type Answer = { status: number; headers: Headers; body: string };

/** What went over the wire in one call: the client library keeps less of it than the classification needs. */
export type Exchange = {
  fetch: typeof fetch;
  /** Null until a call was tried. */
  isStarted: () => boolean;
  /** Set as soon as headers arrived; the body is empty until it was read completely. */
  answer: () => Answer | null;
};

const isNullBody = (status: number): boolean => status === 204 || status === 205 || status === 304;

/**
 * A `fetch` for exactly one call. It dials through the guarded agent, follows no redirect (a key must not travel),
 * reads the body with a limit while the deadline still counts, and remembers what came back.
 */
export const createExchange = ({ agent }: { agent: Agent }): Exchange => {
  let isStarted = false;
  let answer: Answer | null = null;

  const call = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    isStarted = true;
    const { method, body, signal } = init;
    const response = await undiciFetch(String(input), {
      method,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof body === 'string' ? body : undefined,
      signal: signal ?? undefined,
      redirect: 'manual',
      dispatcher: agent,
    });
    const headers = new Headers([...response.headers]);
    answer = { status: response.status, headers, body: '' };
    const bytes = await readBody({
      body: response.body,
      maxBytes: response.ok ? MAX_ANSWER_BYTES : MAX_ERROR_BYTES,
      isCutting: !response.ok,
    });
    const text = bytes.toString('utf8');
    answer = { status: response.status, headers, body: text };
    // The bytes are unpacked and counted: the headers that describe the wire would mislead the client.
    const described = new Headers(headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) {
      described.delete(name);
    }
    return new Response(isNullBody(response.status) ? null : text, {
      status: response.status,
      headers: described,
    });
  };

  return { fetch: call, isStarted: () => isStarted, answer: () => answer };
};
