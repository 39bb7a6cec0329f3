import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { siteSettingsSchema } from '../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { ArticleImagesError } from '../domain/errors';
import type { ArticleRef } from '../domain/article/article';
import type { SettingsStore, SiteSettings } from '../ports/stores';

const ARTICLE_SETTINGS_UID = `plugin::${PLUGIN_ID}.article-settings` as UID.ContentType;
const DEFAULT_COUNT = 4;

const initialSettings: SiteSettings = {
  version: 0,
  count: DEFAULT_COUNT,
  tier: null,
  deriver: null,
  contentTypes: [],
};

const articleKeyOf = ({ uid, documentId, locale }: ArticleRef): string =>
  `${uid}|${documentId}|${locale ?? ''}`;

const articleSettingsRow = z.object({
  count: z.number().nullish(),
  tier: z.string().nullish(),
  includeFeatured: z.boolean().nullish(),
});

/** Site settings in Strapi's key-value store, settings of single articles in rows of their own. */
export const createSettingsStore = ({ strapi }: { strapi: Core.Strapi }): SettingsStore => {
  const store = () => strapi.get('coreStore')({ type: 'plugin', name: PLUGIN_ID, key: 'settings' });
  const rows = () => strapi.db.query(ARTICLE_SETTINGS_UID);

  const read = async (): Promise<SiteSettings> => {
    const stored = await store().get({});
    if (stored === null || stored === undefined) return initialSettings;
    const parsed = siteSettingsSchema.safeParse(stored);
    if (!parsed.success) {
      throw new ArticleImagesError(
        'settings_invalid',
        `The stored settings of Article Images cannot be read: ${z.prettifyError(parsed.error)}`,
      );
    }
    return {
      ...parsed.data,
      contentTypes: parsed.data.contentTypes.map((type) => ({
        ...type,
        automaticSince: type.automaticSince ?? null,
      })),
    };
  };

  return {
    read,

    async write(settings) {
      const current = await read();
      if (current.version !== settings.version) {
        throw new ArticleImagesError(
          'settings_invalid',
          'Somebody else saved the settings meanwhile. Reload the page to see their changes.',
          { details: { conflict: true, version: current.version } },
        );
      }
      const next = { ...settings, version: settings.version + 1 };
      await store().set({ value: next });
      return next;
    },

    async forType(uid) {
      const { contentTypes } = await read();
      return contentTypes.find((type) => type.uid === uid) ?? null;
    },

    async readArticle(ref) {
      const row = await rows().findOne({ where: { articleKey: articleKeyOf(ref) } });
      if (!row) return null;
      const { count, tier, includeFeatured } = articleSettingsRow.parse(row);
      return {
        count: count ?? null,
        tier: tier ?? null,
        includeFeatured: includeFeatured ?? null,
      };
    },

    async writeArticle(ref, settings) {
      const where = { articleKey: articleKeyOf(ref) };
      const { count } = await rows().updateMany({ where, data: settings });
      if (count > 0) return;
      await rows().create({
        data: {
          ...settings,
          ...where,
          articleUid: ref.uid,
          articleDocumentId: ref.documentId,
          articleLocale: ref.locale ?? '',
        },
      });
    },
  };
};
