import { setTimeout as sleep } from 'node:timers/promises';
import type { GetContext } from '../../shared/contracts/context';
import type { GetRun, RunDto, StartRun } from '../../shared/contracts/runs';
import type { Settings } from '../../shared/contracts/settings';
import { ACTIVE_RUN_STATUSES } from '../../shared/vocabulary';
import type { AdminClient } from './admin-client';
import type { DocumentRef } from './articles';

const POLL_MS = 150;

/**
 * Maps these types as the plugin proposes and switches them on; `isAutomatic` starts a run with every publish, `count` is
 * the number of in-article images, the site's own by default.
 */
export const enableTypes = async (
  admin: AdminClient,
  {
    uids,
    isAutomatic,
    count = null,
  }: { uids: string[]; isAutomatic: boolean; count?: number | null },
): Promise<void> => {
  const { data } = await admin.get<Settings.Response>('/article-images/settings');
  const contentTypes = uids.map((uid) => {
    const mapping = data.types.find((type) => type.uid === uid)?.proposal;
    if (!mapping) throw new Error(`The plugin proposes no mapping for ${uid}.`);
    return { uid, isEnabled: true, mapping, count, tier: null, isAutomatic };
  });
  const others = data.settings.contentTypes.filter(({ uid }) => !uids.includes(uid));
  const settings: Settings.Request = {
    ...data.settings,
    contentTypes: [...others, ...contentTypes],
  };
  await admin.put<Settings.Response>('/article-images/settings', settings);
};

/** Presses Generate on a draft. */
export const startRun = async (
  admin: AdminClient,
  ref: DocumentRef,
  choices: Partial<StartRun.Request> = {},
): Promise<RunDto> =>
  (await admin.post<StartRun.Response>('/article-images/runs', { ...ref, ...choices })).data;

const isActive = ({ status }: RunDto): boolean =>
  ACTIVE_RUN_STATUSES.some((active) => active === status);

const context = async (admin: AdminClient, ref: DocumentRef): Promise<GetContext.Response> => {
  const { uid, documentId, locale } = ref;
  const query = new URLSearchParams({ uid, documentId, ...(locale ? { locale } : {}) });
  return admin.get<GetContext.Response>(`/article-images/context?${query.toString()}`);
};

/** The run a publish has started for this article; waits until there is one. */
export const findPublishRun = async (
  admin: AdminClient,
  ref: DocumentRef,
  limitMs = 30_000,
): Promise<RunDto> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { data } = await context(admin, ref);
    const run = data.activeRun ?? data.lastRun;
    if (run?.trigger === 'publish') return run;
    if (Date.now() > deadline) {
      throw new Error(`Publishing ${ref.uid} ${ref.documentId} started no run in ${limitMs} ms.`);
    }
    await sleep(POLL_MS);
  }
};

type WaitOptions = {
  limitMs?: number;
  /** Many waiting at once should ask less often: every question is work for the site. */
  pollMs?: number;
  onProgress?: (run: RunDto) => void;
};

/** Resolves with the run when nothing more happens to it by itself; throws after `limitMs`. */
export const waitForRun = async (
  admin: AdminClient,
  id: string,
  { limitMs = 180_000, pollMs = POLL_MS, onProgress }: WaitOptions = {},
): Promise<RunDto> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { data: run } = await admin.get<GetRun.Response>(`/article-images/runs/${id}`);
    onProgress?.(run);
    if (!isActive(run)) return run;
    if (Date.now() > deadline) {
      throw new Error(`Run ${id} is still ${run.status} at ${run.percent} % after ${limitMs} ms.`);
    }
    await sleep(pollMs);
  }
};
