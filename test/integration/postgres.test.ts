import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { createDraft, enableTypes, generate, markdownBody, readDocument } from './support/articles';

const uid = 'api::guide.guide';
const QUEUE_SCHEMA = 'article_images_test_queue';
const url = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const dropQueue = async () => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS "${QUEUE_SCHEMA}" CASCADE`);
  await client.end();
};

describe('Strapi on PostgreSQL', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    await dropQueue();
    const env = { ARTICLE_IMAGES_QUEUE_SCHEMA: QUEUE_SCHEMA };
    app = await bootStrapi({ name: 'postgres', database: 'postgres', env, listen: true });
    await enableTypes(app, [{ uid }]);
  });
  afterAll(async () => {
    await app?.destroy();
    await dropQueue();
  });

  it('gives an article its pictures, although Strapi changes how pg reads JSON', async () => {
    const documentId = await createDraft(app, uid, { title: 'A coast walk', body: markdownBody });
    const run = await generate(app, { uid, documentId });
    expect(run).toMatchObject({ status: 'completed', costMicroUsd: 0 });
    const guide = await readDocument(app, uid, documentId);
    expect(guide?.featuredImage).toMatchObject({ width: 1536, height: 1024 });
    expect(String(guide?.body).match(/!\[/g)).toHaveLength(2);
  });

  it('keeps the queue in its own database unless another store is chosen', () => {
    const health = app.strapi.plugin('article-images').service('maintenance').health();
    expect(health).toMatchObject({ store: 'postgres', state: 'ready', isWorking: true });
  });
});
