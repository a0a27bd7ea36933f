import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { weigh } from '../../scripts/core/pages/weigh.ts';
import { asElement, parsers } from '../helpers/pages.ts';
import { built as site } from './global-setup.ts';
import { contentPages } from './pages.ts';

/** What convert takes an entry to weigh, against what it weighs once it is built: lists are cut by that (scripts/core/pages/weigh.ts). */
const entries = { Statement: ['article', 'statement'], Term: ['section', 'term'], Difference: ['section', 'difference'] } as const;

describe.each(Object.entries(entries))('every %s', (name, [tag, look]) => {
	const weights = contentPages.filter(({ html }) => html.includes(`<${tag} class="${look}"`)).flatMap(({ path, html }) => {
		// Addresses count as at the root of a host.
		const built = new Map([...html.replaceAll(`="${site.base}`, '="/').matchAll(new RegExp(`<${tag} class="${look}" id="([^"]+)"[^]*?</${tag}>`, 'g'))].map(([text, id = '']) => [id, Buffer.byteLength(text)]));
		const mdx = readFileSync(`content/docs/${path.replace(/\/$/, '')}.mdx`, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
		return (parsers['satteri']?.(mdx).children ?? []).map(asElement).filter((element) => element?.name === name).map((element) => {
			const id = element?.attributes['id'] ?? '';
			return { path: `${path}#${id}`, estimate: weigh(element?.node), bytes: built.get(id) ?? 0 };
		});
	});

	test('weighs what convert takes it to weigh, or a little less', () => {
		expect(weights.length).toBeGreaterThan(20);
		expect(weights.filter(({ estimate, bytes }) => estimate < 0.95 * bytes || estimate > 1.2 * bytes)).toEqual([]);
		const total = (of: (each: (typeof weights)[number]) => number): number => weights.reduce((sum, each) => sum + of(each), 0);
		const ratio = total(({ estimate }) => estimate) / total(({ bytes }) => bytes);
		expect(ratio).toBeGreaterThan(0.99);
		expect(ratio).toBeLessThan(1.1);
	});
});
