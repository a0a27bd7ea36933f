import type { BlockContent } from 'mdast';
import type { Term } from '../../../../src/model/seed.ts';
import { categories, type Category } from '../../../../src/model/vocabulary.ts';
import { groupBy } from '../../corpus.ts';
import { element, heading } from '../../mdx.ts';
import { byName, termList, type NameList, type PageContext } from '../context.ts';
import { termBlock } from '../names.ts';
import type { Part } from '../page.ts';
import { initial, sortName } from '../parts.ts';
import { choices } from '../statement.ts';
import { files } from './view.ts';

/** The orders of the glossary, its own first. */
export const ordersOfGlossary = 'by-category a-z';

/** Names under their initials; those of several kinds, as the page of a whole list has them. */
export const namesByInitial = (view: 'organisations' | 'glossary') => (context: PageContext, terms: readonly Term[]): Part[] => {
	const sorted = byName(context, terms);
	const kinds = categories.filter((category) => terms.some((term) => term.category === category));
	const groups: readonly (readonly [title: string, found: readonly Term[]])[] = kinds.length > 1
		? kinds.map((kind) => [context.t(`categoryGroup.${kind}`), sorted.filter(({ category }) => category === kind)])
		: [...groupBy(sorted, (term) => initial(sortName(context.lang, term)))];
	return [
		termFiltersPart(context, view, terms),
		{ name: 'entries', from: files.glossary, content: groups.flatMap(([title, found]) => [heading(2, title), ...found.map((term) => () => termBlock(context, term))]) },
	];
};

export const termFiltersPart = (context: PageContext, view: NameList, terms: readonly Term[]): Part => ({ name: 'filters', from: files.glossary, content: [termFilters(context, view, terms, categories)] });

export function termParts(context: PageContext, page: NameList, wanted: readonly Category[]): Part[] {
	const byCategory = groupBy(
		context.corpus.glossary.filter((term) => termList(context, term) === page),
		({ category }) => category,
	);
	const found = [...byCategory.values()].flat();
	const filters: Part = { name: 'filters', from: files.glossary, content: [termFilters(context, page, found, wanted)] };
	// What a glossary is for comes first: words, then names.
	const order = page === 'glossary' ? wanted.toReversed() : wanted;
	return [filters, ...order.flatMap((category) => {
		const terms = byName(context, byCategory.get(category) ?? []);
		return terms.length === 0
			? []
			: [{ name: category, from: files.glossary, content: [heading(2, context.t(`categoryGroup.${category}`)), initials(context, terms), ...terms.map((term) => () => termBlock(context, term))] }];
	})];
}

/** What a page of names can be narrowed to: where statements are listed, their sectors too. */
export function termFilters(context: PageContext, page: NameList, terms: readonly Term[], wanted: readonly Category[]): BlockContent {
	const { corpus, countries: all, uses } = context;
	const namedIn = new Set(terms.flatMap((term) => (term.category === 'country' ? [] : (uses.get(term.id) ?? []).map(({ sector }) => sector))));
	const countryIds = new Set(terms.map(({ country }) => country));
	const sectors = page === 'glossary' ? [] : corpus.sectors.filter(({ id }) => namedIn.has(id));
	const countries = page === 'glossary' ? [] : all.filter(({ id }) => countryIds.has(id));
	const ids = (values: readonly { id: string }[]): string | undefined => choices(values.map(({ id }) => id));
	return element('Filters', {
		category: wanted.filter((category) => terms.some((term) => term.category === category)).join(' ') || undefined,
		country: ids(countries),
		sector: ids(sectors),
		orders: page === 'glossary' ? ordersOfGlossary : undefined,
	});
}

/** The way to the first name of each initial; a short list needs none. */
function initials(context: PageContext, terms: readonly Term[]): BlockContent | undefined {
	const first = new Map<string, string>();
	for (const term of terms) {
		const letter = initial(sortName(context.lang, term));
		if (!first.has(letter)) first.set(letter, term.id);
	}
	return terms.length > 12 && first.size > 1 ? element('Filters', { initials: [...first].map(([letter, id]) => `${letter}=${id}`).join(' ') }) : undefined;
}
