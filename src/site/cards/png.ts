import { crc32, deflateSync } from 'node:zlib';

/** A picture as a renderer gives it: red, green, blue and opacity, a byte each, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/**
 * A PNG file with a palette, which a picture of few colours needs a third of the bytes for.
 * @returns `undefined` where the picture has more than 256 colours, or is see-through
 */
export function indexedPng({ width, height, pixels }: Pixels): Buffer | undefined {
	const colours = new Map<number, number>();
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
				let index = colours.get(word);
				if (index === undefined) {
					if (colours.size === 256 || pixels[from * 4 - 1] !== 255) return undefined;
					index = colours.size;
					colours.set(word, index);
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
	const palette = Buffer.from([...colours.keys()].flatMap((word) => [...new Uint8Array(Uint32Array.of(word).buffer, 0, 3)]));
	// Level 9 takes ten times as long and saves a tenth of the bytes.
	return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 6 })), chunk('IEND', Buffer.alloc(0))]);
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
