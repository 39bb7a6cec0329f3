import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';

/** One order as it arrived. */
export type ImageCall = {
  at: number;
  authorization: string | undefined;
  body: Record<string, unknown> & { model: string; prompt: string; size: string };
  /** 1 for the first order of this model, 2 for the second. */
  nthOfModel: number;
  /** 1 for the first order with this prompt. */
  nthOfPrompt: number;
};

/** What the service does with an order; without `status` and `body` it sends a sound picture of the asked size. */
export type ImageReply = {
  status?: number;
  headers?: Record<string, string>;
  /** An object goes out as JSON, a string as it is. */
  body?: unknown;
  /** Another picture than the one asked for. */
  picture?: Buffer | Promise<Buffer>;
  /** Waits for this before it answers. */
  until?: Promise<unknown>;
  delayMs?: number;
  /** Never answers. */
  hangs?: boolean;
};

type Behave = (call: ImageCall) => ImageReply | undefined;

export type ImageServer = Awaited<ReturnType<typeof startImageServer>>;

/** A gradient: an image of one flat colour would be noted as a defect. */
export const paintPicture = (size: string, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> => {
  const [width = 1, height = 1] = size.split('x').map(Number);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g">` +
    '<stop offset="0" stop-color="#246"/><stop offset="1" stop-color="#fc8"/></linearGradient></defs>' +
    '<rect width="100%" height="100%" fill="url(#g)"/></svg>';
  return sharp(Buffer.from(svg)).toFormat(format).toBuffer();
};

const readJson = async (request: IncomingMessage): Promise<ImageCall['body']> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as ImageCall['body'];
};

const send = async (response: ServerResponse, call: ImageCall, reply: ImageReply) => {
  await reply.until;
  await sleep(reply.delayMs ?? 0);
  if (reply.hangs || response.destroyed) return;
  const { status = 200, headers, body } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (body !== undefined) {
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
    return;
  }
  const picture = await (reply.picture ?? paintPicture(call.body.size));
  response.end(JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] }));
};

/** A local service that speaks OpenAI's images API; `behave` decides each answer, by the order's model for instance. */
export const startImageServer = async ({ behave }: { behave?: Behave } = {}) => {
  const calls: ImageCall[] = [];
  const current: { behave: Behave } = { behave: behave ?? (() => undefined) };
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const count = (isSame: (other: ImageCall) => boolean) => calls.filter(isSame).length + 1;
      const call: ImageCall = {
        at: Date.now(),
        authorization: request.headers.authorization,
        body,
        nthOfModel: count((other) => other.body.model === body.model),
        nthOfPrompt: count((other) => other.body.prompt === body.prompt),
      };
      calls.push(call);
      return send(response, call, current.behave(call) ?? {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** As a site owner writes it, with `/v1`. */
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    callsOf: (model: string) => calls.filter(({ body }) => body.model === model),
    behave: (next: Behave) => {
      current.behave = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** A promise and its handle: pictures that wait for the test. */
export const createGate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};
