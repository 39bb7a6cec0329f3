import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { ArticleImagesError } from '../domain/errors';
import { cancelRun, retryRun } from './control-run';
import { startRun } from './illustrate-article';
import { reconcile } from './reconcile';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;
const failing = (code: ConstructorParameters<typeof ArticleImagesError>[0]) => async () => {
  throw new ArticleImagesError(code, `simulated ${code}`);
};

/** A worker that dies in mid call: its job is gone, its lease lapses, its row stays as it was. */
const crash = (fake: ReturnType<typeof createFakePipeline>, change: Record<string, unknown>) => {
  const image = fake.runs.images[0]!;
  fake.queue.lose();
  Object.assign(image, {
    leaseOwner: 'dead-worker',
    leaseUntil: new Date(Date.now() - 1000).toISOString(),
    ...change,
  });
  return image;
};

describe('one picture that fails', () => {
  it('does not keep the others from the article', async () => {
    const fake = createFakePipeline();
    fake.script.push(failing('policy'));
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    const done = await fake.runs.findRun(run.id);
    expect(done).toMatchObject({ status: 'partial', error: { code: 'policy' } });
    expect(fake.runs.images.map(({ status }) => status)).toEqual([
      'failed',
      'attached',
      'attached',
    ]);
  });

  it('is tried again by itself when that can help, and forgets the error once it works', async () => {
    const fake = createFakePipeline();
    fake.script.push(failing('provider_unavailable'));
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed' });
    expect(fake.runs.images[0]).toMatchObject({ attempts: 2, error: null });
  });

  it('ends with its reason when every attempt fails', async () => {
    const fake = createFakePipeline();
    const always = failing('provider_unavailable');
    fake.script.push(...Array.from({ length: 9 }, () => always));
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'failed' });
    expect(fake.runs.images.every(({ error }) => error?.code === 'provider_unavailable')).toBe(
      true,
    );
  });

  it('is the only one made again on retry', async () => {
    const fake = createFakePipeline();
    fake.script.push(failing('policy'));
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    const before = fake.calls.length;
    await retryRun(fake.pipeline, run.id, [fake.runs.images[0]!.id]);
    await fake.queue.drain();
    expect(fake.calls.length - before).toBe(1);
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed', error: null });
    expect(fake.articles.values()?.cover).not.toBeNull();
  });
});

describe('bytes that were paid for', () => {
  it('are kept when the Media Library fails, and stored without buying them again', async () => {
    const fake = createFakePipeline();
    const { store } = fake.pipeline.media;
    fake.pipeline.media.store = failing('upload_failed');
    const { run } = await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.drain();
    expect(fake.runs.images[0]).toMatchObject({
      status: 'failed',
      error: { code: 'upload_failed' },
    });
    expect(fake.spool.kept.size).toBe(1);
    fake.pipeline.media.store = store;
    await retryRun(fake.pipeline, run.id);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(1);
    expect(fake.runs.images[0]).toMatchObject({ status: 'attached', costMicroUsd: 40_000 });
    expect(fake.spool.kept.size).toBe(0);
  });

  it('are taken up from the spool after a crash', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.runNext();
    const image = crash(fake, { status: 'received' });
    await fake.spool.write(image.id, Buffer.from('paid'));
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
    expect(fake.runs.images[0]).toMatchObject({ status: 'attached', recoveries: 1 });
  });

  it('are bought again once when they do not decode, and not a third time', async () => {
    const fake = createFakePipeline();
    fake.pipeline.processor.toWebp = failing('bad_output');
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(2);
    expect(fake.runs.images[0]).toMatchObject({
      status: 'failed',
      error: { code: 'bad_output', charged: 'yes' },
      costMicroUsd: 80_000,
    });
    expect(fake.spool.kept.size).toBe(0);
  });
});

describe('a worker that dies', () => {
  it('loses no picture: the ledger refills the queue', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    fake.queue.lose();
    await reconcile(fake.pipeline);
    await fake.queue.runNext();
    fake.queue.lose();
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed' });
    expect(fake.calls).toHaveLength(3);
  });

  it('resumes the handle of a submitted call instead of submitting again', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.runNext();
    crash(fake, { status: 'submitted', handle: 'job-42' });
    const handles: (string | null)[] = [];
    fake.script.push(async (request, context) => {
      handles.push(context.handle);
      return {
        bytes: Buffer.from(request.prompt),
        seed: 1,
        requestId: null,
        cost: { microUsd: 1, basis: 'reported' },
        tokens: null,
        warnings: [],
      };
    });
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(handles).toEqual(['job-42']);
  });

  it('in a call without a handle has it repeated once, with a note, and never twice', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.runNext();
    crash(fake, { status: 'submitting' });
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.runs.images[0]?.status).toBe('attached');
    expect(fake.runs.images[0]?.warnings.join()).toContain('may have been charged');

    const again = createFakePipeline();
    await startRun(again.pipeline, { ...manual, count: 0 });
    await again.queue.runNext();
    crash(again, { status: 'submitting', recoveries: 1 });
    await reconcile(again.pipeline);
    await again.queue.drain();
    expect(again.calls).toHaveLength(0);
    expect(again.runs.images[0]).toMatchObject({
      status: 'failed',
      error: { code: 'outcome_unknown', charged: 'maybe' },
    });
  });

  it('three times over one picture has it given up with that reason', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.runNext();
    crash(fake, { status: 'pending', recoveries: 2 });
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.runs.images[0]).toMatchObject({
      status: 'failed',
      error: { code: 'worker_crashed' },
    });
  });

  it('does not make a picture another live worker holds', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.runNext();
    crash(fake, { leaseUntil: new Date(Date.now() + 30_000).toISOString() });
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
  });
});

describe('stopping', () => {
  it('before anything is made costs nothing and says so in every row', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    await cancelRun(fake.pipeline, run.id, 'now');
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
    expect(fake.runs.images.map(({ status }) => status)).toEqual(Array(3).fill('cancelled'));
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'cancelled', percent: 100 });
  });

  it('after the current picture attaches what was made', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    await fake.queue.runNext();
    await cancelRun(fake.pipeline, run.id, 'finish-current');
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(1);
    expect(fake.articles.values()?.cover).toBe(1);
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'cancelled' });
  });

  it('now keeps finished pictures in the Media Library and out of the article', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    await fake.queue.runNext();
    await cancelRun(fake.pipeline, run.id, 'now');
    await fake.queue.drain();
    expect(fake.articles.values()?.cover).toBeNull();
    expect(fake.runs.images[0]).toMatchObject({ status: 'ready', unplacedReason: 'run_cancelled' });
  });

  it('a run that is over changes nothing', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    await cancelRun(fake.pipeline, run.id, 'now');
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed' });
  });
});
