import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { langs, languages, scripts } from '../../src/model/languages.ts';
import type { SourceDocument, Statement } from '../../src/model/seed.ts';
import { components } from '../../scripts/core/pages/page.ts';
import { views, type View } from '../../scripts/core/pages/views/index.ts';
import { converted, corpusOf, get, plan, withData, withEdit } from '../helpers/convert.ts';
import { miniSeeds, withFile, type SeedFolder } from '../helpers/mini-seeds.ts';
import { asElement, deadLinks, elements, factOf, idsOf, linksOf, parsers, readPages, textOf, walk, type Element, type Page } from '../helpers/pages.ts';
import { hostileTexts } from './hostile-texts.ts';

const pagesOf = (seeds: SeedFolder): Map<string, Page> => new Map(readPages(converted(seeds)).map((page) => [page.url, page]));
const mini = pagesOf(miniSeeds);
const corpus = corpusOf(miniSeeds);

const statementOn = (page: Page, id: string): Element => {
	const found = elements(page.root, 'Statement').filter(({ attributes }) => attributes['id'] === id);
	expect(found, `${id} on ${page.url}`).toHaveLength(1);
	return found[0] as Element;
};
/** The languages and texts of the `<Text>`s that stand directly in an element. */
const textsIn = ({ node }: Element): [string, string][] =>
	('children' in node ? (node.children as Nodes[]) : []).map(asElement).flatMap((element) => (element?.name === 'Text' ? [[element.attributes['lang'] ?? '', textOf(element.node)]] : []));

describe('every statement', () => {
	test('stands once on its sector’s page in every language, in every language, the reader’s first', () => {
		for (const statement of corpus.statements.filter(({ sameAs }) => sameAs === undefined)) {
			for (const lang of langs) {
				const others = langs.filter((other) => other !== lang);
				const found = statementOn(get(mini, `/${lang}/sectors/${statement.sector}/`), statement.id);
				expect(textsIn(found)).toEqual([lang, ...others].map((each) => [each, statement.text[each]]));
				expect(found.attributes).toMatchObject({ kind: statement.kind, status: statement.status });
				for (const sector of statement.also) expect(linksOf(get(mini, `/${lang}/sectors/${sector}/`))).toContain(`../${statement.sector}/#${statement.id}`);
			}
		}
	});

	test('stands on its source’s page in every language, with its lines and the way to its home', () => {
		for (const statement of corpus.statements) {
			for (const lang of langs) {
				const found = statementOn(get(mini, `/${lang}/sources/${statement.document.id}/`), statement.id);
				expect(textsIn(found).map(([, text]) => text).sort()).toEqual(langs.map((each) => statement.text[each]).sort());
				const home = corpus.statementById.get(statement.sameAs ?? statement.id);
				expect(found.attributes['href']).toBe(`../../sectors/${home?.sector}/#${home?.id}`);
				for (const line of statement.lines) expect(found.attributes['lines']).toContain(String(line));
			}
		}
	});

	test('cites its source and lines, and links there', () => {
		const statement = statementOn(get(mini, '/en/sectors/energy/'), 'power-loan');
		expect(factOf(statement.node, 'sources')).toBe('Fact sheet, lines 5–7');
		expect(linksOf({ root: statement.node } as Page)).toContain('../../sources/fact-sheet/#power-loan');
	});

	test('has its dates in the reader’s language', () => {
		const whens = langs.map((lang) => corpus.statements.filter(({ when, sameAs }) => when.length > 0 && sameAs === undefined).map(({ id, sector }) => factOf(statementOn(get(mini, `/${lang}/sectors/${sector}/`), id).node, 'when')));
		expect(whens).toEqual([
			['29 August 2025', 'July 2025, by 2030', '20–26 July 2025'],
			['2025年8月29日', '2025年7月、2030年まで', '2025年7月20〜26日'],
		]);
	});

	test('has its amounts in the number systems of both languages', () => {
		const amounts = langs.map((lang) => ['power-loan', 'plant-investment'].map((id) => factOf(statementOn(get(mini, `/${lang}/sectors/energy/`), id).node, 'amounts')));
		expect(amounts).toEqual([
			['up to ¥60 billion (最大600億円): loan for the plant; 400 MW: power of the plant', '$100–400 million (1億〜4億ドル): investment in the plant; 60%: share of Ganga Power'],
			['最大600億円（up to ¥60 billion）：発電所への融資；400MW：発電所の出力', '1億〜4億ドル（$100–400 million）：発電所への投資；60%：ガンガー電力の持ち分'],
		]);
	});
});

describe('a fact that two sources tell', () => {
	test('is shown once, with both citations, and has an anchor for each', () => {
		for (const lang of langs) {
			const page = get(mini, `/${lang}/sectors/research/`);
			const { node } = statementOn(page, 'rao-visit');
			expect(elements(page.root, 'Statement').map(({ attributes }) => attributes['id'])).toEqual(['rao-visit']);
			expect(elements(node, 'Anchor').map(({ attributes }) => attributes['id'])).toEqual(['rao-visit-reported']);
			expect(linksOf({ root: node } as Page)).toEqual(expect.arrayContaining(['../../sources/fact-sheet/#rao-visit', '../../sources/newspaper/#rao-visit-reported']));
			// In the other views it counts once, too.
			expect(linksOf(get(mini, `/${lang}/organisations/`)).filter((link) => link.includes('rao-visit'))).toEqual(['../sectors/research/#rao-visit']);
		}
	});

	test('is found from the sectors, parties and places that only the other source names', () => {
		const seeds = withEdit('documents/newspaper.yaml', '    sector: research\n    kind: dialogue\n    status: reported\n    parties: [minister-rao]\n', '    sector: energy\n    kind: dialogue\n    status: reported\n    parties: [minister-rao, ganga-power]\n    places: [pune]\n');
		const pages = pagesOf(seeds);
		for (const lang of langs) {
			const { node } = statementOn(get(pages, `/${lang}/sectors/research/`), 'rao-visit');
			expect(linksOf({ root: node } as Page)).toEqual(expect.arrayContaining(['../../organisations/#ganga-power', '../../places/#pune', '../energy/']));
			for (const view of ['sectors/energy', 'organisations', 'places']) expect(linksOf(get(pages, `/${lang}/${view}/`)).filter((link) => link.endsWith('/research/#rao-visit'))).not.toEqual([]);
		}
		expect(deadLinks([...pages.values()])).toEqual([]);
	});
});

describe('a difference', () => {
	test('is linked from each of its statements, and leads back to each', () => {
		for (const lang of langs) {
			const energy = get(mini, `/${lang}/sectors/energy/`);
			for (const id of ['power-loan', 'plant-investment']) expect(linksOf({ root: statementOn(energy, id).node } as Page)).toContain('../../differences/#loan-or-investment');
			const [difference] = elements(get(mini, `/${lang}/differences/`).root, 'Difference');
			expect(elements(difference?.node as Nodes, 'Entry').map(({ attributes }) => attributes['href'])).toEqual(['../sectors/energy/#power-loan', '../sectors/energy/#plant-investment']);
		}
	});

	test('of a repeated statement is linked from the one that is shown', () => {
		const pages = pagesOf(withEdit('differences.yaml', 'statements: [power-loan, plant-investment]', 'statements: [rao-visit-reported]'));
		for (const lang of langs) {
			expect(linksOf({ root: statementOn(get(pages, `/${lang}/sectors/research/`), 'rao-visit').node } as Page)).toContain('../../differences/#loan-or-investment');
			expect(linksOf(get(pages, `/${lang}/differences/`))).toContain('../sectors/research/#rao-visit');
		}
	});
});

describe('the views', () => {
	test('mirror each other in all languages: the same pages with the same anchors', () => {
		const [first, ...others] = langs.map((lang) => [...mini.values()].filter((page) => page.lang === lang).map((page) => [page.url.slice(languages[lang].tag.length + 2), idsOf(page).sort()]));
		for (const other of others) expect(other).toEqual(first);
		expect(first?.map(([url]) => url)).toEqual([
			'sectors/chips/', 'sectors/energy/', 'sectors/research/', 'sources/fact-sheet/', 'sources/fact-sheet/by-sector/', 'sources/newspaper/', 'sources/newspaper/by-sector/',
			...(Object.keys(views) as View[]).flatMap((view) => [view, ...Object.keys(views[view].orders ?? {}).map((order) => `${view}/${order}`)]).map((slug) => `${slug}/`),
		]);
	});

	test('hold every link to a page and an anchor that exist', () => {
		expect([...mini.values()].flatMap(linksOf).length).toBeGreaterThan(100);
		expect(deadLinks([...mini.values()])).toEqual([]);
	});

	test('hold no anchor twice', () => {
		for (const page of mini.values()) expect(idsOf(page).filter((id, index, all) => all.indexOf(id) < index), page.url).toEqual([]);
	});

	test('hold each glossary entry once, with its names in all languages', () => {
		for (const lang of langs) {
			const terms = ['organisations', 'places', 'glossary'].flatMap((view) => elements(get(mini, `/${lang}/${view}/`).root, 'Term'));
			expect(terms.map(({ attributes }) => attributes['id']).sort()).toEqual(corpus.glossary.map(({ id }) => id).sort());
			for (const { node, attributes } of terms) {
				const names = elements(node, 'Name').map((name) => [name.attributes['lang'], textOf(name.node)]);
				expect(names[0]?.[0]).toBe(lang);
				expect(Object.fromEntries(names)).toEqual(corpus.termById.get(attributes['id'] ?? '')?.name);
			}
		}
	});

	test('hold each date under its year, and each amount under its unit', () => {
		const years = elements(get(mini, '/en/timeline/').root, 'Entry').map(({ attributes }) => `${attributes['when']} ${attributes['href']}`);
		expect(years).toEqual(['July 2025 ../sectors/energy/#power-loan', '20–26 July 2025 ../sectors/research/#rao-visit', '29 August 2025 ../sectors/chips/#chip-accord-signed', 'by 2030 ../sectors/energy/#power-loan']);
		const figures = get(mini, '/en/figures/').root.children.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : node.type === 'table' ? node.children.slice(1).map((row) => row.children.map(textOf).join(' | ')) : []));
		expect(figures).toMatchInlineSnapshot(`
			[
			  "Yen: Loan",
			  "up to ¥60 billion (最大600億円) | loan for the plant | Planned | Fact sheet",
			  "US dollars: Investment",
			  "$100–400 million (1億〜4億ドル) | investment in the plant | Under discussion | Newspaper",
			  "Power (megawatts)",
			  "400 MW | power of the plant | Planned | Fact sheet",
			  "Shares",
			  "60% | share of Ganga Power | Under discussion | Newspaper",
			  "Companies",
			  "more than 70 companies | firms in the trade | Stated by the source | Newspaper",
			]
		`);
	});

	test('list in order what has no date at the end', () => {
		const seeds = withEdit('documents/newspaper.yaml', 'kind: project\n', 'kind: funding\n');
		for (const lang of langs) expect(elements(get(pagesOf(seeds), `/${lang}/sectors/energy/`).root, 'Statement').map(({ attributes }) => attributes['id'])).toEqual(['power-loan', 'plant-investment']);
	});
});

describe('a list in another order', () => {
	/** What a page lists below each of its headings: where entries lead, and the words of rows and lines. Addresses as those of the view's own page. */
	const lists = (path: string): Map<string, string[]> => {
		const found = new Map<string, string[]>();
		let title = '';
		for (const node of get(mini, path).root.children) {
			if (node.type === 'heading') title = textOf(node);
			const items = node.type === 'table' ? node.children.slice(1).map((row) => row.children.map(textOf).join(' | ')) : elements(node, 'Entry').map(({ attributes }) => `${attributes['when']} ${attributes['href']?.replace('../../', '../')}`);
			if (items.length > 0) found.set(title, items);
		}
		return found;
	};
	const all = (path: string): string[] => [...lists(path).values()].flat();

	test('names the view that it is an order of, and is kept out of the search', () => {
		for (const lang of langs) {
			for (const [view, { orders }] of Object.entries(views)) {
				for (const name of Object.keys(orders ?? {})) {
					expect(get(mini, `/${lang}/${view}/${name}/`).frontMatter).toMatchObject({ view, orderOf: view, pagefind: false });
					const ways = [view, `${view}/${name}`].map((slug) => elements(get(mini, `/${lang}/${slug}/`).root, 'Filters').flatMap(({ attributes }) => attributes['orders'] ?? []));
					expect(ways[0]).toEqual(ways[1]);
					expect(ways[0]?.[0]?.split(' ').slice(1)).toContain(name);
				}
			}
		}
	});

	test.each(langs)('has the newest dates of %s first, those of a year too', (lang) => {
		expect([...lists(`/${lang}/timeline/newest/`)]).toEqual([...lists(`/${lang}/timeline/`)].reverse().map(([year, entries]) => [year, entries.toReversed()]));
	});

	test.each(langs.flatMap((lang) => ['timeline', 'figures'].map((view) => [view, lang] as const)))('has all of the %s of %s under the sector of each, in the order of the view', (view, lang) => {
		const bySector = lists(`/${lang}/${view}/by-sector/`);
		expect(bySector.size).toBeGreaterThan(1);
		expect(all(`/${lang}/${view}/by-sector/`).sort()).toEqual(all(`/${lang}/${view}/`).sort());
		const names = corpus.sectors.map(({ name }) => name[lang]);
		expect([...bySector.keys()]).toEqual(names.filter((name) => bySector.has(name)));
		for (const items of bySector.values()) expect(items).toEqual(all(`/${lang}/${view}/`).filter((item) => items.includes(item)));
	});

	test.each(langs)('has all statements of a source of %s under the sector of each', (lang) => {
		for (const document of corpus.documents) {
			const bySector = [...lists(`/${lang}/sources/${document.id}/by-sector/`)];
			const own = corpus.statements.filter((statement) => statement.document === document);
			expect(bySector.map(([title]) => title)).toEqual(corpus.sectors.filter(({ id }) => own.some(({ sector }) => sector === id)).map(({ name }) => name[lang]));
			expect(bySector.flatMap(([, items]) => items)).toHaveLength(own.length);
			for (const slug of [`sources/${document.id}`, `sources/${document.id}/by-sector`]) expect(elements(get(mini, `/${lang}/${slug}/`).root, 'Filters').flatMap(({ attributes }) => attributes['orders'] ?? [])).toEqual(['by-line by-sector']);
		}
	});

	test.each(langs)('has every name of %s once, in the alphabet of the language, beside its name in the others', (lang) => {
		const lines = get(mini, `/${lang}/glossary/a-z/`).root.children.flatMap((node) => (node.type === 'list' ? node.children.map(textOf) : []));
		expect(lines.toSorted()).toEqual(corpus.glossary.map(({ name }) => [...new Set([lang, ...langs.filter((other) => other !== lang)].map((each) => name[each]))].join(' ')).sort());
	});
});

describe('text in a script that the page’s language is not written in', () => {
	const seeds = withData('documents/newspaper.yaml', ({ statements }: { statements: Statement[] }) => {
		const statement = statements.find(({ id }) => id === 'chip-firms');
		if (statement) statement.text.en = 'More than 70 firms (「半導体企業」 and サクラ・チップス) make chips, according to the newspaper.';
	});

	test('carries its language, wherever it stands', () => {
		for (const pages of [mini, pagesOf(seeds)]) {
			for (const page of pages.values()) {
				const { writes } = languages[page.lang as keyof typeof languages];
				const foreign = langs.filter((lang) => !(writes as readonly string[]).includes(languages[lang].script));
				for (const { node, around } of walk(page.root)) {
					if (node.type !== 'text') continue;
					const lang = around.map(asElement).findLast((element) => element?.attributes['lang'] !== undefined)?.attributes['lang'] ?? page.lang;
					for (const other of foreign) if (scripts[languages[other].script].test(node.value)) expect({ page: page.url, text: node.value, lang }).toEqual({ page: page.url, text: node.value, lang: other });
				}
			}
		}
	});

	test('is marked as one passage, and the rest is not', () => {
		const text = elements(statementOn(get(pagesOf(seeds), '/en/sectors/chips/'), 'chip-firms').node, 'Text')[0]?.node as Nodes;
		expect(elements(text, 'span').map(({ node, attributes }) => [attributes['lang'], textOf(node)])).toEqual([['ja', '半導体企業'], ['ja', 'サクラ・チップス']]);
		expect(textOf(text)).toBe('More than 70 firms (「半導体企業」 and サクラ・チップス) make chips, according to the newspaper.');
	});
});

describe('hostile text in the seeds', () => {
	/** Texts that have a meaning to YAML, to front matter or to convert itself, besides those of the MDX tests. */
	const ours: Readonly<Record<string, string>> = {
		'end marker': '{/* convert:end statements */}',
		'begin marker': '{/* convert:begin statements from seeds/documents/a.yaml #0123456789abcdef */}',
		'markers on lines of their own': 'a\n{/* convert:end statements-context */}\nb',
		'end marker of front matter': '# convert:end front-matter',
		'end marker of front matter on its own line': 'a\n# convert:end front-matter\n---\nb',
		'marker words': 'convert:end statements',
		'front matter on a later line': 'a\n---\ndraft: true',
		'document end': '...',
		'date': '2025-07-01',
		'time': '12:30:45',
		'binary number': '0b11',
		'octal number': '0o17',
		'number with underscores': '1_000',
		'boolean': 'yes',
		'null': '~',
		'merge key': '<<',
		'mapping': 'a: b',
		'comment': 'a #b',
		'alias': '*a',
		'anchor': '&a b',
		'tag': '!!str a',
		'directive': '%YAML 1.1',
		'block': '|',
		'folded block': '>-',
		'flow mapping': '{a: b}',
		'flow sequence': '[a, b]',
		'quotes': `"a" 'b'`,
		'backslash at the end': 'a\\',
		'infinity': '.inf',
	};
	interface Text { readonly name: string; readonly value: string; readonly shown: string }
	// A sample of those that mdx.test.ts puts in every place of a tree. What a seed may not hold at all is refused before it comes here.
	const sample = Object.entries(hostileTexts).filter((_, index) => index % 3 === 0);
	const texts: readonly Text[] = [...sample, ...Object.entries(ours)].flatMap(([name, text]) => {
		const value = text.trim();
		return value === '' || /[\p{C}\p{Zl}\p{Zp}\uFFFD]/u.test(value.replace(/[\n\t]/g, '')) ? [] : [{ name, value, shown: value.replace(/\n+/g, ' ') }];
	});
	const at = (index: number): Text => texts[index % texts.length] as Text;
	const both = ({ value }: Text): Record<string, string> => Object.fromEntries(langs.map((lang) => [lang, value]));
	/** A sector makes two pages: there are fewer of them than of texts. */
	const sectorTexts = texts.filter(({ name }, index) => name in ours || index % 8 === 0);
	const categories = ['term', 'organisation', 'place', 'person'] as const;
	const fields = ['terms', 'parties', 'places', 'parties'] as const;
	const homes = ['glossary', 'organisations', 'places', 'organisations'] as const;

	/** Each text in every place where a seed can hold one. */
	let seeds: SeedFolder = withData('sectors.yaml', (sectors: unknown[]) => {
		sectorTexts.forEach((text, index) => sectors.push({ id: `s-${index}`, name: both(text), description: both(text), priority: false, related: [`s-${(index + 1) % sectorTexts.length}`] }));
	});
	seeds = withData('glossary.yaml', (terms: unknown[]) => {
		texts.forEach((text, index) => terms.push({
			id: `t-${index}`, category: categories[index % 4], name: both(text), abbreviations: [at(index + 1).value], aliases: Object.fromEntries(langs.map((lang) => [lang, [at(index + 2).value]])),
			reading: [at(index + 3).value], rendering: 'ours', reference: at(index + 4).value, note: both(at(index + 5)),
		}));
	}, seeds);
	seeds = withData('differences.yaml', (differences: unknown[]) => {
		texts.forEach((text, index) => differences.push({ id: `d-${index}`, kind: 'confusion', title: both(text), text: both(at(index + 1)), note: both(at(index + 2)), statements: [`f-${index}`] }));
	}, seeds);
	seeds = withData('documents/fact-sheet.yaml', (document: SourceDocument) => {
		document.original.lines = 1000 + texts.length;
		Object.assign(document, { title: both(at(0)), shortTitle: both(at(1)), publisher: both(at(2)), author: both(at(3)), rights: both(at(4)), about: both(at(5)), note: both(at(6)) });
		document.headings = texts.map((text, index) => ({ line: 20 + 2 * index, text: both(text) }) as SourceDocument['headings'][number]);
		texts.forEach((text, index) => document.statements.push({
			id: `f-${index}`, lines: [21 + 2 * index, 21 + 2 * index], sector: `s-${index % sectorTexts.length}`, also: ['chips'], kind: 'context', status: 'stated', [fields[index % 4] ?? '']: [`t-${index}`],
			amounts: [{ value: 1, bound: 'exact', unit: 'sites', what: both(at(index + 1)) }], text: both(text), note: both(at(index + 2)),
		} as unknown as Statement));
	}, seeds);

	const content = converted(seeds);

	test('comes in dozens of kinds', () => {
		expect(texts.length).toBeGreaterThan(60);
	});

	describe.each(Object.entries(parsers))('as %s reads the pages', (_, parser) => {
		const pages = new Map(readPages(content, parser).map((page) => [page.url, page]));
		/** The elements of each page by their id. */
		const byId = new Map([...pages].map(([url, { root }]) => [url, new Map([...walk(root)].flatMap(({ node }) => {
			const element = asElement(node);
			const id = element?.attributes['id'];
			return element && id !== undefined ? [[id, element] as const] : [];
		}))]));
		/** On a page, or on one of the parts that its list is cut into. */
		const find = (url: string, id: string): Element => {
			const found = [...byId].filter(([each]) => each.startsWith(url)).flatMap(([, elements]) => elements.get(id) ?? []);
			expect(found, `${id} on ${url}`).toHaveLength(1);
			return found[0] as Element;
		};

		test('is text: no code, no element and no link comes from it', () => {
			const types = new Set<string>();
			for (const page of pages.values()) {
				for (const { node } of walk(page.root)) {
					types.add(node.type);
					if (node.type === 'mdxjsEsm') expect(node.value).toBe(`import { ${components.join(', ')} } from '@components';`);
					if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') expect(node.value).toMatch(/^\/\* (?:convert:(?:begin [\w-]+ from [\w./, -]+ #[0-9a-f]{16}|end [\w-]+)|[^*{}<>]+) \*\/$/);
					const element = asElement(node);
					if (element) expect([...components, 'span', '']).toContain(element.name);
				}
				for (const link of linksOf(page)) expect(link).toMatch(/^(?:(?:\.\/|(?:\.\.\/)+)(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?|#[a-z0-9-]+|https?:\/\/[\w./:?&=#-]+)$/);
			}
			expect([...types].sort()).toEqual(['heading', 'inlineCode', 'link', 'list', 'listItem', 'mdxFlowExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxjsEsm', 'paragraph', 'root', 'strong', 'table', 'tableCell', 'tableRow', 'text']);
		});

		test.each(texts.map(({ name }, index) => [name, index] as const))('is shown as it stands in the seed: %s', (_name, index) => {
			const [own, next, second, third, fourth] = [0, 1, 2, 3, 4].map((offset) => at(index + offset).shown);
			const all = langs.map(() => own);
			for (const lang of langs) {
				const statement = find(`/${lang}/sectors/s-${index % sectorTexts.length}/`, `f-${index}`);
				expect(textsIn(statement).map(([, text]) => text)).toEqual(all);
				expect(elements(elements(statement.node, 'Note')[0]?.node as Nodes, 'Text').map(({ node }) => textOf(node))).toEqual(langs.map(() => second));
				expect(factOf(statement.node, 'amounts')).toContain(next);
				expect(factOf(statement.node, 'differences')).toBe(own);
				expect(textsIn(find(`/${lang}/sources/fact-sheet/`, `f-${index}`)).map(([, text]) => text)).toEqual(all);

				const term = find(`/${lang}/${homes[index % 4]}/`, `t-${index}`).node;
				expect(elements(term, 'Name').map(({ node }) => textOf(node))).toEqual(all);
				expect(['abbreviations', 'reading', 'reference'].map((name) => factOf(term, name))).toEqual([next, third, fourth]);

				const difference = find(`/${lang}/differences/`, `d-${index}`).node;
				expect(elements(difference, 'Name').map(({ node }) => textOf(node))).toEqual(all);
				expect(elements(difference, 'Entry').map(({ node }) => textOf(node))).toEqual([own]);
			}
		});

		test.each(sectorTexts.map(({ name }, index) => [name, index] as const))('is the title of a page as it stands in the seed: %s', (_name, index) => {
			const { shown } = sectorTexts[index] as Text;
			for (const lang of langs) {
				// Readers of YAML take other words for dates, numbers and truth values in 1.1 than in 1.2.
				for (const version of ['1.1', '1.2'] as const) expect(parseYaml(get(pages, `/${lang}/sectors/s-${index}/`).yaml, { version })).toMatchObject({ title: shown, description: shown, view: 'sector' });
				expect(get(pages, `/${lang}/sectors/s-${index}/`).yaml.split('\n')).toHaveLength(7);
			}
		});

		test('is shown in the headings of a source, in their order', () => {
			const headings = [...pages].filter(([url]) => url.startsWith('/ja/sources/fact-sheet/')).flatMap(([, { root }]) => root.children).filter((node) => node.type === 'heading' && node.depth === 3);
			expect(headings.map(textOf).slice(-texts.length)).toEqual(texts.map(({ shown }) => shown));
		});
	});

	test('leaves every link whole', () => {
		expect(deadLinks(readPages(content))).toEqual([]);
	});

	test('is no marker: a second run finds its pages as it left them, and a third after a change', () => {
		expect(plan(seeds, content)).toMatchObject({ changes: [], issues: [], orphans: [], disappeared: [] });
		const changed = withFile('sectors.yaml', String(get(seeds, 'sectors.yaml')).replace('Chips', 'Microchips'), seeds);
		expect(plan(changed, content).issues).toEqual([]);
	});
});
