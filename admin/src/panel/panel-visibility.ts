import type { ContextDto } from '../services/merge-run';

type Part = Pick<ContextDto, 'permissions' | 'isMapped' | 'isEnabled'>;

/** People who may neither see pictures nor set the type up get no panel at all, not an empty one. */
export const isPanelHidden = ({ permissions, isMapped, isEnabled }: Part): boolean => {
  if (isMapped && !isEnabled) return true;
  return isMapped ? !permissions.canRead : !permissions.canConfigure;
};

const storageKey = (uid: string): string => `article-images.panel.${uid}`;

/** Whether the panel was there the last time this type was open: keeps the panels below from jumping while loading. */
export const wasPanelHidden = (uid: string): boolean =>
  window.localStorage.getItem(storageKey(uid)) !== 'shown';

export const rememberPanel = (uid: string, isHidden: boolean): void =>
  window.localStorage.setItem(storageKey(uid), isHidden ? 'hidden' : 'shown');
