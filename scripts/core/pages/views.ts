import type { BlockContent, PhrasingContent } from 'mdast';
import { sizeOf } from '../../../src/model/amount.ts';
import { edtfOrder, edtfYear, parseEdtf } from '../../../src/model/edtf.ts';
import { langs, languages, type Lang } from '../../../src/model/languages.ts';
import { isCurrency, type Amount, type Difference, type Sector, type Term } from '../../../src/model/seed.ts';
import { categories, differenceKinds, moneyKinds, units, type Category } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, heading, link, list, paragraph, table, text } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { andMore, byName, differencePage, langsFrom, href, inLanguage, join, labelOf, nthPage, nthTitle, numbered, pageWays, prose, sourcePageOf, statementHref, termLinks, termList, type NameList, type PageContext } from './context.ts';
import { differenceBlock, statementsOf, termBlock } from './names.ts';
import { pageSource, type Part } from './page.ts';
import { evenRuns, initial, mostAtOnce, mostBeside, numbersOf, room, runsOf, shareOfList, sortName, total, uniqueNames, type ListPart, type Step } from './parts.ts';
import { filesOf } from './sector.ts';
import { bySector, choices, entries, entry, inOrder, statementFilters } from './statement.ts';

/** The pages that cut across sectors, by their slug, in the order of the navigation. */
export const views = {
	overview: overviewParts,
	timeline: (context) => piecesOrParts(context, timeline, timeline.own(context)),
	figures: (context) => piecesOrParts(context, figures, figures.own(context)),
	organisations: organisationsParts,
	connections: connectionsParts,
	places: placesParts,
	differences: differencesParts,
	glossary: glossaryParts,
	changes: (context) => changesParts(context, {}),
	translations: translationsParts,
} as const satisfies Record<string, (context: PageContext) => Part[]>;

export type View = keyof typeof views;

/**
 * Further orders of a view, each a page below it, so that they are links that need no script. What stands first of the
 * orders that `Filters` names is that of the view's own page.
 */
export const orders: Readonly<Partial<Record<View, Readonly<Record<string, Order>>>>> = {
	timeline: { newest: inPages(() => timeline, (context) => yearPieces(context, datedIn(context).reverse())), 'by-sector': inPages(() => timeline, datesBySector) },
	figures: { 'by-sector': inPages(() => figures, figuresBySector) },
	differences: { 'by-sector': inPages(() => titlesOfDifferences, differencesBySector) },
	glossary: { 'a-z': allNamesPages },
	changes: { oldest: () => [(context) => changesParts(context, { order: 'oldest' })] },
};

/** What each page of an order holds, from the context of that page; the pages are the same in every language. */
type Order = (context: PageContext) => readonly ((own: PageContext) => Part[])[];

/** The orders of a view by their names, its own first. */
const orderNames = { timeline: 'oldest newest by-sector', figures: 'by-kind by-sector', differences: 'by-difference by-sector', glossary: 'by-category a-z', changes: 'newest oldest' } as const;

/** The pages of a view in other orders. */
export function* orderPages(contexts: (slug: string) => PageContext, view: View, order: number): Generator<PageSource> {
	for (const [name, pagesOf] of Object.entries(orders[view] ?? {})) {
		for (const [index, partsOn] of pagesOf(contexts(view)).entries()) {
			const page = index + 1;
			const context = contexts(nthPage(`${view}/${name}`, page));
			const parts = partsOn(context);
			const { t } = context;
			yield pageSource(context, {
				title: nthTitle(t, t('view.ordered', { view: t(`view.${view}.title`), order: t(`list.order.${name}`) }), page),
				description: t(`view.${view}.${name}`),
				view,
				orderOf: view,
				label: nthTitle(t, t(`list.order.${name}`), page),
				order,
				from: ['content/i18n'],
				parts: [
					{ name: 'introduction', from: ['content/i18n'], content: [paragraph(t(`view.${view}.${name}`))] },
					...parts,
				],
			});
		}
	}
}

export const viewPage = (context: PageContext, view: View, order: number): PageSource =>
	pageSource(context, {
		title: context.t(`view.${view}.title`),
		description: context.t(`view.${view}.description`),
		view,
		order,
		from: ['content/i18n'],
		parts: [
			{ name: 'introduction', from: ['content/i18n'], content: [paragraph(context.t(`view.${view}.introduction`))] },
			...picture(view),
			...views[view](context),
		],
	});

/** The picture that stands at the head of a view. */
const pictures: Readonly<Partial<Record<View, string>>> = { timeline: 'TimelineChart', figures: 'AmountsChart', connections: 'NetworkChart' };

function picture(view: View): Part[] {
	const name = pictures[view];
	return name === undefined ? [] : [{ name: 'picture', from: ['seeds/documents'], content: [element(name)] }];
}

/** The way to a view, and what it shows. */
const viewInShort = (context: PageContext, view: View): PhrasingContent[] => [link(href(context, view), context.t(`view.${view}.title`)), text(context.t('colon')), text(context.t(`view.${view}.description`))];

/** The guide in pictures: who reports what, how far it has come, and the way to the pictures of the other views. */
function overviewParts(context: PageContext): Part[] {
	return [
		{ name: 'sources', from: ['seeds/documents'], content: [element('SourcesChart')] },
		{ name: 'statuses', from: ['seeds/documents'], content: [element('StatusChart')] },
		{
			name: 'more',
			from: ['content/i18n'],
			content: [
				heading(2, context.t('view.overview.more')),
				list((['timeline', 'figures', 'connections'] as const).map((view) => viewInShort(context, view))),
			],
		},
	];
}

const files = {
	glossary: ['seeds/glossary.yaml'],
	differences: ['seeds/differences.yaml'],
};

/** A date of a statement. */
interface Dated {
	readonly statement: CorpusStatement;
	/** EDTF. */
	readonly when: string;
	readonly year: number;
}

/** Every date that a statement carries, oldest first. */
const datedIn = ({ corpus }: PageContext): Dated[] =>
	corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.flatMap((statement) => statement.when.map((when) => ({ statement, when, date: parseEdtf(when) })))
		.flatMap(({ date, ...rest }) => (date ? [{ ...rest, order: edtfOrder(date), year: edtfYear(date) }] : []))
		.sort((a, b) => a.order - b.order);

/** What stands under one heading of a view. */
interface Piece<Item> {
	/** Unique in its order. */
	readonly name: string;
	readonly title: string;
	readonly items: readonly Item[];
}

/** A view whose list stands under headings, as one page or in parts. */
interface Listing<Item> {
	readonly view: 'timeline' | 'figures' | 'differences';
	/** What an entry weighs on a page. */
	readonly weigh: (context: PageContext, item: Item) => number;
	/** What stands around the entries below a heading. */
	readonly around?: number;
	/** What the picture at the head of the view’s own page weighs: the site draws it. */
	readonly picture?: (items: readonly Item[]) => number;
	/** The headings in the view’s own order. */
	own(context: PageContext): readonly Piece<Item>[];
	filters(context: PageContext, items: readonly Item[]): Part;
	draw(context: PageContext, piece: Piece<Item>): Part;
}

const timeline: Listing<Dated> = {
	view: 'timeline',
	weigh: ({ weights }, { statement }) => shareOfList + weights.entry(statement),
	// Each date is drawn, as long as they are few.
	picture: ({ length }) => Math.min(2_000 + 420 * length, 22_000),
	own: (context) => yearPieces(context, datedIn(context)),
	filters: (context, dated) => ({ name: 'filters', from: ['seeds/documents'], content: [statementFilters(context, dated.map(({ statement }) => statement), { orders: orderNames.timeline })] }),
	draw: (context, { name, title, items }) => ({
		name,
		from: filesOf(context, items.map(({ statement }) => statement)),
		content: [heading(2, title), element('Entries', {}, items.map(({ statement, when }) => entry(context, statement, [when])))],
	}),
};

/** Dates in the order in which they come, by year. */
function yearPieces({ format }: PageContext, dated: readonly Dated[]): Piece<Dated>[] {
	return [...groupBy(dated, ({ year }) => year)].map(([year, items]) => ({ name: `year-${year}`, title: format.date(String(year)), items }));
}

function datesBySector(context: PageContext): Piece<Dated>[] {
	return sectorPieces(context, datedIn(context), 'sector');
}

/** What statements tell, under the sectors that these are at home in. @param stem with which the names of the pieces begin */
const sectorPieces = <Told extends { readonly statement: CorpusStatement }>(context: PageContext, told: readonly Told[], stem: string): Piece<Told>[] =>
	bySector(context, told).map(({ sector, found }) => ({ name: `${stem}-${sector.id}`, title: sector.name[context.lang], items: found }));

/** Pieces page by page; one that no page can hold goes on on the next. @param beside what else stands on the page, if one page holds them */
function pagesOf<Item>(context: PageContext, { weigh, around = 0 }: Listing<Item>, pieces: readonly Piece<Item>[], beside = 0): Piece<Item>[][] {
	const tagged = pieces.map((piece) => piece.items.map((item, index) => ({ item, piece, weight: weigh(context, item) + (index === 0 ? headingWeight + around : 0) })));
	if (total(tagged.flat(), ({ weight }) => weight) + beside <= room) return [[...pieces]];
	return runsOf(tagged, ({ weight }) => weight).map((run) => [...groupBy(run, ({ piece }) => piece)].map(([piece, found]) => ({ ...piece, items: found.map(({ item }) => item) })));
}

/** A heading stands in the table of contents too. */
const headingWeight = 150;

/** What the pieces of a page are called together, where another page has a piece of the same name with its number. */
function titlesOf(t: PageContext['t'], pages: readonly (readonly Piece<unknown>[])[]): string[] {
	const titles = pages.map((pieces) => rangeOf(t, 'part.range', pieces[0]?.title ?? '', pieces.at(-1)?.title ?? ''));
	const numbers = numbersOf(titles);
	return titles.map((title, index) => nthTitle(t, title, numbers[index] ?? 1));
}

/** The pages of an order of a view, each with the way to the others. */
function inPages<Item>(listingOf: () => Listing<Item>, pieces: (context: PageContext) => readonly Piece<Item>[]): Order {
	return (context) => {
		const listing = listingOf();
		const pages = pagesOf(context, listing, pieces(context));
		const titles = titlesOf(context.t, pages);
		const parts = (own: PageContext, here: number): Part[] => {
			const found = pages[here] ?? [];
			return [
				listing.filters(own, found.flatMap(({ items }) => items)),
				{ name: 'pages', from: ['seeds/documents'], content: pageWays(own, titles, here) },
				...found.map((piece) => listing.draw(own, piece)),
			];
		};
		return (pages.length === 0 ? [[]] : pages).map((_, index) => (own) => parts(own, index));
	};
}

/** The list of a view, or the ways to its parts where one page cannot hold it. */
function piecesOrParts<Item>(context: PageContext, listing: Listing<Item>, pieces: readonly Piece<Item>[]): Part[] {
	const pages = listedParts(context, listing, pieces);
	if (pages.length === 0) return [listing.filters(context, pieces.flatMap(({ items }) => items)), ...pieces.map((piece) => listing.draw(context, piece))];
	const { t } = context;
	return [
		{ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: orderNames[listing.view] })] },
		...ways(context, pages.map(({ name, title, pieces: own }) => ({
			name,
			title,
			slug: `${listing.view}/${name}`,
			from: ['seeds/documents'],
			count: own.reduce((sum, { items }) => sum + items.length, 0),
			content: [paragraph(join(context, own.map((piece) => [text(`${own.length > 1 ? `${piece.title}${t('colon')}` : ''}${t('count.entries', { count: piece.items.length })}`)])))],
		}))),
	];
}

/** The parts of a view whose list one page cannot hold. */
function listedParts<Item>(context: PageContext, listing: Listing<Item>, pieces: readonly Piece<Item>[]): { name: string; title: string; pieces: readonly Piece<Item>[] }[] {
	const pages = pagesOf(context, listing, pieces, listing.picture?.(pieces.flatMap(({ items }) => items)));
	if (pages.length < 2) return [];
	const titles = titlesOf(context.t, pages);
	const names = uniqueNames(pages.map((own) => [...new Set([own[0]?.name, own.at(-1)?.name])].map((name) => name?.replace(/^(?:year|figures)-/, '') ?? '').join('-to-').toLowerCase()));
	return pages.map((own, index) => ({ name: names[index] ?? listing.view, title: titles[index] ?? '', pieces: own }));
}

/** The pages of these parts. */
function* listingPages<Item>(contexts: (slug: string) => PageContext, listing: Listing<Item>): Generator<PageSource> {
	const { view } = listing;
	for (const [index, { name, title: own, pieces }] of listedParts(contexts(view), listing, listing.own(contexts(view))).entries()) {
		const context = contexts(`${view}/${name}`);
		const { t } = context;
		const title = t('part.title', { whole: t(`view.${view}.title`), part: own });
		const items = pieces.flatMap((piece) => piece.items);
		yield pageSource(context, {
			title,
			description: t('part.title', { whole: title, part: t('count.entries', { count: items.length }) }),
			view,
			partOf: view,
			label: own,
			order: index + 1,
			from: ['content/i18n'],
			parts: [listing.filters(context, items), ...pieces.map((piece) => listing.draw(context, piece))],
		});
	}
}

interface Figure {
	readonly statement: CorpusStatement;
	readonly amount: Amount;
}

/** Every amount on its scale: each currency and kind of money, and each unit, apart from the others; the largest first. */
function scalesOf({ corpus, t }: PageContext): { name: string; title: string; found: readonly Figure[] }[] {
	const figures = corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.flatMap((statement) => statement.amounts.map((amount) => ({ statement, amount })));
	const groups = groupBy(figures, ({ amount }) => `${amount.unit} ${amount.money ?? ''}`);
	const scales = units.flatMap((unit) =>
		isCurrency(unit)
			? moneyKinds.map((money) => ({ group: `${unit} ${money}`, name: `${unit}-${money}`, title: t('unitGroup.money', { currency: t(`unitGroup.${unit}`), money: t(`money.${money}`) }) }))
			: [{ group: `${unit} `, name: unit, title: t(`unitGroup.${unit}`) }],
	);
	return scales.flatMap(({ group, name, title }) => {
		const found = groups.get(group);
		return found ? [{ name, title, found: found.toSorted((a, b) => sizeOf(b.amount) - sizeOf(a.amount)) }] : [];
	});
}

const figures: Listing<Figure> = {
	view: 'figures',
	weigh: ({ weights }, figure) => shareOfList + weights.of((draft) => [tableOf(draft, [figure])]) - weights.of((draft) => [tableOf(draft, [])]),
	around: 300,
	picture: () => 13_500,
	own: (context) => scalesOf(context).map(({ name, title, found }) => ({ name: `figures-${name}`, title, items: found })),
	filters: (context, found) => {
		const statements = [...new Set(found.map(({ statement }) => statement))];
		return { name: 'filters', from: filesOf(context, statements), content: [statementFilters(context, statements, { source: sourcesOf(context, statements), orders: orderNames.figures })] };
	},
	draw: figuresPart,
};

function figuresBySector(context: PageContext): Piece<Figure>[] {
	return sectorPieces(context, scalesOf(context).flatMap(({ found }) => found), 'figures');
}

function figuresPart(context: PageContext, { name, title, items }: Piece<Figure>): Part {
	return {
		name,
		from: filesOf(context, items.map(({ statement }) => statement)),
		content: [
			heading(2, title),
			tableOf(context, items),
		],
	};
}

const tableOf = (context: PageContext, figures: readonly Figure[]): BlockContent => {
	const { t, lang } = context;
	return table([
		[[text(t('column.figure'))], [text(t('column.what'))], [text(t('column.status'))], [text(t('column.source'))]],
		...figures.map(({ statement, amount }) => [
			[...context.amountText(amount)],
			[link(statementHref(context, statement), prose(context, amount.what[lang]))],
			[link(href(context, 'about', `status-${statement.status}`), t(`status.${statement.status}`))],
			[link(href(context, sourcePageOf(context, statement), statement.id), prose(context, statement.document.shortTitle[lang]))],
		]),
	]);
};

/** What changed. Git is no input of convert: the site reads the history when it is built. */
const changesParts = ({ corpus }: PageContext, attributes: Record<string, string>): Part[] => [
	{ name: 'filters', from: ['seeds/sectors.yaml'], content: [element('Filters', { sector: choices(corpus.sectors.map(({ id }) => id)), orders: orderNames.changes })] },
	{ name: 'changes', from: ['seeds/documents'], content: [element('Changes', attributes, [])] },
];

/** The sources of some statements, as ids in the order of the sources. */
function sourcesOf({ corpus }: PageContext, statements: readonly CorpusStatement[]): string | undefined {
	const found = new Set(statements.map(({ document }) => document));
	return choices(corpus.documents.filter((document) => found.has(document)).map(({ id }) => id));
}

/** Who acts together, as a picture; all about each of them stands with its name. */
function connectionsParts(context: PageContext): Part[] {
	return [{ name: 'elsewhere', from: ['content/i18n'], content: [list([viewInShort(context, 'organisations')])] }];
}

/** The names by category, and before them the second order: who is named most. */
function organisationsParts(context: PageContext): Part[] {
	const { lists } = context;
	const connections: Part = { name: 'connections', from: ['content/i18n'], content: [list([viewInShort(context, 'connections')])] };
	if (lists.names.organisations.length > 0) return [connections, ...mostNamed(context, 'organisations'), ...partList(context, 'organisations', lists.names.organisations)];
	const [filters, ...parts] = termParts(context, 'organisations', ['organisation', 'company', 'person']);
	return [connections, ...(filters ? [filters] : []), ...mostNamed(context, 'organisations'), ...parts];
}

/** Those that more than one statement names, by how many do: as many as can be taken in at once. */
function mostNamed(context: PageContext, page: NameList): Part[] {
	const { corpus, t, uses } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termList(context, term) === page));
	const byNumber = groupBy(terms, ({ id }) => uses.get(id)?.length ?? 0);
	const numbers = [...byNumber.keys()].filter((number) => number > 1).sort((a, b) => b - a);
	let names = 0;
	const shown = numbers.filter((number) => (names += byNumber.get(number)?.length ?? 0) <= mostAtOnce);
	return shown.length === 0
		? []
		: [{
			name: 'by-number',
			from: files.glossary,
			content: [
				heading(2, t('section.byNumber')),
				list(shown.map((number) => [text(`${t('count.statements', { count: number })}${t('colon')}`), ...termLinks(context, (byNumber.get(number) ?? []).map(({ id }) => id))])),
				paragraph(t(shown.length < numbers.length ? 'section.byNumber.fewer' : 'section.byNumber.rest')),
			],
		}];
}

/** Countries; then the places of each country, every place below the one that it lies in; then those of no country. */
function placesParts(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termList(context, term) === 'places'));
	const places = terms.filter(({ category }) => category === 'place');
	const countries = terms.filter(({ category }) => category === 'country');
	const part = (name: string, title: string, found: readonly Term[], index?: BlockContent): Part[] =>
		found.length === 0 ? [] : [{ name, from: files.glossary, content: [heading(2, title), index, ...found.map((term) => () => termBlock(context, term))] }];
	const inParts = context.lists.names.places;
	if (inParts.length > 0) return [...mostNamed(context, 'places'), ...part('country', t('categoryGroup.country'), countries), ...partList(context, 'places', inParts)];
	return [
		{ name: 'filters', from: files.glossary, content: [termFilters(context, 'places', terms, ['country', 'place'])] },
		...mostNamed(context, 'places'),
		...part('country', t('categoryGroup.country'), countries),
		...[...countries, undefined].flatMap((country) => {
			const own = inPlace(places.filter((place) => (countries.some(({ id }) => id === place.country) ? place.country : undefined) === country?.id));
			return country === undefined
				? part('place', t('section.placesElsewhere'), own.flat())
				: part(`place-${country.id}`, t('section.placesIn', { country: country.name[lang] }), own.flat(), placeIndex(context, own));
		}),
	];
}

/** The places of a part, with the way to each at one look. */
function placesPart(context: PageContext, places: readonly Term[]): Part {
	const own = inPlace(byName(context, places));
	return { name: 'entries', from: files.glossary, content: [heading(2, context.t('categoryGroup.place')), placeIndex(context, own), ...own.flat().map((place) => () => termBlock(context, place))] };
}

/** Groups places: each that lies in no other of them, followed by all that lie in it. */
function inPlace(places: readonly Term[]): Term[][] {
	const ids = new Set(places.map(({ id }) => id));
	const inside = groupBy(places, ({ within }) => [within !== undefined && ids.has(within) ? within : '']);
	// A circle of places that lie in one another has no beginning: `check` reports it, and its places still have to be found.
	const seen = new Set<string>();
	const below = (place: Term): Term[] => (seen.has(place.id) ? [] : (seen.add(place.id), [place, ...(inside.get(place.id) ?? []).flatMap(below)]));
	return [...(inside.get('') ?? []), ...places].map(below).filter((group) => group.length > 0);
}

/** The places of a country at one look, with the number of statements that name each. */
function placeIndex(context: PageContext, groups: readonly (readonly Term[])[]): BlockContent {
	const { t, uses } = context;
	const one = ({ id }: Term): PhrasingContent[] => [...termLinks(context, [id]), text(`${t('parenthesis.open')}${uses.get(id)?.length ?? 0}${t('parenthesis.close')}`)];
	return list(groups.map(([first, ...rest]) => [...(first ? one(first) : []), ...(rest.length > 0 ? [text(t('colon')), ...join(context, rest.map(one))] : [])]));
}

/** Programmes, agreements and terms; then the names that no statement holds; and the way to the others. */
function glossaryParts(context: PageContext): Part[] {
	const inParts = context.lists.names.glossary;
	return [
		{ name: 'elsewhere', from: ['content/i18n'], content: [list((['organisations', 'places'] as const).map((view) => [link(href(context, view), context.t(`view.${view}.title`))]))] },
		...(inParts.length > 0 ? [ordersOfGlossary, ...partList(context, 'glossary', inParts)] : termParts(context, 'glossary', categories)),
	];
}

const ordersOfGlossary: Part = { name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: orderNames.glossary })] };

/** Every name of the guide in one alphabet, wherever its entry stands, beside its names in the other languages. */
function allNamesPages(context: PageContext): ReturnType<Order> {
	const { corpus, lang, t } = context;
	const initialOf = (term: Term): string => initial(sortName(lang, term));
	// The alphabets differ, the number of pages must not: a page leads to the one of the same number in another language.
	const pages = evenRuns(byName(context, corpus.glossary), ({ name }) => 2 * nameWeight(context, name));
	const titles = pages.map((of) => rangeOf(t, 'part.range', initialOf(of[0] as Term), initialOf(of.at(-1) as Term)));
	return (pages.length === 0 ? [[]] : pages).map((terms, here) => (own) => [
		ordersOfGlossary,
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

/** The ways to the parts of a list, with what each holds: by name where all names fit, or else from the first to the last. */
function partList<Item extends Term | Difference>(context: PageContext, view: ListView, parts: readonly ListPart<Item>[]): Part[] {
	const { lang, t } = context;
	const isShort = total(parts.flatMap(({ items }) => items), (item) => nameWeight(context, nameOf(item))) <= 0.8 * room;
	const titles = partTitles(context, view, parts);
	return ways(context, parts.map((part, index) => {
		const slug = `${view}/${part.name}`;
		const items = sortedPart(context, part);
		const names = items.map((item): PhrasingContent[] => [link(href(context, slug, item.id), prose(context, nameOf(item)[lang]))]);
		const [first, last] = [names[0] ?? [], names.at(-1) ?? []];
		return {
			name: part.name,
			title: titles[index] ?? '',
			...withinOf(context, view, part),
			slug,
			from: isDifference(items[0]) ? files.differences : files.glossary,
			count: items.length,
			content: [
				// The titles of differences are sentences.
				isShort && isDifference(items[0]) ? list(names) : paragraph([text(`${t('count.entries', { count: items.length })}${t('colon')}`), ...(isShort ? join(context, names) : (items.length > 1 ? join(context, [first, last], 'part.between') : first))]),
			],
		};
	}));
}

/** The way to a part of a list, and what it holds. */
interface Way {
	readonly name: string;
	readonly title: string;
	/** What it shares with those beside it, and what it is called among them. */
	readonly within?: { readonly title: string; readonly label: string };
	readonly slug: string;
	readonly from: readonly string[];
	readonly count: number;
	readonly content: readonly BlockContent[];
}

/** The ways to the parts of a list, each with what is in it; or where they are many, no more than what they are called, those of a kind in one line. */
function ways(context: PageContext, found: readonly Way[]): Part[] {
	const { t } = context;
	if (found.length <= mostBeside) return found.map(({ name, title, slug, from, content }) => ({ name: `part-${name}`, from, content: [heading(2, [link(href(context, slug), title)]), ...content] }));
	const lines = [...groupBy(found, ({ title, within }) => within?.title ?? title)].map(([title, own]) => {
		const ways = own.map(({ slug, within, count }) => [link(href(context, slug), within?.label ?? title), ...(own.length === 1 ? [text(`${t('parenthesis.open')}${count}${t('parenthesis.close')}`)] : [])]);
		return [...(own[0]?.within ? [text(`${title}${t('colon')}`)] : []), ...join(context, ways)];
	});
	return [{ name: 'parts', from: found[0]?.from ?? [], content: [list(lines)] }];
}

/** What lies between two names or initials; where both are the same, that. */
const rangeOf = (t: PageContext['t'], message: 'part.range' | 'part.names', first: string, last: string): string => (first === last ? first : t(message, { first, last }));

/** A name that leads to its entry. */
const nameWeight = ({ weights }: PageContext, name: Term['name']): number => weights.of((draft) => [list([[link(href(draft, 'organisations', 'some-organisation'), name[draft.lang])]])]);

type ListView = NameList | 'differences';
const isDifference = (item: Term | Difference | undefined): item is Difference => item !== undefined && 'title' in item;
const nameOf = (item: Term | Difference): Term['name'] => (isDifference(item) ? item.title : item.name);
/** Names in the order of the language's alphabet, differences as they stand. */
const sortedPart = <Item extends Term | Difference>(context: PageContext, { items }: ListPart<Item>): readonly (Term | Difference)[] =>
	(isDifference(items[0]) ? items : byName(context, items as readonly Term[]));

const partTitles = (context: PageContext, view: ListView, parts: readonly Pick<ListPart<unknown>, 'steps'>[]): string[] => numbered(context.t, parts.map((part) => partTitle(context, view, part)));

/** What the entries of a part have in common, as a title. */
function partTitle(context: PageContext, view: ListView, { steps }: Pick<ListPart<unknown>, 'steps'>): string {
	const { corpus, lang, t } = context;
	const word = (step: Step): string => {
		switch (step.by) {
			case 'category': return t(step.category === 'other' ? 'section.otherNames' : `categoryGroup.${step.category}`);
			case 'kind': return t(`differenceGroup.${step.kind}`);
			case 'country': return placesOrCountry(step.country === undefined ? undefined : corpus.termById.get(step.country)?.name[lang]);
			case 'initials': return t('part.initials', { range: rangeOf(t, 'part.range', step.from, step.to) });
			case 'within': return corpus.termById.get(step.place)?.name[lang] ?? step.place;
			case 'sectors': return labelOf(t, step.sectors.map((id) => corpus.sectorById.get(id)?.name[lang] ?? id), 2);
			case 'number': return t('part.number', { number: step.number });
		}
	};
	const placesOrCountry = (country: string | undefined): string => {
		if (view !== 'places') return country ?? t('part.elsewhere');
		return country === undefined ? t('section.placesElsewhere') : t('section.placesIn', { country });
	};
	const isNamed = steps[0] !== undefined && ['category', 'kind', 'country'].includes(steps[0].by);
	const [whole, ...rest] = [...(isNamed ? [] : [t(`view.${view}.title`)]), ...steps.map(word)];
	return rest.length === 0 ? (whole ?? '') : t('part.title', { whole: whole ?? '', part: rest.join(t('list.separator')) });
}

/** Parts that differ by initials, or by number, are of a kind. */
function withinOf(context: PageContext, view: ListView, { steps }: Pick<ListPart<unknown>, 'steps'>): Pick<Way, 'within'> {
	const at = steps.findIndex(({ by }) => by === 'initials' || by === 'number');
	if (at < 0) return {};
	const { t } = context;
	const label = steps.slice(at).map((step) => (step.by === 'initials' ? rangeOf(t, 'part.range', step.from, step.to) : step.by === 'number' ? t('part.page', { number: step.number }) : '')).join(' ');
	return { within: { title: partTitle(context, view, { steps: steps.slice(0, at) }), label } };
}

/** The pages that a view's list is cut into. */
export function* partPages(contexts: (slug: string) => PageContext, view: View): Generator<PageSource> {
	const { lists } = contexts(view);
	if (view === 'timeline') yield* listingPages(contexts, timeline);
	else if (view === 'figures') yield* listingPages(contexts, figures);
	else if (view === 'differences') yield* pagesOfParts(contexts, view, lists.differences, differencesByHome);
	else if (view === 'organisations' || view === 'glossary') yield* pagesOfParts(contexts, view, lists.names[view], namesByInitial(view));
	else if (view === 'places') yield* pagesOfParts(contexts, view, lists.names.places, (context, places) => [termFiltersPart(context, view, places), placesPart(context, places)]);
}

function* pagesOfParts<Item extends Term | Difference>(contexts: (slug: string) => PageContext, view: ListView, parts: readonly ListPart<Item>[], content: (context: PageContext, items: readonly Item[], part: ListPart<Item>) => Part[]): Generator<PageSource> {
	const titles = partTitles(contexts(view), view, parts);
	for (const [index, part] of parts.entries()) {
		const context = contexts(`${view}/${part.name}`);
		const { lang, t } = context;
		const title = titles[index] ?? '';
		const [first, last] = [0, -1].map((at) => nameOf(sortedPart(context, part).at(at) as Term | Difference)[lang]) as [string, string];
		yield pageSource(context, {
			title,
			description: t('part.description', { view: t(`view.${view}.title`), title, count: part.items.length, range: rangeOf(t, 'part.names', first, last) }),
			view,
			partOf: view,
			order: index + 1,
			from: isDifference(part.items[0]) ? files.differences : files.glossary,
			parts: content(context, part.items, part),
		});
	}
}

/** Names under their initials; those of several kinds, as the page of a whole list has them. */
const namesByInitial = (view: 'organisations' | 'glossary') => (context: PageContext, terms: readonly Term[]): Part[] => {
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

const termFiltersPart = (context: PageContext, view: NameList, terms: readonly Term[]): Part => ({ name: 'filters', from: files.glossary, content: [termFilters(context, view, terms, categories)] });

function termParts(context: PageContext, page: NameList, wanted: readonly Category[]): Part[] {
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
function termFilters(context: PageContext, page: NameList, terms: readonly Term[], wanted: readonly Category[]): BlockContent {
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
		orders: page === 'glossary' ? orderNames.glossary : undefined,
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

/** Where sources disagree, and what is easily taken for one another. */
function differencesParts(context: PageContext): Part[] {
	const { corpus, lists } = context;
	if (lists.differences.length > 0) return [{ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: orderNames.differences })] }, ...partList(context, 'differences', lists.differences)];
	const byKind = groupBy(corpus.differences, ({ kind }) => kind);
	const compared = corpus.statements.filter(({ id }) => corpus.differencesOf.has(id));
	const filters: Part = {
		name: 'filters',
		from: files.differences,
		content: [element('Filters', {
			orders: orderNames.differences,
			difference: differenceKinds.filter((kind) => byKind.has(kind)).join(' '),
			sector: choices(corpus.sectors.filter(({ id }) => compared.some(({ sector }) => sector === id)).map(({ id }) => id)),
		})],
	};
	return [...(corpus.differences.length > 0 ? [filters] : []), ...differenceKinds.flatMap((kind) => {
		const differences = byKind.get(kind) ?? [];
		return differences.length === 0
			? []
			: [{ name: kind, from: files.differences, content: [heading(2, context.t(`differenceGroup.${kind}`)), ...differences.map((difference) => () => differenceBlock(context, difference))] }];
	})];
}

/** Differences under the sectors that they concern, as titles. */
function differencesBySector(context: PageContext): Piece<Difference>[] {
	const { corpus, lang } = context;
	const concerned = groupBy(corpus.differences, (difference) => [...new Set(statementsOf(context, difference).map(({ sector }) => sector))]);
	return corpus.sectors.flatMap(({ id, name }) => (concerned.has(id) ? [{ name: `sector-${id}`, title: name[lang], items: concerned.get(id) ?? [] }] : []));
}

const titlesOfDifferences: Listing<Difference> = {
	view: 'differences',
	weigh: ({ weights }, difference) => weights.of((draft) => [list([titleOf(draft, difference)])]),
	own: differencesBySector,
	filters: () => ({ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: orderNames.differences })] }),
	draw: (context, { name, title, items }) => ({
		name,
		from: files.differences,
		content: [heading(2, title), list(items.map((difference) => titleOf(context, difference)))],
	}),
};

const titleOf = (context: PageContext, difference: Difference): PhrasingContent[] => [link(href(context, differencePage(context, difference), difference.id), prose(context, difference.title[context.lang]))];

/** Differences under the sector that is the home of the first statement of each. */
function differencesByHome(context: PageContext, differences: readonly Difference[]): Part[] {
	const told = differences.flatMap((difference) => statementsOf(context, difference).slice(0, 1).map((statement) => ({ difference, statement })));
	const sectors = inOrder(context.corpus.sectors.map(({ id }) => id), differences.flatMap((difference) => statementsOf(context, difference).map(({ sector }) => sector)));
	return [{ name: 'filters', from: files.differences, content: [element('Filters', { sector: choices(sectors.split(' ')) })] }, {
		name: 'differences',
		from: files.differences,
		content: bySector(context, told).flatMap(({ sector, found }) => [heading(2, sector.name[context.lang]), ...found.map(({ difference }) => () => differenceBlock(context, difference))]),
	}];
}

/** How many statements each language has, and which of its texts are older than the others. */
function translationsParts(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const stale = corpus.statements.filter(({ id }) => (corpus.staleIn.get(id)?.length ?? 0) > 0);
	const languageName = (of: Lang): string => t(`language.${languages[of].tag}`);
	const bySector = groupBy(corpus.statements, ({ sector }) => sector);
	const older = ({ id }: Sector): number => (bySector.get(id) ?? []).filter((statement) => (corpus.staleIn.get(statement.id)?.length ?? 0) > 0).length;
	// Of more sectors than a table holds, those where most is to be done.
	const shown = corpus.sectors.length > mostAtOnce ? corpus.sectors.toSorted((a, b) => older(b) - older(a)).slice(0, mostAtOnce) : corpus.sectors;
	const few = stale.slice(0, mostBeside);
	const olderIn = (statements: readonly CorpusStatement[], of: Lang): string => String(statements.filter(({ id }) => corpus.staleIn.get(id)?.includes(of)).length);
	return [
		{
			name: 'status',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				table([
					[[text(t('column.sector'))], [text(t('column.statements'))], ...langs.map((of) => [text(t('column.older', { language: languageName(of) }))])],
					...shown.map(({ id, name }) => {
						const statements = bySector.get(id) ?? [];
						return [[link(href(context, `sectors/${id}`), prose(context, name[lang]))], [text(String(statements.length))], ...langs.map((of) => [text(olderIn(statements, of))])];
					}),
				]),
				...andMore(context, corpus.sectors.length - shown.length).map(paragraph),
			],
		},
		{
			name: 'older',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				heading(2, t('section.older')),
				entries(context, few) ?? paragraph(t('section.older.none')),
				...andMore(context, stale.length - few.length).map(paragraph),
			],
		},
	];
}
