import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLang, langs } from '../src/model/languages.ts';

/** One page of each type of the built site, as paths below a language: folders of like pages count once. */
export function pageTypesOf(directory: string): string[] {
	const root = join(directory, defaultLang);
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
	return ['', ...folders.map((folder) => {
		const inner = readdirSync(join(root, folder), { withFileTypes: true });
		if (inner.some(({ name }) => name === 'index.html')) return `${folder}/`;
		const first = inner.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()[0];
		return first === undefined ? undefined : `${folder}/${first}/`;
	})].filter((slug) => slug !== undefined);
}

/** The same in every language, with the pages that stand in all of them. */
export const allPages = (directory: string): string[] => ['', '404.html', ...langs.flatMap((lang) => pageTypesOf(directory).map((slug) => `${lang}/${slug}`))];
