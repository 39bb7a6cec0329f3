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

/**
 * Where a booted app keeps its data: a SQLite file in its folder, or, when `TEST_POSTGRES_URL` names a server, a schema
 * of its own there. Removing it leaves nothing behind.
 */
export const createTestDatabase = async (appDir: string): Promise<TestDatabase> => {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) return { variables: {}, remove: async () => undefined };
  const schema = `test_${basename(appDir).replace(/\W/g, '_')}`;
  await query(url, `CREATE SCHEMA IF NOT EXISTS "${schema}"`);
  return {
    variables: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url, DATABASE_SCHEMA: schema },
    remove: () => query(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`),
  };
};
