import type { Lang, Localized } from '../model/languages.ts';
import type { Category, Status, StatementKind } from '../model/vocabulary.ts';

/** What a search gives, and takes. The engine makes it; the interface draws it; neither knows more of the other. */

export const facetNames = ['sector', 'status', 'kind', 'source', 'organisation', 'year'] as const;
export type FacetName = (typeof facetNames)[number];
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface SearchRequest {
	readonly query: string;
	readonly filters?: Filters;
	/** How many results to load from this place on; the rest are counted only. */
	readonly from?: number;
	readonly limit?: number;
	/** While somebody is typing, the last word may be unfinished. */
	readonly typing?: boolean;
	readonly signal?: AbortSignal;
}

/** A passage with what was found in it: ranges of UTF-16 units, in order, apart from each other. */
export interface Passage {
	readonly lang: Lang;
	readonly text: string;
	readonly marks: readonly (readonly [from: number, to: number])[];
}

interface Found {
	/** In the page's language where there is one; relative to the site's base, without a slash in front. */
	readonly path: string;
	/** In the page's language where there is one. */
	readonly passage: Passage;
	/** The matching passage of another language, where the match was there and not in the page's. */
	readonly other?: Passage;
}

export type SearchResult =
	| (Found & {
			readonly type: 'statement';
			readonly id: string;
			/** Ids and labels in the page's language. */
			readonly sector: string;
			readonly sectorLabel: string;
			readonly kind: StatementKind;
			readonly status: Status;
			/** As a reader of the page's language writes it; empty where the source states none. */
			readonly date: string;
			readonly sourceLabel: string;
	  })
	| (Found & { readonly type: 'term'; readonly id: string; readonly category: Category; readonly title: Passage; readonly otherTitle: Passage })
	| (Found & { readonly type: 'page'; readonly title: Passage });

export interface SearchResponse {
	readonly results: readonly SearchResult[];
	/** How many were found in all, after filters. */
	readonly total: number;
	/** Words of the question that nothing holds. */
	readonly unknownWords: readonly string[];
	/**
	 * `all`: every word was found together. `most`: the results hold most of them. `corrected`: nothing held the
	 * question as typed, and `suggestion` was searched. `none`: the sources do not cover the question; `results`
	 * then hold what is nearest, to be shown apart.
	 */
	readonly answer: 'all' | 'most' | 'corrected' | 'none' | 'empty';
	/** The question with slips mended: offered, or searched where `answer` is `corrected`. */
	readonly suggestion?: string;
}

/** How many results each value of each filter would leave, the other filters kept. Loaded apart: only the search page needs it. */
export type Facets = Readonly<Record<FacetName, readonly { readonly value: string; readonly label: string; readonly count: number }[]>>;

export interface SearchEngine {
	/** @throws {SearchUnavailable} where the index is missing or came down only in part */
	search(request: SearchRequest): Promise<SearchResponse>;
	facets(request: SearchRequest): Promise<Facets>;
}

/** The index could not be loaded: offline, or a deploy in progress. The reader can try again. */
export class SearchUnavailable extends Error {
	override readonly name = 'SearchUnavailable';
}

/** `src/search/client.ts` exports this: nothing is fetched before it is called. */
export type CreateSearch = (options: { readonly base: string; readonly lang: Lang }) => Promise<SearchEngine>;

/** Labels that the index carries for both languages, so that a result needs no further file. */
export type Labels = Localized<string>;
