import { errorBody, Refusal, refuse } from './errors';

/** What the simulator can do wrong, besides what a wrong request earns by itself. */
export const REFUSALS: Record<string, (context: { authorization: string }) => Refusal> = {
  // Real services mask the key; some compatible ones do not, and that must not reach a log.
  bad_key: ({ authorization }) =>
    refuse(401, `Incorrect API key provided: ${authorization.replace(/^Bearer /, '')}.`, {
      code: 'invalid_api_key',
    }),
  unverified: () =>
    refuse(403, 'Your organization must be verified to use the model `gpt-image-2`.'),
  unknown_model: () =>
    refuse(404, 'The model `gpt-image-9` does not exist or you do not have access to it.', {
      code: 'model_not_found',
    }),
  bad_size: () =>
    refuse(400, "Invalid value: '1x1'. Supported values are: '1024x1024'.", {
      code: 'invalid_value',
      type: 'image_generation_user_error',
      param: 'size',
    }),
  moderation: () =>
    refuse(
      400,
      'Your request was rejected by the safety system. If you believe this is an error, contact us. safety_violations=[violence].',
      { code: 'moderation_blocked', type: 'image_generation_user_error' },
    ),
  quota: () =>
    refuse(429, 'You exceeded your current quota, please check your plan and billing details.', {
      code: 'insufficient_quota',
      type: 'insufficient_quota',
    }),
  billing_limit: () =>
    refuse(400, 'Billing hard limit has been reached.', {
      code: 'billing_hard_limit_reached',
      type: 'image_generation_user_error',
    }),
  error_500: () =>
    refuse(500, 'The server had an error while processing your request.', {
      code: 'server_error',
      type: 'server_error',
    }),
  error_503: () =>
    refuse(503, 'The engine is currently overloaded.', {
      code: 'engine_overloaded',
      type: 'server_error',
    }),
  html_502: () =>
    new Refusal(502, '<html><head><title>502 Bad Gateway</title></head></html>', {
      'content-type': 'text/html',
    }),
  // The shapes of compatible servers.
  string_error: () => new Refusal(400, { error: 'prompt required' }),
  array_error: () =>
    new Refusal(429, [errorBody('Too many requests.', { code: 'rate_limit_exceeded' })]),
  detail_error: () =>
    new Refusal(422, {
      detail: [{ loc: ['body', 'size'], msg: 'size must be WIDTHxHEIGHT', type: 'value_error' }],
    }),
  detail_text: () => new Refusal(503, { detail: 'Engine is not ready' }),
};

const RATE_HEADERS: Record<string, () => Record<string, string>> = {
  rate_limit: () => ({ 'retry-after': '2' }),
  rate_limit_ms: () => ({ 'retry-after-ms': '750', 'retry-after': '20' }),
  rate_limit_date: () => ({ 'retry-after': new Date(Date.now() + 30_000).toUTCString() }),
  rate_limit_hour: () => ({ 'retry-after': '3600' }),
  rate_limit_negative: () => ({ 'retry-after': '-5' }),
  rate_limit_garbage: () => ({ 'retry-after': 'x' }),
  rate_limit_bare: () => ({}),
};

/** A refusal by name, or null when the scenario is not a refusal. */
export const refusalFor = (scenario: string, authorization: string): Refusal | null => {
  const refusal = REFUSALS[scenario]?.({ authorization });
  if (refusal) return refusal;
  const headers = RATE_HEADERS[scenario]?.();
  return headers
    ? new Refusal(
        429,
        errorBody('Rate limit reached for images per minute. Please try again later.', {
          code: 'rate_limit_exceeded',
          type: 'input-images',
        }),
        headers,
      )
    : null;
};

/** Answers that are not a plain refusal: what goes wrong with the connection or the picture. */
export const OTHER_SCENARIOS = [
  'ok',
  'slow',
  'reset',
  'reset_body',
  'hang',
  'hang_body',
  'truncated_json',
  'empty_data',
  'empty_item',
  'error_200',
  'wrong_size',
  'small',
  'undecodable',
  'bad_base64',
  'truncated_picture',
  'html_200',
  'redirect',
  'huge',
  'url',
  'url_gone',
  'data_uri',
  'no_usage',
  'invalid_json',
  'refusal',
  'length',
  'content_filter',
] as const;

export const SCENARIOS: readonly string[] = [
  ...OTHER_SCENARIOS,
  ...Object.keys(REFUSALS),
  ...Object.keys(RATE_HEADERS),
];

const MARKER = /\[\[sim:([a-z0-9_]+)(?::(\d+))?\]\]/;

export type Chosen = { name: string; argument: number | null };

/** A scripted answer comes first, then the header, then a marker in the words. */
export const chooseScenario = ({
  scripted,
  header,
  words,
}: {
  scripted: string | undefined;
  header: string | undefined;
  words: string;
}): Chosen => {
  const marker = MARKER.exec(words);
  const text = scripted ?? header ?? (marker ? `${marker[1]}:${marker[2] ?? ''}` : 'ok');
  const [name = 'ok', argument = ''] = text.split(':');
  if (!SCENARIOS.includes(name)) throw refuse(400, `The simulator has no scenario "${name}".`);
  return { name, argument: argument === '' ? null : Number(argument) };
};
