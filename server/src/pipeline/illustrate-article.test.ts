import { describe, expect, it } from 'vitest';
import { article, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { startRun } from './illustrate-article';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;

describe('a run from click to attached', () => {
  it('gives the article a cover and pictures after their sections', async () => {
    const fake = createFakePipeline();
    const { run, isNew } = await startRun(fake.pipeline, manual);
    expect(isNew).toBe(true);
    expect(run).toMatchObject({ status: 'queued', estimatedMicroUsd: 120_000 });
    await fake.queue.drain();
    const done = await fake.runs.findRun(run.id);
    expect(done).toMatchObject({ status: 'completed', percent: 100, costMicroUsd: 120_000 });
    expect(fake.articles.values()?.cover).toBe(1);
    const body = String(fake.articles.values()?.body);
    expect(body.match(/!\[/g)).toHaveLength(2);
    expect(body.indexOf('![')).toBeGreaterThan(body.indexOf('## Bread'));
    expect(body.indexOf('![')).toBeLessThan(body.indexOf('## Cheese'));
  });

  it('asks the provider for the sizes and parameters of the model config and nothing else', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    expect(fake.calls.map(({ size }) => size)).toEqual([
      { width: 96, height: 64 },
      { width: 96, height: 64 },
      { width: 64, height: 64 },
    ]);
    expect(fake.calls.every(({ parameters }) => parameters === fake.model.parameters)).toBe(true);
    expect(new Set(fake.calls.map(({ seed }) => seed)).size).toBe(3);
  });

  it('answers a second click with the run under way', async () => {
    const fake = createFakePipeline();
    const [first, second] = await Promise.all([
      startRun(fake.pipeline, manual),
      startRun(fake.pipeline, manual),
    ]);
    expect(second.run.id).toBe(first.run.id);
    expect([first.isNew, second.isNew].sort()).toEqual([false, true]);
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(3);
  });

  it('refuses to start when nothing is left to make, and says what to do', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    await expect(startRun(fake.pipeline, manual)).rejects.toMatchObject({
      code: 'nothing_to_generate',
      message: expect.stringContaining('Generate again'),
    });
  });

  it('makes new versions on request and takes the old ones out, but keeps their files', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, manual);
    await fake.queue.drain();
    const { run } = await startRun(fake.pipeline, { ...manual, replace: true });
    await fake.queue.drain();
    expect(await fake.runs.findRun(run.id)).toMatchObject({ status: 'completed' });
    expect(fake.media.files).toHaveLength(6);
    expect(fake.articles.values()?.cover).toBe(4);
    expect(String(fake.articles.values()?.body).match(/!\[/g)).toHaveLength(2);
    const old = fake.runs.images.filter((image) => image.runId !== run.id);
    expect(old.map((image) => image.unplacedReason)).toEqual(['replaced', 'replaced', 'replaced']);
  });

  it('refuses an article without a word, an unmapped type and an unknown tier before any money moves', async () => {
    const empty = createFakePipeline({ title: '', body: '', cover: null });
    await expect(startRun(empty.pipeline, manual)).rejects.toMatchObject({ code: 'article_empty' });
    const fake = createFakePipeline();
    const unmapped = { ...article, uid: 'api::page.page' };
    await expect(startRun(fake.pipeline, { ...manual, article: unmapped })).rejects.toMatchObject({
      code: 'type_not_mapped',
    });
    await expect(startRun(fake.pipeline, { ...manual, tier: 'gold' })).rejects.toMatchObject({
      code: 'unknown_tier',
      message: expect.stringContaining('basic'),
    });
    await expect(startRun(fake.pipeline, { ...manual, count: 40 })).rejects.toMatchObject({
      code: 'count_out_of_range',
    });
    expect(fake.runs.runs).toHaveLength(0);
    expect(fake.calls).toHaveLength(0);
  });

  it('never guesses a size', async () => {
    const fake = createFakePipeline();
    fake.model.sizes.square = null;
    await expect(startRun(fake.pipeline, manual)).rejects.toMatchObject({ code: 'no_model_size' });
    await expect(startRun(fake.pipeline, { ...manual, count: 1 })).resolves.toMatchObject({
      isNew: true,
    });
    fake.model.sizes.square = '64x64';
  });

  it('remembers the choices of an article when asked to', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 1, remember: true });
    expect(await fake.settings.readArticle(article)).toMatchObject({ count: 1 });
  });

  it('makes a cover only when the article says zero', async () => {
    const fake = createFakePipeline();
    await startRun(fake.pipeline, { ...manual, count: 0 });
    await fake.queue.drain();
    expect(fake.calls).toHaveLength(1);
    expect(fake.articles.values()?.cover).toBe(1);
  });
});
