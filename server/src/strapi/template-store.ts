import type { Core, UID } from '@strapi/strapi';
import { IMAGE_ROLES, PLUGIN_ID } from '../../../shared/vocabulary';
import type { TemplateStore } from '../ports/stores';

const TEMPLATE_UID = `plugin::${PLUGIN_ID}.prompt-template` as UID.ContentType;

/** Shipped templates send the prompt as it was derived; a site adds its own words around it in a newer version. */
const SHIPPED_TEXT = '{{prompt}}';

/** Prompt templates in their table, keyed by image role; the highest active version counts. */
export const createTemplateStore = ({ strapi }: { strapi: Core.Strapi }): TemplateStore => ({
  async forRole(role) {
    const [row] = await strapi.db.query(TEMPLATE_UID).findMany({
      where: { key: role, isActive: true },
      orderBy: { version: 'desc' },
      limit: 1,
    });
    return typeof row?.text === 'string' ? row.text : null;
  },
});

/** Gives every role its shipped template once. */
export const seedPromptTemplates = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const rows = strapi.db.query(TEMPLATE_UID);
  for (const key of IMAGE_ROLES) {
    if (await rows.findOne({ where: { key } })) continue;
    const label = key === 'featured' ? 'Featured image' : 'In-article image';
    await rows.create({ data: { key, label, text: SHIPPED_TEXT, version: 1, isActive: true } });
  }
};
