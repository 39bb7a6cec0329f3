import type { ArticleRef } from '../article-ref';
import { ErrorSentence } from '../components/ErrorSentence';
import { Note } from '../components/Note';
import { useText } from '../components/useText';
import type { ContextDto } from '../services/merge-run';
import { useAttachment } from './attach/useAttachment';
import { useAnnouncements } from './live/useAnnouncements';
import { useLiveContext } from './live/useLiveContext';
import { PanelFrame } from './PanelFrame';
import { panelState, unsavedImages } from './panel-state';
import { StateView } from './StateView';
import { UnsavedNote } from './views/WaitingViews';

type Props = {
  article: ArticleRef;
  context: ContextDto;
  isSingleType: boolean;
  isPublishedTab: boolean;
  /** The last look at the server failed; what is shown is older. */
  isOffline: boolean;
};

/** The panel of an article that exists: keeps itself up to date, attaches pictures, and shows the state that wins. */
export const OpenArticlePanel = (props: Props) => {
  const { article, context, isPublishedTab, isSingleType, isOffline } = props;
  const text = useText();
  const attachment = useAttachment({ article, context, isSingleType, isClosed: isPublishedTab });
  const { view, modified, form, put } = attachment;
  useLiveContext({ article, context, form, hasGivenUp: view.hasGivenUp });
  useAnnouncements(context.activeRun ?? context.lastRun);
  const facts = {
    documentId: article.documentId,
    isPublishedTab,
    context,
    inFormIds: view.inFormIds,
    isFormModified: modified,
    isPlacing: view.isPlacing,
    settlingIds: view.settlingIds,
  };
  const state = panelState(facts);
  const unsaved = unsavedImages(facts);
  return (
    <PanelFrame state={state.kind}>
      {unsaved.length > 0 && state.kind !== 'unsaved' ? <UnsavedNote n={unsaved.length} /> : null}
      {view.isWaitingForText ? <Note>{text('panel.waitingForText')}</Note> : null}
      {view.error ? (
        <Note kind="danger">
          <ErrorSentence failure={view.error} hasDetails={context.permissions.canConfigure} />
        </Note>
      ) : null}
      {isOffline ? <Note kind="warning">{text('panel.offline')}</Note> : null}
      <StateView
        article={article}
        context={context}
        state={state}
        isModified={modified}
        inFormIds={view.inFormIds}
        isPutting={view.isPlacing}
        onPut={(imageIds) => void put(imageIds)}
      />
    </PanelFrame>
  );
};
