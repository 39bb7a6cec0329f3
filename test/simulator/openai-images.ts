import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sendHalf, sendJson, waitFor, waitForever, type Exchange } from './exchange';
import { parseImageOrder, usageFor, type ImageOrder } from './image-rules';
import { makePicture } from './pictures';
import { refusalFor, type Chosen } from './scenarios';

const SLOW_MS = 2_000;
const HUGE_BYTES = 60_000_000;

type Answer = { created: number; data: Record<string, unknown>[]; [key: string]: unknown };

const wordsOf = (order: ImageOrder): string =>
  `${order.model} ${order.prompt} ${order.width}x${order.height}`;

/** Pictures made for addresses, kept until the simulator closes. */
export type Gallery = Map<string, { bytes: Buffer; mediaType: string }>;

const bytesFor = async (order: ImageOrder, { name }: Chosen): Promise<Buffer> => {
  const { width, height, output_format: format } = order;
  const make = (size: { width: number; height: number }): Promise<Buffer> =>
    makePicture({ words: wordsOf(order), ...size, format });
  if (name === 'wrong_size') return make({ width: height + 256, height: width });
  if (name === 'small') return make({ width: 48, height: 48 });
  if (name === 'undecodable') return Buffer.from('this is no picture at all, whatever it says');
  const picture = await make({ width, height });
  return name === 'truncated_picture'
    ? picture.subarray(0, Math.floor(picture.length / 2))
    : picture;
};

const itemFor = (
  bytes: Buffer,
  { name }: Chosen,
  { order, exchange, gallery }: { order: ImageOrder; exchange: Exchange; gallery: Gallery },
): Record<string, unknown> => {
  const mediaType = `image/${order.output_format}`;
  if (name === 'url' || name === 'url_gone') {
    const id = createHash('sha256').update(bytes).update(name).digest('hex').slice(0, 16);
    if (name === 'url') gallery.set(id, { bytes, mediaType });
    return { url: `${exchange.origin}/files/${id}` };
  }
  if (name === 'data_uri') {
    return { url: `data:${mediaType};base64,${bytes.toString('base64')}` };
  }
  if (name === 'empty_item') return {};
  return { b64_json: name === 'bad_base64' ? '%%% not base64 %%%' : bytes.toString('base64') };
};

const answerFor = async (
  order: ImageOrder,
  chosen: Chosen,
  facts: { exchange: Exchange; gallery: Gallery },
): Promise<Answer> => {
  const bytes = await bytesFor(order, chosen);
  const item = itemFor(bytes, chosen, { order, ...facts });
  const isEmpty = chosen.name === 'empty_data';
  return {
    created: Math.floor(Date.now() / 1000),
    background: order.background === 'transparent' ? 'transparent' : 'opaque',
    data: isEmpty ? [] : Array.from({ length: order.n }, () => item),
    output_format: order.output_format,
    quality: order.quality,
    size: `${order.width}x${order.height}`,
    ...(chosen.name !== 'no_usage' && { usage: usageFor(order) }),
  };
};

const requestHeaders = (order: ImageOrder): Record<string, string> => ({
  'x-request-id': `req_${createHash('sha256').update(wordsOf(order)).digest('hex').slice(0, 24)}`,
  'openai-processing-ms': '1200',
  'x-ratelimit-limit-requests': '500',
  'x-ratelimit-remaining-requests': '499',
  'x-ratelimit-reset-requests': '12s',
});

/** What goes wrong with the connection. True when the exchange is over. */
const breakConnection = async (exchange: Exchange, { name }: Chosen): Promise<boolean> => {
  const { response, entry } = exchange;
  if (name === 'reset') response.destroy();
  else if (name === 'hang') await waitForever(exchange);
  else if (name === 'hang_body') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"created":');
    await waitForever(exchange);
  } else if (name === 'html_200') {
    sendJson(exchange, 200, '<html><body>Sign in</body></html>', { 'content-type': 'text/html' });
  } else if (name === 'truncated_json') {
    sendJson(exchange, 200, '{"created": 1763683200, "data": [{"b64_json": "iVBORw0K');
  } else if (name === 'error_200') {
    sendJson(exchange, 200, {
      error: {
        message: 'content policy',
        type: 'invalid_request_error',
        param: null,
        code: 'content_filter',
      },
    });
  } else if (name === 'redirect') {
    sendJson(exchange, 302, '', { location: 'http://127.0.0.1:9/elsewhere' });
  } else if (name === 'huge') {
    entry.status = 200;
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1_000_000, 65);
    const chunks = Array.from({ length: HUGE_BYTES / chunk.length }, () => chunk);
    // A client that stops reading breaks the pipe, which is what this scenario is for.
    await pipeline(Readable.from(chunks), response).catch(() => undefined);
  } else return false;
  return true;
};

/** These answer before any picture is made: nothing would be on the bill. */
const isFree = ({ name }: Chosen): boolean => ['redirect', 'html_200', 'error_200'].includes(name);

/** POST /v1/images/generations */
export const answerImages = async (
  exchange: Exchange,
  chosen: Chosen,
  gallery: Gallery,
): Promise<void> => {
  const refusal = refusalFor(chosen.name, exchange.authorization);
  if (refusal) throw refusal;
  const order = parseImageOrder(exchange.body);
  exchange.entry.isCharged = !isFree(chosen);
  if (await breakConnection(exchange, chosen)) return;
  if (chosen.name === 'slow') await waitFor(exchange, chosen.argument ?? SLOW_MS);
  const answer = await answerFor(order, chosen, { exchange, gallery });
  if (exchange.response.destroyed) return;
  if (chosen.name === 'reset_body') sendHalf(exchange, answer);
  else sendJson(exchange, 200, answer, requestHeaders(order));
};
