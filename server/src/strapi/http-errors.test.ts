import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../../../shared/error-codes';
import { ArticleImagesError } from '../domain/errors';
import { answering, parseRequest } from './http-errors';

const answerOf = async (work: () => Promise<unknown>) => {
  const context = { status: 200, body: null as unknown };
  const logged: string[] = [];
  await answering(context, (message) => logged.push(message), work);
  return { ...context, logged };
};

describe('answers', () => {
  it('pass results on as they are', async () => {
    expect(await answerOf(async () => ({ data: 1 }))).toMatchObject({
      status: 200,
      body: { data: 1 },
    });
  });

  it.each(Object.keys(ERROR_CODES) as ErrorCode[])(
    'to %s have its status, its code, whether to try again and what was charged',
    async (code) => {
      const { status, body } = await answerOf(async () => {
        throw new ArticleImagesError(code, 'A sentence.', { details: { field: 'x' } });
      });
      expect(status).toBe(ERROR_CODES[code].httpStatus);
      expect(body).toMatchObject({
        data: null,
        error: {
          status,
          message: 'A sentence.',
          details: { code, field: 'x', isRetryable: expect.any(Boolean) },
        },
      });
    },
  );

  it('give an unforeseen failure a code, and its stack to the log only', async () => {
    const { status, body, logged } = await answerOf(async () => {
      throw new TypeError('x is not a function');
    });
    expect(status).toBe(500);
    expect(body).toMatchObject({ error: { details: { code: 'internal' } } });
    expect(JSON.stringify(body)).not.toContain('http-errors.test');
    expect(logged[0]).toContain('ArticleImagesError');
  });
});

describe('requests', () => {
  const schema = z.strictObject({ uid: z.string(), count: z.number().int().max(8).optional() });

  it('that fit are given back typed', () => {
    expect(parseRequest(schema, { uid: 'a', count: 3 })).toEqual({ uid: 'a', count: 3 });
  });

  it('that do not fit name every wrong field', () => {
    expect(() => parseRequest(schema, { extra: 1 })).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        message: expect.stringContaining('uid'),
      }),
    );
  });

  it('with an impossible number of images have an error of their own', () => {
    expect(() => parseRequest(schema, { uid: 'a', count: 9 })).toThrow(
      expect.objectContaining({ code: 'count_out_of_range' }),
    );
  });
});
