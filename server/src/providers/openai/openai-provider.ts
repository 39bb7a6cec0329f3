import OpenAI from 'openai';
import type { ImageGenerateParamsNonStreaming } from 'openai/resources/images';
import { ArticleImagesError } from '../../domain/errors';
import { costOf } from '../../domain/models/price';
import type {
  GenerateContext,
  GenerateResult,
  ImageProvider,
  ImageRequest,
  ProviderDescription,
} from '../../ports/image-provider';
import { createGuard, type Guard } from '../guarded-agent';
import { downloadPicture } from '../guarded-download';
import { createDeadline } from '../http';
import { createExchange, type Exchange } from './exchange';
import { failureError } from './failure-error';
import { imageAnswerSchema, pictureOf, usageOf, type ImageAnswer } from './image-answer';
import { buildOrder, type ImageOrder } from './image-order';
import { accountName, readSettings, type OpenAiSettings } from './openai-settings';
import { refusalError, type CallFacts } from './refusal-error';

export type OpenAiOptions = {
  apiKey?: string;
  /** OpenAI's own when absent; any server that speaks its images API. */
  baseUrl?: string;
  organization?: string;
  /** Budget of one order, from connecting to the last byte. High quality takes minutes. */
  timeoutMs?: number;
  concurrency?: number;
  /** Lets answers point to pictures on private addresses other than the base URL's own. */
  allowPrivateAddresses?: boolean;
};

const DEFAULT_TIMEOUT_MS = 180_000;
const DEFAULT_CONCURRENCY = 4;
/** Medium quality, as measured by others; shown as "about". */
const TYPICAL_MS = 30_000;

type Service = {
  settings: OpenAiSettings;
  options: OpenAiOptions;
  guard: Guard;
  timeoutMs: number;
};

const describe = ({ settings, options }: Service): ProviderDescription => ({
  id: 'openai',
  label: settings.isCompatible ? `OpenAI-compatible server (${settings.host})` : 'OpenAI',
  hosts: settings.host ? [settings.host] : [],
  isConfigured: settings.missing === null,
  missing: settings.missing,
  isPreview: false,
  concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
  typicalMs: settings.isCompatible ? null : TYPICAL_MS,
});

/** One client per call: its `fetch` remembers that call. Nothing is read from the environment, nothing is retried or logged. */
const createClient = ({ settings, options, timeoutMs }: Service, exchange: Exchange): OpenAI =>
  new OpenAI({
    // Servers of one's own often want no key, the client library always does.
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl,
    organization: options.organization ?? null,
    project: null,
    maxRetries: 0,
    // Ours ends first, and covers the reading of the answer as well.
    timeout: timeoutMs + 5_000,
    fetch: exchange.fetch,
    logLevel: 'off',
  });

const order = async (
  service: Service,
  { body, exchange, signal }: { body: ImageOrder['body']; exchange: Exchange; signal: AbortSignal },
): Promise<ImageAnswer> => {
  const params = body as ImageGenerateParamsNonStreaming;
  const answer: unknown = await createClient(service, exchange).images.generate(params, { signal });
  return imageAnswerSchema.parse(answer);
};

/** Some servers answer 200 and put the refusal into the body. */
const assertNoRefusal = (answer: ImageAnswer, exchange: Exchange, call: CallFacts): void => {
  const wire = exchange.answer();
  if (answer.error != null && !answer.data?.length && wire) throw refusalError(wire, call);
};

const generate = async (
  service: Service,
  request: ImageRequest,
  { signal }: GenerateContext,
): Promise<GenerateResult> => {
  const { settings, guard, timeoutMs } = service;
  const { service: name } = settings;
  const { body, warnings } = buildOrder({ request, isCompatible: settings.isCompatible });
  const secrets = settings.apiKey ? [settings.apiKey] : [];
  const call: CallFacts = { service: name, model: request.model, size: request.size, secrets };
  const exchange = createExchange({ agent: guard.trusted });
  const deadline = createDeadline({ signal, timeoutMs });
  try {
    const answer = await order(service, { body, exchange, signal: deadline.signal });
    // A download has a budget of its own: by then the order itself was in time.
    deadline.clear();
    assertNoRefusal(answer, exchange, call);
    const picture = pictureOf({ answer, service: name });
    const bytes =
      picture.kind === 'bytes'
        ? picture.bytes
        : await downloadPicture({ url: picture.url, guard, signal });
    const { tokens, usage } = usageOf(answer);
    return {
      bytes,
      seed: null,
      requestId: exchange.answer()?.headers.get('x-request-id') ?? null,
      cost: costOf({ price: request.price, size: request.size, usage }),
      tokens,
      warnings,
    };
  } catch (error) {
    throw failureError({ error, exchange, deadline, signal, timeoutMs, call });
  } finally {
    deadline.clear();
  }
};

/**
 * OpenAI's images API and every server that speaks it. One synchronous call per picture: it has no handle to come
 * back to, so a lost answer is `outcome_unknown`. Throws `provider_not_configured` when a setting is missing.
 */
export const createOpenAiProvider = (options: OpenAiOptions): ImageProvider => {
  const settings = readSettings(options);
  const service: Service = {
    settings,
    options,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    guard: createGuard({
      trustedUrl: settings.baseUrl,
      allowPrivateAddresses: options.allowPrivateAddresses ?? false,
    }),
  };
  return {
    describe: () => describe(service),
    account: () => accountName(settings),
    generate: async (request, context) => {
      if (settings.missing === null) return generate(service, request, context);
      throw new ArticleImagesError(
        'provider_not_configured',
        `The image service is not set up: ${settings.missing}.`,
        { details: { provider: 'openai' } },
      );
    },
  };
};
