import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { CATALOGUE_DATE, MODEL_CATALOGUE } from '../../../config/model-catalogue';
import {
  modelCapabilitiesSchema,
  modelPriceSchema,
  sizeConstraintSchema,
  type CatalogueEntry,
} from '../../../config/model-catalogue-entry';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import type { ModelConfig } from '../domain/models/model-config';
import type { ModelStore } from '../ports/stores';

const MODEL_UID = `plugin::${PLUGIN_ID}.model-config` as UID.ContentType;

const size = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const modelRow = z
  .object({
    documentId: z.string(),
    key: z.string(),
    label: z.string(),
    provider: z.string(),
    model: z.string(),
    tier: z.string(),
    landscapeSize: size,
    squareSize: size,
    portraitSize: size,
    sizeConstraint: sizeConstraintSchema.nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    capabilities: modelCapabilitiesSchema,
    price: modelPriceSchema.nullish(),
    isDefault: z.boolean().nullish(),
    isActive: z.boolean().nullish(),
  })
  .transform(
    ({ documentId, landscapeSize, squareSize, portraitSize, ...row }): ModelConfig => ({
      ...row,
      id: documentId,
      sizes: { landscape: landscapeSize, square: squareSize, portrait: portraitSize },
      sizeConstraint: row.sizeConstraint ?? null,
      parameters: row.parameters ?? {},
      price: row.price ?? null,
      isDefault: row.isDefault ?? false,
      isActive: row.isActive ?? false,
    }),
  );

const columnsOf = ({ sizes, ...entry }: CatalogueEntry) => ({
  ...entry,
  landscapeSize: sizes.landscape,
  squareSize: sizes.square,
  portraitSize: sizes.portrait,
  priceAsOf: entry.price?.asOf ?? null,
  catalogueVersion: CATALOGUE_DATE,
});

/** Model configs in their table. A row that cannot be read is an error with its key, never a guess. */
export const createModelStore = ({ strapi }: { strapi: Core.Strapi }): ModelStore => {
  const rows = () => strapi.db.query(MODEL_UID);
  return {
    async list() {
      const found = await rows().findMany({ orderBy: { key: 'asc' } });
      return found.map((row) => modelRow.parse(row));
    },
    async find(id) {
      const row = await rows().findOne({ where: { documentId: id } });
      return row ? modelRow.parse(row) : null;
    },
  };
};

/**
 * Adds catalogue entries whose key has no row yet. Rows that exist belong to the site and are never overwritten;
 * two processes that start together may meet at the unique key, and the second one has nothing left to do.
 */
export const seedModelConfigs = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const rows = strapi.db.query(MODEL_UID);
  const existing = await rows.findMany({ select: ['key', 'isDefault'] });
  const keys = new Set(existing.map((row: { key: string }) => row.key));
  const hasDefault = existing.some((row: { isDefault: boolean }) => row.isDefault);
  for (const entry of MODEL_CATALOGUE.filter(({ key }) => !keys.has(key))) {
    const data = columnsOf({ ...entry, isDefault: entry.isDefault && !hasDefault });
    try {
      await rows.create({ data });
    } catch (cause) {
      if (!(await rows.findOne({ where: { key: entry.key } }))) throw cause;
    }
  }
};
