import { describe, expect, it } from 'vitest';
import { readErrorBody } from './error-body';

const NOTHING = { code: '', type: '', param: '', message: '', isParsed: true };

describe('readErrorBody', () => {
  it.each([
    [
      'the object of OpenAI',
      {
        error: { message: 'Bad.', type: 'invalid_request_error', param: 'size', code: 'invalid' },
      },
      { code: 'invalid', type: 'invalid_request_error', param: 'size', message: 'Bad.' },
    ],
    [
      'nulls in it',
      { error: { message: 'Bad.', type: 't', param: null, code: null } },
      { type: 't', message: 'Bad.' },
    ],
    [
      'a number as code',
      { error: { code: 429, message: 'Slow.' } },
      { code: '429', message: 'Slow.' },
    ],
    ['a string', { error: 'prompt required' }, { message: 'prompt required' }],
    [
      'a code and a sentence side by side',
      { error: 'server_error', message: 'Broken.' },
      { code: 'server_error', message: 'Broken.' },
    ],
    [
      'an array',
      [{ error: { message: 'Many.', code: 'rate_limit_exceeded' } }],
      { code: 'rate_limit_exceeded', message: 'Many.' },
    ],
    ['a list of errors', { errors: [{ code: 'c', message: 'm' }] }, { code: 'c', message: 'm' }],
    ['a detail of FastAPI', { detail: 'Engine is not ready' }, { message: 'Engine is not ready' }],
    [
      'validation of FastAPI',
      {
        detail: [
          { loc: ['body', 'size'], msg: 'is wrong', type: 'value_error' },
          { loc: ['body', 'n'], msg: 'is too large', type: 'value_error' },
        ],
      },
      { type: 'value_error', param: 'size', message: 'body.size: is wrong; body.n: is too large' },
    ],
    [
      'a detail that is an object',
      { detail: { code: 'c', message: 'm' } },
      { code: 'c', message: 'm' },
    ],
    ['a plain message', { message: 'Nothing here.' }, { message: 'Nothing here.' }],
    ['a string alone', 'Nothing here.', { message: 'Nothing here.' }],
  ])('reads %s', (_, body, facts) => {
    expect(readErrorBody(JSON.stringify(body))).toEqual({ ...NOTHING, ...facts });
  });

  it.each(['<html>Bad gateway</html>', 'upstream timed out', ''])(
    'keeps the text of what is no JSON: %j',
    (body) => {
      expect(readErrorBody(body)).toEqual({ ...NOTHING, message: body, isParsed: false });
    },
  );

  it.each(['{}', '[]', 'null', '42', '{"error":null}', '{"detail":[]}'])(
    'has nothing to say about %s, and does not throw',
    (body) => {
      expect(readErrorBody(body).message).toBe('');
    },
  );
});
