import { SchemaVersionMismatchError } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { isConnectionLoss, postgresDown } from './postgres-errors';

const withCode = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('isConnectionLoss', () => {
  it.each([
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    withCode('ECONNREFUSED'),
    withCode('ECONNRESET'),
    withCode('EPIPE'),
    withCode('08006'),
    withCode('57P01'),
    withCode('57P03'),
    withCode('53300'),
  ])('takes %o for a broken connection', (error) => {
    expect(isConnectionLoss(error)).toBe(true);
  });

  it.each([
    withCode('BM001', 'bullmq: missing job'),
    withCode('42501'),
    withCode('42P01'),
    withCode('23505'),
    withCode('57014', 'canceling statement due to user request'),
    new TypeError('params.slice is not a function'),
    'a string',
  ])('takes %o for a refusal', (error) => {
    expect(isConnectionLoss(error)).toBe(false);
  });
});

describe('postgresDown', () => {
  const config = { connectionString: 'postgres://strapi:secret@db:5432/app' };
  const down = (cause: unknown, given: object = config) =>
    postgresDown({ cause, config: given, schema: 'article_images_queue' });

  it('is queue_down with the address and without the password', () => {
    const error = down(new Error('connect ECONNREFUSED postgres://strapi:secret@db'));
    expect(error).toMatchObject({ code: 'queue_down', isRetryable: true });
    expect(error.message).toContain('postgres://db:5432/app');
    expect(error.message).toContain('runs when it is back');
    expect(error.message).not.toContain('secret');
  });

  it.each([
    ['42501', /GRANT CREATE ON DATABASE/],
    ['28P01', /Correct the user name and password/],
    ['3D000', /does not exist/],
    ['53300', /max_connections/],
  ])('says for %s what to do', (code, advice) => {
    expect(down(withCode(code)).message).toMatch(advice);
  });

  it('names host, port, database and user of a configuration', () => {
    const given = { host: 'db', port: 6543, database: 'app', user: 'strapi', password: 'secret' };
    const { message } = down(withCode('42501', 'permission denied for database app'), given);
    expect(message).toMatch(/^PostgreSQL at db:6543\/app cannot keep the queue/);
    expect(message).toContain('The user "strapi" may not make or use');
    expect(message).not.toContain('secret');
  });

  it('does not send anybody to start a server that is merely too new', () => {
    const { message } = down(new SchemaVersionMismatchError(7, 6));
    expect(message).toMatch(/requires BullMQ major version 7/);
    expect(message).not.toMatch(/Start it/);
  });
});
