import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs, languages, otherLangs } from '../../src/model/languages.ts';
import { launchBrowser } from './browser.ts';
import { built } from './global-setup.ts';
import { contentPages, ids, readBuilt } from './pages.ts';

const siteUrl = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
	const context = await browser.newContext(options);
	try {
		const page = await context.newPage();
		await page.goto(siteUrl + path);
		await look(page);
	} finally {
		await context.close();
	}
}

/** Where the entries of a list stand, as the list says. */
const placesOf = (lang: string, list: string): Record<string, string> => JSON.parse(readBuilt(`${lang}/${list}parts.json`)) as Record<string, string>;
const pageAt = (path: string): string => contentPages.find((page) => page.path === path)?.html ?? '';
/** The lists in parts: pages that say where their parts are, and are none themselves. */
const lists = contentPages.filter(({ path, html }) => html.includes(`<meta name="parts" content="${built.base}${path}"`));

test('the long lists of the guide stand in parts', () => {
	for (const lang of langs) {
		const slugs = lists.filter((list) => list.lang === lang).map(({ slug }) => slug);
		expect(slugs).toEqual(expect.arrayContaining(['organisations/', 'places/', 'differences/', 'glossary/']));
		for (const folder of ['sources/', 'sectors/']) expect(slugs.some((slug) => slug.startsWith(folder)), folder).toBe(true);
	}
});

describe.each(lists.filter(({ slug }) => slug !== 'help/').map(({ lang, slug, path }) => [path, lang, slug] as const))('the list %s', (path, lang, slug) => {
	const places = placesOf(lang, slug);
	const parts = [...new Set(Object.values(places))].filter((part) => part !== '');
	/** An entry that stands on none of the list's own lines. */
	const [id = '', part = ''] = Object.entries(places).find(([, place]) => place !== '') ?? [];

	test('says where each of its entries stands', () => {
		expect(parts).not.toEqual([]);
		for (const [entry, place] of Object.entries(places)) expect(ids(pageAt(path + place)), `${path}${place}#${entry}`).toContain(entry);
	});

	test('leads to each of its parts, and each part back to it', () => {
		const addresses = (html: string): string[] => [...html.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, href = '']) => new URL(href, `https://guide.example${built.base}${path}`).pathname);
		for (const each of parts) {
			expect(addresses(pageAt(path)), each).toContain(`${built.base}${path}${each}`);
			expect(pageAt(path + each).match(/<nav class="breadcrumbs[^]*?<\/nav>/)?.[0], each).toContain(`href="${built.base}${path}"`);
			expect(pageAt(path + each), each).toContain(`<meta name="parts" content="${built.base}${path}"`);
		}
	});

	test('leads a reader on who comes with an address from before it was in parts', () =>
		visit(`${path}#${id}`, {}, async (page) => {
			await page.waitForURL(`**/${path}${part}#${id}`);
			expect(await page.locator(':target').getAttribute('id')).toBe(id);
			// What it led on from is no step of the way back.
			expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
		}));

	test('stays where it is with an address that names nothing', () =>
		visit(`${path}#no-such-entry`, {}, async (page) => {
			await page.waitForLoadState('networkidle');
			expect(page.url()).toBe(`${siteUrl}${path}#no-such-entry`);
		}));
});

describe('a part that is no more', () => {
	test.each(langs)('leads to where its entries stand now, and to the list (%s)', async (lang) => {
		await visit(`${lang}/organisations/company/#ihi`, {}, async (page) => {
			const part = placesOf(lang, 'organisations/')['ihi'] ?? '';
			expect(part).not.toBe('');
			await page.waitForURL(`**/${lang}/organisations/${part}#ihi`);
			expect(await page.locator(':target').getAttribute('id')).toBe('ihi');
		});
		await visit(`${lang}/sectors/clean-energy/99/`, {}, (page) => page.waitForURL(`**/${lang}/sectors/clean-energy/`));
	});

	test('and to the page that holds all of a list again', () =>
		visit(`en/sectors/space/2/#lunar-polar-water-ice-aim`, {}, async (page) => {
			await page.waitForURL(`**/en/sectors/space/#lunar-polar-water-ice-aim`);
		}));

	test('of what is no list says that there is nothing', () =>
		visit('en/no-such-page/', {}, async (page) => {
			await page.waitForLoadState('networkidle');
			expect(page.url()).toBe(`${siteUrl}en/no-such-page/`);
			expect(await page.locator('h1').first().isVisible()).toBe(true);
		}));
});

describe('without a script', () => {
	const types = [['sectors/', 'article.statement'], ['sources/', 'article.statement'], ['organisations/company-india/', 'section.term'], ['differences/confusion/', 'section.difference']] as const;

	test.each(langs.flatMap((lang) => types.map(([start, element]) => [`${lang}/${start}`, element, lang] as const)))('each entry of %s… leads to the same in the other languages', (start, element, lang) => {
		const path = contentPages.find((page) => page.path.startsWith(start))?.path ?? '';
		return visit(path, { javaScriptEnabled: false }, async (page) => {
			const entries = page.locator(`${element}[id]`);
			const last = entries.last();
			for (const other of otherLangs(lang)) {
				const { tag, label } = languages[other];
				expect(await page.locator(`${element}[id] noscript a[lang="${tag}"]`).count()).toBe(await entries.count());
				const id = await last.getAttribute('id');
				const link = last.locator(`noscript a[lang="${tag}"]`);
				expect(await link.textContent()).toBe(label);
				await link.click();
				expect(page.url()).toBe(`${siteUrl}${other}/${path.slice(lang.length + 1)}#${id}`);
				expect(await page.locator(':target').getAttribute('id')).toBe(id);
				await page.goBack();
			}
		});
	});

	test('with one, the link in the header is the only one', () =>
		visit('en/organisations/company-india/', {}, async (page) => {
			expect(await page.locator('main noscript a:visible').count()).toBe(0);
			expect(await page.locator('header a[hreflang]:visible').count()).toBe(langs.length - 1);
		}));
});
