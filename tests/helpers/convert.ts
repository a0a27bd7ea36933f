import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { planConversion, type Change, type ConversionPlan } from '../../scripts/core/convert.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { readSeeds } from '../../scripts/core/seeds.ts';
import type { TextFile } from '../../scripts/core/yaml.ts';
import { fingerprint, listFiles } from '../../scripts/io/files.ts';
import { loadCatalogues, projectFolder } from '../../scripts/io/project.ts';
import { miniSeeds, withFile, type SeedFolder } from './mini-seeds.ts';

const { catalogues } = await loadCatalogues();
if (!catalogues) throw new Error('the catalogues of content/i18n have issues');

const labels = catalogues;
const corpora = new WeakMap<SeedFolder, Corpus>();

/** The corpus of a seed set, which must have no issue. */
export function corpusOf(seeds: SeedFolder): Corpus {
	const known = corpora.get(seeds) ?? readCorpus(seeds);
	corpora.set(seeds, known);
	return known;
}

function readCorpus(seeds: SeedFolder): Corpus {
	const file = (path: string): TextFile => ({ path: `seeds/${path}`, text: String(seeds.get(path)) });
	const documents = [...seeds.keys()].filter((path) => path.startsWith('documents/')).map(file);
	const { corpus, issues } = readSeeds({ sectors: file('sectors.yaml'), glossary: file('glossary.yaml'), differences: file('differences.yaml'), documents, lock: {} }, fingerprint);
	if (!corpus) throw new Error(`the seeds of this test have issues: ${JSON.stringify(issues, undefined, ' ')}`);
	return corpus;
}

/** Works out what convert would write over `existing`, without a disk. */
export function plan(seeds: SeedFolder, existing: ReadonlyMap<string, string> = new Map()): Omit<ConversionPlan, 'changes'> & { changes: Change[] } {
	const changes: Change[] = [];
	return { ...planConversion(corpusOf(seeds), labels, existing, 'content', fingerprint, (change) => changes.push(change)), changes };
}

/** The content folder after convert, which must find nothing wrong. */
export function converted(seeds: SeedFolder, existing: ReadonlyMap<string, string> = new Map()): Map<string, string> {
	const { changes, issues } = plan(seeds, existing);
	if (issues.length > 0) throw new Error(`convert found issues: ${JSON.stringify(issues, undefined, ' ')}`);
	return new Map([...existing, ...changes.map(({ path, text }) => [path, text.join('')] as const)]);
}

/** The value of an entry that a test takes for granted. */
export function get<K, V>(map: ReadonlyMap<K, V>, key: K): V {
	const value = map.get(key);
	if (value === undefined) throw new Error(`no ${String(key)} among ${[...map.keys()].map(String).join(', ')}`);
	return value;
}

/** Replaces the one place where `from` stands. */
export function replaceOnce(text: string, from: string, to: string): string {
	if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} stands ${text.split(from).length - 1} times in the text`);
	return text.replace(from, () => to);
}

/** The mini seeds with one file edited as text. */
export const withEdit = (path: string, from: string, to: string, seeds: SeedFolder = miniSeeds): SeedFolder => withFile(path, replaceOnce(String(get(seeds, path)), from, to), seeds);

/** The seeds with one file edited as data, of the shape that the test says it has. */
export function withData(path: string, edit: (data: never) => void, seeds: SeedFolder = miniSeeds): SeedFolder {
	const data: unknown = parse(String(get(seeds, path)));
	edit(data as never);
	return withFile(path, stringify(data), seeds);
}

/** A folder of its own for one test. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'convert-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

export interface Run {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

export const convertScript = join(projectFolder, 'scripts/convert.ts');

/** Compiling the modules is most of a short run: the processes of all tests share what Node keeps of it. */
export const processEnv = { ...process.env, LC_ALL: 'C', NODE_COMPILE_CACHE: join(tmpdir(), 'india-japan-tests-compiled') };

/** Runs `scripts/convert.ts` in a process of its own. */
export const runConvert = (args: readonly string[], { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> }): Promise<Run> =>
	new Promise((done) => {
		execFile(process.execPath, [convertScript, ...args], { cwd, env: { ...processEnv, ...env } }, (error, stdout, stderr) => {
			done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
		});
	});

/** Every file below a folder, hidden ones too, with a digest of its bytes, its time and its place on the disk. */
export async function snapshot(folder: string): Promise<Map<string, { digest: string; modified: bigint; inode: bigint }>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name)).sort();
	return new Map(await Promise.all(files.map(async (file) => {
		const { mtimeNs, ino } = await stat(file, { bigint: true });
		return [file.slice(folder.length + 1), { digest: createHash('sha256').update(await readFile(file)).digest('hex'), modified: mtimeNs, inode: ino }] as const;
	})));
}

/** The pages and data below a content folder: path → text. */
export async function readContent(folder: string): Promise<Map<string, string>> {
	const files = await listFiles(folder, ['.mdx', '.json']);
	return new Map(await Promise.all([...files].map(async ([path, full]) => [path, await readFile(full, 'utf8')] as const)));
}

