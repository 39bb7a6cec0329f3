import type { ImageStatus, RunPhase, RunStatus } from '../../../../shared/vocabulary';

/** Percent at which each phase begins; `done` ends at 100. */
const PHASE_START: Record<RunPhase, number> = {
  init: 0,
  prepare: 10,
  generate: 25,
  check: 70,
  save: 85,
  done: 100,
};

/** What the progress of one picture is read from. */
export type ImageProgress = { status: ImageStatus; elapsedMs: number; typicalMs: number | null };

export type Progress = { phase: RunPhase; percent: number };

const UNFINISHED_CAP = 0.92;
const ASSUMED_MS = 20_000;

/** Share of a picture's making that is done: a service tells nothing meanwhile, so time stands in, and never reaches 1. */
const madeShare = ({ status, elapsedMs, typicalMs }: ImageProgress): number => {
  if (status === 'pending') return 0;
  if (status !== 'submitting' && status !== 'submitted') return 1;
  return UNFINISHED_CAP * (1 - Math.exp(-Math.max(0, elapsedMs) / (typicalMs ?? ASSUMED_MS)));
};

const isChecked = ({ status }: ImageProgress): boolean =>
  !['pending', 'submitting', 'submitted', 'received'].includes(status);

const isSettled = ({ status }: ImageProgress): boolean =>
  ['attached', 'ready', 'failed', 'cancelled'].includes(status);

const share = (images: ImageProgress[], measure: (image: ImageProgress) => number): number =>
  images.length === 0 ? 0 : images.reduce((sum, item) => sum + measure(item), 0) / images.length;

/**
 * Phase and percent of a run from its status and its images. Made pictures fill 25 to 70, checked and stored ones 70 to
 * 85, placed ones 85 to 98; 100 means the run is over. The caller keeps the highest value ever shown.
 */
export const progressOf = (status: RunStatus, images: ImageProgress[]): Progress => {
  if (status === 'queued') return { phase: 'init', percent: 0 };
  if (status === 'planning') return { phase: 'prepare', percent: PHASE_START.prepare };
  if (status !== 'generating' && status !== 'attaching') return { phase: 'done', percent: 100 };
  const made = share(images, madeShare);
  const checked = share(images, (item) => Number(isChecked(item)));
  const settled = status === 'attaching' ? share(images, (item) => Number(isSettled(item))) : 0;
  const percent = Math.floor(PHASE_START.generate + made * 45 + checked * 15 + settled * 13);
  const phase = status === 'attaching' ? 'save' : made < 1 ? 'generate' : 'check';
  return { phase, percent: Math.min(98, percent) };
};
