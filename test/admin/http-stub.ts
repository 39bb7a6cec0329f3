import { afterEach, beforeEach, vi } from 'vitest';

type Call = { method: string; path: string; query: URLSearchParams; body: unknown };
type Answer = unknown | ((call: Call) => unknown);

/** Thrown by an answer to make the request fail as the plugin's server does. */
export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`simulated ${code}`);
  }
}

const failed = ({ status, code, message, details }: HttpFailure) => ({
  data: null,
  error: { status, name: 'ArticleImagesError', message, details: { ...details, code } },
});

/**
 * The server behind the admin's own fetch client: answers `METHOD /path` with a value or a function, and keeps what
 * was asked. Everything above the network is the real code.
 */
export const stubHttp = () => {
  const answers = new Map<string, Answer>();
  const calls: Call[] = [];

  const answer = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(url), 'http://localhost:1337');
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = {
      method,
      path: pathname.replace('/article-images', ''),
      query: searchParams,
      body,
    };
    calls.push(call);
    const found = answers.get(`${method} ${call.path}`);
    try {
      if (found === undefined) throw new HttpFailure(404, 'run_not_found');
      const value: unknown = await (typeof found === 'function' ? found(call) : found);
      return Response.json(value);
    } catch (cause) {
      if (!(cause instanceof HttpFailure)) throw cause;
      return Response.json(failed(cause), { status: cause.status });
    }
  };

  beforeEach(() => {
    answers.clear();
    calls.length = 0;
    Object.assign(window, {
      strapi: { backendURL: 'http://localhost:1337', flags: { docLinks: false } },
    });
    vi.stubGlobal('fetch', answer);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  return {
    on: (route: string, value: Answer) => answers.set(route, value),
    calls: (route: string) => calls.filter(({ method, path }) => `${method} ${path}` === route),
    all: () => calls,
  };
};
