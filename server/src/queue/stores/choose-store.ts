import type { StoreName } from '../../ports/job-queue';

export type StoreKind = 'auto' | StoreName;

/**
 * Where the queue lives. `auto`: Redis when an address is configured, else PostgreSQL when Strapi uses it or one is
 * configured, else embedded. What a site owner names is taken at its word.
 */
export const chooseStore = ({
  kind,
  redisUrl,
  hasPostgres,
  strapiClient,
}: {
  kind: StoreKind;
  redisUrl: string | undefined;
  /** The queue has a PostgreSQL of its own. */
  hasPostgres: boolean;
  /** Strapi's database client: `sqlite`, `postgres`, `mysql` and their variants. */
  strapiClient: string;
}): StoreName => {
  if (kind !== 'auto') return kind;
  if (redisUrl) return 'redis';
  return hasPostgres || strapiClient === 'postgres' ? 'postgres' : 'embedded';
};
