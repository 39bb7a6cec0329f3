import { randomUUID } from 'node:crypto';
import type { BackendFactory } from 'bullmq';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresStore } from '../../server/src/queue/stores/postgres';
import type { QueueStore } from '../../server/src/queue/stores/queue-store';
import { describeJobQueue, type Place } from './job-queue.contract';
import { closeTestQueues, createRecorder, createTestQueue, image, until } from './queue-harness';
import { describeQueueOutage, type DistantPlace } from './queue-outage.contract';
import { describeQueueProcesses, type SharedPlace } from './queue-processes.contract';

const admin = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const database = `queue_contract_${randomUUID().slice(0, 8)}`;
const url = Object.assign(new URL(admin), { pathname: `/${database}` }).href;

const { hostname: host, port } = new URL(admin);

const run = async (connectionString: string, statement: string, values: string[] = []) => {
  const client = new Client({ connectionString });
  await client.connect().catch((cause: unknown) => {
    throw new Error(`No PostgreSQL at ${connectionString}: run "npm run provision"`, { cause });
  });
  await client.query(statement, values).finally(() => client.end());
};

beforeAll(() => run(admin, `CREATE DATABASE ${database}`));
afterAll(() => run(admin, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));

/** One schema for most tests, because making one is half of what a test would cost; each has queues of its own in it. */
const createPlace = async (): Promise<Place> => {
  const id = randomUUID();
  const store = () => {
    const made = createPostgresStore({ connection: url, schema: 'queue_contract' });
    const backend: BackendFactory = (name, ...rest) => made.backend(`${id}-${name}`, ...rest);
    return { ...made, backend };
  };
  return { prefix: 'test', store, remove: async () => undefined };
};

const createSchema = async (): Promise<SharedPlace & DistantPlace> => {
  const schema = `q_${randomUUID().slice(0, 8)}`;
  return {
    prefix: 'test',
    spec: { kind: 'postgres', url, schema },
    store: () => createPostgresStore({ connection: url, schema }),
    server: { host, port: Number(port || 5432) },
    storeAt: (proxyPort) => {
      const through = new URL(url);
      Object.assign(through, { hostname: '127.0.0.1', port: String(proxyPort) });
      through.password ||= 'secret';
      return createPostgresStore({ connection: through.href, schema, answerTimeoutMs: 500 });
    },
    breakLock: (queueName, jobId) =>
      run(
        url,
        `UPDATE ${schema}.job SET lock_token = 'nobody', locked_until_ms = 0 WHERE queue = $1 AND id = $2`,
        [queueName, jobId],
      ),
    // The database goes at the end.
    remove: async () => undefined,
  };
};

describeJobQueue('postgres', createPlace);
describeQueueProcesses('postgres', createSchema);
describeQueueOutage('postgres', createSchema);

describe('the postgres store', () => {
  const role = `queue_user_${randomUUID().slice(0, 8)}`;
  const asRole = Object.assign(new URL(url), { username: role, password: 'secret' }).href;
  const schemaName = () => `q_${randomUUID().slice(0, 8)}`;

  beforeAll(() => run(url, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`));
  afterEach(closeTestQueues);
  afterAll(async () => {
    await run(url, `DROP OWNED BY ${role} CASCADE`);
    await run(admin, `DROP ROLE ${role}`);
  });

  const healthOf = async (store: QueueStore) => {
    const queue = createTestQueue({ store, prefix: 'test' });
    queue.open();
    await until('it has tried', () => queue.health().state !== 'starting');
    return queue.health();
  };

  it('says which right is missing when it may not make its schema', async () => {
    const health = await healthOf(
      createPostgresStore({ connection: asRole, schema: schemaName() }),
    );
    expect(health.state).toBe('down');
    expect(health.message).toMatch(/permission denied/);
    expect(health.message).toMatch(/GRANT CREATE ON DATABASE/);
    expect(health.message).not.toContain('secret');
  });

  it('needs no right to create once its schema is there', async () => {
    const schema = schemaName();
    const owner = createPostgresStore({ connection: url, schema });
    await owner.open();
    await owner.close();
    await run(url, `GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await run(url, `GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await run(url, `GRANT ALL ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    const queue = createTestQueue({
      store: createPostgresStore({ connection: asRole, schema }),
      prefix: 'test',
    });
    const { handlers, ids } = createRecorder();
    queue.open();
    queue.work(handlers, { openai: 1 });
    await queue.add(image('granted'));
    await until('the job', () => ids().includes('granted'));
  });

  it.each([
    ['a database that is not there', `/nowhere_${database}`, /does not exist.*Create it/],
    [
      'another schema option in its address',
      `/${database}?options=-c%20search_path%3Dpublic`,
      null,
    ],
  ])('with %s', async (_what, path, message) => {
    const connection = new URL(path, admin).href;
    const health = await healthOf(createPostgresStore({ connection, schema: schemaName() }));
    if (message) expect(health.message).toMatch(message);
    else expect(health.state).toBe('ready');
  });

  it('takes a configuration such as Strapi has, and keeps clear of the schema Strapi uses', async () => {
    const schema = schemaName();
    const { hostname, port: number, username, password } = new URL(admin);
    const connection = {
      host: hostname,
      port: Number(number || 5432),
      user: username,
      password,
      database,
      schema: 'public',
    };
    const health = await healthOf(createPostgresStore({ connection, schema }));
    expect(health).toMatchObject({ state: 'ready', message: null });
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT table_schema FROM information_schema.tables WHERE table_name = 'job' AND table_schema IN ('public', $1)`,
      [schema],
    );
    await client.end();
    expect(rows).toEqual([{ table_schema: schema }]);
  });
});
