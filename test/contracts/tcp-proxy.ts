import { createServer, connect, type Server, type Socket } from 'node:net';

export type TcpProxy = {
  port: number;
  /** Refuses new connections and breaks the open ones, as a stopped server does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  connections(): number;
};

/** Stands between a client and a real server on this machine, so that a test can take the server away. */
export const createTcpProxy = async (target: { host: string; port: number }): Promise<TcpProxy> => {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;

  const remember = (socket: Socket) => {
    sockets.add(socket);
    // A broken pipe is what this proxy is for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const fresh = createServer((client) => {
        const upstream = connect(target.port, target.host);
        for (const socket of [client, upstream]) remember(socket);
        client.pipe(upstream).pipe(client);
        client.on('close', () => upstream.destroy());
        upstream.on('close', () => client.destroy());
      });
      fresh.once('error', reject);
      fresh.listen(port, '127.0.0.1', () => {
        const address = fresh.address();
        if (address !== null && typeof address === 'object') port = address.port;
        server = fresh;
        resolve();
      });
    });

  const stop = () =>
    new Promise<void>((resolve) => {
      const old = server;
      server = null;
      for (const socket of sockets) socket.destroy();
      if (old) old.close(() => resolve());
      else resolve();
    });

  await start();
  return { port, start, stop, connections: () => sockets.size / 2 };
};
