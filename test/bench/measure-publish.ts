import { publish } from '../site/articles';
import { enableTypes, findPublishRun, waitForRun } from '../site/runs';
import { GUIDE, openBenchSite, writeGuide, type BenchSite } from './bench-site';
import { median, round, timed } from './numbers';

const ROUNDS = 15;

const publishOne = async ({ admin }: BenchSite, number: number, hasPlugin: boolean) => {
  const ref = await writeGuide(admin, number);
  const ms = await timed(() => publish(admin, ref, {}));
  // The pictures come later; the next round starts when nothing of this one is left to do.
  if (hasPlugin) await waitForRun(admin, (await findPublishRun(admin, ref)).id);
  return ms;
};

/** The publish request, on a site whose plugin answers every publish with a run, against a site without the plugin. */
export const measurePublish = async () => {
  const withPlugin = await openBenchSite('bench-publish', {});
  const without = await openBenchSite('bench-publish-plain', { ARTICLE_IMAGES_ENABLED: 'false' });
  try {
    await enableTypes(withPlugin.admin, { uids: [GUIDE], isAutomatic: true, count: 1 });
    await publishOne(withPlugin, -1, true);
    await publishOne(without, -1, false);
    const times = { withPlugin: [] as number[], without: [] as number[] };
    for (let number = 0; number < ROUNDS; number += 1) {
      times.without.push(await publishOne(without, number, false));
      times.withPlugin.push(await publishOne(withPlugin, number, true));
    }
    const withMs = median(times.withPlugin);
    const withoutMs = median(times.without);
    return {
      publishes: ROUNDS,
      withMs: round(withMs, 1),
      withoutMs: round(withoutMs, 1),
      ratio: round(withMs / withoutMs),
    };
  } finally {
    await withPlugin.close();
    await without.close();
  }
};
