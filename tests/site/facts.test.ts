import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { escapeBibtex } from '../../src/site/citations.ts';
import { launchBrowser } from './browser.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit<T>(path: string, options: Parameters<Browser['newContext']>[0], act: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
	const context = await browser.newContext(options);
	try {
		const page = await context.newPage();
		await page.goto(siteUrl + path);
		return await act(page, context);
	} finally {
		await context.close();
	}
}
const statusesShown = (page: Page): Promise<string[]> => page.locator('.entry:visible .status').evaluateAll((badges) => [...new Set(badges.map((badge) => badge.getAttribute('href')?.split('#')[1] ?? ''))]);

test.each(langs)('without a script a link narrows the timeline of %s, and another shows all again', (lang) =>
	visit(`${lang}/timeline/#list_status_signed`, { javaScriptEnabled: false }, async (page) => {
		expect(await statusesShown(page)).toEqual(['status-signed']);
		await page.goto(`${siteUrl}${lang}/timeline/#list_all`);
		expect((await statusesShown(page)).length).toBeGreaterThan(1);
	}));

test.each(langs)('with a script choices of %s combine, are counted, and the back button undoes them', (lang) =>
	visit(`${lang}/timeline/?status=signed`, {}, async (page) => {
		await expect.poll(() => statusesShown(page), { timeout: 10_000 }).toEqual(['status-signed']);
		await page.locator('.filters summary').nth(0).click();
		expect(await page.locator('.filter-status').innerText()).toContain(String(await page.locator('.entry:visible').count()));
		const first = await page.locator('.entry:visible').first().innerText();
		await page.locator('.filter-reverse').click();
		expect(new URL(page.url()).search).toBe('?status=signed&sort=reverse');
		expect(await page.locator('.entry:visible').last().innerText()).toBe(first);
		await page.goBack();
		await expect.poll(() => page.locator('.entry:visible').first().innerText(), { timeout: 10_000 }).toBe(first);
	}));

test('a choice that nothing fits says so', () =>
	visit('en/timeline/?status=signed&sector=states-regions', {}, async (page) => {
		await expect.poll(() => page.locator('.entry:visible').count()).toBe(0);
		expect(await page.locator('.filter-status').innerText()).toBe('Nothing fits this choice.');
	}));

test('a citation is copied, with the day of access; where the clipboard is refused, its text is selected', () =>
	visit('en/sectors/space/', {}, async (page, context) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.locator('a.cite').first().click();
		const dialog = page.locator('.cite-dialog');
		await dialog.waitFor();
		await dialog.locator('section button').nth(1).click();
		await expect.poll(() => dialog.locator('[role=status]').innerText()).toBe('Copied.');
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{[^]*urldate = \{\d{4}-\d\d-\d\d\}\n\}$/);
		await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
		await dialog.locator('section button').nth(2).click();
		const selected = await page.evaluate(() => { const field = document.activeElement as HTMLTextAreaElement; return field.value.slice(field.selectionStart, field.selectionEnd); });
		expect((JSON.parse(selected) as { type: string }[])[0]?.type).toBe('webpage');
		await page.keyboard.press('Escape');
		await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('cite');
	}));

test.each([
	['R&D_50% – 協力', 'R\\&D\\_50\\% -- 協力'],
	['a\\b {c} #1 $2', 'a\\textbackslash{}b \\{c\\} \\#1 \\$2'],
	['~^', '\\textasciitilde{}\\textasciicircum{}'],
])('BibTeX of %j', (text, escaped) => {
	expect(escapeBibtex(text)).toBe(escaped);
});
