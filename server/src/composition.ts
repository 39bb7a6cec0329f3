import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { PoolConfig } from 'pg';
import { configSchema, type PluginConfig } from '../../config/schema';
import { PLUGIN_ID } from '../../shared/vocabulary';
import { createExtractiveDeriver } from './derivers/extractive/extractive-deriver';
import { createLlmDeriver } from './derivers/llm/llm-deriver';
import { createSharpImageProcessor } from './imaging/sharp-image-processor';
import type { Pipeline } from './pipeline/pipeline';
import type { Logger } from './ports/runtime';
import { createProviders } from './providers';
import { createBullMqQueue } from './queue/bullmq-queue';
import { createStore } from './queue/stores/create-store';
import { createArticleStore } from './strapi/article-store';
import { findContentType, isLocalized } from './strapi/content-type-schemas';
import { findPublished } from './strapi/find-published';
import { createMediaStore } from './strapi/media-store';
import { createModelStore } from './strapi/model-store';
import { createRunStore } from './strapi/run-store';
import { createSettingsStore } from './strapi/settings-store';
import { createSpoolStore } from './strapi/spool-store';
import { createTemplateStore } from './strapi/template-store';
import { createOpenAiTextModel } from './text-models/openai-text-model';

export type Composition = {
  config: PluginConfig;
  pipeline: Pipeline;
  isLocalized: (uid: string) => boolean;
};

const compositions = new WeakMap<object, Composition>();

const createLogger = (strapi: Core.Strapi): Logger => {
  const write = (level: keyof Logger) => (message: string) =>
    strapi.log[level](`[${PLUGIN_ID}] ${message}`);
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
};

const createDerivers = (
  config: PluginConfig['textModel'],
  logger: Logger,
): Pipeline['derivers'] => {
  const extractive = createExtractiveDeriver();
  const { apiKey, baseUrl, model, timeoutSeconds } = config;
  if (!model || (!apiKey && !baseUrl)) return { extractive };
  const timeoutMs = timeoutSeconds * 1000;
  const textModel = createOpenAiTextModel({ apiKey, baseUrl, model, timeoutMs });
  return { extractive, llm: createLlmDeriver({ textModel, fallback: extractive, logger }) };
};

/** The queue's own PostgreSQL where one is given, else the database Strapi uses. */
const storeSettings = (strapi: Core.Strapi, queue: PluginConfig['queue'], logger: Logger) => {
  const database = strapi.config.get<{ client?: string; connection?: string | PoolConfig }>(
    'database.connection',
    {},
  );
  return {
    kind: queue.store,
    redisUrl: queue.redisUrl,
    postgres: queue.postgres,
    schema: queue.schema,
    strapi: { client: database.client ?? '', connection: database.connection },
    logger,
  };
};

const compose = (strapi: Core.Strapi): Composition => {
  const config = configSchema.parse(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const logger = createLogger(strapi);
  const dataDirectory = path.resolve(strapi.dirs.app.root, config.dataDirectory);
  const settings = createSettingsStore({ strapi });
  const pipeline: Pipeline = {
    articles: createArticleStore({ strapi, settings: (uid) => settings.forType(uid) }),
    findPublished: (window) => findPublished({ strapi, ...window }),
    media: createMediaStore({ strapi, tmpDir: path.join(dataDirectory, 'uploads') }),
    models: createModelStore({ strapi }),
    runs: createRunStore({ strapi }),
    settings,
    spool: createSpoolStore({ directory: path.join(dataDirectory, 'spool') }),
    templates: createTemplateStore({ strapi }),
    providers: createProviders(config.providers),
    derivers: createDerivers(config.textModel, logger),
    processor: createSharpImageProcessor({}),
    queue: createBullMqQueue({
      store: createStore(storeSettings(strapi, config.queue, logger)),
      prefix: config.queue.prefix,
      logger,
    }),
    clock: { now: () => new Date() },
    logger,
    workerId: `${process.pid}-${randomUUID()}`,
    editorLeaseMs: config.editorLeaseSeconds * 1000,
    urlPrefix: strapi.config.get<string>('server.absoluteUrl', ''),
  };
  const isLocalizedType = (uid: string): boolean => {
    const type = findContentType(strapi, uid);
    return type !== null && isLocalized(type);
  };
  return { config, pipeline, isLocalized: isLocalizedType };
};

/** The only place where parts are chosen and plugged together; one set per Strapi. */
export const getComposition = (strapi: Core.Strapi): Composition => {
  const existing = compositions.get(strapi);
  if (existing) return existing;
  const composition = compose(strapi);
  compositions.set(strapi, composition);
  return composition;
};
