import type { PoolConfig } from 'pg';
import { ArticleImagesError } from '../../domain/errors';
import type { Logger } from '../../ports/runtime';
import { chooseStore, type StoreKind } from './choose-store';
import { createEmbeddedStore } from './embedded';
import { createPostgresStore } from './postgres';
import type { QueueStore } from './queue-store';
import { createRedisStore } from './redis';

export type StoreSettings = {
  kind: StoreKind;
  redisUrl?: string;
  /** The queue's own database, as an address or a `pg` configuration. */
  postgres?: string | PoolConfig;
  /** PostgreSQL schema of the queue. */
  schema: string;
  /** Strapi's database: its client, and its `pg` configuration, used when the queue has none of its own. */
  strapi: { client: string; connection?: string | PoolConfig };
  logger: Logger;
};

const missing = (what: string) => new ArticleImagesError('settings_invalid', what);

/** Builds the store the settings ask for; opens nothing. Throws `settings_invalid` when its address is missing. */
export const createStore = (settings: StoreSettings): QueueStore => {
  const { kind, redisUrl, postgres, schema, strapi, logger } = settings;
  const name = chooseStore({
    kind,
    redisUrl,
    hasPostgres: postgres !== undefined,
    strapiClient: strapi.client,
  });
  if (name === 'embedded') return createEmbeddedStore({ logger });
  if (name === 'redis') {
    if (!redisUrl) throw missing('The queue store is "redis", but queue.redisUrl is not set.');
    return createRedisStore({ url: redisUrl });
  }
  const connection = postgres ?? (strapi.client === 'postgres' ? strapi.connection : undefined);
  if (!connection) {
    throw missing(
      'The queue store is "postgres", but Strapi does not use PostgreSQL and queue.postgres is not set.',
    );
  }
  return createPostgresStore({ connection, schema });
};
