import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { findings } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { pageTypes } from './pages.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };
const paths = ['', '404.html', ...langs.flatMap((lang) => pageTypes.map((slug) => `${lang}/${slug}`))];

async function onPage<T>(path: string, look: (page: Page) => Promise<T>): Promise<T> {
	const page = await browser.newPage({ colorScheme: 'light', viewport: wide, reducedMotion: 'reduce' });
	try {
		// With a place that the address aims at, all of a page is laid out, and axe can see it.
		await page.goto(`${siteUrl}${path}#_top`);
		// Entries beyond the first ten of a list are of the same make, and axe's time grows with them. What is folded is judged too.
		await page.evaluate(() => {
			for (const item of document.querySelectorAll('main :is(section, article, li, tr, .chart svg > *):nth-of-type(n + 11)')) item.remove();
			for (const details of document.querySelectorAll('main details, .toc details')) details.setAttribute('open', '');
		});
		return await look(page);
	} finally {
		await page.close();
	}
}

describe('axe finds nothing wrong, and nothing that is not explained', () => {
	// At once, so that both cores of a build machine are busy.
	test.concurrent.for(paths)('on /%s in both themes, wide, narrow and between', { timeout: 180_000 }, async (path, { expect }) => {
		await onPage(path, async (page) => {
			expect.soft(await findings(page), 'wide, light').toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect.soft(await findings(page, 'looks'), 'wide, dark').toEqual([]);
			await page.setViewportSize({ width: 768, height: 1024 });
			expect.soft(await findings(page, 'looks'), 'between, dark').toEqual([]);
			await page.setViewportSize(narrow);
			expect.soft(await findings(page, 'looks'), 'narrow, dark').toEqual([]);
			await page.emulateMedia({ colorScheme: 'light' });
			expect.soft(await findings(page, 'looks'), 'narrow, light').toEqual([]);
			await page.setViewportSize({ width: 768, height: 1024 });
			expect.soft(await findings(page, 'looks'), 'between, light').toEqual([]);
			await page.setViewportSize(narrow);
			expect.soft(await page.evaluate(paleText), 'text of pictures').toEqual([]);
		});
	});

	test.concurrent.for(langs)('on a sector page of %s that shows both languages', async (lang, { expect }) => {
		await onPage(`${lang}/${pageTypes[1]}`, async (page) => {
			await page.click('.reading-all');
			expect(await findings(page)).toEqual([]);
		});
	});

	test.concurrent.for(langs)('on a narrow page of %s whose menu is open', async (lang, { expect }) => {
		await onPage(`${lang}/about/`, async (page) => {
			await page.setViewportSize(narrow);
			await page.click('.menu-button');
			expect(await findings(page)).toEqual([]);
		});
	});
});

test.each(langs.flatMap((lang) => ['about/', 'timeline/', 'figures/'].map((slug) => [lang, slug] as const)))('a keyboard reaches every control of a page of %s (%s), and each shows that it has the focus', async (lang, slug) => {
	const page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce' });
	await page.goto(`${siteUrl}${lang}/${slug}#_top`);
	const wanted = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0).length);
	const reached = new Set<number>();
	const unseen: string[] = [];
	for (let step = 0; step < wanted + 20; step++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element || element === document.body) return undefined;
			const style = getComputedStyle(element);
			// In a picture the place of the link gets an edge.
			const place = element.querySelector(':scope > rect:not([class])');
			const edge = place && getComputedStyle(place);
			const isSeen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || (edge !== null && edge.stroke !== 'none' && parseFloat(edge.strokeWidth) >= 1);
			return { index: [...document.querySelectorAll('*')].indexOf(element), html: element.outerHTML.slice(0, 100), isSeen };
		});
		if (!at) continue;
		reached.add(at.index);
		if (!at.isSeen) unseen.push(at.html);
	}
	expect(unseen).toEqual([]);
	expect(reached.size).toBeGreaterThanOrEqual(wanted);
	await page.close();
});

test.each(langs)('targets of a page of %s are 24 px or more, or stand apart', async (lang) => {
	for (const viewport of [wide, narrow]) {
		const page = await browser.newPage({ viewport });
		await page.goto(`${siteUrl}${lang}/${pageTypes[1]}`);
		// In a sentence a link is as high as its line, which the guidelines allow.
		const small = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary')]
			.filter((element) => element.checkVisibility() && !element.closest('p, dd, td, th, li:not(.toc li, .menu li)'))
			.filter((element) => {
				const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
				return width > 1 && (width < 24 || height < 23.9);
			})
			.map((element) => element.outerHTML.slice(0, 120)));
		expect(small, `${viewport.width} px`).toEqual([]);
		await page.close();
	}
});

test.each(langs)('under a finger every target of %s that is not within a text is 44 px or more', async (lang) => {
	const page = await browser.newPage({ viewport: narrow, hasTouch: true, isMobile: true });
	const small: string[] = [];
	await page.goto(`${siteUrl}${lang}/about/`);
	expect(await page.locator('.site-title span').evaluate((title) => title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight)), 'lines of the title').toBeLessThan(2.1);
	for (const slug of ['', ...['sectors/', 'sources/', 'timeline/', 'organisations/', 'changes/', 'search/'].flatMap((type) => pageTypes.find((each) => each.startsWith(type)) ?? [])]) {
		await page.goto(`${siteUrl}${lang}/${slug}#_top`);
		for (const isOpen of [false, true]) {
			if (isOpen) await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true;
				document.querySelector<HTMLElement>('.menu-button')?.click();
			});
			small.push(...await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary')]
				.filter((element) => element.checkVisibility() && !element.closest('.skip-link, p:not(.filters p, .licence, .page-meta p), dd, td, th, .chart svg, .sl-markdown-content > ul:not([class])'))
				.map((element) => ({ html: element.outerHTML.slice(0, 120), box: (element.closest('label') ?? element).getBoundingClientRect() }))
				.filter(({ box: { width, height } }) => width > 1 && (width < 43.9 || height < 43.9))
				.map(({ html, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${html}`)));
		}
	}
	expect([...new Set(small)]).toEqual([]);
	await page.close();
});

test('with forced colours what is chosen, aimed at and focused can be told apart', async () => {
	const page = await browser.newPage({ viewport: wide, forcedColors: 'active' });
	await page.goto(`${siteUrl}${langs[0]}/${pageTypes[1]}`);
	const id = await page.locator('.statement').first().getAttribute('id');
	await page.goto(`${siteUrl}${langs[0]}/${pageTypes[1]}#${id ?? ''}`);
	expect(await page.locator('.statement:target').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
	const current = page.locator('.menu a[aria-current=page]');
	const edge = (locator: typeof current): Promise<string> => locator.evaluate((element) => getComputedStyle(element).borderInlineStartColor);
	expect(await edge(current)).not.toBe(await edge(page.locator('.menu ul ul a:not([aria-current])').first()));
	await page.close();
});

test('who wants less motion gets none', async () => {
	const page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce' });
	await page.goto(`${siteUrl}${langs[0]}/help/`);
	const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
		const style = getComputedStyle(element);
		return style.animationName !== 'none' || !/^(?:0s(?:, )?)+$/.test(style.transitionDuration) || style.scrollBehavior !== 'auto';
	}).map((element) => element.outerHTML.slice(0, 100)));
	expect(moving).toEqual([]);
	await page.close();
});

/** Runs in the page: text of pictures that stands out too little from its rim. */
function paleText(): string[] {
	const light = (color: string): number => {
		const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number).map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
		return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
	};
	return [...document.querySelectorAll('.chart > svg text')].filter((text) => {
		const { fill, stroke, strokeWidth } = getComputedStyle(text);
		const [a, b] = [light(fill), light(stroke)];
		return parseFloat(strokeWidth) < 3 || (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
	}).map((text) => text.outerHTML.slice(0, 120));
}
