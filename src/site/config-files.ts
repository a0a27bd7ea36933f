import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { langs, languages, localize, type Localized } from '../model/languages.ts';
import { navigationSections } from '../model/vocabulary.ts';
import type { NavigationPage } from './navigation.ts';

/** The UI strings of one language: flat keys such as `status.signed`. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * Reads the catalogues for the configuration, which Astro loads before its content collections exist.
 * Pages use `Astro.locals.t` instead.
 * @param directory URL of `content/i18n/`, with a slash at the end
 */
export const readCatalogues = (directory: URL): Localized<Catalogue> =>
	localize((lang) => readJson(new URL(`${lang}.json`, directory)) as Catalogue);

/**
 * The pages that ask for a place in the navigation by their front matter (`navigation: guide`), and exist in every language. What is wrong there is
 * said by `npm run check` and by the schema of the collection; here it is passed over.
 * @param directory URL of `content/docs/`, with a slash at the end
 */
export function readNavigation(directory: URL): NavigationPage[] {
	const pages = new Map<string, NavigationPage>();
	for (const lang of langs) {
		const folder = new URL(`${languages[lang].tag}/`, directory);
		// Sectors and sources, of which there may be thousands, are in the navigation by themselves.
		for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => /\.mdx?$/.test(path) && !/^(?:sectors|sources)\//.test(path))) {
			const head = /^---\r?\n([^]*?\n)---/.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1] ?? '';
			const section = navigationSections.find((name) => name === /^navigation:\s*["']?(\w+)/m.exec(head)?.[1]);
			if (section === undefined) continue;
			const document = parseDocument(head);
			if (document.errors.length > 0) continue;
			const { title, sidebar } = document.toJS() as { title?: string; sidebar?: { label?: string; order?: number } };
			const slug = file.replace(/(?:\/index)?\.mdx?$/, '');
			const known = pages.get(slug);
			pages.set(slug, { slug, section: known?.section ?? section, order: known?.order ?? sidebar?.order ?? Number.MAX_SAFE_INTEGER, labels: { ...known?.labels, [lang]: sidebar?.label ?? title ?? slug } });
		}
	}
	// In a language that lacks it, the link would lead to a notice only.
	return [...pages.values()].filter(({ labels }) => langs.every((lang) => labels[lang] !== undefined));
}

/**
 * Where a reader can edit a file of the repository, from `REPOSITORY_URL` or, without it, `repository.url` in `package.json`.
 * @returns the URL that a path inside the repository follows, or `undefined` where no web address is given
 */
export function editBaseUrl(packageFile: URL): string | undefined {
	const { repository } = readJson(packageFile) as { repository?: { url?: string } | string };
	const url = process.env['REPOSITORY_URL'] || (typeof repository === 'string' ? repository : repository?.url);
	return url === undefined ? undefined : editUrlOf(url);
}

/** @example editUrlOf('git+https://github.com/a/b.git') // => 'https://github.com/a/b/edit/main/' */
export function editUrlOf(repository: string): string | undefined {
	const address = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?\/?$/.exec(repository)?.[1];
	return address && `${address}/edit/main/`;
}

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
