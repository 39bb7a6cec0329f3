import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  chatError,
  completion,
  startChatServer,
  type ChatCall,
  type ChatReply,
  type ChatServer,
} from '../../../test/fakes/chat-server';
import { createOpenAiTextModel } from './openai-text-model';

const KEY = 'sk-CANARY-abcdef0123456789';
const servers: ChatServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const REQUEST = {
  system: 'You are a picture editor.',
  user: 'Order one image.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['a'],
    properties: { a: { type: 'integer' } },
  },
  schemaName: 'answer',
};

const setUp = async (
  reply: (call: ChatCall, index: number) => ChatReply,
  more: Partial<Parameters<typeof createOpenAiTextModel>[0]> = {},
) => {
  const server = await startChatServer(reply);
  servers.push(server);
  const textModel = createOpenAiTextModel({
    apiKey: KEY,
    baseUrl: server.url,
    model: 'gpt-5.4-mini',
    timeoutMs: 2000,
    ...more,
  });
  return { textModel, server };
};

const good: ChatReply = { body: completion('{"a":1}') };
const formats = ({ calls }: ChatServer) =>
  calls.map(({ body }) => body.response_format?.type ?? 'none');
const failure = async (promise: Promise<unknown>): Promise<Error & { code?: string }> => {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('a failure was expected');
};

describe('the OpenAI text model', () => {
  it('asks chat completions for JSON of a strict schema', async () => {
    const { textModel, server } = await setUp(() => good);
    const answer = await textModel.complete(REQUEST);
    expect(answer).toEqual({ json: { a: 1 }, tokens: { input: 1200, output: 800 } });
    expect(textModel.model).toBe('gpt-5.4-mini');
    const [call] = server.calls;
    expect(call?.path).toBe('/v1/chat/completions');
    expect(call?.authorization).toBe(`Bearer ${KEY}`);
    expect(call?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: REQUEST.schema },
    });
    expect(call?.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  it('tells servers other than OpenAI the schema in words as well, since some pay no heed to it', async () => {
    const { textModel, server } = await setUp(() => good);
    await textModel.complete(REQUEST);
    expect(server.calls[0]?.body.messages[0]?.content).toContain('"additionalProperties":false');
  });

  it('asks a server that knows no schemas for any JSON, and remembers that', async () => {
    const { textModel, server } = await setUp(({ body }) =>
      body.response_format?.type === 'json_schema'
        ? { status: 400, body: chatError("'response_format.type' must be 'json_object'", null) }
        : good,
    );
    await textModel.complete(REQUEST);
    await textModel.complete(REQUEST);
    expect(formats(server)).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('asks in plain words where a server knows no formats at all', async () => {
    const { textModel, server } = await setUp(({ body }) =>
      body.response_format
        ? { status: 422, body: { detail: 'response_format: extra fields not permitted' } }
        : { body: completion('Sure:\n```json\n{"a":1}\n```') },
    );
    expect((await textModel.complete(REQUEST)).json).toEqual({ a: 1 });
    expect(formats(server)).toEqual(['json_schema', 'json_object', 'none']);
  });

  it('does not ask again in another way when the refusal is about something else', async () => {
    const { textModel, server } = await setUp(() => ({
      status: 400,
      body: chatError('This model has a context of 8192 tokens.', 'context_length_exceeded'),
    }));
    await failure(textModel.complete(REQUEST));
    expect(server.calls).toHaveLength(1);
  });

  it('reads an answer after thoughts and one in parts', async () => {
    const { textModel } = await setUp((_call, index) => ({
      body:
        index === 0
          ? completion('<think>What about {"a":2}?</think>{"a":1}')
          : {
              choices: [
                {
                  message: {
                    content: [
                      { type: 'text', text: '{"a"' },
                      { type: 'text', text: ':1}' },
                    ],
                  },
                },
              ],
            },
    }));
    expect((await textModel.complete(REQUEST)).json).toEqual({ a: 1 });
    expect(await textModel.complete(REQUEST)).toEqual({
      json: { a: 1 },
      tokens: { input: 0, output: 0 },
    });
  });

  it('does not try again by itself', async () => {
    const { textModel, server } = await setUp(() => ({
      status: 429,
      body: chatError('Slow down.', 'rate_limit_exceeded'),
      headers: { 'retry-after': '3600' },
    }));
    const started = performance.now();
    const error = await failure(textModel.complete(REQUEST));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(error).toMatchObject({ code: 'text_model_failed', isRetryable: true });
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    [401, 'invalid_api_key', false],
    [404, 'model_not_found', false],
    [429, 'insufficient_quota', false],
    [429, 'rate_limit_exceeded', true],
    [503, null, true],
  ])('knows whether trying again can help after %i %s', async (status, code, isRetryable) => {
    const { textModel } = await setUp(() => ({ status, body: chatError('No.', code) }));
    expect(await failure(textModel.complete(REQUEST))).toMatchObject({ isRetryable });
  });

  it('never tells the key, not even when the server does', async () => {
    const { textModel } = await setUp((_call, index) => ({
      status: [401, 400, 500][index % 3],
      body: chatError(`Incorrect API key provided: ${KEY}. Also Bearer ${KEY}.`, 'invalid_api_key'),
    }));
    for (let i = 0; i < 3; i += 1) {
      const error = await failure(textModel.complete(REQUEST));
      expect(JSON.stringify([error.message, error, error.cause, error.stack])).not.toContain(
        'CANARY',
      );
      expect(error.message.length).toBeLessThan(400);
    }
  });

  it('gives up on a server that sends headers and then nothing', async () => {
    const { textModel } = await setUp(() => ({ isStalled: true }), { timeoutMs: 300 });
    const error = await failure(textModel.complete(REQUEST));
    expect(error.message).toContain('did not answer within 0.3 seconds');
  });

  it('counts all its calls against one deadline', async () => {
    const refusal = { status: 400, body: chatError('unknown response_format', null), delayMs: 200 };
    const { textModel, server } = await setUp(() => refusal, { timeoutMs: 300 });
    const started = performance.now();
    const error = await failure(textModel.complete(REQUEST));
    expect(performance.now() - started).toBeLessThan(550);
    expect(error.message).toContain('did not answer within');
    expect(server.calls).toHaveLength(2);
  });

  it('stops when the caller does, before and during a call', async () => {
    const { textModel, server } = await setUp(() => ({ ...good, delayMs: 5000 }));
    const before = failure(textModel.complete({ ...REQUEST, signal: AbortSignal.abort() }));
    expect(await before).toMatchObject({ code: 'cancelled' });
    expect(server.calls).toHaveLength(0);
    const during = failure(textModel.complete({ ...REQUEST, signal: AbortSignal.timeout(100) }));
    expect(await during).toMatchObject({ code: 'cancelled' });
  });

  it('asks for a key before it asks OpenAI', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-another-program');
    const textModel = createOpenAiTextModel({ model: 'gpt-5.4-mini', timeoutMs: 1000 });
    const error = await failure(textModel.complete(REQUEST));
    expect(error.message).toContain('no key');
  });

  it('needs no key for a server of its own, and lends it none of the environment', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-another-program');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    const { textModel, server } = await setUp(() => good, { apiKey: undefined });
    await textModel.complete(REQUEST);
    expect(server.calls[0]?.authorization).not.toContain('another-program');
  });
});
