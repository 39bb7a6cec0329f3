/** The closed lists both halves of the plugin speak. Values only: no logic, no packages. */

export const PLUGIN_ID = 'article-images';

/** The kinds of picture an article gets. */
export const IMAGE_ROLES = ['featured', 'in_article'] as const;
export type ImageRole = (typeof IMAGE_ROLES)[number];

/** A model config has one size per orientation; a slot asks for an orientation, never for pixels. */
export const ORIENTATIONS = ['landscape', 'square', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/**
 * The life of an image row, the ledger of one picture.
 * `submitting` is written before the provider is called, so a crash there is known to be "maybe charged".
 * `ready` means: in the Media Library, not in the article, `unplacedReason` says why.
 */
export const IMAGE_STATUSES = [
  'pending',
  'submitting',
  'submitted',
  'received',
  'stored',
  'attached',
  'ready',
  'failed',
  'cancelled',
] as const;
export type ImageStatus = (typeof IMAGE_STATUSES)[number];

/** Statuses in which nothing more happens by itself. */
export const TERMINAL_IMAGE_STATUSES = ['attached', 'ready', 'failed', 'cancelled'] as const;

export const RUN_STATUSES = [
  'queued',
  'planning',
  'generating',
  'attaching',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const ACTIVE_RUN_STATUSES = ['queued', 'planning', 'generating', 'attaching'] as const;

/** What the editor sees a run doing, in order; `percent` ranges are in `server/src/domain/runs/progress.ts`. */
export const RUN_PHASES = ['init', 'prepare', 'generate', 'check', 'save', 'done'] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

export const RUN_TRIGGERS = ['manual', 'publish', 'api'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export const BODY_FORMATS = ['blocks', 'markdown', 'html', 'text', 'zone'] as const;
export type BodyFormatName = (typeof BODY_FORMATS)[number];

export const DERIVERS = ['extractive', 'llm'] as const;
export type DeriverName = (typeof DERIVERS)[number];

/** How an amount of money is known. */
export const COST_BASES = ['reported', 'computed', 'estimated', 'unknown', 'none'] as const;
export type CostBasis = (typeof COST_BASES)[number];

/** Bounds of the number of in-article images; 0 is allowed on an article only (cover only). */
export const COUNT_LIMITS = { siteMin: 1, articleMin: 0, max: 8 } as const;

/** Below this many words pictures inside the text rarely help; the panel then offers a cover only. */
export const MINIMUM_WORDS = 80;

/** Why a finished picture is not in the article. */
export const UNPLACED_REASONS = [
  'in_form',
  'anchor_gone',
  'field_filled',
  'field_cannot_hold',
  'article_gone',
  'attach_failed',
  'run_cancelled',
  'removed_by_editor',
  'replaced',
] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];
