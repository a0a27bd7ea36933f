import { sizeOf } from '../../../../src/model/amount.ts';
import { isCurrency } from '../../../../src/model/seed.ts';
import { moneyKinds, units } from '../../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../../corpus.ts';
import { heading } from '../../mdx.ts';
import type { Figure, PageContext } from '../context.ts';
import { shareOfList } from '../parts.ts';
import { filesOf } from '../sector.ts';
import { choices, figureTable, statementFilters } from '../statement.ts';
import { inPages, listingPages, piecesBySector, piecesOrParts, type Listing } from './listing.ts';
import type { ViewPages } from './view.ts';

const orders = 'by-kind by-sector';

const amounts: Listing<Figure> = {
	view: 'figures',
	orders,
	weigh: ({ weights }, figure) => shareOfList + weights.figure(figure),
	around: 300,
	picture: () => 13_500,
	own: (context) => scalesOf(context).map(({ name, title, found }) => ({ name: `figures-${name}`, title, items: found })),
	filters: (context, found) => {
		const statements = [...new Set(found.map(({ statement }) => statement))];
		return { name: 'filters', from: filesOf(context, statements), content: [statementFilters(context, statements, { source: sourcesOf(context, statements), orders })] };
	},
	draw: (context, { name, title, items }) => ({
		name,
		from: filesOf(context, items.map(({ statement }) => statement)),
		content: [heading(2, title), figureTable(context, items)],
	}),
};

/** Every amount of every statement. */
export const figures: ViewPages = {
	picture: 'AmountsChart',
	parts: (context) => piecesOrParts(context, amounts),
	orders: { 'by-sector': inPages(amounts, (context) => piecesBySector(context, scalesOf(context).flatMap(({ found }) => found), 'figures')) },
	cut: (contexts) => listingPages(contexts, amounts),
};

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

/** The sources of some statements, as ids in the order of the sources. */
function sourcesOf({ corpus }: PageContext, statements: readonly CorpusStatement[]): string | undefined {
	const found = new Set(statements.map(({ document }) => document));
	return choices(corpus.documents.filter((document) => found.has(document)).map(({ id }) => id));
}
