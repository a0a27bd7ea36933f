import { join } from 'node:path';
import { langs, localize, type Localized } from '../../src/model/languages.ts';
import { readComponents, type Components } from '../core/checks/components.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Passage } from '../core/checks/passages.ts';
import type { Issue } from '../core/issue.ts';
import { parseJson } from '../core/json.ts';
import { readCatalogues, type Catalogues } from '../core/messages.ts';
import { readSeeds } from '../core/seeds.ts';
import { translationLockSchema, type TranslationLock } from '../core/translations.ts';
import type { parseYaml, TextFile } from '../core/yaml.ts';
import { fingerprint, isMissing, listFiles, readText } from './files.ts';
import { projectFolder } from './project-folder.ts';
import { writeTogether, type Write } from './write.ts';

export { projectFolder };

/** The file that remembers which pairs of texts a person has confirmed. */
export const lockFile = 'translations.lock.json';

export interface LoadedSeeds {
	readonly corpus?: Corpus;
	readonly lock: TranslationLock;
	/** The lock file as it stands; `undefined` where there is none yet. */
	readonly lockText: string | undefined;
	readonly issues: Issue[];
	/** Every text of the seeds, with its places. */
	readonly passages: () => Passage[];
}

/**
 * Reads and checks all seeds below a folder.
 * @param name how to name the folder in messages
 * @param parse reads a file as YAML
 */
export async function loadSeeds(folder: string, name: string, parse?: typeof parseYaml): Promise<LoadedSeeds> {
	const issues: Issue[] = [];
	const readSeed = async (path: string): Promise<TextFile | undefined> => {
		const file = `${name}/${path}`;
		try {
			const result = await readText(join(folder, path), file);
			if ('text' in result) return { path: file, text: result.text };
			issues.push(result.issue);
			if (result.unmarked !== undefined) return { path: file, text: result.unmarked };
		} catch (error) {
			if (!isMissing(error)) throw error;
			issues.push({ file, line: 1, column: 1, code: 'missing-file', found: 'no such file', expected: `${path} in the seeds`, fix: 'restore it from version control, or correct `--seeds`' });
		}
		return undefined;
	};
	const documentPaths = [...(await listFiles(join(folder, 'documents'), ['.yaml', '.yml'])).keys()];
	const [sectors, glossary, differences, ...documents] = await Promise.all(['sectors.yaml', 'glossary.yaml', 'differences.yaml', ...documentPaths.map((path) => `documents/${path}`)].map(readSeed));
	const { lock, lockText, issues: lockIssues } = await readLock(join(folder, lockFile), `${name}/${lockFile}`);
	issues.push(...lockIssues);
	const read = readSeeds({ sectors, glossary, differences, documents, lock }, fingerprint, parse);
	if (issues.length > 0) return { lock, lockText, issues: [...issues, ...read.issues], passages: read.passages };
	return { lock, lockText, ...read };
}

async function readLock(path: string, file: string): Promise<{ lock: TranslationLock; lockText: string | undefined; issues: Issue[] }> {
	const nothing = { lock: {}, lockText: undefined };
	try {
		const result = await readText(path, file);
		if ('issue' in result) return { ...nothing, issues: [result.issue] };
		const json = parseJson({ path: file, text: result.text });
		if ('issue' in json) return { ...nothing, issues: [{ ...json.issue, fix: `${json.issue.fix}; or restore the file from version control` }] };
		const lock = translationLockSchema.safeParse(json.data);
		if (lock.success) return { lock: lock.data, lockText: result.text, issues: [] };
		return { ...nothing, issues: [{ file, line: 1, column: 1, code: 'wrong-type', found: `no fingerprint at ${lock.error.issues[0]?.path.join('.') || 'all'}`, expected: 'the file as npm run confirm writes it', fix: 'restore it from version control' }] };
	} catch (error) {
		if (isMissing(error)) return { ...nothing, issues: [] };
		throw error;
	}
}

/** Reads the catalogues of labels below the project's content folder. */
export async function loadCatalogues(): Promise<{ catalogues?: Catalogues; issues: Issue[]; texts: Localized<string>; keys: ReadonlySet<string> }> {
	const issues: Issue[] = [];
	const read = await Promise.all(
		langs.map(async (lang) => {
			const path = `content/i18n/${lang}.json`;
			const result = await readText(join(projectFolder, path), path);
			if ('issue' in result) issues.push(result.issue);
			const text = 'text' in result ? result.text : result.unmarked;
			return [lang, { path, text: text ?? '{}', isRead: text !== undefined }] as const;
		}),
	);
	const files = new Map(read);
	const texts = localize((lang) => files.get(lang)?.text ?? '');
	if (read.some(([, { isRead }]) => !isRead)) return { issues, texts, keys: new Set() };
	const result = readCatalogues(localize((lang) => files.get(lang) ?? { path: lang, text: '{}' }));
	return { ...result, issues: [...issues, ...result.issues], texts, keys: new Set(Object.values(result.catalogues ?? {}).flatMap(Object.keys)) };
}

/** The components that pages can use, as their sources have them. */
export async function loadComponents(): Promise<Components> {
	const sources = new Map<string, string>();
	for (const [path, full] of await listFiles(join(projectFolder, 'src/components'), ['.astro', 'index.ts', 'parts.ts'])) {
		const result = await readText(full, path);
		if ('text' in result) sources.set(path, result.text);
	}
	return readComponents(sources.get('index.ts') ?? '', sources);
}

/** Writes files of the project, each named from its top, all or none; in turn with the commands that write below one of its folders. */
export const writeProject = (writes: readonly Write[]): Promise<Issue[]> =>
	writeTogether([...Map.groupBy(writes, ({ path }) => path.slice(0, path.indexOf('/')))].map(([folder, own]) => [join(projectFolder, folder), own.map((write) => ({ ...write, path: write.path.slice(folder.length + 1) }))]));
