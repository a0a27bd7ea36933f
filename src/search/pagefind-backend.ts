import { langs, type Lang } from '../model/languages.ts';
import type { Backend, Hit } from './backend.ts';
import type { StoredRecord } from './records.ts';
import type { Phrase } from './tokens.ts';
import { SearchUnavailable, type FacetName, type Labels } from './types.ts';
import { readShard, reversed, shardsBetween, startOf, type Manifest, type Row, type ShardRef } from './vocabulary.ts';

/** The index as the engine sees it: Pagefind for the records, shards for names and words. */

/** The part of Pagefind's API that is used here. */
export interface PagefindInstance {
	init(): Promise<unknown>;
	search(term: string | null, options?: { filters?: Record<string, string> }): Promise<{ results: readonly { id: string; score: number; readonly data: () => Promise<{ meta: Record<string, string> }> }[] }>;
	filters(): Promise<Record<string, Record<string, number>>>;
}

export interface PagefindModule {
	createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}

interface Options {
	readonly pagefind: PagefindInstance;
	/** Reads a file of the index. */
	readonly read: (file: string) => Promise<string>;
	readonly manifest: Manifest;
}

/** Searches and shards are kept; a long session must not keep all of them. */
const mostKept = 400;

/** Keeps what was asked for before. A failure is not kept, so that it can be tried again. */
function remember<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
	const kept = new Map<string, Promise<T>>();
	return (key) => {
		const before = kept.get(key);
		if (before) return before;
		const made = make(key);
		kept.set(key, made);
		made.catch(() => kept.delete(key));
		if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
		return made;
	};
}

/** Whatever goes wrong below is the index that could not be read. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw new SearchUnavailable('The search index could not be read.', { cause: error });
	}
}

export function createBackend({ pagefind, read, manifest }: Options): Backend {
	const loaders = new Map<string, () => Promise<{ meta: Record<string, string> }>>();
	const search = async (term: string | null, filters?: Record<string, string>): Promise<Hit[]> => {
		const { results } = await orUnavailable(pagefind.search(term, filters ? { filters } : {}));
		for (const { id, data } of results) if (!loaders.has(id)) loaders.set(id, data);
		return results.map(({ id, score }) => ({ id, score }));
	};
	const find = remember((term) => search(term));
	const shard = remember((file) => orUnavailable(read(file).then(readShard)));
	const rows = async (shards: readonly ShardRef[], from: string, to: string): Promise<Row[]> => {
		const found = await Promise.all(shardsBetween(shards, from, to).map(({ file }) => shard(file)));
		return found.flat().filter(([key]) => key >= from && key <= to);
	};
	const having = remember(async (key) => {
		const [facet = '', value = ''] = key.split('\n');
		return new Set((await search(null, { [facet]: value })).map(({ id }) => id));
	});
	const table = new Map<string, readonly string[]>();
	const taken = new Set<string>();
	const starts = new Set(manifest.starts.match(/../gsu));
	return {
		records: manifest.records,
		longestName: manifest.longest,
		find: ({ tokens, prefix }: Phrase) => (tokens.length === 0 ? Promise.resolve([]) : find(prefix ? tokens.join(' ') : `"${tokens.join(' ')}"`)),
		async load(id) {
			const data = loaders.get(id);
			if (!data) throw new SearchUnavailable(`No record ${id}.`);
			return orUnavailable(data().then(({ meta }) => JSON.parse(meta['record'] ?? '') as StoredRecord));
		},
		async names(keys) {
			const files = new Set<string>();
			for (const key of keys) if (starts.has(startOf(key))) for (const { file } of shardsBetween(manifest.names, key, key)) files.add(file);
			for (const [file, found] of await Promise.all([...files].map(async (each) => [each, await shard(each)] as const))) {
				if (taken.has(file)) continue;
				taken.add(file);
				for (const [key, ids] of found) table.set(key, ids.split(' '));
			}
			return table;
		},
		wordsFrom: (beginning) => rows(manifest.words, beginning, `${beginning}\uffff`),
		async wordsTo(ending) {
			const from = reversed(ending);
			return (await rows(manifest.endings, from, `${from}\uffff`)).map(([key, shown]): Row => [reversed(key), shown]);
		},
		async values(facet: FacetName) {
			return Object.keys((await orUnavailable(pagefind.filters()))[facet] ?? {});
		},
		having: (facet, value) => having(`${facet}\n${value}`),
		async labels() {
			const labels = await orUnavailable(read('labels.json').then((text) => JSON.parse(text) as [string, string, Record<Lang, string>][]));
			return new Map(labels.map(([facet, value, names]): [string, Labels] => [`${facet} ${value}`, Object.fromEntries(langs.map((lang) => [lang, names[lang]])) as Labels]));
		},
	};
}
