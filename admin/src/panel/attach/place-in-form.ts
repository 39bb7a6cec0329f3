import type { ImageDto, PlaceImages } from '../../../../shared/contracts/runs';
import { imagesInValues } from './images-in-values';
import { isSameValue, readPath, type OpenForm } from './open-form';
import { insertedRows, withRowKeys } from './zone-rows';

type Answer = PlaceImages.Response['data'];
type Values = Record<string, unknown>;

export type PlaceInput = {
  images: ImageDto[];
  /** Mapped attributes, by the first part of their path. */
  attributes: string[];
  /** Those that hold the running text: written only while nobody writes in it. */
  textAttributes: string[];
  form: OpenForm;
  request: (imageIds: string[], values: Values) => Promise<Answer>;
  wait: (ms: number) => Promise<void>;
  signal: AbortSignal;
  /** The caret is in the text, so the pictures wait; false when they no longer do. */
  onWaiting: (isWaiting: boolean) => void;
};

export type PlaceResult = { placedIds: string[]; unplacedIds: string[] };

/** The text must be untouched this long: a block editor keeps the last 300 ms to itself. */
const IDLE_MS = 400;
const LOOK_MS = 100;
/** A block editor that still held text puts it back within this time, over our picture. */
const VERIFY_MS = 600;
const MAX_ROUNDS = 4;

const attributeOf = (path: string): string => path.split('.')[0] ?? path;

const pick = (values: Values, attributes: string[]): Values =>
  Object.fromEntries(attributes.map((name) => [name, values[name] ?? null]));

const write = (form: OpenForm, path: string, next: unknown): void => {
  const rows = insertedRows(readPath(form.values(), path), next);
  if (rows) rows.forEach(({ row, index }) => form.addRow(path, row, index));
  else form.write(path, withRowKeys(next));
};

/** Resolves when the text has rested and the caret is elsewhere; false when the value moved on meanwhile. */
const textRests = async (input: PlaceInput, path: string, sent: unknown): Promise<boolean> => {
  const { form, wait, signal, onWaiting } = input;
  let restedMs = 0;
  let last = readPath(form.values(), path);
  while (!signal.aborted && restedMs < IDLE_MS) {
    onWaiting(form.isTextFocused());
    await wait(LOOK_MS);
    const now = readPath(form.values(), path);
    restedMs = now === last && !form.isTextFocused() ? restedMs + LOOK_MS : 0;
    last = now;
  }
  onWaiting(false);
  return !signal.aborted && isSameValue(last, sent);
};

/** Writes one answered value unless the editor changed that field since it was sent. */
const writeIfUnchanged = async (
  input: PlaceInput,
  sent: Values,
  [path, next]: [string, unknown],
): Promise<boolean> => {
  const before = readPath(sent, path);
  const isText = input.textAttributes.includes(attributeOf(path));
  if (isText && !(await textRests(input, path, before))) return false;
  if (input.signal.aborted || !isSameValue(readPath(input.form.values(), path), before)) {
    return false;
  }
  write(input.form, path, next);
  return true;
};

const byTextLast = (input: PlaceInput) => (a: [string, unknown], b: [string, unknown]) =>
  Number(input.textAttributes.includes(attributeOf(a[0]))) -
  Number(input.textAttributes.includes(attributeOf(b[0])));

/** One question to the server and its answer in the form. Returns the pictures whose field had moved on. */
const placeRound = async (input: PlaceInput, images: ImageDto[]) => {
  const sent = pick(input.form.values(), input.attributes);
  const answer = await input.request(
    images.map(({ id }) => id),
    sent,
  );
  const moved = new Set<string>();
  for (const entry of Object.entries(answer.values).sort(byTextLast(input))) {
    if (!(await writeIfUnchanged(input, sent, entry))) moved.add(attributeOf(entry[0]));
  }
  const movedIds = answer.placed
    .filter(({ field }) => moved.has(attributeOf(field)))
    .map(({ imageId }) => imageId);
  return { movedIds, unplacedIds: answer.unplaced.map(({ imageId }) => imageId) };
};

/**
 * Puts pictures into a form that has unsaved changes: asks the server where they go in the values on screen, writes
 * only the fields that changed, and asks again for those the editor touched meanwhile. Looks again after 600 ms,
 * because a text editor may put its own value back.
 */
export const placeInForm = async (input: PlaceInput): Promise<PlaceResult> => {
  const unplaced = new Set<string>();
  let open = input.images;
  for (let round = 0; round < MAX_ROUNDS && open.length > 0 && !input.signal.aborted; round += 1) {
    const { movedIds, unplacedIds } = await placeRound(input, open);
    unplacedIds.forEach((id) => unplaced.add(id));
    if (movedIds.length === 0) await input.wait(VERIFY_MS);
    const present = imagesInValues(open, input.form.values());
    open = open.filter((image) => !present.includes(image) && !unplaced.has(image.id));
  }
  const placed = imagesInValues(input.images, input.form.values()).map(({ id }) => id);
  return {
    placedIds: placed,
    unplacedIds: input.images.map(({ id }) => id).filter((id) => !placed.includes(id)),
  };
};
