import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createPostgresStore } from '../../server/src/queue/stores/postgres';
import { describeJobQueue } from './job-queue.contract';

const admin = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const database = `queue_contract_${randomUUID().slice(0, 8)}`;
const url = Object.assign(new URL(admin), { pathname: `/${database}` }).href;

const asAdmin = async (statement: string) => {
  const client = new Client({ connectionString: admin });
  await client.connect().catch((cause: unknown) => {
    throw new Error(`No PostgreSQL at ${admin}: run "npm run provision"`, { cause });
  });
  await client.query(statement).finally(() => client.end());
};

beforeAll(() => asAdmin(`CREATE DATABASE ${database}`));
afterAll(() => asAdmin(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));

describeJobQueue('postgres', async () => {
  const schema = `q_${randomUUID().slice(0, 8)}`;
  return {
    prefix: 'test',
    store: () => createPostgresStore({ connection: url, schema }),
    // The database goes at the end.
    remove: async () => undefined,
  };
});
