import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { ArticleImagesError } from '../domain/errors';
import { cancelRun } from './control-run';
import { startRun } from './illustrate-article';
import { reconcile } from './reconcile';

const coverOnly = { article, trigger: 'manual', startedBy: 7, count: 0 } as const;

/** A run whose cover is planned and not yet made. */
const plan = async () => {
  const fake = createFakePipeline();
  const { run } = await startRun(fake.pipeline, coverOnly);
  await fake.queue.runNext();
  return { fake, run, image: fake.runs.images[0]! };
};

type Fake = Awaited<ReturnType<typeof plan>>['fake'];

/** What a worker that died leaves: no job, a lapsed lease, and a row as it was. */
const die = (fake: Fake, status: 'submitting' | 'received') => {
  fake.queue.lose();
  const leaseUntil = new Date(Date.now() - 1000).toISOString();
  Object.assign(fake.runs.images[0]!, { status, leaseOwner: 'dead', leaseUntil });
};

const refuse =
  (code: ConstructorParameters<typeof ArticleImagesError>[0], times: number) => (fake: Fake) =>
    fake.script.push(
      ...Array.from({ length: times }, () => async () => {
        throw new ArticleImagesError(code, `simulated ${code}`);
      }),
    );

describe('a picture on its way in', () => {
  it('whose bytes are on the disk is not ordered again, although the row does not know them', async () => {
    const { fake, image } = await plan();
    await fake.spool.write(image.id, Buffer.from('paid'));
    die(fake, 'submitting');
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
    expect(fake.runs.images[0]).toMatchObject({
      status: 'attached',
      costMicroUsd: 40_000,
      costBasis: 'estimated',
    });
    expect(fake.spool.kept.size).toBe(0);
  });

  it('whose file is gone from the disk is ordered again, and its row says so', async () => {
    const { fake } = await plan();
    die(fake, 'received');
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(1);
    expect(fake.runs.images[0]?.warnings.join()).toContain('gone from the disk');
  });

  it('stays on the disk when the row cannot be written, and is not ordered again', async () => {
    const { fake } = await plan();
    const { updateImage } = fake.runs;
    let isDown = true;
    fake.pipeline.runs.updateImage = async (id, changes) => {
      if (changes.status === 'received' && isDown) {
        isDown = false;
        throw new Error('the database is away');
      }
      return updateImage(id, changes);
    };
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(1);
    expect(fake.runs.images[0]).toMatchObject({ status: 'attached', error: null });
  });

  it('is not ordered for an article that is gone', async () => {
    const { fake, run } = await plan();
    fake.articles.delete();
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
    const done = await fake.runs.findRun(run.id);
    expect(done).toMatchObject({
      status: 'failed',
      error: { code: 'article_gone', charged: 'no' },
    });
  });

  it('is not ordered when it was stopped between its job and its call', async () => {
    const { fake, run, image } = await plan();
    const { find } = fake.articles.store;
    fake.articles.store.find = async (ref) => {
      await cancelRun(fake.pipeline, run.id, 'finish-current');
      return find(ref);
    };
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(0);
    expect(await fake.runs.findImage(image.id)).toMatchObject({ status: 'cancelled' });
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'cancelled' });
  });

  it('waits for its turn as often as told, but not for ever', async () => {
    const { fake, run } = await plan();
    refuse('rate_limited', 200)(fake);
    for (let rounds = 0; rounds < 20; rounds += 1) {
      await fake.queue.drain();
      await reconcile(fake.pipeline);
    }
    expect(fake.calls).toHaveLength(30);
    const done = await fake.runs.findRun(run.id);
    expect(done).toMatchObject({ status: 'failed', error: { code: 'rate_limited' } });
  });

  it.each(['timeout', 'outcome_unknown', 'empty_answer'] as const)(
    'that may have been charged (%s) is ordered once more, and not a third time',
    async (code) => {
      const { fake, run } = await plan();
      refuse(code, 9)(fake);
      await fake.queue.drain();
      expect(fake.calls).toHaveLength(2);
      expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'failed', error: { code } });
    },
  );
});
