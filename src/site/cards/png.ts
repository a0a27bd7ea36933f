import { crc32, deflateSync } from 'node:zlib';

/** A picture as a renderer gives it: red, green, blue and opacity, a byte each, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/** Masks of a pixel's word, from every bit to five of each colour. */
const precisions = [0xffff_ffff, 0xfffe_fefe, 0xfffc_fcfc, 0xfff8_f8f8];

/**
 * A PNG file with a palette, which a picture of few colours needs a third of the bytes for. Where the edges of letters
 * have more shades than a palette holds, those that are nearest count as the first of them, which nobody can see.
 * @returns `undefined` where even so there are more than 256 colours, or the picture is see-through
 */
export const indexedPng = (picture: Pixels): Buffer | undefined => {
	for (const mask of precisions) {
		const png = encode(picture, mask);
		if (png) return png;
	}
	return undefined;
};

function encode({ width, height, pixels }: Pixels, mask: number): Buffer | undefined {
	const colours = new Map<number, number>();
	const palette: number[] = [];
	const rows = Buffer.alloc((width + 1) * height);
	// A word a pixel: most are the same as the one before.
	const words = new Uint32Array(pixels.slice().buffer);
	let last = -1;
	let lastIndex = 0;
	for (let y = 0, from = 0, to = 0; y < height; y++) {
		rows[to++] = 0;
		for (let x = 0; x < width; x++) {
			const word = words[from++] ?? 0;
			if (word !== last) {
				const key = word & mask;
				let index = colours.get(key);
				if (index === undefined) {
					if (palette.length === 256 || pixels[from * 4 - 1] !== 255) return undefined;
					index = palette.push(word) - 1;
					colours.set(key, index);
				}
				last = word;
				lastIndex = index;
			}
			rows[to++] = lastIndex;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// Eight bits a pixel, with a palette.
	head.set([8, 3], 8);
	const entries = Buffer.from(palette.flatMap((word) => [...new Uint8Array(Uint32Array.of(word).buffer, 0, 3)]));
	// Level 9 takes ten times as long and saves a tenth of the bytes.
	return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 6 })), chunk('IEND', Buffer.alloc(0))]);
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
