import type { Core, UID } from '@strapi/strapi';
import type { ComponentSchemas, ContentTypeSchema } from '../domain/article/schema';

/** The content type as the domain reads it; null when the site has no such type. */
export const findContentType = (strapi: Core.Strapi, uid: string): ContentTypeSchema | null =>
  (strapi.contentTypes[uid as UID.ContentType] as ContentTypeSchema | undefined) ?? null;

/** Every content type of the site's own, by uid: none of Strapi's and none of the plugins'. */
export const siteContentTypes = (strapi: Core.Strapi): Record<string, ContentTypeSchema> =>
  Object.fromEntries(
    Object.keys(strapi.contentTypes)
      .filter((uid) => uid.startsWith('api::'))
      .flatMap((uid) => {
        const contentType = findContentType(strapi, uid);
        return contentType ? [[uid, contentType]] : [];
      }),
  );

export const componentSchemas = (strapi: Core.Strapi): ComponentSchemas =>
  strapi.components as unknown as ComponentSchemas;

type Options = Pick<ContentTypeSchema, 'options' | 'pluginOptions'>;

export const usesDraftAndPublish = ({ options }: Options): boolean =>
  options?.draftAndPublish === true;

export const isLocalized = ({ pluginOptions }: Options): boolean =>
  pluginOptions?.i18n?.localized === true;
