import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compress } from './compress.ts';
import { filesNamed, frameOf, withImports, type PageFiles, type PageWeight } from './page-weight.ts';

/** Weighs the pages of a folder: from the compressed copies where the build left them. */
export function weighPages(folder: string, base: string): PageWeight[] {
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.html')).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
	const weigh = scales(folder, base);
	return paths.sort().map((path) => weigh(path, readFileSync(join(folder, path), 'utf8')));
}

/**
 * Weighs one page after the other; `named` is what the page names of what it fetches, where somebody knows it already.
 * @param sizes bytes of files as they travel, as far as somebody knows them already
 */
export function scales(folder: string, base: string, sizes = new Map<string, number>()): (path: string, html: string, named?: PageFiles) => PageWeight {
	const read = readOnce(folder);
	const sizeOf = (path: string): number => {
		const size = sizes.get(path) ?? compressedSize(folder, path);
		sizes.set(path, size);
		return size;
	};
	const total = (all: readonly string[]): number => all.reduce((sum, each) => sum + sizeOf(each), 0);
	return (path, html, { styles, scripts } = filesNamed(html, base)) => {
		const plain = rooted(html, base);
		return { path, html: sizeOf(path), styles: total(styles), scripts: total(withImports(scripts, read)), htmlRaw: Buffer.byteLength(plain), frame: frameOf(plain) };
	};
}

/** A page with its addresses as they are at the root of a host: how deep a site stands is no weight of its pages. */
const rooted = (html: string, base: string): string => (base === '/' ? html : html.replaceAll(`="${base}`, '="/'));

/** Reads texts of a folder, each once; nothing where there is no such file. */
function readOnce(folder: string): (path: string) => string | undefined {
	const texts = new Map<string, string | undefined>();
	return (path) => {
		if (!texts.has(path)) texts.set(path, existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined);
		return texts.get(path);
	};
}

/** Bytes of a file as it travels; none where there is no such file. */
function compressedSize(folder: string, path: string): number {
	const copy = join(folder, `${path}.br`);
	if (existsSync(copy)) return statSync(copy).size;
	if (!existsSync(join(folder, path))) return 0;
	const content = readFileSync(join(folder, path));
	return Math.min(content.length, compress(path, content).br.length);
}
