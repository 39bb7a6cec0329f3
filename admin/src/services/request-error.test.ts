import { describe, expect, it } from 'vitest';
import { toRequestError } from './request-error';

describe('a failed request', () => {
  it('carries the code and sentence the server gave', () => {
    const answer = { status: 503, message: 'Redis is down.', details: { code: 'queue_down' } };
    expect(toRequestError(answer)).toEqual({
      code: 'queue_down',
      message: 'Redis is down.',
      charged: 'no',
      status: 503,
    });
  });

  it('of the host itself is told by its status', () => {
    expect(toRequestError({ status: 403, message: 'Forbidden', details: {} }).code).toBe(
      'forbidden',
    );
    expect(toRequestError({ status: 500, message: 'Oops', details: null }).code).toBe('internal');
  });

  it('that never reached the server cost nothing', () => {
    expect(toRequestError({ name: 'TypeError', message: 'Failed to fetch' })).toMatchObject({
      code: 'internal',
      charged: 'no',
      status: null,
    });
  });

  it('with a code nobody knows is an internal one', () => {
    expect(toRequestError({ status: 400, details: { code: 'made_up' } }).code).toBe('internal');
    expect(toRequestError(undefined).code).toBe('internal');
  });
});
