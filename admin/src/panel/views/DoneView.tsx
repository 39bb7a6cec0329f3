import { Flex, TextButton, Typography } from '@strapi/design-system';
import type { RunDto } from '../../../../shared/contracts/runs';
import type { ArticleRef } from '../../article-ref';
import { Note } from '../../components/Note';
import { PanelButton } from '../../components/PanelButton';
import { Thumbs } from '../../components/Thumbs';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import { useTierName } from '../../components/useTierName';
import type { ContextDto } from '../../services/merge-run';
import { usePanelMemory } from '../../services/panel-memory';
import { resolveChoices } from '../choices';
import { GenerateBox } from '../generate/GenerateBox';
import { imagesInUse } from '../panel-state';
import { OrderBox } from './IdleView';

type Props = { article: ArticleRef; context: ContextDto; isModified: boolean };

const useCostText = () => {
  const text = useText();
  const { money } = useFormat();
  return ({ isPreview, costMicroUsd, costBasis }: RunDto): string => {
    if (isPreview) return text('price.preview');
    if (costMicroUsd === null) return text('price.notKnown');
    const cost = money(costMicroUsd);
    return costBasis === 'reported' || costBasis === 'computed'
      ? cost
      : text('price.about', { cost });
  };
};

const LastRun = ({ run }: { run: RunDto }) => {
  const costText = useCostText();
  const tierName = useTierName();
  return (
    <>
      <Typography variant="pi" textColor="neutral600" data-testid="article-images-cost">
        {costText(run)}
        {' · '}
        {tierName(run.tier)}
      </Typography>
      {run.warnings.map((warning) => (
        <Note key={warning}>{warning}</Note>
      ))}
    </>
  );
};

const Replacing = (props: Props) => {
  const text = useText();
  const { forget } = usePanelMemory(props.article);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Note>{text('panel.replaceNote')}</Note>
      <OrderBox {...props} isReplacing />
      <TextButton onClick={forget}>{text('action.cancel')}</TextButton>
    </Flex>
  );
};

/** Places that are still free: somebody took a picture out, or the count was raised. */
const hasFreePlaces = (
  context: ContextDto,
  choices: ReturnType<typeof resolveChoices>,
): boolean => {
  const inUse = imagesInUse(context);
  const inText = inUse.filter(({ role }) => role === 'in_article').length;
  const isCoverFree = choices.includeFeatured && !context.article?.isCoverFilled;
  return inText < choices.count || isCoverFree;
};

/** Pictures in the article, what they cost, and the way to others. */
export const DoneView = (props: Props) => {
  const { article, context } = props;
  const text = useText();
  const { ago } = useFormat();
  const { memory, change } = usePanelMemory(article);
  const images = imagesInUse(context);
  const { lastRun } = context;
  const choices = resolveChoices(context, memory);
  return (
    <>
      <Typography fontWeight="bold" textColor="neutral800">
        {text('run.done', { n: images.length })}
      </Typography>
      {lastRun?.finishedAt ? (
        <Typography variant="pi" textColor="neutral600">
          {ago(lastRun.finishedAt)}
        </Typography>
      ) : null}
      <Thumbs images={images} />
      {lastRun ? <LastRun run={lastRun} /> : null}
      {memory.isReplacing ? (
        <Replacing {...props} />
      ) : (
        <>
          {hasFreePlaces(context, choices) ? (
            <GenerateBox
              article={article}
              choices={choices}
              variant="secondary"
              canConfigure={context.permissions.canConfigure}
            />
          ) : null}
          <PanelButton variant="tertiary" onClick={() => change({ isReplacing: true })}>
            {text('panel.generateAgain')}
          </PanelButton>
        </>
      )}
    </>
  );
};
