import type { IncomingHttpHeaders } from 'node:http';

/** One request as it arrived, and what became of it. */
export type LogEntry = {
  at: string;
  method: string;
  path: string;
  /** Authorization and cookies are shortened to their kind. */
  headers: Record<string, string>;
  body: unknown;
  scenario: string;
  /** 0 while unanswered, and where the connection was cut. */
  status: number;
  /** The real service would have put this on the bill. */
  isCharged: boolean;
};

const SECRET = /^(authorization|cookie|api-key|x-api-key)$/i;

export const redactHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = String(value ?? '');
      return [name, SECRET.test(name) ? `${text.split(' ')[0] ?? ''} [redacted]` : text];
    }),
  );
