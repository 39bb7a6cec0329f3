import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'react-redux';
import type { ArticleRef } from '../../article-ref';
import { contextApi } from '../../services/context';
import type { ContextDto } from '../../services/merge-run';
import { createAttachMemory } from './attach-memory';
import {
  createAttachRunner,
  EMPTY_VIEW,
  type ArticleFacts,
  type AttachView,
} from './attach-runner';
import { mappedAttributes } from './mapped-attributes';
import { useAttachServer } from './useAttachServer';
import { useOpenForm } from './useOpenForm';
import { useSavedSignal } from './useSavedSignal';

/** How often the form is compared with the article: pictures can be taken out of it without the panel being told. */
const HEARTBEAT_MS = 700;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const factsOf = (context: ContextDto): ArticleFacts => {
  const run = context.activeRun ?? context.lastRun;
  const known = new Set(context.images.map(({ id }) => id));
  return {
    run,
    images: [...context.images, ...(run?.images ?? []).filter(({ id }) => !known.has(id))],
    missing: context.missing,
    canGenerate: context.permissions.canGenerate,
    ...mappedAttributes(context.mapping),
  };
};

/** The newest context straight from the store: what a render last saw may be an answer behind. */
const useReadFacts = ({ uid, documentId, locale }: ArticleRef) => {
  const store = useStore();
  return useMemo(() => {
    const select = contextApi.endpoints.getContext.select({ uid, documentId, locale });
    return (): ArticleFacts | null => {
      const { data } = select(store.getState() as Parameters<typeof select>[0]);
      return data ? factsOf(data) : null;
    };
  }, [store, uid, documentId, locale]);
};

const merge = (view: AttachView, changes: Partial<AttachView>): AttachView => {
  const next = { ...view, ...changes };
  return JSON.stringify(next) === JSON.stringify(view) ? view : next;
};

type Options = {
  article: ArticleRef;
  context: ContextDto | undefined;
  isSingleType: boolean;
  /** The published version is on screen: nothing may be written. */
  isClosed: boolean;
};

/** Joins the attach protocol to the open edit view; see `attach-runner.ts` for what it does. */
export const useAttachment = ({ article, context, isSingleType, isClosed }: Options) => {
  const [view, setView] = useState<AttachView>(EMPTY_VIEW);
  const { form, modified, isSubmitting } = useOpenForm(isClosed);
  const server = useAttachServer(article, isSingleType);
  const read = useReadFacts(article);
  const abort = useMemo(() => new AbortController(), []);
  const memory = useMemo(() => createAttachMemory(), []);
  const runner = useMemo(
    () =>
      createAttachRunner({
        form,
        memory,
        read,
        server,
        wait,
        signal: abort.signal,
        onView: (changes) => setView((known) => merge(known, changes)),
      }),
    [form, memory, read, server, abort],
  );
  useEffect(() => () => abort.abort(), [abort]);
  useEffect(() => {
    void runner.evaluate();
  }, [runner, context, modified, isSubmitting, isClosed]);
  useEffect(() => {
    const timer = setInterval(() => void runner.evaluate(), HEARTBEAT_MS);
    return () => clearInterval(timer);
  }, [runner]);
  useSavedSignal({ modified, isSubmitting }, () => void runner.saved());
  return { view, modified, form, put: runner.put };
};
