import type { InArticleTarget } from '../article';
import { componentKind, componentRoles } from '../component-roles';
import { isRecord } from '../field-path';
import type { ComponentSchemas } from '../schema';
import { unreadableValue, type BodyFormat, type BodyImage } from './body-format';
import { isWantedPicture } from './checked-edit';
import { insertItems, isOnlyContent, secondHalf } from './zone-edit';
import { readItem, type ZonePiece } from './zone-item';

export type ZoneTarget = Extract<InArticleTarget, { kind: 'zone' }>;

export type ZoneOptions = {
  components: ComponentSchemas;
  /** Component of the items of a repeatable component, when known. Items of a dynamic zone name their own. */
  itemComponent: string | null;
  /** The component pictures go in as; null puts them into the items' own texts. */
  target: ZoneTarget | null;
  /** True for an open form, which holds whole file objects instead of ids. */
  form: boolean;
};

const ROW_KEYS = ['id', 'documentId', '__component', '__temp_key__'];

/** The smallest component that has text and every attribute of the item: what a repeatable component is made of. */
const guessComponent = (item: Record<string, unknown>, components: ComponentSchemas) => {
  const names = Object.keys(item).filter((name) => !ROW_KEYS.includes(name));
  return Object.entries(components)
    .filter(([uid, { attributes }]) => {
      const roles = componentRoles(uid, components) ?? [];
      return (
        names.every((name) => name in attributes) && roles.some(({ role }) => role.kind === 'text')
      );
    })
    .sort(([, a], [, b]) => Object.keys(a.attributes).length - Object.keys(b.attributes).length)
    .map(([uid]) => uid)[0];
};

const componentOf = (item: Record<string, unknown>, options: ZoneOptions): string | null => {
  if (typeof item['__component'] === 'string') return item['__component'];
  return options.itemComponent ?? guessComponent(item, options.components) ?? null;
};

const ignoredIn = (uid: string, { target }: ZoneOptions): string[] =>
  target?.component === uid
    ? [target.alternativeField, target.captionField].filter((name) => name !== null)
    : [];

type ZoneReading = { pieces: ZonePiece[]; unreadable: string[] };

const readZone = (items: unknown[], options: ZoneOptions): ZoneReading => {
  const reading: ZoneReading = { pieces: [], unreadable: [] };
  items.forEach((item, index) => {
    if (!isRecord(item)) {
      reading.unreadable.push(`item ${index + 1} is not a component`);
      return;
    }
    const uid = componentOf(item, options);
    if (uid === null) {
      reading.unreadable.push(`item ${index + 1} does not say which component it is`);
      return;
    }
    const ignored = ignoredIn(uid, options);
    const pieces = readItem({ item, uid, components: options.components, ignored });
    if (pieces) reading.pieces.push(...pieces.map((piece) => ({ ...piece, item: index })));
    else reading.unreadable.push(`item ${index + 1}: the component ${uid} is not known`);
  });
  return reading;
};

/** The new component that carries the picture. Items of a repeatable component do not name theirs. */
const pictureItem = (edit: {
  items: unknown[];
  image: BodyImage;
  target: ZoneTarget;
  options: ZoneOptions;
}) => {
  const { items, image, target, options } = edit;
  const isZone = items.some((item) => isRecord(item) && '__component' in item);
  const attribute = options.components[target.component]?.attributes[target.mediaField];
  const media = options.form ? image.file : image.file.id;
  return {
    ...(isZone ? { __component: target.component } : {}),
    [target.mediaField]: attribute?.multiple ? [media] : media,
    ...(target.alternativeField ? { [target.alternativeField]: image.alternativeText } : {}),
    ...(target.captionField && image.caption !== ''
      ? { [target.captionField]: image.caption }
      : {}),
  };
};

const isShown = ({ block }: ZonePiece): boolean => block.text !== '' || block.images.length > 0;

/** The item a block is in, changed by its own format; null when that format has no place for it. */
const insertInside = (items: unknown[], piece: ZonePiece, image: BodyImage): unknown[] | null => {
  const item = items[piece.item];
  if (!isRecord(item) || !piece.format) return null;
  const changed = piece.format.insertAfter(item[piece.attribute], piece.inner, image);
  return changed === null ? null : items.with(piece.item, { ...item, [piece.attribute]: changed });
};

const splitItem = (edit: {
  items: unknown[];
  piece: ZonePiece;
  picture: Record<string, unknown>;
  options: ZoneOptions;
}): unknown[] | null => {
  const { items, piece, picture, options } = edit;
  const item = items[piece.item];
  if (!isRecord(item) || !piece.format) return null;
  const { attribute } = piece;
  const { components } = options;
  const uid = componentOf(item, options);
  if (uid === null || componentKind(uid) !== 'text') return null;
  if (!isOnlyContent({ item, uid, attribute, components })) return null;
  const halves = piece.format.splitAfter(item[attribute], piece.inner);
  if (!halves) return null;
  const [first, text] = halves;
  const second = secondHalf({ item, uid, attribute, text, components });
  return insertItems(items.with(piece.item, { ...item, [attribute]: first }), piece.item, [
    picture,
    second,
  ]);
};

/** As a component of its own: behind the item, between its halves, or in its text. */
const insertComponent = (edit: {
  items: unknown[];
  pieces: ZonePiece[];
  index: number;
  image: BodyImage;
  target: ZoneTarget;
  options: ZoneOptions;
}): unknown[] | null => {
  const { items, pieces, index, image, target, options } = edit;
  const piece = pieces[index];
  if (!piece) return null;
  const picture = pictureItem({ items, image, target, options });
  const isItemEnd = !pieces.some(
    (later, at) => at > index && later.item === piece.item && isShown(later),
  );
  const behind = () => insertItems(items, piece.item, [picture]);
  if (isItemEnd) return behind();
  const split = splitItem({ items, piece, picture, options });
  return split ?? insertInside(items, piece, image) ?? behind();
};

/** Takes out the items that are nothing but a wanted picture, and such pictures from the texts of the others. */
const removeFromZone = (edit: {
  items: unknown[];
  isWanted: (address: string) => boolean;
  options: ZoneOptions;
}): unknown[] => {
  const { items, isWanted, options } = edit;
  const { pieces } = readZone(items, options);
  let isChanged = false;
  const kept = items.flatMap((item, index) => {
    const own = pieces.filter((piece) => piece.item === index);
    const isPicture = own.length > 0 && own.every(({ block }) => isWantedPicture(isWanted)(block));
    if (isPicture && own.every(({ format }) => format === null)) {
      isChanged = true;
      return [];
    }
    if (!isRecord(item)) return [item];
    const changed = { ...item };
    for (const { attribute, format } of own) {
      if (format) changed[attribute] = format.removeImages(changed[attribute], isWanted);
    }
    const isEdited = own.some(({ attribute }) => changed[attribute] !== item[attribute]);
    isChanged ||= isEdited;
    return [isEdited ? changed : item];
  });
  return isChanged ? kept : items;
};

/**
 * A dynamic zone or a repeatable component: items in order, each attribute that holds text read by its own format.
 * Items nobody can read are reported and never touched.
 */
export const createZoneFormat = (options: ZoneOptions): BodyFormat => ({
  read(value) {
    if (!Array.isArray(value)) return unreadableValue(value, 'a list of components');
    const { pieces, unreadable } = readZone(value, options);
    return { blocks: pieces.map(({ block }) => block), unreadable };
  },

  insertAfter(value, index, image) {
    if (!Array.isArray(value)) return null;
    const { pieces } = readZone(value, options);
    const { target } = options;
    if (target) return insertComponent({ items: value, pieces, index, image, target, options });
    // Back to the closest text that can carry it, but not past the section's heading.
    for (let at = index; at >= 0; at -= 1) {
      const piece = pieces[at];
      const changed = piece ? insertInside(value, piece, image) : null;
      if (changed) return changed;
      if (piece?.block.kind === 'heading') return null;
    }
    return null;
  },

  removeImages: (value, isWanted) =>
    Array.isArray(value) ? removeFromZone({ items: value, isWanted, options }) : value,

  splitAfter: () => null,
});
