import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readFileSync } from 'node:fs';
import { synthesizeGuide, type GlossaryEntry } from '../../scripts/bench/synthetic-guide.ts';
import { room, sectorRoom } from '../../scripts/core/pages/parts.ts';
import { weighAll } from '../../scripts/core/pages/weigh.ts';
import { langs } from '../../src/model/languages.ts';
import { readCorpus } from '../../src/search/build-index.ts';
import { converted } from '../helpers/convert.ts';
import type { SeedFolder } from '../helpers/mini-seeds.ts';
import { deadLinks, elements, idsOf, linksOf, parsers, readPages, type Page } from '../helpers/pages.ts';

/**
 * Guides of made-up statements, some seven times the size of this one: no page grows with the guide. What a page weighs is only
 * known once it is built; its content is weighed here as lists are before they are cut, with what else stands on the page.
 */
const heaviest = (url: string): number => (url.includes('/sectors/') ? sectorRoom.part : room) + 3_000;

function guideOf(sectors: number, documents: number): SeedFolder {
	const glossary = parse(readFileSync('seeds/glossary.yaml', 'utf8')) as GlossaryEntry[];
	const size = { sectors, documents, statements: 1_500, differences: Math.ceil(documents / 10), names: glossary.length + 100 };
	return new Map([...synthesizeGuide(readCorpus('content'), glossary, size)].map(([path, value]) => [path, Buffer.from(path.endsWith('.json') ? JSON.stringify(value) : stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 }))]));
}

const tooHeavy = (pages: readonly Page[]): string[] =>
	pages.flatMap(({ url, root }) => (weighAll(root.children) > heaviest(url) ? [`${url}: ${weighAll(root.children)}`] : []));

test('a large guide of many sectors and sources has no page that is too heavy', () => {
	expect(tooHeavy(readPages(converted(guideOf(50, 150)), parsers['satteri']))).toEqual([]);
});

describe('a large guide of few sectors and sources', () => {
	const content = converted(guideOf(4, 12));
	const pages = readPages(content, parsers['satteri']);

	test('has no page that is too heavy', () => {
		expect(tooHeavy(pages)).toEqual([]);
	});

	test('has no page without a link to it, and no link to nothing', () => {
		const reached = new Set(pages.flatMap((page) => linksOf(page).map((link) => new URL(link, `https://site.example${page.url}`).pathname)));
		const orders = /\/(?:newest|by-sector|a-z|oldest)\/$/;
		// The home page and the navigation lead to sectors, sources, views and their orders.
		const unreached = pages.filter(({ url, frontMatter }) => !reached.has(url) && (frontMatter['partOf'] !== undefined || (frontMatter['orderOf'] !== undefined && !orders.test(url))));
		expect(unreached.map(({ url }) => url)).toEqual([]);
		expect(deadLinks(pages)).toEqual([]);
		// Astro writes addresses in small letters.
		expect(pages.filter(({ url }) => url !== url.toLowerCase()).map(({ url }) => url)).toEqual([]);
	});

	test('has the same pages in every language, with titles and descriptions of their own and no anchor twice', () => {
		const [first, ...others] = langs.map((lang) => pages.filter((page) => page.lang === lang));
		for (const other of others) expect(other.map(({ url }) => url.slice(3)).sort()).toEqual(first?.map(({ url }) => url.slice(3)).sort());
		for (const lang of langs) {
			const parts = pages.filter((page) => page.lang === lang && page.frontMatter['partOf'] !== undefined);
			for (const field of ['title', 'description']) expect(parts.map(({ frontMatter }) => frontMatter[field] as string).filter((value, index, all) => all.indexOf(value) < index), field).toEqual([]);
		}
		for (const page of pages) expect(idsOf(page).filter((id, index, ids) => ids.indexOf(id) < index), page.url).toEqual([]);
	});

	test.each(['timeline', 'figures'])('has every entry of the %s once in each order', (view) => {
		for (const lang of langs) {
			const inOrder = (order: RegExp): string[] => pages.filter(({ url }) => order.test(url)).flatMap((page) => {
				const found = view === 'timeline' ? elements(page.root, 'Entry').map(({ attributes }) => `${attributes['when']} ${attributes['href']}`) : linksOf(page).filter((link) => link.includes('/sectors/'));
				return found.map((each) => each.replace(/(?:\.\.\/)+/, ''));
			}).sort();
			const own = inOrder(new RegExp(`^/${lang}/${view}/(?:(?!newest|by-sector)[^/]+/)?$`));
			expect(own.length).toBeGreaterThan(100);
			for (const order of view === 'timeline' ? ['newest', 'by-sector'] : ['by-sector']) expect(inOrder(new RegExp(`^/${lang}/${view}/${order}/`)), order).toEqual(own);
		}
	});
});
