import type { ImageDto, RunDto } from '../../../shared/contracts/runs';
import type { ContextDto } from '../services/merge-run';

export type PanelFacts = {
  documentId: string | null;
  isPublishedTab: boolean;
  context: ContextDto;
  /** Pictures that stand in the form, saved or not. */
  inFormIds: readonly string[];
  isFormModified: boolean;
  /** Pictures are on their way into the form. */
  isPlacing: boolean;
  /** Missing pictures nobody needs to be asked about. */
  settlingIds: readonly string[];
};

export type PanelState =
  | { kind: 'saveFirst' | 'notMapped' | 'published' | 'newLanguage' }
  | { kind: 'running'; run: RunDto }
  | { kind: 'placing' }
  | { kind: 'ended'; run: RunDto; outcome: 'partial' | 'failed' | 'stopped' }
  | { kind: 'unsaved'; images: ImageDto[] }
  | { kind: 'unplaced'; images: ImageDto[] }
  | { kind: 'missing'; imageIds: string[] }
  | { kind: 'readOnly' }
  | { kind: 'noModel'; problem: string | null }
  | { kind: 'blocked' | 'tooShort' | 'done' | 'idle' };

const OUTCOMES = { partial: 'partial', failed: 'failed', cancelled: 'stopped' } as const;

const outcomeOf = ({ status }: RunDto): 'partial' | 'failed' | 'stopped' | null =>
  status in OUTCOMES ? OUTCOMES[status as keyof typeof OUTCOMES] : null;

/** Finished pictures nobody decided about: not the ones that were replaced or taken out on purpose. */
const isWaiting = ({ status, unplacedReason }: ImageDto): boolean =>
  status === 'ready' && unplacedReason !== 'replaced' && unplacedReason !== 'removed_by_editor';

/** Pictures of the article that are in it, for every state that shows them. */
export const imagesInUse = ({ images }: Pick<ContextDto, 'images'>): ImageDto[] =>
  images.filter(({ status }) => status === 'attached');

/** In the form, and not in the saved article: never yet, or no more. */
export const unsavedImages = ({
  context,
  inFormIds,
  isFormModified,
}: Pick<PanelFacts, 'context' | 'inFormIds' | 'isFormModified'>): ImageDto[] =>
  isFormModified
    ? context.images.filter(
        ({ id, status }) =>
          inFormIds.includes(id) && (status === 'ready' || context.missing.includes(id)),
      )
    : [];

const aboutPictures = (facts: PanelFacts): PanelState | null => {
  const { context, inFormIds, settlingIds } = facts;
  const { activeRun, lastRun, images } = context;
  if (activeRun) return { kind: 'running', run: activeRun };
  if (facts.isPlacing) return { kind: 'placing' };
  const outcome = lastRun && !lastRun.isDismissed ? outcomeOf(lastRun) : null;
  if (lastRun && outcome) return { kind: 'ended', run: lastRun, outcome };
  const unsaved = unsavedImages(facts);
  if (unsaved.length > 0) return { kind: 'unsaved', images: unsaved };
  const isElsewhere = ({ id }: ImageDto) => !inFormIds.includes(id);
  const unplaced = lastRun?.isDismissed ? [] : images.filter(isWaiting).filter(isElsewhere);
  if (unplaced.length > 0) return { kind: 'unplaced', images: unplaced };
  const isAsked = (id: string) =>
    !settlingIds.includes(id) && !(facts.isFormModified && inFormIds.includes(id));
  const missing = context.missing.filter(isAsked);
  return missing.length > 0 ? { kind: 'missing', imageIds: missing } : null;
};

const aboutGenerating = (context: ContextDto): PanelState => {
  const { tiers, queue, article, minimumWords } = context;
  if (!context.permissions.canGenerate) return { kind: 'readOnly' };
  if (tiers.every(({ problem }) => problem !== null)) {
    return { kind: 'noModel', problem: tiers[0]?.problem ?? null };
  }
  // A closed queue opens with the first run.
  if (queue.state === 'down') return { kind: 'blocked' };
  // Before the word count: a short article that has its cover is done, not short for ever.
  if (imagesInUse(context).length > 0) return { kind: 'done' };
  return { kind: article && article.words < minimumWords ? 'tooShort' : 'idle' };
};

/**
 * Which state the panel shows: the first that holds. What concerns pictures that exist comes before what concerns new
 * ones, so that a missing permission or a queue that is down never hides work that is waiting for the editor.
 */
export const panelState = (facts: PanelFacts): PanelState => {
  const { context, documentId, isPublishedTab } = facts;
  if (documentId === null) return { kind: 'saveFirst' };
  if (!context.isMapped) return { kind: 'notMapped' };
  if (isPublishedTab) return { kind: 'published' };
  if (context.article === null) return { kind: 'newLanguage' };
  return aboutPictures(facts) ?? aboutGenerating(context);
};
