import type { ArticleRef } from '../article-ref';
import { Note } from '../components/Note';
import { Thumbs } from '../components/Thumbs';
import { useText } from '../components/useText';
import type { ContextDto } from '../services/merge-run';
import { imagesInUse, type PanelState } from './panel-state';
import { EndedView } from './run/EndedView';
import { RunningView } from './run/RunningView';
import { DoneView } from './views/DoneView';
import { IdleView } from './views/IdleView';
import { NoModelView, NotMappedView } from './views/NotSetUpView';
import { PublishedView } from './views/PublishedView';
import { Sentence } from './views/Sentence';
import { TooShortView } from './views/TooShortView';
import { MissingView, UnplacedView, UnsavedView } from './views/WaitingViews';

type Props = {
  article: ArticleRef;
  context: ContextDto;
  state: PanelState;
  isModified: boolean;
  inFormIds: readonly string[];
  isPutting: boolean;
  onPut: (imageIds: string[]) => void;
};

const BlockedView = ({ context }: { context: ContextDto }) => {
  const text = useText();
  const { queue, permissions } = context;
  return (
    <>
      <Sentence>{text('panel.blocked')}</Sentence>
      {permissions.canConfigure && queue.message ? <Note>{queue.message}</Note> : null}
    </>
  );
};

/** One component per state; which one wins is decided in `panel-state.ts`. */
export const StateView = (props: Props) => {
  const { article, context, state, isModified, inFormIds, isPutting, onPut } = props;
  const text = useText();
  const { canGenerate, canConfigure } = context.permissions;
  const inUse = imagesInUse(context);
  const put = { onPut, isPutting, canGenerate };
  const order = { article, context, isModified };
  switch (state.kind) {
    case 'saveFirst':
      return <Sentence>{text('panel.saveFirst')}</Sentence>;
    case 'notMapped':
      return <NotMappedView />;
    case 'published':
      return <PublishedView images={inUse} />;
    case 'newLanguage':
      return <Sentence>{text('panel.newLanguage')}</Sentence>;
    case 'running':
      return <RunningView article={article} context={context} run={state.run} />;
    case 'placing':
      return (
        <>
          <Sentence>{text('run.awaitsEditor')}</Sentence>
          <Thumbs images={context.images} />
        </>
      );
    case 'ended':
      return (
        <EndedView
          article={article}
          context={context}
          run={state.run}
          outcome={state.outcome}
          inFormIds={inFormIds}
          onPut={onPut}
        />
      );
    case 'unsaved':
      return <UnsavedView images={state.images} />;
    case 'unplaced': {
      const runId = context.lastRun?.id ?? null;
      return <UnplacedView article={article} images={state.images} runId={runId} {...put} />;
    }
    case 'missing':
      return (
        <MissingView article={article} imageIds={state.imageIds} images={context.images} {...put} />
      );
    case 'readOnly':
      return (
        <>
          <Thumbs images={inUse} />
          <Sentence>{text('panel.readOnly')}</Sentence>
        </>
      );
    case 'noModel':
      return (
        <>
          <Thumbs images={inUse} />
          <NoModelView problem={state.problem} canConfigure={canConfigure} />
        </>
      );
    case 'blocked':
      return (
        <>
          <Thumbs images={inUse} />
          <BlockedView context={context} />
        </>
      );
    case 'tooShort':
      return <TooShortView {...order} />;
    case 'done':
      return <DoneView {...order} />;
    case 'idle':
      return <IdleView {...order} />;
  }
};
