import type { ImageDto, RunDto } from '../../../../shared/contracts/runs';
import type { FormState } from './open-form';

/** What this edit view has seen and tried since it was opened. */
export type AttachMemory = {
  /** Already in the article when this view first looked: their absence from the form may be somebody's decision. */
  baseline: ReadonlySet<string>;
  /** Once in this form: taking them out again is a decision, never something to repair. */
  seen: ReadonlySet<string>;
  /** The document was reloaded for these; reloading again would not help. */
  refreshed: ReadonlySet<string>;
  /** Put back once after a save that did not know them. */
  restored: ReadonlySet<string>;
  /** Failed too often; the panel says so and leaves them to the server. */
  givenUp: ReadonlySet<string>;
};

export type AttachFacts = {
  form: FormState;
  /** The run under way or just over, which may wait for this view. */
  run: RunDto | null;
  /** Every picture of the article this view knows. */
  images: readonly ImageDto[];
  missing: readonly string[];
  inFormIds: readonly string[];
  /** The editor asked for these: put back, or put in although their place was gone. */
  requestedIds: readonly string[];
  memory: AttachMemory;
};

export type AttachStep =
  | { kind: 'none' }
  /** Something is to be done, but not at this moment. */
  | { kind: 'wait' }
  /** The server writes the draft; nothing unsaved can be lost. */
  | { kind: 'attach'; runId: string; imageIds: string[] }
  /** The form is behind the draft and has nothing of its own: reload it. */
  | { kind: 'refresh'; imageIds: string[] }
  /** The form has unsaved changes: put the pictures into it, field by field. */
  | { kind: 'place'; imageIds: string[] };

const NONE: AttachStep = { kind: 'none' };
const idsOf = (images: readonly ImageDto[]): string[] => images.map(({ id }) => id);

/** Finished pictures the server holds back because this view is open. */
const held = ({ run, memory, inFormIds }: AttachFacts): ImageDto[] =>
  run?.awaitsEditor
    ? run.images.filter(
        ({ id, status, file }) =>
          status === 'stored' &&
          file !== null &&
          !memory.givenUp.has(id) &&
          !inFormIds.includes(id),
      )
    : [];

const isUnknownToForm = ({ inFormIds, memory }: AttachFacts, id: string): boolean =>
  !inFormIds.includes(id) && !memory.seen.has(id) && !memory.givenUp.has(id);

/** In the draft by somebody else's hand (server, other tab), and the form does not know. */
const unknown = (facts: AttachFacts): ImageDto[] =>
  facts.images.filter(
    ({ id, status, file }) =>
      status === 'attached' &&
      file !== null &&
      !facts.missing.includes(id) &&
      isUnknownToForm(facts, id),
  );

/** Attached while this view was open and wiped by a save that was already under way: nobody meant that. */
export const wipedUnseen = (
  facts: Pick<AttachFacts, 'missing' | 'inFormIds' | 'memory'>,
): string[] =>
  facts.missing.filter(
    (id) =>
      !facts.inFormIds.includes(id) &&
      !facts.memory.seen.has(id) &&
      !facts.memory.baseline.has(id) &&
      !facts.memory.restored.has(id) &&
      !facts.memory.givenUp.has(id),
  );

/**
 * A picture the editor asked for is there when the form has it, unless the form is clean and only older than a draft that
 * lost it.
 */
const isWanted = ({ form, inFormIds, missing }: AttachFacts, id: string): boolean =>
  !inFormIds.includes(id) || (form === 'clean' && missing.includes(id));

const whenClean = (facts: AttachFacts, waiting: string[], stale: string[]): AttachStep => {
  const { run, memory } = facts;
  const ofRun = run ? waiting.filter((id) => run.images.some((image) => image.id === id)) : [];
  if (run && ofRun.length > 0) return { kind: 'attach', runId: run.id, imageIds: ofRun };
  // The server attaches by run; pictures of earlier runs go through the form.
  if (waiting.length > 0) return { kind: 'place', imageIds: waiting };
  const fresh = stale.filter((id) => !memory.refreshed.has(id));
  return fresh.length > 0 ? { kind: 'refresh', imageIds: fresh } : NONE;
};

const whenDirty = (facts: AttachFacts, waiting: string[], stale: string[]): AttachStep => {
  const isNew = (id: string) => !facts.memory.baseline.has(id);
  const imageIds = [...new Set([...waiting, ...stale.filter(isNew)])];
  return imageIds.length > 0 ? { kind: 'place', imageIds } : NONE;
};

/**
 * What to do now so that no picture and no typed word is lost. Looks only at facts, so every order of clicks, saves and
 * answers ends in the same place: it is asked again after each of them.
 */
export const nextAttachStep = (facts: AttachFacts): AttachStep => {
  if (facts.form === 'closed') return NONE;
  const requested = facts.requestedIds.filter((id) => isWanted(facts, id));
  const waiting = [...new Set([...idsOf(held(facts)), ...wipedUnseen(facts), ...requested])];
  const stale = idsOf(unknown(facts));
  if (waiting.length === 0 && stale.length === 0) return NONE;
  if (facts.form === 'clean') return whenClean(facts, waiting, stale);
  if (facts.form === 'dirty') return whenDirty(facts, waiting, stale);
  return { kind: 'wait' };
};
