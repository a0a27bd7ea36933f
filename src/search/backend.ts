import type { StoredRecord } from './records.ts';
import type { Phrase } from './tokens.ts';
import type { Row } from './vocabulary.ts';
import type { FacetName } from './types.ts';
import type { Labels } from './types.ts';

/** What the engine asks of the index. In the browser it is answered by Pagefind and the files beside it. */

export interface Hit {
	readonly id: string;
	/** Pagefind's own score: rarer in short records is higher. */
	readonly score: number;
}

export interface Backend {
	/** How many records the index holds, without the entries of the glossary: rarity is counted among these. */
	readonly records: number;
	/** Length of the longest name. */
	readonly longestName: number;
	/** The records that hold the tokens one after the other. */
	find(phrase: Phrase): Promise<readonly Hit[]>;
	load(id: string): Promise<StoredRecord>;
	/** The names from `from` to `to`, in the order of their keys. */
	names(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
	/** Words that begin, or end, as given. */
	wordsFrom(beginning: string): Promise<readonly Row[]>;
	wordsTo(ending: string): Promise<readonly Row[]>;
	/** The values of a filter, with the records that have each. */
	values(facet: FacetName): Promise<readonly string[]>;
	having(facet: FacetName, value: string): Promise<ReadonlySet<string>>;
	labels(): Promise<ReadonlyMap<string, Labels>>;
}
