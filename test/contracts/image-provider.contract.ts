import { inspect } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../shared/error-codes';
import { COST_BASES } from '../../shared/vocabulary';
import { ArticleImagesError } from '../../server/src/domain/errors';
import { createSharpImageProcessor } from '../../server/src/imaging/sharp-image-processor';
import type {
  GenerateContext,
  GenerateResult,
  ImageProvider,
  ImageRequest,
} from '../../server/src/ports/image-provider';

/** A key that must not be seen anywhere. The harness gives it to the provider. */
export const CANARY = 'sk-CANARY-00112233445566778899';

export type ImageProviderHarness = {
  create: () => ImageProvider;
  /** A model and size the service makes. */
  request: Pick<ImageRequest, 'model' | 'size' | 'parameters' | 'price'>;
  /** Makes the next call wait until it is stopped; absent where calls end by themselves at once. */
  stall?: () => void;
  /** Ways to fail, each for the next call; empty where nothing outside can fail. */
  failures: string[];
  fail: (failure: string) => void;
  isPaid: boolean;
};

const FREE = { microUsd: 0, basis: 'none' };

/** What every image provider does, whatever service is behind it. */
export const describeImageProvider = (name: string, harness: ImageProviderHarness): void => {
  const request = (changes: Partial<ImageRequest> = {}): ImageRequest => ({
    prompt: 'A bowl of ripe pears on a linen cloth beside a window.',
    negativePrompt: null,
    seed: null,
    hints: { subject: 'pears', palette: 'warm ochre and sage', section: null, role: 'featured' },
    ...harness.request,
    ...changes,
  });

  const context = (changes: Partial<GenerateContext> = {}): GenerateContext => ({
    signal: new AbortController().signal,
    handle: null,
    onSubmitted: () => Promise.resolve(),
    ...changes,
  });

  const generate = (
    changes: Partial<ImageRequest> = {},
    more: Partial<GenerateContext> = {},
  ): Promise<GenerateResult> => harness.create().generate(request(changes), context(more));

  const failure = async (call: Promise<unknown>): Promise<ArticleImagesError> => {
    const error: unknown = await call.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error instanceof ArticleImagesError) return error;
    throw new Error(`not one of our errors: ${inspect(error)}`);
  };

  describe(`image provider ${name}`, () => {
    it('describes itself in words for people', () => {
      const description = harness.create().describe();
      expect(description.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(description.label).not.toBe('');
      expect(description.concurrency).toBeGreaterThan(0);
      expect(description.isConfigured).toBe(description.missing === null);
      expect(description.isPreview).toBe(!harness.isPaid);
      for (const host of description.hosts) expect(host).toMatch(/^[\w.:[\]-]+$/);
    });

    it('names its account in a way that stays the same and tells nobody the key', () => {
      const account = harness.create().account();
      expect(account).toBe(harness.create().account());
      expect(account).toMatch(/^[a-z0-9-]{3,60}$/);
      expect(account).not.toMatch(/CANARY|0011/i);
    });

    it('makes bytes that the image processor takes', async () => {
      const { bytes } = await generate();
      const { size } = harness.request;
      expect(await sharp(bytes).metadata()).toMatchObject(size);
      const processed = await createSharpImageProcessor().toWebp({ bytes, size });
      expect(processed).toMatchObject({ size, receivedSize: size, warnings: [] });
    });

    it('accounts for the call', async () => {
      const { cost, tokens, seed, requestId, warnings } = await generate();
      expect(COST_BASES).toContain(cost.basis);
      expect(cost.microUsd === null).toBe(cost.basis === 'unknown');
      if (!harness.isPaid) expect(cost).toEqual(FREE);
      else expect(cost.microUsd).toBeGreaterThan(0);
      if (cost.microUsd !== null) expect(Number.isInteger(cost.microUsd)).toBe(true);
      if (tokens) expect(Math.min(tokens.input, tokens.output)).toBeGreaterThanOrEqual(0);
      if (harness.isPaid) expect(requestId).not.toBeNull();
      expect(seed === null || Number.isInteger(seed)).toBe(true);
      expect(warnings).toEqual([]);
    });

    it('says what it does not send instead of dropping it in silence', async () => {
      const { seed, warnings } = await generate({ seed: 42 });
      expect(seed === 42 || warnings.some((warning) => warning.includes('seed'))).toBe(true);
    });

    it('takes any words there are', async () => {
      const prompt = '“Käse” <b>&amp;</b> \u0000 東京 🧀 "; DROP TABLE images; --';
      const hints = { subject: prompt, palette: prompt, section: prompt, role: 'in_article' };
      const { bytes } = await generate({ prompt, hints });
      expect(await sharp(bytes).metadata()).toMatchObject(harness.request.size);
    });

    it('makes pictures side by side', async () => {
      const provider = harness.create();
      const prompts = ['A barn.', 'A boat.', 'A bench.'];
      const results = await Promise.all(
        prompts.map((prompt) => provider.generate(request({ prompt }), context())),
      );
      expect(new Set(results.map(({ bytes }) => bytes.toString('base64'))).size).toBe(3);
    });

    it('does not begin when it was stopped before', async () => {
      const controller = new AbortController();
      controller.abort();
      const error = await failure(generate({}, { signal: controller.signal }));
      expect([error.code, error.charged]).toEqual(['cancelled', 'no']);
    });

    const { stall } = harness;
    if (stall) {
      it('ends at once when it is stopped on the way', async () => {
        stall();
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 100);
        const start = performance.now();
        const error = await failure(generate({}, { signal: controller.signal }));
        expect(performance.now() - start).toBeLessThan(2_000);
        expect([error.code, error.charged]).toEqual(['cancelled', 'maybe']);
      });
    }

    it.each(harness.failures)('turns %s into one of our errors, without the key', async (kind) => {
      harness.fail(kind);
      const error = await failure(generate());
      expect(Object.keys(ERROR_CODES)).toContain(error.code);
      expect(error.message).toMatch(/^\p{Lu}[^\n]{15,700}$/u);
      for (const text of [inspect(error, { depth: 10, showHidden: true }), error.stack ?? '']) {
        expect(text).not.toMatch(/CANARY|00112233/);
      }
    });

    it('works again after a failure', async () => {
      for (const kind of harness.failures.slice(0, 1)) {
        harness.fail(kind);
        await failure(generate());
      }
      expect((await generate()).bytes.length).toBeGreaterThan(0);
    });
  });
};
