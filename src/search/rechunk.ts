import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Pagefind cuts its index into chunks of a fixed, large size: of a small index, a question fetches most. Here the same
 * entries are cut finer. Chunks and the list of them are CBOR (RFC 8949); entries are moved as they are, byte by byte.
 */

const signature = 'pagefind_dcd';
/** Uncompressed bytes of a chunk: about 2 kB on the wire. A very large index gets larger chunks, not a longer list. */
const chunkBytes = 4_000;
const mostChunks = 1_500;

interface Header {
	readonly major: number;
	/** Argument of the item: a number, a length or a count; `undefined` where its end is marked instead. */
	readonly value: number | undefined;
	/** Where its content begins. */
	readonly next: number;
}

function header(bytes: Buffer, at: number): Header {
	const first = bytes[at];
	if (first === undefined) throw new RangeError('CBOR data ends early');
	const major = first >> 5;
	const short = first & 31;
	if (short < 24) return { major, value: short, next: at + 1 };
	if (short === 31) return { major, value: undefined, next: at + 1 };
	const size = 2 ** (short - 24);
	if (size > 4) throw new RangeError('a CBOR number that is larger than this index can hold');
	return { major, value: bytes.readUIntBE(at + 1, size), next: at + 1 + size };
}

/** Where the item that begins at `at` ends. */
function skip(bytes: Buffer, at: number): number {
	const { major, value, next } = header(bytes, at);
	if (major === 2 || major === 3) return next + (value ?? 0);
	if (major === 6) return skip(bytes, next);
	if (major !== 4 && major !== 5) return next;
	let end = next;
	if (value === undefined) {
		while (bytes[end] !== 0xff) end = skip(bytes, end);
		return end + 1;
	}
	for (let left = major === 5 ? value * 2 : value; left > 0; left -= 1) end = skip(bytes, end);
	return end;
}

/** The items of an array, as bytes. */
function items(bytes: Buffer, at = 0): Buffer[] {
	const { major, value, next } = header(bytes, at);
	if (major !== 4) throw new RangeError('a CBOR array was expected');
	const found: Buffer[] = [];
	for (let start = next; value === undefined ? bytes[start] !== 0xff : found.length < value; ) {
		const end = skip(bytes, start);
		found.push(bytes.subarray(start, end));
		start = end;
	}
	return found;
}

function head(major: number, value: number): Buffer {
	if (value < 24) return Buffer.from([(major << 5) | value]);
	if (value < 256) return Buffer.from([(major << 5) | 24, value]);
	if (value < 65_536) return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
	const wide = Buffer.alloc(5);
	wide[0] = (major << 5) | 26;
	wide.writeUInt32BE(value, 1);
	return wide;
}

const array = (parts: readonly Buffer[]): Buffer => Buffer.concat([head(4, parts.length), ...parts]);
const string = (text: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)]);

function readString(bytes: Buffer): string {
	const { major, value = 0, next } = header(bytes, 0);
	if (major !== 3) throw new RangeError('a CBOR text was expected');
	return bytes.toString('utf8', next, next + value);
}

function unpack(file: Uint8Array): Buffer {
	const bytes = gunzipSync(file);
	if (bytes.toString('latin1', 0, signature.length) !== signature) throw new RangeError('its signature is missing');
	return bytes.subarray(signature.length);
}

const pack = (bytes: Buffer): Buffer => gzipSync(Buffer.concat([Buffer.from(signature), bytes]), { level: 9 });

interface Files {
	/** The list of chunks, and everything else about the index. */
	readonly meta: Uint8Array;
	/** Content of the chunks by name. */
	readonly chunks: ReadonlyMap<string, Uint8Array>;
}

/**
 * Cuts an index finer.
 * @throws {RangeError} where the files are not of the form of Pagefind 1.6
 */
export function rechunk({ meta, chunks }: Files): { meta: Buffer; chunks: Map<string, Buffer> } {
	const parts = items(unpack(meta));
	const listed = parts[2];
	if (parts.length !== 6 || !listed) throw new RangeError('the list of chunks is not where Pagefind 1.6 has it');
	const entries = items(listed).flatMap((entry) => {
		const name = readString(items(entry)[2] ?? Buffer.alloc(0));
		const chunk = chunks.get(name);
		if (!chunk) throw new RangeError(`the chunk ${name} is missing`);
		const content = items(unpack(chunk));
		if (content.length !== 1) throw new RangeError('a chunk is not of the form of Pagefind 1.6');
		return items(content[0] as Buffer).map((bytes) => ({ bytes, word: readString(items(bytes)[0] ?? Buffer.alloc(0)) }));
	});
	const total = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
	const size = Math.max(chunkBytes, total / mostChunks);
	const groups: { words: string[]; bytes: Buffer[]; length: number }[] = [];
	for (const { bytes, word } of entries) {
		const last = groups.at(-1);
		if (last && last.length + bytes.length <= size) {
			last.words.push(word);
			last.bytes.push(bytes);
			last.length += bytes.length;
		} else groups.push({ words: [word], bytes: [bytes], length: bytes.length });
	}
	const finer = new Map<string, Buffer>();
	const list = groups.map(({ words, bytes }) => {
		const content = array([array(bytes)]);
		const name = createHash('sha256').update(content).digest('hex').slice(0, 10);
		finer.set(name, pack(content));
		return array([string(words[0] ?? ''), string(words.at(-1) ?? ''), string(name)]);
	});
	return { meta: pack(array(parts.with(2, array(list)))), chunks: finer };
}
