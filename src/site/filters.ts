/**
 * Filters of lists. What an item is can be seen from its own links (status, sector, source, country), so a list that
 * can be filtered is no heavier than one that cannot.
 */
export const facets = {
	sector: (value: string) => `:is(.entry-link,.home,td a,.changes a)[href*="/sectors/${value}/"]`,
	status: (value: string) => `[href$="#status-${value}"]`,
	kind: (value: string) => `.kind-${value}`,
	source: (value: string) => `a[href*="/sources/${value}/"]`,
	category: (value: string) => `.category-${value}`,
	difference: (value: string) => `.difference-kind.${value}`,
	country: (value: string) => `.facts a[href$="#${value}"]`,
} as const satisfies Record<string, (value: string) => string>;

export type Facet = keyof typeof facets;

/** Ids of the seeds hold no underscore, so that these are free on every page. */
export const filterId = (facet: Facet, value: string): string => `list_${facet}_${value}`;

/** What the link of a filter chooses, from its id. */
export function filterOf(id: string): { facet: Facet; value: string } | undefined {
	const [, facet, value] = id.split('_');
	return value !== undefined && facet !== undefined && Object.hasOwn(facets, facet) ? { facet: facet as Facet, value } : undefined;
}

/**
 * The items of a list: what shows or does not. Statements below a term or a difference go with it; of tables, the rows
 * that tell of a statement; of what changed, the lines.
 */
export const itemSelector = '.statement,.term,.difference,.entry:not(:is(.term,.difference) .entry),.filters~.table tr:has(td a[href*="/sectors/"]),.changes li,.changes-day>p';

/**
 * Without a script: while the address names the filter, what does not fit is not shown, nor read out. (The heading
 * of an empty group stays: CSS has no `:has` within `:has`; the script hides it.)
 */
export function filterCss(facet: Facet, value: string): string {
	const on = `:root:has(#${filterId(facet, value)}:target)`;
	const fits = `:has(${facets[facet](value)})`;
	return `${on} :is(${itemSelector},.entries:not(:is(.term,.difference) .entries),.filters~.table:has(td a[href*="/sectors/"])):not(${fits}){display:none}`;
}
