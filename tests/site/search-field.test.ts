import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { defaultLang, langs, languages } from '../../src/model/languages.ts';
import { ask, eventually, field, indexFiles, option, reader, result, words } from './search-page.ts';

const siteUrl = inject('siteUrl');
const { visit } = reader();
const home = `${defaultLang}/about/`;
const word = words[defaultLang];

describe('before the reader wants to search', () => {
	test.each(langs)('nothing of the search is fetched on a page of %s', async (lang) => {
		const asked: string[] = [];
		const page = await visit(`${lang}/`, {}, (context) => context.on('request', (request) => asked.push(new URL(request.url()).pathname)));
		await page.waitForLoadState('networkidle');
		await page.mouse.move(200, 500);
		await page.waitForTimeout(500);
		expect(asked.filter((path) => /pagefind|combobox|results-page|client|landing/.test(path))).toEqual([]);
		await page.focus(field);
		await eventually(() => asked.some((path) => path.includes('combobox'))).toBe(true);
		await eventually(() => asked.some((path) => path.includes('/pagefind/'))).toBe(true);
	});

	test('the scripts of the interface are light: 2 kB until then, 8 kB after', async () => {
		for (const path of [home, `${defaultLang}/search/`]) {
			const scripts = new Map<string, Promise<Buffer>>();
			const page = await visit(path, {}, (context) =>
				context.on('response', (response) => {
					// Starlight’s own scripts are no part of the search.
					if (response.url().endsWith('.js') && !/toc|TableOfContents|\/page\./i.test(response.url())) scripts.set(response.url(), response.body());
				}),
			);
			await page.waitForLoadState('networkidle');
			const weigh = async (urls: readonly string[]): Promise<number> => (await Promise.all(urls.map(async (url) => brotliCompressSync((await scripts.get(url)) ?? '').length))).reduce((sum, size) => sum + size, 0);
			const before = [...scripts.keys()];
			await page.focus(field);
			await page.waitForTimeout(1500);
			// What the engine needs is counted by its own bench.
			const after = [...scripts.keys()].filter((url) => !before.includes(url) && !/pagefind|client/.test(url));
			expect(after.length).toBeGreaterThan(0);
			expect(await weigh(before)).toBeLessThanOrEqual(2048);
			expect(await weigh(after)).toBeLessThanOrEqual(8192);
		}
	});

	test.each(langs)('without a script the field of %s leads to the search page with the question', async (lang) => {
		const page = await visit(`${lang}/`, { javaScriptEnabled: false });
		await page.fill(field, words[lang]);
		await page.press(field, 'Enter');
		await page.waitForURL((url) => url.pathname.endsWith(`/${lang}/search/`) && url.searchParams.get('q') === words[lang]);
		await expect(page.locator('.search-noscript').isVisible()).resolves.toBe(true);
		expect(await page.locator('#sectors ~ ul a').count()).toBeGreaterThan(10);
	});

	test('without a script a narrow screen leads to the search page too', async () => {
		const page = await visit(home, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
		await page.click('form[role=search] [type=submit]');
		await page.waitForURL(`**/${defaultLang}/search/?q=`);
	});
});

describe('the list by keyboard', () => {
	test('arrows go round the options, Home and End go back to the text, Escape closes and then clears', async () => {
		const page = await visit(home);
		const input = page.locator(field);
		const active = (): Promise<string | null> => input.getAttribute('aria-activedescendant');
		await input.focus();
		expect(await input.getAttribute('role')).toBe('combobox');
		expect(await input.getAttribute('aria-expanded')).toBe('false');
		await ask(page, word);
		expect(await input.getAttribute('aria-expanded')).toBe('true');
		expect(await page.locator(`#${await input.getAttribute('aria-controls')}`).getAttribute('role')).toBe('listbox');
		expect(await active()).toBeNull();

		const options = await page.locator(option).evaluateAll((found) => found.map(({ id }) => id));
		expect(options.length).toBeGreaterThan(2);
		await page.keyboard.press('ArrowDown');
		expect(await active()).toBe(options[0]);
		expect(await page.locator(`${option}[aria-selected=true]`).evaluateAll((found) => found.map(({ id }) => id))).toEqual([options[0]]);
		await page.keyboard.press('ArrowUp');
		expect(await active()).toBe(options.at(-1));
		await page.keyboard.press('ArrowDown');
		expect(await active()).toBe(options[0]);

		await page.keyboard.press('Home');
		expect(await active()).toBeNull();
		expect(await input.evaluate((element) => (element as HTMLInputElement).selectionStart)).toBe(0);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('End');
		expect(await active()).toBeNull();
		expect(await input.evaluate((element) => (element as HTMLInputElement).selectionStart)).toBe(word.length);

		await page.keyboard.press('Escape');
		expect(await input.getAttribute('aria-expanded')).toBe('false');
		expect(await input.inputValue()).toBe(word);
		await page.keyboard.press('Escape');
		expect(await input.inputValue()).toBe('');
		expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
	});

	test('Enter opens the option that is reached', async () => {
		const page = await visit(home);
		await ask(page, word);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		const href = await page.locator(`${option}[aria-selected=true]`).getAttribute('href');
		await page.keyboard.press('Enter');
		await page.waitForURL(new URL(href ?? '', siteUrl).href);
		expect(href).toContain('#');
	});

	test('Enter without an option leads to the search page', async () => {
		const page = await visit(home);
		await ask(page, word);
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/${defaultLang}/search/?q=${word}`);
		await page.locator(result).first().waitFor();
	});

	test('Tab leaves and closes the list', async () => {
		const page = await visit(home);
		await ask(page, word);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(page.locator(option).first().isVisible()).resolves.toBe(false);
	});
});

describe('shortcuts', () => {
	test.each(['/', 'Control+k', 'Meta+k'])('%s leads to the field', async (keys) => {
		const page = await visit(home);
		await page.keyboard.press(keys);
		await expect(page.locator(field).evaluate((element) => element === document.activeElement)).resolves.toBe(true);
		expect(await page.inputValue(field)).toBe('');
	});

	test('they leave those alone who type elsewhere', async () => {
		const page = await visit(home);
		await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<textarea id="elsewhere"></textarea>'));
		await page.focus('#elsewhere');
		for (const keys of ['/', 'Control+k']) await page.keyboard.press(keys);
		await expect(page.locator('#elsewhere').evaluate((element) => element === document.activeElement)).resolves.toBe(true);
		expect(await page.inputValue('#elsewhere')).toBe('/');
	});

	test('/ can be turned off', async () => {
		const page = await visit(`${defaultLang}/search/`);
		await page.locator('.search-slash input').uncheck();
		await page.goto(siteUrl + home);
		await page.keyboard.press('/');
		await expect(page.locator(field).evaluate((element) => element === document.activeElement)).resolves.toBe(false);
	});

	test('/ of an input method is not the shortcut', async () => {
		const page = await visit(home);
		await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', isComposing: true, bubbles: true, cancelable: true })));
		await expect(page.locator(field).evaluate((element) => element === document.activeElement)).resolves.toBe(false);
	});
});

describe('while an input method composes', () => {
	const key = (init: { isComposing?: boolean; keyCode?: number }): string => `dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ bubbles: true, cancelable: true, key: 'Enter', ...init })}))`;
	/** What each browser sends when Enter ends a conversion. */
	const orders = {
		'Chrome, Firefox': ["dispatchEvent(new CompositionEvent('compositionstart'))", key({ isComposing: true }), "dispatchEvent(new CompositionEvent('compositionend'))"],
		Safari: ["dispatchEvent(new CompositionEvent('compositionstart'))", "dispatchEvent(new CompositionEvent('compositionend'))", key({ keyCode: 229 })],
		'an old Safari': ["dispatchEvent(new CompositionEvent('compositionstart'))", "dispatchEvent(new CompositionEvent('compositionend'))", key({})],
	};

	test.each(Object.entries(orders))('Enter opens nothing (%s), and the next one does', async (_, events) => {
		const page = await visit(home);
		await ask(page, word);
		await page.keyboard.press('ArrowDown');
		const before = page.url();
		await page.evaluate(`{ const field = document.querySelector(${JSON.stringify(field)}); ${events.map((event) => `field.${event};`).join(' ')} }`);
		await page.waitForTimeout(300);
		expect(page.url()).toBe(before);
		await page.locator(option).first().waitFor();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.href !== before);
	});

	test('nothing is searched until the conversion ends', async () => {
		const page = await visit(home);
		await page.focus(field);
		await page.waitForLoadState('networkidle');
		await page.locator(field).evaluate((element, value) => {
			element.dispatchEvent(new CompositionEvent('compositionstart'));
			(element as HTMLInputElement).value = value;
			element.dispatchEvent(new InputEvent('input', { isComposing: true }));
		}, word);
		await page.waitForTimeout(400);
		expect(await page.locator(option).count()).toBe(0);
		await page.locator(field).evaluate((element) => element.dispatchEvent(new CompositionEvent('compositionend')));
		await page.locator(option).first().waitFor();
	});
});

describe('what is said and remembered', () => {
	test.each(langs)('the count is announced in %s', async (lang) => {
		const page = await visit(`${lang}/about/`);
		await ask(page, words[lang]);
		const region = page.locator('guide-search [role=status]');
		await eventually(() => region.textContent()).toMatch(/\d/);
		expect(languages[lang].script === 'Jpan').toBe(/\p{Script=Han}/u.test((await region.textContent()) ?? ''));
	});

	test('who types before the script has come is answered all the same', async () => {
		for (const path of [home, `${defaultLang}/search/`]) {
			const page = await visit(path, {}, (context) =>
				context.route(/combobox|results-page/, async (route) => {
					await new Promise((later) => setTimeout(later, 700));
					await route.continue();
				}),
			);
			await page.focus(field);
			await page.keyboard.type(word);
			await page.locator(`${option}, ${result}`).first().waitFor();
		}
	});

	test('earlier questions are listed in the empty field, and can be cleared', async () => {
		const page = await visit(home);
		await ask(page, word);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=*');
		await page.goto(siteUrl + home);
		await page.focus(field);
		await page.locator(option).first().waitFor();
		expect(await page.locator(option).allTextContents()).toEqual([word]);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await eventually(() => page.locator(option).count()).toBeGreaterThan(1);
		expect(await page.inputValue(field)).toBe(word);

		await page.fill(field, '');
		await page.click('.search-foot button');
		expect(await page.locator(`${option}:visible`).count()).toBe(0);
		expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(word);
		expect(await page.context().cookies()).toEqual([]);
	});
});

describe('when the index cannot be loaded', () => {
	test.each(langs)('the list of %s says so, offers another try and the sectors', async (lang) => {
		const page = await visit(`${lang}/about/`);
		await page.route(indexFiles, (route) => route.abort());
		await page.fill(field, words[lang]);
		const retry = page.locator('.search-notice button');
		await retry.waitFor();
		expect(languages[lang].script === 'Jpan').toBe(/\p{Script=Han}/u.test(await page.locator('.search-notice').innerText()));
		expect(await page.locator('.search-notice a').getAttribute('href')).toBe(`${new URL(siteUrl).pathname}${lang}/#sectors`);
		await page.unroute(indexFiles);
		await retry.click();
		await page.locator(option).first().waitFor();
	});
});

describe('on a narrow screen', () => {
	test.each(langs)('the button shows the field, which fits into 320 px with its list (%s)', async (lang) => {
		const page = await visit(`${lang}/about/`, { viewport: { width: 320, height: 640 } });
		await expect(page.locator(field).isVisible()).resolves.toBe(false);
		await page.click('form[role=search] [type=submit]');
		await ask(page, words[lang]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		for (const box of await Promise.all([field, '[role=listbox]', '.search-close'].map((part) => page.locator(part).boundingBox()))) {
			expect(box?.x).toBeGreaterThanOrEqual(0);
			expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
		}
		await page.click('.search-close');
		await expect(page.locator(field).isVisible()).resolves.toBe(false);
	});
});
