import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it arrived. */
export type ChatCall = {
  path: string;
  authorization: string | undefined;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { strict: boolean; schema: unknown } };
  };
};

/** What the server answers: a body (sent as JSON unless it is a string), after a while, or never. */
export type ChatReply = {
  status?: number;
  body?: unknown;
  delayMs?: number;
  headers?: Record<string, string>;
  /** Sends the headers and then nothing. */
  isStalled?: boolean;
};

export type ChatServer = {
  /** As a site owner writes it, with `/v1`. */
  url: string;
  calls: ChatCall[];
  close: () => Promise<void>;
};

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** A chat completion with every field the OpenAI description requires. */
export const completion = (
  content: string | null,
  more: { finishReason?: string; refusal?: string | null } = {},
) => ({
  id: 'chatcmpl-CfakeJ7pQ2',
  object: 'chat.completion',
  created: 1_763_683_200,
  model: 'gpt-5.4-mini-2026-03-17',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content, refusal: more.refusal ?? null, annotations: [] },
      logprobs: null,
      finish_reason: more.finishReason ?? 'stop',
    },
  ],
  usage: {
    prompt_tokens: 1200,
    completion_tokens: 800,
    total_tokens: 2000,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  },
  service_tier: 'default',
  system_fingerprint: null,
});

/** An error body as OpenAI sends it. */
export const chatError = (
  message: string,
  code: string | null,
  type = 'invalid_request_error',
) => ({
  error: { message, type, param: null, code },
});

/** A local server that speaks chat completions; `reply` decides each answer from the call and its number. */
export const startChatServer = async (
  reply: (call: ChatCall, index: number) => ChatReply,
): Promise<ChatServer> => {
  const calls: ChatCall[] = [];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const call: ChatCall = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(text || '{}') as ChatCall['body'],
      };
      calls.push(call);
      const { status = 200, body, delayMs = 0, headers, isStalled } = reply(call, calls.length - 1);
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        if (isStalled) response.write(' ');
        else response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }, delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
