import { afterAll, beforeAll } from 'vitest';
import { createExtractiveDeriver } from '../../server/src/derivers/extractive/extractive-deriver';
import { createLlmDeriver } from '../../server/src/derivers/llm/llm-deriver';
import { createOpenAiTextModel } from '../../server/src/text-models/openai-text-model';
import { completion, startChatServer, type ChatServer } from '../fakes/chat-server';
import { answerWell } from '../fakes/picture-editor';
import { describePromptDeriver } from './prompt-deriver.contract';

let server: ChatServer;

beforeAll(async () => {
  server = await startChatServer((call) => ({
    body: completion(JSON.stringify(answerWell(call))),
  }));
});
afterAll(() => server.close());

const silent = () => undefined;

/** The real client and the real checks, over a local server that answers like a good model. */
describePromptDeriver('llm', () =>
  createLlmDeriver({
    textModel: createOpenAiTextModel({
      apiKey: 'sk-test-0000',
      baseUrl: server.url,
      model: 'gpt-5.4-mini',
      timeoutMs: 5000,
    }),
    fallback: createExtractiveDeriver(),
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  }),
);
