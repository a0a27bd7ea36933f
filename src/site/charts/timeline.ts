import { round, type Item, type Link, type Scene } from './scene.ts';
import { lineHeight, textWidth, wrap } from './text.ts';
import { timeAxis, type Span, type TimeAxis } from './time.ts';

/** A date of a statement. */
export interface TimelineMark {
	readonly span: Span;
	readonly href: string;
	/** The word that stands beside the mark. */
	readonly label: string;
	/** All that it says. */
	readonly name: string;
	/** How firm it is: it gives the pattern. */
	readonly class: string;
}

export interface TimelineLane {
	readonly label: string;
	readonly marks: readonly TimelineMark[];
}

/** One drawing for a narrow and for a wide screen: panels as wide as a narrow one, of which two stand beside each other where there is room. */
const width = 288;
const farWidth = 30;
/** Years between two that are written out. */
const every = 4;

const row = 26;
const target = 24;
/** The least length that can be seen, and the length of an end that is open. */
const least = 5;
const open = 30;

/** More marks than these are counted, not drawn: a page has room for so many. */
export const mostMarks = 48;

/**
 * Dates in lanes along an axis of time, each lane below its name; marks that would touch stand below one another.
 * @returns panels with the same axis, about as long as each other
 */
export function timelineScenes(lanes: readonly TimelineLane[], tag: string): Scene[] {
	const axis = roomyAxis(lanes.flatMap(({ marks }) => marks));
	const drawn = lanes.map((lane) => drawLane(lane, axis, tag));
	const height = (some: typeof drawn): number => some.reduce((sum, lane) => sum + lane.height, 0);
	const half = drawn.findIndex((_, index) => height(drawn.slice(0, index + 1)) >= height(drawn) / 2) + 1;
	return [drawn.slice(0, half), drawn.slice(half)].filter(({ length }) => length > 0).map((panel) => {
		let y = top;
		const items = panel.flatMap((lane) => {
			y += lane.height;
			return lane.at(y - lane.height);
		});
		return { width, height: y + 1, items: [...axisItems(axis, y), ...items] };
	});
}

/** Where the years stand above their axis. */
const top = 24;

function drawLane({ label, marks }: TimelineLane, axis: TimeAxis, tag: string): { height: number; at: (y: number) => Item[] } {
	const lines = wrap(label, width, tag);
	const above = lines.length * lineHeight + 4;
	const rows = stack(marks.map((mark) => ({ mark, place: placeOf(mark, axis) })));
	return {
		height: above + (Math.max(0, ...rows.map(({ at }) => at)) + 1) * row + 8,
		at: (y) => [
			{ type: 'path', class: 'rule', d: `M0 ${y}H${width}` },
			{ type: 'label', x: 0, y: y + lineHeight + 2, lines, class: 'lane' },
			...rows.map(({ mark, place, at }) => draw(mark, place, y + above + 2 + at * row + row / 2)),
		],
	};
}

/** The axis over the whole width, or one that ends earlier where a mark is so long that its word fits on neither side of it. */
function roomyAxis(marks: readonly TimelineMark[]): TimeAxis {
	const axisTo = (right: number): TimeAxis => timeAxis(marks.map(({ span }) => span), 4, right, farWidth);
	const axis = axisTo(width - 2);
	const cramped = marks.some((mark) => placeOf(mark, axis).left < 0);
	return cramped ? axisTo(width - 8 - Math.max(...marks.map(({ label }) => textWidth(label)))) : axis;
}

/** From where to where a mark reaches, with its word, and the word's place. */
interface Place {
	readonly from: number;
	readonly to: number;
	readonly left: number;
	readonly right: number;
	readonly labelX: number;
	readonly anchor?: 'end';
}

function placeOf({ span, label }: TimelineMark, axis: TimeAxis): Place {
	const end = span.to === null ? undefined : axis.x(span.to);
	const start = span.from === null ? undefined : axis.x(span.from);
	const from = start ?? Math.max(0, (end ?? 0) - open);
	const to = Math.max(end ?? from + open, from + least);
	const word = textWidth(label);
	const fits = to + 6 + word <= width;
	const left = fits ? from : from - 6 - word;
	const right = fits ? to + 6 + word : to;
	const spare = Math.max(0, (target - (right - left)) / 2);
	return { from, to, left: round(left - spare), right: round(right + spare), labelX: round(fits ? to + 6 : from - 6), ...(fits ? {} : { anchor: 'end' as const }) };
}

/** Puts each mark into the first row where it touches no other, the earliest first. */
function stack<T extends { readonly place: Place }>(marks: readonly T[]): (T & { at: number })[] {
	const ends: { left: number; right: number }[][] = [];
	return [...marks].sort((a, b) => a.place.left - b.place.left || a.place.right - b.place.right).map((mark) => {
		const { left, right } = mark.place;
		const free = ends.findIndex((taken) => taken.every((other) => other.right + 4 <= left || right + 4 <= other.left));
		const at = free < 0 ? ends.length : free;
		(ends[at] ??= []).push({ left, right });
		return { ...mark, at };
	});
}

function draw({ span, href, name, label, class: look }: TimelineMark, { from, to, left, right, labelX, anchor }: Place, y: number): Link {
	const bounded = span.from !== null && span.to !== null;
	return {
		type: 'link',
		href,
		name,
		items: [
			{ type: 'rect', x: left, y: y - target / 2, width: round(right - left), height: target },
			...(bounded
				? [{ type: 'rect', class: `bar ${look}${span.approximate ? ' about' : ''}`, x: from, y: y - 6, width: round(to - from), height: 12 } as const]
				: span.from === null
					? [{ type: 'path', class: `open ${look}`, d: `M${round(from)} ${y}H${to}` } as const, { type: 'path', class: 'stop', d: `M${to} ${y - 8}V${y + 8}` } as const]
					: [{ type: 'path', class: `open ${look}`, d: `M${from} ${y}H${round(to)}` } as const, { type: 'path', class: 'stop', d: `M${from} ${y - 8}V${y + 8}M${round(to - 5)} ${y - 4}L${round(to)} ${y}L${round(to - 5)} ${y + 4}` } as const]),
			{ type: 'label', x: labelX, y: y + 4.5, lines: [label], ...(anchor ? { anchor } : {}) },
		],
	};
}

function axisItems({ ticks, breaks, stretches }: TimeAxis, bottom: number): Item[] {
	const first = ticks[0]?.year ?? 0;
	const far = new Set(stretches.map(({ from }) => from));
	const named = ticks.filter(({ year }, index) => (year - first) % every === 0 || (far.has(year) && index > 0));
	return [
		{ type: 'path', class: 'grid', d: ticks.map(({ x }) => `M${x} ${top}V${bottom}`).join('') },
		{ type: 'path', class: 'axis', d: stretches.map(({ left, right }) => `M${round(left)} ${top}H${round(right)}`).join('') },
		...(breaks.length > 0 ? [{ type: 'path', class: 'break', d: breaks.map((x) => `M${x - 6} ${top + 6}L${x} ${top - 6}M${x} ${top + 6}L${x + 6} ${top - 6}`).join('') } as const] : []),
		// The last one stands over its line, so that it stays inside the picture.
		...named.map(({ year, x }, index): Item => ({ type: 'label', x, y: top - 9, lines: [String(year)], class: 'tick', ...(index === named.length - 1 ? { anchor: 'middle' as const } : {}) })),
	];
}
