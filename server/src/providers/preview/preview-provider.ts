import { ArticleImagesError } from '../../domain/errors';
import { formatSize } from '../../domain/models/image-size';
import type {
  GenerateContext,
  GenerateResult,
  ImageProvider,
  ImageRequest,
} from '../../ports/image-provider';
import { paintBadge } from './badge';
import { createCanvas } from './canvas';
import { chooseScene } from './choose-scene';
import { createPalette } from './palette';
import { renderCanvas } from './render';
import { createRandom, hashText } from './seeded-random';

/** Drawing is quick, but it takes the cores of the server that serves the pages. */
const CONCURRENCY = 2;
const TYPICAL_MS = 300;

const LONGEST_EDGE = 4096;
const SHORTEST_EDGE = 64;

const assertDrawable = ({ size }: ImageRequest): void => {
  const edges = [size.width, size.height];
  if (edges.every((edge) => edge >= SHORTEST_EDGE && edge <= LONGEST_EDGE)) return;
  throw new ArticleImagesError(
    'unsupported_size',
    `The preview draws edges of ${SHORTEST_EDGE} to ${LONGEST_EDGE} pixels, not ${formatSize(size)}. Change the size in the model config.`,
    { charged: 'no', details: { size: formatSize(size) } },
  );
};

const assertWanted = (signal: AbortSignal): void => {
  if (!signal.aborted) return;
  throw new ArticleImagesError('cancelled', 'Stopped before the preview was drawn.', {
    charged: 'no',
  });
};

const draw = async (
  request: ImageRequest,
  { signal }: GenerateContext,
): Promise<GenerateResult> => {
  assertWanted(signal);
  assertDrawable(request);
  const { prompt, size, hints } = request;
  const seed = request.seed ?? hashText(prompt);
  const key = `${prompt} ${seed} ${formatSize(size)}`;
  const random = createRandom(key);
  const palette = createPalette({ words: hints.palette, seed: key });
  const canvas = createCanvas({ size, random, palette, subject: hints.subject });
  chooseScene({ subject: hints.subject, section: hints.section, prompt, random }).paint(canvas);
  paintBadge(canvas, hints.subject);
  const bytes = await renderCanvas(canvas, hashText(key));
  assertWanted(signal);
  return {
    bytes,
    seed,
    requestId: null,
    cost: { microUsd: 0, basis: 'none' },
    tokens: null,
    warnings: [],
  };
};

/**
 * Draws a labelled illustration on this server: no key, no network, no cost. The same prompt, seed and size give the
 * same picture; the same palette words give pictures that belong together. For trying out and for tests, not for
 * publication, which the badge in the corner says.
 */
export const createPreviewProvider = (): ImageProvider => ({
  describe: () => ({
    id: 'preview',
    label: 'Preview',
    hosts: [],
    isConfigured: true,
    missing: null,
    isPreview: true,
    concurrency: CONCURRENCY,
    typicalMs: TYPICAL_MS,
  }),
  account: () => 'preview',
  generate: draw,
});
