import { describe, expect, it } from 'vitest';
import { RequestFailed } from '../../test/site/admin-client';
import { DemoError, describeFailure } from './demo-error';

const refusal = (body: unknown) =>
  new RequestFailed({ method: 'POST', path: '/article-images/runs', status: 409, body });

describe('what the demo says about a failure', () => {
  it('keeps its own codes', () => {
    expect(describeFailure(new DemoError('claim_failed', 'No picture.'))).toEqual({
      code: 'claim_failed',
      message: 'No picture.',
    });
  });

  it("passes on the plugin's code and sentence", () => {
    const body = { error: { message: 'Nothing to do.', details: { code: 'nothing_to_generate' } } };
    expect(describeFailure(refusal(body))).toEqual({
      code: 'nothing_to_generate',
      message: 'Nothing to do.',
    });
  });

  it('names the request when the answer says nothing', () => {
    expect(describeFailure(refusal(null))).toEqual({
      code: 'request_failed',
      message: 'POST /article-images/runs answered 409: null',
    });
  });

  it('calls everything else internal', () => {
    expect(describeFailure('oh')).toEqual({ code: 'internal', message: 'oh' });
  });
});
