import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuard } from './guarded-agent';
import { downloadPicture } from './guarded-download';

const servers: Server[] = [];
let connections = 0;

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  server.on('connection', () => (connections += 1));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeEach(() => {
  connections = 0;
});

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const download = (
  url: string,
  { trusted = 'https://api.example.test/v1', allow = false, signal, maxBytes }: Options = {},
) =>
  downloadPicture({
    url,
    guard: createGuard({ trustedUrl: trusted, allowPrivateAddresses: allow }),
    signal: signal ?? new AbortController().signal,
    maxBytes,
  });

type Options = { trusted?: string; allow?: boolean; signal?: AbortSignal; maxBytes?: number };

const refused = { code: 'bad_output', isRetryable: false, charged: 'yes' };

describe('addresses that must not be called', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'https://127.0.0.1:PORT/',
    'https://localhost:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:7f00:1]:PORT/',
    'https://0x7f000001:PORT/',
    'https://2130706433:PORT/',
    'https://0:PORT/',
    'http://example.test/picture.png',
    'file:///etc/passwd',
    'ftp://example.test/a',
    'https://user:password@example.test/',
    'not an address',
  ])('never reaches %s', async (template) => {
    const origin = await serve((_, response) => response.end('secret'));
    const url = template.replace('PORT', new URL(origin).port);
    await expect(download(url)).rejects.toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('refuses the metadata address even where private addresses are allowed', async () => {
    for (const url of ['http://169.254.169.254/latest', 'http://[::ffff:a9fe:a9fe]/latest']) {
      await expect(download(url, { allow: true })).rejects.toMatchObject(refused);
    }
  });

  it('refuses another port of the machine whose origin is trusted', async () => {
    const trusted = await serve((_, response) => response.end('ok'));
    const other = await serve((_, response) => response.end('secret'));
    const byName = other.replace('http://127.0.0.1', 'https://localhost');
    await expect(download(other, { trusted })).rejects.toMatchObject(refused);
    await expect(download(byName, { trusted })).rejects.toMatchObject(refused);
    expect(connections).toBe(0);
  });

  it('checks every redirect like the first address', async () => {
    const secret = await serve((_, response) => response.end('secret'));
    const trusted = await serve((_, response) => {
      response.writeHead(302, { location: `${secret}/admin` }).end();
    });
    await expect(download(`${trusted}/a.png`, { trusted })).rejects.toMatchObject(refused);
    expect(connections).toBe(1);
  });
});

describe('addresses that may be called', () => {
  it('fetches from the trusted origin without sending a key', async () => {
    let seen: Record<string, unknown> = {};
    const trusted = await serve((request, response) => {
      seen = request.headers;
      response.end('bytes');
    });
    const bytes = await download(`${trusted}/a.png`, { trusted });
    expect(bytes.toString()).toBe('bytes');
    expect(seen['authorization']).toBeUndefined();
    expect(seen['accept-encoding']).toBe('identity');
  });

  it('fetches from another private origin when the owner allows it', async () => {
    const origin = await serve((_, response) => response.end('bytes'));
    expect((await download(origin, { allow: true })).toString()).toBe('bytes');
  });

  it('follows three redirects and not a fourth', async () => {
    const trusted = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('bytes');
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect((await download(`${trusted}/3`, { trusted })).toString()).toBe('bytes');
    await expect(download(`${trusted}/4`, { trusted })).rejects.toThrow('more than 3 redirects');
  });

  it('fetches again after a failure, because the picture is paid for', async () => {
    let calls = 0;
    const trusted = await serve((request, response) => {
      calls += 1;
      if (calls === 1) response.writeHead(503).end();
      else if (calls === 2) request.socket.destroy();
      else response.end('bytes');
    });
    expect((await download(trusted, { trusted })).toString()).toBe('bytes');
    expect(calls).toBe(3);
  });

  it('gives up at once when the file is gone', async () => {
    let calls = 0;
    const trusted = await serve((_, response) => {
      calls += 1;
      response.writeHead(404).end();
    });
    await expect(download(trusted, { trusted })).rejects.toMatchObject({
      ...refused,
      message: 'The picture was made but could not be fetched: the file server answered 404.',
    });
    expect(calls).toBe(1);
  });

  it('stops at the limit of bytes, with and without a length header', async () => {
    for (const headers of [{}, { 'content-length': '5000000' }]) {
      const trusted = await serve((_, response) => {
        response.writeHead(200, headers);
        response.end(Buffer.alloc(5_000_000));
      });
      const call = download(trusted, { trusted, maxBytes: 100_000 });
      await expect(call).rejects.toMatchObject({ code: 'bad_output', charged: 'yes' });
    }
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    const trusted = await serve(() => controller.abort());
    const start = Date.now();
    await expect(download(trusted, { trusted, signal: controller.signal })).rejects.toThrow();
    expect(Date.now() - start).toBeLessThan(1000);
  });
});
