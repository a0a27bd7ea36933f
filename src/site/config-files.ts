import { readFileSync } from 'node:fs';
import { localize, type Localized } from '../model/languages.ts';

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
