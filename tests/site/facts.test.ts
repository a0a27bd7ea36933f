import { readFileSync } from 'node:fs';
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

test('the links that narrow a list are large enough to hit, and stand side by side', () =>
	visit('en/timeline/', { javaScriptEnabled: false }, async (page) => {
		await page.locator('.filters summary').first().click();
		const boxes = await page.locator('.filters details[open] li a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as { top: number; height: number }));
		expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(24);
		expect(new Set(boxes.map(({ top }) => top)).size).toBeLessThan(boxes.length);
	}));

test.each(langs)('with a script choices of %s combine, are counted, and the back button undoes them', (lang) =>
	visit(`${lang}/timeline/?status=signed`, {}, async (page) => {
		await expect.poll(() => statusesShown(page), { timeout: 10_000 }).toEqual(['status-signed']);
		await page.locator('.filters summary').nth(0).click();
		expect(await page.locator('.filter-status').innerText()).toContain(String(await page.locator('.entry:visible').count()));
		const first = await page.locator('.entry:visible').first().innerText();
		await page.locator('.orders [data-order=newest]').click();
		await expect.poll(() => new URL(page.url()).search, { timeout: 10_000 }).toBe('?status=signed&sort=newest');
		expect(await page.locator('.entry:visible').last().innerText()).toBe(first);
		await page.goBack();
		await expect.poll(() => page.locator('.entry:visible').first().innerText(), { timeout: 10_000 }).toBe(first);
	}));

/** A page as a reader has it, heading by heading: each heading and what the items below it lead to; and the headings in the table of contents. */
const listOf = (page: Page): Promise<{ list: string[]; contents: string[]; current: string }> => page.evaluate(() => ({
	list: [...document.querySelectorAll<HTMLElement>('.orders ~ h2, .orders ~ .entries .entry-link, .orders ~ .table, .orders ~ .table tbody tr a, .orders ~ .changes-day h2')].map((element) => (element instanceof HTMLAnchorElement ? new URL(element.href).pathname + new URL(element.href).hash : element.matches('h2') ? `## ${element.textContent}` : `# table ${element.ariaLabel ?? ''}`)),
	contents: [...document.querySelectorAll('.toc a')].map((link) => link.textContent).slice(1),
	current: document.querySelector('.orders [aria-current]')?.textContent ?? '',
}));

test.each(langs.flatMap((lang) => [['timeline', 'newest'], ['timeline', 'by-sector'], ['figures', 'by-sector']].map(([view, order]) => [lang, view, order] as const)))('in %s the %s can be read %s: by a link without a script, and with one in place, the same for eyes, keyboard and contents', (lang, view = '', order = '') =>
	visit(`${lang}/${view}/`, { javaScriptEnabled: false }, async (page) => {
		const before = await listOf(page);
		await page.locator(`.orders [data-order=${order}]`).click();
		await page.waitForURL(`**/${lang}/${view}/${order}/`);
		const elsewhere = await listOf(page);
		expect(elsewhere.list).not.toEqual(before.list);
		expect(elsewhere.list.filter((line) => !line.startsWith('#')).sort()).toEqual(before.list.filter((line) => !line.startsWith('#')).sort());
		expect(await page.locator('.language').first().getAttribute('href')).toMatch(new RegExp(`/${view}/${order}/$`));
		await visit(`${lang}/${view}/`, {}, async (scripted) => {
			const asked: string[] = [];
			scripted.on('request', (request) => asked.push(request.resourceType()));
			await scripted.locator(`.orders [data-order=${order}]`).click();
			await expect.poll(() => listOf(scripted), { timeout: 10_000 }).toEqual(elsewhere);
			expect(asked).not.toContain('document');
			expect(await scripted.locator('.toc a').last().evaluate((link) => document.getElementById(decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))?.textContent)).toBe(elsewhere.contents.at(-1));
			const other = new URL(await scripted.locator('.language').first().evaluate((link) => { link.addEventListener('click', (event) => event.preventDefault()); (link as HTMLElement).click(); return (link as HTMLAnchorElement).href; }));
			expect(other.search, 'the other language in the same order').toBe(`?sort=${order}`);
			await scripted.goBack();
			await expect.poll(() => listOf(scripted), { timeout: 10_000 }).toEqual(before);
		});
	}));

test('a choice is kept on the way to an order that is a page of its own', () =>
	visit('en/timeline/newest/?status=signed', {}, async (page) => {
		await expect.poll(() => statusesShown(page), { timeout: 10_000 }).toEqual(['status-signed']);
		await page.locator('.orders a').first().click();
		await page.waitForURL('**/en/timeline/?status=signed');
		await expect.poll(() => statusesShown(page), { timeout: 10_000 }).toEqual(['status-signed']);
	}));

test.each(langs)('the changes of %s are narrowed by sector and read from their beginning without a script', (lang) =>
	visit(`${lang}/changes/#list_sector_batteries-ev`, { javaScriptEnabled: false }, async (page) => {
		const shown = await page.locator('.changes li:visible a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		expect(shown.length).toBeGreaterThan(0);
		expect(shown.filter((href) => !href.includes('/sectors/batteries-ev/'))).toEqual([]);
		const days = (): Promise<string[]> => page.locator('.changes-day').evaluateAll((found) => found.map(({ id }) => id));
		const newest = await days();
		await page.locator('.orders a').last().click();
		await page.waitForURL(`**/${lang}/changes/oldest/`);
		expect(await days()).toEqual(newest.toReversed());
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
		const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'BibTeX' }).click()]);
		expect(download.suggestedFilename()).toMatch(/^[\w-]+\.bib$/);
		expect(readFileSync(await download.path(), 'utf8')).toMatch(/^@misc\{/);
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

test.each([['en', 'ja'], ['ja', 'en']] as const)('without a script a citation of %s is a text with all its forms, which leads to the statement in %s', (lang, other) =>
	visit(`${lang}/sectors/space/`, { javaScriptEnabled: false }, async (page) => {
		const id = await page.locator('.statement').first().getAttribute('id') ?? '';
		await page.locator('a.cite').first().click();
		await page.waitForURL('**/data/cite/**');
		const paragraphs = (await page.locator('pre').innerText()).trim().split('\n\n');
		expect(paragraphs[0]).toContain(`/${lang}/sectors/space/#${id}`);
		expect(paragraphs.at(-3)).toContain(`@misc{${id},`);
		expect(paragraphs.at(-2)).toContain('"type":"webpage"');
		expect(paragraphs.at(-1)).toContain(`/${other}/sectors/space/#${id}`);
	}));

test.each([['en', 'ja', '宇宙航空研究開発機構'], ['ja', 'en', 'Japan Aerospace Exploration Agency']] as const)('a name of %s shows that of %s to a pointer and to the keyboard, and nothing is fetched before', (lang, other, name) =>
	visit(`${lang}/sectors/space/`, {}, async (page) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const link = page.locator('.facts a[href$="/#jaxa"]').first();
		const card = page.locator('.name-card');
		await link.scrollIntoViewIfNeeded();
		expect(asked.filter((url) => url.includes('names.json'))).toEqual([]);
		await link.hover();
		await expect.poll(() => card.isVisible()).toBe(true);
		expect(await card.locator('p').evaluateAll((lines) => lines.map((line) => [line.getAttribute('lang'), line.textContent]))).toEqual([[other, name]]);
		// It stays under the pointer, and goes with Escape though the pointer stays.
		await card.hover();
		await page.waitForTimeout(500);
		expect(await card.isVisible()).toBe(true);
		await page.keyboard.press('Escape');
		expect(await card.isVisible()).toBe(false);
		await page.mouse.move(0, 0);
		// A key first: focus that no key has moved shows no ring, and no card.
		await page.keyboard.press('Tab');
		await link.focus();
		await expect.poll(() => link.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
		await page.keyboard.press('Tab');
		await expect.poll(() => link.getAttribute('aria-describedby')).not.toBe(await card.getAttribute('id'));
	}));

test.each([
	['R&D_50% – 協力', 'R\\&D\\_50\\% -- 協力'],
	['a\\b {c} #1 $2', 'a\\textbackslash{}b \\{c\\} \\#1 \\$2'],
	['~^', '\\textasciitilde{}\\textasciicircum{}'],
])('BibTeX of %j', (text, escaped) => {
	expect(escapeBibtex(text)).toBe(escaped);
});

/** The rows of figures that the reader sees, each as the ends of its links. */
const rowsShown = (page: Page): Promise<string[]> => page.locator('.filters ~ .table tbody tr:visible').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').join(' ')));

test.each(langs)('without a script links narrow the figures of %s, and tables with nothing left go', (lang) =>
	visit(`${lang}/figures/#list_all`, { javaScriptEnabled: false }, async (page) => {
		const all = await rowsShown(page);
		const tables = await page.locator('.filters ~ .table:visible').count();
		await page.goto(`${siteUrl}${lang}/figures/#list_source_eq-ev-battery-alliance`);
		const some = await rowsShown(page);
		expect(some.length).toBeGreaterThan(0);
		expect(some).toEqual(all.filter((links) => links.includes('/sources/eq-ev-battery-alliance/')));
		expect(await page.locator('.filters ~ .table:visible').count()).toBeLessThan(tables);
	}));

test.each(langs)('with a script the choices of the figures of %s combine, and headings of what is empty go', (lang) =>
	visit(`${lang}/figures/?source=eq-ev-battery-alliance&sector=batteries-ev`, {}, async (page) => {
		const fits = (links: string): boolean => links.includes('/sources/eq-ev-battery-alliance/') && links.includes('/sectors/batteries-ev/');
		await expect.poll(async () => (await rowsShown(page)).every(fits), { timeout: 10_000 }).toBe(true);
		const rows = await rowsShown(page);
		expect(rows.length).toBeGreaterThan(0);
		expect(await page.locator('.filters ~ h2:visible').count()).toBe(await page.locator('.filters ~ .table:visible').count());
	}));

test('differences are narrowed by their kind and by the sectors of what they compare', () =>
	visit('en/differences/', { javaScriptEnabled: false }, async (page) => {
		const shown = (): Promise<string[]> => page.locator('.difference:visible').evaluateAll((found) => found.map(({ id }) => id));
		await page.locator('main h2 a').first().click();
		await expect.poll(async () => (await shown()).length).toBeGreaterThan(0);
		expect(await page.locator('.difference:visible .difference-kind:not(.disagreement)').count()).toBe(0);
		await page.goto(`${siteUrl}en/differences/confusion/`);
		const all = await shown();
		await page.goto(`${siteUrl}en/differences/confusion/#list_sector_semiconductors`);
		const inSector = await shown();
		expect(inSector.length).toBeGreaterThan(0);
		expect(inSector.length).toBeLessThan(all.length);
		// A difference keeps all that it compares, of whatever sector.
		for (const id of inSector) expect(await page.locator(`[id="${id}"] .entry`).count()).toBe(await page.locator(`[id="${id}"] .entry:visible`).count());
		expect(await page.locator('.difference:visible:not(:has(a[href*="/sectors/semiconductors/"]))').count()).toBe(0);
	}));

test.each(langs)('the places of %s stand by country, each below the one that it lies in', (lang) =>
	visit(`${lang}/places/`, {}, async (page) => {
		const placesOn = async (part: string): Promise<string[]> => {
			await page.goto(`${siteUrl}${lang}/places/${part}`);
			return page.locator('main .term').evaluateAll((found) => found.map(({ id }) => id));
		};
		expect(await placesOn('')).toEqual(expect.arrayContaining(['india', 'japan']));
		const inIndia = await placesOn('india/');
		expect(inIndia).not.toContain('yamanashi');
		expect(inIndia[inIndia.indexOf('gujarat') + 1]).toMatch(/^(?:mundra|sanand)$/);
		// So many statements name this one that it has a page of its own.
		expect(await placesOn('india-2/')).toEqual(['uttar-pradesh']);
		expect(await placesOn('japan/')).toEqual(expect.arrayContaining(['tokyo', 'yamanashi']));
		expect(await placesOn('elsewhere/')).toContain('indo-pacific');
	}));

test.each(langs)('the organisations of %s have a second order, by number of statements', (lang) =>
	visit(`${lang}/organisations/`, {}, async (page) => {
		const lines = await page.locator('main h2 + ul').first().locator('li').allInnerTexts();
		const numbers = lines.map((line) => parseInt(line, 10));
		expect(numbers.length).toBeGreaterThan(3);
		expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
		await page.locator('main h2 + ul a').first().click();
		await expect.poll(() => page.locator('.term:target .entry').count()).toBe(numbers[0]);
	}));
