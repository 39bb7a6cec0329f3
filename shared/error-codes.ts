/** Every failure a person can meet: whether trying again helps, and whether money may have been spent. */

export type Charged = 'no' | 'yes' | 'maybe';
type ErrorFacts = { isRetryable: boolean; charged: Charged; httpStatus: number };

const facts = (httpStatus: number, isRetryable: boolean, charged: Charged = 'no'): ErrorFacts => ({
  httpStatus,
  isRetryable,
  charged,
});

export const ERROR_CODES = {
  // The request
  invalid_request: facts(400, false),
  count_out_of_range: facts(400, false),
  unknown_tier: facts(400, false),
  nothing_to_generate: facts(400, false),
  run_in_progress: facts(409, false),
  run_not_found: facts(404, false),
  image_not_found: facts(404, false),
  forbidden: facts(403, false),
  // The article
  type_not_mapped: facts(400, false),
  article_not_found: facts(404, false),
  article_empty: facts(400, false),
  article_gone: facts(410, false),
  article_changed: facts(409, false),
  locale_not_found: facts(404, false),
  anchor_gone: facts(409, false, 'yes'),
  // Set-up
  no_active_model: facts(409, false),
  no_model_size: facts(409, false),
  unknown_provider: facts(409, false),
  provider_not_configured: facts(409, false),
  settings_invalid: facts(400, false),
  // The image service
  provider_auth: facts(502, false),
  provider_quota: facts(502, false),
  provider_invalid_request: facts(502, false),
  model_not_found: facts(502, false),
  unsupported_size: facts(502, false),
  policy: facts(502, false, 'maybe'),
  rate_limited: facts(503, true),
  provider_unavailable: facts(503, true),
  timeout: facts(504, true, 'maybe'),
  outcome_unknown: facts(504, true, 'maybe'),
  empty_answer: facts(502, true, 'maybe'),
  bad_output: facts(502, true, 'yes'),
  // The text model
  text_model_failed: facts(502, true),
  // Storing and attaching
  upload_failed: facts(502, true, 'yes'),
  attach_failed: facts(502, true, 'yes'),
  // The queue and the worker
  queue_down: facts(503, true),
  worker_crashed: facts(500, false, 'maybe'),
  cancelled: facts(409, false),
  internal: facts(500, true, 'maybe'),
} as const satisfies Record<string, ErrorFacts>;

export type ErrorCode = keyof typeof ERROR_CODES;

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && value in ERROR_CODES;
