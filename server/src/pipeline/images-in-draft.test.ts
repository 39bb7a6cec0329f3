import { describe, expect, it } from 'vitest';
import { article, bodyText, createFakePipeline } from '../../../test/fakes/fake-pipeline';
import { startRun } from './illustrate-article';

const manual = { article, trigger: 'manual', startedBy: 7 } as const;
const automatic = { article, trigger: 'publish', startedBy: null, isAutomatic: true } as const;
type Fake = ReturnType<typeof createFakePipeline>;

const generate = async (fake: Fake, request: Parameters<typeof startRun>[1]) => {
  const { run } = await startRun(fake.pipeline, request);
  await fake.queue.drain();
  const images = fake.runs.images.filter(({ runId }) => runId === run.id);
  return { ...(await fake.runs.findRun(run.id))!, images };
};
const headings = (run: Awaited<ReturnType<typeof generate>>) =>
  run.images.flatMap(({ anchor }) => anchor?.heading ?? []);
const withoutPictures = (fake: Fake): string =>
  String(fake.articles.values()?.body).replace(/!\[[^\]]*\]\([^)]*\)\s*/g, '');

describe('a second run', () => {
  it('for more pictures leaves the illustrated sections alone', async () => {
    const fake = createFakePipeline();
    expect(headings(await generate(fake, manual))).toEqual(['Bread', 'Cheese']);
    const more = await generate(fake, { ...manual, count: 4 });
    expect(headings(more)).toEqual(['Olives', 'Wine']);
    expect(String(fake.articles.values()?.body).match(/!\[/g)).toHaveLength(4);
  });

  it('leaves sections alone whose pictures still wait for a person', async () => {
    const fake = createFakePipeline();
    await generate(fake, manual);
    for (const image of fake.runs.images) {
      Object.assign(image, { status: 'ready', unplacedReason: 'in_form' });
    }
    fake.articles.edit({ body: bodyText });
    expect(headings(await generate(fake, { ...manual, count: 3 }))).toEqual(['Olives']);
  });

  it('illustrates a section again whose picture was taken out', async () => {
    const fake = createFakePipeline();
    await generate(fake, manual);
    fake.articles.edit({ body: withoutPictures(fake) });
    expect(headings(await generate(fake, manual))).toEqual(['Bread', 'Cheese']);
  });

  it('that replaces takes the same sections', async () => {
    const fake = createFakePipeline();
    await generate(fake, manual);
    const again = await generate(fake, { ...manual, replace: true });
    expect(headings(again)).toEqual(['Bread', 'Cheese']);
  });

  it('says that there is no room left', async () => {
    const fake = createFakePipeline();
    await generate(fake, { ...manual, count: 4 });
    const full = await generate(fake, { ...manual, count: 6 });
    expect(full).toMatchObject({ status: 'failed', error: { code: 'nothing_to_generate' } });
    expect(full.error?.message).toContain('Every part of this article');
    expect(fake.calls).toHaveLength(5);
  });
});

describe('automation', () => {
  it('does not put back what somebody took out, cover or picture', async () => {
    const fake = createFakePipeline();
    await generate(fake, automatic);
    fake.articles.edit({ body: withoutPictures(fake), cover: null });
    const refused = startRun(fake.pipeline, automatic);
    await expect(refused).rejects.toMatchObject({ code: 'nothing_to_generate' });
  });

  it('starts nothing for a text that had no room for more the last time', async () => {
    const fake = createFakePipeline();
    const first = await generate(fake, { ...automatic, count: 6 });
    expect(first.images).toHaveLength(5);
    fake.articles.edit({ slug: 'another' });
    const refused = startRun(fake.pipeline, { ...automatic, count: 6 });
    await expect(refused).rejects.toMatchObject({ code: 'nothing_to_generate' });
  });

  it('looks again when the text has grown, and ends quietly when there still is no room', async () => {
    const fake = createFakePipeline();
    await generate(fake, { ...automatic, count: 6 });
    const body = String(fake.articles.values()?.body);
    fake.articles.edit({ body: body.replace('bread bread', 'white bread') });
    const again = await generate(fake, { ...automatic, count: 6 });
    expect(again).toMatchObject({ status: 'completed', error: null, images: [] });
    fake.articles.edit({ body: `${body}\n\n## Figs\n\n${'figs '.repeat(90)}.` });
    expect(headings(await generate(fake, { ...automatic, count: 6 }))).toEqual(['Figs']);
  });
});
