import { Flex, Typography } from '@strapi/design-system';
import type { RunDto } from '../../../../shared/contracts/runs';
import type { ArticleRef } from '../../article-ref';
import { Note } from '../../components/Note';
import { Progress } from '../../components/Progress';
import { Thumbs } from '../../components/Thumbs';
import { useText, type Text } from '../../components/useText';
import type { ContextDto } from '../../services/merge-run';
import { PhaseList, phaseText } from './PhaseList';
import { SHOWN_PHASES } from './run-words';
import { StopMenu } from './StopMenu';

/** "Making images - 2 of 5": the step the run is at, in one line. */
const headline = (text: Text, run: RunDto): string => {
  if (run.awaitsEditor) return text('run.awaitsEditor');
  const phase = SHOWN_PHASES.find((shown) => shown === run.phase);
  return phase ? phaseText(text, phase, run) : text('run.queued');
};

type Props = { article: ArticleRef; context: ContextDto; run: RunDto };

/** A run under way. Everything shown comes from the server, so reloading the page changes nothing. */
export const RunningView = ({ article, context, run }: Props) => {
  const text = useText();
  const title = headline(text, run);
  return (
    <Flex
      role="group"
      aria-label={text('run.group')}
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
      data-testid="article-images-running"
    >
      <Typography fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      <Progress
        percent={run.percent}
        label={text('run.group')}
        valueText={text('run.percentText', { title, percent: run.percent })}
      />
      <Typography variant="pi" textColor="neutral600" data-testid="article-images-percent">
        {text('run.percent', { percent: run.percent })}
      </Typography>
      <PhaseList run={run} />
      <Thumbs images={run.images} />
      {context.queue.state === 'down' ? <Note kind="warning">{text('run.queueDown')}</Note> : null}
      {context.permissions.canGenerate ? (
        <Flex>
          <StopMenu article={article} run={run} />
        </Flex>
      ) : null}
      <Typography variant="pi" textColor="neutral600">
        {text('panel.keepWriting')}
      </Typography>
    </Flex>
  );
};
