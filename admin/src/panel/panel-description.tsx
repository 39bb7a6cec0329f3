import { lazy, Suspense, useEffect } from 'react';
import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { useGetContextQuery, type ContextQuery } from '../services/context';
import type { ContextDto } from '../services/merge-run';
import { toRequestError } from '../services/request-error';
import { PanelLoadFailed } from './PanelLoadFailed';
import { PanelSkeleton } from './PanelSkeleton';
import { isPanelHidden, rememberPanel, wasPanelHidden } from './panel-visibility';

const Panel = lazy(() =>
  import('./ArticleImagesPanel').then(
    (module) => ({ default: module.ArticleImagesPanel }),
    () => ({ default: PanelLoadFailed }),
  ),
);

type HostQuery = { plugins?: { i18n?: { locale?: string } } };

/** Null: not known yet. A failed request shows the panel, which says so. */
const hiddenBy = (data: ContextDto | undefined, error: unknown): boolean | null => {
  if (data) return isPanelHidden(data);
  if (error === undefined) return null;
  return toRequestError(error).code === 'forbidden';
};

const useIsHidden = (query: ContextQuery): boolean => {
  const { isHidden } = useGetContextQuery(query, {
    selectFromResult: ({ data, error }) => ({ isHidden: hiddenBy(data, error) }),
  });
  useEffect(() => {
    if (isHidden !== null) rememberPanel(query.uid, isHidden);
  }, [isHidden, query.uid]);
  return isHidden ?? wasPanelHidden(query.uid);
};

/**
 * The language in the address stays there on types without languages: an existing document knows better. A language
 * without a version yet has an empty document.
 */
const localeOf = (
  document: PanelComponentProps['document'],
  asked: string | undefined,
): string | null => {
  const told: unknown = document?.documentId ? document.locale : asked;
  return typeof told === 'string' ? told : null;
};

/**
 * What the host calls on every change of the edit view. It stays small and hands over plain values only, because the
 * host compares descriptions deeply and renders all panels again when one differs.
 */
export const ArticleImagesPanelDescription: PanelComponent = (props) => {
  const { formatMessage } = useIntl();
  const { origin } = useParams<{ origin?: string }>();
  const [{ query }] = useQueryParams<HostQuery>();
  const { document, model: uid } = props;
  // A clone is a new article that happens to show another one's text.
  const documentId = origin ? null : (props.documentId ?? document?.documentId ?? null);
  const locale = localeOf(document, query?.plugins?.i18n?.locale);
  const isHidden = useIsHidden({ uid, documentId, locale });
  if (isHidden) return null;
  return {
    title: formatMessage({ id: `${PLUGIN_ID}.panel.title` }),
    content: (
      <Suspense fallback={<PanelSkeleton />}>
        <Panel
          uid={uid}
          documentId={documentId}
          locale={locale}
          isSingleType={props.collectionType === 'single-types'}
          isPublishedTab={props.activeTab === 'published'}
        />
      </Suspense>
    ),
  };
};
