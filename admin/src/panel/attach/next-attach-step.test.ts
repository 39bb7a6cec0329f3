import { describe, expect, it } from 'vitest';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import { nextAttachStep, wipedUnseen, type AttachFacts } from './next-attach-step';
import type { FormState } from './open-form';

const none = { seen: [], refreshed: [], restored: [], givenUp: [], baseline: [] };
type Sets = Partial<Record<keyof typeof none, string[]>>;

const memory = (sets: Sets = {}) => {
  const all = { ...none, ...sets };
  return {
    baseline: new Set(all.baseline),
    seen: new Set(all.seen),
    refreshed: new Set(all.refreshed),
    restored: new Set(all.restored),
    givenUp: new Set(all.givenUp),
  };
};

type Case = Partial<Omit<AttachFacts, 'memory'>> & { memory?: Sets };

const step = (facts: Case) =>
  nextAttachStep({
    form: 'clean',
    run: null,
    images: [],
    missing: [],
    inFormIds: [],
    requestedIds: [],
    ...facts,
    memory: memory(facts.memory),
  });

const stored = [makeImage(0, { status: 'stored' }), makeImage(1, { status: 'stored' })];
const waiting = makeRun({ status: 'attaching', awaitsEditor: true, images: stored });
const attached = [makeImage(0), makeImage(1)];
const both = ['image0', 'image1'];

describe('pictures the server holds back for this view', () => {
  it.each<[FormState, unknown]>([
    ['clean', { kind: 'attach', runId: 'run1', imageIds: both }],
    ['dirty', { kind: 'place', imageIds: both }],
    ['typing', { kind: 'wait' }],
    ['saving', { kind: 'wait' }],
    ['closed', { kind: 'none' }],
  ])('with a %s form', (form, expected) => {
    expect(step({ form, run: waiting, images: stored })).toEqual(expected);
  });

  it('are left alone once this view has given up', () => {
    expect(step({ run: waiting, images: stored, memory: { givenUp: both } })).toEqual({
      kind: 'none',
    });
  });

  it('are not placed again when they already stand in the form', () => {
    const facts = { form: 'dirty' as const, run: waiting, images: stored };
    expect(step({ ...facts, inFormIds: both })).toEqual({ kind: 'none' });
  });

  it('are not touched while the run does not wait for an editor', () => {
    const run = makeRun({ status: 'generating', images: stored });
    expect(step({ run, images: stored })).toEqual({ kind: 'none' });
  });

  it('that have no file yet are not asked for', () => {
    const images = [makeImage(0, { status: 'stored', file: null })];
    expect(step({ run: makeRun({ awaitsEditor: true, images }), images })).toEqual({
      kind: 'none',
    });
  });
});

describe('pictures somebody else put into the draft', () => {
  it('reload a form that has nothing to lose', () => {
    expect(step({ images: attached })).toEqual({ kind: 'refresh', imageIds: both });
  });

  it('do not reload it twice: a second time would not help', () => {
    expect(step({ images: attached, memory: { refreshed: both } })).toEqual({ kind: 'none' });
  });

  it('go into a form with unsaved text when they are new to this view', () => {
    expect(step({ form: 'dirty', images: attached })).toEqual({ kind: 'place', imageIds: both });
  });

  it('stay out of a form with unsaved text when they were there before: somebody may have removed them', () => {
    expect(step({ form: 'dirty', images: attached, memory: { baseline: both } })).toEqual({
      kind: 'none',
    });
  });

  it('stay out when this form once had them and the editor took them out', () => {
    expect(step({ form: 'dirty', images: attached, memory: { seen: both } })).toEqual({
      kind: 'none',
    });
    expect(step({ form: 'clean', images: attached, memory: { seen: both } })).toEqual({
      kind: 'none',
    });
  });

  it('need nothing when the form has them', () => {
    expect(step({ images: attached, inFormIds: both })).toEqual({ kind: 'none' });
  });

  it('wait while a save is on its way', () => {
    expect(step({ form: 'saving', images: attached })).toEqual({ kind: 'wait' });
  });
});

describe('the race of attaching and typing', () => {
  it('text typed while the server attached is kept: the pictures go into the form', () => {
    const run = makeRun({ status: 'completed', images: attached });
    expect(step({ form: 'dirty', run, images: attached })).toEqual({
      kind: 'place',
      imageIds: both,
    });
  });

  it('a save that was under way while the server attached wiped them: they are attached again', () => {
    const run = makeRun({ status: 'completed', images: attached });
    expect(step({ run, images: attached, missing: both })).toEqual({
      kind: 'attach',
      runId: 'run1',
      imageIds: both,
    });
  });

  it('the same with new unsaved text: they go into the form', () => {
    const run = makeRun({ status: 'completed', images: attached });
    expect(step({ form: 'dirty', run, images: attached, missing: both })).toEqual({
      kind: 'place',
      imageIds: both,
    });
  });

  it('they are put back once; a second loss is for a person to decide', () => {
    const run = makeRun({ status: 'completed', images: attached });
    const facts = { run, images: attached, missing: both, memory: { restored: both } };
    expect(step(facts)).toEqual({ kind: 'none' });
  });

  it('wiped pictures of an earlier run go through the form, after those of this run', () => {
    const images = [...stored, makeImage(0, { id: 'older' })];
    const facts = { run: waiting, images, missing: ['older'] };
    expect(step(facts)).toEqual({ kind: 'attach', runId: 'run1', imageIds: both });
    const run = makeRun({ status: 'completed', images: attached });
    expect(step({ ...facts, run, inFormIds: both })).toEqual({
      kind: 'place',
      imageIds: ['older'],
    });
  });
});

describe('missing pictures', () => {
  it('that the form once had were removed by a person: nothing happens by itself', () => {
    expect(step({ missing: both, memory: { seen: both } })).toEqual({ kind: 'none' });
    expect(step({ missing: both, memory: { baseline: both } })).toEqual({ kind: 'none' });
  });

  it('count as wiped only when nobody in this view can have meant it', () => {
    const facts = { missing: ['a', 'b', 'c', 'd'], inFormIds: ['d'] };
    const sets = memory({ seen: ['a'], baseline: ['b'] });
    expect(wipedUnseen({ ...facts, memory: sets })).toEqual(['c']);
  });

  it('the editor asks for are attached although a form that is only older still shows them', () => {
    const run = makeRun({ status: 'completed', images: attached });
    const facts = { run, images: attached, missing: both, inFormIds: both, requestedIds: both };
    expect(step(facts)).toEqual({ kind: 'attach', runId: 'run1', imageIds: both });
    expect(step({ ...facts, form: 'dirty' })).toEqual({ kind: 'none' });
  });

  it('the editor asks for are attached or placed', () => {
    const run = makeRun({ status: 'completed', images: attached });
    const facts = { run, images: attached, missing: both, memory: { seen: both } };
    expect(step({ ...facts, requestedIds: ['image1'] })).toEqual({
      kind: 'attach',
      runId: 'run1',
      imageIds: ['image1'],
    });
    expect(step({ ...facts, form: 'dirty', requestedIds: ['image1'] })).toEqual({
      kind: 'place',
      imageIds: ['image1'],
    });
  });
});
