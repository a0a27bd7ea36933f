import { remember } from '../../model/remember.ts';

/** What drawing a line needs of a TrueType font, which is read once: how wide each character is, and its outline. */

export interface Font {
	/** Width of a character at a size of 1; `undefined` where the font has no glyph for it. */
	advance(character: string): number | undefined;
	/** The closed lines that a character is made of, at a size of 1, upwards from the line it stands on; none for a space. */
	contours(character: string): readonly (readonly Point[])[];
}

/**
 * Reads a TrueType font.
 * @param file the whole font file
 * @throws {RangeError} where a table that layout needs is missing
 */
export function readFont(file: Buffer): Font {
	const tables = new Map(
		Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
			const record = 12 + index * 16;
			return [file.toString('latin1', record, record + 4), file.readUInt32BE(record + 8)] as const;
		}),
	);
	const table = (name: string): number => {
		const offset = tables.get(name);
		if (offset === undefined) throw new RangeError(`The font has no table "${name}"; a TrueType font is expected.`);
		return offset;
	};
	const unitsPerEm = file.readUInt16BE(table('head') + 18);
	const metrics = file.readUInt16BE(table('hhea') + 34);
	const glyphOf = readCharacterMap(file, table('cmap'));
	const widths = table('hmtx');
	const long = file.readUInt16BE(table('head') + 50) === 1;
	const [loca, glyf] = [table('loca'), table('glyf')];
	const offset = (glyph: number): number => (long ? file.readUInt32BE(loca + glyph * 4) : file.readUInt16BE(loca + glyph * 2) * 2);
	const contours = (glyph: number): Point[][] => (offset(glyph) === offset(glyph + 1) ? [] : readContours(file, glyf + offset(glyph), contours));
	return {
		// A line is measured again with each part that may still fit.
		advance: remember((character) => {
			const glyph = glyphOf(character.codePointAt(0) ?? 0);
			return glyph === 0 ? undefined : file.readUInt16BE(widths + Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
		}),
		contours(character) {
			return contours(glyphOf(character.codePointAt(0) ?? 0)).map((points) => points.map(({ x, y, isOn }) => ({ x: x / unitsPerEm, y: y / unitsPerEm, isOn })));
		},
	};
}

/** The glyph of a code point, 0 for none, by the format 12 (all of Unicode) subtable. */
function readCharacterMap(file: Buffer, cmap: number): (codePoint: number) => number {
	const subtable = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, index) => cmap + file.readUInt32BE(cmap + 4 + index * 8 + 4)).find((offset) => file.readUInt16BE(offset) === 12);
	if (subtable === undefined) throw new RangeError('The font has no character map for all of Unicode (cmap format 12).');
	const groups = file.readUInt32BE(subtable + 12);
	const field = (group: number, part: number): number => file.readUInt32BE(subtable + 16 + group * 12 + part * 4);
	return (codePoint) => {
		let from = 0;
		let to = groups - 1;
		while (from <= to) {
			const middle = (from + to) >> 1;
			if (codePoint < field(middle, 0)) to = middle - 1;
			else if (codePoint > field(middle, 1)) from = middle + 1;
			else return field(middle, 2) + codePoint - field(middle, 0);
		}
		return 0;
	};
}

/** A point of a quadratic outline; between two that pull lies one that the curve goes through. */
export interface Point {
	readonly x: number;
	readonly y: number;
	/** Whether the outline goes through it; else it pulls the curve towards itself. */
	readonly isOn: boolean;
}

const simple = { on: 1, xByte: 2, yByte: 4, repeat: 8, xSame: 16, ySame: 32 } as const;
const composite = { words: 1, offsets: 2, scale: 8, more: 32, scales: 64, matrix: 128 } as const;

/** The closed lines that a glyph is made of. @param contoursOf those of another glyph, for one that is put together */
function readContours(file: Buffer, at: number, contoursOf: (glyph: number) => Point[][]): Point[][] {
	const count = file.readInt16BE(at);
	if (count < 0) return readComposite(file, at + 10, contoursOf);
	const ends = Array.from({ length: count }, (_, index) => file.readUInt16BE(at + 10 + index * 2));
	const total = (ends.at(-1) ?? -1) + 1;
	let position = at + 10 + count * 2;
	position += 2 + file.readUInt16BE(position);
	const flags: number[] = [];
	while (flags.length < total) {
		const flag = file.readUInt8(position++);
		const times = flag & simple.repeat ? file.readUInt8(position++) : 0;
		for (let index = 0; index <= times; index++) flags.push(flag);
	}
	const coordinates = (byte: number, same: number): number[] => {
		let value = 0;
		return flags.map((flag) => {
			if (flag & byte) value += (flag & same ? 1 : -1) * file.readUInt8(position++);
			else if (!(flag & same)) {
				value += file.readInt16BE(position);
				position += 2;
			}
			return value;
		});
	};
	const xs = coordinates(simple.xByte, simple.xSame);
	const ys = coordinates(simple.yByte, simple.ySame);
	const points = flags.map((flag, index): Point => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, isOn: (flag & simple.on) !== 0 }));
	return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

function readComposite(file: Buffer, start: number, contoursOf: (glyph: number) => Point[][]): Point[][] {
	const all: Point[][] = [];
	let position = start;
	let flags: number;
	do {
		flags = file.readUInt16BE(position);
		const glyph = file.readUInt16BE(position + 2);
		position += 4;
		const [dx, dy] = flags & composite.words ? [file.readInt16BE(position), file.readInt16BE(position + 2)] : [file.readInt8(position), file.readInt8(position + 1)];
		position += flags & composite.words ? 4 : 2;
		const numbers = flags & composite.scale ? 1 : flags & composite.scales ? 2 : flags & composite.matrix ? 4 : 0;
		const [a = 1, b, c, d] = Array.from({ length: numbers }, (_, index) => file.readInt16BE(position + index * 2) / 16_384);
		position += numbers * 2;
		// One number scales both ways, two scale each way, four turn as well.
		const [xx, xy, yx, yy] = numbers === 4 ? [a, b ?? 0, c ?? 0, d ?? 1] : [a, 0, 0, b ?? a];
		const [x, y] = flags & composite.offsets ? [dx, dy] : [0, 0];
		for (const points of contoursOf(glyph)) all.push(points.map((point) => ({ x: point.x * xx + point.y * yx + x, y: point.x * xy + point.y * yy + y, isOn: point.isOn })));
	} while (flags & composite.more);
	return all;
}
