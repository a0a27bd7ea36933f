import type { APIRoute } from 'astro';
import { categories, differenceKinds } from '../model/vocabulary.ts';
import { entries, kindNames, sectorNames, sourceNames, statusNames } from '../site/charts/data.ts';
import { facets, filterCss, type Facet } from '../site/filters.ts';

/** The rules of all filters in one file that every list shares: on each page they would weigh more than the list's own words. */
export const GET: APIRoute = () => {
	const values: Readonly<Record<Facet, readonly string[]>> = {
		sector: [...sectorNames.keys()],
		status: [...statusNames.keys()],
		kind: [...kindNames.keys()],
		source: [...sourceNames.keys()],
		category: categories,
		difference: differenceKinds,
		country: [...entries.values()].filter(({ category }) => category === 'country').map(({ id }) => id),
	};
	const rules = (Object.keys(facets) as Facet[]).flatMap((facet) => values[facet].map((value) => filterCss(facet, value)));
	return new Response(rules.join('\n'), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
