import OpenAI, { APIError } from 'openai';
import { ArticleImagesError } from '../domain/errors';
import type { TextModel } from '../ports/text-model';
import { readCompletion } from './chat-completion';
import { createDeadline } from './deadline';
import { toTextModelError } from './text-model-error';

type Options = {
  /** Empty for local servers that take none. */
  apiKey?: string | null;
  /** Null is OpenAI itself; otherwise any server that speaks chat completions, with its `/v1`. */
  baseUrl?: string | null;
  model: string;
  /** For the whole answer, whatever number of calls it takes. */
  timeoutMs: number;
};

type Request = Parameters<TextModel['complete']>[0];
type Format = OpenAI.ChatCompletionCreateParams['response_format'];

const OPENAI = 'https://api.openai.com/v1';

/** How an answer in JSON is asked for, best first; each server is asked in the best way it knows. */
const MODES = ['json_schema', 'json_object', 'text'] as const;
type Mode = (typeof MODES)[number];

const formatOf = (mode: Mode, { schema, schemaName }: Request): Format => {
  if (mode === 'text') return undefined;
  if (mode === 'json_object') return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name: schemaName, strict: true, schema } };
};

/** A server may take the schema and pay no heed to it: only OpenAI itself is trusted to enforce it. */
const systemOf = (request: Request, isEnforced: boolean): string =>
  isEnforced
    ? request.system
    : `${request.system}\n\nAnswer with one JSON object of this JSON schema and nothing else:\n${JSON.stringify(request.schema)}`;

const OTHER_REASONS = ['model_not_found', 'context_length_exceeded', 'insufficient_quota'];

/** A refusal that may be about the format of the answer: worth asking in a simpler way. */
const isAboutFormat = (error: unknown): boolean =>
  error instanceof APIError &&
  [400, 415, 422, 501].includes(error.status ?? 0) &&
  !OTHER_REASONS.includes(error.code ?? '');

const createClient = ({ apiKey, baseUrl, timeoutMs }: Options): OpenAI =>
  new OpenAI({
    // The client insists on a key; servers that take none ignore it.
    apiKey: apiKey || 'none',
    baseURL: baseUrl || OPENAI,
    // What the environment holds for other programs has no business in these calls.
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
  });

/**
 * A text model over OpenAI's chat completions, at OpenAI or any server that speaks them. Throws `text_model_failed`
 * with a sentence that never holds the key, or `cancelled` when the caller's signal is aborted.
 */
export const createOpenAiTextModel = (options: Options): TextModel => {
  const { model, timeoutMs } = options;
  const apiKey = options.apiKey || null;
  const isOpenAi = !options.baseUrl;
  const client = createClient(options);
  // Learned once per process: asking in a way the server does not know costs a call each time.
  let learned = 0;

  const call = async (request: Request, mode: Mode, signal: AbortSignal) => {
    const isEnforced = isOpenAi && mode === 'json_schema';
    const body: unknown = await client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: systemOf(request, isEnforced) },
          { role: 'user', content: request.user },
        ],
        response_format: formatOf(mode, request),
      },
      { signal },
    );
    return readCompletion(body, model);
  };

  const callInTurn = async (request: Request, signal: AbortSignal, at: number) => {
    try {
      const result = await call(request, MODES[at] ?? 'text', signal);
      learned = at;
      return result;
    } catch (error) {
      if (at < MODES.length - 1 && isAboutFormat(error)) return callInTurn(request, signal, at + 1);
      throw error;
    }
  };

  return {
    model,
    complete: async (request) => {
      if (isOpenAi && !apiKey) {
        throw new ArticleImagesError(
          'text_model_failed',
          'There is no key for the text model. Set textModel.apiKey, or textModel.baseUrl for a local server.',
          { isRetryable: false },
        );
      }
      const deadline = createDeadline({ timeoutMs, signal: request.signal });
      try {
        return await callInTurn(request, deadline.signal, learned);
      } catch (error) {
        throw deadline.reason(model) ?? toTextModelError(error, { model, apiKey });
      } finally {
        deadline.clear();
      }
    },
  };
};
