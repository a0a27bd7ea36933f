import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { defaultLang, langs, languages, type Lang } from '../../src/model/languages.ts';
import { eventually, field, indexFiles, option, reader, result, words } from './search-page.ts';

const { visit } = reader();
const siteUrl = inject('siteUrl');

/** The first half of the file, as if it were still on its way to the host. */
const half = async (route: Route): Promise<void> => {
	const response = await route.fetch();
	const body = await response.body();
	await route.fulfill({ status: 200, body: body.subarray(0, body.length >> 1) });
};
const missing = (route: Route): Promise<void> => route.fulfill({ status: 404, body: '' });

const troubles: Record<string, [files: string, answer: (route: Route) => Promise<void>]> = {
	'offline': [indexFiles, (route) => route.abort('internetdisconnected')],
	'search.json missing': ['**/pagefind/search.json*', missing],
	'search.json half there': ['**/pagefind/search.json*', half],
	'chunks missing': ['**/*.pf_index*', missing],
	'chunks half there': ['**/*.pf_index*', half],
	'names half there': ['**/shards/names-*', half],
	'texts missing': ['**/*.pf_fragment*', missing],
	'program half there': ['**/wasm.*', half],
};

const inLanguage = (lang: Lang, text: string): void => expect(/\p{Script=Han}|\p{Script=Katakana}/u.test(text)).toBe(languages[lang].script === 'Jpan');
const withTrouble = (files: string, answer: (route: Route) => Promise<void>) => (context: BrowserContext) => context.route(files, answer);
const errorsOf = (page: Page): string[] => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	return errors;
};

/** Offline in every language; what else can go wrong in one of them, so that both interfaces and all languages have their turn. */
const languagesFor = (what: string, turn: number): readonly Lang[] => (what === 'offline' ? langs : [langs[(Object.keys(troubles).indexOf(what) + turn) % langs.length] ?? defaultLang]);

describe.each(Object.entries(troubles))('%s', (what, [files, answer]) => {
	test.each(languagesFor(what, 0))('the list says so in the language of the page, and works again when the index does (%s)', async (lang) => {
		const page = await visit(`${lang}/about/`, {}, withTrouble(files, answer));
		const errors = errorsOf(page);
		await page.fill(field, words[lang]);
		const retry = page.locator('.search-notice button');
		await retry.waitFor();
		inLanguage(lang, await page.locator('.search-notice').innerText());
		expect(await page.locator('.search-notice a').getAttribute('href')).toBe(`${new URL(siteUrl).pathname}${lang}/#sectors`);
		await page.context().unroute(files);
		await retry.click();
		await page.locator(option).first().waitFor();
		expect(errors).toEqual([]);
	});

	test.each(languagesFor(what, 1))('the search page says so in its language, lists the sectors, and works again when the index does (%s)', async (lang) => {
		const page = await visit(`${lang}/search/?q=${encodeURIComponent(words[lang])}`, {}, withTrouble(files, answer));
		const errors = errorsOf(page);
		const retry = page.locator('[data-state=unavailable] .search-results button');
		await retry.waitFor();
		inLanguage(lang, await page.locator('.search-results').innerText());
		expect(await page.locator('#sectors ~ ul a:visible').count()).toBeGreaterThan(10);
		await page.context().unroute(files);
		await retry.click();
		await page.locator(result).first().waitFor();
		expect(errors).toEqual([]);
	});
});

describe('scripts of a release that is gone', () => {
	test.each(langs.flatMap((lang) => [[lang, 'script', /_astro\/results-page/], [lang, 'words', /\/data\/search\//]] as const))('a search page of %s without the %s for its results says so, and is loaded anew', async (lang, _, scripts) => {
		const page = await visit(`${lang}/search/?q=${encodeURIComponent(words[lang])}&status=signed`, {}, (context) => context.route(scripts, missing));
		const failed = page.locator('.search-failed');
		await failed.waitFor();
		inLanguage(lang, await failed.innerText());
		expect(await page.locator('#sectors ~ ul a:visible').count()).toBeGreaterThan(10);
		await page.context().unroute(scripts);
		await failed.locator('button').click();
		await page.locator(result).first().waitFor();
		expect(new URL(page.url()).searchParams.get('status')).toBe('signed');
		await expect(failed.isVisible()).resolves.toBe(false);
	});

	test('a list whose engine will not come leads to the search page at the second try', async () => {
		const engine = /_astro\/client/;
		const page = await visit(`${defaultLang}/about/`, {}, (context) => context.route(engine, missing));
		await page.fill(field, words[defaultLang]);
		const retry = page.locator('.search-notice button');
		await retry.click();
		await eventually(() => page.locator('.search-notice button').count()).toBe(1);
		await page.waitForTimeout(400);
		await page.context().unroute(engine);
		await retry.click();
		await page.waitForURL('**/search/?q=*');
		await page.locator(result).first().waitFor();
	});
});
