import type { BootedStrapi } from '../boot-strapi';
import type { SiteSettingsDto, Settings } from '../../../shared/contracts/settings';
import type { RunDto, StartRun } from '../../../shared/contracts/runs';

/** A running app, in this process or another: these requests need its administrator and nothing else. */
type App = Pick<BootedStrapi, 'admin'>;

const TOPICS = ['Harbour', 'Orchard', 'Bakery', 'Lighthouse'];

const sentences: Record<string, string> = {
  Harbour:
    'Fishing boats rest on the calm water while gulls circle over the nets and the stone pier.',
  Orchard: 'Apple trees stand in long rows and baskets of ripe fruit wait in the tall grass.',
  Bakery: 'Fresh bread cools on wooden shelves and flour dusts the table beside the brick oven.',
  Lighthouse: 'A white tower stands on the cliff and waves break over the dark rocks below it.',
};

const paragraph = (topic: string): string => Array(6).fill(sentences[topic]).join(' ');

export const markdownBody = TOPICS.map((topic) => `## ${topic}\n\n${paragraph(topic)}`).join(
  '\n\n',
);

export const htmlBody = TOPICS.map((topic) => `<h2>${topic}</h2><p>${paragraph(topic)}</p>`).join(
  '',
);

export const blocksBody = TOPICS.flatMap((topic) => [
  { type: 'heading', level: 2, children: [{ type: 'text', text: topic }] },
  { type: 'paragraph', children: [{ type: 'text', text: paragraph(topic) }] },
]);

export const zoneBody = TOPICS.map((topic) => ({
  __component: 'shared.rich-text',
  body: `## ${topic}\n\n${paragraph(topic)}`,
}));

type Enable = { uid: string } & Partial<SiteSettingsDto['contentTypes'][number]>;

/** Switches content types on with the mapping the plugin itself proposes. */
export const enableTypes = async (app: App, types: Enable[]): Promise<void> => {
  const admin = await app.admin();
  const { data } = (await admin.get('/article-images/settings')).body as Settings.Response;
  const contentTypes = types.map(({ uid, ...changes }) => {
    const proposal = data.types.find((type) => type.uid === uid)?.proposal;
    if (!proposal) throw new Error(`The plugin proposes no mapping for ${uid}.`);
    const base = { isEnabled: true, mapping: proposal, count: 2, tier: null, isAutomatic: false };
    return { uid, ...base, ...changes };
  });
  const kept = data.settings.contentTypes.filter(
    ({ uid }) => !types.some((type) => type.uid === uid),
  );
  const saved = await admin
    .put('/article-images/settings')
    .send({ ...data.settings, contentTypes: [...kept, ...contentTypes] });
  if (saved.status !== 200) throw new Error(`Settings were refused: ${JSON.stringify(saved.body)}`);
};

/** Creates a draft through the admin's own route, as an editor does. */
export const createDraft = async (
  app: App,
  uid: string,
  data: Record<string, unknown>,
  locale = 'en',
): Promise<string> => {
  const admin = await app.admin();
  const answer = await admin
    .post(`/content-manager/collection-types/${uid}?locale=${locale}`)
    .send(data);
  if (answer.status >= 300) throw new Error(`Draft refused: ${JSON.stringify(answer.body)}`);
  return answer.body.data.documentId;
};

export const startRun = async (
  app: App,
  request: { uid: string; documentId: string } & Partial<StartRun.Request>,
) => {
  const admin = await app.admin();
  return admin.post('/article-images/runs').send({ locale: 'en', ...request });
};

/** Polls a run, as the panel does, until it is over. */
export const waitForRun = async (
  app: App,
  id: string,
  { timeoutMs = 60_000, until = (run: RunDto) => run.finishedAt !== null } = {},
): Promise<RunDto> => {
  const admin = await app.admin();
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await admin.get(`/article-images/runs/${id}`);
    const run: RunDto | null = answer.body.data;
    if (run && until(run)) return run;
    if (Date.now() > deadline) {
      throw new Error(`Run ${id} did not get there in time: ${JSON.stringify(answer.body)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};

/** Starts a run and waits for its end. */
export const generate = async (
  app: App,
  request: { uid: string; documentId: string } & Partial<StartRun.Request>,
): Promise<RunDto> => {
  const started = await startRun(app, request);
  if (started.status !== 202) throw new Error(`Run refused: ${JSON.stringify(started.body)}`);
  return waitForRun(app, started.body.data.id);
};

/** The saved document with everything in it. */
export const readDocument = async (
  app: BootedStrapi,
  uid: string,
  documentId: string,
  status: 'draft' | 'published' = 'draft',
  locale = 'en',
): Promise<Record<string, unknown> | null> => {
  const populate = Object.fromEntries(
    Object.entries(app.strapi.contentTypes[uid as 'api::guide.guide']?.attributes ?? {})
      .filter(([, attribute]) => ['media', 'component'].includes(attribute.type))
      .map(([name]) => [name, true]),
  );
  return app.strapi.documents(uid as 'api::guide.guide').findOne({
    documentId,
    locale,
    status,
    populate:
      uid === 'api::article.article' ? { cover: true, blocks: { populate: '*' } } : populate,
  } as never);
};

/** Presses Retry and waits for the end; without ids every failed slot is made again. */
export const retryRun = async (app: App, id: string, imageIds?: string[]): Promise<RunDto> => {
  const admin = await app.admin();
  const answer = await admin.post(`/article-images/runs/${id}/retry`).send({ imageIds });
  if (answer.status !== 200) throw new Error(`Retry refused: ${JSON.stringify(answer.body)}`);
  return waitForRun(app, id);
};
