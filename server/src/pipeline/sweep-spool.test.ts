import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { startRun } from './illustrate-article';
import { sweepSpool } from './sweep-spool';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One picture in this status, with bytes in the spool. */
const keep = async (status: string) => {
  const fake = createFakePipeline();
  const manual = { article, trigger: 'manual', startedBy: 7, count: 0 } as const;
  await startRun(fake.pipeline, manual);
  await fake.queue.runNext();
  const image = fake.runs.images[0]!;
  Object.assign(image, { status });
  await fake.spool.write(image.id, Buffer.from('paid'));
  return fake;
};

describe('sweeping the spool', () => {
  it.each(['stored', 'attached', 'ready', 'cancelled'])(
    'removes the bytes of a picture that is %s',
    async (status) => {
      const fake = await keep(status);
      await sweepSpool(fake.pipeline);
      expect(fake.spool.kept.size).toBe(0);
    },
  );

  it.each(['pending', 'submitting', 'submitted', 'received'])(
    'keeps those of a picture that is %s, however old',
    async (status) => {
      const fake = await keep(status);
      fake.clock.offsetMs = 90 * DAY_MS;
      await sweepSpool(fake.pipeline);
      expect(fake.spool.kept.size).toBe(1);
    },
  );

  it('keeps those of a failed picture for a month, for a retry', async () => {
    const fake = await keep('failed');
    fake.clock.offsetMs = 29 * DAY_MS;
    await sweepSpool(fake.pipeline);
    expect(fake.spool.kept.size).toBe(1);
    fake.clock.offsetMs = 31 * DAY_MS;
    await sweepSpool(fake.pipeline);
    expect(fake.spool.kept.size).toBe(0);
  });

  it('removes what belongs to no picture', async () => {
    const fake = createFakePipeline();
    await fake.spool.write('unknown', Buffer.from('?'));
    await sweepSpool(fake.pipeline);
    expect(fake.spool.kept.size).toBe(0);
  });
});
