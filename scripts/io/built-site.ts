import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { getsCopies, isTextFile } from '../../src/built/compress.ts';
import type { Finding } from '../../src/built/check-site.ts';

/** Reading a built site from its folder. */

export interface BuiltFiles {
	/** Paths below the folder, with `/`, in order. */
	readonly paths: readonly string[];
	/** Text of pages, and of the files that hold addresses. */
	readonly texts: ReadonlyMap<string, string>;
}

const holdsAddresses = new Set(['.html', '.xml', '.json', '.jsonld', '.csv', '.txt', '.ttl', '.nt', '.webmanifest', '.bib', '.ris', '.md']);

export async function readBuiltSite(folder: string): Promise<BuiltFiles> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/').replace(/^\//, '')).sort();
	const read = paths.filter((path) => holdsAddresses.has(extname(path)) && !path.startsWith('pagefind/'));
	const texts = new Map<string, string>();
	for (const path of read) texts.set(path, await readFile(join(folder, path), 'utf8'));
	return { paths, texts };
}

const decompress = { '.br': promisify(brotliDecompress), '.gz': promisify(gunzip) } as const;

/** Unpacks every compressed copy, and finds those that are missing, are of nothing, or hold something else. */
export async function checkCopies(folder: string, paths: readonly string[]): Promise<Finding[]> {
	const known = new Set(paths);
	const findings: Finding[] = [];
	for (const path of paths) {
		const ending = extname(path) as keyof typeof decompress;
		if (ending in decompress) {
			const original = path.slice(0, -ending.length);
			if (!known.has(original)) findings.push({ file: path, problem: 'is a compressed copy of nothing' });
			continue;
		}
		if (!isTextFile(path)) continue;
		const content = await readFile(join(folder, path));
		if (content.includes('\uFFFD')) findings.push({ file: path, problem: 'holds U+FFFD, which stands where text was lost' });
		if (!getsCopies(path, content.length)) continue;
		for (const each of Object.keys(decompress) as (keyof typeof decompress)[]) {
			if (!known.has(path + each)) findings.push({ file: path, problem: `has no compressed copy ${each}` });
			else if (!(await decompress[each](await readFile(join(folder, path + each))).catch(() => Buffer.alloc(0))).equals(content)) findings.push({ file: path + each, problem: 'does not unpack to its file' });
		}
	}
	return findings;
}
