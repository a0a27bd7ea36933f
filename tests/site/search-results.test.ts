import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { defaultLang, languages, langs, otherLangs } from '../../src/model/languages.ts';
import { statementsFileSchema } from '../../src/model/published.ts';
import { hostileQuestions } from '../search/hostile.ts';
import { contentPages } from './pages.ts';
import { eventually, field, indexFiles, linksOf, reader, result, words } from './search-page.ts';

const siteUrl = inject('siteUrl');
const { visit } = reader();
const { statements } = statementsFileSchema.parse(JSON.parse(readFileSync('content/data/statements.json', 'utf8')));
const word = words[defaultLang];
const [otherLang = defaultLang] = otherLangs(defaultLang);
const searchPage = (lang: string, query: string, rest = ''): string => `${lang}/search/?q=${encodeURIComponent(query)}${rest}`;

test('the search page is not for indexes, and no page links to it as one of its own', () => {
	for (const lang of langs) {
		const page = contentPages.find((candidate) => candidate.lang === lang && candidate.slug === 'search/');
		expect(page?.html).toMatch(/<meta name="robots" content="noindex"/);
	}
});

describe('results', () => {
	test.each(langs)('a shared address of %s shows statements that hold the word, each with a link to it', async (lang) => {
		const page = await visit(searchPage(lang, words[lang]));
		await page.locator(result).first().waitFor();
		expect(await page.inputValue(field)).toBe(words[lang]);
		const found = await page.locator(`${result}[data-search-result=statement]`).evaluateAll((items) =>
			items.map((item) => ({ href: item.querySelector('a')?.href ?? '', text: item.querySelector('a')?.textContent ?? '', lang: item.querySelector('a [lang]')?.getAttribute('lang') })),
		);
		expect(found.length).toBeGreaterThan(2);
		for (const { href, text, lang: tag } of found) {
			const statement = statements.find(({ id }) => href.endsWith(`#${id}`));
			expect(href).toBe(siteUrl + (statement?.path[lang] ?? 'none'));
			expect(statement?.text[lang]).toContain(text.replace(/^…\s|\s…$/g, ''));
			expect(tag).toBe(languages[lang].tag);
		}
		expect(await page.locator(`${result} a mark`).first().textContent()).toMatch(new RegExp(words[lang], 'i'));
		expect(await page.locator('.search-count').innerText()).toMatch(/\d/);
	});

	// Words that no name stands for, so that only the text in their language holds them.
	test.each([
		['en', '目標を掲げている', 'ja'],
		['ja', 'viable alternative', 'en'],
	] as const)('on pages of %s, where the match was in the other language (%s), its passage stands below', async (lang, query, other) => {
		const page = await visit(searchPage(lang, query));
		const passage = page.locator(`${result} .passage.other`).first();
		await passage.waitFor();
		expect(await passage.getAttribute('lang')).toBe(languages[other].tag);
		expect(await passage.locator('mark').count()).toBeGreaterThan(0);
	});

	test('the page of the other language is asked the same', async () => {
		const page = await visit(searchPage(defaultLang, word));
		await page.locator(result).first().waitFor();
		await page.click('a[data-language]');
		await page.waitForURL(`**/${otherLang}/search/?q=${word}`);
		await page.locator(result).first().waitFor();
	});

	test('typing changes the results and the address; back leads to the question before', async () => {
		const page = await visit(searchPage(defaultLang, word));
		await page.locator(result).first().waitFor();
		const first = await linksOf(page, result);
		await page.press(field, 'End');
		await page.keyboard.type(' supply');
		await eventually(() => page.url()).toContain('supply');
		await eventually(() => linksOf(page, result)).not.toEqual(first);
		await page.goBack();
		await eventually(() => page.inputValue(field)).toBe(word);
		await eventually(() => linksOf(page, result)).toEqual(first);
		await page.goForward();
		await eventually(() => page.inputValue(field)).toBe(`${word} supply`);
	});

	test('who comes back from a statement finds the list as it was', async () => {
		const page = await visit(searchPage(defaultLang, 'Japan'), { viewport: { width: 1280, height: 700 } });
		await page.locator(result).first().waitFor();
		const more = page.locator('.search-more button');
		const before = await page.locator(result).count();
		await more.click();
		await eventually(() => page.locator(result).count()).toBeGreaterThan(before);
		const all = await linksOf(page, result);
		expect(new Set(all).size).toBe(all.length);
		expect(await page.evaluate(() => document.activeElement?.closest('li')?.matches('[data-search-result]'))).toBe(true);
		const top = await page.evaluate(() => scrollY);
		await page.locator(`${result} a`).nth(before).click();
		await page.waitForURL('**/sectors/**');
		await page.goBack();
		await eventually(() => linksOf(page, result)).toEqual(all);
		await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(top / 2);
	});

	test('a slip is mended, and said to be', async () => {
		const page = await visit(searchPage(defaultLang, 'semicondutor'));
		await page.locator(result).first().waitFor();
		expect(await page.locator('.search-notes').innerText()).toContain('semiconductor');
	});

	test.each([
		['en', 'cricket world cup tickets'],
		['ja', '寿司職人のレシピ'],
	] as const)('what the sources do not cover is said plainly in %s, with the sectors', async (lang, question) => {
		const page = await visit(searchPage(lang, question));
		await page.locator('[data-state=none] .search-results h2').first().waitFor();
		expect(await page.locator(result).count()).toBe(0);
		expect(await page.locator('.search-results').innerText()).toContain(question);
		await expect(page.locator('#sectors').isVisible()).resolves.toBe(true);
		const nearest = await page.locator('[data-search-nearest]').count();
		expect(await page.locator('.search-results h2').count()).toBe(nearest > 0 ? 2 : 1);
	});
});

describe('filters', () => {
	test('are set by keyboard, stand in the address, narrow the results, and are lifted again', async () => {
		const page = await visit(searchPage(defaultLang, word));
		await page.locator('.search-filters fieldset').first().waitFor();
		const all = await linksOf(page, result);
		const box = page.locator('.search-filters input[name=sector][value=semiconductors]');
		const count = Number(await box.locator('xpath=../span[contains(@class,"count")]').innerText());
		await box.focus();
		await page.keyboard.press('Space');
		await page.waitForURL('**&sector=semiconductors');
		await eventually(() => linksOf(page, result)).not.toEqual(all);
		expect(await page.locator(result).count()).toBe(Math.min(count, 20));
		await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('semiconductors');

		await page.reload();
		await page.locator('.search-chips button').first().waitFor();
		expect(await page.locator(result).count()).toBe(Math.min(count, 20));
		expect(await box.isChecked()).toBe(true);
		await page.locator('.search-chips button').first().click();
		await eventually(() => linksOf(page, result)).toEqual(all);
		await page.goBack();
		await eventually(() => page.locator(result).count()).toBe(Math.min(count, 20));
	});

	test('that leave nothing say so, and can be lifted', async () => {
		const page = await visit(searchPage(defaultLang, word, '&sector=space&status=held&year=1900'));
		await page.locator('.search-chips button').first().waitFor();
		expect(await page.locator(result).count()).toBe(0);
		await page.locator('.search-chips .clear').click();
		await page.locator(result).first().waitFor();
	});

	test.each(langs)('fold away at 320 px, and fit (%s)', async (lang) => {
		const page = await visit(searchPage(lang, words[lang]), { viewport: { width: 320, height: 640 } });
		await page.locator('.search-filters fieldset').first().waitFor({ state: 'attached' });
		await expect(page.locator('.search-filters fieldset').first().isVisible()).resolves.toBe(false);
		await page.click('.search-filters summary');
		await expect(page.locator('.search-filters fieldset').first().isVisible()).resolves.toBe(true);
		for (const unfold of await page.locator('.search-filters fieldset > button').all()) await unfold.click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
});

describe('the page that a result leads to', () => {
	test.each(['light', 'dark'] as const)('shows the statement, with the words marked (%s)', async (colorScheme) => {
		const page = await visit(searchPage(defaultLang, word), { colorScheme });
		const link = page.locator(`${result}[data-search-result=statement] a`).first();
		await link.waitFor();
		const marked = await link.locator('mark').allTextContents();
		await link.click();
		await page.waitForURL('**/sectors/**#*');
		await eventually(() => page.evaluate(() => CSS.highlights.size)).toBe(1);
		const found = await page.evaluate(() => {
			const ranges = [...(CSS.highlights.get('search-found') ?? [])] as Range[];
			return ranges.map((range) => ({ text: range.toString(), isInTarget: document.querySelector(':target')?.contains(range.startContainer) }));
		});
		expect(found).toEqual(marked.map((text) => ({ text, isInTarget: true })));
		await page.reload();
		expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
	});

	test('has no marks for those who come another way', async () => {
		const statement = statements[0];
		const asked: string[] = [];
		await visit(statement?.path[defaultLang] ?? '', {}, (context) => context.on('request', (request) => asked.push(request.url())));
		expect(asked.filter((url) => url.includes('landing'))).toEqual([]);
	});
});

describe('any question is safe', () => {
	test.each(Object.entries(hostileQuestions))('%s', async (_, query) => {
		const errors: string[] = [];
		const page = await visit(`${defaultLang}/about/`, {}, (context) => {
			context.on('weberror', (error) => errors.push(error.error().message));
			context.on('dialog', (dialog) => {
				errors.push(dialog.message());
				void dialog.dismiss();
			});
		});
		const foreign = (): Promise<number> => page.locator('guide-search :is(img, iframe, script:not([type="application/json"])), .search-results script').count();
		const scripts = await foreign();
		await page.fill(field, query);
		await page.waitForTimeout(600);
		expect(await foreign()).toBe(scripts);
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/${defaultLang}/search/**`);
		await eventually(() => page.locator('guide-search').getAttribute('data-state')).not.toBe('loading');
		expect(await page.locator('.search-results :is(img, iframe, script)').count()).toBe(0);
		await page.fill(field, query);
		await page.keyboard.press('Enter');
		await eventually(() => page.locator('guide-search').getAttribute('data-state')).toMatch(/start|results|none/);
		expect(await page.locator('.search-results :is(img, iframe, script)').count()).toBe(0);
		expect(errors).toEqual([]);
	});
});

describe('when the index cannot be loaded', () => {
	test.each(langs)('the page of %s says so, with the sectors, and another try brings the results', async (lang) => {
		const page = await visit(searchPage(lang, words[lang]), {}, (context) => context.route(indexFiles, (route) => route.abort()));
		await page.locator('[data-state=unavailable] .search-results button').waitFor();
		expect(languages[lang].script === 'Jpan').toBe(/\p{Script=Han}/u.test(await page.locator('.search-results h2').innerText()));
		expect(await page.locator('#sectors ~ ul a:visible').count()).toBeGreaterThan(10);
		await page.context().unroute(indexFiles);
		await page.click('.search-results button');
		await page.locator(result).first().waitFor();
	});

	test('neither a missing nor a broken file leaves the reader waiting', async () => {
		for (const answer of [{ status: 404, body: '' }, { status: 200, contentType: 'text/html', body: '<!doctype html>' }]) {
			const page = await visit(searchPage(defaultLang, word), {}, (context) => context.route(indexFiles, (route) => route.fulfill(answer)));
			await page.locator('[data-state=unavailable]').waitFor();
		}
	});
});
