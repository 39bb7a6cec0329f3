import { describe, expect, it } from 'vitest';
import { makeContext, makeImage, makeRun } from '../../../test/admin/builders';
import { applyRun, isLive, mergeContext, newerRun } from './merge-run';

describe('answers about one run', () => {
  it('that are older than what is known are dropped', () => {
    const known = makeRun({ version: 5, percent: 60 });
    expect(newerRun(known, makeRun({ version: 4, percent: 80 }))).toBe(known);
  });

  it('never let the percent of a run under way fall', () => {
    const known = makeRun({ version: 5, percent: 60 });
    expect(newerRun(known, makeRun({ version: 5, percent: 58 })).percent).toBe(60);
    expect(newerRun(known, makeRun({ version: 6, percent: 41 })).percent).toBe(60);
    expect(newerRun(known, makeRun({ version: 6, percent: 75 })).percent).toBe(75);
  });

  it('may start from the bottom again when a finished run is tried again', () => {
    const known = makeRun({ version: 5, status: 'partial', percent: 100 });
    expect(newerRun(known, makeRun({ version: 6, percent: 25 })).percent).toBe(25);
  });

  it('about another run replace it', () => {
    expect(newerRun(makeRun({ version: 9 }), makeRun({ id: 'run2', version: 1 })).id).toBe('run2');
  });
});

describe('a run put into the context', () => {
  it('is the active one while something happens to it, and the last one after', () => {
    const started = applyRun(makeContext(), makeRun());
    expect(started.activeRun?.id).toBe('run1');
    const ended = applyRun(started, makeRun({ version: 2, status: 'completed' }));
    expect(ended.activeRun).toBeNull();
    expect(ended.lastRun?.status).toBe('completed');
  });

  it('stays active as long as it waits for the editor', () => {
    expect(isLive(makeRun({ status: 'completed', awaitsEditor: true }))).toBe(true);
    expect(isLive(makeRun({ status: 'completed' }))).toBe(false);
  });

  it('brings its pictures up to date, cover first', () => {
    const context = makeContext({ images: [makeImage(1, { status: 'ready' })] });
    const run = makeRun({
      status: 'completed',
      images: [makeImage(1), makeImage(0), makeImage(2, { status: 'failed' })],
    });
    expect(applyRun(context, run).images.map(({ id, status }) => [id, status])).toEqual([
      ['image0', 'attached'],
      ['image1', 'attached'],
    ]);
  });

  it('does not touch another active run when an older one is dismissed', () => {
    const context = makeContext({ activeRun: makeRun({ id: 'run2' }) });
    const after = applyRun(context, makeRun({ status: 'failed', isDismissed: true }));
    expect(after.activeRun?.id).toBe('run2');
  });
});

describe('a fresh context', () => {
  const run = makeRun({ version: 7, percent: 50, createdAt: '2026-11-20T10:00:00.000Z' });

  it('does not take back what a newer answer said', () => {
    const known = makeContext({ activeRun: run });
    const late = makeContext({ activeRun: makeRun({ version: 6, percent: 30 }) });
    expect(mergeContext(known, late).activeRun).toMatchObject({ version: 7, percent: 50 });
  });

  it('that was on its way when the run was started does not hide the run', () => {
    const known = makeContext({ activeRun: run });
    expect(mergeContext(known, makeContext()).activeRun?.id).toBe('run1');
    const before = makeRun({ id: 'run0', status: 'completed', createdAt: '2026-11-19T10:00:00Z' });
    const late = makeContext({ lastRun: before });
    expect(mergeContext(known, late).activeRun?.id).toBe('run1');
  });

  it('that knows of a later run wins', () => {
    const later = makeRun({ id: 'run2', status: 'completed', createdAt: '2026-11-21T10:00:00Z' });
    const known = makeContext({ activeRun: run });
    expect(mergeContext(known, makeContext({ lastRun: later })).activeRun).toBeNull();
  });

  it('ends the run it shows as ended', () => {
    const known = makeContext({ activeRun: run });
    const ended = makeRun({ version: 8, status: 'completed' });
    const merged = mergeContext(known, makeContext({ lastRun: ended }));
    expect(merged.activeRun).toBeNull();
    expect(merged.lastRun?.version).toBe(8);
  });

  it('keeps everything else as it came', () => {
    const fresh = makeContext({ missing: ['image0'], minimumWords: 90 });
    expect(mergeContext(makeContext({ lastRun: run }), fresh)).toMatchObject({
      missing: ['image0'],
      minimumWords: 90,
    });
  });
});
