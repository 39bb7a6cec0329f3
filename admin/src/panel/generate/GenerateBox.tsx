import { Flex, TextButton } from '@strapi/design-system';
import type { ArticleRef } from '../../article-ref';
import { ErrorSentence } from '../../components/ErrorSentence';
import { Note } from '../../components/Note';
import { PanelButton } from '../../components/PanelButton';
import { useText } from '../../components/useText';
import { usePanelMemory } from '../../services/panel-memory';
import { toRequestError } from '../../services/request-error';
import { useStartRunMutation } from '../../services/runs';
import { toStartRequest, type Choices } from '../choices';
import { PriceLine } from './PriceLine';
import { useEstimate } from './useEstimate';

type Props = {
  article: ArticleRef;
  choices: Choices;
  isReplacing?: boolean;
  variant?: 'default' | 'secondary';
  /** Shows technical messages too. */
  canConfigure: boolean;
  /** Instead of "Generate n images". */
  label?: string;
};

/**
 * The button that spends money, with what it makes and costs. It waits for the estimate of exactly the choices on
 * screen: what it says is what is ordered.
 */
export const GenerateBox = (props: Props) => {
  const { article, choices, isReplacing = false, variant = 'default', canConfigure, label } = props;
  const text = useText();
  const { forget } = usePanelMemory(article);
  const { estimate, error, refetch } = useEstimate(article, choices, isReplacing);
  const [startRun, { isLoading, error: startError }] = useStartRunMutation();
  const wanted = choices.count + Number(choices.includeFeatured);
  const images = estimate?.images ?? wanted;
  const failure = error ?? (startError ? toRequestError(startError) : null);

  const start = async (): Promise<void> => {
    const answer = await startRun({ article, choices: toStartRequest(choices, isReplacing) });
    if ('data' in answer) forget();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <PanelButton
        variant={variant}
        disabled={!estimate || estimate.images === 0}
        loading={isLoading}
        onClick={() => void start()}
        data-testid="article-images-generate"
      >
        {label ?? text('panel.generate', { n: images })}
      </PanelButton>
      {estimate?.images === 0 ? (
        <Note>{text('panel.nothingToMake')}</Note>
      ) : error ? null : (
        <PriceLine estimate={estimate} />
      )}
      {estimate?.warnings.map((warning) => (
        <Note key={warning}>{warning}</Note>
      ))}
      {failure ? (
        <Note kind="danger">
          <ErrorSentence failure={failure} hasDetails={canConfigure} />
          {error ? <TextButton onClick={refetch}>{text('action.tryAgain')}</TextButton> : null}
        </Note>
      ) : null}
    </Flex>
  );
};
