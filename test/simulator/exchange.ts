import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LogEntry } from './request-log';

/** One request and the way to answer it. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  body: unknown;
  authorization: string;
  entry: LogEntry;
  /** Where this server can be reached, for addresses in answers. */
  origin: string;
};

export const sendJson = (
  { response, entry }: Exchange,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  entry.status = status;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text);
};

/** Sends the beginning of an answer and cuts the connection. */
export const sendHalf = ({ response, entry }: Exchange, body: unknown): void => {
  const text = JSON.stringify(body);
  entry.status = 200;
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
};

/** Waits, but not for a client that is gone. */
export const waitFor = async ({ response }: Exchange, ms: number): Promise<void> => {
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  response.once('close', stop);
  // A client that hangs up ends the wait: that is all an abort means here.
  await pause(ms, undefined, { signal: gone.signal }).catch(() => undefined);
  response.off('close', stop);
};

/** Keeps the connection open until the client gives up. */
export const waitForever = ({ response }: Exchange): Promise<void> =>
  new Promise((resolve) => response.once('close', () => resolve()));
