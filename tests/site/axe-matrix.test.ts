import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { launchBrowser } from './browser.ts';
import { pageTypes } from './pages.ts';

/**
 * Every type of page × language × theme × width, with the search closed and open, and the page that is not there: axe
 * finds nothing wrong, and nothing that it leaves to a person goes unexplained. The page is loaded once for each language
 * and width; the theme changes colours, so the second one is asked about colours alone.
 */

const siteUrl = inject('siteUrl');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [320, 768, 1280] as const;
/** The pages with hundreds of entries of one make; a part of them tells as much as the whole, in a tenth of the time. */
const keep = 6;

/** What axe cannot decide, by rule and the reason that it gives, and why it is right as it is. */
const explained: readonly { rule: string; reason: RegExp; because: string }[] = [];

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

async function findings(page: Page, runOnly: readonly string[]): Promise<string[]> {
	const results = await page.evaluate((given) => (globalThis as unknown as { axe: { run(run: unknown): Promise<AxeResults> } }).axe.run(given), { runOnly: [...runOnly], resultTypes: ['violations', 'incomplete'] });
	const lines = (list: AxeResults['violations'], kind: string): string[] =>
		list.flatMap(({ id, nodes }) =>
			nodes.flatMap(({ any, all: every, none, target, html }) => {
				const reason = [...any, ...every, ...none].map(({ message }) => message).join(' ');
				const isExplained = kind === 'incomplete' && explained.some((each) => each.rule === id && each.reason.test(`${target.join(' ')} ${reason}`));
				return isExplained ? [] : [`${kind} ${id}: ${target.join(' ')} ${reason} ${html.slice(0, 120)}`];
			}),
		);
	return [...lines(results.violations, 'violation'), ...lines(results.incomplete, 'incomplete')].slice(0, 6);
}

const paths = ['', '404.html', ...langs.flatMap((lang) => [...pageTypes, 'search/', 'translations/'].map((slug) => `${lang}/${slug}`))];

describe.each(widths)('at %i px axe finds nothing, and leaves nothing open,', (width) => {
	test.each(paths)('on %s', async (path) => {
		const page = await browser.newPage({ colorScheme: 'light', viewport: { width, height: 900 }, reducedMotion: 'reduce' });
		try {
			await page.goto(siteUrl + path);
			await page.evaluate((count) => {
				for (const list of document.querySelectorAll('main .sl-markdown-content, main .entries')) {
					for (const extra of [...list.querySelectorAll(':scope > :is(.term, .difference, .statement, .entry)')].slice(count)) extra.remove();
				}
			}, keep);
			await page.evaluate(axe);
			expect.soft(await findings(page, all), 'light').toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			await page.evaluate(() => {
				document.documentElement.dataset['theme'] &&= 'dark';
			});
			expect.soft(await findings(page, ['cat.color']), 'dark').toEqual([]);
			if (path.endsWith('/sectors/') || /^\w+\/about\/$/.test(path)) {
				await page.keyboard.press('/');
				await page.locator('guide-search input').waitFor();
				await page.keyboard.type('JAXA');
				await page.locator('guide-search [role=option]').first().waitFor();
				expect.soft(await findings(page, all), 'search open').toEqual([]);
			}
		} finally {
			await page.close();
		}
	});
});
