import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal, refuse } from './errors';
import { sendJson, waitFor, type Exchange } from './exchange';
import { IMAGE_MODELS } from './image-rules';
import { answerChat, textOfMessages } from './openai-chat';
import { answerImages, type Gallery } from './openai-images';
import { redactHeaders, type LogEntry } from './request-log';
import { chooseScenario, SCENARIOS } from './scenarios';

export type Simulator = {
  /** Without a path. */
  url: string;
  /** As a site owner writes it, with `/v1`. */
  baseUrl: string;
  /** Queues the next answers: names of scenarios, each for one request. */
  script: (...scenarios: string[]) => void;
  /** Every request to the API so far, oldest first. */
  log: () => LogEntry[];
  /** Forgets log and script. */
  reset: () => void;
  close: () => Promise<void>;
};

type State = { log: LogEntry[]; script: string[]; gallery: Gallery };

const TEXT_MODELS = ['gpt-5.4-mini', 'gpt-5.4'];
const MAX_BODY = 60_000_000;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MAX_BODY) throw refuse(413, 'The request is too large.');
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseBody = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw refuse(400, 'We could not parse the JSON body of your request.');
  }
};

const assertKey = (authorization: string): void => {
  const key = authorization.replace(/^Bearer\s*/, '');
  if (key === '') {
    throw refuse(401, "You didn't provide an API key.", { code: 'invalid_api_key' });
  }
  if (/invalid|wrong/i.test(key)) {
    throw refuse(401, `Incorrect API key provided: ${key.slice(0, 6)}***${key.slice(-4)}.`, {
      code: 'invalid_api_key',
    });
  }
};

const listModels = () => ({
  object: 'list',
  data: [...Object.keys(IMAGE_MODELS), ...TEXT_MODELS].map((id) => ({
    id,
    object: 'model',
    created: 1_763_683_200,
    owned_by: 'system',
  })),
});

/** The simulator's own routes: what a test in another process needs. True when one of them answered. */
const answerControl = (path: string, exchange: Exchange, state: State): boolean => {
  if (path === '/__sim/script') {
    const { answers } = (exchange.body ?? {}) as { answers?: unknown };
    const names = Array.isArray(answers) ? answers.map(String) : [];
    const unknown = names.filter((name) => !SCENARIOS.includes(name.split(':')[0] ?? ''));
    if (names.length === 0 || unknown.length > 0) {
      sendJson(exchange, 400, { error: 'no such scenario', unknown, scenarios: SCENARIOS });
      return true;
    }
    state.script.push(...names);
    sendJson(exchange, 200, { queued: state.script.length });
  } else if (path === '/__sim/log') {
    sendJson(exchange, 200, { requests: state.log });
  } else if (path === '/__sim/reset') {
    state.log.length = 0;
    state.script.length = 0;
    sendJson(exchange, 200, { ok: true });
  } else if (path.startsWith('/files/')) {
    const file = state.gallery.get(path.slice('/files/'.length));
    exchange.response.writeHead(file ? 200 : 404, {
      'content-type': file?.mediaType ?? 'text/plain',
    });
    exchange.response.end(file?.bytes ?? 'gone');
  } else return false;
  return true;
};

const route = async (exchange: Exchange, state: State, latencyMs: number): Promise<void> => {
  const { entry, request, body, authorization } = exchange;
  const { method, path } = entry;
  state.log.push(entry);
  assertKey(authorization);
  if (method === 'GET' && path === '/v1/models') return sendJson(exchange, 200, listModels());
  const isImages = path === '/v1/images/generations';
  if (method !== 'POST' || (!isImages && path !== '/v1/chat/completions')) {
    throw refuse(404, `Invalid URL (${method} ${path})`, { type: 'invalid_request_error' });
  }
  const header = request.headers['x-sim-scenario'];
  const chosen = chooseScenario({
    scripted: state.script.shift(),
    header: Array.isArray(header) ? header[0] : header,
    words: isImages
      ? String((body as { prompt?: unknown } | null)?.prompt ?? '')
      : textOfMessages(body),
  });
  entry.scenario = chosen.name;
  if (latencyMs > 0) await waitFor(exchange, latencyMs);
  if (isImages) await answerImages(exchange, chosen, state.gallery);
  else await answerChat(exchange, chosen);
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { state, latencyMs, origin }: { state: State; latencyMs: number; origin: string },
): Promise<void> => {
  const path = new URL(request.url ?? '/', origin).pathname;
  const entry: LogEntry = {
    at: new Date().toISOString(),
    method: request.method ?? 'GET',
    path,
    headers: redactHeaders(request.headers),
    body: null,
    scenario: 'ok',
    status: 0,
    isCharged: false,
  };
  const authorization = request.headers.authorization ?? '';
  const exchange: Exchange = { request, response, body: null, authorization, entry, origin };
  try {
    exchange.body = parseBody(await readBody(request));
    entry.body = exchange.body;
    if (!answerControl(path, exchange, state)) await route(exchange, state, latencyMs);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refuse(500, String(error));
    if (response.headersSent) response.destroy();
    else sendJson(exchange, refusal.status, refusal.body, refusal.headers);
  }
};

/**
 * Starts a server on the loopback address that speaks OpenAI's images, chat and models API and can fail in every way
 * the real one can. A scenario is chosen by script, by the header `x-sim-scenario` or by `[[sim:name]]` in the words.
 */
export const startSimulator = async ({
  port = 0,
  latencyMs = 0,
}: { port?: number; latencyMs?: number } = {}): Promise<Simulator> => {
  const state: State = { log: [], script: [], gallery: new Map() };
  let origin = 'http://127.0.0.1';
  const server = createServer((request, response) => {
    void answer(request, response, { state, latencyMs, origin });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    baseUrl: `${origin}/v1`,
    script: (...scenarios) => {
      const unknown = scenarios.filter((name) => !SCENARIOS.includes(name.split(':')[0] ?? ''));
      if (unknown.length > 0)
        throw new Error(`The simulator has no scenario ${unknown.join(', ')}`);
      state.script.push(...scenarios);
    },
    log: () => [...state.log],
    reset: () => {
      state.log.length = 0;
      state.script.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
