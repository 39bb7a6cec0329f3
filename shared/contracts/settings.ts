import { z } from 'zod';
import { BODY_FORMATS, COUNT_LIMITS, DERIVERS } from '../vocabulary';

const fieldPath = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/, 'must be an attribute name');

export const fieldMappingSchema = z.strictObject({
  title: fieldPath.nullable(),
  summary: fieldPath.nullable(),
  body: z.array(z.strictObject({ field: fieldPath, format: z.enum(BODY_FORMATS) })).max(6),
  cover: z
    .strictObject({
      field: fieldPath,
      isMultiple: z.boolean(),
      isRequired: z.boolean(),
      alternativeField: fieldPath.nullable(),
    })
    .nullable(),
  inArticle: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('body') }),
    z.strictObject({
      kind: z.literal('zone'),
      field: fieldPath,
      component: z.string().min(1).max(200),
      mediaField: fieldPath,
      alternativeField: fieldPath.nullable(),
      captionField: fieldPath.nullable(),
    }),
    z.strictObject({ kind: z.literal('media'), field: fieldPath }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
});
export type FieldMappingDto = z.infer<typeof fieldMappingSchema>;

export const contentTypeSettingsSchema = z.strictObject({
  uid: z.string().min(1).max(255),
  isEnabled: z.boolean(),
  mapping: fieldMappingSchema,
  count: z.number().int().min(COUNT_LIMITS.siteMin).max(COUNT_LIMITS.max).nullable(),
  tier: z.string().min(1).max(64).nullable(),
  isAutomatic: z.boolean(),
  automaticSince: z.string().nullable().optional(),
});
export type ContentTypeSettingsDto = z.infer<typeof contentTypeSettingsSchema>;

export const siteSettingsSchema = z.strictObject({
  /** The version read; a newer one on the server means somebody else saved in between. */
  version: z.number().int().min(0),
  count: z.number().int().min(COUNT_LIMITS.siteMin).max(COUNT_LIMITS.max),
  tier: z.string().min(1).max(64).nullable(),
  deriver: z.enum(DERIVERS).nullable(),
  contentTypes: z.array(contentTypeSettingsSchema).max(200),
});
export type SiteSettingsDto = z.infer<typeof siteSettingsSchema>;

/** One attribute an admin may choose for a part of the mapping. */
export type FieldOption = {
  field: string;
  /** Strapi's attribute type, or the custom field's uid. */
  type: string;
  isRequired: boolean;
  isMultiple: boolean;
  isLocalized: boolean;
};

/** A component of a dynamic zone that can carry a picture. */
export type ZoneOption = {
  field: string;
  component: string;
  mediaField: string;
  alternativeField: string | null;
  captionField: string | null;
};

export type ContentTypeOption = {
  uid: string;
  displayName: string;
  kind: 'collectionType' | 'singleType';
  hasDraftAndPublish: boolean;
  isLocalized: boolean;
  /** How likely this is an article type, 0 to 1. */
  confidence: number;
  /** What inspection of the schema proposes; null when it finds no text. */
  proposal: FieldMappingDto | null;
  options: {
    text: FieldOption[];
    body: (FieldOption & { format: (typeof BODY_FORMATS)[number] })[];
    media: FieldOption[];
    zones: ZoneOption[];
  };
  /** Things the admin should know: a required cover, an image kept as an address, ... */
  notes: string[];
  /** Mapped fields that no longer exist. */
  brokenFields: string[];
};

/** GET /article-images/settings and PUT /article-images/settings */
export namespace Settings {
  export const body = siteSettingsSchema;
  export type Request = SiteSettingsDto;
  export type Response = {
    data: {
      settings: SiteSettingsDto;
      types: ContentTypeOption[];
      tiers: { name: string; modelLabel: string; problem: string | null }[];
      derivers: { name: (typeof DERIVERS)[number]; problem: string | null }[];
      queue: { state: string; store: string; message: string | null };
      countLimits: { min: number; max: number };
    };
  };
}
