import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { startRun } from './illustrate-article';
import { takeOver } from './take-over';

const context = { signal: new AbortController().signal, attempt: 1, isLastAttempt: false };
const coverOnly = { article, trigger: 'manual', startedBy: 7, count: 0 } as const;

const plan = async () => {
  const fake = createFakePipeline();
  await startRun(fake.pipeline, coverOnly);
  await fake.queue.runNext();
  return { fake, image: fake.runs.images[0]! };
};

describe('taking over an image', () => {
  it('holds it for this worker and counts an interrupted one', async () => {
    const { fake, image } = await plan();
    expect(await takeOver(fake.pipeline, { ...image }, context)).toMatchObject({ recoveries: 0 });
    expect(image.leaseOwner).toBe(fake.pipeline.workerId);
    Object.assign(image, { leaseOwner: null, status: 'submitting' });
    expect(await takeOver(fake.pipeline, { ...image }, context)).toMatchObject({ recoveries: 1 });
  });

  it('asks to be called again when the lease of another worker has run out', async () => {
    const { fake, image } = await plan();
    const leaseUntil = new Date(Date.now() + 20_000).toISOString();
    Object.assign(image, { leaseOwner: 'another', leaseUntil });
    const refused = await takeOver(fake.pipeline, { ...image }, context).catch((error) => error);
    expect(refused).toMatchObject({ code: 'run_in_progress', isRetryable: true });
    expect(refused.retryAfterMs).toBeGreaterThan(19_000);
    expect(refused.retryAfterMs).toBeLessThan(21_000);
  });

  it('leaves the rest to the reconciler when the queue will not call again', async () => {
    const { fake, image } = await plan();
    const leaseUntil = new Date(Date.now() + 20_000).toISOString();
    Object.assign(image, { leaseOwner: 'another', leaseUntil });
    const last = { ...context, isLastAttempt: true };
    expect(await takeOver(fake.pipeline, { ...image }, last)).toBeNull();
    expect(image).toMatchObject({ leaseOwner: 'another', status: 'pending' });
  });

  it('does nothing when another worker finished it since it was read', async () => {
    const { fake, image } = await plan();
    const earlier = { ...image };
    Object.assign(image, { status: 'stored' });
    expect(await takeOver(fake.pipeline, earlier, context)).toBeNull();
    expect(image).toMatchObject({ leaseOwner: null, status: 'stored' });
  });

  it('gives up an image over which workers died three times', async () => {
    const { fake, image } = await plan();
    Object.assign(image, { status: 'submitting', recoveries: 2 });
    expect(await takeOver(fake.pipeline, { ...image }, context)).toBeNull();
    expect(image).toMatchObject({ status: 'failed', error: { code: 'worker_crashed' } });
  });
});
