import { z } from 'zod';
import { PLUGIN_ID } from '../shared/vocabulary';

/** The files that hosts generate write unset variables as empty strings: empty means not set. */
const optionalText = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().optional(),
);

const seconds = (fallback: number, minimum: number, maximum: number) =>
  z.coerce.number().min(minimum).max(maximum).default(fallback);

/** Where BullMQ keeps its jobs. `auto`: Redis when an address is given, else Strapi's PostgreSQL, else embedded. */
const queueSchema = z.strictObject({
  store: z.enum(['auto', 'embedded', 'postgres', 'redis']).default('auto'),
  redisUrl: optionalText,
  /** An address or a `pg` configuration; Strapi's own database when absent. */
  postgres: z.union([z.record(z.string(), z.unknown()), optionalText]).optional(),
  /** PostgreSQL schema of the queue. */
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/)
    .max(60)
    .default('article_images_queue'),
  /** Redis key prefix. */
  prefix: z.string().min(1).max(60).default(PLUGIN_ID),
  /** False: this process adds work, another one does it. */
  workers: z.boolean().default(true),
  reconcileSeconds: seconds(60, 1, 3600),
  /** How long a stopping process waits for pictures in the making. */
  closeSeconds: seconds(20, 0, 120),
});

const openAiSchema = z.strictObject({
  apiKey: optionalText,
  /** Any server that speaks OpenAI's images API. */
  baseUrl: optionalText,
  organization: optionalText,
  timeoutSeconds: seconds(180, 1, 900),
  concurrency: z.coerce.number().int().min(1).max(32).default(4),
});

const textModelSchema = z.strictObject({
  apiKey: optionalText,
  baseUrl: optionalText,
  model: optionalText,
  timeoutSeconds: seconds(60, 1, 600),
});

/** Every option a site owner may write in `config/plugins`. Unknown keys stop the start with their name. */
export const configSchema = z.strictObject({
  queue: queueSchema.prefault({}),
  providers: z.strictObject({ openai: openAiSchema.prefault({}) }).prefault({}),
  textModel: textModelSchema.prefault({}),
  /** Folder for paid bytes on their way to the Media Library, relative to the app. */
  dataDirectory: z.string().min(1).default(`.${PLUGIN_ID}`),
  /** An edit view that reported itself within this time attaches the pictures itself. */
  editorLeaseSeconds: seconds(20, 1, 300),
});

export type PluginConfig = z.infer<typeof configSchema>;
