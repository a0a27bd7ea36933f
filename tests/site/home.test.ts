import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import type { StoredStatement } from '../../src/model/published.ts';
import { newest } from '../../src/site/newest.ts';
import { launchBrowser } from './browser.ts';
import { contentPages } from './pages.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit<T>(path: string, options: Parameters<Browser['newContext']>[0], act: (page: Page) => Promise<T>): Promise<T> {
	const context = await browser.newContext(options);
	try {
		const page = await context.newPage();
		await page.goto(siteUrl + path);
		return await act(page);
	} finally {
		await context.close();
	}
}

describe.each(langs)('the first page in %s', (lang) => {
	const pagesIn = (folder: string): number => contentPages.filter((page) => page.lang === lang && page.slug.startsWith(`${folder}/`) && page.slug.split('/').length === 3).length;

	test('says in one screen what it is, what is in it, what is new and what it rests on', () =>
		visit(`${lang}/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
			const onScreen = (selector: string): Promise<number> => page.locator(selector).evaluateAll((found) => found.filter((element) => element.getBoundingClientRect().bottom <= innerHeight).length);
			expect(await onScreen('h1, .front > p, .front input[type=search]')).toBe(5);
			expect(await onScreen('#sectors ~ .pages a')).toBe(pagesIn('sectors'));
			expect(await onScreen('.newest li')).toBe(5);
			expect(await onScreen('#sources ~ .pages a')).toBe(pagesIn('sources'));
			expect(await page.locator('.menu').count()).toBe(0);
		}));

	test('has one search field, which a narrow screen shows and which needs no script', () =>
		visit(`${lang}/`, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page) => {
			expect(await page.locator('input[type=search]').count()).toBe(1);
			await page.locator('input[type=search]').fill('space');
			await page.locator('form[role=search] [type=submit]').click();
			expect(new URL(page.url()).href).toBe(`${siteUrl}${lang}/search/?q=space`);
		}));

	test('leads from each of the newest to the statement', () =>
		visit(`${lang}/`, {}, async (page) => {
			const href = await page.locator('.newest > li > a').first().getAttribute('href');
			await page.goto(new URL(href ?? '', siteUrl).href);
			expect(await page.locator('article.statement:target').count()).toBe(1);
		}));
});

describe('what is newest', () => {
	const statement = (id: string, status: string, when: string[], sameAs?: string): StoredStatement => ({ id, status, when, ...(sameAs === undefined ? {} : { sameAs }) }) as StoredStatement;
	const ids = (...statements: StoredStatement[]): string[] => newest(statements).map(({ statement: { id }, date }) => `${id} ${date}`);

	test('goes by the latest date of each, a month before the days in it', () => {
		expect(ids(statement('a', 'signed', ['2025-08']), statement('b', 'held', ['2024', '2025-08-02']), statement('c', 'launched', ['2025-07-27/2025-07-31']))).toEqual(['b 2025-08-02', 'a 2025-08', 'c 2025-07-27/2025-07-31']);
	});

	test.each([
		['what is only planned or expected', statement('a', 'planned', ['2026'])],
		['what was to be done by a date', statement('a', 'agreed', ['../2030'])],
		['what has gone on since a date', statement('a', 'under-way', ['2019/..'])],
		['a repetition', statement('a', 'signed', ['2025'], 'b')],
		['what bears no date', statement('a', 'signed', [])],
	])('leaves out %s', (_what, given) => {
		expect(ids(given)).toEqual([]);
	});
});
