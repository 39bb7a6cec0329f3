import { z } from 'zod';
import { ORIENTATIONS } from '../shared/vocabulary';

const size = z.string().regex(/^[1-9]\d{0,4}x[1-9]\d{0,4}$/, 'must look like 1536x1024');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must look like 2026-11-20');
const pixels = z.number().int().positive();
const microUsd = z.number().int().min(0);

/** Which sizes a model takes: a list, or limits on a grid. Null where no rule is known. */
export const sizeConstraintSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('list'), sizes: z.array(size).min(1) }),
    z.strictObject({
      kind: z.literal('grid'),
      multipleOf: pixels,
      minEdge: pixels,
      maxEdge: pixels,
      minPixels: pixels.optional(),
      maxPixels: pixels.optional(),
      /** Width divided by height. */
      minAspect: z.number().positive().optional(),
      maxAspect: z.number().positive().optional(),
    }),
  ])
  .nullable();

export const modelCapabilitiesSchema = z.strictObject({
  seed: z.boolean(),
  negativePrompt: z.boolean(),
  /** Longest prompt in characters. */
  promptMax: z.number().int().positive(),
});

/** Micro-dollars (1,000,000 = 1 USD), never without a date and a source. */
export const modelPriceSchema = z
  .strictObject({
    perImageMicroUsd: microUsd.optional(),
    perImageMicroUsdBy: z.partialRecord(z.enum(ORIENTATIONS), microUsd).optional(),
    perMegapixelMicroUsd: microUsd.optional(),
    /** Per million tokens. */
    tokens: z
      .strictObject({
        textInMicroUsd: microUsd,
        imageInMicroUsd: microUsd,
        imageOutMicroUsd: microUsd,
      })
      .optional(),
    asOf: date,
    source: z.string().min(1),
  })
  .nullable();

/** One row of the shipped catalogue: what seeds a `model-config`. */
export const catalogueEntrySchema = z.strictObject({
  /** Stable name of the row; a later catalogue updates the row with the same key. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  label: z.string().min(1),
  provider: z.string().min(1),
  /** The provider's id of the model. */
  model: z.string().min(1),
  tier: z.string().min(1),
  sizes: z.strictObject({
    landscape: size.nullable(),
    square: size.nullable(),
    portrait: size.nullable(),
  }),
  sizeConstraint: sizeConstraintSchema,
  /** Sent to the provider exactly as stored. */
  parameters: z.record(z.string(), z.unknown()),
  capabilities: modelCapabilitiesSchema,
  price: modelPriceSchema,
  isDefault: z.boolean(),
  isActive: z.boolean(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;
