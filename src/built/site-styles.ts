import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { remember } from '../model/remember.ts';
import type { PageFacts, Sheet } from './page-facts.ts';
import { addNames, addScript, addStyles, leanStyles, noNames } from './used-styles.ts';

/**
 * The style sheets of a site that is built: those of a page become one, and it loses what no page can use. It gets a name
 * of its own content, because browsers keep these files for ever.
 */

const namedByContent = (css: string): string => `_astro/styles.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;

/** The link that {@link makeStylesLean} writes. */
const finishedLink = /<link rel="stylesheet" href="[^"]*_astro\/styles\.[\w-]{8}\.css">/;

/** A page on its way into its file. */
export interface BuiltPage {
	html: string;
	/** The build before left it so: it has its policy, and names one style sheet, which may be called otherwise now. */
	readonly isFinished: boolean;
	readonly facts: PageFacts;
	/** The style sheets that it fetches. */
	styles: readonly string[];
}

/**
 * @param pages the pages by their paths, which get the new addresses
 * @param files all files of the folder, below it
 * @param lean makes a style sheet lean, or has it from before
 * @returns the files as they are now
 */
export async function makeStylesLean(folder: string, base: string, pages: ReadonlyMap<string, BuiltPage>, files: readonly string[], lean = leanStyles): Promise<string[]> {
	const names = noNames();
	const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
	const scripts = await Promise.all(files.filter((path) => path.endsWith('.js') && path.startsWith('_astro/')).map(read));
	for (const script of scripts) addScript(names, script);
	for (const { facts } of pages.values()) addNames(names, facts.names);

	// A script knows its sheets by name, so that those stay as they are.
	const isFixed = remember((path) => scripts.some((script) => script.includes(path.slice(path.lastIndexOf('/') + 1))));
	const lists = new Map([...pages].map(([path, { facts }]) => [path, facts.sheets.filter((sheet) => !isFixed(sheet.path))]));
	const joined = new Set([...lists.values()].flat().map(({ path }) => path));
	for (const path of files) if (path.endsWith('.css') && !joined.has(path)) addStyles(names, await read(path));

	const made = new Map<string, Promise<string>>();
	const sheetOf = (sheets: readonly Sheet[]): Promise<string> => {
		const key = sheets.map(({ path, media }) => `${path} ${media}`).join('\n');
		const name = made.get(key) ?? (async () => {
			const css = lean((await Promise.all(sheets.map(async ({ path, media }) => (media === undefined ? read(path) : `@media ${media}{${await read(path)}}`)))).join('\n'), names);
			const path = namedByContent(css);
			await writeFile(join(folder, path), css);
			return path;
		})();
		made.set(key, name);
		return name;
	};
	for (const [path, sheets] of lists) {
		const [first] = sheets;
		const page = pages.get(path);
		if (!first || !page) continue;
		const made = await sheetOf(sheets);
		const link = `<link rel="stylesheet" href="${base}${made}">`;
		// From the end, so that the places of those before stay right.
		page.html = page.isFinished ? page.html.replace(finishedLink, link) : sheets.toReversed().reduce((html, { start, end }, at) => html.slice(0, start) + (at === sheets.length - 1 ? link : '') + html.slice(end), page.html);
		page.styles = [made, ...page.styles.filter((each) => !joined.has(each))];
	}
	await Promise.all([...joined].map((path) => rm(join(folder, path))));
	return [...files.filter((path) => !joined.has(path)), ...new Set(await Promise.all(made.values()))].sort();
}
