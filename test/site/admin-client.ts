/** An answer that is not a success. `body` is what the server said. */
export class RequestFailed extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor({ method, path, status, body }: RequestFacts & { status: number; body: unknown }) {
    super(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
    this.name = 'RequestFailed';
    this.status = status;
    this.body = body;
  }
}

type RequestFacts = { method: string; path: string };

export type AdminClient = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
};

export type AdminAccount = {
  firstname: string;
  lastname: string;
  email: string;
  password: string;
};

const send = async <T>(
  url: string,
  { method, path, token, body }: RequestFacts & { token?: string; body?: unknown },
): Promise<T> => {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new RequestFailed({ method, path, status: answer.status, body: parsed });
  // The caller names the contract of the route it asks.
  return parsed as T;
};

type SignedIn = { data: { token: string } };

/** Registers the first administrator of a site, or signs in where there is one already. */
const signIn = async (url: string, account: AdminAccount): Promise<string> => {
  const { data } = await send<{ data: { hasAdmin: boolean } }>(url, {
    method: 'GET',
    path: '/admin/init',
  });
  const { email, password } = account;
  const signed = data.hasAdmin
    ? await send<SignedIn>(url, { method: 'POST', path: '/admin/login', body: { email, password } })
    : await send<SignedIn>(url, {
        method: 'POST',
        path: '/admin/register-admin',
        body: account,
      });
  return signed.data.token;
};

/** Talks to a site's admin API as this administrator. Every method throws `RequestFailed` for a refusal. */
export const createAdminClient = async ({
  url,
  account,
}: {
  url: string;
  account: AdminAccount;
}): Promise<AdminClient> => {
  const token = await signIn(url, account);
  return {
    get: (path) => send(url, { method: 'GET', path, token }),
    post: (path, body) => send(url, { method: 'POST', path, token, body }),
    put: (path, body) => send(url, { method: 'PUT', path, token, body }),
  };
};
