import { startRun, waitForRun, enableTypes } from '../site/runs';
import { startSimulator, type Simulator } from '../simulator/start-simulator';
import {
  GUIDE,
  openAiAt,
  openBenchSite,
  PAID_TIER,
  writeGuide,
  type BenchSite,
} from './bench-site';
import { round, runAll, timed } from './numbers';

const CONCURRENCY = 4;
const COVERS = 16;
const COVER_LATENCY_MS = 1_000;
const POLL_MS = 500;
const ARTICLE_IMAGES = 5;
const ARTICLE_LATENCY_MS = 5_000;

/** The same orders without the plugin: what the service alone takes for them. */
const callDirectly = (simulator: Simulator, images: number): Promise<number> =>
  timed(() =>
    runAll(
      Array.from({ length: images }, (_, index) => index),
      CONCURRENCY,
      async (index) => {
        const answer = await fetch(`${simulator.baseUrl}/images/generations`, {
          method: 'POST',
          headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
          body: JSON.stringify({
            model: 'gpt-image-1.5',
            prompt: `Penguin number ${index} on a rocky shore`,
            size: '1536x1024',
            output_format: 'jpeg',
          }),
        });
        if (!answer.ok) throw new Error(`The simulator answered ${answer.status}.`);
        await answer.arrayBuffer();
      },
    ),
  );

const withSite = async <T>(
  latencyMs: number,
  work: (parts: BenchSite & { simulator: Simulator }) => Promise<T>,
): Promise<T> => {
  const simulator = await startSimulator({ latencyMs });
  const env = openAiAt(simulator.baseUrl, CONCURRENCY);
  const bench = await openBenchSite('bench-images', env);
  try {
    await enableTypes(bench.admin, { uids: [GUIDE], isAutomatic: false });
    return await work({ ...bench, simulator });
  } finally {
    await bench.close();
    await simulator.close();
  }
};

const illustrate = async (
  { admin }: BenchSite,
  ref: Awaited<ReturnType<typeof writeGuide>>,
  count: number,
): Promise<void> => {
  const started = await startRun(admin, ref, { count, includeFeatured: true, tier: PAID_TIER });
  const run = await waitForRun(admin, started.id, { limitMs: 300_000, pollMs: POLL_MS });
  if (run.status !== 'completed' || run.counts.attached !== count + 1) {
    throw new Error(
      `A run of the bench ended as ${run.status} with ${run.counts.attached} images.`,
    );
  }
};

/**
 * Covers of 1536x1024 for many articles at once, with Strapi's own formats made: time for each beyond what the same
 * orders take without the plugin.
 */
export const measureOverhead = () =>
  withSite(COVER_LATENCY_MS, async (parts) => {
    const refs = await Promise.all(
      Array.from({ length: COVERS }, (_, index) => writeGuide(parts.admin, index)),
    );
    await illustrate(parts, await writeGuide(parts.admin, -1), 0);
    const serviceMs = await callDirectly(parts.simulator, COVERS);
    const wallMs = await timed(() => Promise.all(refs.map((ref) => illustrate(parts, ref, 0))));
    return {
      images: COVERS,
      concurrency: CONCURRENCY,
      latencyMs: COVER_LATENCY_MS,
      serviceMs: round(serviceMs, 0),
      wallMs: round(wallMs, 0),
      overheadMsPerImage: round((wallMs - serviceMs) / COVERS, 0),
    };
  });

/**
 * One article, a cover and four images in the text at five seconds each, against what the service alone takes. The first
 * run after a start also opens the embedded queue: `firstWallMs`.
 */
export const measureArticle = () =>
  withSite(ARTICLE_LATENCY_MS, async (parts) => {
    const [first, second] = [await writeGuide(parts.admin, 0), await writeGuide(parts.admin, 1)];
    const serviceMs = await callDirectly(parts.simulator, ARTICLE_IMAGES);
    const firstWallMs = await timed(() => illustrate(parts, first, ARTICLE_IMAGES - 1));
    const wallMs = await timed(() => illustrate(parts, second, ARTICLE_IMAGES - 1));
    return {
      images: ARTICLE_IMAGES,
      concurrency: CONCURRENCY,
      latencyMs: ARTICLE_LATENCY_MS,
      serviceMs: round(serviceMs, 0),
      firstWallMs: round(firstWallMs, 0),
      wallMs: round(wallMs, 0),
      ratio: round(wallMs / serviceMs),
    };
  });
