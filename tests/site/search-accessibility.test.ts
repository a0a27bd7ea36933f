import { describe, expect, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { findings } from './axe.ts';
import { ask, field, indexFiles, option, reader, result, words } from './search-page.ts';

const { visit } = reader();
const cases = langs.flatMap((lang) => (['light', 'dark'] as const).flatMap((colorScheme) => [320, 1280].map((width) => ({ lang, colorScheme, width }))));

describe.each(cases)('axe finds nothing wrong in $lang, $colorScheme, $width px', ({ lang, colorScheme, width }) => {
	const view = { colorScheme, viewport: { width, height: 800 } };

	test('with the list open and an option reached', async () => {
		const page = await visit(`${lang}/about/`, view);
		await page.keyboard.press('/');
		await ask(page, words[lang]);
		await page.keyboard.press('ArrowDown');
		expect(await findings(page)).toEqual([]);
	});

	test('with earlier questions', async () => {
		const page = await visit(`${lang}/about/`, view);
		await page.evaluate((word) => localStorage.setItem('recent-searches', JSON.stringify([word])), words[lang]);
		await page.keyboard.press('/');
		await page.locator(option).first().waitFor();
		expect(await findings(page)).toEqual([]);
	});

	test('on the search page: to begin with, with results and filters, without an answer, unavailable', async () => {
		const page = await visit(`${lang}/search/`, view);
		expect(await findings(page), 'start').toEqual([]);
		await page.fill(field, words[lang]);
		await page.locator('.search-filters fieldset').first().waitFor({ state: 'attached' });
		if (width < 800) await page.click('.search-filters summary');
		await page.locator('.search-filters input[type=checkbox]').first().check();
		await page.locator('.search-chips button').first().waitFor();
		await page.locator(result).first().waitFor();
		expect(await findings(page), 'results').toEqual([]);
		await page.goto(page.url().replace(/\?.*/, '?q=zebra%20crossing%20quiz'));
		await page.locator('[data-state=none]').waitFor();
		expect(await findings(page), 'none').toEqual([]);
		await page.route(indexFiles, (route) => route.abort());
		await page.reload();
		await page.locator('[data-state=unavailable]').waitFor();
		expect(await findings(page), 'unavailable').toEqual([]);
	});
});
