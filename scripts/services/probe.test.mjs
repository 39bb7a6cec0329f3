import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, probePostgres, probeRedis } from './probe.mjs';

let server;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve())));

/** Answers every connection's first bytes with `answer`; null hangs up. */
const listen = (answer) =>
  new Promise((resolve) => {
    server = createServer((socket) => {
      socket.once('data', () => (answer === null ? socket.destroy() : socket.end(answer)));
    });
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

const authentication = (kind) => {
  const answer = Buffer.alloc(9);
  answer.write('R');
  answer.writeInt32BE(8, 1);
  answer.writeInt32BE(kind, 5);
  return answer;
};
const postgres = (port) => probePostgres(`postgresql://postgres@127.0.0.1:${port}/postgres`);
const redis = (port) => probeRedis(`redis://127.0.0.1:${port}`);

describe('asking a PostgreSQL', () => {
  it('sees one that lets us in', async () => {
    expect(await postgres(await listen(authentication(0)))).toBe('open');
  });

  it('sees one that asks for a password', async () => {
    expect(await postgres(await listen(authentication(10)))).toBe('password');
  });

  it('sees one that refuses the user', async () => {
    expect(await postgres(await listen(Buffer.from('E\0\0\0\0SFATAL')))).toBe('refused');
  });

  it('is not fooled by another server, a hang-up or an empty port', async () => {
    expect(await postgres(await listen('HTTP/1.1 400 Bad Request'))).toBe('away');
    await new Promise((resolve) => server.close(resolve));
    expect(await postgres(await listen(null))).toBe('away');
    await new Promise((resolve) => server.close(resolve));
    server = undefined;
    expect(await postgres(await freePort())).toBe('away');
  });
});

describe('asking a Redis', () => {
  it('sees one that answers', async () => {
    expect(await redis(await listen('+PONG\r\n'))).toBe('open');
  });

  it('sees one that asks for a password', async () => {
    expect(await redis(await listen('-NOAUTH Authentication required.\r\n'))).toBe('password');
  });

  it('is not fooled by another server or an empty port', async () => {
    expect(await redis(await listen('HTTP/1.1 400 Bad Request'))).toBe('away');
    expect(await redis(await freePort())).toBe('away');
  });
});
