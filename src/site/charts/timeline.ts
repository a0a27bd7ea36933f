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

export interface TimelineLayout {
	readonly width: number;
	/** Room for the names of the lanes on the left; without it, they stand above. */
	readonly labelWidth: number;
	/** Years between two that are written out. */
	readonly every: number;
	readonly farWidth: number;
}

export const wideTimeline: TimelineLayout = { width: 680, labelWidth: 150, every: 1, farWidth: 66 };
export const narrowTimeline: TimelineLayout = { width: 288, labelWidth: 0, every: 4, farWidth: 30 };

const row = 26;
const target = 24;
/** The least length that can be seen, and the length of an end that is open. */
const least = 5;
const open = 30;

/** More marks than these are counted, not drawn. */
export const mostMarks = 120;

/** Dates in lanes along one axis of time; marks that would touch stand below one another. */
export function timelineScene(lanes: readonly TimelineLane[], tag: string, layout: TimelineLayout): Scene {
	const { width, labelWidth, every } = layout;
	const axis = roomyAxis(lanes.flatMap(({ marks }) => marks), layout);
	const top = 24;
	const items: Item[] = [];
	let y = top;
	for (const { label, marks } of lanes) {
		const lines = wrap(label, labelWidth > 0 ? labelWidth - 10 : width, tag);
		const above = labelWidth > 0 ? 0 : lines.length * lineHeight + 4;
		const rows = stack(marks.map((mark) => ({ mark, place: placeOf(mark, axis, labelWidth, width) })));
		items.push({ type: 'path', class: 'rule', d: `M0 ${y}H${width}` }, { type: 'label', x: 0, y: y + lineHeight + 2, lines, class: 'lane' });
		for (const { mark, place, at } of rows) items.push(draw(mark, place, y + above + 2 + at * row + row / 2));
		y += Math.max(above + (Math.max(0, ...rows.map(({ at }) => at)) + 1) * row, lines.length * lineHeight) + 8;
	}
	return { width, height: y + 1, items: [...axisItems(axis, top, y, every), ...items] };
}

/** The axis over the whole width, or one that ends earlier where a mark is so long that its word fits on neither side of it. */
function roomyAxis(marks: readonly TimelineMark[], { width, labelWidth, farWidth }: TimelineLayout): TimeAxis {
	const axisTo = (right: number): TimeAxis => timeAxis(marks.map(({ span }) => span), labelWidth + 4, right, farWidth);
	const axis = axisTo(width - 2);
	const cramped = marks.some((mark) => placeOf(mark, axis, labelWidth, width).left < labelWidth);
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

function placeOf({ span, label }: TimelineMark, axis: TimeAxis, least0: number, width: number): Place {
	const end = span.to === null ? undefined : axis.x(span.to);
	const start = span.from === null ? undefined : axis.x(span.from);
	const from = start ?? Math.max(least0, (end ?? 0) - open);
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

function axisItems({ ticks, breaks, stretches }: TimeAxis, top: number, bottom: number, every: number): Item[] {
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
