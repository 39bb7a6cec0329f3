import { useEffect, useRef } from 'react';
import { useDispatch } from 'react-redux';
import { articleKey, type ArticleRef } from '../../article-ref';
import { contextApi } from '../../services/context';
import type { ContextDto } from '../../services/merge-run';
import { runsApi } from '../../services/runs';
import type { OpenForm } from '../attach/open-form';
import { CONTEXT_POLL_MS, runPollDelay } from './poll-delay';
import { usePolling } from './usePolling';

type Options = {
  article: ArticleRef;
  context: ContextDto;
  form: OpenForm;
  /** This view could not attach; it stops reporting itself, and the server does it after 20 s. */
  hasGivenUp: boolean;
};

/** What a poll of a run reports about this edit view; a closed one reports nothing. */
const editorOf = (form: OpenForm): 'clean' | 'dirty' | undefined => {
  const state = form.state();
  if (state === 'closed') return undefined;
  return state === 'clean' ? 'clean' : 'dirty';
};

/** Follows the run under way, or, when there is none, looks now and then whether one has started. */
export const useLiveContext = ({ article, context, form, hasGivenUp }: Options): void => {
  const dispatch = useDispatch();
  const [getRun] = runsApi.useLazyGetRunQuery();
  const [getContext] = contextApi.useLazyGetContextQuery();
  const runId = context.activeRun?.id ?? null;

  usePolling({
    key: runId,
    delay: runPollDelay,
    isEager: true,
    poll: () =>
      getRun({ article, id: runId ?? '', editor: hasGivenUp ? undefined : editorOf(form) }),
  });
  usePolling({
    key: runId === null ? articleKey(article) : null,
    delay: () => CONTEXT_POLL_MS,
    isPausedWhenHidden: true,
    poll: () => getContext(article),
  });

  const lastRunId = useRef(runId);
  useEffect(() => {
    const hasEnded = lastRunId.current !== null && runId === null;
    lastRunId.current = runId;
    if (!hasEnded) return;
    const id = articleKey(article);
    dispatch(contextApi.util.invalidateTags([{ type: 'ArticleImagesContext', id }]));
  }, [runId, article, dispatch]);
};
