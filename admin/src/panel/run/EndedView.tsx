import { Flex, TextButton, Typography } from '@strapi/design-system';
import type { RunDto } from '../../../../shared/contracts/runs';
import type { ArticleRef } from '../../article-ref';
import { ErrorSentence, useErrorText } from '../../components/ErrorSentence';
import { Note } from '../../components/Note';
import { PanelButton } from '../../components/PanelButton';
import { Thumbs, useImageName } from '../../components/Thumbs';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import type { ContextDto } from '../../services/merge-run';
import { toRequestError } from '../../services/request-error';
import { useDismissRunMutation, useRetryRunMutation } from '../../services/runs';
import { failureGroups, retryable } from './failures';
import { finishedImages, keptImages } from './run-words';

type Outcome = 'partial' | 'failed' | 'stopped';
type Props = {
  article: ArticleRef;
  context: ContextDto;
  run: RunDto;
  outcome: Outcome;
  inFormIds: readonly string[];
  onPut: (imageIds: string[]) => void;
};

const Failures = ({ run, hasDetails }: { run: RunDto; hasDetails: boolean }) => {
  const name = useImageName();
  const { list } = useFormat();
  const groups = failureGroups(run);
  return (
    <>
      {run.error ? (
        <Note kind="danger">
          <ErrorSentence failure={run.error} hasDetails={hasDetails} />
        </Note>
      ) : null}
      {groups.map(({ failure, images }) => (
        <Note kind="danger" key={`${failure.code}:${failure.charged}`}>
          <strong>{list(images.map(name))}</strong>
          {': '}
          <ErrorSentence failure={failure} hasDetails={hasDetails} />
        </Note>
      ))}
    </>
  );
};

const RetryButton = ({ article, run }: { article: ArticleRef; run: RunDto }) => {
  const text = useText();
  const errorText = useErrorText();
  const [retryRun, { isLoading, error }] = useRetryRunMutation();
  const images = retryable(run);
  const [only] = images;
  const label =
    images.length === 1 && only
      ? text('run.retryOne', { role: only.role, n: only.position })
      : images.length > 0
        ? text('run.retryMany', { n: images.length })
        : text('action.tryAgain');
  const isPossible = images.length > 0 || (run.images.length === 0 && run.status === 'failed');
  if (!isPossible) return null;
  return (
    <>
      <PanelButton
        loading={isLoading}
        onClick={() =>
          void retryRun({
            article,
            id: run.id,
            ...(images.length > 0 ? { imageIds: images.map(({ id }) => id) } : {}),
          })
        }
      >
        {label}
      </PanelButton>
      {error ? <Note kind="danger">{errorText(toRequestError(error))}</Note> : null}
    </>
  );
};

/** A run that ended with something to say: which picture failed, why, what it cost, and one thing to do about it. */
export const EndedView = ({ article, context, run, outcome, inFormIds, onPut }: Props) => {
  const text = useText();
  const [dismissRun, { isLoading }] = useDismissRunMutation();
  const { canGenerate, canConfigure } = context.permissions;
  const finished = finishedImages(run);
  const ready = keptImages(run)
    .map(({ id }) => id)
    .filter((id) => !inFormIds.includes(id));
  const n = finished.length;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography fontWeight="bold" textColor="neutral800">
        {text(`run.ended.${outcome}`, { n, total: run.counts.planned })}
      </Typography>
      <Thumbs images={run.images} />
      <Failures run={run} hasDetails={canConfigure} />
      {canGenerate ? <RetryButton article={article} run={run} /> : null}
      {canGenerate && ready.length > 0 ? (
        <PanelButton variant="secondary" onClick={() => onPut(ready)}>
          {text('panel.putIn', { n: ready.length })}
        </PanelButton>
      ) : null}
      {canGenerate ? (
        <TextButton disabled={isLoading} onClick={() => void dismissRun({ article, id: run.id })}>
          {n > 0 ? text('run.keep', { n }) : text('action.dismiss')}
        </TextButton>
      ) : null}
    </Flex>
  );
};
