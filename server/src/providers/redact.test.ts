import { describe, expect, it } from 'vitest';
import { redact, redactedCause } from './redact';

const CANARY = 'sk-CANARY0123456789abcdef';

describe('redact', () => {
  it.each([
    [`Incorrect API key provided: ${CANARY}.`, 'Incorrect API key provided: [redacted]'],
    ['Incorrect API key provided: sk-pro***wxyz.', 'Incorrect API key provided: [redacted]'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [redacted]'],
    [
      'see https://x.test/a?sig=1&api_key=abc&b=2',
      'see https://x.test/a?sig=[redacted]&api_key=[redacted]&b=2',
    ],
    ['got data:image/png;base64,iVBORw0KGgo= back', 'got [picture] back'],
    [`blob ${'QUJD'.repeat(60)}`, 'blob [data]'],
    ['<html><body>Bad\n gateway</body></html>', 'Bad gateway'],
    ['Size 1920x1080 is not supported.', 'Size 1920x1080 is not supported.'],
  ])('turns %s into %s', (text, safe) => {
    expect(redact({ text })).toBe(safe);
  });

  it('removes a secret of any shape it is told about', () => {
    const text = 'the token my local pass-phrase was refused';
    expect(redact({ text, secrets: ['my local pass-phrase'] })).toBe(
      'the token [redacted] was refused',
    );
  });

  it('keeps messages short, however long the body', () => {
    const safe = redact({ text: 'word '.repeat(1_000_000) });
    expect(safe.length).toBeLessThanOrEqual(240);
    expect(safe.endsWith('...')).toBe(true);
  });

  it('does not leak the front of a secret that the cut would split', () => {
    const text = `${'a '.repeat(2395)}${CANARY}`;
    expect(redact({ text, secrets: [CANARY] })).not.toContain('CANARY');
  });
});

describe('redactedCause', () => {
  it('keeps the name and the words but no field of the foreign error', () => {
    const foreign = Object.assign(new TypeError(`header ${CANARY} is invalid`), {
      headers: { authorization: CANARY },
    });
    const cause = redactedCause({ error: foreign, secrets: [CANARY] });
    expect(cause.name).toBe('TypeError');
    expect(cause.message).toBe('header [redacted] is invalid');
    expect(JSON.stringify(Object.getOwnPropertyDescriptors(cause))).not.toContain('CANARY');
  });

  it('takes what is thrown without being an error', () => {
    expect(redactedCause({ error: 'plain words', secrets: [] }).message).toBe('plain words');
  });
});
