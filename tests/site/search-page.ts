import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Localized } from '../../src/model/languages.ts';
import { launchBrowser } from './browser.ts';

/** Words that several statements of the real content hold, in each language. */
export const words: Localized<string> = { en: 'semiconductor', ja: '半導体' };

/** The field of the header, where it is a combobox, and of the search page. */
export const field = 'input[type=search][name=q]';
export const option = '[role=listbox] [role=option]';
export const result = '[data-search-result]';
/** All that the search fetches beside its own scripts. */
export const indexFiles = '**/pagefind/**';

export interface Reader {
	readonly visit: (path: string, options?: BrowserContextOptions, prepare?: (context: BrowserContext) => unknown) => Promise<Page>;
}

/** A browser for the tests of a file; the pages of a test are closed after it. */
export function reader(): Reader {
	const siteUrl = inject('siteUrl');
	let browser: Browser;
	const open: BrowserContext[] = [];
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterEach(async () => {
		for (const context of open.splice(0)) await context.close();
	});
	afterAll(() => browser.close());
	return {
		visit: async (path, options = {}, prepare) => {
			const context = await browser.newContext(options);
			open.push(context);
			await prepare?.(context);
			const page = await context.newPage();
			await page.goto(siteUrl + path);
			return page;
		},
	};
}

/** Asks in the header's field, and waits for the list. */
export async function ask(page: Page, query: string): Promise<void> {
	await page.fill(field, query);
	await page.locator(option).first().waitFor();
}

export const linksOf = (page: Page, selector: string): Promise<string[]> => page.locator(`${selector} a`).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

/** Expects of a value that it becomes so: machines that test are slow. */
export const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 15_000 });
