import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Pagefind cuts its index into chunks of a fixed, large size: of a small index, a question fetches most. Here the same
 * entries are cut finer. And its list of records, which every first question fetches, names each by 15 characters: of a
 * large index that is most of what is fetched. Here the names are shorter. Chunks and lists are CBOR (RFC 8949); entries
 * are moved as they are, byte by byte.
 */

const signature = 'pagefind_dcd';
/**
 * Uncompressed bytes of a chunk: about 800 bytes on the wire, at which the chunks that a question fetches and the list of
 * all of them weigh least together. A very large index gets larger chunks, not a longer list.
 */
const chunkBytes = 2_000;
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

export interface Rechunked {
	readonly meta: Buffer;
	readonly chunks: ReadonlyMap<string, Buffer>;
	/** The new name of each record, by the one that Pagefind gave it. */
	readonly names: ReadonlyMap<string, string>;
}

/**
 * How long a record is only breaks ties between records that hold the same words: to the nearest power of two is enough,
 * and takes a sixth less of the list.
 */
const roundLength = (bytes: Buffer): Buffer => head(0, 2 ** Math.round(Math.log2(Math.max(1, header(bytes, 0).value ?? 1))));

/** In letters of one case: some file systems do not tell two cases apart. */
const nameLength = 5;
const chunkNameLength = 7;

/** The hash of a content in letters and digits. The first ones are not spread evenly, and are left out. */
const digitsOf = (content: string | Buffer): string => BigInt(`0x${createHash('sha256').update(content).digest('hex')}`).toString(36).slice(3);

/** Short names, made from the old ones: these hold a hash of what is stored, so that a new content has a new name. */
function shortNames(old: readonly string[]): Map<string, string> {
	const taken = new Set<string>();
	return new Map(old.map((name) => {
		const digits = digitsOf(name);
		let from = 0;
		while (taken.has(digits.slice(from, from + nameLength))) from += 1;
		const short = digits.slice(from, from + nameLength);
		taken.add(short);
		return [name, short];
	}));
}

/**
 * Cuts an index finer, and shortens the names of its records.
 * @throws {RangeError} where the files are not of the form of Pagefind 1.6
 */
export function rechunk({ meta, chunks }: Files): Rechunked {
	const parts = items(unpack(meta));
	const listed = parts[2];
	const records = items(parts[1] ?? Buffer.alloc(0)).map((record) => items(record));
	const names = shortNames(records.map(([name = Buffer.alloc(0)]) => readString(name)));
	const lean = records.map(([name = Buffer.alloc(0), length = Buffer.alloc(0), ...rest]) => array([string(names.get(readString(name)) ?? ''), roundLength(length), ...rest]));
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
		const name = digitsOf(content).slice(0, chunkNameLength);
		finer.set(name, pack(content));
		return array([string(words[0] ?? ''), string(words.at(-1) ?? ''), string(name)]);
	});
	return { meta: pack(array(parts.with(1, array(lean)).with(2, array(list)))), chunks: finer, names };
}
