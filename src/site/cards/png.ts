import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture as a renderer gives it: red, green, blue and opacity, a byte each, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/** A picture of few colours. */
export interface Palette {
	readonly width: number;
	readonly height: number;
	/** As a PNG file has them: each row is a byte for its filter, which is none, and for each pixel the number of its colour. */
	readonly rows: Uint8Array;
	/** At most 256 colours: opacity, blue, green and red, a byte each. */
	readonly palette: readonly number[];
}

/** Masks of a pixel's word, from every bit to five of each colour. */
const precisions = [0xffff_ffff, 0xfffe_fefe, 0xfffc_fcfc, 0xfff8_f8f8];

/**
 * A picture in a palette, which needs a third of the bytes. Where the edges of shapes have more shades than the palette
 * may hold, those that are nearest count as the first of them, which nobody can see.
 * @param most how many colours it may have
 * @returns `undefined` where even so there are more, or the picture is see-through
 */
export function indexed(picture: Pixels, most = 256): Palette | undefined {
	for (const mask of precisions) {
		const found = count(picture, mask, most);
		if (found) return found;
	}
	return undefined;
}

function count({ width, height, pixels }: Pixels, mask: number, most: number): Palette | undefined {
	const colours = new Map<number, number>();
	const palette: number[] = [];
	const rows = new Uint8Array((width + 1) * height);
	// A word a pixel: most are the same as the one before.
	const words = new Uint32Array(pixels.slice().buffer);
	let last = -1;
	let lastIndex = 0;
	for (let at = 0, to = 0; at < words.length; at++) {
		if (at % width === 0) to++;
		const word = words[at] ?? 0;
		if (word !== last) {
			const key = word & mask;
			let index = colours.get(key);
			if (index === undefined) {
				if (palette.length === most || word >>> 24 !== 255) return undefined;
				index = palette.push(word) - 1;
				colours.set(key, index);
			}
			last = word;
			lastIndex = index;
		}
		rows[to++] = lastIndex;
	}
	return { width, height, rows, palette };
}

/** A PNG file with a palette. */
export function paletted({ width, height, rows, palette }: Palette): Buffer {
	// Flat colours come in runs. To look for anything longer takes four times as long and saves a sixth of the bytes.
	const packed = deflateSync(rows, { level: 6, strategy: constants.Z_RLE });
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits a pixel, with a palette.
	head.set([8, 3], 8);
	const entries = Buffer.from(palette.flatMap((word) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255]));
	return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', entries), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const whole = Buffer.alloc(body.length + 8);
	whole.writeUInt32BE(data.length, 0);
	body.copy(whole, 4);
	whole.writeUInt32BE(crc32(body), body.length + 4);
	return whole;
}
