import type { Font, Point } from './font.ts';

/** A glyph as pixels. Drawn once and stamped wherever it stands: a title of forty letters has few that no other card has. */
export interface Stamp {
	/** Where its upper left corner lies from the origin of the character. */
	readonly left: number;
	readonly top: number;
	/** The pixels that it covers, row by row, in runs; {@link rowOf}, {@link columnOf}, {@link lengthOf} and {@link coverOf} take one apart. */
	readonly runs: Uint32Array;
}

/** Steps between no ink and full ink. */
export const shades = 15;

/** Pixels of one cover beside each other as one number, since most of a glyph is full and most of its box is empty: ten bits each for row and column, eight for how many. */
const runOf = (row: number, column: number, length: number, cover: number): number => ((row << 22) | (column << 12) | (length << 4) | cover) >>> 0;
export const rowOf = (run: number): number => run >>> 22;
export const columnOf = (run: number): number => (run >>> 12) & 0x3ff;
export const lengthOf = (run: number): number => (run >>> 4) & 0xff;
/** How much of each pixel is covered, from 1 to {@link shades}. */
export const coverOf = (run: number): number => run & 15;
const longest = 0xff;

/** Places within a pixel that a glyph can begin at. */
const steps = 4;

/**
 * Makes stamps of a font's characters, and keeps them.
 * @returns the stamp of a character at a size whose origin lies at a place on the line, and the whole pixel to put it from
 */
export function stamps(font: Font): (character: string, size: number, at: number) => { stamp: Stamp; pixel: number } {
	const known = new Map<string, Stamp>();
	return (character, size, at) => {
		const place = Math.floor(at * steps);
		const step = ((place % steps) + steps) % steps;
		const key = `${size} ${step} ${character}`;
		let stamp = known.get(key);
		if (!stamp) known.set(key, (stamp = cut(font.contours(character), size, step / steps)));
		return { stamp, pixel: (place - step) / steps };
	};
}

/** @param shift how far right of a whole pixel the origin lies */
function cut(contours: readonly (readonly Point[])[], size: number, shift: number): Stamp {
	const polygons = contours.map((points) => flatten(points.map(({ x, y, isOn }) => ({ x: x * size + shift, y: -y * size, isOn }))));
	const all = polygons.flat();
	if (all.length === 0) return { left: 0, top: 0, runs: new Uint32Array() };
	const [left, top] = [Math.floor(Math.min(...all.map(({ x }) => x))), Math.floor(Math.min(...all.map(({ y }) => y)))];
	// What lies right of the last pixel is added up in one more.
	const width = Math.ceil(Math.max(...all.map(({ x }) => x))) - left + 2;
	const height = Math.ceil(Math.max(...all.map(({ y }) => y))) - top;
	const areas = new Float64Array(width * height + 2);
	for (const polygon of polygons) {
		polygon.forEach((from, index) => {
			const to = polygon[(index + 1) % polygon.length] ?? from;
			addEdge(areas, width, { x: from.x - left, y: from.y - top }, { x: to.x - left, y: to.y - top });
		});
	}
	const runs: number[] = [];
	for (let y = 0; y < height; y++) {
		let sum = 0;
		let [length, last] = [0, 0];
		for (let x = 0; x <= width; x++) {
			sum += areas[y * width + x] ?? 0;
			const cover = x === width ? 0 : Math.round(Math.min(1, Math.abs(sum)) * shades);
			if (cover !== last || length === longest) {
				if (last > 0) runs.push(runOf(y, x - length, length, last));
				[length, last] = [0, cover];
			}
			length++;
		}
	}
	return { left, top, runs: Uint32Array.from(runs) };
}

interface Place {
	readonly x: number;
	readonly y: number;
}

const middle = (a: Place, b: Place): Place => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A closed quadratic outline as a polygon. */
function flatten(points: readonly Point[]): Place[] {
	const polygon: Place[] = [];
	points.forEach((point, index) => {
		if (point.isOn) {
			polygon.push(point);
			return;
		}
		const before = points[(index + points.length - 1) % points.length] ?? point;
		const after = points[(index + 1) % points.length] ?? point;
		const from = before.isOn ? before : middle(before, point);
		const to = after.isOn ? after : middle(point, after);
		// As many pieces as keep the polygon within a small part of a pixel of the curve.
		const bend = Math.abs(from.x - 2 * point.x + to.x) + Math.abs(from.y - 2 * point.y + to.y);
		const pieces = Math.max(1, Math.ceil(Math.sqrt(bend * 2)));
		if (!before.isOn) polygon.push(from);
		for (let piece = 1; piece < pieces; piece++) {
			const t = piece / pieces;
			const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
			polygon.push({ x: a * from.x + b * point.x + c * to.x, y: a * from.y + b * point.y + c * to.y });
		}
	});
	return polygon;
}

/**
 * Adds what an edge covers: to each pixel it crosses, by how much more of that pixel than of the one before lies right
 * of the edge; so that the running sum along a row is how much of a pixel the polygon covers.
 */
function addEdge(areas: Float64Array, width: number, from: Place, to: Place): void {
	if (from.y === to.y) return;
	const direction = from.y < to.y ? 1 : -1;
	const [high, low] = direction === 1 ? [from, to] : [to, from];
	const slope = (low.x - high.x) / (low.y - high.y);
	let x = high.x;
	for (let y = Math.floor(high.y); y < low.y; y++) {
		const part = Math.min(y + 1, low.y) - Math.max(y, high.y);
		const next = x + slope * part;
		const amount = part * direction;
		const [first, last] = x < next ? [x, next] : [next, x];
		const column = Math.floor(first);
		const row = y * width;
		const end = Math.ceil(last);
		const add = (at: number, area: number): void => void (areas[row + at] = (areas[row + at] ?? 0) + area);
		if (end <= column + 1) {
			const right = (x + next) / 2 - column;
			add(column, amount * (1 - right));
			add(column + 1, amount * right);
		} else {
			// The edge goes through several pixels of the row: what lies right of it grows from pixel to pixel.
			let before = 0;
			for (let at = column; at < end; at++) {
				// The part of the row's height that lies in this pixel or left of it, and the area to the right of it there.
				const [enter, leave] = [Math.max(first, at), Math.min(last, at + 1)];
				const passed = (leave - first) / (last - first);
				const until = (enter - first) / (last - first);
				const covered = until + (passed - until) * (at + 1 - (enter + leave) / 2);
				add(at, amount * (covered - before));
				before = covered;
			}
			add(end, amount * (1 - before));
		}
		x = next;
	}
}
