import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compress } from './compress.ts';
import { tags } from './html.ts';
import { filesOf, weightOf, type PageWeight } from './page-weight.ts';

/** Weighs the pages of a folder: from the compressed copies where the build left them. */
export function weighPages(folder: string, base: string): PageWeight[] {
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.html')).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
	const read = readOnce(folder);
	const sizeOf = sizesIn(folder);
	return paths.sort().map((path) => {
		const html = readFileSync(join(folder, path), 'utf8');
		return weightOf(path, html, filesOf(tags(html), base, read), sizeOf);
	});
}

/** Reads texts of a folder, each once; nothing where there is no such file. */
export function readOnce(folder: string): (path: string) => string | undefined {
	const texts = new Map<string, string | undefined>();
	return (path) => {
		if (!texts.has(path)) texts.set(path, existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined);
		return texts.get(path);
	};
}

/** Bytes of the files of a folder as they travel; none where there is no such file. @param known what somebody knows already */
export function sizesIn(folder: string, known = new Map<string, number>()): (path: string) => number {
	return (path) => {
		const size = known.get(path) ?? compressedSize(folder, path);
		known.set(path, size);
		return size;
	};
}

function compressedSize(folder: string, path: string): number {
	const copy = join(folder, `${path}.br`);
	if (existsSync(copy)) return statSync(copy).size;
	if (!existsSync(join(folder, path))) return 0;
	const content = readFileSync(join(folder, path));
	return Math.min(content.length, compress(path, content).br.length);
}
