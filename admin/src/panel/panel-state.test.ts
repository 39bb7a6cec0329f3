import { describe, expect, it } from 'vitest';
import { makeContext, makeImage, makeRun } from '../../../test/admin/builders';
import type { ContextDto } from '../services/merge-run';
import { imagesInUse, panelState, unsavedImages, type PanelFacts } from './panel-state';

const problem = 'OPENAI_API_KEY is missing.';
const [tier] = makeContext().tiers;
const article = makeContext().article!;

/** Every reason for a state at once, in the order in which they win. */
const reasons: [PanelFacts | string, Partial<Omit<PanelFacts, 'context'>>, Partial<ContextDto>][] =
  [
    ['saveFirst', { documentId: null }, {}],
    ['notMapped', {}, { isMapped: false }],
    ['published', { isPublishedTab: true }, {}],
    ['newLanguage', {}, { article: null }],
    ['running', {}, { activeRun: makeRun() }],
    ['placing', { isPlacing: true }, {}],
    ['ended', {}, { lastRun: makeRun({ status: 'partial' }) }],
    [
      'unsaved',
      { inFormIds: ['image0'], isFormModified: true },
      { images: [makeImage(0, { status: 'ready', unplacedReason: 'in_form' })] },
    ],
    [
      'unplaced',
      {},
      { images: [makeImage(1, { status: 'ready', unplacedReason: 'anchor_gone' })] },
    ],
    ['missing', {}, { missing: ['image5'] }],
    ['readOnly', {}, { permissions: { canRead: true, canGenerate: false, canConfigure: false } }],
    ['noModel', {}, { tiers: [{ ...tier!, problem }] }],
    ['blocked', {}, { queue: { state: 'down', message: null } }],
    ['done', {}, { images: [makeImage(2)] }],
    ['tooShort', {}, { article: { ...article, words: 23 } }],
    ['idle', {}, {}],
  ];

const factsOf = (rows: typeof reasons): PanelFacts => {
  const context = rows.reduceRight<ContextDto>(
    (all, [, , changes]) => ({
      ...all,
      ...changes,
      images: [...all.images, ...(changes.images ?? [])],
    }),
    makeContext(),
  );
  const facts = rows.reduceRight((all, [, changes]) => ({ ...all, ...changes }), {});
  return {
    documentId: 'doc1',
    isPublishedTab: false,
    inFormIds: [],
    isFormModified: false,
    isPlacing: false,
    settlingIds: [],
    ...facts,
    context,
  };
};

const only = (changes: Partial<ContextDto>, facts: Partial<PanelFacts> = {}) =>
  panelState({ ...factsOf([]), ...facts, context: makeContext(changes) });

describe('the state that wins', () => {
  it.each(reasons.map(([kind], index) => [kind, index] as const))(
    '%s alone is shown',
    (kind, index) => {
      expect(panelState(factsOf([reasons[index]!])).kind).toBe(kind);
    },
  );

  it.each(reasons.map(([kind], index) => [kind, index] as const))(
    '%s wins over everything below it',
    (kind, index) => {
      expect(panelState(factsOf(reasons.slice(index))).kind).toBe(kind);
    },
  );
});

describe('a run that ended', () => {
  it.each([
    ['partial', 'partial'],
    ['failed', 'failed'],
    ['cancelled', 'stopped'],
  ] as const)('%s is told as %s until it is dismissed', (status, outcome) => {
    expect(only({ lastRun: makeRun({ status }) })).toMatchObject({ kind: 'ended', outcome });
    expect(only({ lastRun: makeRun({ status, isDismissed: true }) }).kind).toBe('idle');
  });

  it('well needs no notice', () => {
    expect(only({ lastRun: makeRun({ status: 'completed' }) }).kind).toBe('idle');
  });
});

describe('pictures that are ready', () => {
  const image = makeImage(0, { status: 'ready', unplacedReason: 'in_form' });

  it('and in the form are unsaved only while the form has changes', () => {
    const facts = { inFormIds: ['image0'], isFormModified: true };
    expect(only({ images: [image] }, facts).kind).toBe('unsaved');
    expect(only({ images: [image] }, { ...facts, isFormModified: false }).kind).toBe('idle');
    expect(
      unsavedImages({ ...factsOf([]), ...facts, context: makeContext({ images: [image] }) }),
    ).toHaveLength(1);
  });

  it('and in no form wait for somebody', () => {
    expect(only({ images: [image] })).toMatchObject({ kind: 'unplaced', images: [image] });
  });

  it('wait no longer once somebody said to leave them in the library', () => {
    const lastRun = makeRun({ status: 'completed', isDismissed: true });
    expect(only({ images: [image], lastRun }).kind).toBe('idle');
  });

  it.each(['replaced', 'removed_by_editor'] as const)(
    'because they were %s wait for nobody',
    (reason) => {
      const images = [makeImage(0, { status: 'ready', unplacedReason: reason })];
      expect(only({ images }).kind).toBe('idle');
    },
  );
});

describe('missing pictures', () => {
  it('that stand in a form with changes come back with its next save', () => {
    const facts = { inFormIds: ['image0'], isFormModified: true };
    const context = { missing: ['image0'], images: [makeImage(0)] };
    expect(only(context, facts).kind).toBe('unsaved');
    expect(only(context, { ...facts, isFormModified: false }).kind).toBe('missing');
  });

  it('that are being put back by themselves are not asked about', () => {
    expect(only({ missing: ['a', 'b'] }, { settlingIds: ['a'] })).toEqual({
      kind: 'missing',
      imageIds: ['b'],
    });
    expect(only({ missing: ['a'] }, { settlingIds: ['a'] }).kind).toBe('idle');
  });
});

describe('generating', () => {
  it('is possible as long as one tier works', () => {
    expect(only({ tiers: [{ ...tier!, problem }, tier!] }).kind).toBe('idle');
    expect(only({ tiers: [] })).toEqual({ kind: 'noModel', problem: null });
  });

  it.each(['ready', 'starting', 'closed'] as const)(
    'is possible while the queue is %s: it opens with the first run',
    (queueState) => {
      expect(only({ queue: { state: queueState, message: null } }).kind).toBe('idle');
    },
  );

  it('a short article that has its cover is done, not short for ever', () => {
    const context = { article: { ...article, words: 3 }, images: [makeImage(0)] };
    expect(only(context).kind).toBe('done');
    expect(imagesInUse(makeContext(context))).toHaveLength(1);
  });
});
