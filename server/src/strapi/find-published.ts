import type { Core, UID } from '@strapi/strapi';
import type { ArticleRef } from '../domain/article/article';

/**
 * Articles of a type that went live between two moments: published rows, or created ones where the type has no Draft &
 * Publish.
 */
export const findPublished = async ({
  strapi,
  uid,
  from,
  to,
}: {
  strapi: Core.Strapi;
  uid: string;
  from: Date;
  to: Date;
}): Promise<ArticleRef[]> => {
  const type = strapi.contentTypes[uid as UID.ContentType];
  if (!type) return [];
  const moment = type.options?.draftAndPublish ? 'publishedAt' : 'createdAt';
  const rows = await strapi.db.query(uid as UID.ContentType).findMany({
    select: ['documentId', 'locale'],
    where: { [moment]: { $gt: from, $lte: to } },
  });
  return rows.map((row: { documentId: string; locale: string | null }) => ({
    uid,
    documentId: row.documentId,
    locale: row.locale ?? null,
  }));
};
