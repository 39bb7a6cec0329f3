import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createArticles, markdown } from './panel-articles';
import { openPanelSite, TYPES, type PanelSite } from './panel-site';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Violation = { id: string; nodes: { html: string }[] };

let site: PanelSite;
let articles: ReturnType<typeof createArticles>;

beforeAll(async () => {
  site = await openPanelSite('panel-states');
  articles = createArticles(site.admin);
});
afterAll(async () => {
  await site?.close();
});

/** What axe finds in a part of the page, shortened to what one needs to find it again. */
const violations = async (page: Page, selector: string): Promise<string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    ([within, rules]) =>
      (
        window as unknown as {
          axe: { run: (where: string, how: object) => Promise<{ violations: Violation[] }> };
        }
      ).axe.run(within as string, { runOnly: rules }),
    [selector, RULES] as const,
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
};

/** Away from our buttons: the design system's own hover colour is too faint for axe. */
const inPanel = async (): Promise<string[]> => {
  await site.page.mouse.move(0, 0);
  return violations(site.page, '[data-testid=article-images-panel]');
};

/** Visible parts that stick out of the panel; a select shortens its own text. */
const cut = (): Promise<string[]> =>
  site.panel.root.evaluate((root) => {
    const frame = root.getBoundingClientRect();
    return [...root.querySelectorAll('*')]
      .filter((node) => {
        if (getComputedStyle(node).opacity === '0' || node.closest('[role=combobox]')) return false;
        const { left, right, width } = node.getBoundingClientRect();
        return width > 1 && (left < frame.left - 1 || right > frame.right + 1);
      })
      .map((node) => `${node.tagName} ${node.textContent?.slice(0, 40)}`);
  });

const flaws = async () => ({ axe: await inPanel(), cut: await cut() });
const NONE = { axe: [], cut: [] };

describe('the panel says where an article stands', () => {
  it('a new article is saved first, and then needs no reload', async () => {
    await site.page.goto(
      `${site.url}/admin/content-manager/collection-types/${TYPES.guide}/create?plugins[i18n][locale]=en`,
    );
    await site.panel.waitFor('saveFirst');
    await site.panel.title.fill('A new guide');
    await site.panel.save.click();
    await site.panel.waitFor('tooShort');
    expect(await site.panel.text()).toContain('no words yet');
  });

  it('a short one gets a cover from its title', async () => {
    await site.panel.open(await articles.short());
    await site.panel.waitFor('tooShort');
    await site.panel.button('Cover from the title').waitFor();
  });

  it('a language without a version is written first', async () => {
    const ref = await articles.guide('English only');
    await site.panel.open({ ...ref, locale: 'fr' });
    await site.panel.waitFor('newLanguage');
    expect(await site.panel.text()).toContain('This language has no version yet');
  });

  it('the published version leads back to the draft', async () => {
    const ref = await articles.guide('Published');
    await site.admin.post(
      `/content-manager/collection-types/${ref.uid}/${ref.documentId}/actions/publish?locale=en`,
      { title: 'Published', body: markdown },
    );
    await site.panel.open(ref, '&status=published');
    await site.panel.waitFor('published');
    await site.panel.button('Go to the draft').click();
    await site.panel.waitFor('idle');
  });

  it('a type that is not switched on leads administrators to the settings', async () => {
    await site.page.goto(
      `${site.url}/admin/content-manager/collection-types/api::bulletin.bulletin/create`,
    );
    await site.panel.waitFor('notMapped');
    await site.panel.root.getByRole('link', { name: 'Open the settings' }).click();
    await site.page.getByRole('heading', { level: 1, name: 'Article Images' }).waitFor();
  });

  it('what was set in one language is still there after looking at another', async () => {
    const ref = await articles.guide('Languages');
    await site.panel.open(ref);
    await site.panel.button('Change').click();
    await site.panel.button('One image more').click();
    const language = site.page.getByRole('combobox', { name: /locale/i }).first();
    await language.click();
    await site.page.getByRole('option', { name: /French \(fr\)/ }).click();
    await site.panel.waitFor('newLanguage');
    await language.click();
    await site.page.getByRole('option', { name: /English \(en\)/ }).click();
    await site.panel.waitFor('idle');
    await expect
      .poll(() => site.panel.root.getByRole('spinbutton').getAttribute('aria-valuenow'))
      .toBe('3');
  });
});

describe.each([
  ['light', 1920],
  ['light', 1280],
  ['light', 1080],
  ['dark', 1280],
] as const)('in %s colours at a window of %i pixels', (colours, width) => {
  beforeAll(async () => {
    await site.page.setViewportSize({ width, height: 900 });
    await site.page.addInitScript((theme) => localStorage.setItem('STRAPI_THEME', theme), colours);
  });

  it('every state is readable and operable, and nothing is cut', async () => {
    await site.panel.open(await articles.guide(`${colours} ${width}`));
    await site.panel.waitFor('idle');
    await site.page.locator('[data-testid=article-images-generate][aria-disabled=false]').waitFor();
    expect(await flaws()).toEqual(NONE);
    await site.panel.button('Change').click();
    expect(await flaws()).toEqual(NONE);
    await site.panel.generate();
    await site.page.getByRole('progressbar', { name: 'Image run' }).waitFor();
    expect(await flaws()).toEqual(NONE);
    await site.panel.waitFor('done');
    expect(await flaws()).toEqual(NONE);
  });

  it('the settings page is too', async () => {
    await site.page.goto(`${site.url}/admin/settings/article-images`);
    await site.page.getByRole('button', { name: 'Edit Guide' }).click();
    await site.page.getByRole('combobox', { name: 'Cover goes to' }).waitFor();
    expect(await violations(site.page, 'main')).toEqual([]);
  });
});

describe('the settings page', () => {
  const open = async (): Promise<void> => {
    await site.page.goto(`${site.url}/admin/settings/article-images`);
    await site.page.getByRole('heading', { level: 1, name: 'Article Images' }).waitFor();
  };
  const save = () => site.page.getByRole('button', { name: 'Save', exact: true });

  it('asks before leaving with unsaved changes', async () => {
    await open();
    await site.page.getByRole('checkbox', { name: 'Images for Note' }).click();
    await site.page.getByRole('link', { name: 'Webhooks' }).click();
    await site.page.getByRole('alertdialog').waitFor();
    await site.page.getByRole('button', { name: 'Cancel' }).click();
    expect(site.page.url()).toContain('/settings/article-images');
  });

  it('saves what it shows', async () => {
    await open();
    await site.page.getByRole('checkbox', { name: 'Images for Note' }).click();
    await save().click();
    await site.page.getByText('Settings saved').first().waitFor();
    const { data } = await site.admin.get<{
      data: { settings: { contentTypes: { uid: string; isEnabled: boolean }[] } };
    }>('/article-images/settings');
    const note = data.settings.contentTypes.find(({ uid }) => uid === 'api::note.note');
    expect(note?.isEnabled).toBe(true);
  });

  it('does not overwrite what somebody else saved meanwhile', async () => {
    await open();
    const { data } = await site.admin.get<{ data: { settings: { count: number } } }>(
      '/article-images/settings',
    );
    await site.admin.put('/article-images/settings', { ...data.settings, count: 7 });
    await site.page.getByRole('checkbox', { name: 'Images for Story' }).click();
    await save().click();
    await site.page.getByRole('button', { name: /Load their version/ }).click();
    await site.page.getByRole('combobox', { name: 'Images in the text' }).getByText('7').waitFor();
  });
});

it('throws no error on the way', () => {
  expect(site.pageErrors).toEqual([]);
});
