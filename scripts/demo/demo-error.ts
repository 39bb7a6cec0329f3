import { RequestFailed } from '../../test/site/admin-client';

/** A failure of the demo with a stable code, for whoever reads the JSON. */
export class DemoError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DemoError';
    this.code = code;
  }
}

type StrapiError = { error?: { message?: string; details?: { code?: string } } };

/** Code and sentence of anything thrown; a refusal of the plugin's API keeps the plugin's own. */
export const describeFailure = (cause: unknown): { code: string; message: string } => {
  if (cause instanceof DemoError) return { code: cause.code, message: cause.message };
  if (cause instanceof RequestFailed) {
    const { error } = (cause.body ?? {}) as StrapiError;
    return {
      code: error?.details?.code ?? 'request_failed',
      message: error?.message ?? cause.message,
    };
  }
  return { code: 'internal', message: cause instanceof Error ? cause.message : String(cause) };
};
