import type { GetContext } from '../../../shared/contracts/context';
import type { ImageDto, RunDto } from '../../../shared/contracts/runs';

export type ContextDto = GetContext.Response['data'];

const ACTIVE: readonly RunDto['status'][] = ['queued', 'planning', 'generating', 'attaching'];

/** Something still happens to the run, or an open edit view is expected to do it. */
export const isLive = (run: RunDto): boolean => run.awaitsEditor || ACTIVE.includes(run.status);

/**
 * The newer of two answers about the same run. Answers overtake each other, and the percent is partly read from the
 * clock: an older answer is dropped and the percent of a run under way never falls.
 */
export const newerRun = (known: RunDto | null, incoming: RunDto): RunDto => {
  if (known?.id !== incoming.id) return incoming;
  if (incoming.version < known.version) return known;
  const isUnderWay = isLive(known) && isLive(incoming);
  return isUnderWay && known.percent > incoming.percent
    ? { ...incoming, percent: known.percent }
    : incoming;
};

const findRun = (context: ContextDto, id: string): RunDto | null =>
  [context.activeRun, context.lastRun].find((run) => run?.id === id) ?? null;

const byPlace = (a: ImageDto, b: ImageDto): number =>
  Number(b.role === 'featured') - Number(a.role === 'featured') || a.position - b.position;

/** The article's pictures with those of a run brought up to date, and its finished ones added. */
const mergeImages = (known: ImageDto[], ofRun: ImageDto[]): ImageDto[] => {
  const newest = known.map((image) => ofRun.find(({ id }) => id === image.id) ?? image);
  const added = ofRun.filter(
    ({ id, status }) =>
      (status === 'attached' || status === 'ready') && !known.some((image) => image.id === id),
  );
  return added.length > 0 ? [...newest, ...added].sort(byPlace) : newest;
};

const putRun = (context: ContextDto, run: RunDto): ContextDto => {
  const images = mergeImages(context.images, run.images);
  if (isLive(run)) return { ...context, images, activeRun: run };
  const activeRun = context.activeRun?.id === run.id ? null : context.activeRun;
  return { ...context, images, activeRun, lastRun: run };
};

/** A context with what an answer about one run says put into it. */
export const applyRun = (context: ContextDto, incoming: RunDto): ContextDto =>
  putRun(context, newerRun(findRun(context, incoming.id), incoming));

/** The answer was on its way before the run was started: a run that exists is always the active or the last one. */
const isOlderThan = (run: RunDto, context: ContextDto): boolean =>
  context.activeRun === null &&
  (context.lastRun === null || context.lastRun.createdAt < run.createdAt);

/** A fresh context that does not take back what a newer answer about its run already said. */
export const mergeContext = (known: ContextDto, incoming: ContextDto): ContextDto => {
  const runs = [known.lastRun, known.activeRun].filter((run): run is RunDto => run !== null);
  return runs.reduce((context, run) => {
    const fresh = findRun(incoming, run.id);
    if (fresh) return putRun(context, newerRun(run, fresh));
    return isLive(run) && isOlderThan(run, incoming) ? putRun(context, run) : context;
  }, incoming);
};
