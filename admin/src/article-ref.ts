/** Identifies the article on screen; `locale` is null for types without i18n. */
export type ArticleRef = { uid: string; documentId: string; locale: string | null };

/** One string per article and language: cache keys and tags. */
export const articleKey = ({ uid, documentId, locale }: ArticleRef): string =>
  `${uid}:${documentId}:${locale ?? ''}`;
