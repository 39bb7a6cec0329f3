import type { ImageDto } from '../../../../shared/contracts/runs';
import type { AttachMemory } from './next-attach-step';

const MAX_FAILURES = 3;

/** Reloading the same document sooner cannot help, and where it remounts the edit view it would never end. */
const RELOAD_PAUSE_MS = 10_000;

/** When each picture last made its document reload. Outlives the edit view, which a reload may remount. */
const reloads = new Map<string, number>();

/** Keeps what one edit view has seen and tried; lives as long as the view. */
export const createAttachMemory = (reloadedAt = reloads, now = Date.now) => {
  let baseline: Set<string> | null = null;
  const sets = {
    seen: new Set<string>(),
    restored: new Set<string>(),
    givenUp: new Set<string>(),
  };
  const failures = new Map<string, number>();
  const addAll = (set: Set<string>, ids: readonly string[]) => ids.forEach((id) => set.add(id));

  return {
    /** Notes what is in the form now, and on the first look what was in the article before this view opened. */
    look: (images: readonly ImageDto[], inFormIds: readonly string[]): void => {
      baseline ??= new Set(
        images.filter(({ status }) => status === 'attached').map(({ id }) => id),
      );
      addAll(sets.seen, inFormIds);
    },
    refreshed: (ids: readonly string[]): void => ids.forEach((id) => reloadedAt.set(id, now())),
    restored: (ids: readonly string[]) => addAll(sets.restored, ids),
    /** The editor wants these in the article: whatever was seen or tried before no longer counts. */
    forget: (ids: readonly string[]): void =>
      ids.forEach((id) => {
        failures.delete(id);
        baseline?.delete(id);
        reloadedAt.delete(id);
        Object.values(sets).forEach((set) => set.delete(id));
      }),
    failed: (ids: readonly string[]): void =>
      ids.forEach((id) => {
        const count = (failures.get(id) ?? 0) + 1;
        failures.set(id, count);
        if (count >= MAX_FAILURES) sets.givenUp.add(id);
      }),
    snapshot: (): AttachMemory => {
      const recent = [...reloadedAt].filter(([, at]) => now() - at < RELOAD_PAUSE_MS);
      return {
        baseline: baseline ?? new Set(),
        refreshed: new Set(recent.map(([id]) => id)),
        ...sets,
      };
    },
  };
};

export type AttachMemoryStore = ReturnType<typeof createAttachMemory>;
