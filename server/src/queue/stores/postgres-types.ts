import { types } from 'pg';

const { JSON: JSON_OID, JSONB, NUMERIC, DATE } = types.builtins;

const asText = (value: string): string => value;
const asJson = (value: string): unknown => JSON.parse(value);

/** What `pg` does by itself with the types whose parsers an app may have changed. */
const PARSERS: Record<number, (value: string) => unknown> = {
  [JSON_OID]: asJson,
  [JSONB]: asJson,
  [NUMERIC]: asText,
  [DATE]: asText,
};

/**
 * Type parsers of the queue's own connections. Strapi changes those of `pg` for the whole process (JSONB stays text),
 * and BullMQ would find strings where it stored objects.
 */
export const queueTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? types.getTypeParser(oid, format),
};
