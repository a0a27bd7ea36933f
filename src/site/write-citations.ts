import { basename, dirname, join } from 'node:path';
import i18next from 'i18next';
import { fillFolder } from '../built/fill-folder.ts';
import { langs, languages, type Localized } from '../model/languages.ts';
import { citationPath } from './cite-files.ts';
import { citationFile } from './cite-texts.ts';
import type { Catalogue } from './config-files.ts';
import { quickLabels } from './quick-labels.ts';
import { statements } from './statements.ts';

/**
 * Writes the citations of all statements: a file of some lines for each statement and language. As routes of Astro each
 * would take the way of a page, which took longer than all that the pages themselves need.
 * @param folder of the built site
 * @param url the full address of a path on this site
 */
export async function writeCitations(folder: string, catalogues: Localized<Catalogue>, url: (path: string) => string): Promise<void> {
	const translations = i18next.createInstance();
	await translations.init({ resources: Object.fromEntries(langs.map((lang) => [languages[lang].tag, { translation: catalogues[lang] }])) });
	for (const lang of langs) {
		const t = quickLabels(translations.getFixedT(languages[lang].tag) as unknown as Parameters<typeof quickLabels>[0]);
		const files = new Map(statements.map((statement) => [basename(citationPath(lang, statement.id)), citationFile(statement, lang, t, url)]));
		// Beside them stands the file with the words of the dialog.
		fillFolder(join(folder, dirname(citationPath(lang, ''))), files, (path) => path.endsWith('.txt'));
	}
}
