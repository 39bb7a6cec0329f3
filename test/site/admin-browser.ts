import { chromium, type Browser, type Page } from 'playwright-core';
import type { AdminAccount } from './admin-client';

/** Strapi shows new administrators around, over everything a test wants to click. */
const NO_TOUR = JSON.stringify({ tours: {}, enabled: false, hidden: true, completedActions: [] });

const signIn = async (page: Page, url: string, account: AdminAccount): Promise<void> => {
  await page.addInitScript(
    ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
    ['STRAPI_GUIDED_TOUR', NO_TOUR],
  );
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name=email]', account.email);
  await page.fill('input[name=password]', account.password);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
};

export type AdminBrowser = {
  browser: Browser;
  page: Page;
  /** Errors no code of the page has caught, in order. */
  pageErrors: string[];
};

/** A real browser, signed in to a site's admin. Chromium is where `npm run provision` found it. */
export const openAdmin = async (url: string, account: AdminAccount): Promise<AdminBrowser> => {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run "npm run provision" first.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await signIn(page, url, account);
  return { browser, page, pageErrors };
};
