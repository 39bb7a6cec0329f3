import { describe, expect, it } from 'vitest';
import { imageAnswerSchema, pictureOf, usageOf } from './image-answer';

const BYTES = Buffer.from('picture bytes of some length');
const BASE64 = BYTES.toString('base64');

const picture = (data: unknown) =>
  pictureOf({ answer: imageAnswerSchema.parse({ data }), service: 'OpenAI' });

describe('pictureOf', () => {
  it.each([
    ['base64', { b64_json: BASE64 }],
    ['base64 without padding', { b64_json: BASE64.replace(/=+$/, '') }],
    ['base64 in lines', { b64_json: BASE64.replace(/(.{8})/g, '$1\n') }],
    ['a data URI as address', { url: `data:image/png;base64,${BASE64}` }],
    ['a data URI as base64', { b64_json: `data:image/webp;charset=x;base64,${BASE64}` }],
    ['base64 beside an address', { b64_json: BASE64, url: 'https://files.test/a.png' }],
  ])('reads %s', (_, item) => {
    expect(picture([item])).toEqual({ kind: 'bytes', bytes: BYTES });
  });

  it('hands an address on', () => {
    const url = 'https://files.test/a.png';
    expect(picture([{ url, b64_json: null }])).toEqual({ kind: 'address', url });
  });

  it.each([[[]], [null], [undefined], [[{}]], [[{ b64_json: '' }]], [[{ b64_json: 42 }]]])(
    'calls %j empty',
    (data) => {
      expect(() => picture(data)).toThrowError(
        expect.objectContaining({ code: 'empty_answer', charged: 'maybe' }),
      );
    },
  );

  it.each(['%%% not base64 %%%', 'data:image/png;base64,', `${BASE64}<html>`])(
    'refuses %j as a picture',
    (text) => {
      expect(() => picture([{ b64_json: text }])).toThrowError(
        expect.objectContaining({ code: 'bad_output', charged: 'yes' }),
      );
    },
  );
});

describe('usageOf', () => {
  const usage = (value: unknown) => usageOf(imageAnswerSchema.parse({ usage: value }));

  it('splits what went in by kind', () => {
    const details = { text_tokens: 20, image_tokens: 300 };
    expect(
      usage({ input_tokens: 320, output_tokens: 1056, input_tokens_details: details }),
    ).toEqual({
      tokens: { input: 320, output: 1056 },
      usage: { textIn: 20, imageIn: 300, imageOut: 1056 },
    });
  });

  it('takes everything as text where a server does not split', () => {
    expect(usage({ input_tokens: 20, output_tokens: 7 }).usage).toEqual({
      textIn: 20,
      imageIn: 0,
      imageOut: 7,
    });
  });

  it.each([undefined, null, 'many', {}, { input_tokens: -1, output_tokens: 2 }])(
    'knows nothing from %j',
    (value) => {
      expect(usage(value)).toEqual({ tokens: null, usage: null });
    },
  );
});
