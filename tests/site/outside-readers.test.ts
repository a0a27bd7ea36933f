import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { langs, languages } from '../../src/model/languages.ts';
import { built } from './global-setup.ts';
import { contentPages, isOrder, publicUrl, readBuilt } from './pages.ts';

/** What the site gives to machines, read by programs that others keep and held against standards that others write. */

const validator = (): Ajv2020 => {
	// A keyword that the standard does not know is a mistake, not a remark; editors know one more, which holds words.
	const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, keywords: ['markdownDescription'] });
	(addFormats as unknown as (to: Ajv2020) => void)(ajv);
	return ajv;
};

const json = (file: string): unknown => JSON.parse(readBuilt(file));

describe('JSON Schema (2020-12)', () => {
	test('of the data is one, and they fit it', () => {
		const fits = validator().compile(json('data/statements.schema.json') as object);
		const data = json('data/statements.json') as Record<string, unknown>[];
		expect(fits(data), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
		for (const wrong of [{ status: 'done' }, { lines: [1] }, { url: { [langs[0]]: 'nowhere' } }, { text: {} }]) expect(fits([{ ...data[0], ...wrong }]), JSON.stringify(wrong)).toBe(false);
	});

	test.each([['sectors', ['seeds/sectors.yaml']], ['glossary', ['seeds/glossary.yaml']], ['differences', ['seeds/differences.yaml']], ['document', readdirSync('seeds/documents').map((file) => `seeds/documents/${file}`)]])('of the seeds is one, and they fit it: %s', (name, files) => {
		const fits = validator().compile(JSON.parse(readFileSync(`seeds/schema/${name}.schema.json`, 'utf8')) as object);
		expect(files.length).toBeGreaterThan(0);
		for (const file of files) expect(fits(parse(readFileSync(file, 'utf8'))), `${file} ${JSON.stringify(fits.errors?.slice(0, 3))}`).toBe(true);
	});
});

describe('the data package', () => {
	interface Field { readonly name: string; readonly format?: string; readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: string[]; readonly pattern?: string } }
	const described = json('data/datapackage.json') as { resources: { path: string; schema?: { fields: Field[]; primaryKey: string[] } }[] };

	test('is one of the standard', () => {
		const fits = validator().compile(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/standards/datapackage-2.schema.json'), 'utf8')) as object);
		expect(fits(described), JSON.stringify(fits.errors)).toBe(true);
		for (const wrong of [{ resources: [] }, { name: 'A B' }, { licenses: [{}] }, { resources: [{ name: 'a', path: '../a.csv' }] }, { resources: [{ name: 'a', path: 'a.csv', type: 'table' }] }]) expect(fits({ ...described, ...wrong }), JSON.stringify(wrong)).toBe(false);
	});

	test('has a table that fits its schema, cell by cell', () => {
		const schema = described.resources.find(({ path }) => path === 'statements.csv')?.schema;
		const [head = [], ...rows] = csvRows(readBuilt('data/statements.csv'));
		expect(schema?.fields.map(({ name }) => name)).toEqual(head);
		expect(schema?.primaryKey.every((name) => schema.fields.some((field) => field.name === name && field.constraints?.unique))).toBe(true);
		expect(rows.length).toBeGreaterThan(100);
		const wrong = schema?.fields.flatMap(({ name, format, constraints = {} }, column) => {
			const cells = rows.map((row) => row[column] ?? '');
			const pattern = new RegExp(`^(?:${constraints.pattern ?? '[^]*'})$`);
			return [
				...cells.flatMap((cell) => (
					cell === '' ? (constraints.required ? [`${name}: missing`] : [])
						: (constraints.enum?.includes(cell) ?? true) && pattern.test(cell) && (format !== 'uri' || URL.canParse(cell)) ? [] : [`${name}: ${cell}`])),
				...(constraints.unique && new Set(cells).size < cells.length ? [`${name}: not unique`] : []),
			];
		});
		expect(wrong).toEqual([]);
		for (const row of rows) expect(row).toHaveLength(head.length);
	});
});

/** Rows of a table in RFC 4180, read character by character. */
function csvRows(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? '';
		if (isQuoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			}
			else isQuoted = false;
		} else if (character === '"') isQuoted = true;
		else if (character === ',' || character === '\n') {
			rows.at(-1)?.push(cell.replace(/\r$/, ''));
			cell = '';
			if (character === '\n' && at < text.length - 1) rows.push([]);
		} else cell += character;
	}
	return rows;
}

describe('feeds, as a feed reader has them', () => {
	const paths = contentPages.filter(({ slug }) => slug === '' || /^sectors\/[^/]+\/$/.test(slug)).map(({ lang, slug }) => [`${lang}/${slug}feed.xml`, lang] as const);

	test.each(paths)('%s', (path, lang) => {
		const xml = readBuilt(path);
		const feed = parseAtomFeed(xml, { parseDateFn: (text: string) => new Date(text) });
		expect(feed.xml?.lang).toBe(languages[lang].tag);
		for (const text of [feed.id, feed.title?.value, feed.authors?.[0]?.name]) expect(text).toMatch(/\S/);
		expect(feed.links).toEqual(expect.arrayContaining([expect.objectContaining({ rel: 'self', href: publicUrl(path), type: 'application/atom+xml' }), expect.objectContaining({ rel: 'alternate', href: publicUrl(path.replace('feed.xml', '')) })]));
		expect(Number.isNaN(feed.updated?.getTime() ?? NaN)).toBe(false);
		const ids = feed.entries?.map(({ id }) => id) ?? [];
		expect(ids).toHaveLength((xml.match(/<entry>/g) ?? []).length);
		expect(ids.length).toBeGreaterThan(0);
		expect(new Set([feed.id, ...ids]).size).toBe(ids.length + 1);
		for (const { title, summary, published, updated, links, categories } of feed.entries ?? []) {
			expect([title?.value, summary?.value].every((text) => text?.trim())).toBe(true);
			// The status and the text are joined as the language joins them.
			expect(title?.value).toMatch(languages[lang].script === 'Latn' ? /^[A-Z][^:：]*: \S/ : /^[^:：]+：\S/);
			expect((updated?.getTime() ?? NaN) >= (published?.getTime() ?? NaN)).toBe(true);
			expect(links?.filter(({ rel }) => rel === 'alternate').map(({ hreflang }) => hreflang).sort()).toEqual(langs.map((each) => languages[each].tag).sort());
			expect(categories?.length).toBeGreaterThanOrEqual(3);
		}
	});
});

describe('data for search engines', () => {
	const graphs = contentPages.filter((page) => !isOrder(page)).map(({ html }) => JSON.parse(parseHTML(html).document.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as unknown);

	test('hold types and properties of schema.org alone, with values of the kinds that these take', { timeout: 120_000 }, () => {
		// One of each shape: what a page says differs, how it is put does not.
		const shapes = [...new Map(graphs.map((graph) => [shapeOf(graph), graph])).values()];
		expect(shapes.length).toBeGreaterThan(4);
		expect(typesOf(shapes).size).toBeGreaterThan(6);
		const wrong = { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', '@id': publicUrl(''), nameOfPage: 'x' }] };
		expect(schemaFaults(shapes)).toEqual([]);
		expect(schemaFaults([wrong]).join(' ')).toContain('nameOfPage');
	});
});

const shapeOf = (value: unknown): string =>
	Array.isArray(value) ? `[${[...new Set(value.map(shapeOf))].join()}]`
		: typeof value === 'object' && value !== null ? `{${Object.entries(value).map(([key, inner]) => `${key}:${key === '@type' ? String(inner) : shapeOf(inner)}`).join()}}`
			: typeof value;

const typesOf = (value: unknown): Set<string> => new Set([...JSON.stringify(value).matchAll(/"@type":"(\w+)"/g)].map((match) => match[1] ?? ''));

/** What an action takes as input is named by a suffix that schema.org describes beside its vocabulary (schema.org/docs/actions.html). */
const isInVocabulary = (key: string, value: unknown): unknown => (key.endsWith('-input') ? undefined : value);

/** What the compiler of TypeScript finds wrong with values, held against the types of schema.org. */
function schemaFaults(values: readonly unknown[]): string[] {
	const name = join(built.directory, '../.schema-org.ts').replaceAll('\\', '/');
	const text = `import type { Graph } from 'schema-dts';\n${values.map((value, index) => `export const value${index}: Graph = ${JSON.stringify(value, isInVocabulary)};`).join('\n')}\n`;
	const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, types: [] };
	const host = ts.createCompilerHost(options);
	const withValues: ts.CompilerHost = {
		...host,
		fileExists: (path) => path === name || host.fileExists(path),
		readFile: (path) => (path === name ? text : host.readFile(path)),
		getSourceFile: (path, version, ...rest) => (path === name ? ts.createSourceFile(path, text, version) : host.getSourceFile(path, version, ...rest)),
	};
	const program = ts.createProgram([name], options, withValues);
	return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
