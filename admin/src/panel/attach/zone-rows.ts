type Row = Record<string, unknown>;

const KEY = '__temp_key__';

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && '__component' in value;

const isZone = (value: unknown): value is Row[] => Array.isArray(value) && value.every(isRow);

const isSameRow = (known: Row, next: Row): boolean =>
  JSON.stringify(known) === JSON.stringify(next);

/**
 * Rows to add to a dynamic zone, with their final positions, when `next` is `current` plus new rows; null when it is
 * anything else. Rows the host adds itself get a key of the kind its drag and drop needs.
 */
export const insertedRows = (
  current: unknown,
  next: unknown,
): { row: Row; index: number }[] | null => {
  if (!isZone(next) || !isZone(current ?? [])) return null;
  const known = (current ?? []) as Row[];
  const inserted: { row: Row; index: number }[] = [];
  let kept = 0;
  for (const [index, row] of next.entries()) {
    const expected = known[kept];
    if (expected && isSameRow(expected, row)) kept += 1;
    else {
      const { [KEY]: _key, ...content } = row;
      inserted.push({ row: content, index });
    }
  }
  return kept === known.length && inserted.length > 0 ? inserted : null;
};

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The host sorts and extends row keys, so a new one must be a valid order key: "b00" to "bzz" are. */
const freeKeys = (taken: ReadonlySet<unknown>): string[] =>
  [...DIGITS]
    .flatMap((first) => [...DIGITS].map((second) => `b${first}${second}`))
    .filter((key) => !taken.has(key));

/** A zone that was changed in other ways than by new rows, each row with a key. */
export const withRowKeys = (next: unknown): unknown => {
  if (!isZone(next) || next.length === 0) return next;
  const free = freeKeys(new Set(next.map((row) => row[KEY])));
  return next.map((row) => (row[KEY] ? row : { ...row, [KEY]: free.shift() }));
};
