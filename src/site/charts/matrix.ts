import { round, type Label } from './scene.ts';
import { lineHeight, textWidth, wrap } from './text.ts';

/** Counts in rows and columns. In each cell stands its number, and a bar that is as long as it, on one scale for all. */
export interface Matrix {
	/** Beside each other; a letter stands above each, and in the key its name. */
	readonly columns: readonly { readonly label: string; readonly class: string }[];
	readonly rows: readonly MatrixRow[];
	/** The language of the labels. */
	readonly tag: string;
}

export interface MatrixRow {
	readonly label: string;
	readonly counts: readonly number[];
}

/** As many columns as stay legible beside each other on a narrow screen. */
export const mostColumns = 5;

/** More rows than these would be a list, and no picture. */
export const mostRows = 20;

/** The rows that count most, in their order, and one row for all others where there are more. @param others what that is called */
export function largestRows<Row extends MatrixRow>(rows: readonly Row[], others: (count: number) => string): readonly (Row | (MatrixRow & { readonly href?: undefined }))[] {
	if (rows.length <= mostRows) return rows;
	const total = ({ counts }: MatrixRow): number => counts.reduce((sum, count) => sum + count, 0);
	const kept = new Set(rows.toSorted((a, b) => total(b) - total(a)).slice(0, mostRows - 1));
	const rest = rows.filter((row) => !kept.has(row));
	return [...rows.filter((row) => kept.has(row)), { label: others(rest.length), counts: (rest[0]?.counts ?? []).map((_, column) => rest.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0)) }];
}

/**
 * One drawing for a narrow and for a wide screen: what lies beside each other is placed in parts of the width, what lies below each
 * other in pixels, as all text is. The name of a row stands above its cells, so that no column is lost to names.
 */
export interface MatrixScene {
	readonly height: number;
	readonly labels: readonly Label[];
	/** The lines between rows, in hundredths of the width. */
	readonly rules: string;
	readonly columns: readonly MatrixColumn[];
	/** Where the bars begin in a column, in pixels. */
	readonly barsAt: number;
	/** The longest bar, in per cent of a column. */
	readonly barsWidth: number;
}

export interface MatrixColumn {
	/** Its letter, and its numbers; they end at their place. */
	readonly labels: readonly Label[];
	readonly class: string;
	/** The bars, in hundredths of the longest. */
	readonly bars: string;
}

/** The least width of a picture: that of the text on a screen of 320 pixels. */
export const leastWidth = 280;
const bar = 12;
const gap = 6;
const headHeight = 22;

export function matrixScene({ columns, rows, tag }: Matrix): MatrixScene {
	const numbers = rows.flatMap(({ counts }) => counts);
	const largest = Math.max(1, ...numbers);
	const barsAt = Math.ceil(Math.max(...numbers.map((number) => textWidth(String(number))))) + gap;
	const least = leastWidth / columns.length;
	const names = rows.map(({ label }) => wrap(label, leastWidth, tag));
	const tops = names.reduce<number[]>((found, lines) => [...found, (found.at(-1) ?? 0) + lines.length * lineHeight + 30], [headHeight]);
	/** The middle of the cells of a row. */
	const middle = (row: number): number => (tops[row + 1] ?? 0) - 14;
	return {
		height: (tops.at(-1) ?? 0) + 1,
		labels: names.map((lines, row): Label => ({ type: 'label', x: 0, y: (tops[row] ?? 0) + lineHeight, lines })),
		rules: tops.map((y) => `M0 ${y}H100`).join(''),
		columns: columns.map(({ class: look }, column) => {
			const counted = rows.flatMap(({ counts }, row) => ((counts[column] ?? 0) > 0 ? [{ count: counts[column] ?? 0, y: middle(row) }] : []));
			return {
				class: look,
				labels: [
					{ type: 'label', x: barsAt - gap, y: headHeight - 7, lines: [columnLetter(column)], class: 'head' },
					...counted.map(({ count, y }): Label => ({ type: 'label', x: barsAt - gap, y: y + 5, lines: [String(count)] })),
				],
				bars: counted.map(({ count, y }) => `M0 ${y - bar / 2}h${round((count / largest) * 100)}v${bar}H0z`).join(''),
			};
		}),
		barsAt,
		barsWidth: round(((least - barsAt - gap) / least) * 100),
	};
}

/** @example columnLetter(0) // => 'A' */
export const columnLetter = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);
