import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { contentTypes, hashedFolders, isText } from './headers.ts';

/** Compressed copies beside the files, for servers that send them as they are. */
export interface Copies {
	readonly br: Uint8Array;
	readonly gz: Uint8Array;
}

/** Whether a file is text. Pagefind's own files are compressed already. */
export const isTextFile = (path: string): boolean => isText(contentTypes[extname(path).slice(1)] ?? '');

/** Smaller files gain less than an answer's headers weigh. */
const smallest = 1_000;

/** Citations are thousands, each about as long as one packet. */
const seldomRead = 'data/cite/';

/** Whether a file gets compressed copies. @param length in bytes */
export const getsCopies = (path: string, length: number): boolean => length > smallest && isTextFile(path) && !path.startsWith(seldomRead);

/**
 * Style sheets, for which every page waits, are compressed as far as it goes. What else every page or search fetches misses
 * the last step, which takes as long again as all before it, for 2 % less; the lists of words, of which a search fetches a
 * few, miss the last two. Pages are many: for them each step above this takes more time than all before it, for a quarter
 * of a percent.
 */
function quality(path: string): number {
	if (path.endsWith('.css')) return 11;
	if (path.startsWith('pagefind/shards/')) return 9;
	return [...hashedFolders, 'pagefind/'].some((folder) => path.startsWith(folder)) ? 10 : 7;
}

/**
 * The window that a text needs, as a power of two. A larger one finds nothing more, and the memory that the compressor
 * sets up for it takes twenty times as long as a page itself.
 */
const windowOf = (length: number): number => Math.min(22, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(length + 16))));

export const compress = (path: string, content: Uint8Array): Copies => ({
	br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality(path), [constants.BROTLI_PARAM_LGWIN]: windowOf(content.length), [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
	gz: gzipSync(content, { level: 7 }),
});

/** Everything that decides the bytes of the copies: the file's own, how it is compressed, and by what. */
export const copiesKey = (path: string, content: Uint8Array): string =>
	createHash('sha256').update(`${quality(path)} ${process.versions['brotli']} ${process.versions['zlib']}\n`).update(content).digest('base64url');
