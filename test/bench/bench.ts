/**
 * `npm run bench`: ratios within one run on one machine. Absolute times say something about the machine, ratios about
 * the plugin. `--json` ends with one line of JSON on the standard output. Never asserted in tests.
 */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { adminEntryBytes } from '../../scripts/admin-entry.mjs';
import { runNode } from '../../scripts/demo/run-command';
import { readServices } from '../../scripts/services/services-env.mjs';
import { PROJECT_ROOT } from '../integration/harness/project-root';
import { measureBoot } from './measure-boot';
import { measureArticle, measureOverhead } from './measure-images';
import { measurePublish } from './measure-publish';
import { round } from './numbers';

const isJson = process.argv.includes('--json');

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const machine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: round(totalmem() / 2 ** 30, 0),
  node: process.version,
});

const measureAdminEntry = () => Promise.resolve({ gzippedBytes: adminEntryBytes() });

const measures = {
  overheadPerImage: measureOverhead,
  articleWallTime: measureArticle,
  publishLatency: measurePublish,
  bootAndMemory: measureBoot,
  adminEntry: measureAdminEntry,
};

const main = async (): Promise<void> => {
  say('Building the plugin ...');
  await runNode(['scripts/build.mjs'], { cwd: PROJECT_ROOT });
  for (const [name, value] of Object.entries(readServices())) process.env[name] ??= value;
  const results: Record<string, unknown> = { machine: machine() };
  for (const [name, measure] of Object.entries(measures)) {
    say(`Measuring ${name} ...`);
    results[name] = await measure();
    if (!isJson) say(JSON.stringify(results[name], null, 2));
  }
  if (isJson) process.stdout.write(`${JSON.stringify(results)}\n`);
};

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
