import { createServer, connect, type Server, type Socket } from 'node:net';

/** `forward`: as if it were not there. `drop`: takes a connection and ends it. `swallow`: takes it and never answers. */
type Mode = 'forward' | 'drop' | 'swallow';

export type TcpProxy = {
  port: number;
  start(): Promise<void>;
  /** Breaks open connections and refuses new ones, as a stopped server does. */
  stop(): Promise<void>;
  /** From now on; open connections stay, but a swallowing proxy passes nothing on in them either. */
  become(mode: Mode): void;
  /** Connections taken since the start. */
  taken(): number;
};

/** Stands between a client and a real server on this machine, so that a test can take the server away. */
export const createTcpProxy = async (target: { host: string; port: number }): Promise<TcpProxy> => {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  let mode: Mode = 'forward';
  let taken = 0;

  const remember = (socket: Socket) => {
    sockets.add(socket);
    // A broken pipe is what this proxy is for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (mode === 'forward') to.write(chunk);
    });
    from.on('close', () => to.destroy());
  };

  const take = (client: Socket) => {
    taken += 1;
    remember(client);
    if (mode === 'drop') client.destroy();
    if (mode !== 'forward') return;
    const upstream = connect(target.port, target.host);
    remember(upstream);
    pass(client, upstream);
    pass(upstream, client);
  };

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const fresh = createServer(take);
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
  const become = (next: Mode) => {
    mode = next;
    if (mode === 'drop') for (const socket of sockets) socket.destroy();
  };
  return { port, start, stop, become, taken: () => taken };
};
