import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { cancelRun, retryRun } from './control-run';
import { startRun } from './illustrate-article';
import { reconcile } from './reconcile';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;

const plan = async (request: Parameters<typeof startRun>[1] = manual) => {
  const fake = createFakePipeline();
  const { run } = await startRun(fake.pipeline, request);
  await fake.queue.runNext();
  return { fake, run, image: fake.runs.images[0]! };
};

type Fake = Awaited<ReturnType<typeof plan>>['fake'];

/** The worker died in the call: no job is left, its lease has run out. */
const die = (fake: Fake) => {
  fake.queue.lose();
  const leaseUntil = new Date(Date.now() - 1000).toISOString();
  Object.assign(fake.runs.images[0]!, { status: 'submitting', leaseOwner: 'dead', leaseUntil });
};

describe('stopping after the current picture', () => {
  it('does not abort a picture whose call began in the same moment', async () => {
    const { fake, run, image } = await plan();
    const { moveImage } = fake.runs;
    const aborted: string[] = [];
    fake.pipeline.queue.cancel = async ({ id }) => void aborted.push(id);
    fake.pipeline.runs.moveImage = async (id, from, changes) => {
      if (id === image.id) Object.assign(image, { status: 'submitting' });
      return moveImage(id, from, changes);
    };
    await cancelRun(fake.pipeline, run.id, 'finish-current');
    expect(aborted).not.toContain(image.id);
    expect(aborted).toHaveLength(2);
    expect(image.status).toBe('submitting');
  });
});

describe('stopping at once', () => {
  it('settles a picture whose worker died in the call, and says it may have been charged', async () => {
    const { fake, run, image } = await plan();
    die(fake);
    await cancelRun(fake.pipeline, run.id, 'now');
    await fake.queue.drain();
    expect(image).toMatchObject({ status: 'cancelled', error: { charged: 'maybe' } });
    expect(fake.calls).toHaveLength(0);
  });

  it('settles it later when the queue was away as well', async () => {
    const { fake, run, image } = await plan();
    die(fake);
    await cancelRun(fake.pipeline, run.id, 'now');
    fake.queue.lose();
    expect(image.status).toBe('submitting');
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(image.status).toBe('cancelled');
  });

  it('stores a picture that was received, out of the article, and counts its cost', async () => {
    const { fake, run, image } = await plan();
    const { store } = fake.pipeline.media;
    fake.pipeline.media.store = async (file) => {
      await cancelRun(fake.pipeline, run.id, 'now');
      throw new Error(`the disk is full for ${file.imageId}`);
    };
    await fake.queue.runNext();
    fake.pipeline.media.store = store;
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(image).toMatchObject({ status: 'ready', unplacedReason: 'run_cancelled' });
    expect(fake.spool.kept.size).toBe(0);
    expect(await fake.runs.findRun(run.id)).toMatchObject({
      status: 'cancelled',
      costMicroUsd: 40_000,
    });
  });
});

describe('retrying', () => {
  it('a run that is under way changes nothing', async () => {
    const { fake, run } = await plan();
    await retryRun(fake.pipeline, run.id);
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'generating' });
  });

  it('a stopped run makes what was stopped', async () => {
    const { fake, run } = await plan();
    await cancelRun(fake.pipeline, run.id, 'now');
    await fake.queue.drain();
    await retryRun(fake.pipeline, run.id);
    await fake.queue.drain();
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed', error: null });
    expect(fake.calls).toHaveLength(3);
  });
});
