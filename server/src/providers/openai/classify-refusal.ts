import type { ErrorCode } from '../../../../shared/error-codes';
import type { ErrorFacts } from './error-body';

/** A map, not an object: the keys come from a foreign server, and objects answer to `constructor` too. */
const table = (codes: Record<string, ErrorCode>): Map<string, ErrorCode> =>
  new Map(Object.entries(codes));

/**
 * A refusal's meaning, in the order that holds for this API: its code, then its type, then the status, then words.
 * An exhausted quota comes as 429, a billing limit as 400 and an unverified organisation as 403, so a status alone misleads.
 */
const BY_CODE = table({
  invalid_api_key: 'provider_auth',
  invalid_authentication: 'provider_auth',
  invalid_organization: 'provider_auth',
  mismatched_organization: 'provider_auth',
  mismatched_project: 'provider_auth',
  account_deactivated: 'provider_auth',
  ip_not_authorized: 'provider_auth',
  missing_scope: 'provider_auth',
  unsupported_country_region_territory: 'provider_auth',
  insufficient_quota: 'provider_quota',
  billing_hard_limit_reached: 'provider_quota',
  billing_not_active: 'provider_quota',
  project_spend_limit_exceeded: 'provider_quota',
  organization_spend_limit_exceeded: 'provider_quota',
  moderation_blocked: 'policy',
  content_policy_violation: 'policy',
  content_filter: 'policy',
  rate_limit_exceeded: 'rate_limited',
  model_not_found: 'model_not_found',
  unsupported_model: 'model_not_found',
  invalid_size: 'unsupported_size',
  unknown_parameter: 'provider_invalid_request',
  server_error: 'provider_unavailable',
  engine_overloaded: 'provider_unavailable',
});

const BY_TYPE = table({
  insufficient_quota: 'provider_quota',
  requests: 'rate_limited',
  tokens: 'rate_limited',
  'input-images': 'rate_limited',
  rate_limit_error: 'rate_limited',
  authentication_error: 'provider_auth',
  permission_error: 'provider_auth',
  server_error: 'provider_unavailable',
  overloaded_error: 'provider_unavailable',
});

const BY_PARAM = table({
  model: 'model_not_found',
  size: 'unsupported_size',
  width: 'unsupported_size',
  height: 'unsupported_size',
});

const WORDS_OF_A_BAD_REQUEST: [RegExp, ErrorCode][] = [
  [/safety system|content policy|moderation|safety_violations/i, 'policy'],
  [/billing|quota|insufficient (balance|funds|credit)/i, 'provider_quota'],
  [/\bmodel\b.*\b(not (found|exist|available|supported)|unknown|mismatch)/i, 'model_not_found'],
  [/\b(size|width|height|resolution)\b/i, 'unsupported_size'],
  [/incorrect api key|invalid api key/i, 'provider_auth'],
];

const byWords = (message: string): ErrorCode =>
  WORDS_OF_A_BAD_REQUEST.find(([words]) => words.test(message))?.[1] ?? 'provider_invalid_request';

const byStatus = (status: number, { param, message }: ErrorFacts): ErrorCode => {
  if (status === 401 || status === 403) return 'provider_auth';
  if (status === 402) return 'provider_quota';
  if (status === 429)
    return byWords(message) === 'provider_quota' ? 'provider_quota' : 'rate_limited';
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return 'provider_unavailable';
  }
  if (status < 400) return 'provider_unavailable';
  return BY_PARAM.get(param) ?? byWords(message);
};

/** Our code for a refusal. A 5xx stays "unavailable" unless its code names something definite. */
export const classifyRefusal = (status: number, facts: ErrorFacts): ErrorCode =>
  BY_CODE.get(facts.code) ?? BY_TYPE.get(facts.type) ?? byStatus(status, facts);
