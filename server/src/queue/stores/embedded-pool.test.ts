import { describe, expect, it } from 'vitest';
import { createEmbeddedPool } from './embedded-pool';

const createPool = () => {
  const statements: [string, readonly unknown[]][] = [];
  const pool = createEmbeddedPool(async (text, params) => {
    statements.push([text, params]);
    return { rows: [{ one: 1 }], rowCount: 1 };
  });
  return { pool, statements };
};

describe('the embedded pool', () => {
  it('runs statements of the pool and of its clients alike', async () => {
    const { pool, statements } = createPool();
    const client = await pool.connect();
    expect(await pool.query('SELECT $1', ['a'])).toEqual({ rows: [{ one: 1 }], rowCount: 1 });
    await client.query('LISTEN jobs');
    expect(statements).toEqual([
      ['SELECT $1', ['a']],
      ['LISTEN jobs', []],
    ]);
  });

  it('hands a notification to every client that still listens', async () => {
    const { pool } = createPool();
    const heard: string[] = [];
    const clients = [await pool.connect(), await pool.connect()];
    clients.forEach((client, n) =>
      client.on('notification', ({ payload }) => heard.push(`${n} ${payload}`)),
    );
    pool.notify({ channel: 'jobs', payload: 'runs' });
    clients[0]?.release();
    pool.notify({ channel: 'jobs', payload: 'images' });
    expect(heard).toEqual(['0 runs', '1 runs', '1 images']);
  });

  it('tells clients that their connection is gone, and ends nobody who does not listen', async () => {
    const { pool } = createPool();
    const heard: string[] = [];
    (await pool.connect()).on('error', ({ message }) => heard.push(message));
    await pool.connect();
    pool.fail(new Error('gone'));
    expect(heard).toEqual(['gone']);
  });

  it('lets BullMQ believe in keepalive, so that idle workers sleep', async () => {
    const { pool } = createPool();
    const client = await pool.connect();
    expect(client.connection?.stream).toMatchObject({ setKeepAlive: expect.any(Function) });
  });
});
