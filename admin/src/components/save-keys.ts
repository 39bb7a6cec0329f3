import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd with Enter or S: what the host listens for on the whole window to save or publish. */
const isSaveChord = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && (key === 'Enter' || key.toLowerCase() === 's');

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/**
 * For the root of everything we put inside the article's form. Enter in a field of ours would press Save, and the save
 * shortcuts would reach the host out of our menus, which hang elsewhere in the page: React brings their keys here.
 */
export const keepKeysFromForm = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' && isField(event.target)) event.preventDefault();
  const isOutside = !event.currentTarget.contains(event.target as Node);
  if (!isOutside || !isSaveChord(event)) return;
  event.preventDefault();
  event.stopPropagation();
};
