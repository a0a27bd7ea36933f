import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLang, langs } from '../src/model/languages.ts';

/** One page of each type of the built site, as paths below a language: of a folder of like pages the first, and of what stands below a page the first and the last. */
export function pageTypesOf(directory: string): string[] {
	const root = join(directory, defaultLang);
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
	return ['', ...folders.flatMap((folder) => {
		const inner = readdirSync(join(root, folder), { withFileTypes: true });
		const below = inner.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
		const isPage = inner.some(({ name }) => name === 'index.html');
		return [...(isPage ? [`${folder}/`] : []), ...new Set([below[0], ...(isPage ? [below.at(-1)] : [])].flatMap((name) => name ?? [])).values().map((name) => `${folder}/${name}/`)];
	})];
}

/** The same in every language, with the pages that stand in all of them. */
export const allPages = (directory: string): string[] => ['', '404.html', ...langs.flatMap((lang) => pageTypesOf(directory).map((slug) => `${lang}/${slug}`))];
