import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { defaultLang, languages, langs, otherLangs, type Lang } from '../../src/model/languages.ts';
import { launchBrowser } from './browser.ts';
import { contentPages, attributes, pageTypes, type BuiltPage } from './pages.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;
const open: (() => Promise<void>)[] = [];

beforeAll(async () => {
	browser = await launchBrowser();
});
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});
afterAll(() => browser.close());

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext(options);
	open.push(() => context.close());
	const page = await context.newPage();
	await page.goto(siteUrl + path);
	return page;
}

const sector = contentPages.find(({ lang, slug }) => lang === defaultLang && slug.startsWith('sectors/'))?.slug ?? '';
const statement = attributes(contentPages.find(({ lang, slug }) => lang === defaultLang && slug === sector)?.html ?? '', 'article', 'id').at(-1) ?? '';
/** The languages of the texts of a statement that the reader sees. */
const shown = (page: Page): Promise<string[]> => page.locator(`#${statement} > .text:visible`).evaluateAll((texts) => texts.map((text) => text.closest<HTMLElement>('[lang]')?.lang ?? ''));
const tag = (lang: Lang): string => languages[lang].tag;
const [other = defaultLang] = otherLangs(defaultLang);

describe('choosing a language', () => {
	test('the root lets the reader choose, without a script and without a redirect', async () => {
		const page = await visit('', { javaScriptEnabled: false, locale: 'ja-JP' });
		expect(page.url()).toBe(siteUrl);
		for (const lang of langs) {
			const part = page.locator(`section[lang="${tag(lang)}"]`);
			await expect(part.locator('h1').innerText()).resolves.not.toBe('');
			await expect(part.locator('a').getAttribute('href')).resolves.toBe(`${new URL(siteUrl).pathname}${lang}/`);
		}
	});

	test('a missing page says so in every language, with ways on, and with status 404', async () => {
		const context = await browser.newContext();
		open.push(() => context.close());
		const page = await context.newPage();
		const response = await page.goto(`${siteUrl}en/no-such-page/`);
		expect(response?.status()).toBe(404);
		for (const lang of langs) {
			const way = page.locator(`section[lang="${tag(lang)}"] a`).first();
			expect((await context.request.get(new URL((await way.getAttribute('href')) ?? '', siteUrl).href)).status()).toBe(200);
		}
	});

	test('the link keeps to the statement that the address names', async () => {
		const page = await visit(`${defaultLang}/${sector}#${statement}`);
		await page.locator(`header a[hreflang="${tag(other)}"]`).click();
		await page.waitForURL(`**/${other}/${sector}#${statement}`);
		await expect(page.locator(`#${statement}`).evaluate((element) => element.matches(':target'))).resolves.toBe(true);
	});
});

describe('choosing which texts to see', () => {
	test('works without a script: own language first, then both, then the other', async () => {
		const page = await visit(`${defaultLang}/${sector}`, { javaScriptEnabled: false });
		expect(await shown(page)).toEqual([tag(defaultLang)]);
		await page.locator('.reading-all').check();
		expect(await shown(page)).toEqual(langs.map(tag));
		await page.locator('.reading-other').check();
		expect(await shown(page)).toEqual([tag(other)]);
	});

	test('texts stand side by side on a wide screen and below one another on a narrow one', async () => {
		const page = await visit(`${defaultLang}/${sector}`, { viewport: { width: 1400, height: 900 } });
		await page.locator('.reading-all').check();
		const boxes = async (): Promise<({ x: number; y: number } | null)[]> => Promise.all(langs.map((lang) => page.locator(`#${statement} > .text:lang(${tag(lang)})`).boundingBox()));
		const [first, second] = await boxes();
		expect(second?.x).toBeGreaterThan(first?.x ?? Infinity);
		expect(second?.y).toBe(first?.y);
		await page.setViewportSize({ width: 400, height: 900 });
		const [above, below] = await boxes();
		expect(below?.x).toBe(above?.x);
		expect(below?.y).toBeGreaterThan(above?.y ?? Infinity);
	});

	test('is remembered on the next page, and begins anew with the other language', async () => {
		const page = await visit(`${defaultLang}/${sector}`);
		await page.locator('.reading-all').check();
		await page.goto(`${siteUrl}${other}/${sector}`);
		expect(await shown(page)).toHaveLength(langs.length);
		await page.locator('.reading-other').check();
		await page.locator(`header a[hreflang="${tag(defaultLang)}"]`).click();
		await page.waitForURL(`**/${defaultLang}/${sector}`);
		expect(await shown(page)).toEqual([tag(defaultLang)]);
	});
});

describe('permanent addresses', () => {
	test.each(['light', 'dark'] as const)('the statement that the address names stands out (%s)', async (colorScheme) => {
		const page = await visit(`${defaultLang}/${sector}#${statement}`, { colorScheme });
		const background = (selector: string): Promise<string> => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
		expect(await background(`#${statement}`)).not.toBe(await background('.statement:not(:target)'));
		const top = (await page.locator(`#${statement}`).boundingBox())?.y ?? 0;
		expect(top).toBeGreaterThanOrEqual((await page.locator('.header').boundingBox())?.height ?? Infinity);
	});

	test('each statement links to its own address, under a name of its own', async () => {
		const page = await visit(`${defaultLang}/${sector}`);
		const link = page.locator(`#${statement} .permalink`);
		expect(await link.getAttribute('aria-label')).toContain(statement);
		await link.click();
		expect(new URL(page.url()).hash).toBe(`#${statement}`);
	});

	test('a status leads to its definition', async () => {
		const page = await visit(`${defaultLang}/${sector}`, { javaScriptEnabled: false });
		const badge = page.locator(`#${statement} .status`);
		const label = (await badge.textContent()) ?? '';
		await badge.click();
		await expect(page.locator('.statuses > :target dt').innerText()).resolves.toBe(label);
	});
});

describe('on paper', () => {
	test('a page of the dark theme is its content alone, on white, with both languages where the reader chose so, sources, and the addresses of statements', async () => {
		const page = await visit(`${defaultLang}/${sector}`, { colorScheme: 'dark' });
		await page.locator('.reading-all').check();
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--paper'))).toBe('#fff');
		for (const aside of ['.search-box', '.language', '.theme-select', '.breadcrumbs', '.toc', '.sidebar-content', '.reading', '.pagination-links', '.open-links', '.cite']) expect(await page.locator(`${aside}:visible`).count(), aside).toBe(0);
		expect(await shown(page)).toEqual(langs.map(tag));
		await expect(page.locator(`#${statement} a[href*="/sources/"]`).first().isVisible()).resolves.toBe(true);
		expect(await page.locator(`#${statement} .permalink`).evaluate((link) => getComputedStyle(link, '::after').content)).toContain(`#${statement}`);
	});

	test('a link that leads away is followed by its address', async () => {
		const away = ({ html }: BuiltPage): number => html.match(/<a href="http/g)?.length ?? 0;
		const [most] = contentPages.filter(({ lang }) => lang === defaultLang).sort((a, b) => away(b) - away(a));
		const page = await visit(most?.path ?? '');
		const after = (): Promise<string[]> => page.locator('.sl-markdown-content a[href^="http"]').evaluateAll((links) => links.map((link) => `${link.getAttribute('href') ?? ''} ${getComputedStyle(link, '::after').content}`));
		expect((await after()).every((text) => text.endsWith(' none'))).toBe(true);
		await page.emulateMedia({ media: 'print' });
		const printed = await after();
		expect(printed.length).toBeGreaterThan(3);
		for (const text of printed) expect(text.split(' ').slice(1).join(' ')).toContain(text.split(' ')[0]);
	});
});

describe('any screen, any browser', () => {
	test.each(langs)('at 320 px no page of %s scrolls sideways, and no heading leaves one character on its last line', async (lang) => {
		const page = await visit(`${lang}/`, { viewport: { width: 320, height: 640 } });
		for (const { slug } of contentPages.filter((candidate) => candidate.lang === lang)) {
			await page.goto(`${siteUrl}${lang}/${slug}`, { waitUntil: 'domcontentloaded' });
			const both = page.locator('.reading-all');
			if ((await both.count()) > 0) await both.check();
			expect.soft(await page.evaluate(tooWide), slug).toEqual([]);
			expect.soft(await page.evaluate(headingsWithLoneCharacter), slug).toEqual([]);
		}
	});

	test.each(['light', 'dark'] as const)('without a script the theme is the system’s (%s)', async (colorScheme) => {
		const page = await visit(`${defaultLang}/`, { javaScriptEnabled: false, colorScheme });
		const lightness = await page.locator('body').evaluate((body) => Number(/\d+/.exec(getComputedStyle(body).backgroundColor)?.[0]));
		expect(lightness > 128).toBe(colorScheme === 'light');
		await expect(page.locator('.theme-select').first().isVisible()).resolves.toBe(false);
	});

	test('no page asks another host for anything, and none has an error', async () => {
		const page = await visit('');
		const foreign: string[] = [];
		const errors: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(siteUrl)) foreign.push(request.url());
		});
		page.on('pageerror', (error) => errors.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		for (const lang of langs) {
			for (const slug of pageTypes) await page.goto(`${siteUrl}${lang}/${slug}`);
			await page.waitForLoadState('networkidle');
		}
		expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
	});

	test('a wide table scrolls by keyboard', async () => {
		const page = await visit(`${defaultLang}/figures/`, { viewport: { width: 320, height: 640 } });
		// Not the data of a picture, which are folded away.
		const region = page.locator('.table:not(details .table)').first();
		await region.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
		expect(await region.getAttribute('aria-label')).toBeTruthy();
	});
});

/** Runs in the page: what reaches beyond the right edge, where the page scrolls sideways. */
function tooWide(): string[] {
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= width) return [];
	return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width && !element.closest('.table, pre')).map((element) => element.outerHTML.slice(0, 120));
}

/** Runs in the page: the headings whose last line, of several, is one character long. */
function headingsWithLoneCharacter(): string[] {
	return [...document.querySelectorAll('main :is(h1, h2, h3)')].flatMap((heading) => {
		const lines = new Map<number, string>();
		const walker = document.createTreeWalker(heading.querySelector('.own-name') ?? heading, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent ?? '';
			for (let index = 0; index < text.length; index++) {
				const character = text.charAt(index);
				if (character.trim() === '') continue;
				const range = document.createRange();
				range.setStart(node, index);
				range.setEnd(node, index + 1);
				const line = Math.round(range.getBoundingClientRect().bottom / 8);
				lines.set(line, (lines.get(line) ?? '') + character);
			}
		}
		return lines.size > 1 && [...lines.values()].at(-1)?.length === 1 ? [heading.textContent] : [];
	});
}

/** Runs in the page: what has moved since the page began to come. */
function whatMoved(): Promise<string[]> {
	return new Promise((done) => {
		// What moved before is told as well.
		new PerformanceObserver((list) => done((list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]).flatMap(({ sources }) => sources.map(({ node }) => `${location.pathname} ${node instanceof Element ? node.outerHTML.slice(0, 100) : ''}`)))).observe({ type: 'layout-shift', buffered: true });
		setTimeout(() => done([]), 300);
	});
}

/** The site behind a connection so slow that a page is painted after each tag, down to what follows its title. @returns its address */
async function slowly(): Promise<string> {
	const server = createServer((request, response) => void (async () => {
		const answer = await fetch(new URL(request.url ?? '', siteUrl), { headers: { 'accept-encoding': 'identity' } });
		const body = Buffer.from(await answer.arrayBuffer());
		response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
		let sent = 0;
		for (let start = body.indexOf('<body'), end = body.indexOf('</h1>'); start >= 0 && start < end; start = body.indexOf('<', start + 1)) {
			response.write(body.subarray(sent, start));
			sent = start;
			await new Promise((painted) => setTimeout(painted, 20));
		}
		response.end(body.subarray(sent));
	})());
	await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
	open.push(() => new Promise((closed) => void server.close(() => closed())));
	return `http://localhost:${(server.address() as AddressInfo).port}${new URL(siteUrl).pathname}`;
}

describe('on a phone', () => {
	const phone: BrowserContextOptions = { viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true };

	test.each(langs)('nothing moves while a page of %s comes', async (lang) => {
		const slugs = [...new Set([...pageTypes, 'search/'])];
		// Most of it is waiting for a page to come to rest: some come side by side.
		const moved = await Promise.all([0, 1, 2, 3].map(async (first) => {
			const page = await visit(`${lang}/`, phone);
			const here: string[] = [];
			for (const slug of slugs.filter((_, index) => index % 4 === first)) {
				await page.goto(`${siteUrl}${lang}/${slug}`, { waitUntil: 'networkidle' });
				here.push(...await page.evaluate(whatMoved));
			}
			return here;
		}));
		expect(moved.flat()).toEqual([]);
	});

	test.each(langs)('nothing of the frame moves while a page of %s comes in pieces, on a phone or a desk', async (lang) => {
		const slow = await slowly();
		const moved = await Promise.all([phone, { viewport: { width: 1280, height: 800 } }].flatMap((device) => ['', sector].map(async (slug) => {
			const page = await visit('404.html', device);
			await page.goto(`${slow}${lang}/${slug}`);
			return page.evaluate(whatMoved);
		})));
		expect(moved.flat()).toEqual([]);
	});

	test('a long page comes to its full length, and a reload in the middle of it to the same place', async () => {
		const [longest] = contentPages.filter(({ lang, slug }) => lang === defaultLang && slug.startsWith('sectors/')).sort((a, b) => b.html.length - a.html.length);
		const path = `${defaultLang}/${longest?.slug}`;
		const length = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
		const place = (page: Page): Promise<unknown> => page.evaluate(() => {
			const seen = [...document.querySelectorAll('.statement')].find((each) => each.getBoundingClientRect().bottom > 200);
			return [seen?.id, Math.round(seen?.getBoundingClientRect().top ?? 0)];
		});
		const again = await visit(path, phone);
		await again.reload();
		const whole = await length(again);

		const page = await visit(path, phone);
		await expect.poll(() => length(page), { timeout: 30_000 }).toBe(whole);
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.6));
		await page.waitForTimeout(300);
		const before = await place(page);
		await page.reload();
		await expect.poll(() => place(page)).toEqual(before);
	});

	test.each(langs)('the menu of %s covers the page while it is open, and holds a choice of theme that works', async (lang) => {
		const page = await visit(`${lang}/about/`, { ...phone, colorScheme: 'light' });
		const covered = page.locator('.main-frame[inert]');
		await page.click('.menu-button');
		await page.locator('.menu .top-level').waitFor();
		expect(await covered.count()).toBe(1);
		await page.selectOption('.menu select', 'dark');
		expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
		await page.keyboard.press('Escape');
		await expect.poll(() => covered.count()).toBe(0);
		await expect(page.locator('.menu').isVisible()).resolves.toBe(false);
	});

	test('the menu opens without a script', async () => {
		const page = await visit(`${defaultLang}/about/`, { ...phone, javaScriptEnabled: false });
		await expect(page.locator('.menu').isVisible()).resolves.toBe(false);
		await page.click('.menu-button');
		await page.locator('.menu a[aria-current=page]').waitFor();
	});
});
