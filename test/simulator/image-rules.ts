import { z } from 'zod';
import { refuse } from './errors';

type SizeRule = { kind: 'list'; sizes: string[] } | { kind: 'grid' };
type ModelRule = { size: SizeRule; family: 'table' | 'formula'; qualities: string[] };

const THREE: SizeRule = { kind: 'list', sizes: ['1024x1024', '1536x1024', '1024x1536'] };
const BASIC = ['auto', 'low', 'medium', 'high'];
const EXTENDED = [...BASIC, 'xhigh', 'max'];

/** The image models of November 2026. */
export const IMAGE_MODELS: Record<string, ModelRule> = {
  'gpt-image-1-mini': { size: THREE, family: 'table', qualities: BASIC },
  'gpt-image-1.5': { size: THREE, family: 'table', qualities: BASIC },
  'chatgpt-image-latest': { size: THREE, family: 'table', qualities: BASIC },
  'gpt-image-2': { size: { kind: 'grid' }, family: 'formula', qualities: BASIC },
  'gpt-image-2.5-sunburst': { size: { kind: 'grid' }, family: 'formula', qualities: EXTENDED },
  'gpt-image-2.5-flare': { size: { kind: 'grid' }, family: 'formula', qualities: EXTENDED },
  'gpt-image-2.6-sunburst': { size: { kind: 'grid' }, family: 'formula', qualities: EXTENDED },
  'gpt-image-2.6-flare': { size: { kind: 'grid' }, family: 'formula', qualities: EXTENDED },
};
const RETIRED = ['dall-e-2', 'dall-e-3', 'gpt-image-1'];

const requestSchema = z.strictObject({
  model: z.string(),
  prompt: z.string().min(1).max(32_000),
  n: z.number().int().min(1).max(10).default(1),
  size: z.string().default('auto'),
  quality: z.string().default('auto'),
  background: z.enum(['auto', 'opaque', 'transparent']).default('auto'),
  output_format: z.enum(['png', 'jpeg', 'webp']).default('png'),
  output_compression: z.number().int().min(0).max(100).optional(),
  moderation: z.enum(['auto', 'low']).default('auto'),
  complexity: z.enum(['low', 'medium', 'high']).optional(),
  stream: z.boolean().optional(),
  partial_images: z.number().int().min(0).max(3).optional(),
  safety_identifier: z.string().max(128).optional(),
  user: z.string().optional(),
});

export type ImageOrder = z.infer<typeof requestSchema> & {
  width: number;
  height: number;
  quality: 'low' | 'medium' | 'high';
};

const gridProblem = (width: number, height: number): string | null => {
  if (width % 16 || height % 16) return 'Width and height must both be divisible by 16.';
  const aspect = width / height;
  if (aspect < 1 / 3 || aspect > 3) return 'The aspect ratio must be between 1:3 and 3:1.';
  if (Math.max(width, height) > 3840) return 'The longest edge must be at most 3840 pixels.';
  const pixels = width * height;
  return pixels < 655_360 || pixels > 8_294_400
    ? 'The total number of pixels must be between 655360 and 8294400.'
    : null;
};

const readSize = (text: string, rule: SizeRule): { width: number; height: number } => {
  if (text === 'auto') return { width: 1024, height: 1024 };
  const match = /^(\d+)x(\d+)$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  const problem = !match
    ? 'Expected WIDTHxHEIGHT.'
    : rule.kind === 'grid'
      ? gridProblem(width, height)
      : rule.sizes.includes(text)
        ? null
        : `Supported values are: ${[...rule.sizes, 'auto'].map((one) => `'${one}'`).join(', ')}.`;
  if (!problem) return { width, height };
  throw refuse(400, `Invalid value: '${text}'. ${problem}`, {
    code: 'invalid_value',
    type: 'image_generation_user_error',
    param: 'size',
  });
};

const findModel = (model: unknown): ModelRule => {
  if (typeof model !== 'string' || model === '') {
    throw refuse(400, "Missing required parameter: 'model'.", {
      code: 'missing_required_parameter',
      param: 'model',
    });
  }
  if (RETIRED.includes(model)) {
    throw refuse(404, `The model '${model}' has been retired and is no longer available.`, {
      code: 'model_not_found',
    });
  }
  const base = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const rule = IMAGE_MODELS[base];
  if (rule) return rule;
  throw refuse(400, `Invalid value: '${model}'. The model does not exist.`, {
    code: 'invalid_value',
    param: 'model',
  });
};

const refuseIssue = (issue: z.core.$ZodIssue): never => {
  if (issue.code === 'unrecognized_keys') {
    const param = issue.keys[0] ?? '';
    throw refuse(400, `Unknown parameter: '${param}'.`, { code: 'unknown_parameter', param });
  }
  const param = String(issue.path[0] ?? '');
  throw refuse(400, `Invalid value for '${param}': ${issue.message}`, {
    code: 'invalid_value',
    param,
  });
};

/** Checks an order like the real service; throws a `Refusal`. */
export const parseImageOrder = (body: unknown): ImageOrder => {
  const rule = findModel((body as { model?: unknown } | null)?.model);
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return refuseIssue(parsed.error.issues[0]!);
  const order = parsed.data;
  if (!rule.qualities.includes(order.quality)) {
    throw refuse(400, `Invalid value: '${order.quality}'.`, {
      code: 'invalid_value',
      param: 'quality',
    });
  }
  if (order.background === 'transparent' && order.output_format === 'jpeg') {
    throw refuse(400, 'Transparent background is not supported for JPEG output format.', {
      code: 'invalid_value',
      param: 'background',
    });
  }
  const quality = order.quality === 'low' || order.quality === 'medium' ? order.quality : 'high';
  return {
    ...order,
    ...readSize(order.size, rule.size),
    quality: order.quality === 'auto' ? 'medium' : quality,
  };
};

const TABLE = {
  low: { square: 272, portrait: 408, landscape: 400 },
  medium: { square: 1056, portrait: 1584, landscape: 1568 },
  high: { square: 4160, portrait: 6240, landscape: 6208 },
};
const AXIS = { low: 16, medium: 48, high: 96 };

const outputTokens = ({ model, quality, width, height }: ImageOrder): number => {
  const shape = width === height ? 'square' : width > height ? 'landscape' : 'portrait';
  if (findModel(model).family === 'table') return TABLE[quality][shape];
  // Public formula of the newer models; it gives the published prices of the published sizes.
  const axis = AXIS[quality];
  const short = Math.round((axis * Math.min(width, height)) / Math.max(width, height));
  return Math.ceil((axis * short * (2_000_000 + width * height)) / 4_000_000);
};

/** Tokens as the service would count them. */
export const usageFor = (order: ImageOrder) => {
  const text = Math.max(1, Math.ceil(order.prompt.length / 4));
  const output = outputTokens(order) * order.n;
  return {
    total_tokens: text + output,
    input_tokens: text,
    output_tokens: output,
    input_tokens_details: { text_tokens: text, image_tokens: 0 },
    output_tokens_details: { text_tokens: 0, image_tokens: output },
  };
};
