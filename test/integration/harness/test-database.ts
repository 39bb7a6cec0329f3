import { basename } from 'node:path';
import { Client } from 'pg';

type Variables = Record<string, string>;
type TestDatabase = { variables: Variables; remove: () => Promise<void> };

const query = async (connectionString: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export type DatabaseKind = 'sqlite' | 'postgres';

const USUAL_POSTGRES = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * Where a booted app keeps its data: a SQLite file in its folder, or a schema of its own on the server that
 * `TEST_POSTGRES_URL` names. Removing it leaves nothing behind.
 */
export const createTestDatabase = async (
  appDir: string,
  kind: DatabaseKind,
): Promise<TestDatabase> => {
  if (kind === 'sqlite') return { variables: {}, remove: async () => undefined };
  const url = process.env.TEST_POSTGRES_URL ?? USUAL_POSTGRES;
  const schema = `test_${basename(appDir).replace(/\W/g, '_')}`;
  await query(url, `CREATE SCHEMA IF NOT EXISTS "${schema}"`).catch((cause: unknown) => {
    throw new Error('No PostgreSQL lets the tests in. Run: npm run provision', { cause });
  });
  return {
    variables: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url, DATABASE_SCHEMA: schema },
    remove: () => query(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`),
  };
};
