import { join } from 'node:path';
import { langs, localize } from '../../src/model/languages.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Issue } from '../core/issue.ts';
import { readCatalogues, type Catalogues } from '../core/messages.ts';
import { readSeeds } from '../core/seeds.ts';
import type { TranslationLock } from '../core/translations.ts';
import type { TextFile } from '../core/yaml.ts';
import { fingerprint, isMissing, listFiles, readText } from './files.ts';

/** The project's own folder: commands work wherever they are called from. */
export const projectFolder = join(import.meta.dirname, '../..');

/** The file that remembers which pairs of texts a person has confirmed. */
export const lockFile = 'translations.lock.json';

export interface LoadedSeeds {
	readonly corpus?: Corpus;
	readonly lock: TranslationLock;
	/** The lock file as it stands; `undefined` where there is none yet. */
	readonly lockText: string | undefined;
	readonly issues: Issue[];
}

/**
 * Reads and checks all seeds below a folder.
 * @param name how to name the folder in messages
 */
export async function loadSeeds(folder: string, name: string): Promise<LoadedSeeds> {
	const issues: Issue[] = [];
	const read = async (path: string): Promise<TextFile> => {
		const file = `${name}/${path}`;
		try {
			const result = await readText(join(folder, path), file);
			if ('text' in result) return { path: file, text: result.text };
			issues.push(result.issue);
		} catch (error) {
			if (!isMissing(error)) throw error;
			issues.push({ file, line: 1, column: 1, code: 'missing-file', found: 'no such file', expected: `${path} in the seeds`, fix: 'restore it from version control, or correct `--seeds`' });
		}
		return { path: file, text: '[]' };
	};
	const documentPaths = [...(await listFiles(join(folder, 'documents'), ['.yaml', '.yml'])).keys()];
	const [sectors, glossary, differences, ...documents] = await Promise.all([
		read('sectors.yaml'),
		read('glossary.yaml'),
		read('differences.yaml'),
		...documentPaths.map((path) => read(`documents/${path}`)),
	]);
	const { lock, lockText, issues: lockIssues } = await readLock(join(folder, lockFile), `${name}/${lockFile}`);
	issues.push(...lockIssues);
	// A file that could not be read would only bring further complaints about what refers to it.
	if (issues.length > 0) {
		const unread = new Set(issues.map(({ file }) => file));
		const readable = documents.filter(({ path }) => !unread.has(path));
		const found = [sectors, glossary, differences].some(({ path }) => unread.has(path)) ? [] : readSeeds({ sectors, glossary, differences, documents: readable, lock }, fingerprint).issues;
		return { lock, lockText, issues: [...issues, ...found.filter(({ code }) => code !== 'unknown-statement')] };
	}
	return { lock, lockText, ...readSeeds({ sectors, glossary, differences, documents, lock }, fingerprint) };
}

async function readLock(path: string, file: string): Promise<{ lock: TranslationLock; lockText: string | undefined; issues: Issue[] }> {
	try {
		const result = await readText(path, file);
		if ('issue' in result) return { lock: {}, lockText: undefined, issues: [result.issue] };
		return { lock: JSON.parse(result.text) as TranslationLock, lockText: result.text, issues: [] };
	} catch (error) {
		if (isMissing(error)) return { lock: {}, lockText: undefined, issues: [] };
		if (!(error instanceof SyntaxError)) throw error;
		const issue: Issue = { file, line: 1, column: 1, code: 'json-syntax', found: error.message, expected: 'the lock file as npm run confirm writes it', fix: 'restore it from version control' };
		return { lock: {}, lockText: undefined, issues: [issue] };
	}
}

/** Reads the catalogues of labels below the project's content folder. */
export async function loadCatalogues(): Promise<{ catalogues?: Catalogues; issues: Issue[] }> {
	const issues: Issue[] = [];
	const read = await Promise.all(
		langs.map(async (lang) => {
			const path = `content/i18n/${lang}.json`;
			const result = await readText(join(projectFolder, path), path);
			if ('issue' in result) issues.push(result.issue);
			return [lang, { path, text: 'text' in result ? result.text : '{}' }] as const;
		}),
	);
	const files = new Map(read);
	return issues.length > 0 ? { issues } : readCatalogues(localize((lang) => files.get(lang) ?? { path: lang, text: '{}' }));
}
