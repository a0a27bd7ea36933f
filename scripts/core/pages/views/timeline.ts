import { edtfOrder, edtfYear, parseEdtf } from '../../../../src/model/edtf.ts';
import { groupBy, type CorpusStatement } from '../../corpus.ts';
import { element, heading } from '../../mdx.ts';
import type { PageContext } from '../context.ts';
import { shareOfList } from '../parts.ts';
import { filesOf } from '../sector.ts';
import { entry, statementFilters } from '../statement.ts';
import { inPages, listingPages, piecesBySector, piecesOrParts, type Listing, type Piece } from './listing.ts';
import type { ViewPages } from './view.ts';

const orders = 'oldest newest by-sector';

const dates: Listing<Dated> = {
	view: 'timeline',
	orders,
	weigh: ({ weights }, { statement }) => shareOfList + weights.entry(statement),
	// Each date is drawn, as long as they are few.
	picture: ({ length }) => Math.min(2_000 + 420 * length, 22_000),
	own: (context) => byYear(context, datedIn(context)),
	filters: (context, dated) => ({ name: 'filters', from: ['seeds/documents'], content: [statementFilters(context, dated.map(({ statement }) => statement), { orders })] }),
	draw: (context, { name, title, items }) => ({
		name,
		from: filesOf(context, items.map(({ statement }) => statement)),
		content: [heading(2, title), element('Entries', {}, items.map(({ statement, when }) => entry(context, statement, [when])))],
	}),
};

/** Every date of every statement. */
export const timeline: ViewPages = {
	picture: 'TimelineChart',
	parts: (context) => piecesOrParts(context, dates),
	orders: {
		newest: inPages(dates, (context) => byYear(context, datedIn(context).reverse())),
		'by-sector': inPages(dates, (context) => piecesBySector(context, datedIn(context), 'sector')),
	},
	cut: (contexts) => listingPages(contexts, dates),
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

/** Dates in the order in which they come, by year. */
function byYear({ format }: PageContext, dated: readonly Dated[]): Piece<Dated>[] {
	return [...groupBy(dated, ({ year }) => year)].map(([year, items]) => ({ name: `year-${year}`, title: format.date(String(year)), items }));
}
