import type { Locator, Page } from 'playwright-core';
import type { DocumentRef } from '../site/articles';

const PANEL = '[data-testid=article-images-panel]';
const GENERATE = '[data-testid=article-images-generate]';
const RUN_LIMIT_MS = 60_000;

/** The edit view of one article as an editor uses it, with our panel beside it. */
export const createPanelPage = (page: Page, url: string) => {
  const root: Locator = page.locator(PANEL);
  const save: Locator = page.getByRole('button', { name: 'Save', exact: true });

  const waitFor = async (state: string, timeout = RUN_LIMIT_MS): Promise<void> => {
    await page.locator(`${PANEL}[data-state="${state}"]`).waitFor({ timeout });
  };

  return {
    page,
    root,
    waitFor,
    state: () => root.getAttribute('data-state'),
    text: async () => (await root.textContent()) ?? '',
    button: (name: string | RegExp) => root.getByRole('button', { name }),
    title: page.locator('input[name=title]'),
    save,

    async open({ uid, documentId, locale }: DocumentRef, query = ''): Promise<void> {
      const language = locale ? `plugins[i18n][locale]=${locale}` : '';
      const path = `collection-types/${uid}/${documentId}`;
      await page.goto(`${url}/admin/content-manager/${path}?${language}${query}`);
      await root.waitFor();
    },

    async openSingle(uid: string): Promise<void> {
      await page.goto(`${url}/admin/content-manager/single-types/${uid}`);
      await root.waitFor();
    },

    async generate(): Promise<void> {
      await page.locator(`${GENERATE}[aria-disabled=false]`).click();
      await waitFor('running');
    },

    /** Saves and waits until Strapi says so. */
    async saveArticle(): Promise<void> {
      await save.click();
      await page.getByText('Saved document').first().waitFor();
      await page.locator('form').first().waitFor();
    },
  };
};

export type PanelPage = ReturnType<typeof createPanelPage>;
