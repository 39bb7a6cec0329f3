import { Flex, TextButton, Typography } from '@strapi/design-system';
import type { ArticleRef } from '../../article-ref';
import { useText } from '../../components/useText';
import { useTierName } from '../../components/useTierName';
import { usePanelMemory } from '../../services/panel-memory';
import type { Choices } from '../choices';

/** "Cover + 4 in the text", the tier, and the way to change them. */
export const ChoiceSummary = ({ article, choices }: { article: ArticleRef; choices: Choices }) => {
  const text = useText();
  const tierName = useTierName();
  const { memory, change } = usePanelMemory(article);
  const { count, includeFeatured, tier } = choices;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} width="100%">
      {memory.isChangeOpen ? null : (
        <Typography textColor="neutral800">
          {text('panel.summary', { cover: String(includeFeatured), n: count })}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap">
        {memory.isChangeOpen || tier === null ? null : (
          <Typography variant="pi" textColor="neutral600">
            {tierName(tier)}
          </Typography>
        )}
        <TextButton
          aria-expanded={memory.isChangeOpen}
          onClick={() => change({ isChangeOpen: !memory.isChangeOpen })}
        >
          {text(memory.isChangeOpen ? 'action.closeChange' : 'action.change')}
        </TextButton>
      </Flex>
    </Flex>
  );
};
