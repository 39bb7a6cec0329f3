import { z } from 'zod';
import { refuse } from './errors';
import { sendHalf, sendJson, waitFor, waitForever, type Exchange } from './exchange';
import { refusalFor, type Chosen } from './scenarios';
import { fillSchema, readCommission } from './shot-list';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const requestSchema = z.looseObject({
  model: z.string().min(1),
  messages: z
    .array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]) }))
    .min(1),
  response_format: z
    .discriminatedUnion('type', [
      z.looseObject({ type: z.literal('text') }),
      z.looseObject({ type: z.literal('json_object') }),
      z.looseObject({
        type: z.literal('json_schema'),
        json_schema: z.looseObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean().nullish(),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
    ])
    .optional(),
});

type ChatRequest = z.infer<typeof requestSchema>;

export const textOfMessages = (body: unknown): string => {
  const messages = (body as { messages?: unknown } | null)?.messages;
  if (!Array.isArray(messages)) return '';
  return messages
    .filter((message) => (message as { role?: unknown } | null)?.role === 'user')
    .map((message: { content?: unknown }) =>
      Array.isArray(message.content)
        ? message.content.map((one: { text?: unknown }) => String(one?.text ?? '')).join('\n')
        : String(message.content ?? ''),
    )
    .join('\n');
};

/** Strict mode takes only closed objects with every property required, and says where one is not. */
const findLooseObject = (schema: unknown, path: string[] = []): string | null => {
  if (typeof schema !== 'object' || schema === null) return null;
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type === 'object' && typeof properties === 'object' && properties !== null) {
    const keys = Object.keys(properties);
    const isClosed = additionalProperties === false;
    const isComplete = Array.isArray(required) && keys.every((key) => required.includes(key));
    if (!isClosed || !isComplete)
      return `In context=(${path.join(', ')}), every property must be required and additionalProperties false.`;
  }
  for (const [key, value] of Object.entries(schema)) {
    const found = findLooseObject(value, [...path, `'${key}'`]);
    if (found) return found;
  }
  return null;
};

const parseRequest = (body: unknown): ChatRequest => {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refuse(
      400,
      `Invalid value for '${issue?.path.join('.') ?? ''}': ${issue?.message ?? ''}`,
      {
        code: 'invalid_value',
        param: String(issue?.path[0] ?? ''),
      },
    );
  }
  const format = parsed.data.response_format;
  const problem =
    format?.type === 'json_schema' && format.json_schema.strict
      ? findLooseObject(format.json_schema.schema)
      : null;
  if (problem) {
    throw refuse(400, `Invalid schema for response_format. ${problem}`, {
      param: 'response_format',
    });
  }
  return parsed.data;
};

const contentFor = (request: ChatRequest, { name }: Chosen): string => {
  const format = request.response_format;
  if (format?.type !== 'json_schema') return format?.type === 'json_object' ? '{}' : 'Simulated.';
  const filled = fillSchema(format.json_schema.schema, readCommission(textOfMessages(request)));
  const json = JSON.stringify(filled);
  if (name === 'invalid_json') return `Here you are: ${json.slice(0, 40)}`;
  return name === 'length' ? json.slice(0, Math.floor(json.length / 2)) : json;
};

const completion = (request: ChatRequest, chosen: Chosen) => {
  const isRefusal = chosen.name === 'refusal';
  const isFiltered = chosen.name === 'content_filter';
  const content = isRefusal || isFiltered ? null : contentFor(request, chosen);
  const input = Math.ceil(JSON.stringify(request.messages).length / 4);
  const output = Math.ceil((content ?? '').length / 4);
  return {
    id: 'chatcmpl-simulated',
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content,
          refusal: isRefusal ? 'I cannot help with that.' : null,
          annotations: [],
        },
        logprobs: null,
        finish_reason: isFiltered ? 'content_filter' : chosen.name === 'length' ? 'length' : 'stop',
      },
    ],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
    service_tier: 'default',
    system_fingerprint: 'fp_simulated',
  };
};

/** POST /v1/chat/completions */
export const answerChat = async (exchange: Exchange, chosen: Chosen): Promise<void> => {
  const refusal = refusalFor(chosen.name, exchange.authorization);
  if (refusal) throw refusal;
  const request = parseRequest(exchange.body);
  exchange.entry.isCharged = true;
  const { name, argument } = chosen;
  if (name === 'reset') exchange.response.destroy();
  else if (name === 'hang') await waitForever(exchange);
  else if (name === 'html_200') {
    sendJson(exchange, 200, '<html></html>', { 'content-type': 'text/html' });
  } else if (name === 'empty_data') {
    sendJson(exchange, 200, { ...completion(request, chosen), choices: [] });
  } else {
    if (name === 'slow') await waitFor(exchange, argument ?? 2_000);
    const answer = completion(request, chosen);
    if (name === 'reset_body') sendHalf(exchange, answer);
    else sendJson(exchange, 200, answer, { 'x-request-id': 'req_chat_simulated' });
  }
};
