import { langs, languages } from '../../src/model/languages.ts';
import type { Corpus } from './corpus.ts';
import type { Issue } from './issue.ts';
import { mdxIssues } from './mdx-issues.ts';
import { translationState, type Fingerprint, type TranslationLock } from './translations.ts';

/** Statements whose texts may no longer say the same. */
export function checkTranslations({ statements }: Corpus, lock: TranslationLock, fingerprint: Fingerprint): Issue[] {
	return statements.flatMap(({ id, text, position }): Issue[] => {
		const { state, staleIn } = translationState(id, text, lock, fingerprint);
		const fix = `compare the texts, correct what differs, then run npm run confirm -- ${id}`;
		if (state === 'confirmed') return [];
		return state === 'stale'
			? [{ ...position, code: 'stale-translation', found: `the text of \`${id}\` in ${staleIn.join(', ')} is older than the others`, expected: 'texts that were confirmed to say the same', fix }]
			: [{ ...position, code: 'unconfirmed-translation', found: `nobody has confirmed the texts of \`${id}\` as they are now`, expected: 'texts that were confirmed to say the same', fix }];
	});
}

/**
 * Pages that a language lacks, and pages that do not compile.
 * @param pages path below the pages' folder, such as `en/about.mdx` → text
 */
export function checkPages(pages: ReadonlyMap<string, string>, folder: string): Issue[] {
	return [...pages].flatMap(([path, text]): Issue[] => {
		const [first = '', ...rest] = path.split('/');
		const own = langs.find((lang) => languages[lang].tag === first);
		const missing = own === undefined ? [] : langs.filter((lang) => lang !== own && !pages.has([languages[lang].tag, ...rest].join('/')));
		return [
			...missing.map((lang): Issue => ({
				file: `${folder}/${path}`,
				line: 1,
				column: 1,
				code: 'missing-page',
				found: `no page ${[languages[lang].tag, ...rest].join('/')}`,
				expected: 'every page in every language',
				fix: 'write the page in that language',
			})),
			...mdxIssues(text, `${folder}/${path}`),
		];
	});
}
