import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { startRun } from './illustrate-article';
import { noteOpenEditor } from './open-editor';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;

/** Polls once a second for as long, and gives the seconds at which the row heard of it. */
const poll = async (editorLeaseMs: number, seconds: number): Promise<number[]> => {
  const fake = createFakePipeline();
  fake.pipeline.editorLeaseMs = editorLeaseMs;
  const start = new Date('2026-11-21T10:00:00Z').getTime();
  let second = 0;
  fake.pipeline.clock.now = () => new Date(start + second * 1000);
  const { run } = await startRun(fake.pipeline, manual);
  const heard: number[] = [];
  for (; second < seconds; second += 1) {
    const before = (await fake.runs.findRun(run.id))!;
    await noteOpenEditor(fake.pipeline, before);
    const after = await fake.runs.findRun(run.id);
    if (after?.editorSeenAt !== before.editorSeenAt) heard.push(second);
  }
  return heard;
};

describe('an open edit view that polls', () => {
  it('is written down every five seconds, not with every poll', async () => {
    expect(await poll(20_000, 12)).toEqual([0, 5, 10]);
  });

  it('is written down in time for a short lease', async () => {
    expect(await poll(8_000, 7)).toEqual([0, 2, 4, 6]);
    expect(await poll(2_000, 3)).toEqual([0, 1, 2]);
  });
});
