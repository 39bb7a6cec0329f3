import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish, type DocumentRef } from '../site/articles';
import { enableTypes } from '../site/runs';
import { countPictures, createArticles, markdown, readDraft } from './panel-articles';
import { openPanelSite, TYPES, type PanelSite } from './panel-site';

let site: PanelSite;
let articles: ReturnType<typeof createArticles>;

beforeAll(async () => {
  site = await openPanelSite('panel-attach');
  articles = createArticles(site.admin);
});
afterAll(async () => {
  await site?.close();
});

/** Overwrites the draft as another tab with an old form does. */
const wipe = ({ uid, documentId }: DocumentRef) =>
  site.admin.put(`/content-manager/collection-types/${uid}/${documentId}?locale=en`, {
    title: 'Saved by somebody else',
    body: markdown,
    featuredImage: null,
  });

const make = async (ref: DocumentRef): Promise<void> => {
  await site.panel.open(ref);
  await site.panel.generate();
  await site.panel.waitFor('done');
};

describe('unsaved text and pictures', () => {
  it.each(['guide', 'story', 'post', 'article'] as const)(
    'are both kept in a %s: the pictures go into the form and the next save stores everything',
    async (kind) => {
      const ref = await articles[kind]('Before');
      await site.panel.open(ref);
      await site.panel.title.fill('Unsaved words');
      await site.panel.generate();
      await site.panel.waitFor('unsaved');
      expect(await site.panel.title.inputValue()).toBe('Unsaved words');
      expect((await readDraft(site.admin, ref)).title).toBe('Before');
      await site.panel.saveArticle();
      await site.panel.waitFor('done');
      const draft = await readDraft(site.admin, ref);
      expect(draft.title).toBe('Unsaved words');
      expect(countPictures(draft)).toBe(3);
    },
  );

  it('are both kept when somebody writes in the text the whole time', async () => {
    const ref = await articles.story('Writing');
    await site.panel.open(ref);
    await site.panel.generate();
    const editor = site.page.locator('[contenteditable=true]').first();
    await editor.click({ position: { x: 60, y: 40 } });
    const note = site.panel.root.getByText('as soon as you click outside the text');
    let words = 0;
    while (!(await note.isVisible()) && words < 200) {
      await site.page.keyboard.type('word ', { delay: 20 });
      words += 1;
    }
    await site.page.keyboard.type('last words ');
    await site.panel.title.click();
    await site.panel.waitFor('unsaved');
    await site.panel.saveArticle();
    await site.panel.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    const text = JSON.stringify(draft.content);
    expect(text.split('word ').length - 1).toBe(words);
    expect(text).toContain('last words');
    expect(countPictures(draft)).toBe(3);
  });

  it('are both kept when the pictures take the place of older ones', async () => {
    const ref = await articles.story('Again');
    await make(ref);
    const before = JSON.stringify(await readDraft(site.admin, ref)).match(/\/uploads\/[\w.-]+/g);
    await site.panel.title.fill('Unsaved, again');
    await site.panel.button('Generate again…').click();
    await site.panel.generate();
    await site.panel.waitFor('unsaved');
    await site.panel.saveArticle();
    await site.panel.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    expect(draft.title).toBe('Unsaved, again');
    expect(countPictures(draft)).toBe(3);
    expect(before?.some((address) => JSON.stringify(draft).includes(address))).toBe(false);
  });

  it('of two tabs come together: whichever got the pictures, both end up with them and the words', async () => {
    const ref = await articles.guide('Two tabs');
    await site.panel.open(ref);
    await site.panel.waitFor('idle');
    const other = await site.openTab();
    await other.open(ref);
    await other.waitFor('idle');
    await other.title.fill('From the other tab');
    await site.page.bringToFront();
    await site.panel.generate();
    await expect
      .poll(() => other.page.locator('form img[src*="/uploads/"]').count(), { timeout: 60_000 })
      .toBeGreaterThan(0);
    await other.page.bringToFront();
    await other.page.waitForTimeout(1_500);
    await other.saveArticle();
    await other.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    expect(draft.title).toBe('From the other tab');
    expect(countPictures(draft)).toBe(3);
    await other.page.close();
    await site.page.bringToFront();
    await site.panel.waitFor('done');
    await site.page.locator('form img[src*="/uploads/"]').first().waitFor();
  });
});

describe('pictures in components of a single type', () => {
  it('stand in the form and in the draft', async () => {
    await site.admin.put('/content-manager/single-types/api::about.about', {
      title: 'About the bees',
      hero: { heading: 'Welcome' },
      sections: markdown
        .split('## ')
        .slice(1)
        .map((part) => ({ heading: part.split('\n')[0], text: part.split('\n\n')[1] })),
    });
    await site.panel.openSingle(TYPES.about);
    await site.panel.title.fill('Unsaved, about');
    await site.panel.generate();
    await site.panel.waitFor('unsaved');
    await site.panel.saveArticle();
    await site.panel.waitFor('done');
    const { data } = await site.admin.get<{ data: Record<string, unknown> }>(
      '/content-manager/single-types/api::about.about',
    );
    expect(data.title).toBe('Unsaved, about');
    expect(JSON.stringify(data.hero)).toContain('/uploads/');
    expect(JSON.stringify(data.sections)).toContain('/uploads/');
  });
});

describe('pictures that went missing', () => {
  it('by a save elsewhere come back with one click', async () => {
    const ref = await articles.guide('Wiped');
    await make(ref);
    await wipe(ref);
    await site.panel.waitFor('missing', 20_000);
    expect(await site.panel.text()).toContain('A save took out 3 images.');
    await site.panel.button('Put them back').click();
    await site.panel.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    expect(draft.title).toBe('Saved by somebody else');
    expect(countPictures(draft)).toBe(3);
    await expect.poll(() => site.panel.title.inputValue()).toBe('Saved by somebody else');
  });

  it('by the hand of the editor stay out, and nobody asks', async () => {
    const ref = await articles.guide('Taken out');
    await make(ref);
    await site.page.getByRole('button', { name: 'Delete' }).first().click();
    const states: (string | null)[] = [];
    const watch = setInterval(
      () => void site.panel.state().then((state) => states.push(state)),
      50,
    );
    await site.panel.saveArticle();
    await site.page.waitForTimeout(3_000);
    clearInterval(watch);
    expect((await readDraft(site.admin, ref)).featuredImage).toBeNull();
    expect(states).not.toContain('missing');
    expect(await site.panel.text()).toContain('2 images in the article');
  });
});

describe('an automatic run', () => {
  beforeAll(() => enableTypes(site.admin, { uids: [TYPES.guide], isAutomatic: true, count: 2 }));
  afterAll(() => enableTypes(site.admin, { uids: [TYPES.guide], isAutomatic: false, count: 2 }));

  it('started by Publish reaches the open form before its next save', async () => {
    const ref = await articles.guide('Published here');
    await site.panel.open(ref);
    await site.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await site.panel.waitFor('done');
    await site.page.locator('form img[src*="/uploads/"]').first().waitFor();
    await site.panel.title.fill('Edited later');
    await site.panel.saveArticle();
    const draft = await readDraft(site.admin, ref);
    expect(draft.title).toBe('Edited later');
    expect(countPictures(draft)).toBe(3);
  });

  it('started elsewhere reaches a form with unsaved text without losing it', async () => {
    const ref = await articles.guide('Published elsewhere');
    await site.panel.open(ref);
    await site.panel.title.fill('Unsaved meanwhile');
    await publish(site.admin, ref, { title: 'Published elsewhere', body: markdown });
    await site.page.locator('form img[src*="/uploads/"]').first().waitFor({ timeout: 60_000 });
    await site.page.waitForTimeout(1_500);
    expect(await site.panel.title.inputValue()).toBe('Unsaved meanwhile');
    await site.panel.saveArticle();
    await site.panel.waitFor('done');
    const draft = await readDraft(site.admin, ref);
    expect(draft.title).toBe('Unsaved meanwhile');
    expect(countPictures(draft)).toBe(3);
  });
});

it('throws no error on the way', () => {
  expect(site.pageErrors).toEqual([]);
});
