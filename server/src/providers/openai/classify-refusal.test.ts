import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../shared/error-codes';
import { classifyRefusal } from './classify-refusal';
import type { ErrorFacts } from './error-body';

const facts = (changes: Partial<ErrorFacts>): ErrorFacts => ({
  code: '',
  type: '',
  param: '',
  message: '',
  isParsed: true,
  ...changes,
});

const CASES: [number, Partial<ErrorFacts>, ErrorCode][] = [
  // A code says it, whatever the status.
  [401, { code: 'invalid_api_key' }, 'provider_auth'],
  [429, { code: 'insufficient_quota', type: 'insufficient_quota' }, 'provider_quota'],
  [400, { code: 'billing_hard_limit_reached' }, 'provider_quota'],
  [429, { code: 'project_spend_limit_exceeded' }, 'provider_quota'],
  [400, { code: 'moderation_blocked', type: 'image_generation_user_error' }, 'policy'],
  [400, { code: 'content_policy_violation' }, 'policy'],
  [429, { code: 'rate_limit_exceeded', type: 'requests' }, 'rate_limited'],
  [404, { code: 'model_not_found' }, 'model_not_found'],
  [403, { code: 'unsupported_model' }, 'model_not_found'],
  [400, { code: 'unknown_parameter', param: 'style' }, 'provider_invalid_request'],
  // Then the type.
  [400, { type: 'insufficient_quota' }, 'provider_quota'],
  [429, { type: 'input-images' }, 'rate_limited'],
  [400, { type: 'authentication_error' }, 'provider_auth'],
  // Then the status, with the parameter.
  [401, {}, 'provider_auth'],
  [402, {}, 'provider_quota'],
  [403, { message: 'Your organization must be verified to use the model' }, 'provider_auth'],
  [400, { code: 'invalid_value', param: 'model' }, 'model_not_found'],
  [
    400,
    { code: 'invalid_value', param: 'size', type: 'image_generation_user_error' },
    'unsupported_size',
  ],
  [422, { param: 'size' }, 'unsupported_size'],
  [400, { code: 'invalid_value', param: 'quality' }, 'provider_invalid_request'],
  [404, {}, 'provider_invalid_request'],
  [408, {}, 'provider_unavailable'],
  [409, {}, 'provider_unavailable'],
  [429, {}, 'rate_limited'],
  [429, { message: 'You exceeded your current quota' }, 'provider_quota'],
  [500, {}, 'provider_unavailable'],
  [502, { message: '<html>quota</html>' }, 'provider_unavailable'],
  [524, {}, 'provider_unavailable'],
  [302, {}, 'provider_unavailable'],
  // Then words, where a server gives nothing else.
  [400, { message: 'Your request was rejected by the safety system' }, 'policy'],
  [400, { message: 'model xyz not found' }, 'model_not_found'],
  [400, { message: 'Invalid size 7x7' }, 'unsupported_size'],
  [400, { message: 'Insufficient balance' }, 'provider_quota'],
  [400, { message: 'prompt required' }, 'provider_invalid_request'],
];

describe('classifyRefusal', () => {
  it.each(CASES)('reads %i %o as %s', (status, given, code) => {
    expect(classifyRefusal(status, facts(given))).toBe(code);
  });

  it('is not led astray by what every object has', () => {
    expect(classifyRefusal(400, facts({ code: 'constructor', type: 'toString' }))).toBe(
      'provider_invalid_request',
    );
  });
});
