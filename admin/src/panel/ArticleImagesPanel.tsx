import { TextButton, Typography } from '@strapi/design-system';
import { articleKey } from '../article-ref';
import { useText } from '../components/useText';
import { useGetContextQuery } from '../services/context';
import { OpenArticlePanel } from './OpenArticlePanel';
import { PanelFrame } from './PanelFrame';
import { PanelSkeleton } from './PanelSkeleton';
import { NotMappedView } from './views/NotSetUpView';
import { Sentence } from './views/Sentence';

export type PanelProps = {
  uid: string;
  /** Null on the create page. */
  documentId: string | null;
  locale: string | null;
  isSingleType: boolean;
  isPublishedTab: boolean;
};

/** The side panel of one article in one language. */
export const ArticleImagesPanel = (props: PanelProps) => {
  const { uid, documentId, locale, isSingleType, isPublishedTab } = props;
  const text = useText();
  const { data: context, isError, refetch } = useGetContextQuery({ uid, documentId, locale });
  if (!context) {
    return (
      <PanelFrame state={isError ? 'loadFailed' : 'loading'}>
        {isError ? (
          <>
            <Typography textColor="neutral800">{text('panel.loadFailed')}</Typography>
            <TextButton onClick={() => void refetch()}>{text('action.tryAgain')}</TextButton>
          </>
        ) : (
          <PanelSkeleton />
        )}
      </PanelFrame>
    );
  }
  if (!context.isMapped) {
    return (
      <PanelFrame state="notMapped">
        <NotMappedView />
      </PanelFrame>
    );
  }
  if (documentId === null) {
    return (
      <PanelFrame state="saveFirst">
        <Sentence>{text('panel.saveFirst')}</Sentence>
      </PanelFrame>
    );
  }
  const article = { uid, documentId, locale };
  return (
    <OpenArticlePanel
      key={articleKey(article)}
      article={article}
      context={context}
      isSingleType={isSingleType}
      isPublishedTab={isPublishedTab}
      isOffline={isError}
    />
  );
};
