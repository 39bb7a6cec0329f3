import OpenAI, { APIError } from 'openai';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANSWER_SCHEMA } from '../../server/src/derivers/llm/answer-schema';
import { createExtractiveDeriver } from '../../server/src/derivers/extractive/extractive-deriver';
import { createLlmDeriver } from '../../server/src/derivers/llm/llm-deriver';
import { createOpenAiTextModel } from '../../server/src/text-models/openai-text-model';
import { readFixture } from '../fakes/read-text';
import { createContract } from './openapi';
import { SCENARIOS } from './scenarios';
import { startSimulator, type Simulator } from './start-simulator';

const contract = createContract();
let simulator: Simulator;
let client: OpenAI;

beforeAll(async () => {
  simulator = await startSimulator();
  client = new OpenAI({ apiKey: 'sk-test-key', baseURL: simulator.baseUrl, maxRetries: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const order = (changes: Record<string, unknown> = {}) =>
  client.images.generate({
    model: 'gpt-image-1-mini',
    prompt: 'A bowl of pears',
    size: '1024x1024',
    ...changes,
  } as OpenAI.Images.ImageGenerateParamsNonStreaming);

const refusal = async (call: Promise<unknown>): Promise<APIError> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof APIError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
};

describe('images, with the official client', () => {
  it.each([
    ['gpt-image-1-mini', '1536x1024', {}],
    ['gpt-image-1.5', '1024x1536', { output_format: 'jpeg', output_compression: 90 }],
    ['gpt-image-2', '1536x864', { output_format: 'webp', quality: 'low' }],
    ['gpt-image-2.6-sunburst', '2048x1152', { quality: 'high', moderation: 'auto' }],
    ['gpt-image-2.5-flare-2026-09-08', 'auto', {}],
  ])('answers %s at %s with a picture of exactly that size', async (model, size, more) => {
    const answer = await order({ model, size, ...more });
    expect(contract('ImagesResponse', answer)).toEqual([]);
    const bytes = Buffer.from(answer.data?.[0]?.b64_json ?? '', 'base64');
    const made = await sharp(bytes).metadata();
    expect(`${made.width}x${made.height}`).toBe(size === 'auto' ? '1024x1024' : size);
    expect(made.format).toBe((more as { output_format?: string }).output_format ?? 'png');
    expect(answer._request_id).toMatch(/^req_/);
  });

  it('draws the same picture for the same words, and another one for others', async () => {
    const [one, same, other] = await Promise.all([
      order(),
      order(),
      order({ prompt: 'A bowl of plums' }),
    ]);
    expect(one.data?.[0]?.b64_json).toBe(same.data?.[0]?.b64_json);
    expect(one.data?.[0]?.b64_json).not.toBe(other.data?.[0]?.b64_json);
  });

  it.each([
    ['gpt-image-1-mini', '1024x1024', 'medium', 1056],
    ['gpt-image-1.5', '1536x1024', 'high', 6208],
    ['gpt-image-2', '1024x1024', 'medium', 1756],
    ['gpt-image-2', '1536x1024', 'medium', 1372],
  ])('counts tokens of %s at %s %s like the price lists', async (model, size, quality, tokens) => {
    const { usage } = await order({ model, size, quality });
    expect(usage?.output_tokens).toBe(tokens);
  });

  it.each([
    [{ model: 'dall-e-3' }, 404, 'model_not_found', null],
    [{ model: 'gpt-image-1' }, 404, 'model_not_found', null],
    [{ model: 'gpt-image-99' }, 400, 'invalid_value', 'model'],
    [{ response_format: 'b64_json' }, 400, 'unknown_parameter', 'response_format'],
    [{ style: 'vivid' }, 400, 'unknown_parameter', 'style'],
    [{ size: '1920x1080' }, 400, 'invalid_value', 'size'],
    [{ model: 'gpt-image-2', size: '1920x1080' }, 400, 'invalid_value', 'size'],
    [{ model: 'gpt-image-2', size: '512x512' }, 400, 'invalid_value', 'size'],
    [{ quality: 'hd' }, 400, 'invalid_value', 'quality'],
    [{ quality: 'xhigh' }, 400, 'invalid_value', 'quality'],
    [{ n: 11 }, 400, 'invalid_value', 'n'],
    [{ prompt: '' }, 400, 'invalid_value', 'prompt'],
    [{ background: 'transparent', output_format: 'jpeg' }, 400, 'invalid_value', 'background'],
  ])('refuses %o like the real service', async (changes, status, code, param) => {
    const error = await refusal(order(changes));
    expect(error).toMatchObject({ status, code, param });
    expect(contract('ErrorResponse', { error: error.error })).toEqual([]);
    expect(simulator.log()[0]?.isCharged).toBe(false);
  });

  it('refuses a missing and a wrong key', async () => {
    for (const apiKey of ['sk-invalid-0000', 'sk-wrong-key-1111']) {
      const other = new OpenAI({ apiKey, baseURL: simulator.baseUrl, maxRetries: 0 });
      const error = await refusal(other.models.list());
      expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
      expect(error.message).not.toContain(apiKey);
    }
    const bare = await fetch(`${simulator.baseUrl}/models`);
    expect(bare.status).toBe(401);
  });
});

describe('scenarios', () => {
  it.each([
    ['bad_key', 401],
    ['unverified', 403],
    ['unknown_model', 404],
    ['moderation', 400],
    ['rate_limit', 429],
    ['quota', 429],
    ['billing_limit', 400],
    ['error_500', 500],
    ['html_502', 502],
    ['error_503', 503],
  ])('%s answers %i', async (scenario, status) => {
    const error = await refusal(order({ prompt: `pears [[sim:${scenario}]]` }));
    expect(error.status).toBe(status);
  });

  it.each(['reset', 'reset_body'])('%s breaks the connection', async (scenario) => {
    await expect(order({ prompt: `[[sim:${scenario}]]` })).rejects.toThrow();
  });

  it.each(['hang', 'hang_body'])('%s never answers', async (scenario) => {
    const signal = AbortSignal.timeout(200);
    const call = client.images.generate(
      { model: 'gpt-image-2', prompt: `[[sim:${scenario}]]` },
      { signal },
    );
    await expect(call).rejects.toThrow();
  });

  it('is chosen by script first, then by header, then by a marker', async () => {
    simulator.script('error_503', 'ok');
    const prompt = 'pears [[sim:quota]]';
    expect((await refusal(order({ prompt }))).status).toBe(503);
    await order({ prompt });
    expect((await refusal(order({ prompt }))).code).toBe('insufficient_quota');
    const headers = { 'x-sim-scenario': 'moderation' };
    const body = { model: 'gpt-image-2', prompt };
    const error = await refusal(client.images.generate(body, { headers }));
    expect(error.code).toBe('moderation_blocked');
    expect(simulator.log().map(({ scenario }) => scenario)).toEqual([
      'error_503',
      'ok',
      'quota',
      'moderation',
    ]);
  });

  it('refuses a name it does not know instead of answering as if nothing was asked', async () => {
    expect(() => simulator.script('eror_503')).toThrow('eror_503');
    const error = await refusal(order({ prompt: '[[sim:eror]]' }));
    expect(error.message).toContain('no scenario "eror"');
    expect(new Set(SCENARIOS).size).toBe(SCENARIOS.length);
  });

  it('waits as long as told', async () => {
    const start = performance.now();
    await order({ prompt: '[[sim:slow:300]]' });
    expect(performance.now() - start).toBeGreaterThan(295);
  });
});

describe('the control routes', () => {
  const post = (path: string, body: unknown) =>
    fetch(`${simulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('take a script and show the log without keys', async () => {
    expect((await post('/__sim/script', { answers: ['error_500'] })).status).toBe(200);
    await refusal(order());
    await order();
    const answer = await fetch(`${simulator.url}/__sim/log`);
    const text = await answer.text();
    const { requests } = JSON.parse(text) as { requests: Record<string, unknown>[] };
    expect(requests).toMatchObject([
      { method: 'POST', path: '/v1/images/generations', scenario: 'error_500', status: 500 },
      { scenario: 'ok', status: 200, isCharged: true, body: { prompt: 'A bowl of pears' } },
    ]);
    expect(text).not.toContain('sk-test-key');
    await post('/__sim/reset', {});
    expect(simulator.log()).toEqual([]);
  });

  it('refuse a script of nonsense', async () => {
    expect((await post('/__sim/script', { answers: ['nonsense'] })).status).toBe(400);
    expect((await post('/__sim/script', {})).status).toBe(400);
  });
});

describe('models and chat', () => {
  const article = {
    title: 'Bread from yesterday',
    sections: [
      { id: 's1', heading: 'Dough', words: 120, hasImage: false, text: 'Flour meets water. Wait.' },
      { id: 's2', heading: null, words: 80, hasImage: false, text: 'The oven is hot now.' },
      { id: 's3', heading: 'Crust', words: 90, hasImage: false, text: 'It cracks when it cools.' },
    ],
  };

  type ShotList = { images: { slot: string; sectionId: string | null; prompt: string }[] };

  const ask = (content: string, changes: Record<string, unknown> = {}) =>
    client.chat.completions.create({
      model: 'gpt-5.4-mini',
      messages: [
        { role: 'system', content: 'You order pictures.' },
        { role: 'user', content },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'shot_list', strict: true, schema: ANSWER_SCHEMA },
      },
      ...changes,
    });

  const question = (order: string): string =>
    `Order ${order}.\n\n<article>\n${JSON.stringify(article)}\n</article>`;

  it('lists the models of today and none that is retired', async () => {
    const page = await client.models.list();
    expect(contract('ListModelsResponse', { object: 'list', data: page.data })).toEqual([]);
    const ids = page.data.map(({ id }) => id);
    expect(ids).toContain('gpt-image-2');
    expect(ids).not.toContain('dall-e-3');
  });

  it('answers with a shot list that keeps the schema and names the sections of the request', async () => {
    const answer = await ask(question('1 featured image and 2 inline images'));
    expect(contract('CreateChatCompletionResponse', answer)).toEqual([]);
    const list = JSON.parse(answer.choices[0]?.message.content ?? '') as ShotList;
    expect(list.images.map(({ slot, sectionId }) => [slot, sectionId])).toEqual([
      ['featured', null],
      ['inline', 's1'],
      ['inline', 's2'],
    ]);
    expect(new Set(list.images.map(({ prompt }) => prompt)).size).toBe(3);
    const { default: Ajv } = await import('ajv/dist/2020');
    const validate = new Ajv({ strict: false }).compile(ANSWER_SCHEMA);
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(['trek-denvegaser', 'cds-fr-agile', 'iot-ja-1-train-fruit-detector'])(
    'writes a shot list for %s that the deriver takes as it is, with one call',
    async (fixture) => {
      const silent = () => undefined;
      const deriver = createLlmDeriver({
        textModel: createOpenAiTextModel({
          apiKey: 'sk-test-key',
          baseUrl: simulator.baseUrl,
          model: 'gpt-5.4-mini',
          timeoutMs: 5000,
        }),
        fallback: createExtractiveDeriver(),
        logger: { debug: silent, info: silent, warn: silent, error: silent },
      });
      const article = readFixture(fixture);
      const order = { article, count: 3, includeFeatured: true, excludedSectionIds: [] };
      const { briefs, warnings } = await deriver.derive(order);
      expect(briefs.map(({ derivedBy }) => derivedBy)).toEqual(['llm', 'llm', 'llm', 'llm']);
      expect(warnings).toEqual([]);
      expect(simulator.log()).toHaveLength(1);
    },
  );

  it('orders no featured image when none is asked', async () => {
    const answer = await ask(question('3 inline images'));
    const list = JSON.parse(answer.choices[0]?.message.content ?? '') as ShotList;
    expect(list.images.map(({ sectionId }) => sectionId)).toEqual(['s1', 's2', 's3']);
  });

  it.each([
    ['invalid_json', 'stop'],
    ['length', 'length'],
    ['content_filter', 'content_filter'],
    ['refusal', 'stop'],
  ])('can answer with %s', async (scenario, reason) => {
    simulator.script(scenario);
    const answer = await ask(question('1 inline image'));
    expect(answer.choices[0]?.finish_reason).toBe(reason);
    const content = answer.choices[0]?.message.content ?? '';
    expect(() => JSON.parse(content) as unknown).toThrow();
  });

  it('refuses a strict schema with an open object, like the real service', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string' } }, required: [] };
    const json_schema = { name: 'loose', strict: true, schema };
    const error = await refusal(
      ask('x', { response_format: { type: 'json_schema', json_schema } }),
    );
    expect(error).toMatchObject({ status: 400, param: 'response_format' });
  });

  it('answers 404 for what it does not simulate', async () => {
    const error = await refusal(client.embeddings.create({ model: 'x', input: 'y' }));
    expect(error.status).toBe(404);
  });
});
