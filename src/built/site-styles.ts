import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attributes, tags, type Tag } from './html.ts';
import { addPage, addScript, addStyles, leanStyles, noNames } from './used-styles.ts';

/**
 * The style sheets of a site that is built: those of a page become one, and it loses what no page can use. It gets a name
 * of its own content, because browsers keep these files for ever.
 */

interface Sheet {
	readonly tag: Tag;
	/** Path below the base. */
	readonly path: string;
	/** What it holds for; nothing is all. */
	readonly media: string | undefined;
}

function sheetsOf(html: string, base: string): Sheet[] {
	// What comes after the last of them is most of the page.
	return [...tags(html.slice(0, html.indexOf('>', html.lastIndexOf('stylesheet')) + 1))].flatMap((tag): Sheet[] => {
		if (tag.name !== 'link') return [];
		const found = attributes(tag);
		const href = found.get('href') ?? '';
		return found.get('rel') === 'stylesheet' && href.startsWith(`${base}_astro/`) ? [{ tag, path: href.slice(base.length), media: found.get('media') }] : [];
	});
}

const namedByContent = (css: string): string => `_astro/styles.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;

/**
 * @param pages the pages by their paths, which get the new addresses
 * @param files all files of the folder, below it
 * @returns the files as they are now
 */
export async function makeStylesLean(folder: string, base: string, pages: Map<string, string>, files: readonly string[]): Promise<string[]> {
	const names = noNames();
	const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
	const scripts = await Promise.all(files.filter((path) => path.endsWith('.js') && path.startsWith('_astro/')).map(read));
	for (const script of scripts) addScript(names, script);
	for (const html of pages.values()) addPage(names, html);

	// A script knows its sheets by name, so that those stay as they are.
	const isFixed = (path: string): boolean => scripts.some((script) => script.includes(path.slice(path.lastIndexOf('/') + 1)));
	const lists = new Map([...pages].map(([path, html]) => [path, sheetsOf(html, base).filter((sheet) => !isFixed(sheet.path))]));
	const joined = new Set([...lists.values()].flat().map(({ path }) => path));
	for (const path of files) if (path.endsWith('.css') && !joined.has(path)) addStyles(names, await read(path));

	const made = new Map<string, Promise<string>>();
	const lean = (sheets: readonly Sheet[]): Promise<string> => {
		const key = sheets.map(({ path, media }) => `${path} ${media}`).join('\n');
		const name = made.get(key) ?? (async () => {
			const css = leanStyles((await Promise.all(sheets.map(async ({ path, media }) => (media === undefined ? read(path) : `@media ${media}{${await read(path)}}`)))).join('\n'), names);
			const path = namedByContent(css);
			await writeFile(join(folder, path), css);
			return path;
		})();
		made.set(key, name);
		return name;
	};
	for (const [path, sheets] of lists) {
		const [first] = sheets;
		if (!first) continue;
		const link = `<link rel="stylesheet" href="${base}${await lean(sheets)}">`;
		// From the end, so that the places of those before stay right.
		pages.set(path, sheets.toReversed().reduce((html, sheet) => html.slice(0, sheet.tag.start) + (sheet === first ? link : '') + html.slice(sheet.tag.end), pages.get(path) ?? ''));
	}
	await Promise.all([...joined].map((path) => rm(join(folder, path))));
	return [...files.filter((path) => !joined.has(path)), ...new Set(await Promise.all(made.values()))].sort();
}
