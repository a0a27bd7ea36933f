import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { attributes, tags } from '../../src/built/html.ts';
import { pages, pageTypes } from './pages.ts';
import { ask, eventually, field, option, reader, result, words } from './search-page.ts';

const siteUrl = inject('siteUrl');
const { visit } = reader();

/** Collects what the browser says that a policy blocked, and everything else that it complains of. */
function listen(complaints: string[]): (context: BrowserContext) => Promise<void> {
	return async (context) => {
		context.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
		});
		context.on('weberror', (error) => complaints.push(error.error().message));
		await context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => console.error(`blocked: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`));
		});
	};
}

/** The status of the page for what is not there is no complaint. */
const real = (complaints: readonly string[]): string[] => complaints.filter((text) => !/status of 404/.test(text));

/** What readers do on any page. */
async function use(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const details of document.querySelectorAll('details')) details.open = true;
		for (const radio of document.querySelectorAll<HTMLInputElement>('.reading input')) radio.click();
		const theme = document.querySelector<HTMLSelectElement>('.theme-select select');
		for (const value of ['dark', 'light', 'auto']) {
			if (!theme) break;
			theme.value = value;
			theme.dispatchEvent(new Event('change'));
		}
		scrollTo(0, document.body.scrollHeight);
		await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
	});
}

describe('nothing that belongs to a page is blocked by its security policy', () => {
	test.each(['', 'nothing/here/', ...langs.flatMap((lang) => pageTypes.map((slug) => `${lang}/${slug}`))])('on /%s', async (path) => {
		const complaints: string[] = [];
		const page = await visit(path, {}, listen(complaints));
		await use(page);
		// Where WebAssembly is blocked, no violation is reported: the search has to come to its results.
		const lang = langs.find((each) => path.startsWith(`${each}/`));
		if (lang) {
			await ask(page, words[lang]);
			expect(await page.locator(option).count()).toBeGreaterThan(3);
		}
		expect(real(complaints)).toEqual([]);
	});

	test.each(langs)('with a search run to its results on the search page (%s)', async (lang) => {
		const complaints: string[] = [];
		const page = await visit(`${lang}/${pageTypes[1]}`, {}, listen(complaints));
		await ask(page, words[lang]);
		expect(await page.locator(option).count()).toBeGreaterThan(3);
		await page.press(field, 'Enter');
		await page.locator(result).first().waitFor();
		expect(await page.locator(result).count()).toBeGreaterThan(5);
		await page.locator('.search-filters input').first().check();
		await eventually(() => page.url()).toMatch(/&\w+=/);
		await page.locator(`${result} a`).first().click();
		await page.waitForURL('**#*');
		expect(real(complaints)).toEqual([]);
	});
});

describe('what does not belong to a page does nothing', () => {
	/** Scripts, handlers, other hosts, addresses that are scripts, another base, a style of its own. */
	const planted = [
		'<script>window.planted = true</script>',
		'<img src="nothing.png" onerror="window.planted = true">',
		'<script src="https://evil.example/x.js"></script>',
		'<iframe src="javascript:parent.planted = true"></iframe>',
		'<base href="https://evil.example/">',
		'<p id="dressed" style="position: fixed; inset: 0">x</p>',
	].join('');

	// The header alone, and the page's own policy alone, as on hosts that send no headers.
	test.each(['header', 'page'])('by the policy of the %s', async (by) => {
		const page = await visit(`${langs[0]}/about/`, {}, (context) => context.route('**/about/', async (route) => {
			const response = await route.fetch();
			const headers = response.headers();
			const body = await response.text();
			if (by === 'page') delete headers['content-security-policy'];
			const html = by === 'header' ? body.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '') : body;
			await route.fulfill({ response, headers, body: html.replace('<main', `${planted}<main`) });
		}));
		await page.waitForTimeout(100);
		expect(await page.evaluate(() => ({ planted: 'planted' in window, base: document.baseURI.startsWith(location.origin), position: getComputedStyle(document.querySelector('#dressed') ?? document.body).position }))).toEqual({ planted: false, base: true, position: 'static' });
	});
});

test('the policy of a page stands before everything that it rules', () => {
	for (const { path, html } of pages) {
		const order = [...tags(html)].filter(({ name }) => ['meta', 'script', 'style', 'link', 'body'].includes(name)).slice(0, 2);
		expect.soft(order.map((tag) => attributes(tag).get('charset') ?? attributes(tag).get('http-equiv')), path).toEqual(['utf-8', 'content-security-policy']);
	}
});

test('scripts are allowed by name only', async () => {
	const response = await fetch(siteUrl);
	const policies = [response.headers.get('content-security-policy') ?? '', ...pages.map(({ html }) => /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '')];
	for (const policy of policies) {
		const script = policy.split('; ').filter((directive) => directive.startsWith('script-src'));
		expect(script.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|\*/);
		expect(policy).toContain("object-src 'none'");
		expect(policy).toContain("base-uri 'none'");
	}
	expect(policies[0]).toContain("frame-ancestors 'none'");
});

test('the policy comes with documents, and not with what is only loaded by them', async () => {
	const names = async (path: string): Promise<string[]> => [...(await fetch(siteUrl + path)).headers.keys()].filter((name) => /policy|reporting/.test(name));
	expect(await names('favicon.svg')).toContain('content-security-policy');
	for (const path of ['pagefind/search.json', 'pagefind/pagefind.js', 'data/statements.json']) expect(await names(path), path).toEqual(['cross-origin-resource-policy']);
});

test.each(['', `${langs[0]}/about/`, 'nothing/here/', 'favicon.svg'])('/%s comes with the other headers', async (path) => {
	const { headers } = await fetch(siteUrl + path);
	expect(Object.fromEntries(['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'cache-control'].map((name) => [name, headers.get(name)]))).toEqual({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'strict-origin-when-cross-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'cross-origin',
		'cache-control': 'no-cache',
	});
	expect(headers.get('permissions-policy')).toContain('camera=()');
	expect(headers.get('strict-transport-security')).toBeNull();
});

test('files with a hash in their names are kept for ever, and nothing else is', async () => {
	const page = pages.find(({ path }) => path === `${langs[0]}/about/`)?.html ?? '';
	const script = /src="[^"]*\/(_astro\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
	const kept = async (path: string): Promise<string | null> => (await fetch(siteUrl + path)).headers.get('cache-control');
	expect(await kept(script)).toContain('immutable');
	for (const path of ['pagefind/pagefind.js', 'pagefind/search.json', 'pagefind/pagefind-entry.json', 'pagefind/wasm.unknown.pagefind']) expect(await kept(path), path).toBe('no-cache');
	// What is not there must not be remembered as not there.
	expect(await kept('_astro/nothing.js')).toBe('no-cache');
});
