import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { quickYaml } from '../model/yaml-quick.ts';
import { remembered } from './remembered.ts';
import { changesOf, type SeedStatement, type SeedVersion, type StatementChange } from './changes.ts';

/**
 * The history of the seeds, read from git while the site is built. Convert cannot publish it: it would have to know
 * the commit that its own output is part of. A folder without git, or with a part of its history only, has no
 * history to show, and says so: what a shallow clone begins with was not added then.
 */
export type History = { readonly isKnown: true; readonly changes: readonly StatementChange[] } | { readonly isKnown: false };

const folder = 'seeds/documents';

/** Of the whole process: a build asks from the pages, which are bundled, and from what it runs after them, which is not. */
const known = ((globalThis as { [key: symbol]: unknown })[Symbol.for('guide.history')] ??= new Map()) as Map<string, History>;

/**
 * Never throws. Read once a commit and process; while a site is built, git is not even asked for the commit again.
 * @param root a folder of the repository that holds `seeds/documents`
 */
export const readHistory = (root = process.cwd()): History => history(root);

const history = remembered((root: string): History => {
	try {
		const git = (args: readonly string[], input?: string): Buffer =>
			execFileSync('git', args, { cwd: root, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'], ...(input === undefined ? {} : { input }) });
		const key = `${root} ${git(['rev-parse', 'HEAD']).toString()}`;
		const read = known.get(key) ?? (git(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true' ? { isKnown: false } : { isKnown: true, changes: changesOf(readVersions(git)) });
		known.set(key, read);
		return read;
	} catch {
		return { isKnown: false };
	}
});

/** The main line's commits that changed seeds, oldest first. What was merged counts from its merge. */
function readVersions(git: (args: readonly string[], input?: string) => Buffer): SeedVersion[] {
	const log = git(['log', '--reverse', '--first-parent', '-m', '--no-renames', '--name-status', '--relative', '-z', '--format=%x01%H %cI', '--', folder]).toString();
	const commits = log.split('\u0001').slice(1).map((entry) => {
		const [head = '', ...rest] = entry.split('\0').map((part) => part.trim()).filter((part) => part !== '');
		const [commit = '', date = ''] = head.split(' ');
		const files = rest.flatMap((status, index) => (index % 2 === 0 ? [{ status, path: rest[index + 1] ?? '' }] : [])).filter(({ path }) => path.endsWith('.yaml'));
		return { commit, date, files };
	});
	const wanted = commits.flatMap(({ commit, files }) => files.filter(({ status }) => status !== 'D').map(({ path }) => `${commit}:./${path}`));
	const contents = wanted.length > 0 ? batch(git(['cat-file', '--batch'], `${wanted.join('\n')}\n`)) : [];
	return commits.map(({ commit, date, files }) => ({
		commit,
		date,
		files: new Map(files.flatMap(({ status, path }): [string, { source: string; statements: SeedStatement[] } | null][] => {
			if (status === 'D') return [[path, null]];
			const document = readDocument(contents.shift());
			return document ? [[path, document]] : [];
		})),
	}));
}

/** The contents that `git cat-file --batch` gives, in the order in which they were asked for. */
function batch(output: Buffer): (string | undefined)[] {
	const contents: (string | undefined)[] = [];
	for (let at = 0; at < output.length; ) {
		const end = output.indexOf(10, at);
		const size = / (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
		contents.push(size === undefined ? undefined : output.toString('utf8', end + 1, end + 1 + Number(size)));
		at = end + 1 + (size === undefined ? 0 : Number(size) + 1);
	}
	return contents;
}

/** Read when a version needs it: few do. */
const wholeYaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml') as typeof import('yaml');

/** A version that somebody committed broken says nothing: the one before it stands. */
function readDocument(text: string | undefined): { source: string; statements: SeedStatement[] } | undefined {
	if (text === undefined) return undefined;
	try {
		const document = (quickYaml(text) ?? wholeYaml().parse(text)) as { id?: unknown; statements?: unknown } | null;
		if (typeof document?.id !== 'string' || !Array.isArray(document.statements)) return undefined;
		const statements = (document.statements as unknown[]).filter((statement): statement is SeedStatement => typeof (statement as SeedStatement | null)?.id === 'string');
		return { source: document.id, statements };
	} catch {
		return undefined;
	}
}
