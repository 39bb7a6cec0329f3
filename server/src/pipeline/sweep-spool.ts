import { isTerminalImage } from '../domain/runs/run-state';
import type { ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';

/** A failed picture whose bytes were paid for can be stored by a retry; nobody retries after this. */
const KEEP_FAILED_MS = 30 * 24 * 60 * 60 * 1000;

const isNeeded = (image: ImageRow, now: number): boolean =>
  image.status === 'failed'
    ? now - Date.parse(image.updatedAt) < KEEP_FAILED_MS
    : !isTerminalImage(image.status) && image.status !== 'stored';

/** Removes what a process that died between storing a picture and removing its bytes left behind. */
export const sweepSpool = async (pipeline: Pipeline): Promise<void> => {
  const now = pipeline.clock.now().getTime();
  for (const id of await pipeline.spool.list()) {
    const image = await pipeline.runs.findImage(id);
    if (!image || !isNeeded(image, now)) await pipeline.spool.remove(id);
  }
};
