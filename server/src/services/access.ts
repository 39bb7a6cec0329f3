import type { Core, UID } from '@strapi/strapi';
import { PERMISSIONS } from '../../../shared/permissions';
import { ArticleImagesError } from '../domain/errors';
import type { ArticleRef } from '../domain/article/article';

/** The ability of the signed-in administrator, as Strapi's authentication leaves it in `ctx.state`. */
export type UserAbility = { can: (action: string, subject?: unknown) => boolean };

type PermissionChecker = {
  cannot: { read: (entity?: unknown) => boolean; update: (entity?: unknown) => boolean };
};

/** What a person may do with the images of an article; checked again on the server for every request. */
export const createAccessService = ({ strapi }: { strapi: Core.Strapi }) => {
  const checkerFor = (uid: string, userAbility: UserAbility): PermissionChecker =>
    strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility, model: uid });

  const load = async ({ uid, documentId, locale }: ArticleRef) => {
    if (!strapi.contentTypes[uid as UID.ContentType]) return null;
    return strapi
      .documents(uid as UID.ContentType)
      .findOne({ documentId, locale: locale ?? undefined, populate: ['createdBy'] });
  };

  /** Rights over an article; `documentId` is absent on the create page. */
  const rightsOver = async (
    userAbility: UserAbility,
    { uid, documentId, locale }: Omit<ArticleRef, 'documentId'> & { documentId?: string },
  ) => {
    const entity = documentId ? await load({ uid, documentId, locale }) : undefined;
    const checker = checkerFor(uid, userAbility);
    const subject = entity ?? undefined;
    return {
      canRead: userAbility.can(PERMISSIONS.read, uid) && !checker.cannot.read(subject),
      canGenerate: userAbility.can(PERMISSIONS.generate, uid) && !checker.cannot.update(subject),
      canConfigure: userAbility.can(PERMISSIONS.settingsUpdate),
    };
  };

  return {
    rightsOver,

    /** Throws `forbidden` naming the right that is missing. */
    async assert(
      userAbility: UserAbility,
      article: ArticleRef,
      right: 'canRead' | 'canGenerate',
    ): Promise<void> {
      if (!strapi.contentTypes[article.uid as UID.ContentType]) {
        throw new ArticleImagesError(
          'type_not_mapped',
          `There is no content type "${article.uid}" in this app.`,
        );
      }
      const rights = await rightsOver(userAbility, article);
      if (rights[right]) return;
      const name = right === 'canRead' ? 'See article images' : 'Generate images';
      throw new ArticleImagesError(
        'forbidden',
        `You need the right "${name}" for this content type, and the right to edit this article. Ask an administrator.`,
        { details: { right: name } },
      );
    },
  };
};
