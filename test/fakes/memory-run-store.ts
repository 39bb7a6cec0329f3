import type { GenerationRun, ImageRow, RunStore } from '../../server/src/ports/stores';
import { ArticleImagesError } from '../../server/src/domain/errors';
import { isActiveRun, isMade } from '../../server/src/domain/runs/run-state';
import type { ArticleRef } from '../../server/src/domain/article/article';

const sameArticle = (one: ArticleRef, other: ArticleRef): boolean =>
  one.uid === other.uid && one.documentId === other.documentId && one.locale === other.locale;

const stamp = () => new Date().toISOString();

/** Runs and images in memory with the same promises as the tables: one active run per article, compare-and-set. */
export const createMemoryRunStore = (): RunStore & {
  runs: GenerationRun[];
  images: ImageRow[];
} => {
  const runs: GenerationRun[] = [];
  const images: ImageRow[] = [];
  const run = (id: string) => runs.find((one) => one.id === id) ?? null;
  const image = (id: string) => images.find((one) => one.id === id) ?? null;
  const must = <T>(value: T | null): T => {
    if (value === null) throw new ArticleImagesError('run_not_found', 'no such row');
    return value;
  };
  const active = (article: ArticleRef) =>
    runs.find((one) => sameArticle(one.article, article) && isActiveRun(one.status)) ?? null;
  const copy = <T>(value: T): T => structuredClone(value);
  const change = <T extends { updatedAt: string }>(row: T, changes: Partial<T>): T =>
    copy(Object.assign(row, changes, { updatedAt: stamp() }));

  return {
    runs,
    images,
    async createRun(input) {
      const busy = active(input.article);
      if (busy)
        throw new ArticleImagesError('run_in_progress', 'busy', { details: { runId: busy.id } });
      const row: GenerationRun = {
        ...copy(input),
        id: `run${runs.length + 1}`,
        status: 'queued',
        phase: 'init',
        percent: 0,
        textHash: null,
        costMicroUsd: null,
        costBasis: 'none',
        tokens: { input: 0, output: 0 },
        derivedBy: null,
        steps: [],
        warnings: [],
        error: null,
        editorSeenAt: null,
        isDismissed: false,
        recoveries: 0,
        createdAt: stamp(),
        updatedAt: stamp(),
        startedAt: null,
        finishedAt: null,
      };
      runs.push(row);
      return copy(row);
    },
    findRun: async (id) => copy(run(id)),
    findActiveRun: async (article) => copy(active(article)),
    findLatestRun: async (article) =>
      copy(runs.filter((one) => sameArticle(one.article, article)).at(-1) ?? null),
    listActiveRuns: async () => copy(runs.filter((one) => isActiveRun(one.status))),
    updateRun: async (id, changes) => change(must(run(id)), changes),
    async moveRun(id, from, changes) {
      const row = run(id);
      if (!row || !from.includes(row.status)) return false;
      change(row, changes);
      return true;
    },
    async addStep(id, step) {
      const row = run(id);
      if (row) change(row, { steps: [...row.steps, step] });
    },
    async createImages(inputs) {
      for (const input of inputs) {
        images.push({
          ...copy(input),
          id: `${input.runId}-${input.role}-${input.position}`,
          receivedSize: null,
          requestId: null,
          handle: null,
          status: 'pending',
          attempts: 0,
          recoveries: 0,
          error: null,
          unplacedReason: null,
          costMicroUsd: null,
          costBasis: 'none',
          file: null,
          warnings: [],
          leaseOwner: null,
          leaseUntil: null,
          durationMs: null,
          attachedAt: null,
          createdAt: stamp(),
          updatedAt: stamp(),
        });
      }
      return copy(images.filter((one) => one.runId === inputs[0]?.runId));
    },
    findImage: async (id) => copy(image(id)),
    listImages: async (runId) => copy(images.filter((one) => one.runId === runId)),
    listUnmadeImages: async () => copy(images.filter((one) => !isMade(one.status))),
    listArticleImages: async (article) =>
      copy(
        images.filter(
          (one) =>
            sameArticle(one.article, article) &&
            ['stored', 'attached', 'ready'].includes(one.status),
        ),
      ),
    updateImage: async (id, changes) => change(must(image(id)), changes),
    async moveImage(id, from, changes, leaseOwner) {
      const row = image(id);
      if (!row || !from.includes(row.status)) return false;
      if (leaseOwner && row.leaseOwner !== leaseOwner) return false;
      change(row, changes);
      return true;
    },
    async leaseImage(id, owner, untilMs) {
      const row = image(id);
      const isFree = !row?.leaseOwner || Date.parse(row.leaseUntil ?? '') < Date.now();
      if (!row || !isFree) return false;
      change(row, { leaseOwner: owner, leaseUntil: new Date(untilMs).toISOString() });
      return true;
    },
    async renewLease(id, owner, untilMs) {
      const row = image(id);
      if (row?.leaseOwner !== owner) return false;
      change(row, { leaseUntil: new Date(untilMs).toISOString() });
      return true;
    },
  };
};
