import type { APIRoute } from 'astro';
import glossary from '../../content/data/glossary.json';
import labels from '../../content/data/labels.json';
import { categories, differenceKinds } from '../model/vocabulary.ts';
import { facets, filterCss, type Facet } from '../site/filters.ts';

/** The rules of all filters in one file that every list shares: on each page they would weigh more than the list's own words. */
export const GET: APIRoute = () => {
	const values: Readonly<Record<Facet, readonly string[]>> = {
		...(Object.fromEntries((['sector', 'status', 'kind', 'source'] as const).map((facet) => [facet, labels.rows.filter((row) => row.facet === facet).map(({ id }) => id)])) as Record<'sector' | 'status' | 'kind' | 'source', string[]>),
		category: categories,
		difference: differenceKinds,
		country: glossary.rows.filter(({ category }) => category === 'country').map(({ id }) => id),
	};
	const rules = (Object.keys(facets) as Facet[]).flatMap((facet) => values[facet].map((value) => filterCss(facet, value)));
	return new Response(rules.join('\n'), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
