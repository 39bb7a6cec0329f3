import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Made by `scripts/build-embedded-seed.mjs`; ships beside the bundled server half. */
export const EMBEDDED_SEED_FILE = 'embedded-queue.tar.br';

/** By path: the bundler takes `new URL(file, import.meta.url)` for a wish to include every file of this folder. */
const besideTheBundle = () => join(dirname(fileURLToPath(import.meta.url)), EMBEDDED_SEED_FILE);

/**
 * The prepared data directory, compressed; undefined where there is none, as when running from source. It spares
 * `initdb`: a second of work and hundreds of megabytes for a moment.
 */
export const readEmbeddedSeed = (path = besideTheBundle()): Buffer | undefined =>
  existsSync(path) ? readFileSync(path) : undefined;
