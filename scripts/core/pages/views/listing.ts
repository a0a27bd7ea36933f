import { groupBy, type CorpusStatement } from '../../corpus.ts';
import { element, paragraph, text } from '../../mdx.ts';
import type { PageSource } from '../../regions.ts';
import { join, nthTitle, pageWays, type PageContext } from '../context.ts';
import { pageSource, type Part } from '../page.ts';
import { numbersOf, room, runsOf, total, uniqueNames } from '../parts.ts';
import { bySector } from '../statement.ts';
import type { Order } from './view.ts';
import { rangeOf, ways } from './ways.ts';

/** What stands under one heading of a view. */
export interface Piece<Item> {
	/** Unique in its order. */
	readonly name: string;
	readonly title: string;
	readonly items: readonly Item[];
}

/** A view whose list stands under headings, as one page or in parts. */
export interface Listing<Item> {
	readonly view: 'timeline' | 'figures' | 'differences';
	/** The orders of the list, its own first. */
	readonly orders: string;
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

/** What statements tell, under the sectors that these are at home in. @param stem with which the names of the pieces begin */
export const piecesBySector = <Told extends { readonly statement: CorpusStatement }>(context: PageContext, told: readonly Told[], stem: string): Piece<Told>[] =>
	bySector(context, told).map(({ sector, found }) => ({ name: `${stem}-${sector.id}`, title: sector.name[context.lang], items: found }));

/** The list of a view, or the ways to its parts where one page cannot hold it. */
export function piecesOrParts<Item>(context: PageContext, listing: Listing<Item>): Part[] {
	const pieces = listing.own(context);
	const pages = listedParts(context, listing, pieces);
	if (pages.length === 0) return [listing.filters(context, pieces.flatMap(({ items }) => items)), ...pieces.map((piece) => listing.draw(context, piece))];
	const { t } = context;
	return [
		{ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: listing.orders })] },
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

/** The pages of an order of a view, each with the way to the others. */
export function inPages<Item>(listing: Listing<Item>, pieces: (context: PageContext) => readonly Piece<Item>[]): Order {
	return (context) => {
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

/** The pages that the list of a view is cut into. */
export function* listingPages<Item>(contexts: (slug: string) => PageContext, listing: Listing<Item>): Generator<PageSource> {
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

/** The parts of a view whose list one page cannot hold. */
function listedParts<Item>(context: PageContext, listing: Listing<Item>, pieces: readonly Piece<Item>[]): { name: string; title: string; pieces: readonly Piece<Item>[] }[] {
	const pages = pagesOf(context, listing, pieces, listing.picture?.(pieces.flatMap(({ items }) => items)));
	if (pages.length < 2) return [];
	const titles = titlesOf(context.t, pages);
	const names = uniqueNames(pages.map((own) => [...new Set([own[0]?.name, own.at(-1)?.name])].map((name) => name?.replace(/^(?:year|figures)-/, '') ?? '').join('-to-').toLowerCase()));
	return pages.map((own, index) => ({ name: names[index] ?? listing.view, title: titles[index] ?? '', pieces: own }));
}

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

