import { useMemo } from 'react';
import { useDispatch } from 'react-redux';
import { articleKey, type ArticleRef } from '../../article-ref';
import { articleImagesApi } from '../../services/api';
import { attachmentsApi } from '../../services/attachments';
import type { AttachServer } from './attach-runner';

/** The answer is put into the context by a listener of the same request; it is done by the next turn of the loop. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The attach protocol's requests, bound to one article. */
export const useAttachServer = (
  { uid, documentId, locale }: ArticleRef,
  isSingleType: boolean,
): AttachServer => {
  const dispatch = useDispatch();
  const [attachRun] = attachmentsApi.useAttachRunMutation();
  const [confirmSaved] = attachmentsApi.useConfirmSavedMutation();
  const [acceptMissing] = attachmentsApi.useAcceptMissingMutation();
  const [placeImages] = attachmentsApi.usePlaceImagesMutation();
  return useMemo(() => {
    const article = { uid, documentId, locale };
    const { invalidateTags } = articleImagesApi.util;
    return {
      attach: async (id, imageIds) => {
        await attachRun({ article, id, imageIds }).unwrap();
        await nextTurn();
      },
      place: (imageIds, values) => placeImages({ ...article, imageIds, values }).unwrap(),
      confirmSaved: async () => (await confirmSaved(article).unwrap()).missing,
      acceptMissing: async (imageIds) => {
        await acceptMissing({ article, imageIds }).unwrap();
      },
      reloadDocument: () => {
        const id = isSingleType ? uid : `${uid}_${documentId}`;
        dispatch(invalidateTags([{ type: 'Document', id }]));
      },
      reloadContext: () => {
        dispatch(invalidateTags([{ type: 'ArticleImagesContext', id: articleKey(article) }]));
      },
    };
  }, [
    uid,
    documentId,
    locale,
    isSingleType,
    dispatch,
    attachRun,
    placeImages,
    confirmSaved,
    acceptMissing,
  ]);
};
