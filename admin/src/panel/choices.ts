import type { StartRun } from '../../../shared/contracts/runs';
import type { ContextDto } from '../services/merge-run';
import type { PanelMemory } from '../services/panel-memory';

/** What a click would order, as far as it is decided: null tier means the site's default model. */
export type Choices = {
  count: number;
  includeFeatured: boolean;
  tier: string | null;
  /** The editor set something that differs from what the article would get by itself. */
  isChanged: boolean;
};

type ContextPart = Pick<ContextDto, 'defaults' | 'mapping'>;
type MemoryPart = Pick<PanelMemory, 'count' | 'includeFeatured' | 'tier'>;

export const canHoldCover = ({ mapping }: Pick<ContextDto, 'mapping'>): boolean =>
  mapping?.cover != null;

export const canHoldInText = ({ mapping }: Pick<ContextDto, 'mapping'>): boolean =>
  mapping !== null && mapping.inArticle.kind !== 'none';

/** The defaults of the article with the editor's changes over them, within what its content type can hold. */
export const resolveChoices = (context: ContextPart, memory: MemoryPart): Choices => {
  const { defaults } = context;
  const count = Math.min(memory.count ?? defaults.count, defaults.countMax);
  const includeFeatured = memory.includeFeatured ?? defaults.includeFeatured;
  const tier = memory.tier ?? defaults.tier;
  return {
    count: canHoldInText(context) ? count : 0,
    includeFeatured: canHoldCover(context) && includeFeatured,
    tier,
    isChanged:
      count !== defaults.count ||
      includeFeatured !== defaults.includeFeatured ||
      tier !== defaults.tier,
  };
};

/** Sends exactly what the button showed, so that a default changed meanwhile cannot change the price. */
export const toStartRequest = (
  choices: Choices,
  isReplacing: boolean,
): Pick<StartRun.Request, 'count' | 'includeFeatured' | 'tier' | 'replace' | 'remember'> => ({
  count: choices.count,
  includeFeatured: choices.includeFeatured,
  tier: choices.tier,
  ...(isReplacing ? { replace: true } : {}),
  ...(choices.isChanged ? { remember: true } : {}),
});
