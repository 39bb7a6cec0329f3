import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import {
  blocksBody,
  createDraft,
  enableTypes,
  htmlBody,
  markdownBody,
  readDocument,
  startRun,
  waitForRun,
  zoneBody,
} from './support/articles';
import { openEditView, type EditView } from './support/edit-view';
import { useSmallPreviews } from './support/model-rows';

type Values = Record<string, unknown>;
type Row = Values & { __component: string; __temp_key__?: string; file?: { id: number } };

/** Each body format with its attribute, how a person adds a line to it, and how many pictures stand in it. */
const FORMATS = [
  {
    name: 'Markdown',
    uid: 'api::guide.guide',
    field: 'body',
    cover: 'featuredImage',
    body: markdownBody,
    addLine: (value: unknown) => `An unsaved line.\n\n${String(value)}`,
    pictures: (value: unknown) => String(value).match(/!\[[^\]]+\]\(/g)?.length ?? 0,
  },
  {
    name: 'Blocks',
    uid: 'api::story.story',
    field: 'content',
    cover: 'image',
    body: blocksBody,
    addLine: (value: unknown) => [
      { type: 'paragraph', children: [{ type: 'text', text: 'An unsaved line.' }] },
      ...(value as unknown[]),
    ],
    pictures: (value: unknown) => (value as Values[]).filter(({ type }) => type === 'image').length,
  },
  {
    name: 'HTML',
    uid: 'api::post.post',
    field: 'body',
    cover: 'cover',
    body: htmlBody,
    addLine: (value: unknown) => `<p>An unsaved line.</p>${String(value)}`,
    pictures: (value: unknown) => String(value).match(/<img /g)?.length ?? 0,
  },
  {
    name: 'a dynamic zone',
    uid: 'api::article.article',
    field: 'blocks',
    cover: 'cover',
    body: zoneBody,
    addLine: (value: unknown) => [
      ...(value as Row[]),
      { __component: 'shared.quote', __temp_key__: 'b00', title: 'Q', body: 'An unsaved line.' },
    ],
    pictures: (value: unknown) =>
      (value as Row[]).filter(({ __component }) => __component === 'shared.media').length,
  },
];

const isWaiting = ({ awaitsEditor }: RunDto): boolean => awaitsEditor;
const ends = ({ images }: RunDto) =>
  images.map(({ status, unplacedReason }) => unplacedReason ?? status);
const ids = ({ images }: RunDto) => images.map(({ id }) => id);

describe('an article that is open in the editor', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({
      name: 'editor-protocol',
      listen: true,
      env: { ARTICLE_IMAGES_EDITOR_LEASE_SECONDS: '2', ARTICLE_IMAGES_RECONCILE_SECONDS: '1' },
    });
    await useSmallPreviews(app);
    await enableTypes(
      app,
      FORMATS.map(({ uid }) => ({ uid })),
    );
  });
  afterAll(() => app?.destroy());

  const open = async (format: (typeof FORMATS)[number], title: string) => {
    const { uid, field, body } = format;
    const documentId = await createDraft(app, uid, { title, [field]: body });
    const view = await openEditView(app, { uid, documentId });
    const before = await view.values();
    const draft = async (): Promise<Values> => (await readDocument(app, uid, documentId)) ?? {};
    return { uid, documentId, view, before, draft };
  };

  const start = async (uid: string, documentId: string): Promise<string> =>
    (await startRun(app, { uid, documentId })).body.data.id;

  /** A run whose pictures are made and wait for the view. */
  const waitingRun = async (
    { uid, documentId, view }: { uid: string; documentId: string; view: EditView },
    state: 'clean' | 'dirty',
  ): Promise<RunDto> => view.watch(await start(uid, documentId), state, isWaiting);

  describe.each(FORMATS)('with a body in $name', (format) => {
    const { field, cover, pictures } = format;

    it('has its pictures attached by the server once its form is known to be clean', async () => {
      const article = await open(format, 'Clean');
      const run = await waitingRun(article, 'clean');
      expect(run).toMatchObject({ status: 'attaching', phase: 'save' });
      expect(ends(run)).toEqual(['stored', 'stored', 'stored']);
      expect(await article.view.values()).toEqual(article.before);
      const attached = await article.view.attach(run.id, ids(run));
      expect(attached).toMatchObject({ status: 'completed', awaitsEditor: false });
      expect(ends(attached)).toEqual(['attached', 'attached', 'attached']);
      const draft = await article.draft();
      expect(pictures(draft[field])).toBe(2);
      expect(draft[cover]).toMatchObject({ id: run.images[0]?.file?.id });
    });

    it('gets them into its form while that has unsaved text; Save then keeps both', async () => {
      const article = await open(format, 'Dirty');
      const { view, before } = article;
      const run = await waitingRun(article, 'dirty');
      const unsaved = { ...before, title: 'Unsaved title', [field]: format.addLine(before[field]) };
      const answer = await view.place(ids(run), unsaved);
      expect(answer.unplaced).toEqual([]);
      expect(answer.placed).toHaveLength(3);
      expect(Object.keys(answer.values).sort()).toEqual(
        expect.arrayContaining([field, cover].sort()),
      );
      expect(answer.values[cover]).toMatchObject({
        id: run.images[0]?.file?.id,
        mime: 'image/webp',
      });
      expect(await view.values()).toEqual(before);
      const inForm = await view.watch(run.id, 'dirty', ({ finishedAt }) => finishedAt !== null);
      expect(ends(inForm)).toEqual(['in_form', 'in_form', 'in_form']);

      expect(await view.save({ ...unsaved, ...answer.values })).toBe(200);
      expect((await view.confirm()).attached.sort()).toEqual(ids(run).sort());
      const draft = await article.draft();
      expect(draft.title).toBe('Unsaved title');
      expect(JSON.stringify(draft[field])).toContain('An unsaved line.');
      expect(pictures(draft[field])).toBe(2);
      expect(ends(await waitForRun(app, run.id))).toEqual(['attached', 'attached', 'attached']);
      expect((await view.context()).missing).toEqual([]);
    });

    it('loses them to a Save of old values: they are listed as missing, and come back on request', async () => {
      const article = await open(format, 'Wiped');
      const { view, before } = article;
      const run = await waitingRun(article, 'clean');
      await view.attach(run.id);
      expect(await view.save({ ...before, title: 'Saved from old values' })).toBe(200);
      expect(pictures((await article.draft())[field])).toBe(0);
      const { missing } = await view.context();
      expect(missing.sort()).toEqual(ids(run).sort());
      await view.attach(run.id, missing);
      const draft = await article.draft();
      expect(draft.title).toBe('Saved from old values');
      expect(pictures(draft[field])).toBe(2);
      expect(draft[cover]).toMatchObject({ id: run.images[0]?.file?.id });
      expect((await view.context()).missing).toEqual([]);
    });
  });

  const [markdown] = FORMATS as [(typeof FORMATS)[number]];
  const zone = FORMATS[3] as (typeof FORMATS)[number];

  it('keeps the keys of its rows, in the order they stand, and gives the new ones theirs', async () => {
    const article = await open(zone, 'Keys');
    const run = await waitingRun(article, 'dirty');
    const { values } = await article.view.place(ids(run), article.before);
    const rows = values.blocks as Row[];
    const keys = rows.map(({ __temp_key__ }) => String(__temp_key__));
    expect(new Set(keys).size).toBe(rows.length);
    expect([...keys].sort()).toEqual(keys);
    const own = (article.before.blocks as Row[]).map(({ __temp_key__ }) => __temp_key__);
    expect(keys.filter((key) => own.includes(key))).toEqual(own);
    const media = rows.filter(({ __component }) => __component === 'shared.media');
    expect(media.map(({ file }) => file)).toEqual(
      run.images.slice(1).map(({ file }) => expect.objectContaining({ id: file?.id })),
    );
  });

  it('may say that a removal was meant: those are never listed again', async () => {
    const article = await open(markdown, 'Meant');
    const { view, before } = article;
    const run = await waitingRun(article, 'clean');
    await view.attach(run.id);
    await view.save(before);
    const [cover, ...others] = ids(run);
    expect((await view.accept(others)).accepted.sort()).toEqual([...others].sort());
    const { missing, images } = await view.context();
    expect(missing).toEqual([cover]);
    expect(images.map(({ id }) => id)).toEqual([cover]);
  });

  it('keeps the server away for as long as it is open', async () => {
    const article = await open(markdown, 'Long');
    const run = await waitingRun(article, 'clean');
    const from = Date.now();
    const still = await article.view.watch(run.id, 'clean', () => Date.now() - from > 7000);
    expect(still).toMatchObject({ status: 'attaching', awaitsEditor: true });
    expect(await article.view.values()).toEqual(article.before);
  });

  it('and is closed: the server attaches the pictures itself', async () => {
    const article = await open(markdown, 'Closed');
    const run = await waitingRun(article, 'clean');
    const done = await waitForRun(app, run.id, { timeoutMs: 15_000 });
    expect(done.status).toBe('completed');
    expect(ends(done)).toEqual(['attached', 'attached', 'attached']);
    expect(markdown.pictures((await article.draft()).body)).toBe(2);
  });

  it('remembers its choices on request, and a notice that was read', async () => {
    const { uid, documentId, view } = await open(markdown, 'Choices');
    const first = await view.context();
    expect(first.defaults).toMatchObject({ count: 2, countSource: 'contentType' });
    const started = await startRun(app, { uid, documentId, count: 1, remember: true });
    const run = await waitForRun(app, started.body.data.id);
    expect(run.isDismissed).toBe(false);
    const admin = await app.admin();
    const dismissed = await admin.post(`/article-images/runs/${run.id}/dismiss`).send({});
    expect(dismissed.body.data.isDismissed).toBe(true);
    const { defaults, lastRun } = await view.context();
    expect(defaults).toMatchObject({ count: 1, countSource: 'article', inheritedCount: 2 });
    expect(lastRun).toMatchObject({ id: run.id, isDismissed: true });
  });
});
