import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createIndex, type IndexFile } from 'pagefind';
import { minifySync } from 'rolldown/utils';
import { codeKey, digest } from '../built/code-key.ts';
import { fillFolder } from '../built/fill-folder.ts';
import { keptResults, type KeptResults } from '../built/kept.ts';
import { parseCorpus, type Entry, type SearchCorpus } from './corpus.ts';
import { listNames, makeRecords, namesIn, type IndexRecord, type ListedNames } from './records.ts';
import { rechunk } from './rechunk.ts';
import { readSections } from './sections.ts';
import { nameStarts, nameRows, reversed, toShards, wordRows, wordsOfNames, type Manifest, type Row } from './vocabulary.ts';

/** The index step: from the content folder to the folder that the browser searches. */

export interface IndexCounts {
	readonly statements: number;
	readonly terms: number;
	readonly pages: number;
	readonly bytes: number;
}

/** Reads what the index is made from. @throws {Error} where convert has not written the data */
export function readCorpus(contentDir: string): SearchCorpus {
	const json = (name: string): unknown => JSON.parse(readFileSync(join(contentDir, 'data', name), 'utf8'));
	const docs = join(contentDir, 'docs');
	const names = readdirSync(docs, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && /\.mdx?$/.test(file.name));
	const pages = names.map((file) => {
		const path = join(file.parentPath, file.name);
		return [relative(docs, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const;
	});
	return parseCorpus({ statements: json('statements.json'), glossary: json('glossary.json'), labels: json('labels.json') }, readSections(new Map(pages)));
}

/** What is made of the names of the glossary. */
interface MadeOfNames {
	readonly listed: ListedNames;
	readonly words: readonly Row[];
}

/** What does not depend on where an entry stands and how often it is named, which changes with statements. */
function keptIn(root: string, { entries, labels }: SearchCorpus): { names: KeptResults<MadeOfNames>; records: KeptResults<IndexRecord> } {
	const cache = join(root, 'node_modules/.cache');
	const version = digest(codeKey(root), JSON.stringify(entries.map(({ path: _, note: __, statements: ___, ...named }) => named)));
	return { names: keptResults(join(cache, 'search-names'), version), records: keptResults(join(cache, 'search-records'), digest(version, JSON.stringify(labels))) };
}

const made = <T>(_key: string, make: () => T): T => make();

/** The names of an entry that are offered to who mistypes one. */
const shownNames = ({ name, aliases, reading, romaji }: Entry): string[] => [...Object.values(name), ...Object.values(aliases).flat(), ...reading, ...romaji];

/**
 * Builds the index of a corpus.
 * @param outDir the folder to fill, such as `dist/pagefind`; what it held before and is the same now stays
 * @param root the project, where records are kept from one time to the next; without it, none are
 */
export async function buildSearchIndex(corpus: SearchCorpus, outDir: string, root?: string): Promise<IndexCounts> {
	const kept = root === undefined ? undefined : keptIn(root, corpus);
	const { listed, words } = (kept?.names.of ?? made)('', () => ({ listed: listNames(corpus.entries), words: wordsOfNames(corpus.entries.flatMap(shownNames)) }));
	const names = namesIn(listed);
	const records = makeRecords(corpus, names, kept && ((of, make) => kept.records.of(digest(JSON.stringify(of)), make)));
	kept?.names.keep();
	kept?.records.keep();
	const files = new Map<string, Uint8Array | string>(await pagefindFiles(records));
	const shards = (prefix: string, rows: readonly Row[], size: number): Manifest['names'] =>
		toShards(rows, size).map(({ first, text }) => {
			// In a folder of its own: what it holds may be kept for ever, since each name holds the hash of its content.
			const file = `shards/${prefix}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.txt`;
			files.set(file, text);
			return { first, file };
		});
	const allWords = wordRows([...records.map((record) => record.words), words]);
	const manifest: Manifest = {
		records: records.filter(({ stored }) => stored.type !== 'term').length,
		longest: names.longest,
		starts: nameStarts(names),
		names: shards('names', nameRows(names), 1_500),
		words: shards('words', allWords, 6_000),
		endings: shards('endings', allWords.map(([key, shown]): Row => [reversed(key), shown]).sort(([a], [b]) => (a < b ? -1 : 1)), 6_000),
	};
	files.set('search.json', JSON.stringify(manifest));
	files.set('labels.json', JSON.stringify(facetLabels(corpus)));
	fillFolder(outDir, files);
	const count = (type: string): number => records.filter(({ stored }) => stored.type === type).length;
	return {
		statements: count('statement'),
		terms: count('term'),
		pages: count('page'),
		bytes: [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0),
	};
}

/** The names of the values that results can be filtered by: [facet, value, names by language]. */
const facetLabels = ({ labels, entries }: SearchCorpus): unknown[] => [
	...labels.filter(({ facet }) => facet !== 'date').map(({ facet, id, label }) => [facet, id, label]),
	...entries.filter(({ category }) => ['organisation', 'company'].includes(category)).map(({ id, name }) => ['organisation', id, name]),
];

/** Pagefind's own interfaces, which are not ours, and its worker: a query of ours takes a few milliseconds. */
const unneeded = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/** Records on their way to Pagefind's process. */
const atOnce = 100;

/**
 * The name that Pagefind knows a record by, with a hash of what is stored. Pagefind names a fragment by what it was given;
 * without the hash, a fragment whose stored text has changed could keep the name that a browser has the old one under.
 */
const urlOf = ({ key, stored }: IndexRecord): string => `${key}#${createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 10)}`;

async function pagefindFiles(records: readonly IndexRecord[]): Promise<[string, Uint8Array][]> {
	// One language for all records, and one that Pagefind has no stemmer for: the tokens are ours.
	const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	const stored = new Map(records.map((record) => [urlOf(record), record]));
	try {
		const all = [...stored];
		for (let at = 0; at < all.length; at += atOnce) {
			const added = await Promise.all(all.slice(at, at + atOnce).map(([url, { tokens, filters }]) => index.addCustomRecord({ url, content: tokens.join(' '), language: 'unknown', filters })));
			const errors = added.flatMap((each) => each.errors);
			if (errors.length > 0) throw new Error(`Pagefind did not take a record: ${errors.join('; ')}`);
		}
		const made = await index.getFiles();
		if (made.errors.length > 0) throw new Error(`Pagefind made no index: ${made.errors.join('; ')}`);
		return cutFiner(made.files).filter(({ path }) => !unneeded.test(path)).map((file) => [file.path, adapt(file, stored)]);
	} finally {
		await index.deleteIndex();
	}
}

/** Cuts the chunks of the index finer, and gives the files of its records the shorter names. */
function cutFiner(files: readonly IndexFile[]): IndexFile[] {
	const chunk = /^index\/(.*)\.pf_index$/;
	const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
	if (!meta) throw new Error('Pagefind made no list of chunks.');
	const finer = rechunk({ meta: meta.content, chunks: new Map(files.flatMap(({ path, content }) => (chunk.test(path) ? [[chunk.exec(path)?.[1] ?? '', content] as const] : []))) });
	// The name holds a hash of the old content; what is cached under it must not be taken for the new.
	const name = createHash('sha256').update(finer.meta).digest('hex').slice(0, 10);
	const old = /^pagefind\.(.*)\.pf_meta$/.exec(meta.path)?.[1] ?? '';
	const moved = ({ path, content }: IndexFile): IndexFile => {
		if (path === 'pagefind-entry.json') return { path, content: Buffer.from(Buffer.from(content).toString('utf8').replace(old, name)) };
		const record = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
		return record === undefined ? { path, content } : { path: `fragment/${finer.names.get(record) ?? record}.pf_fragment`, content };
	};
	return [
		...files.filter(({ path }) => !chunk.test(path) && path !== meta.path).map(moved),
		{ path: `pagefind.${name}.pf_meta`, content: finer.meta },
		...[...finer.chunks].map(([key, content]) => ({ path: `index/${key}.pf_index`, content })),
	];
}

function adapt({ path, content }: IndexFile, records: ReadonlyMap<string, IndexRecord>): Uint8Array {
	if (path.startsWith('fragment/')) return fragment(content, records);
	return path === 'pagefind.js' ? Buffer.from(minified(loudly(content))) : content;
}

const signature = 'pagefind_dcd';

/** A fragment holds the text that was indexed, which is tokens here. What a result shows takes its place. */
function fragment(content: Uint8Array, records: ReadonlyMap<string, IndexRecord>): Uint8Array {
	const text = gunzipSync(content).toString('utf8');
	if (!text.startsWith(signature)) throw new Error('A fragment of Pagefind is not of the form this step knows. Which version is installed?');
	const data = JSON.parse(text.slice(signature.length)) as { url: string };
	const record = records.get(data.url);
	if (!record) throw new Error(`A fragment of Pagefind names no record: ${data.url}`);
	return gzipSync(`${signature}${JSON.stringify({ ...data, content: '', filters: {}, meta: { record: JSON.stringify(record.stored) } })}`, { level: 9 });
}

/**
 * Pagefind goes on without a chunk that it could not load, and finds nothing in it. The reader must be told instead.
 * It also starts without waiting, and lets a failure of that fall through to the page as an error; the search that follows fails too, and is told.
 */
function loudly(content: Uint8Array): string {
	const code = Buffer.from(content).toString('utf8');
	const quiet = /("load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/g;
	const unheard = /(this\.init\(options2\?\.language\));/g;
	if (code.match(quiet)?.length !== 2 || code.match(unheard)?.length !== 1) throw new Error('pagefind.js is not of the form this step knows. Which version is installed?');
	return code.replace(quiet, '$1').replace(unheard, '$1.catch(()=>{});');
}

/** Its names are as they were written: a fifth of what is fetched of it is in them. */
function minified(code: string): string {
	const made = minifySync('pagefind.js', code, { module: true, compress: { target: 'es2022' } });
	if (made.errors.length > 0) throw new Error(`pagefind.js could not be made smaller: ${made.errors.map(({ message }) => message).join('; ')}`);
	return made.code;
}
