import { edtfOrder, parseEdtf } from '../model/edtf.ts';
import type { StoredStatement } from '../model/published.ts';
import { firmness } from './status.ts';

/** How many statements a page of entry shows. */
const shown = 5;

export interface Newest {
	readonly statement: StoredStatement;
	/** The date by which it stands here: EDTF, as the source states it. */
	readonly date: string;
}

/**
 * The statements with the latest dates, newest first: of what has happened or goes on, not of what is planned or expected,
 * whose dates lie ahead. A month or a year counts from its beginning, as on the timeline; what is only "by" or "since" a
 * date did not happen then.
 */
export function newest(statements: readonly StoredStatement[], count = shown): Newest[] {
	return statements
		.filter(({ sameAs, status }) => sameAs === undefined && ['done', 'moving'].includes(firmness[status]))
		.flatMap((statement) => {
			const dates = statement.when.flatMap((date) => {
				const parsed = parseEdtf(date);
				const isClosed = parsed !== undefined && parsed.start !== null && (!('end' in parsed) || parsed.end !== null);
				return isClosed ? [{ statement, date, order: edtfOrder(parsed) }] : [];
			});
			return dates.sort((a, b) => b.order - a.order).slice(0, 1);
		})
		.sort((a, b) => b.order - a.order)
		.slice(0, count)
		.map(({ statement, date }) => ({ statement, date }));
}
