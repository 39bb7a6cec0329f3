import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPictures, createArticles, readDraft } from './panel-articles';
import { openPanelSite, type PanelSite } from './panel-site';

let site: PanelSite;
let articles: ReturnType<typeof createArticles>;

beforeAll(async () => {
  site = await openPanelSite('panel-generate');
  articles = createArticles(site.admin);
});
afterAll(async () => {
  await site?.close();
});

/** Percentages seen while the run lasts. */
const watchPercent = async (): Promise<number[]> => {
  const seen: number[] = [];
  while ((await site.panel.state()) === 'running') {
    const bar = site.page.getByRole('progressbar', { name: 'Image run' });
    const value = await bar.getAttribute('aria-valuenow').catch(() => null);
    if (value !== null) seen.push(Number(value));
    await site.page.waitForTimeout(100);
  }
  return seen;
};

describe('generating from the panel', () => {
  it('takes one click: the pictures are in the draft and in the form, with nothing left to save', async () => {
    const ref = await articles.guide('One click');
    await site.panel.open(ref);
    await site.panel.waitFor('idle');
    expect(await site.panel.text()).toContain('Cover + 2 in the text');
    expect(await site.panel.text()).toContain('Free preview pictures, not for publication');
    await site.panel.generate();
    await site.panel.waitFor('done');
    expect(countPictures(await readDraft(site.admin, ref))).toBe(3);
    await site.page.locator('form img[src*="/uploads/"]').nth(3).waitFor();
    expect(await site.panel.save.getAttribute('aria-disabled')).toBe('true');
    expect(await site.panel.text()).toContain('3 images in the article');
  });

  it('leaves every field of the edit view visible', async () => {
    await site.panel.open(await articles.guide('Fields'));
    await site.panel.title.waitFor();
    expect(await site.page.getByText('No permissions to see this field').count()).toBe(0);
  });

  it('never shows a smaller percent, and shows the same run after reloading the page', async () => {
    await site.panel.open(await articles.guide('Reload'));
    await site.panel.generate();
    await site.page.reload();
    await site.panel.waitFor('running');
    const percents = await watchPercent();
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.length).toBeGreaterThan(1);
    await site.panel.waitFor('done');
  });

  it('makes the number that was set, and keeps it for this article', async () => {
    const ref = await articles.guide('Another number');
    await site.panel.open(ref);
    await site.panel.button('Change').click();
    await site.panel.button('One image less').click();
    await site.panel.root.getByRole('checkbox', { name: 'Cover' }).click();
    await site.panel.button('Generate 1 image').waitFor();
    await site.panel.generate();
    await site.panel.waitFor('done');
    expect(countPictures(await readDraft(site.admin, ref))).toBe(1);
    await site.panel.button('Generate again…').click();
    await site.panel.button('Generate 1 image').waitFor();
  });

  it('is stopped from its menu without saving the article by the way', async () => {
    const ref = await articles.guide('Stopped');
    await site.panel.open(ref);
    await site.panel.title.fill('Unsaved title');
    await site.panel.generate();
    await site.panel.button('Stop…').click();
    await site.page.keyboard.press('Control+Enter');
    await site.page.getByRole('menuitem', { name: 'Stop now' }).click();
    await site.panel.waitFor('ended');
    expect(await site.panel.text()).toContain('Stopped.');
    expect((await readDraft(site.admin, ref)).title).toBe('Stopped');
    await site.panel.button(/Leave it at|Dismiss/).click();
    await expect.poll(() => site.panel.state()).not.toBe('ended');
  });

  it('keeps the keyboard where it was: pressing Generate moves the focus to the panel', async () => {
    await site.panel.open(await articles.guide('Focus'));
    await site.panel.waitFor('idle');
    await site.page.locator('[data-testid=article-images-generate][aria-disabled=false]').focus();
    await site.page.keyboard.press('Enter');
    await site.panel.waitFor('running');
    const focused = site.panel.root.getByRole('heading', { name: 'Article images' });
    await expect.poll(() => focused.evaluate((node) => node === document.activeElement)).toBe(true);
    await site.panel.waitFor('done');
  });

  it('makes new pictures in place of the old ones, which stay in the library', async () => {
    const ref = await articles.guide('Again');
    await site.panel.open(ref);
    await site.panel.generate();
    await site.panel.waitFor('done');
    const before = JSON.stringify(await readDraft(site.admin, ref)).match(/\/uploads\/[\w.-]+/g);
    await site.panel.button('Generate again…').click();
    expect(await site.panel.text()).toContain('The old ones stay in the Media Library.');
    await site.panel.generate();
    await site.panel.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    expect(countPictures(draft)).toBe(3);
    expect(before?.some((address) => JSON.stringify(draft).includes(address))).toBe(false);
    const [old] = before ?? [];
    expect((await fetch(`${site.url}${old}`)).status).toBe(200);
  });

  it('throws no error on the way', () => {
    expect(site.pageErrors).toEqual([]);
  });
});
