import type { Lang } from '../../src/model/languages.ts';
import type { Difference, Sector, SourceDocument, Statement, Term } from '../../src/model/seed.ts';
import type { Position } from './issue.ts';

/** A statement with the document it is from and its place in the seed. */
export type CorpusStatement = Statement & { readonly document: SourceDocument; readonly position: Position };

/** What has a place of its own in the seeds. */
export type EntryKind = 'document' | 'statement' | 'sector' | 'term' | 'difference';

/** All seeds, valid and cross-checked, with the look-ups that the pages need. */
export interface Corpus {
	readonly documents: readonly SourceDocument[];
	readonly sectors: readonly Sector[];
	readonly glossary: readonly Term[];
	readonly differences: readonly Difference[];
	/** In the order of the documents, then of their seeds. */
	readonly statements: readonly CorpusStatement[];
	readonly statementById: ReadonlyMap<string, CorpusStatement>;
	readonly sectorById: ReadonlyMap<string, Sector>;
	readonly termById: ReadonlyMap<string, Term>;
	/** Statements that say the same fact, by the id of the one that is shown for all. */
	readonly duplicatesOf: ReadonlyMap<string, readonly CorpusStatement[]>;
	readonly differencesOf: ReadonlyMap<string, readonly Difference[]>;
	/** Languages in which a statement was changed after its texts were last confirmed to agree; only statements that have such. */
	readonly staleIn: ReadonlyMap<string, readonly Lang[]>;
	/** Where a seed entry stands. An id is unique within its kind only: a sector and a term may share theirs. */
	readonly positionOf: (entry: `${EntryKind} ${string}`) => Position | undefined;
	/** The seed file of a document as the pages name it: the same wherever the seeds were read from. */
	readonly fileOf: ReadonlyMap<string, string>;
}

/** Groups values by a key, keeping their order. */
export function groupBy<T, K>(values: Iterable<T>, keys: (value: T) => K | readonly K[]): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const value of values) {
		const found = keys(value);
		for (const key of Array.isArray(found) ? (found as readonly K[]) : [found as K]) {
			const group = groups.get(key);
			if (group) group.push(value);
			else groups.set(key, [value]);
		}
	}
	return groups;
}
