import type { Core } from '@strapi/strapi';
import type { ArticleRef } from '../domain/article/article';
import { getComposition } from '../composition';

/**
 * One article, one name: types without i18n have no locale whatever a client sends, and a localised type that is asked
 * for without one means the default locale, as everywhere in Strapi.
 */
export const createLocalesService = ({ strapi }: { strapi: Core.Strapi }) => ({
  async normalise<Ref extends Pick<ArticleRef, 'uid' | 'locale'>>(ref: Ref): Promise<Ref> {
    if (!getComposition(strapi).isLocalized(ref.uid)) return { ...ref, locale: null };
    if (ref.locale !== null) return ref;
    const locale: string = await strapi.plugin('i18n').service('locales').getDefaultLocale();
    return { ...ref, locale };
  },
});
