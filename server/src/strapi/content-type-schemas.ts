import type { Core, UID } from '@strapi/strapi';
import type { ComponentSchemas, ContentTypeSchema } from '../domain/article/schema';

/** The content type as the domain reads it; null when the site has no such type. */
export const findContentType = (strapi: Core.Strapi, uid: string): ContentTypeSchema | null =>
  (strapi.contentTypes[uid as UID.ContentType] as ContentTypeSchema | undefined) ?? null;

export const componentSchemas = (strapi: Core.Strapi): ComponentSchemas =>
  strapi.components as unknown as ComponentSchemas;

type Options = Pick<ContentTypeSchema, 'options' | 'pluginOptions'>;

export const usesDraftAndPublish = ({ options }: Options): boolean =>
  options?.draftAndPublish === true;

export const isLocalized = ({ pluginOptions }: Options): boolean =>
  pluginOptions?.i18n?.localized === true;
