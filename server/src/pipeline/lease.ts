import type { Pipeline } from './pipeline';

/** A worker that dies blocks its picture no longer than this. */
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

const until = (pipeline: Pipeline): number => pipeline.clock.now().getTime() + LEASE_MS;

/** Takes an image for this process; false while another live process holds it. */
export const takeLease = (pipeline: Pipeline, imageId: string): Promise<boolean> =>
  pipeline.runs.leaseImage(imageId, pipeline.workerId, until(pipeline));

/** Prolongs the lease as long as the work goes on; call the answer to stop. */
export const keepLease = (pipeline: Pipeline, imageId: string): (() => void) => {
  const timer = setInterval(() => {
    pipeline.runs
      .renewLease(imageId, pipeline.workerId, until(pipeline))
      .catch((error: unknown) =>
        pipeline.logger.warn(`The lease of image ${imageId} was not renewed: ${String(error)}`),
      );
  }, RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
};

export const dropLease = async (pipeline: Pipeline, imageId: string): Promise<void> => {
  await pipeline.runs.updateImage(imageId, { leaseOwner: null, leaseUntil: null });
};
