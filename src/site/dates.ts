import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The days on which a statement was written and last changed, as the version history of its seed tells them. */
export interface StatementDates {
	readonly added: Date;
	readonly changed: Date;
}

const folder = 'seeds/documents';
/** Of the whole process: the pages of a build, which are bundled, ask for them, and so do its keys, which are not. */
const known = ((globalThis as { [key: symbol]: unknown })[Symbol.for('guide.dates')] ??= { byDocument: new Map(), whole: undefined }) as { readonly byDocument: Map<string, Map<string, StatementDates> | Date>; whole: ReadonlyMap<string, number> | undefined };

/**
 * When a statement was added and changed. From the history of each line of its seed; without one (a copy of the files
 * alone) it is the day of the seed's file for all statements of a document, or `SOURCE_DATE_EPOCH` where that is set.
 * @param source the document that it comes from
 */
export function statementDates({ id, source }: { id: string; source: string }): StatementDates {
	let dates = known.byDocument.get(source);
	if (dates === undefined) known.byDocument.set(source, (dates = documentDates(`${folder}/${source}.yaml`)));
	const day = dates instanceof Date ? dates : dates.get(id);
	if (day === undefined) return { added: new Date(0), changed: new Date(0) };
	return day instanceof Date ? { added: day, changed: day } : day;
}

function documentDates(file: string): Map<string, StatementDates> | Date {
	const epoch = process.env['SOURCE_DATE_EPOCH'];
	if (epoch) return new Date(Number(epoch) * 1000);
	// Where the seeds are not at hand, the data made from them are.
	const fallback = (): Date => statSync(existsSync(file) ? file : 'content/data/statements.json').mtime;
	try {
		const time = (known.whole ??= commitsOfWhole()).get(file);
		if (time !== undefined) return datesOfLines(readFileSync(file, 'utf8').split(/\r?\n/).map((text) => ({ time, text })));
		return datesOfBlame(git(['blame', '--line-porcelain', '--', file]));
	} catch {
		return fallback();
	}
}

const git = (args: readonly string[], cwd = process.cwd()): string => execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * The seeds that came whole with one commit and have not been touched since, with its time: most are, and asking git who
 * wrote each line of each of them takes a process a seed. A renamed seed is none of them, since its lines are older.
 * @param root a folder of the repository that holds `seeds/documents`
 * @returns path below the root → seconds since 1970
 */
export function commitsOfWhole(root = process.cwd()): ReadonlyMap<string, number> {
	const touched = new Set(git(['diff', '--name-only', '--relative', '-z', 'HEAD', '--', folder], root).split('\0'));
	const log = git(['log', '--find-renames', '-l0', '--name-status', '--relative', '-z', '--format=%x01%ct', '--', folder], root);
	const found = new Map<string, number>();
	for (const [time = '', ...rest] of log.split('\u0001').slice(1).map((entry) => entry.split('\0').map((part) => part.trim()).filter((part) => part !== ''))) {
		for (let at = 0; at < rest.length; ) {
			const status = rest[at++] ?? '';
			// A rename and a copy name two paths.
			for (const path of rest.slice(at, (at += /^[RC]/.test(status) ? 2 : 1))) {
				if (status === 'A' && !touched.has(path)) found.set(path, Number(time));
				else found.delete(path);
				touched.add(path);
			}
		}
	}
	return found;
}

/**
 * Reads `git blame --line-porcelain` of a seed. A statement was added with the line of its id, and changed with the
 * youngest of its lines. Lines that are not committed yet count as committed with the youngest that is.
 */
export const datesOfBlame = (blame: string): Map<string, StatementDates> =>
	datesOfLines([...blame.matchAll(/^([0-9a-f]{40}) [^]*?^committer-time (\d+)$[^]*?^\t(.*)$/gm)].map(([, commit = '', time = '', text = '']) => ({ time: /^0+$/.test(commit) ? undefined : Number(time), text })));

function datesOfLines(lines: readonly { readonly time: number | undefined; readonly text: string }[]): Map<string, StatementDates> {
	const newest = Math.max(0, ...lines.flatMap(({ time }) => time ?? []));
	const dates = new Map<string, { added: number; changed: number }>();
	let current: { added: number; changed: number } | undefined;
	let indent = -1;
	for (const { time = newest, text } of lines) {
		const id = /^(\s*)- id: ['"]?([\w-]+)/.exec(text);
		if (id && (indent === -1 || id[1]?.length === indent)) {
			indent = id[1]?.length ?? 0;
			current = { added: time, changed: time };
			dates.set(id[2] ?? '', current);
		} else if (/^\S/.test(text)) current = undefined;
		if (current && text.trim() !== '') current.changed = Math.max(current.changed, time);
	}
	return new Map([...dates].map(([id, { added, changed }]) => [id, { added: new Date(added * 1000), changed: new Date(changed * 1000) }]));
}
