import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { launchBrowser } from './browser.ts';
import { pageTypes } from './pages.ts';

const siteUrl = inject('siteUrl');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The second theme changes colours and nothing else. */
const rules = { light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], dark: ['cat.color'] } as const;
let browser: Browser;

beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

const themes = ['light', 'dark'] as const;
const cases = ['', '404.html', ...langs.flatMap((lang) => pageTypes.map((slug) => `${lang}/${slug}`))].flatMap((path) => themes.map((theme) => ({ path, theme })));

/** What axe finds wrong, as one line each. */
async function violations(path: string, theme: 'light' | 'dark', prepare?: string): Promise<string[]> {
	const page = await browser.newPage({ colorScheme: theme, viewport: { width: 1280, height: 900 } });
	try {
		await page.goto(siteUrl + path);
		if (prepare) await page.click(prepare);
		await page.evaluate(axe);
		const results = await page.evaluate((given) => (globalThis as unknown as { axe: { run(run: unknown): Promise<AxeResults> } }).axe.run(given), { runOnly: [...rules[theme]], resultTypes: ['violations'] });
		return results.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
	} finally {
		await page.close();
	}
}

describe('axe finds nothing wrong', () => {
	test.each(cases)('on $path in the $theme theme', async ({ path, theme }) => {
		expect(await violations(path, theme)).toEqual([]);
	});

	test.each(langs)('on a sector page of %s that shows both languages', async (lang) => {
		expect(await violations(`${lang}/${pageTypes[1]}`, 'light', '.reading-all')).toEqual([]);
	});
});
