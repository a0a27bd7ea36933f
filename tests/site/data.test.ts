import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { langs, otherLangs } from '../../src/model/languages.ts';
import { publishedStatementsSchema } from '../../src/model/published.ts';
import { attributes, ids, contentPages, publicUrl, readBuilt } from './pages.ts';
import { readCitation } from '../../src/site/citations.ts';
import { csvCell } from '../../src/model/csv.ts';

const json = readBuilt('data/statements.json');
const statements = publishedStatementsSchema.parse(JSON.parse(json));
const schema = JSON.parse(readBuilt('data/statements.schema.json')) as Parameters<typeof z.fromJSONSchema>[0];

describe('statements.json', () => {
	test('fits the JSON Schema beside it, which refuses a broken statement', () => {
		const published = z.fromJSONSchema(schema);
		expect(published.safeParse(JSON.parse(json)).success).toBe(true);
		const [first] = JSON.parse(json) as [Record<string, unknown>];
		expect(published.safeParse([{ ...first, status: 'done' }]).success).toBe(false);
		expect(published.safeParse([{ ...first, text: {} }]).success).toBe(false);
	});

	test('gives each statement an address that is on the site', () => {
		const known = new Map(contentPages.map(({ path, html }) => [publicUrl(path), new Set(ids(html))]));
		const missing = statements.flatMap(({ url }) => Object.values(url)).filter((address) => {
			const [page = '', id = ''] = address.split('#');
			return !known.get(page)?.has(id);
		});
		expect(missing).toEqual([]);
	});

	test('holds every statement that a sector page shows', () => {
		const listed = new Set(statements.map(({ id }) => id));
		const shown = contentPages.filter(({ slug }) => slug.startsWith('sectors/')).flatMap(({ html }) => attributes(html, 'article', 'id'));
		expect(shown.length).toBeGreaterThan(100);
		expect(shown.filter((id) => !listed.has(id))).toEqual([]);
	});
});

describe('statements.csv', () => {
	const csv = readBuilt('data/statements.csv');
	const [head = [], ...rows] = parseCsv(csv);

	test('has the agreed columns', () => {
		expect(head).toEqual(['id', 'source', 'lines', 'sector', 'sectors', 'kind', 'status', 'when', 'parties', 'places', 'amounts', ...langs.map((lang) => `text_${lang}`), ...langs.map((lang) => `url_${lang}`)]);
	});

	test('says the same as the JSON, row by row', () => {
		const records = rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
		expect(records.map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
		for (const [index, statement] of statements.entries()) {
			expect(records[index]).toMatchObject({
				status: statement.status,
				when: statement.when.join(';'),
				amounts: statement.amounts.length > 0 ? JSON.stringify(statement.amounts) : '',
				...Object.fromEntries(langs.flatMap((lang) => [[`text_${lang}`, statement.text[lang]], [`url_${lang}`, statement.url[lang]]])),
			});
		}
	});

	test.each([
		['=1+1', "'=1+1"],
		['+81', "'+81"],
		['-5', "'-5"],
		['@x', "'@x"],
		['=a,b', '"\'=a,b"'],
		['a "b"', '"a ""b"""'],
		['two\nlines', '"two\nlines"'],
		['日本、インド', '日本、インド'],
	])('writes %j as %j', (value, cell) => {
		expect(csvCell(value)).toBe(cell);
	});
});

test('datapackage.json describes the files as they are', () => {
	const { resources } = JSON.parse(readBuilt('data/datapackage.json')) as { resources: { path: string; bytes: number; hash: string; schema?: { fields: { name: string }[] } }[] };
	expect(resources.map(({ path }) => path)).toEqual(['statements.csv', 'statements.json']);
	for (const { path, bytes, hash } of resources) {
		const content = readBuilt(`data/${path}`);
		expect(bytes).toBe(Buffer.byteLength(content));
		expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
	}
	expect(resources[0]?.schema?.fields.map(({ name }) => name)).toEqual(parseCsv(readBuilt('data/statements.csv'))[0]);
});

/** Reads RFC 4180. */
function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		if (end === '\r\n') {
			rows.push(row);
			row = [];
		}
	}
	return rows;
}

test('each statement has a citation in each language: a sentence, BibTeX and CSL-JSON, all with its address', () => {
	for (const { id, url } of statements) {
		for (const lang of langs) {
			const text = readBuilt(`data/cite/${lang}/${id}.txt`);
			const { txt, bib, json: csl } = readCitation(text);
			expect(txt).toContain(url[lang]);
			for (const other of otherLangs(lang)) expect(text.endsWith(`${url[other]}\n`)).toBe(true);
			expect(bib).toMatch(new RegExp(`^@misc\\{${id},\n`));
			expect(bib).toContain(url[lang]);
			expect(JSON.parse(csl)).toMatchObject([{ id, type: 'webpage', URL: url[lang], language: lang }]);
		}
	}
});
