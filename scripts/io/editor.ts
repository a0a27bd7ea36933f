import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { langs, languages, type Lang } from '../../src/model/languages.ts';
import { createIssueReporter, createIssueTranslator, editorLang, type IssueCatalogue } from '../core/issue-messages.ts';
import { isMissing, readText } from './files.ts';

/**
 * What the tools say, in the language of whoever runs them. The English sentence is the key of its translation; the
 * help of a command is a text of its own, since its columns and lines are part of it.
 */

const content = join(import.meta.dirname, '../../content');
const messages = join(content, 'messages');

/** The text of a file below the messages; none where there is no such file. */
async function read(path: string): Promise<string | undefined> {
	try {
		const result = await readText(join(messages, path), `content/messages/${path}`);
		return 'text' in result ? result.text : undefined;
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

/** The translations of what the tools say; none for the language that it is written in. */
export async function loadIssueCatalogue(lang: Lang): Promise<IssueCatalogue | undefined> {
	const text = await read(`${languages[lang].tag}.json`);
	return text === undefined ? undefined : (JSON.parse(text) as IssueCatalogue);
}

/** What the schemas say of each field, in the languages that they are not written in. */
export async function loadFieldCatalogues(): Promise<IssueCatalogue[]> {
	const texts = await Promise.all(langs.map((lang) => read(`fields/${languages[lang].tag}.json`)));
	return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as IssueCatalogue]));
}

/** The group of a rule, which has a page of the help. @returns '' where the texts of the rules are not at hand */
export function groupOf(code: string): string {
	try {
		return /^group: (\w+)$/m.exec(readFileSync(join(content, 'rules', `${code}.yaml`), 'utf8'))?.[1] ?? '';
	} catch (error) {
		if (isMissing(error)) return '';
		throw error;
	}
}

const lang = editorLang(process.env);
const catalogue = await loadIssueCatalogue(lang);

/** A report in the editor's language. */
export const editor = createIssueReporter(lang, catalogue, groupOf);

/** A sentence in the editor's language. */
export const say = createIssueTranslator(catalogue);

/** The help of a command in the editor's language. @param help as it is written in the code: `Usage: npm run NAME …` */
export async function helpText(help: string): Promise<string> {
	const name = /npm run ([\w:-]+)/.exec(help)?.[1] ?? '';
	return (await read(`help/${languages[lang].tag}/${name.replace(':', '-')}.txt`))?.trimEnd() ?? help;
}
