import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  createDraft,
  enableTypes,
  markdownBody,
  readDocument,
  retryRun,
  startRun,
  waitForRun,
} from './support/articles';
import { captureLog } from './support/captured-log';
import {
  paintPicture,
  startImageServer,
  type ImageCall,
  type ImageReply,
  type ImageServer,
} from './support/image-server';
import { addModel, changeModel, PRICE } from './support/model-rows';

const uid = 'api::guide.guide';
const CANARY = 'sk-CANARY-c0ffee0123456789abcdef';

/** Every refusal repeats the key, as careless proxies do. */
const refusal = (status: number, code: string, headers?: Record<string, string>): ImageReply => ({
  status,
  headers,
  body: { error: { message: `Refused for key ${CANARY}`, type: code, code, param: null } },
});
const page = `<html><body>Bad gateway. Authorization: Bearer ${CANARY}</body></html>`;

/** What the service does, by the name of the model that is ordered. */
const FAULTS: Record<string, (call: ImageCall) => ImageReply | undefined> = {
  'policy-once': ({ nthOfModel }) =>
    nthOfModel === 1 ? refusal(400, 'moderation_blocked') : undefined,
  'busy-once': ({ nthOfModel }) =>
    nthOfModel === 1 ? refusal(429, 'rate_limit_exceeded', { 'retry-after': '1' }) : undefined,
  'busy-forever': () => refusal(429, 'rate_limit_exceeded', { 'retry-after-ms': '20' }),
  'bad-key': () => refusal(401, 'invalid_api_key'),
  'no-credit': () => refusal(429, 'insufficient_quota'),
  'broken-once': ({ nthOfModel }) => (nthOfModel === 1 ? refusal(500, 'server_error') : undefined),
  'html-page': () => ({ headers: { 'content-type': 'text/html' }, body: page }),
  'torn-picture': () => ({
    body: {
      data: [{ b64_json: Buffer.from(`\x89PNG\r\n\x1a\n${CANARY}`, 'latin1').toString('base64') }],
    },
  }),
  'no-picture': () => ({ body: { created: 1, data: [] } }),
  silent: () => ({ hangs: true }),
  'other-size': ({ body }) => ({
    picture: body.size === '192x128' ? paintPicture('240x160', 'jpeg') : paintPicture('12x8'),
  }),
};

/** In-article pictures asked for beside the cover; two where nothing else is said. */
const COUNTS: Record<string, number> = {
  'busy-forever': 0,
  'html-page': 1,
  'no-picture': 1,
  'torn-picture': 1,
  silent: 1,
};

describe('an image service that fails', () => {
  let app: BootedStrapi;
  let server: ImageServer;
  let log: string[];
  const answers: unknown[] = [];
  /** All at the same time, as on a busy day. */
  const runs = new Map<string, Promise<RunDto>>();

  beforeAll(async () => {
    server = await startImageServer({ behave: (call) => FAULTS[call.body.model]?.(call) });
    app = await bootStrapi({
      name: 'faults',
      listen: true,
      env: {
        ARTICLE_IMAGES_OPENAI_API_KEY: CANARY,
        ARTICLE_IMAGES_OPENAI_BASE_URL: server.url,
        ARTICLE_IMAGES_OPENAI_TIMEOUT_SECONDS: '6',
        ARTICLE_IMAGES_OPENAI_CONCURRENCY: '8',
      },
    });
    log = captureLog(app);
    await enableTypes(app, [{ uid }]);
    for (const name of Object.keys(FAULTS)) await addModel(app, name);
    for (const name of Object.keys(FAULTS)) {
      const run = makeRun(name, COUNTS[name] ?? 2);
      // Each test awaits its own; one that fails must not end the others.
      run.catch(() => undefined);
      runs.set(name, run);
    }
  });
  afterAll(async () => {
    await app?.destroy();
    await server?.close();
  });

  const draft = (title: string) => createDraft(app, uid, { title, body: markdownBody });

  const makeRun = async (tier: string, count: number): Promise<RunDto> => {
    const documentId = await draft(`Article for ${tier}`);
    const started = await startRun(app, { uid, documentId, tier, count });
    const run = await waitForRun(app, started.body.data.id);
    answers.push(started.body, run);
    return run;
  };

  const runWith = (tier: string): Promise<RunDto> => {
    const run = runs.get(tier);
    if (!run) throw new Error(`No run was started with ${tier}.`);
    return run;
  };

  const statuses = ({ images }: RunDto) => images.map(({ status }) => status).sort();

  it('refuses one picture: the others are attached, and retry makes that one alone', async () => {
    const run = await runWith('policy-once');
    expect(run).toMatchObject({ status: 'partial', error: { code: 'policy', charged: 'no' } });
    expect(statuses(run)).toEqual(['attached', 'attached', 'failed']);
    const failed = run.images.find(({ status }) => status === 'failed');
    expect(failed?.error?.message).toMatch(/safety reasons\. Change the prompt/);
    expect(failed).toMatchObject({ costMicroUsd: null, attempts: 1 });
    expect(run.costMicroUsd).toBe(2 * PRICE);
    const again = await retryRun(app, run.id);
    expect(again).toMatchObject({ status: 'completed', error: null, costMicroUsd: 3 * PRICE });
    expect(server.callsOf('policy-once')).toHaveLength(4);
    const guide = await readDocument(app, uid, run.documentId);
    expect(guide?.featuredImage).not.toBeNull();
    expect(String(guide?.body).match(/!\[/g)).toHaveLength(2);
  });

  it('asks to slow down: waits as long as it says, then goes on', async () => {
    const run = await runWith('busy-once');
    expect(run).toMatchObject({ status: 'completed', error: null });
    const calls = server.callsOf('busy-once');
    expect(calls).toHaveLength(4);
    const [refused] = calls;
    const again = calls.filter(({ body }) => body.prompt === refused?.body.prompt).at(-1);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('asks to slow down for ever: the run ends with that reason', async () => {
    const run = await runWith('busy-forever');
    expect(run).toMatchObject({ status: 'failed', error: { code: 'rate_limited', charged: 'no' } });
    expect(server.callsOf('busy-forever')).toHaveLength(30);
  });

  it.each([
    ['bad-key', 'provider_auth', /refused the API key/],
    ['no-credit', 'provider_quota', /no credit left/],
  ])('says %s: every slot fails at once with %s, unpaid and untried', async (tier, code, words) => {
    const run = await runWith(tier);
    expect(run).toMatchObject({
      status: 'failed',
      error: { code, charged: 'no' },
      costMicroUsd: 0,
    });
    expect(run.error?.message).toMatch(words);
    expect(statuses(run)).toEqual(['failed', 'failed', 'failed']);
    expect(server.callsOf(tier)).toHaveLength(3);
  });

  it('breaks down once: is asked again, and the run completes', async () => {
    const run = await runWith('broken-once');
    expect(run).toMatchObject({ status: 'completed', error: null, costMicroUsd: 3 * PRICE });
    expect(server.callsOf('broken-once')).toHaveLength(4);
  });

  it.each([
    ['html-page', 'outcome_unknown', 'maybe', /no image answer; the picture may have been charged/],
    ['no-picture', 'empty_answer', 'maybe', /answered without a picture/],
    ['torn-picture', 'bad_output', 'yes', /damaged or cut off/],
    ['silent', 'timeout', 'maybe', /did not answer within 6 s/],
  ])(
    'answers with %s: what may be paid is bought twice at most',
    async (tier, code, charged, words) => {
      const run = await runWith(tier);
      expect(run).toMatchObject({ status: 'failed', error: { code, charged } });
      expect(run.error?.message).toMatch(words);
      expect(server.callsOf(tier)).toHaveLength(4);
      const guide = await readDocument(app, uid, run.documentId);
      expect(guide).toMatchObject({ featuredImage: null, body: markdownBody });
    },
  );

  it('sends another size: a close one is fitted, a stamp is thrown away', async () => {
    const run = await runWith('other-size');
    expect(run).toMatchObject({ status: 'partial', error: { code: 'bad_output', charged: 'yes' } });
    const fitted = run.images.filter(({ askedSize }) => askedSize === '192x128');
    expect(
      fitted.map(({ status, receivedSize, file }) => [status, receivedSize, file?.width]),
    ).toEqual(Array(fitted.length).fill(['attached', '240x160', 192]));
    expect(run.error?.message).toContain('arrived as 12x8');
  });

  it('gets exactly what the row of the model says', async () => {
    await addModel(app, 'invented', { parameters: { mood: 'calm', depth: { near: 1 } } });
    await makeRun('invented', 2);
    const sent = server.callsOf('invented').map(({ body: { prompt, ...rest } }) => {
      expect(prompt.length).toBeGreaterThan(20);
      return rest;
    });
    const common = { model: 'invented', mood: 'calm', depth: { near: 1 }, n: 1 };
    expect(sent).toHaveLength(3);
    expect(sent).toContainEqual({ ...common, size: '192x128' });
    expect(sent).toContainEqual({ ...common, size: '128x128' });

    await changeModel(app, 'invented', {
      model: 'invented-2',
      landscapeSize: '208x112',
      parameters: { unheard_of: [1, 2] },
    });
    const documentId = await draft('After the change');
    const started = await startRun(app, { uid, documentId, tier: 'invented', count: 0 });
    await waitForRun(app, started.body.data.id);
    const [{ body }] = server.callsOf('invented-2') as [ImageCall];
    expect(body).toEqual({
      model: 'invented-2',
      prompt: body.prompt,
      size: '208x112',
      n: 1,
      unheard_of: [1, 2],
    });
    expect(server.calls.every(({ authorization }) => authorization === `Bearer ${CANARY}`)).toBe(
      true,
    );
  });

  it('is not asked when the model has no size for a slot', async () => {
    await addModel(app, 'no-landscape', { landscapeSize: null });
    const documentId = await draft('No landscape');
    const { status, body } = await startRun(app, { uid, documentId, tier: 'no-landscape' });
    answers.push(body);
    expect({ status, code: body.error.details.code }).toEqual({
      status: 409,
      code: 'no_model_size',
    });
    expect(body.error.message).toContain('has no landscape size');
    expect(server.callsOf('no-landscape')).toHaveLength(0);
  });

  it('never gets its key into an answer, a row or the log', async () => {
    const rows = (name: string) =>
      app.strapi.db.query(`plugin::article-images.${name}` as 'plugin::upload.file').findMany({});
    const admin = await app.admin();
    const pages = await Promise.all(
      ['settings', 'providers', `context?uid=${uid}&locale=en`].map(async (path) => {
        const { status, body } = await admin.get(`/article-images/${path}`);
        expect(status).toBe(200);
        return body;
      }),
    );
    const kept = [await rows('generation-run'), await rows('image'), await rows('model-config')];
    expect(kept[1]?.length).toBeGreaterThan(25);
    expect(log.length).toBeGreaterThan(20);
    expect(answers.length).toBeGreaterThan(20);
    for (const text of [answers, pages, kept, log].map((all) => JSON.stringify(all))) {
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain('c0ffee0123456789abcdef');
    }
  });
});
