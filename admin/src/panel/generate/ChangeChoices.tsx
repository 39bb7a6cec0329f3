import { Checkbox, Flex } from '@strapi/design-system';
import type { ArticleRef } from '../../article-ref';
import { Note } from '../../components/Note';
import { useText } from '../../components/useText';
import type { ContextDto } from '../../services/merge-run';
import { usePanelMemory } from '../../services/panel-memory';
import { canHoldCover, canHoldInText, type Choices } from '../choices';
import { CountStepper } from './CountStepper';
import { TierSelect } from './TierSelect';

type Props = { article: ArticleRef; context: ContextDto; choices: Choices };

/** Count, cover and tier, in place. What is set here is kept for this article when a run starts with it. */
export const ChangeChoices = ({ article, context, choices }: Props) => {
  const text = useText();
  const { change } = usePanelMemory(article);
  const { defaults, tiers } = context;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {canHoldInText(context) ? (
        <CountStepper
          value={choices.count}
          max={defaults.countMax}
          inherited={defaults.inheritedCount}
          onChange={(count) => change({ count })}
        />
      ) : null}
      {canHoldCover(context) ? (
        <Checkbox
          checked={choices.includeFeatured}
          onCheckedChange={(checked) => change({ includeFeatured: checked === true })}
        >
          {text('choice.cover')}
        </Checkbox>
      ) : null}
      {canHoldCover(context) && article.locale !== null && !context.article?.isCoverLocalized ? (
        <Note>{text('panel.sharedCover')}</Note>
      ) : null}
      <TierSelect tiers={tiers} value={choices.tier} onChange={(tier) => change({ tier })} />
    </Flex>
  );
};
