export type ErrorBody = {
  error: { message: string; type: string; param: string | null; code: string | null };
};

/** A refusal as the service words it: all four keys, always. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`refused with ${status}`);
  }
}

export const errorBody = (
  message: string,
  {
    code = null,
    type = 'invalid_request_error',
    param = null,
  }: { code?: string | null; type?: string; param?: string | null } = {},
): ErrorBody => ({ error: { message, type, param, code } });

export const refuse = (
  status: number,
  message: string,
  facts?: { code?: string | null; type?: string; param?: string | null },
): Refusal => new Refusal(status, errorBody(message, facts));
