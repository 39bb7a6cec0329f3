import { componentRoles } from '../component-roles';
import { isRecord } from '../field-path';
import { tokensOf } from '../name-tokens';
import type { ComponentSchemas } from '../schema';

type Item = Record<string, unknown>;

const ROW_IDENTITY = ['id', 'documentId', '__temp_key__'];
const COPIED_TYPES =
  /^(string|enumeration|boolean|integer|biginteger|float|decimal|date|datetime|time|email)$/;

/** True for a value that shows nothing on the page. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

/** True when `attribute` is the only attribute of the item that holds content. */
export const isOnlyContent = (edit: {
  item: Item;
  uid: string;
  attribute: string;
  components: ComponentSchemas;
}): boolean =>
  (componentRoles(edit.uid, edit.components) ?? []).every(
    ({ name }) => name === edit.attribute || isEmpty(edit.item[name]),
  );

/**
 * The second half of a split item: a new row with the same look. Content of its own, names that must be unique and
 * relations are not copied.
 */
export const secondHalf = (edit: {
  item: Item;
  uid: string;
  attribute: string;
  text: unknown;
  components: ComponentSchemas;
}): Item => {
  const attributes = edit.components[edit.uid]?.attributes ?? {};
  const isCopied = (name: string): boolean =>
    COPIED_TYPES.test(attributes[name]?.type ?? '') &&
    !tokensOf(name).some((token) => ['id', 'anchor', 'slug', 'key'].includes(token));
  const copied = Object.entries(edit.item).filter(
    ([name]) => name === '__component' || (isCopied(name) && !ROW_IDENTITY.includes(name)),
  );
  return { ...Object.fromEntries(copied), [edit.attribute]: edit.text };
};

/**
 * Puts new items behind position `after`. In an open form every item carries a `__temp_key__`, a fractional index the
 * form sorts and validates: a key lengthened by a middle digit stays valid and sorts right behind its neighbour.
 */
export const insertItems = (items: unknown[], after: number, added: Item[]): unknown[] => {
  const keyOf = (item: unknown) => (isRecord(item) ? item['__temp_key__'] : undefined);
  const taken = new Set(items.map(keyOf));
  let key = keyOf(items[after]);
  const keyed = added.map((item) => {
    if (typeof key !== 'string') return item;
    do key = `${key}V`;
    while (taken.has(key));
    return { ...item, __temp_key__: key };
  });
  return items.toSpliced(after + 1, 0, ...keyed);
};
