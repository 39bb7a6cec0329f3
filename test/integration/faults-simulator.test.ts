import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../simulator/start-simulator';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { createDraft, enableTypes, markdownBody, startRun, waitForRun } from './support/articles';
import { captureLog } from './support/captured-log';

const uid = 'api::guide.guide';
const KEY = 'sk-CANARY-simulated-0123456789';

/** One answer after the other to whichever picture asks next; after these the service is well. */
const TROUBLE = [
  'error_500',
  'ok',
  'truncated_picture',
  'rate_limit_ms',
  'reset',
  'bad_key',
  'html_502',
  'empty_data',
  'undecodable',
  'url',
  'url_gone',
  'moderation',
  'error_503',
  'html_200',
  'reset_body',
  'data_uri',
  'no_usage',
  'small',
  'wrong_size',
  'truncated_json',
  'error_200',
  'bad_base64',
  'detail_error',
  'redirect',
];

describe('the shipped models against the rules of their service', () => {
  let app: BootedStrapi;
  let simulator: Simulator;
  let log: string[];

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 });
    app = await bootStrapi({
      name: 'faults-simulator',
      listen: true,
      env: {
        ARTICLE_IMAGES_OPENAI_API_KEY: KEY,
        ARTICLE_IMAGES_OPENAI_BASE_URL: simulator.baseUrl,
      },
    });
    log = captureLog(app);
    await enableTypes(app, [{ uid }]);
  });
  afterAll(async () => {
    await app?.destroy();
    await simulator?.close();
  });

  const run = async (tier: string, count: number) => {
    const documentId = await createDraft(app, uid, { title: tier, body: markdownBody });
    const started = await startRun(app, { uid, documentId, tier, count });
    return waitForRun(app, started.body.data.id);
  };

  it.each(['quality', 'quality_option2', 'premium'])(
    '%s is ordered and paid as its row says',
    async (tier) => {
      simulator.reset();
      const done = await run(tier, 2);
      expect(done).toMatchObject({ status: 'completed', error: null, costBasis: 'computed' });
      expect(done.costMicroUsd).toBeGreaterThan(0);
      const sizes = simulator.log().map(({ body }) => (body as { size: string }).size);
      expect(sizes.sort()).toEqual(done.images.map(({ askedSize }) => askedSize).sort());
      for (const { askedSize, receivedSize, file } of done.images) {
        expect([receivedSize, `${file?.width}x${file?.height}`]).toEqual([askedSize, askedSize]);
      }
      expect(simulator.log().every(({ status, isCharged }) => status === 200 && isCharged)).toBe(
        true,
      );
    },
  );

  it('end in a sentence whatever the service does, and are never paid for more than twice', async () => {
    simulator.reset();
    simulator.script(...TROUBLE);
    const runs = await Promise.all(Array.from({ length: 6 }, () => run('quality', 2)));
    const images = runs.flatMap((one) => one.images);
    expect(images).toHaveLength(18);
    for (const { status, error, file, attempts } of images) {
      expect(['attached', 'failed']).toContain(status);
      expect(attempts).toBeLessThanOrEqual(5);
      if (status === 'attached') expect([error, file]).toEqual([null, expect.anything()]);
      else expect(error?.message).toMatch(/^[A-Z].{20,}[.!]?/);
    }
    const charged = simulator.log().filter(({ isCharged }) => isCharged).length;
    expect(charged).toBeLessThanOrEqual(2 * images.length);
    expect(simulator.log().length).toBeGreaterThan(TROUBLE.length);
    const attached = images.filter(({ status }) => status === 'attached');
    expect(attached.length).toBeGreaterThan(images.length / 2);
    expect(JSON.stringify(runs)).not.toContain(KEY);
    expect(log.join('\n')).not.toContain(KEY);
    expect(readdirSync(join(app.appDir, '.article-images/spool'))).toEqual([]);
  });
});
