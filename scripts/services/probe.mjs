import { connect, createServer } from 'node:net';

const ANSWER_LIMIT_MS = 3_000;

/** Sends `question` to an address and resolves with the first bytes of the answer; null when nobody answers in time. */
const ask = ({ host, port }, question) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_LIMIT_MS, () => finish(null));
    socket.once('error', () => finish(null));
    socket.once('connect', () => socket.write(question));
    socket.once('data', finish);
    socket.once('close', () => finish(null));
  });

const addressOf = (url, defaultPort) => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || defaultPort) };
};

/** PostgreSQL's first message: length, protocol 3.0, then user and database. */
const startupMessage = ({ user, database }) => {
  const text = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(text.length + head.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, text]);
};

/**
 * How a PostgreSQL answers: `open` lets this user in, `password` asks for one, `refused` says no to this user,
 * `away` did not answer like a PostgreSQL.
 */
export const probePostgres = async (url) => {
  const user = decodeURIComponent(new URL(url).username) || 'postgres';
  const database = new URL(url).pathname.slice(1) || user;
  const answer = await ask(addressOf(url, 5432), startupMessage({ user, database }));
  if (answer === null) return 'away';
  const kind = String.fromCharCode(answer[0]);
  if (kind === 'E') return 'refused';
  if (kind !== 'R' || answer.length < 9) return 'away';
  return answer.readInt32BE(5) === 0 ? 'open' : 'password';
};

/** How a Redis answers: `open`, `password` or `away`. */
export const probeRedis = async (url) => {
  const answer = await ask(addressOf(url, 6379), 'PING\r\n');
  const text = answer?.toString() ?? '';
  if (text.startsWith('+PONG')) return 'open';
  return text.startsWith('-NOAUTH') ? 'password' : 'away';
};

/** A port nobody listens on just now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
