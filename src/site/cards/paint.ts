import type { TextLine } from './card.ts';
import type { Font } from './font.ts';
import type { Palette } from './png.ts';
import { columnOf, coverOf, lengthOf, rowOf, shades, stamps, type Stamp } from './raster.ts';

/** A colour as a picture has it: opacity, blue, green and red, a byte each. */
type Word = number;

/**
 * Text on a ground, in a palette: the colours of the ground, and those between them and the text’s.
 * @returns draws a picture, which is there until the next is drawn: fresh memory for each takes as long as the drawing
 */
export function painter(ground: Palette, fonts: Readonly<Record<TextLine['weight'], Font>>, colours: Readonly<Record<TextLine['colour'], string>>): (lines: readonly TextLine[]) => Palette {
	const rows = new Uint8Array(ground.rows.length);
	const stamp = { bold: stamps(fonts.bold), regular: stamps(fonts.regular) };
	return (lines) => {
		const palette = [...ground.palette];
		rows.set(ground.rows);
		const inks = new Map<string, Ink>();
		const known = new Map<Word, number>(palette.map((word, index) => [word, index]));
		for (const { text, x, y, size, colour, weight } of lines) {
			const hex = colours[colour];
			let ink = inks.get(hex);
			if (!ink) inks.set(hex, (ink = inkOf(wordOf(hex), palette, known)));
			let at = x;
			for (const character of text) {
				const { stamp: glyph, pixel } = stamp[weight](character, size, at);
				press(rows, ground, glyph, pixel + glyph.left, Math.round(y) + glyph.top, ink);
				at += (fonts[weight].advance(character) ?? 1) * size;
			}
		}
		return { width: ground.width, height: ground.height, rows, palette };
	};
}

/** The pixels are thousands a letter: what an ink has made already is looked up here, without a call. */
function press(rows: Uint8Array, { width, height }: Palette, { runs }: Stamp, left: number, top: number, { full, made, make }: Ink): void {
	for (let index = 0; index < runs.length; index++) {
		const run = runs[index] ?? 0;
		const y = top + rowOf(run);
		if (y < 0 || y >= height) continue;
		const cover = coverOf(run);
		const from = left + columnOf(run);
		const start = y * (width + 1) + 1;
		const end = start + Math.min(width, from + lengthOf(run));
		if (cover === shades) rows.fill(full, start + Math.max(0, from), Math.max(start, end));
		else for (let at = start + Math.max(0, from); at < end; at++) {
			const under = rows[at] ?? 0;
			const known = made[keyOf(under, cover)] ?? -1;
			rows[at] = known === -1 ? make(under, cover) : known;
		}
	}
}

/** What a colour makes of those that it is put on. */
interface Ink {
	/** The number of the colour itself. */
	readonly full: number;
	/** The number of the colour by {@link keyOf}, -1 where it was not asked for yet. */
	readonly made: Int16Array;
	/** Finds it out. */
	readonly make: (under: number, cover: number) => number;
}

const keyOf = (under: number, cover: number): number => under * (shades + 1) + cover;

/** Where a palette is full, a pixel is ink or it is not. */
function inkOf(word: Word, palette: Word[], known: Map<Word, number>): Ink {
	const take = (wanted: Word): number | undefined => {
		const found = known.get(wanted);
		if (found !== undefined || palette.length === 256) return found;
		known.set(wanted, palette.length);
		return palette.push(wanted) - 1;
	};
	const full = take(word) ?? 0;
	const made = new Int16Array(256 * (shades + 1)).fill(-1);
	const make = (under: number, cover: number): number => (made[keyOf(under, cover)] = take(blend(palette[under] ?? 0, word, cover / shades)) ?? (cover * 2 > shades ? full : under));
	return { full, made, make };
}

const channels = [0, 8, 16] as const;

function blend(under: Word, over: Word, share: number): Word {
	let word = 0xff00_0000;
	for (const shift of channels) {
		const [a, b] = [(under >>> shift) & 255, (over >>> shift) & 255];
		word |= Math.round(a + (b - a) * share) << shift;
	}
	return word >>> 0;
}

/** @example wordOf('#ff8000') // => 0xff0080ff */
function wordOf(hex: string): Word {
	const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
	return channels.reduce((word, shift, index) => (word | (Number.parseInt(digits[index] ?? '0', 16) << shift)) >>> 0, 0xff00_0000);
}
