import { facetNames, type Filters } from '../../search/types.ts';

/** What the address of the search page says: it can be shared, reloaded and gone back to. */
export interface Asked {
	readonly query: string;
	readonly filters: Filters;
}

/** Longer questions are cut in addresses: servers refuse those of more than some 8 kB. */
const longestQuery = 500;

/** @example readAddress('?q=osat&sector=semiconductors') // => { query: 'osat', filters: { sector: ['semiconductors'] } } */
export function readAddress(search: string): Asked {
	const params = new URLSearchParams(search);
	const filters = Object.fromEntries(
		facetNames.map((name) => [name, [...new Set(params.getAll(name).filter((value) => value !== ''))]] as const).filter(([, values]) => values.length > 0),
	);
	return { query: params.get('q') ?? '', filters };
}

/** @returns the query part of an address, empty where nothing is asked */
export function writeAddress({ query, filters }: Asked): string {
	const params = new URLSearchParams();
	if (query.trim() !== '') params.set('q', query.slice(0, longestQuery).toWellFormed());
	for (const name of facetNames) {
		for (const value of filters[name] ?? []) params.append(name, value);
	}
	const written = params.toString();
	return written === '' ? '' : `?${written}`;
}

/** The same filters with one value put in, or taken out if it was there. */
export function toggled(filters: Filters, name: (typeof facetNames)[number], value: string): Filters {
	const values = filters[name] ?? [];
	const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
	return Object.fromEntries(Object.entries({ ...filters, [name]: next }).filter(([, kept]) => kept.length > 0));
}

export const countFilters = (filters: Filters): number => facetNames.reduce((sum, name) => sum + (filters[name]?.length ?? 0), 0);
