import { scaleLinear } from 'd3-scale';
import { round, type Item, type Scene } from './scene.ts';
import { lineHeight, wrap } from './text.ts';

/** Counts in rows and columns. A bar in each cell is as long as its count, on one scale for all, and the number stands beside it. */
export interface Matrix {
	readonly columns: readonly { readonly label: string; readonly class: string }[];
	readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
	/** The language of the labels. */
	readonly tag: string;
}

const width = 680;
const labelWidth = 212;
const gap = 8;
const bar = 13;
const numberWidth = 26;

const largest = ({ rows }: Matrix): number => Math.max(1, ...rows.flatMap(({ counts }) => counts));

/** A cell: nothing where nothing is counted. */
function cell(count: number, x: number, y: number, scale: (count: number) => number, look: string): Item[] {
	if (count === 0) return [];
	const length = round(scale(count));
	return [
		{ type: 'rect', class: `bar ${look}`, x: round(x), y: y - bar / 2, width: length, height: bar },
		{ type: 'label', x: round(x + length + 5), y: y + 4.5, lines: [String(count)], class: 'number' },
	];
}

/** Rows beside columns, for a wide screen. */
export function wideMatrix(matrix: Matrix): Scene {
	const { columns, rows, tag } = matrix;
	const step = (width - labelWidth) / columns.length;
	const scale = scaleLinear([0, largest(matrix)], [0, step - gap - numberWidth]);
	const heads = columns.map(({ label }) => wrap(label, step - gap, tag));
	const top = Math.max(...heads.map(({ length }) => length)) * lineHeight + 6;
	const items: Item[] = heads.map((lines, index) => ({ type: 'label', x: round(labelWidth + index * step), y: top - 8 - (lines.length - 1) * lineHeight, lines, class: 'head' }));
	let y = top;
	for (const { label, counts } of rows) {
		const lines = wrap(label, labelWidth - gap, tag);
		const height = lines.length * lineHeight + 10;
		const middle = y + height / 2;
		items.push(
			{ type: 'path', class: 'rule', d: `M0 ${y}H${width}` },
			{ type: 'label', x: 0, y: y + lineHeight + 1.5, lines },
			...counts.flatMap((count, index) => cell(count, labelWidth + index * step, middle, scale, columns[index]?.class ?? '')),
		);
		y += height;
	}
	items.push({ type: 'path', class: 'axis', d: columns.map((_, index) => `M${round(labelWidth + index * step)} ${top}V${y}`).join('') });
	return { width, height: y + 1, items };
}

/** One column after the other, each with the rows that it counts, for a narrow screen. */
export function narrowMatrix(matrix: Matrix): Scene {
	const { columns, rows, tag } = matrix;
	const full = 288;
	const names = 150;
	const scale = scaleLinear([0, largest(matrix)], [0, full - names - numberWidth]);
	const items: Item[] = [];
	let y = 0;
	for (const [index, { label, class: look }] of columns.entries()) {
		const counted = rows.filter(({ counts }) => (counts[index] ?? 0) > 0);
		if (counted.length === 0) continue;
		const head = wrap(label, full, tag);
		items.push({ type: 'label', x: 0, y: y + lineHeight, lines: head, class: 'head' });
		y += head.length * lineHeight + 8;
		for (const row of counted) {
			const lines = wrap(row.label, names - gap, tag);
			const height = lines.length * lineHeight + 8;
			items.push({ type: 'path', class: 'rule', d: `M0 ${y}H${full}` }, { type: 'label', x: 0, y: y + lineHeight, lines }, ...cell(row.counts[index] ?? 0, names, y + height / 2, scale, look));
			y += height;
		}
		y += 18;
	}
	return { width: full, height: y, items };
}
