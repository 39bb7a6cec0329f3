import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Made by `scripts/build-embedded-seed.mjs`; ships beside the bundled server half. */
export const EMBEDDED_SEED_FILE = 'embedded-queue.tar.br';

const besideTheBundle = () => fileURLToPath(new URL(`./${EMBEDDED_SEED_FILE}`, import.meta.url));

/**
 * The prepared data directory, compressed; undefined where there is none, as when running from source. It spares
 * `initdb`: a second of work and hundreds of megabytes for a moment.
 */
export const readEmbeddedSeed = (path = besideTheBundle()): Buffer | undefined =>
  existsSync(path) ? readFileSync(path) : undefined;
