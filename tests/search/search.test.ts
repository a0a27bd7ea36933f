import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { langs, localize, type Localized } from '../../src/model/languages.ts';
import type { Backend } from '../../src/search/backend.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createEngine } from '../../src/search/engine.ts';
import { SearchUnavailable, type SearchEngine, type SearchResponse } from '../../src/search/types.ts';
import { fixedCorpus } from './fixed-corpus.ts';
import { nameOf } from './measure.ts';
import { openIndex } from './open-index.ts';

let folder: string;
let engines: Localized<SearchEngine>;
const [first, second] = [langs[0], langs.at(-1) ?? langs[0]];
const ask = (query: string, lang = first): Promise<SearchResponse> => engines[lang].search({ query });
const names = async (query: string, lang = first): Promise<string[]> => (await ask(query, lang)).results.map(nameOf);

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'search-'));
	await buildSearchIndex(fixedCorpus(), join(folder, 'pagefind'));
	await close();
	const backend = await openIndex(join(folder, 'pagefind'));
	engines = localize((lang) => createEngine(backend, lang));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a question', () => {
	test.each(['LLM', 'ＬＬＭ', 'レアアース', 'ﾚｱｱｰｽ'])('is answered whatever its width: %s', async (query) => {
		expect(await names(query)).toContain('wide');
	});

	test.each(['bamboo', '竹', 'JBIC', 'ジェービック', 'こくさいきょうりょくぎんこう', 'kokusaikyoryokuginko', 'Who signed a loan for the bamboo plant?', '竹の工場に融資したのは誰ですか'])('finds the same on the pages of every language: %s', async (query) => {
		const found = await Promise.all(langs.map((lang) => names(query, lang)));
		expect(found[0]?.[0]).toBe('loan');
		for (const each of found) expect(each).toEqual(found[0]);
	});

	test('puts a compound that stands whole before its parts', async () => {
		for (const query of ['半導体サプライチェーン', 'semiconductor supply chain']) expect((await names(query)).slice(0, 2)).toEqual(['chain-whole', 'chain-parts']);
	});

	test('that few records hold whole finds those that hold its parts too', async () => {
		expect(await names('月探査', second)).toEqual(['moon', 'moon-pole']);
	});

	test('finds a fact once, also by the words of a statement that repeats it', async () => {
		expect(await names('sea temperatures recorded')).toEqual(['ocean']);
	});

	test('finds a page that exists in one language from both', async () => {
		for (const lang of langs) expect(await names('walrus', lang)).toEqual(['page:about/#method']);
	});

	test('with one slip is mended, and says so', async () => {
		expect(await ask('bambo')).toMatchObject({ answer: 'corrected', suggestion: 'bamboo' });
		expect((await ask('bambo')).results.map(nameOf)).toEqual(['loan']);
	});

	test('that nothing covers is said to be uncovered', async () => {
		for (const query of ['volcano insurance', '火山の保険', 'the volcano in Japan']) expect(await ask(query)).toMatchObject({ answer: 'none', total: 0 });
	});

	test('names the words that nothing holds', async () => {
		expect((await ask('bamboo volcano', second)).unknownWords).toEqual(['volcano']);
	});

	test('may be unfinished while it is typed', async () => {
		expect((await engines[first].search({ query: 'bamb', typing: true })).results.map(nameOf)).toEqual(['loan']);
		expect((await engines[first].search({ query: 'データセ', typing: true })).results.map(nameOf)).toEqual(['sites']);
	});
});

describe('a result', () => {
	test('is in the language of the page, with marks and labels', async () => {
		const [result] = (await ask('国際協力銀行', first)).results;
		expect(result).toMatchObject({ type: 'statement', id: 'loan', path: `${first}/sectors/finance/#loan`, sectorLabel: 'Finance', sourceLabel: 'Report', date: 'August 2025', status: 'signed' });
		const { passage } = result ?? { passage: { text: '', marks: [] } };
		expect(passage.marks.map(([from, to]) => passage.text.slice(from, to))).toEqual(['Japan Bank for International Cooperation', 'JBIC']);
	});

	test('shows the passage of the other language where only that holds the words', async () => {
		const [result] = (await ask('海水', first)).results;
		expect(result).toMatchObject({ id: 'ocean', passage: { lang: first }, other: { lang: second } });
		expect((await ask('ocean', first)).results[0]?.other).toBeUndefined();
	});
});

describe('filters', () => {
	test('leave what has one of the values of each', async () => {
		const request = { query: 'temperature loan', filters: { sector: ['science'] } };
		expect((await engines[first].search(request)).results.map(nameOf)).toEqual(['ocean']);
		expect((await engines[first].search({ ...request, filters: { sector: ['science'], status: ['signed'] } })).total).toBe(0);
	});

	test('without a question list all that they let through, a page at a time', async () => {
		const request = { query: ' ', filters: { sector: ['finance'] } };
		const { answer, total, results } = await engines[first].search({ ...request, limit: 3 });
		expect({ answer, total, listed: results.length }).toEqual({ answer: 'empty', total: 5, listed: 3 });
		const rest = await engines[first].search({ ...request, from: 3 });
		expect(new Set([...results, ...rest.results].map(nameOf))).toEqual(new Set(['loan', 'chain-whole', 'chain-parts', 'sites', 'wide']));
		const facets = await engines[first].facets(request);
		expect(facets.sector.map(({ value, count }) => [value, count])).toEqual([['finance', 5], ['science', 3]]);
		expect(facets.organisation).toMatchObject([{ value: 'jbic', count: 1 }]);
	});

	test('are counted with the others kept', async () => {
		const facets = await engines[second].facets({ query: 'JBIC', filters: { status: ['signed'] } });
		expect(facets.sector).toEqual([{ value: 'finance', label: '金融', count: 1 }]);
		expect(facets.year).toEqual([{ value: '2025', label: '2025', count: 1 }]);
		expect(facets.organisation).toEqual([{ value: 'jbic', label: '国際協力銀行', count: 1 }]);
	});
});

/** What any response is: results no more than asked for, and marks in order, apart and inside their text. */
function expectSound({ results, total, answer }: SearchResponse): void {
	expect(['all', 'most', 'corrected', 'none', 'empty']).toContain(answer);
	expect(total).toBeGreaterThanOrEqual(0);
	expect(results.length).toBeLessThanOrEqual(10);
	for (const result of results) {
		const passages = [result.passage, ...(result.other ? [result.other] : []), ...(result.type === 'statement' ? [] : [result.title])];
		for (const { text, marks } of passages) {
			expect(text.isWellFormed()).toBe(true);
			let last = 0;
			for (const [from, to] of marks) {
				expect(from).toBeGreaterThanOrEqual(last);
				expect(to).toBeGreaterThan(from);
				last = to;
			}
			expect(last).toBeLessThanOrEqual(text.length);
		}
	}
}

describe('any input', () => {
	test.each([
		['empty', ''],
		['blank', ' \u3000\n'],
		['very long', 'semiconductor 半導体 '.repeat(500)],
		['one character over and over', 'あ'.repeat(10_000)],
		['emoji', '🎋👨‍👩‍👧‍👦'],
		['markup', '<script>alert(1)</script>'],
		['a lone surrogate', '\ud83d bamboo \udc00'],
		['a regular expression', '(.*)+$[^\\'],
		['quotes and control characters', '"\'\u0000\u202e"'],
		['the name of a property', 'constructor __proto__ toString'],
		['right to left, and characters of no width', '\u202e\u2066竹\u200b bam\u200dboo שלום'],
	])('%s is answered', async (_what, query) => {
		for (const lang of langs) expectSound(await ask(query, lang));
	});

	test('whatever it is made of has a response, with its marks inside the text', async () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.constantFrom('bamboo', 'semiconductor', 'JBIC', '竹', '半導体', 'サプライ', '融資', 'ﾚｱｱｰｽ', 'ＬＬＭ', '20', 'data-centre', ' ', '\u3000', '・', '\u200b', '\u202e', '\0', '\ud83d', '\udc00', '.*', '($', '\ufdfa', 'e\u0301'),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.boolean(), fc.constantFrom(...langs), async (pieces, typing, lang) => {
				expectSound(await engines[lang].search({ query: pieces.join(''), typing }));
			}),
			{ numRuns: 150 },
		);
	});

	test.each([
		['Latin letters', 'semiconductor bamboo lorem ipsum '.repeat(400)],
		['Japanese', '半導体竹融資海水温度覚書'.repeat(900)],
		['kana', 'レアアースこくさいきょうりょく'.repeat(700)],
		['hyphens', 'a-b'.repeat(3_500)],
	])('10,000 characters of %s ask no more of the index than 300 do', async (_what, text) => {
		const calls = async (query: string): Promise<number> => {
			let count = 0;
			const backend = await openIndex(join(folder, 'pagefind'));
			const counting: Backend = {
				...backend,
				find: (phrase) => ((count += 1), backend.find(phrase)),
				names: (keys) => ((count += keys.length), backend.names(keys)),
			};
			expectSound(await createEngine(counting, second).search({ query }));
			return count;
		};
		expect(await calls(text.slice(0, 10_000))).toBe(await calls(text.slice(0, 300)));
	});

	test('that is cancelled is not answered', async () => {
		await expect(engines[first].search({ query: 'bamboo', signal: AbortSignal.abort() })).rejects.toThrow();
	});
});

describe('an index that is there in part only', () => {
	type Change = (content: Buffer) => Buffer | undefined;
	const changes: [string, Change][] = [
		['gone', () => undefined],
		['cut short', (content) => content.subarray(0, content.length >> 1)],
		['empty', () => Buffer.alloc(0)],
		['the page of a host that knows no such file', () => Buffer.from('<!doctype html>\n<title>Not found</title>\n')],
	];
	/** A copy of the index with some of its files changed. */
	const broken = async (files: RegExp, change: Change): Promise<string> => {
		const copy = join(await mkdtemp(join(folder, 'broken-')), 'pagefind');
		await cp(join(folder, 'pagefind'), copy, { recursive: true });
		for (const file of (await readdir(copy, { recursive: true })).filter((each) => files.test(each))) {
			const content = change(await readFile(join(copy, file)));
			await (content ? writeFile(join(copy, file), content) : rm(join(copy, file)));
		}
		return copy;
	};

	describe.each([
		['chunks', /\.pf_index$/, 'JBIC'],
		['fragments', /\.pf_fragment$/, 'JBIC'],
		['names', /^shards\/names-/, 'JBIC'],
		['words', /^shards\/words-/, 'semicondutor'],
	])('where its %s are', (_what, files, query) => {
		test.each(changes)('%s, it is unavailable, and not empty', async (_how, change) => {
			const engine = createEngine(await openIndex(await broken(files, change)), first);
			await expect(engine.search({ query })).rejects.toThrow(SearchUnavailable);
		});
	});

	describe.each([
		['filters', /\.pf_filter$/],
		['labels', /^labels\.json$/],
	])('where its %s are', (_what, files) => {
		test.each(changes)('%s, the filters are unavailable, and not empty', async (_how, change) => {
			const engine = createEngine(await openIndex(await broken(files, change)), first);
			await expect(engine.facets({ query: 'JBIC' })).rejects.toThrow(SearchUnavailable);
		});
	});
});
