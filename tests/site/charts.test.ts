import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { statements } from '../../src/site/statements.ts';
import { launchBrowser } from './browser.ts';
import { contentPages } from './pages.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const slugs = ['overview/', 'timeline/', 'figures/', 'connections/', contentPages.find(({ slug, html }) => slug.startsWith('sectors/science-research/') && html.includes('id="chart-network"'))?.slug ?? ''];
const cases = langs.flatMap((lang) => slugs.map((slug) => `${lang}/${slug}`));

async function onPage<T>(path: string, width: number, look: (page: Page) => Promise<T>): Promise<T> {
	const page = await browser.newPage({ viewport: { width, height: 900 } });
	try {
		await page.goto(siteUrl + path);
		return await look(page);
	} finally {
		await page.close();
	}
}

describe.each(cases)('the pictures of %s', (path) => {
	test.each([320, 768, 1280])('are legible at %i px: text of 12 px or more inside its picture, and no page that scrolls sideways', async (width) => {
		const found = await onPage(path, width, (page) => page.evaluate(() => {
			const texts = [...document.querySelectorAll<SVGTextElement>('.chart > svg text')].filter((text) => text.getBoundingClientRect().width > 0);
			return {
				drawn: texts.length > 0 || document.querySelector('.chart.listed') !== null,
				overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
				small: texts.filter((text) => parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0) < 12).map((text) => text.textContent),
				outside: texts.filter((text) => {
					const [box, frame] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
					return frame && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
				}).map((text) => text.textContent),
			};
		}));
		expect(found).toEqual({ drawn: true, overflow: 0, small: [], outside: [] });
	});
});

test.each(langs)('the timeline of %s leads to every dated statement, by keyboard, and the list below says the same', async (lang) => {
	const dated = statements.filter(({ sameAs, when }) => sameAs === undefined && when.length > 0).flatMap(({ id, when }) => when.map(() => id)).sort();
	await onPage(`${lang}/timeline/`, 1280, async (page) => {
		const hashes = (selector: string): Promise<string[]> => page.locator(selector).evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').split('#')[1] ?? '').sort());
		expect(await hashes('.chart > svg a')).toEqual(dated);
		expect(await hashes('.entries .entry-link')).toEqual(dated);
		await page.locator('.chart > svg a').first().focus();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('.chart > svg a')[1])).toBe(true);
	});
});

test('at 320 px who works with whom is a list', async () => {
	for (const lang of langs) {
		await onPage(`${lang}/connections/`, 320, async (page) => {
			expect(await page.locator('.chart > svg').isVisible()).toBe(false);
			expect(await page.locator('.chart details a').first().isVisible()).toBe(true);
			expect(await page.locator('.chart .table').first().evaluate((list) => list.scrollWidth - list.clientWidth), 'reaches beyond its edge').toBe(0);
		});
	}
});

test('a sector has its picture where three organisations or more act together', () => {
	const withPicture = contentPages.filter(({ slug, html }) => slug.startsWith('sectors/') && html.includes('id="chart-network"'));
	expect(withPicture.length).toBeGreaterThan(0);
	for (const { path, html } of withPicture) expect.soft(new Set([...html.matchAll(/<a href="[^"]*organisations\/(?:[\w-]+\/)?#([^"]+)"><(?:title|rect)\b/g)].map((match) => match[1])).size, path).toBeGreaterThanOrEqual(3);
});

test.each(langs)('every figure that is drawn in %s stands in the tables below its picture', async (lang) => {
	await onPage(`${lang}/figures/`, 1280, async (page) => {
		const [drawn, told] = await Promise.all(['.chart > svg a', '.chart ~ .table a'].map((selector) => page.locator(selector).evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').replace(/.*#/, '')))));
		expect(drawn?.length).toBeGreaterThan(0);
		expect(told).toEqual(expect.arrayContaining(drawn ?? []));
	});
});

test('bars of counts are as long as their numbers say, at any width', async () => {
	for (const width of [320, 1280]) {
		await onPage(`${langs[0]}/overview/`, width, async (page) => {
			const columns = await page.locator('.matrix > svg:has(g)').evaluateAll((all) => all.map((column) => ({
				numbers: [...column.querySelectorAll('text')].map(({ textContent }) => Number(textContent)).filter((number) => number > 0),
				longest: column.querySelector('path')?.getBBox().width ?? 0,
				room: (column.querySelector('path')?.getBoundingClientRect().right ?? 0) - (column.parentElement?.getBoundingClientRect().right ?? 0),
			})));
			const largest = Math.max(...columns.flatMap(({ numbers }) => numbers));
			expect(columns.length).toBeGreaterThan(5);
			expect(columns.filter(({ longest }) => Math.abs(longest - 100) < 0.1).length).toBeGreaterThan(0);
			expect(columns.filter(({ numbers }) => Math.max(...numbers) === largest).every(({ longest }) => Math.abs(longest - 100) < 0.1)).toBe(true);
			for (const { room } of columns) expect(room).toBeLessThanOrEqual(1);
		});
	}
});
