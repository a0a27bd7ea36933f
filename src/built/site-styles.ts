import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attributes, tags, type Tag } from './html.ts';
import { addPage, addScript, leanStyles, noNames } from './used-styles.ts';

/**
 * The style sheets of a site that is built: those that most pages ask for become one, and each loses what no page can
 * use. A sheet that changes gets a name of its own content, because browsers keep these files for ever.
 */

interface Sheet {
	readonly tag: Tag;
	/** Path below the base. */
	readonly path: string;
	/** Whether it holds for all media. */
	readonly always: boolean;
}

function sheetsOf(html: string, base: string): Sheet[] {
	return [...tags(html)].flatMap((tag): Sheet[] => {
		if (tag.name !== 'link') return [];
		const found = attributes(tag);
		const href = found.get('href') ?? '';
		return found.get('rel') === 'stylesheet' && href.startsWith(`${base}_astro/`) ? [{ tag, path: href.slice(base.length), always: !found.has('media') }] : [];
	});
}

/** The list of sheets that most pages begin with, where it is more than one. */
function commonest(lists: readonly (readonly string[])[]): readonly string[] {
	const counted = Map.groupBy(lists.filter((list) => list.length > 1), (list) => list.join(' '));
	// Of equals the first by name, so that the same site is built the same.
	return [...counted].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))[0]?.[1][0] ?? [];
}

const namedByContent = (css: string): string => `_astro/styles.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;

/**
 * @param pages the pages by their paths, which get the new addresses
 * @param files all files of the folder, below it
 * @returns the files as they are now
 */
export async function makeStylesLean(folder: string, base: string, pages: Map<string, string>, files: readonly string[]): Promise<string[]> {
	const names = noNames();
	const scripts = await Promise.all(files.filter((path) => path.endsWith('.js') && path.startsWith('_astro/')).map((path) => readFile(join(folder, path), 'utf8')));
	for (const script of scripts) addScript(names, script);
	for (const html of pages.values()) addPage(names, html);

	const lists = new Map([...pages].map(([path, html]) => [path, sheetsOf(html, base)]));
	// A script knows its sheets by name.
	const isFixed = (path: string): boolean => scripts.some((script) => script.includes(path.slice(path.lastIndexOf('/') + 1)));
	const together = commonest([...lists.values()].map((sheets) => sheets.filter(({ always, path }) => always && !isFixed(path)).map(({ path }) => path)));
	const made = new Map<string, Promise<string>>();
	const lean = (paths: readonly string[]): Promise<string> => {
		const key = paths.join(' ');
		const known = made.get(key) ?? (async () => {
			const css = leanStyles((await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))).join('\n'), names);
			const name = namedByContent(css);
			await writeFile(join(folder, name), css);
			return name;
		})();
		made.set(key, known);
		return known;
	};

	for (const [path, html] of pages) {
		const sheets = (lists.get(path) ?? []).filter((sheet) => !isFixed(sheet.path));
		const first = sheets.findIndex((sheet) => sheet.path === together[0]);
		const isJoined = together.length > 1 && together.every((each, index) => sheets[first + index]?.path === each);
		const changes = await Promise.all(sheets.map(async (sheet, index) => {
			if (!isJoined || index < first || index >= first + together.length) return { sheet, name: await lean([sheet.path]) };
			return { sheet, name: index === first ? await lean(together) : undefined };
		}));
		// From the end, so that the places of those before stay right.
		pages.set(path, changes.reverse().reduce((text, { sheet: { tag, path: old }, name }) => {
			const source = html.slice(tag.start, tag.end);
			return text.slice(0, tag.start) + (name === undefined ? '' : source.replace(old, name)) + text.slice(tag.end);
		}, html));
	}
	const replaced = new Set([...lists.values()].flat().map(({ path }) => path).filter((path) => !isFixed(path)));
	const added = new Set(await Promise.all(made.values()));
	await Promise.all([...replaced].map((path) => rm(join(folder, path))));
	return [...files.filter((path) => !replaced.has(path)), ...added].sort();
}
