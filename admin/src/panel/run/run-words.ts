import type { ImageDto, RunDto } from '../../../../shared/contracts/runs';

/** The steps an editor is shown; `init` and `prepare` are told apart only while a run waits in line. */
export const SHOWN_PHASES = ['prepare', 'generate', 'check', 'save'] as const;
export type ShownPhase = (typeof SHOWN_PHASES)[number];
export type PhaseState = 'done' | 'current' | 'todo';

const ORDER: readonly RunDto['phase'][] = ['init', 'prepare', 'generate', 'check', 'save', 'done'];

/** Where each shown step stands. A queued run has begun none. */
export const phaseStates = ({
  phase,
}: Pick<RunDto, 'phase'>): { phase: ShownPhase; state: PhaseState }[] => {
  const now = ORDER.indexOf(phase);
  return SHOWN_PHASES.map((shown) => {
    const at = ORDER.indexOf(shown);
    return { phase: shown, state: at < now ? 'done' : at === now ? 'current' : 'todo' };
  });
};

const MADE: readonly ImageDto['status'][] = ['received', 'stored', 'attached', 'ready'];
const ON_THE_WAY: readonly ImageDto['status'][] = ['submitting', 'submitted'];

/** Pictures the service has delivered; the row is ahead of `counts.finished`, which waits for the Media Library. */
export const madeCount = ({ images }: Pick<RunDto, 'images'>): number =>
  images.filter(({ status }) => MADE.includes(status)).length;

/** Pictures the service is working on and will charge for, whatever is pressed now. */
export const onTheWayCount = ({ images }: Pick<RunDto, 'images'>): number =>
  images.filter(({ status }) => ON_THE_WAY.includes(status)).length;

/** The number of the picture being made, from 1: the last one once all are delivered. */
export const currentNumber = (run: Pick<RunDto, 'images' | 'counts'>): number =>
  Math.min(madeCount(run) + 1, Math.max(1, run.counts.planned));

/** Pictures in which something exists to be kept. */
export const finishedImages = ({ images }: Pick<RunDto, 'images'>): ImageDto[] =>
  images.filter(({ file }) => file !== null);

/** Finished, and not in the article: of a stopped run, also what was on its way to the Media Library. */
export const keptImages = (run: Pick<RunDto, 'images'>): ImageDto[] =>
  finishedImages(run).filter(({ status }) => status === 'ready' || status === 'stored');

export const failedImages = ({ images }: Pick<RunDto, 'images'>): ImageDto[] =>
  images.filter(({ status }) => status === 'failed');
