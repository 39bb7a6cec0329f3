import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunDto } from '../../shared/contracts/runs';
import { bootStrapi, type BootedStrapi } from './boot-strapi';
import { createDraft, enableTypes, generate, startRun } from './support/articles';
import { useSmallPreviews } from './support/model-rows';

const uid = 'api::note.note';
const text = [
  'Fishing boats rest on the calm water while gulls circle over the nets and the stone pier.',
  'Apple trees stand in long rows and baskets of ripe fruit wait in the tall grass.',
  'Fresh bread cools on wooden shelves and flour dusts the table beside the brick oven.',
]
  .map((sentence) => Array(12).fill(sentence).join(' '))
  .join('\n\n');

type Note = { title: string; body: string; gallery: { id: number }[] | null; updatedAt: string };

describe('a type without draft and publish', () => {
  let app: BootedStrapi;

  beforeAll(async () => {
    app = await bootStrapi({ name: 'non-draft', listen: true });
    await useSmallPreviews(app);
    await enableTypes(app, [{ uid }]);
  });
  afterAll(() => app?.destroy());

  const read = async (documentId: string) =>
    (await app.strapi
      .documents(uid)
      .findOne({ documentId, locale: 'en', populate: ['gallery'] })) as unknown as Note;

  const runsOf = (documentId: string) =>
    app.strapi.db.query('plugin::article-images.generation-run' as 'plugin::upload.file').findMany({
      where: { articleDocumentId: documentId } as never,
    }) as unknown as Promise<RunDto[]>;

  const finishedRuns = async (documentId: string, count: number): Promise<RunDto[]> => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const runs = await runsOf(documentId);
      if (runs.length === count && runs.every(({ finishedAt }) => finishedAt)) return runs;
      if (Date.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(runs)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  /** Long enough for a loop to show. */
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 1500));

  const save = async (documentId: string, data: object) => {
    const admin = await app.admin();
    const path = `/content-manager/collection-types/${uid}/${documentId}?locale=en`;
    expect((await admin.put(path).send(data)).status).toBe(200);
  };

  it('gets its pictures into the gallery, in the order of the text, and none into a cover', async () => {
    const documentId = await createDraft(app, uid, { title: 'By hand', body: text });
    const run = await generate(app, { uid, documentId });
    expect(run).toMatchObject({ status: 'completed', trigger: 'manual' });
    expect(run.images.map(({ role, status }) => [role, status])).toEqual(
      Array(2).fill(['in_article', 'attached']),
    );
    const note = await read(documentId);
    expect(note.gallery?.map(({ id }) => id)).toEqual(run.images.map(({ file }) => file?.id));
    expect(note.body).toBe(text);
  });

  it('keeps pictures of a person before ours, and ours once', async () => {
    const documentId = await createDraft(app, uid, { title: 'Theirs', body: text });
    const first = await generate(app, { uid, documentId, count: 1 });
    const other = await createDraft(app, uid, { title: 'Other', body: text });
    const theirs = first.images[0]?.file?.id;
    await save(other, { gallery: [theirs] });
    const run = await generate(app, { uid, documentId: other });
    expect((await read(other)).gallery?.map(({ id }) => id)).toEqual([
      theirs,
      ...run.images.map(({ file }) => file?.id),
    ]);
    expect((await startRun(app, { uid, documentId: other })).body.error.details.code).toBe(
      'nothing_to_generate',
    );
  });

  it('gets new ones in the places of the old ones on request', async () => {
    const documentId = await createDraft(app, uid, { title: 'Again', body: text });
    await generate(app, { uid, documentId });
    const again = await generate(app, { uid, documentId, replace: true });
    expect((await read(documentId)).gallery?.map(({ id }) => id)).toEqual(
      again.images.map(({ file }) => file?.id),
    );
  });

  it('is illustrated by itself once it is created, and its own attaching starts nothing', async () => {
    await enableTypes(app, [{ uid, isAutomatic: true }]);
    const documentId = await createDraft(app, uid, { title: 'By itself', body: text });
    const [run] = await finishedRuns(documentId, 1);
    expect(run).toMatchObject({ trigger: 'publish', status: 'completed', warnings: [] });
    const { gallery, updatedAt } = await read(documentId);
    expect(gallery).toHaveLength(2);
    await quiet();
    expect(await runsOf(documentId)).toHaveLength(1);
    expect((await read(documentId)).updatedAt).toBe(updatedAt);
  });

  it('is left alone when it is saved with its pictures, and helped when its text comes later', async () => {
    const documentId = await createDraft(app, uid, { title: 'Later', body: text });
    await finishedRuns(documentId, 1);
    await save(documentId, { title: 'Later, with another title' });
    await quiet();
    expect(await runsOf(documentId)).toHaveLength(1);

    const empty = await createDraft(app, uid, { title: 'Empty', body: '' });
    await quiet();
    const before = (await runsOf(empty)).length;
    await save(empty, { body: text });
    const runs = await finishedRuns(empty, before + 1);
    expect(runs.at(-1)).toMatchObject({ status: 'completed' });
    expect((await read(empty)).gallery).toHaveLength(2);
  });

  it('starts nothing for a text that has no room for more, however often it is saved', async () => {
    const short = text.split('\n\n')[0] ?? '';
    const documentId = await createDraft(app, uid, { title: 'Short', body: short });
    const [run] = await finishedRuns(documentId, 1);
    expect(run?.warnings).toEqual([expect.stringContaining('Only 1 of 2')]);
    await save(documentId, { title: 'Short' });
    await quiet();
    expect(await runsOf(documentId)).toHaveLength(1);
    await save(documentId, { title: 'Short and sweet' });
    const [, second] = await finishedRuns(documentId, 2);
    expect(second).toMatchObject({ status: 'completed', error: null });
    expect((await read(documentId)).gallery).toHaveLength(1);
  });

  it('does not get back what its editor took out', async () => {
    const documentId = await createDraft(app, uid, { title: 'Taken out', body: text });
    await finishedRuns(documentId, 1);
    await save(documentId, { gallery: [] });
    await quiet();
    expect(await runsOf(documentId)).toHaveLength(1);
    expect((await read(documentId)).gallery ?? []).toEqual([]);
    const admin = await app.admin();
    const query = `uid=${uid}&documentId=${documentId}&locale=en`;
    const { body } = await admin.get(`/article-images/context?${query}`);
    expect(body.data.missing).toHaveLength(2);
  });
});
