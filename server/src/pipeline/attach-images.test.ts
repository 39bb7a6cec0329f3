import { describe, expect, it } from 'vitest';
import { article, bodyText, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { ArticleImagesError } from '../domain/errors';
import { retryRun } from './control-run';
import { startRun } from './illustrate-article';
import {
  acceptMissing,
  attachNow,
  awaitsEditor,
  compareWithDraft,
  confirmSaved,
  noteOpenEditor,
  placeInForm,
} from './open-editor';
import { reconcile } from './reconcile';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;
const automatic = { article, trigger: 'publish', startedBy: null, isAutomatic: true } as const;
type Fake = ReturnType<typeof createFakePipeline>;

const state = async (fake: Fake, runId: string) => (await fake.runs.findRun(runId))!;

/** Starts a run while an edit view is open, and makes all its pictures. */
const makeWithOpenEditor = async (fake: Fake) => {
  const { run } = await startRun(fake.pipeline, manual);
  await noteOpenEditor(fake.pipeline, run);
  await fake.queue.drain();
  return run;
};

describe('attaching without an open edit view', () => {
  it('finds the place again when the text was edited meanwhile', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    fake.articles.edit({ body: `A new beginning of the text.\n\n${bodyText}` });
    await fake.queue.drain();
    const body = String(fake.articles.values()?.body);
    expect(body.startsWith('A new beginning of the text.')).toBe(true);
    expect(body.indexOf('![')).toBeGreaterThan(body.indexOf('## Bread'));
    expect(await state(fake, run.id)).toMatchObject({ status: 'completed' });
  });

  it('leaves a picture ready with its reason when its section is gone', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    fake.articles.edit({ body: 'Something completely different now.' });
    await fake.queue.drain();
    const inArticle = fake.runs.images.filter(({ role }) => role === 'in_article');
    expect(inArticle.map(({ status }) => status)).toEqual(['ready', 'ready']);
    expect(inArticle[0]?.unplacedReason).toBe('anchor_gone');
    expect(fake.articles.values()?.body).toBe('Something completely different now.');
  });

  it('never replaces a cover that a person chose meanwhile', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.runNext();
    fake.articles.edit({ cover: { id: 99, url: '/uploads/mine.jpg' } });
    await fake.queue.drain();
    expect(fake.articles.values()?.cover).toMatchObject({ id: 99 });
    expect(fake.runs.images[0]).toMatchObject({ status: 'ready', unplacedReason: 'field_filled' });
  });

  it('reads the text again when somebody saves in the same moment', async () => {
    const fake = createFakePipeline();
    const { update } = fake.articles.store;
    let saves = 0;
    fake.articles.store.update = async (...input) => {
      saves += 1;
      if (saves === 1) fake.articles.edit({ title: 'Edited in between' });
      return update(...input);
    };
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(fake.articles.values()).toMatchObject({ title: 'Edited in between', cover: 1 });
  });

  it('keeps the pictures when the article is deleted before they are attached', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, manual);
    for (let jobs = 0; jobs < 4; jobs += 1) await fake.queue.runNext();
    fake.articles.delete();
    await fake.queue.drain();
    expect(fake.runs.images.map(({ unplacedReason }) => unplacedReason)).toEqual(
      Array(3).fill('article_gone'),
    );
    expect(fake.media.files).toHaveLength(3);
    expect((await state(fake, run.id)).status).toBe('completed');
  });

  it('keeps the pictures and says why when the article cannot be written', async () => {
    const fake = createFakePipeline();
    fake.articles.store.update = async () => {
      throw new ArticleImagesError('attach_failed', 'simulated');
    };
    const { run } = await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(fake.runs.images.every(({ unplacedReason }) => unplacedReason === 'attach_failed')).toBe(
      true,
    );
    expect((await state(fake, run.id)).warnings).toContain('simulated');
  });
});

describe('an automatic run', () => {
  it('goes live when nobody touched the draft', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, automatic);
    await fake.queue.drain();
    expect(fake.articles.published).toHaveLength(1);
    expect(fake.articles.published[0]).toMatchObject({ cover: 1 });
  });

  it('goes live again with the picture that only a retry made', async () => {
    const fake = createFakePipeline();
    fake.script.push(async () => {
      throw new ArticleImagesError('policy', 'simulated');
    });
    const { run } = await startRun(fake.pipeline, automatic);
    await fake.queue.drain();
    expect(fake.articles.published).toMatchObject([{ cover: null }]);
    await retryRun(fake.pipeline, run.id);
    await fake.queue.drain();
    expect(fake.articles.published).toMatchObject([{ cover: null }, { cover: 3 }]);
    expect(await state(fake, run.id)).toMatchObject({ status: 'completed', warnings: [] });
  });

  it('goes live after a crash between writing the draft and publishing it', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, automatic);
    const { publish } = fake.articles.store;
    fake.articles.store.publish = () => new Promise(() => undefined);
    for (let jobs = 0; jobs < 4; jobs += 1) await fake.queue.runNext();
    void fake.queue.runNext();
    await expect.poll(() => fake.articles.values()?.cover).toBe(1);
    await expect
      .poll(async () => (await state(fake, run.id)).draftUpdatedAt)
      .not.toBe(run.draftUpdatedAt);
    for (const image of fake.runs.images) Object.assign(image, { status: 'stored' });
    fake.articles.store.publish = publish;
    await attachNow(fake.pipeline, run.id);
    expect(fake.articles.published).toHaveLength(1);
    expect((await state(fake, run.id)).warnings).toEqual([]);
  });

  it('does not keep the run of another language from going live by writing what both share', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, automatic);
    const { request, modelConfigId, estimatedMicroUsd } = run;
    const french = (documentId: string, draftUpdatedAt: string) =>
      fake.runs.createRun({
        article: { ...article, documentId, locale: 'fr' },
        trigger: 'publish',
        startedBy: null,
        draftUpdatedAt,
        ...{ request, modelConfigId, estimatedMicroUsd },
      });
    const untouched = await french(article.documentId, 'before');
    const other = await french('other', 'before');
    const { update } = fake.articles.store;
    fake.articles.store.update = async (...input) => ({
      ...(await update(...input)),
      otherLocales: [{ locale: 'fr', before: 'before', after: 'after' }],
    });
    await fake.queue.drain();
    expect((await state(fake, untouched.id)).draftUpdatedAt).toBe('after');
    expect((await state(fake, other.id)).draftUpdatedAt).toBe('before');
  });

  it('only fills the draft when somebody went on writing', async () => {
    const fake = createFakePipeline();
    const { run } = await startRun(fake.pipeline, automatic);
    await fake.queue.runNext();
    fake.articles.edit({ title: 'Not yet for the public' });
    await fake.queue.drain();
    expect(fake.articles.published).toHaveLength(0);
    expect(fake.articles.values()?.cover).toBe(1);
    expect((await state(fake, run.id)).warnings.join()).toContain('go live when you publish');
  });

  it('never publishes what a person asked for by the button', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(fake.articles.published).toHaveLength(0);
  });
});

describe('an open edit view', () => {
  it('keeps the worker from writing the draft, and gets the pictures itself', async () => {
    const fake = createFakePipeline();
    const run = await makeWithOpenEditor(fake);
    expect(fake.articles.values()?.cover).toBeNull();
    const images = await fake.runs.listImages(run.id);
    expect(awaitsEditor(fake.pipeline, await state(fake, run.id), images)).toBe(true);
    await attachNow(fake.pipeline, run.id);
    expect(fake.articles.values()?.cover).toBe(1);
    expect((await state(fake, run.id)).status).toBe('completed');
  });

  it('that was closed no longer holds anything up', async () => {
    const fake = createFakePipeline();
    const run = await makeWithOpenEditor(fake);
    fake.clock.offsetMs = 21_000;
    await reconcile(fake.pipeline);
    await fake.queue.drain();
    expect((await state(fake, run.id)).status).toBe('completed');
    expect(fake.articles.values()?.cover).toBe(1);
  });

  it('with unsaved text gets its own values back with the pictures in them, and the draft stays', async () => {
    const fake = createFakePipeline();
    const run = await makeWithOpenEditor(fake);
    const unsaved = { title: 'Unsaved', body: `Unsaved words.\n\n${bodyText}`, cover: null };
    const ids = (await fake.runs.listImages(run.id)).map(({ id }) => id);
    const answer = await placeInForm(fake.pipeline, { article, imageIds: ids, values: unsaved });
    expect(answer.placed).toHaveLength(3);
    expect(String(answer.values.body)).toContain('Unsaved words.');
    expect(String(answer.values.body).match(/!\[/g)).toHaveLength(2);
    expect(answer.values.cover).toMatchObject({ id: 1, url: expect.any(String) });
    expect(answer.values).not.toHaveProperty('title');
    expect(fake.articles.values()?.body).toBe(bodyText);
    expect(fake.runs.images.every(({ unplacedReason }) => unplacedReason === 'in_form')).toBe(true);

    fake.articles.edit(answer.values);
    const confirmed = await confirmSaved(fake.pipeline, article);
    expect(confirmed.attached).toHaveLength(3);
    expect(fake.runs.images.every(({ status }) => status === 'attached')).toBe(true);
  });

  it('with unsaved text gets new versions in the place of the old ones', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    const first = fake.articles.values()!;
    const form = { ...first, cover: fake.media.files[0], title: 'Unsaved' };
    const { run } = await startRun(fake.pipeline, { ...manual, replace: true });
    await noteOpenEditor(fake.pipeline, run);
    await fake.queue.drain();
    const ids = (await fake.runs.listImages(run.id)).map(({ id }) => id);
    const answer = await placeInForm(fake.pipeline, { article, imageIds: ids, values: form });
    expect(answer.placed).toHaveLength(3);
    expect(answer.values.cover).toMatchObject({ id: 4 });
    expect(String(answer.values.body).match(/!\[/g)).toHaveLength(2);
    const typed = { ...form, title: 'Typed meanwhile' };
    const again = await placeInForm(fake.pipeline, { article, imageIds: ids, values: typed });
    expect(again.values.cover).toMatchObject({ id: 4 });
    expect(String(again.values.body).match(/!\[/g)).toHaveLength(2);
    fake.articles.edit(again.values);
    expect(await confirmSaved(fake.pipeline, article)).toMatchObject({ missing: [] });
  });

  it('whose later save wiped pictures is told which, until somebody says it was on purpose', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    fake.articles.edit({ cover: null, body: bodyText });
    const { missing } = await compareWithDraft(fake.pipeline, article, fake.articles.values()!);
    expect(missing).toHaveLength(3);
    await acceptMissing(fake.pipeline, article, [missing[0]!.id]);
    const after = await compareWithDraft(fake.pipeline, article, fake.articles.values()!);
    expect(after.missing).toHaveLength(2);
    await attachNow(
      fake.pipeline,
      fake.runs.runs[0]!.id,
      after.missing.map(({ id }) => id),
    );
    expect(String(fake.articles.values()?.body).match(/!\[/g)).toHaveLength(2);
  });

  it('gets an error for a picture of another article', async () => {
    const fake = createFakePipeline();
    await makeWithOpenEditor(fake);
    const other = { ...article, documentId: 'other' };
    const imageIds = [fake.runs.images[0]!.id];
    await expect(
      placeInForm(fake.pipeline, { article: other, imageIds, values: {} }),
    ).rejects.toMatchObject({ code: 'image_not_found' });
  });
});
