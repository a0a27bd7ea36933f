import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compress } from './compress.ts';
import { filesOf, frameOf, itemsOf, type PageWeight } from './page-weight.ts';

/** Weighs the pages of a folder: from the compressed copies where the build left them. */
export async function weighPages(folder: string, base: string): Promise<PageWeight[]> {
	const paths = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name.endsWith('.html')).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
	const texts = new Map<string, string | undefined>();
	const read = (path: string): string | undefined => {
		if (!texts.has(path)) texts.set(path, existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined);
		return texts.get(path);
	};
	const sizes = new Map<string, Promise<number>>();
	const sizeOf = (path: string): Promise<number> => {
		const known = sizes.get(path) ?? compressedSize(folder, path);
		sizes.set(path, known);
		return known;
	};
	const total = async (all: readonly string[]): Promise<number> => (await Promise.all(all.map(sizeOf))).reduce((sum, size) => sum + size, 0);
	return Promise.all(paths.sort().map(async (path) => {
		const html = await readFile(join(folder, path), 'utf8');
		const { styles, scripts } = filesOf(html, base, read);
		return { path, html: await sizeOf(path), styles: await total(styles), scripts: await total(scripts), htmlRaw: Buffer.byteLength(html), frame: frameOf(html), items: itemsOf(html) };
	}));
}

async function compressedSize(folder: string, path: string): Promise<number> {
	const copy = join(folder, `${path}.br`);
	if (existsSync(copy)) return (await stat(copy)).size;
	if (!existsSync(join(folder, path))) return 0;
	const content = await readFile(join(folder, path));
	return Math.min(content.length, compress(path, content).br.length);
}
