import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypes, hashedFolders, isText } from './headers.ts';

/** Compressed copies beside the files, for servers that send them as they are. */

/** Smaller files gain less than an answer's headers weigh. */
export const smallest = 1_000;

/** Whether a file gets compressed copies. Pagefind's own files are compressed already. */
export const isCompressible = (path: string): boolean => isText(contentTypes[extname(path).slice(1)] ?? '');

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * What is kept for ever, and what every search fetches, is compressed as far as it goes; the pages, which are many, nearly so: the last 6 % would cost a
 * hundred times the time.
 */
const quality = (path: string): number => ([...hashedFolders, 'pagefind/'].some((folder) => path.startsWith(folder)) ? 11 : 9);

export async function compress(path: string, content: Uint8Array): Promise<{ br: Buffer; gz: Buffer }> {
	const [br, gz] = await Promise.all([
		brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality(path), [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
		zip(content, { level: 9 }),
	]);
	return { br, gz };
}
