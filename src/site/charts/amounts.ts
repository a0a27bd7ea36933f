import { scaleLinear } from 'd3-scale';
import { round, type Item, type Link, type Scene } from './scene.ts';
import { lineHeight, textWidth, wrap } from './text.ts';
import type { bounds } from '../../model/vocabulary.ts';

/** More panels than these, or more amounts in one, are a list: those that hold most are drawn, of each the largest. */
export const mostPanels = 12;
export const mostAmounts = 5;

/** Amounts of one unit, and for money of one kind: they share a scale, and nobody else does. */
export interface AmountPanel {
	readonly title: string;
	/** The end of the scale where the unit has one, such as 100 %. */
	readonly whole?: number;
	readonly rows: readonly AmountRow[];
	/** What stands at a point of the scale. */
	readonly tick: (value: number) => string;
}

export interface AmountRow {
	/** The same for a single figure. */
	readonly from: number;
	readonly to: number;
	readonly bound: (typeof bounds)[number];
	/** The figure in words, with its bound: “up to ¥60 billion”. */
	readonly value: string;
	readonly what: string;
	readonly href: string;
	readonly name: string;
	readonly class: string;
}

const bar = 14;

/** As wide as a narrow screen has room for; on a wide one several panels stand beside each other. */
const width = 288;

/** One panel: each amount has its words above its bar and its figure beside it. */
export function amountsScene(panel: AmountPanel, tag: string): Scene {
	const valueWidth = Math.min(width * 0.5, Math.max(...panel.rows.map(({ value }) => textWidth(value))) + 20);
	const domain = panel.whole ?? Math.max(...panel.rows.map(({ to }) => to));
	const scale = scaleLinear([0, domain], [0, round(width - valueWidth)]).nice(panel.whole === undefined ? 4 : undefined);
	const title = wrap(panel.title, width, tag);
	const top = title.length * lineHeight + 8;
	let y = top;
	const rows = panel.rows.map((row) => {
		const what = wrap(row.what, width - 8, tag);
		const value = wrap(row.value, valueWidth - 12, tag);
		const link = drawRow(row, what, value, y, scale);
		y += what.length * lineHeight + Math.max(bar, value.length * lineHeight) + 14;
		return link;
	});
	const ticks = ticksOf(scale.ticks(4), panel, scale);
	return {
		width,
		height: y + lineHeight + 8,
		items: [
			{ type: 'label', x: 0, y: lineHeight, lines: title, class: 'head' },
			{ type: 'path', class: 'grid', d: ticks.map(({ x }) => `M${x} ${top}V${y}`).join('') },
			...rows,
			{ type: 'path', class: 'axis', d: `M0 ${y}H${round(scale.range()[1] ?? width)}M0 ${top}V${y}` },
			...ticks.map(({ x, label }, index): Item => ({ type: 'label', x, y: y + lineHeight, lines: [label], class: 'tick', ...(index === 0 ? {} : { anchor: 'middle' as const }) })),
		],
	};
}

/** Ticks whose labels do not touch: every second one where they would. */
function ticksOf(values: readonly number[], { tick }: AmountPanel, scale: (value: number) => number): { x: number; label: string }[] {
	const all = values.map((value) => ({ x: round(scale(value)), label: tick(value) }));
	const fits = all.every(({ x, label }, index) => index < 2 || x - textWidth(label) / 2 > (all[index - 1]?.x ?? 0) + textWidth(all[index - 1]?.label ?? '') / 2 + 6) && (all.length < 2 || (all[1]?.x ?? 0) - textWidth(all[1]?.label ?? '') / 2 > textWidth(all[0]?.label ?? '') + 6);
	return fits || all.length <= 2 ? (fits ? all : all.slice(0, 1)) : ticksOf(values.filter((_, index) => index % 2 === 0), { tick } as AmountPanel, scale);
}

function drawRow(row: AmountRow, what: readonly string[], value: readonly string[], y: number, scale: (value: number) => number): Link {
	const top = y + what.length * lineHeight + 4;
	const middle = top + bar / 2;
	const [from, to] = [row.from === row.to ? 0 : round(scale(row.from)), round(scale(row.to))];
	const height = what.length * lineHeight + 8 + Math.max(bar, value.length * lineHeight);
	// The shape says how the source bounds the figure, as its words do.
	const edge = {
		exact: [],
		// No further than here: a stop.
		'up-to': [{ type: 'path', class: 'stop', d: `M${to} ${top - 4}V${top + bar + 4}` }],
		// It goes on: an arrow.
		'at-least': [{ type: 'path', class: 'stop', d: `M${to} ${middle}h11m-5 -4l5 4l-5 4` }],
		'more-than': [{ type: 'path', class: 'stop', d: `M${to} ${middle}h11m-5 -4l5 4l-5 4` }],
		// About here: a wave.
		about: [{ type: 'path', class: 'stop', d: `M${to} ${top - 3}q5 5 0 10t0 10` }],
	} as const;
	return {
		type: 'link',
		href: row.href,
		name: row.name,
		items: [
			{ type: 'rect', x: 0, y, width: round(Math.max(to + 18 + Math.max(...value.map(textWidth)), ...what.map(textWidth))), height },
			{ type: 'label', x: 4, y: y + lineHeight - 2, lines: what, class: 'what' },
			{ type: 'rect', class: `bar ${row.bound === 'up-to' ? 'ceiling' : row.from === row.to ? '' : 'range'} ${row.class}`.replaceAll(/ +/g, ' ').trim(), x: from, y: top, width: round(Math.max(2, to - from)), height: bar },
			...edge[row.bound],
			{ type: 'label', x: round(to + 16), y: middle + 4.5, lines: value, class: 'value' },
		],
	};
}
