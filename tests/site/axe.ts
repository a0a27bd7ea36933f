import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules, and those whose result can be another in the other theme or at another width. */
export const rules = {
	all: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
	looks: { runOnly: { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] } },
} as const satisfies Record<string, object>;

/** What axe cannot decide, by rule and place, and why it is right. */
const explained: readonly { rule: string; within: string; because: string }[] = [
	{ rule: 'color-contrast', within: '.chart svg', because: 'axe does not look behind the text of a picture; each has a rim in the colour of the paper, against which a test holds it' },
	{ rule: 'color-contrast', within: '.table, .toc ul, .search-popup', because: 'these scroll, and axe does not judge what has scrolled out of sight; what is in sight has the same colours' },
	{ rule: 'color-contrast', within: 'body:has(.search-box[data-open]) :is(.site-title, .language, .main-frame)', because: 'on a narrow screen the open search covers them; they are judged where it is closed' },
	{ rule: 'scrollable-region-focusable', within: '.search-popup', because: 'focus stays in the field, and the arrow keys bring each option into sight' },
];

/** What axe finds wrong, and what it cannot decide and nobody has explained, as one line each. */
export async function findings(page: Page, which: keyof typeof rules = 'all'): Promise<string[]> {
	// Half a megabyte, which a page that is looked at again has already.
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
	return page.evaluate(async ({ options, excuses }) => {
		const results = await (globalThis as unknown as { axe: { run(run: unknown): Promise<AxeResults> } }).axe.run(options);
		const place = (target: unknown): Element | null => (typeof target === 'string' ? document.querySelector(target) : null);
		return [
			...results.violations.map((result) => ({ ...result, kind: 'violation' })),
			...results.incomplete.map((result) => ({ ...result, kind: 'incomplete', nodes: result.nodes.filter(({ target }) => !excuses.some(({ rule, within }) => rule === result.id && place(target[0])?.closest(within))) })),
		].flatMap(({ id, nodes, kind }) => nodes.slice(0, 3).map((node) => `${kind} of ${id}: ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
	}, { options: { ...rules[which], resultTypes: ['violations', 'incomplete'] } as unknown as Record<string, string>, excuses: explained.map(({ rule, within }) => ({ rule, within })) });
}
