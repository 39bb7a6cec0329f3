import { inspect } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../shared/error-codes';
import { startSimulator, type Simulator } from '../../../../test/simulator/start-simulator';
import { ArticleImagesError } from '../../domain/errors';
import type { ModelPrice } from '../../domain/models/model-config';
import type { GenerateResult, ImageRequest } from '../../ports/image-provider';
import { createOpenAiProvider, type OpenAiOptions } from './openai-provider';

const KEY = 'sk-CANARY-0123456789abcdef';
const PRICE: ModelPrice = {
  perImageMicroUsd: 11_000,
  tokens: { textInMicroUsd: 2e6, imageInMicroUsd: 2.5e6, imageOutMicroUsd: 8e6 },
  asOf: '2026-11-20',
  source: 'test',
};

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

type Changes = { request?: Partial<ImageRequest>; options?: OpenAiOptions; signal?: AbortSignal };

const generate = ({ request = {}, options = {}, signal }: Changes = {}): Promise<GenerateResult> =>
  createOpenAiProvider({ apiKey: KEY, baseUrl: simulator.baseUrl, ...options }).generate(
    {
      model: 'gpt-image-1-mini',
      prompt: 'A bowl of ripe pears on a linen cloth',
      negativePrompt: null,
      size: { width: 1024, height: 1024 },
      seed: null,
      parameters: { quality: 'medium', output_format: 'jpeg' },
      price: PRICE,
      hints: { subject: 'pears', palette: '', section: null, role: 'featured' },
      ...request,
    },
    {
      signal: signal ?? new AbortController().signal,
      handle: null,
      onSubmitted: () => Promise.resolve(),
    },
  );

const failure = async (changes: Changes = {}): Promise<ArticleImagesError> => {
  const error: unknown = await generate(changes).then(
    () => new Error('a picture came back'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ArticleImagesError)) throw error;
  // Whatever happens, neither the key nor a whole body may travel with the failure.
  expect(inspect(error, { depth: 8, showHidden: true })).not.toContain('CANARY');
  expect(error.message).toMatch(/^[A-Z][^\n]{10,600}$/);
  return error;
};

const failIn = (scenario: string, changes: Changes = {}): Promise<ArticleImagesError> => {
  simulator.script(scenario);
  return failure(changes);
};

describe('a picture', () => {
  it('comes back as bytes with its cost, its tokens and the id of the call', async () => {
    const result = await generate();
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 1024, format: 'jpeg' });
    const input = Math.ceil('A bowl of ripe pears on a linen cloth'.length / 4);
    expect(result).toMatchObject({
      seed: null,
      requestId: expect.stringMatching(/^req_/),
      tokens: { input, output: 1056 },
      cost: { microUsd: input * 2 + 1056 * 8, basis: 'computed' },
      warnings: [],
    });
  });

  it('is ordered with the stored parameters and nothing else, by one call', async () => {
    await generate({ options: { organization: 'org-1' } });
    expect(simulator.log()).toHaveLength(1);
    expect(simulator.log()[0]).toMatchObject({
      path: '/v1/images/generations',
      headers: { authorization: 'Bearer [redacted]', 'openai-organization': 'org-1' },
      body: {
        quality: 'medium',
        output_format: 'jpeg',
        model: 'gpt-image-1-mini',
        prompt: 'A bowl of ripe pears on a linen cloth',
        size: '1024x1024',
        n: 1,
      },
    });
    expect(Object.keys(simulator.log()[0]?.body as object)).toHaveLength(6);
  });

  it('takes nothing from the environment of the server it runs on', async () => {
    const before = process.env['OPENAI_ORG_ID'];
    process.env['OPENAI_ORG_ID'] = 'org-of-somebody-else';
    try {
      await generate();
      expect(simulator.log()[0]?.headers).not.toHaveProperty('openai-organization');
    } finally {
      if (before === undefined) delete process.env['OPENAI_ORG_ID'];
      else process.env['OPENAI_ORG_ID'] = before;
    }
  });

  it.each(['url', 'data_uri'])('may arrive as %s', async (scenario) => {
    simulator.script(scenario);
    const { bytes } = await generate();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1024, height: 1024 });
  });

  it.each([
    ['tokens are not counted', PRICE, { microUsd: 11_000, basis: 'estimated' }],
    ['no price is known', null, { microUsd: null, basis: 'unknown' }],
  ])('has an honest cost when %s', async (_, price, cost) => {
    simulator.script('no_usage');
    expect((await generate({ request: { price } })).cost).toEqual(cost);
  });
});

describe('refusals', () => {
  const TABLE: [string, ErrorCode, boolean, 'no' | 'maybe'][] = [
    ['bad_key', 'provider_auth', false, 'no'],
    ['unverified', 'provider_auth', false, 'no'],
    ['unknown_model', 'model_not_found', false, 'no'],
    ['bad_size', 'unsupported_size', false, 'no'],
    ['moderation', 'policy', false, 'no'],
    ['quota', 'provider_quota', false, 'no'],
    ['billing_limit', 'provider_quota', false, 'no'],
    ['rate_limit', 'rate_limited', true, 'no'],
    ['array_error', 'rate_limited', true, 'no'],
    ['error_500', 'provider_unavailable', true, 'no'],
    ['error_503', 'provider_unavailable', true, 'no'],
    ['detail_text', 'provider_unavailable', true, 'no'],
    ['html_502', 'provider_unavailable', true, 'maybe'],
    ['string_error', 'provider_invalid_request', false, 'no'],
    ['detail_error', 'unsupported_size', false, 'no'],
    ['error_200', 'policy', false, 'no'],
    ['redirect', 'provider_unavailable', false, 'no'],
  ];

  it.each(TABLE)('%s is %s, retryable %s, charged %s', async (scenario, code, retry, charged) => {
    const error = await failIn(scenario);
    expect([error.code, error.isRetryable, error.charged]).toEqual([code, retry, charged]);
    expect(simulator.log()).toHaveLength(1);
  });

  it('follow from the order itself: a retired model, a size it does not make, a wrong parameter', async () => {
    const retired = await failure({ request: { model: 'dall-e-3' } });
    expect(retired.code).toBe('model_not_found');
    expect(retired.message).toContain('"dall-e-3"');
    const size = await failure({ request: { size: { width: 1920, height: 1080 } } });
    expect(size.code).toBe('unsupported_size');
    expect(size.details).toMatchObject({ size: '1920x1080', parameter: 'size', status: 400 });
    const parameter = await failure({ request: { parameters: { response_format: 'b64_json' } } });
    expect(parameter.code).toBe('provider_invalid_request');
    expect(parameter.message).toContain("Unknown parameter: 'response_format'");
    expect(parameter.details).toMatchObject({ providerCode: 'unknown_parameter' });
  });

  it.each([
    ['rate_limit', 2_000],
    ['rate_limit_ms', 750],
    ['rate_limit_hour', 120_000],
    ['rate_limit_negative', null],
    ['rate_limit_garbage', null],
    ['rate_limit_bare', null],
  ])('%s says to wait %s ms', async (scenario, ms) => {
    expect((await failIn(scenario)).retryAfterMs).toBe(ms);
  });

  it('reads a date to wait for', async () => {
    const { retryAfterMs } = await failIn('rate_limit_date');
    expect(retryAfterMs).toBeGreaterThan(25_000);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  });

  it('names the organisation’s verification instead of the key', async () => {
    expect((await failIn('unverified')).message).toContain('organisation verified');
  });
});

describe('connections that fail', () => {
  const TABLE: [string, ErrorCode, 'no' | 'yes' | 'maybe'][] = [
    ['reset', 'outcome_unknown', 'maybe'],
    ['reset_body', 'outcome_unknown', 'maybe'],
    ['html_200', 'outcome_unknown', 'maybe'],
    ['truncated_json', 'outcome_unknown', 'maybe'],
    ['empty_data', 'empty_answer', 'maybe'],
    ['empty_item', 'empty_answer', 'maybe'],
    ['bad_base64', 'bad_output', 'yes'],
    ['url_gone', 'bad_output', 'yes'],
    ['huge', 'bad_output', 'yes'],
  ];

  it.each(TABLE)(
    '%s is %s, charged %s, and is not repeated here',
    async (scenario, code, charged) => {
      const error = await failIn(scenario);
      expect([error.code, error.charged]).toEqual([code, charged]);
      expect(simulator.log()).toHaveLength(1);
    },
  );

  it.each(['hang', 'hang_body'])('%s ends with the budget of time', async (scenario) => {
    const start = performance.now();
    const error = await failIn(scenario, { options: { timeoutMs: 300 } });
    expect([error.code, error.charged]).toEqual(['timeout', 'maybe']);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('a server that is switched off costs nothing', async () => {
    const other = await startSimulator();
    await other.close();
    const error = await failure({ options: { baseUrl: other.baseUrl } });
    expect([error.code, error.charged]).toEqual(['provider_unavailable', 'no']);
    expect(error.message).toContain('(ECONNREFUSED)');
  });

  it.each([
    ['a port that is never called', 'http://127.0.0.1:9/v1'],
    ['a name that does not exist', 'http://images.invalid/v1'],
  ])('%s costs nothing', async (_, baseUrl) => {
    const error = await failure({ options: { baseUrl } });
    expect([error.code, error.charged]).toEqual(['provider_unavailable', 'no']);
    expect(error.message).toContain('No connection to');
  });

  it('says that nothing answers at a wrong path', async () => {
    const error = await failure({ options: { baseUrl: `${simulator.url}/other` } });
    expect([error.code, error.charged]).toEqual(['provider_invalid_request', 'no']);
    expect(error.message).toContain('Invalid URL (POST /other/images/generations)');
  });

  it('tells a stopped run before the call from one during it', async () => {
    const early = new AbortController();
    early.abort();
    const before = await failure({ signal: early.signal });
    expect([before.code, before.charged]).toEqual(['cancelled', 'no']);
    expect(simulator.log()).toEqual([]);

    const late = new AbortController();
    setTimeout(() => late.abort(), 100);
    const during = await failIn('hang', { signal: late.signal });
    expect([during.code, during.charged]).toEqual(['cancelled', 'maybe']);
  });
});

describe('without settings', () => {
  it('says what is missing and calls nobody', async () => {
    const provider = createOpenAiProvider({});
    expect(provider.describe()).toMatchObject({
      id: 'openai',
      label: 'OpenAI',
      hosts: ['api.openai.com'],
      isConfigured: false,
      missing: expect.stringContaining('apiKey'),
      isPreview: false,
    });
    const error = await failure({ options: { apiKey: '', baseUrl: '' } });
    expect(error.code).toBe('provider_not_configured');
  });

  it('describes a server of one’s own by its host', () => {
    const { label, hosts, isConfigured, concurrency, typicalMs } = createOpenAiProvider({
      baseUrl: 'http://127.0.0.1:8080/v1',
      concurrency: 1,
    }).describe();
    expect({ label, hosts, isConfigured, concurrency, typicalMs }).toEqual({
      label: 'OpenAI-compatible server (127.0.0.1:8080)',
      hosts: ['127.0.0.1:8080'],
      isConfigured: true,
      concurrency: 1,
      typicalMs: null,
    });
  });
});
