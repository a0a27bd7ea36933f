import { describe, expect, test } from 'vitest';
import { defaultLang, langs } from '../../src/model/languages.ts';
import { facetNames } from '../../src/search/types.ts';
import { ask, eventually, field, linksOf, option, reader, result, words } from './search-page.ts';

const { visit } = reader();

describe('filters without a question', () => {
	test.each(langs)('list all that they let through, with its count, and can be gone back to (%s)', async (lang) => {
		const page = await visit(`${lang}/search/?sector=space`, { viewport: { width: 320, height: 640 } });
		await page.locator('.search-chips button').first().waitFor();
		const count = Number(/\d+/.exec(await page.locator('.search-count').innerText())?.[0]);
		expect(count).toBeGreaterThan(0);
		expect(await page.locator(result).count()).toBe(Math.min(count, 20));
		const before = await linksOf(page, result);

		// All six by keyboard, each with what it would leave.
		await page.focus('.search-filters summary');
		await page.keyboard.press('Enter');
		for (const name of facetNames) {
			const box = page.locator(`.search-filters input[name=${name}]:not(:checked)`).first();
			if ((await box.count()) === 0) continue;
			const id = (await box.getAttribute('id')) ?? '';
			await box.focus();
			await page.keyboard.press('Space');
			await page.waitForURL((url) => url.searchParams.getAll(name).length > (name === 'sector' ? 1 : 0));
			await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
			await page.goBack();
			await page.waitForURL('**/search/?sector=space');
			await eventually(() => linksOf(page, result)).toEqual(before);
			// The boxes come after the list.
			await eventually(() => page.locator('.search-filters input:checked').count()).toBe(1);
		}
	});

	test('that leave nothing say so', async () => {
		const page = await visit(`${defaultLang}/search/?sector=space&year=1900`);
		await page.locator('.search-chips button').first().waitFor();
		expect(await page.locator('guide-search').getAttribute('data-state')).toBe('none');
		expect(await page.locator('.search-results h2').innerText()).not.toBe('');
	});
});

describe('a real input method', () => {
	test('composes undisturbed: Enter that ends the conversion opens nothing, the next one does', async () => {
		const page = await visit(`${langs.at(-1) ?? defaultLang}/about/`);
		const lang = langs.at(-1) ?? defaultLang;
		await ask(page, words[lang]);
		await page.keyboard.press('ArrowDown');
		const before = page.url();
		const session = await page.context().newCDPSession(page);
		await session.send('Input.imeSetComposition', { text: 'うちゅう', selectionStart: 4, selectionEnd: 4 });
		const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
		await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
		await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
		await page.waitForTimeout(300);
		expect(page.url()).toBe(before);
		await session.send('Input.insertText', { text: '宇宙' });
		await eventually(() => page.inputValue(field)).toContain('宇宙');
		await page.waitForTimeout(300);
		expect(page.url()).toBe(before);
		await page.fill(field, '宇宙');
		await page.locator(option).first().waitFor();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=*');
	});
});
