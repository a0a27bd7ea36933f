import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenRuns, initial, room, runsOf } from '../../scripts/core/pages/parts.ts';
import { weighAll } from '../../scripts/core/pages/weigh.ts';
import { langs, languages } from '../../src/model/languages.ts';
import type { SourceDocument, Statement } from '../../src/model/seed.ts';
import { converted, corpusOf, get, withData } from '../helpers/convert.ts';
import { miniSeeds, type SeedFolder } from '../helpers/mini-seeds.ts';
import { deadLinks, elements, idsOf, linksOf, readPages, type Page } from '../helpers/pages.ts';

const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

describe('a row that is cut into runs', () => {
	/** Weights of entries, in pieces. */
	const rows = fc.array(fc.array(fc.integer({ min: 1, max: 8 }).map((eighths) => (eighths * room) / 32), { maxLength: 30 }), { maxLength: 20 });
	const own = (weight: number): number => weight;

	test('has each item once and in its order, and no run is more than a page can hold but for an item that is', () => {
		fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 2 * room }), { maxLength: 20 }), { maxLength: 10 }), (row) => {
			const runs = runsOf(row, own);
			expect(runs.flat()).toEqual(row.flat());
			for (const run of runs) {
				expect(run.length).toBeGreaterThan(0);
				if (run.length > 1) expect(total(run)).toBeLessThanOrEqual(room);
			}
		}));
	});

	test('is one run where a page can hold it', () => {
		fc.assert(fc.property(rows.filter((row) => row.flat().length > 0 && total(row.flat()) <= room), (row) => {
			expect(runsOf(row, own)).toHaveLength(1);
		}));
	});

	test('takes no page more than it must, but for one in five that begin where a piece does', () => {
		fc.assert(fc.property(rows, (row) => {
			let [fewest, left] = [0, 0];
			for (const weight of row.flat()) {
				if (weight > left) [fewest, left] = [fewest + 1, room];
				left -= weight;
			}
			expect(runsOf(row, own).length).toBeLessThanOrEqual(Math.ceil(fewest * 1.2));
		}));
	});

	test('of equal entries has runs that differ by one', () => {
		fc.assert(fc.property(fc.nat(400), (length) => {
			const lengths = runsOf([Array.from({ length }, () => room / 12)], own).map((run) => run.length);
			if (lengths.length > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
		}));
	});

	test('is cut where pieces begin, where that takes no page more', () => {
		const piece = (...weights: number[]): number[] => weights.map((weight) => weight * room);
		expect(runsOf([piece(0.5), piece(0.3, 0.3), piece(0.3)], own)).toEqual([piece(0.5), piece(0.3, 0.3, 0.3)]);
		expect(runsOf([piece(0.2, 0.3), piece(0.2), piece(0.3, 0.4)], own)).toEqual([piece(0.2, 0.3, 0.2), piece(0.3, 0.4)]);
	});

	test('keeps most entries on their pages when one comes to it', () => {
		// Lists as the sectors of the guide have them, of some 26 entries each, always the same.
		let state = 1;
		const next = (from: number, to: number): number => from + ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * (to - from);
		const lists = Array.from({ length: 40 }, () => Array.from({ length: 5 }, () => Array.from({ length: Math.round(next(1, 9)) }, () => ({ weight: room * next(0.03, 0.12) }))));
		const placesOf = (pieces: (typeof lists)[number]): Map<object, number> => new Map(runsOf(pieces, ({ weight }) => weight).flatMap((run, page) => run.map((item) => [item, page] as const)));
		const moved = lists.flatMap((pieces) => {
			const after = placesOf(pieces);
			return pieces.flat().map((added) => [...placesOf(pieces.map((piece) => piece.filter((item) => item !== added)))].filter(([item, page]) => after.get(item) !== page).length);
		});
		expect(total(moved) / moved.length).toBeLessThan(1.5);
	});

	test('by length alone has runs that differ by what is left over', () => {
		fc.assert(fc.property(fc.nat(2_000), (length) => {
			const items = Array.from({ length }, (_, index) => index);
			const runs = evenRuns(items, () => 200);
			expect(runs.flat()).toEqual(items);
			for (const run of runs) expect(run.length * 200).toBeLessThanOrEqual(room);
			expect(new Set(runs.slice(0, -1).map((run) => run.length)).size).toBeLessThanOrEqual(1);
		}));
	});
});

test('an initial is a letter, or the row of the kana table', () => {
	expect(['Élan', '10-year plan', 'がいむしょう', 'ヴィジョン', 'ん', '。'].map(initial)).toEqual(['E', '1', 'か', 'あ', 'わ', '#']);
});

describe('a guide with more names, differences and statements than a page can hold', () => {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
	const count = 150;
	const each = Array.from({ length: count }, (_, index) => index);
	const name = (index: number): { en: string; ja: string } => ({ en: `${letters[index % 26] ?? ''}name ${index}`, ja: `名称${index}` });
	let seeds: SeedFolder = withData('glossary.yaml', (terms: unknown[]) => {
		for (const index of each) {
			terms.push({ id: `term-${index}`, category: 'term', name: name(index), reading: ['めいしょう'], rendering: 'ours' });
			terms.push({ id: `company-${index}`, category: 'company', name: { en: `Company ${index}`, ja: `会社${index}` }, reading: ['かいしゃ'], rendering: 'ours', ...(index % 3 === 0 ? {} : { country: index % 3 === 1 ? 'india' : 'japan' }) });
		}
	}, miniSeeds);
	seeds = withData('documents/fact-sheet.yaml', (document: SourceDocument) => {
		document.original.lines = 2_000;
		document.headings = each.filter((index) => index % 20 === 0).map((index) => ({ line: 20 + 2 * index, text: { en: `Heading ${index}`, ja: `見出し${index}` } }));
		document.statements.push(...each.map((index) => ({
			id: `statement-${index}`, lines: [21 + 2 * index, 21 + 2 * index], sector: 'energy', kind: index % 2 === 0 ? 'project' : 'funding', status: 'stated', parties: [`company-${index}`], terms: [`term-${index}`],
			text: { en: `Company ${index} builds.`, ja: `会社${index}が建てる。` },
		}) as unknown as Statement));
	}, seeds);
	seeds = withData('differences.yaml', (differences: unknown[]) => {
		for (const index of each) differences.push({ id: `difference-${index}`, kind: index % 2 === 0 ? 'confusion' : 'disagreement', title: name(index), text: name(index), statements: [`statement-${index}`] });
	}, seeds);
	const content = converted(seeds);
	const corpus = corpusOf(seeds);
	const pages = new Map(readPages(content).map((page) => [page.url, page]));
	const partsOf = (lang: string, list: string): Page[] => [...pages].filter(([url, { frontMatter }]) => url.startsWith(`/${lang}/${list}/`) && frontMatter['partOf'] === list).map(([, page]) => page);
	const lists = ['organisations', 'glossary', 'differences', 'sources/fact-sheet', 'sectors/energy'];
	/** What a page lists: names, differences and statements, each with its id. */
	const listed = (page: Page): string[] => ['Term', 'Difference', 'Statement'].flatMap((element) => elements(page.root, element).flatMap(({ attributes }) => attributes['id'] ?? []));

	test('has parts of every long list, and none of a short one', () => {
		for (const lang of langs) {
			for (const list of lists) expect(partsOf(lang, list).length, list).toBeGreaterThan(0);
			for (const list of ['places', 'sources/newspaper', 'sectors/chips']) expect(partsOf(lang, list), list).toEqual([]);
		}
	});

	test('has each entry in one place, which is the same in every language', () => {
		const [first, ...others] = langs.map((lang) => [...pages.values()].filter((page) => page.lang === lang).map((page) => [page.url.slice(languages[lang].tag.length + 2), listed(page).sort()]));
		for (const other of others) expect(other).toEqual(first);
		const names = ['organisations', 'places', 'glossary'].flatMap((list) => [get(pages, `/en/${list}/`), ...partsOf('en', list)]).flatMap((page) => elements(page.root, 'Term').map(({ attributes }) => attributes['id']));
		expect(names.sort()).toEqual(corpus.glossary.map(({ id }) => id).sort());
	});

	test('has no page that lists more than a page can hold', () => {
		for (const page of pages.values()) expect(weighAll(page.root.children), page.url).toBeLessThanOrEqual(room + 3_000);
	});

	test('leads from each list to each of its parts, and from no link to nothing', () => {
		for (const lang of langs) {
			for (const list of lists) {
				const links = linksOf(get(pages, `/${lang}/${list}/`));
				const leads = partsOf(lang, list).map(({ url }) => links.some((link) => new URL(link, `https://site.example/${lang}/${list}/`).pathname === url));
				expect(leads, list).not.toContain(false);
			}
		}
		expect(deadLinks([...pages.values()])).toEqual([]);
	});

	test('has titles and descriptions of their own for all parts, and no anchor twice', () => {
		for (const lang of langs) {
			const all = lists.flatMap((list) => [get(pages, `/${lang}/${list}/`), ...partsOf(lang, list)]);
			for (const field of ['title', 'description']) expect(all.map(({ frontMatter }) => frontMatter[field] as string).filter((value, index, values) => values.indexOf(value) < index), field).toEqual([]);
			for (const page of all) expect(idsOf(page).filter((id, index, ids) => ids.indexOf(id) < index), page.url).toEqual([]);
		}
	});

	test('publishes the addresses at which statements and names stand', () => {
		const anchors = new Map([...pages].map(([url, page]) => [url.slice(1), new Set(idsOf(page))]));
		const published = ['statements', 'glossary'].flatMap((file) => Object.values(JSON.parse(get(content, `data/${file}.json`)) as Record<string, unknown>).flatMap((rows) => (Array.isArray(rows) ? (rows as { path: Record<string, string> }[]) : [])));
		expect(published.length).toBeGreaterThan(2 * count);
		for (const { path } of published) for (const lang of langs) {
			const [page = '', anchor = ''] = (path[lang] ?? '').split('#');
			expect(anchors.get(page)?.has(anchor), path[lang]).toBe(true);
		}
	});

	test('has all names in one alphabet on as many pages in every language', () => {
		const numbers = langs.map((lang) => [...pages.keys()].filter((url) => url.startsWith(`/${lang}/glossary/a-z/`)).length);
		expect(numbers[0]).toBeGreaterThan(1);
		expect(new Set(numbers).size).toBe(1);
		for (const lang of langs) {
			const names = [...pages].filter(([url]) => url.startsWith(`/${lang}/glossary/a-z/`)).flatMap(([, page]) => linksOf(page)).filter((link) => link.includes('#')).map((link) => link.replace(/.*#/, ''));
			expect(names.sort()).toEqual(corpus.glossary.map(({ id }) => id).sort());
		}
	});
});
