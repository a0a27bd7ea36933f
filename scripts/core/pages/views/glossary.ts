import type { Term } from '../../../../src/model/seed.ts';
import { categories } from '../../../../src/model/vocabulary.ts';
import { groupBy } from '../../corpus.ts';
import { element, heading, link, list, text } from '../../mdx.ts';
import { byName, href, inLanguage, langsFrom, pageWays, termLinks, type PageContext } from '../context.ts';
import type { Part } from '../page.ts';
import { evenRuns, initial, sortName } from '../parts.ts';
import { pagesOfParts, partList } from './part-list.ts';
import { namesByInitial, ordersOfGlossary, termParts } from './terms.ts';
import { files, type Order, type ViewPages } from './view.ts';
import { rangeOf } from './ways.ts';

/** Programmes, agreements and terms; then the names that no statement holds; and the way to the others. */
export const glossary: ViewPages = {
	parts: (context) => {
		const inParts = context.lists.names.glossary;
		return [
			{ name: 'elsewhere', from: ['content/i18n'], content: [list(['organisations', 'places'].map((view) => [link(href(context, view), context.t(`view.${view}.title`))]))] },
			...(inParts.length > 0 ? [filters, ...partList(context, 'glossary', inParts)] : termParts(context, 'glossary', categories)),
		];
	},
	orders: { 'a-z': allNamesPages },
	cut: (contexts) => pagesOfParts(contexts, 'glossary', contexts('glossary').lists.names.glossary, namesByInitial('glossary')),
};

const filters: Part = { name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: ordersOfGlossary })] };

/** Every name of the guide in one alphabet, wherever its entry stands, beside its names in the other languages. */
function allNamesPages(context: PageContext): ReturnType<Order> {
	const { corpus, lang, t } = context;
	const initialOf = (term: Term): string => initial(sortName(lang, term));
	// The alphabets differ, the number of pages must not: a page leads to the one of the same number in another language.
	const pages = evenRuns(byName(context, corpus.glossary), ({ name }) => 2 * context.weights.name(name));
	const titles = pages.map((of) => rangeOf(t, 'part.range', initialOf(of[0] as Term), initialOf(of.at(-1) as Term)));
	return (pages.length === 0 ? [[]] : pages).map((terms, here) => (own) => [
		filters,
		{
			name: 'pages',
			from: files.glossary,
			content: pageWays(own, titles, here),
		},
		...[...groupBy(terms, initialOf)].map(([letter, found]): Part => ({
			name: `initial-${letter}`,
			from: files.glossary,
			content: [
				heading(2, letter),
				list(found.map((term) => [...termLinks(own, [term.id]), ...langsFrom(lang).slice(1).filter((other) => term.name[other] !== term.name[lang]).flatMap((other) => [text(' '), ...inLanguage(own, other, term.name[other])])])),
			],
		})),
	]);
}
