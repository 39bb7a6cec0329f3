import type { ImageDto, PlaceImages, RunDto } from '../../../../shared/contracts/runs';
import { toRequestError, type RequestError } from '../../services/request-error';
import type { AttachMemoryStore } from './attach-memory';
import { imagesInValues } from './images-in-values';
import { nextAttachStep, wipedUnseen, type AttachStep } from './next-attach-step';
import type { OpenForm } from './open-form';
import { placeInForm } from './place-in-form';

export type ArticleFacts = {
  run: RunDto | null;
  images: ImageDto[];
  missing: string[];
  attributes: string[];
  textAttributes: string[];
  /** May say that a picture was taken out on purpose. */
  canGenerate: boolean;
};

export type AttachServer = {
  /** Rejects with the request's error. Its answer is in the facts when it resolves. */
  attach: (runId: string, imageIds: string[]) => Promise<void>;
  place: (
    imageIds: string[],
    values: Record<string, unknown>,
  ) => Promise<PlaceImages.Response['data']>;
  /** The draft changed outside the form: the host reads it again and replaces the form's values. */
  reloadDocument: () => void;
  /** Compares the saved draft with what was said to be in it; resolves with the pictures that are not. */
  confirmSaved: () => Promise<string[]>;
  acceptMissing: (imageIds: string[]) => Promise<void>;
  /** What the server says of the pictures changed. */
  reloadContext: () => void;
};

export type AttachView = {
  inFormIds: string[];
  /** Missing pictures that need no question: they are being put back, or the editor took them out just now. */
  settlingIds: string[];
  isPlacing: boolean;
  isWaitingForText: boolean;
  hasGivenUp: boolean;
  error: RequestError | null;
};

export const EMPTY_VIEW: AttachView = {
  inFormIds: [],
  settlingIds: [],
  isPlacing: false,
  isWaitingForText: false,
  hasGivenUp: false,
  error: null,
};

type Input = {
  form: OpenForm;
  memory: AttachMemoryStore;
  /** Always the newest; null while nothing is known of the article. */
  read: () => ArticleFacts | null;
  server: AttachServer;
  wait: (ms: number) => Promise<void>;
  signal: AbortSignal;
  onView: (changes: Partial<AttachView>) => void;
};

/** In the article, or in the form on its way there. */
const isInUse = ({ status, unplacedReason }: ImageDto): boolean =>
  status === 'attached' || (status === 'ready' && unplacedReason === 'in_form');

const RETRY_MS = 1_000;
const LOOK_MS = 100;
const RELOAD_LOOKS = 30;

/**
 * Carries out the attach protocol of one open edit view, one step at a time. `evaluate` may be called at any moment and
 * as often as one likes: it looks at the facts, does what is next, and looks again.
 */
export const createAttachRunner = (input: Input) => {
  const { form, memory, read, server, wait, signal, onView } = input;
  const requested = new Set<string>();
  /** Taken out by the editor and saved: no question about these, until the editor wants them back. */
  const accepting = new Set<string>();
  let isBusy = false;

  const look = (facts: ArticleFacts): AttachStep => {
    const state = form.state();
    if (state === 'closed') return { kind: 'none' };
    const inFormIds = imagesInValues(facts.images, form.values()).map(({ id }) => id);
    memory.look(facts.images, inFormIds);
    const known = {
      form: state,
      ...facts,
      inFormIds,
      requestedIds: [...requested],
      memory: memory.snapshot(),
    };
    const hasGivenUp = known.memory.givenUp.size > 0;
    onView({ inFormIds, settlingIds: [...wipedUnseen(known), ...accepting], hasGivenUp });
    return nextAttachStep(known);
  };

  /** Stays until the form has the pictures: from then on taking one out is the editor's decision. */
  const reload = async (imageIds: string[]): Promise<void> => {
    memory.refreshed(imageIds);
    server.reloadDocument();
    for (let looks = 0; looks < RELOAD_LOOKS && !signal.aborted; looks += 1) {
      await wait(LOOK_MS);
      const facts = read();
      if (form.state() !== 'clean' || !facts) return;
      const present = imagesInValues(facts.images, form.values()).map(({ id }) => id);
      memory.look(facts.images, present);
      if (imageIds.every((id) => present.includes(id))) return;
    }
  };

  const attach = async (runId: string, imageIds: string[]): Promise<void> => {
    await server.attach(runId, imageIds);
    const after = read()?.images ?? [];
    const isStillHeld = (id: string) =>
      after.some((image) => image.id === id && image.status === 'stored');
    const heldIds = imageIds.filter(isStillHeld);
    memory.failed(heldIds);
    if (heldIds.length > 0) await wait(RETRY_MS);
    else if (!signal.aborted && form.state() === 'clean') await reload(imageIds);
  };

  const place = async (imageIds: string[], facts: ArticleFacts): Promise<void> => {
    onView({ isPlacing: true });
    const result = await placeInForm({
      images: facts.images.filter(({ id }) => imageIds.includes(id)),
      attributes: facts.attributes,
      textAttributes: facts.textAttributes,
      form,
      request: server.place,
      wait,
      signal,
      onWaiting: (isWaitingForText) => onView({ isWaitingForText }),
    });
    memory.failed(result.unplacedIds);
    server.reloadContext();
  };

  const carryOut = async (step: AttachStep, facts: ArticleFacts): Promise<void> => {
    if (step.kind === 'attach') await attach(step.runId, step.imageIds);
    if (step.kind === 'place') await place(step.imageIds, facts);
    if (step.kind === 'refresh') await reload(step.imageIds);
  };

  const tryStep = async (): Promise<boolean> => {
    const facts = read();
    const step = facts ? look(facts) : null;
    if (!facts || !step || step.kind === 'none' || step.kind === 'wait') return false;
    const wiped = wipedUnseen({ ...facts, inFormIds: [], memory: memory.snapshot() });
    try {
      await carryOut(step, facts);
      onView({ error: null });
    } catch (error) {
      memory.failed(step.imageIds);
      onView({ error: toRequestError(error) });
      await wait(RETRY_MS);
    }
    memory.restored(wiped.filter((id) => step.imageIds.includes(id)));
    step.imageIds.forEach((id) => requested.delete(id));
    onView({ isPlacing: false, isWaitingForText: false });
    return true;
  };

  const evaluate = async (): Promise<void> => {
    if (isBusy || signal.aborted) return;
    isBusy = true;
    try {
      while (!signal.aborted && (await tryStep()));
    } finally {
      isBusy = false;
    }
  };

  /** The editor asks for these pictures, wherever they are now. */
  const put = (imageIds: readonly string[]): Promise<void> => {
    memory.forget(imageIds);
    imageIds.forEach((id) => {
      accepting.delete(id);
      requested.add(id);
    });
    return evaluate();
  };

  /** Pictures this form once had and has no more: the editor took them out. */
  const takenOut = (facts: ArticleFacts): string[] => {
    const present = imagesInValues(facts.images, form.values());
    const { seen } = memory.snapshot();
    return facts.images
      .filter((image) => seen.has(image.id) && !present.includes(image) && isInUse(image))
      .map(({ id }) => id);
  };

  /** A save of this form is over: what was in it is in the article now, what was taken out stays out. */
  const saved = async (): Promise<void> => {
    const facts = read();
    if (!facts || facts.images.length === 0) return server.reloadContext();
    const removed = facts.canGenerate ? takenOut(facts) : [];
    removed.forEach((id) => accepting.add(id));
    onView({ settlingIds: [...accepting] });
    try {
      const missing = await server.confirmSaved();
      const isSettled = (id: string) =>
        missing.includes(id) ||
        facts.images.some((image) => image.id === id && image.status === 'ready');
      const accepted = removed.filter(isSettled);
      removed.filter((id) => !accepted.includes(id)).forEach((id) => accepting.delete(id));
      if (accepted.length > 0) await server.acceptMissing(accepted);
    } catch (error) {
      removed.forEach((id) => accepting.delete(id));
      onView({ error: toRequestError(error) });
    }
    return evaluate();
  };

  return { evaluate, put, saved };
};
