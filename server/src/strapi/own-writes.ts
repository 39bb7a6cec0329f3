import { AsyncLocalStorage } from 'node:async_hooks';
import type { ArticleRef } from '../domain/article/article';

/** One version of an article in one locale, as an event of Strapi names it. */
export type WrittenVersion = ArticleRef & { updatedAt: string };

/** Tells the plugin's own writes from everybody else's, so that attaching a picture never asks for pictures. */
export interface OwnWrites {
  /** Runs a write. Every event that Strapi raises from within it counts as ours. */
  run<T>(write: () => Promise<T>): Promise<T>;
  /** Remembers a version for events that arrive outside the write's own async context. */
  remember(version: WrittenVersion): void;
  /** True inside `run`, and for a remembered version. */
  isOwn(version: WrittenVersion): boolean;
}

const MEMORY_MS = 60_000;
const MEMORY_SIZE = 1_000;

const keyOf = ({ uid, documentId, locale, updatedAt }: WrittenVersion): string =>
  [uid, documentId, locale ?? '', updatedAt].join('|');

export const createOwnWrites = ({ now = Date.now }: { now?: () => number } = {}): OwnWrites => {
  const inside = new AsyncLocalStorage<true>();
  const lapsesAt = new Map<string, number>();

  const forgetOld = () => {
    for (const [key, lapses] of lapsesAt) {
      if (lapses > now() && lapsesAt.size <= MEMORY_SIZE) return;
      lapsesAt.delete(key);
    }
  };

  return {
    run: (write) => inside.run(true, write),
    remember(version) {
      const key = keyOf(version);
      // A map keeps the order of insertion: put again, so that the oldest stays first.
      lapsesAt.delete(key);
      lapsesAt.set(key, now() + MEMORY_MS);
      forgetOld();
    },
    isOwn: (version) => inside.getStore() === true || (lapsesAt.get(keyOf(version)) ?? 0) > now(),
  };
};

const bySite = new WeakMap<object, OwnWrites>();

/** The one memory of a running Strapi: who writes and who listens must share it. */
export const ownWritesOf = (strapi: object): OwnWrites => {
  const known = bySite.get(strapi) ?? createOwnWrites();
  bySite.set(strapi, known);
  return known;
};
