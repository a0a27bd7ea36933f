import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { listFiles } from './files.ts';
import { projectFolder } from './project-folder.ts';

/**
 * A run of convert that would change nothing need not make every page to find that out. After each run, a key of all that
 * it depended on and of all that it left is kept: the bytes of the seeds, of the labels, of the code and of its
 * dependencies' versions, and of every file below the content folder. While the key is the same, the pages are too; an
 * edit by hand makes it another. It is kept below `node_modules`: without it, or with one that cannot be read, convert
 * works as ever.
 */

const keptSchema = z.object({ key: z.string(), statements: z.number(), files: z.number() });
export type Done = Omit<z.output<typeof keptSchema>, 'key'>;

/** What there was when a run began. */
export interface State {
	/** Of what pages are made from. */
	readonly inputs: string;
	/** Digests of the files below the content folder. */
	readonly content: ReadonlyMap<string, string>;
	/** What a run that was killed left to be cleared up. */
	readonly leftovers: readonly string[];
}

/** Reads all that a key is made of; `undefined` where something of it cannot be read, which whoever makes the pages will say. */
export const stateNow = (seeds: string, content: string): Promise<State | undefined> => read(seeds, content).catch(() => undefined);

async function read(seeds: string, content: string): Promise<State> {
	const hash = createHash('sha256').update(`${process.version} ${process.versions.icu ?? ''}`);
	await add(hash, seeds, ['.yaml', '.yml', '.json']);
	await add(hash, join(projectFolder, 'content/i18n'), ['.json']);
	for (const folder of ['scripts', 'src/model']) await add(hash, join(projectFolder, folder), ['.ts', '.json', '.yaml', '.txt']);
	// A copy of the project may have none.
	hash.update(await readFile(join(projectFolder, 'package-lock.json')).catch(() => ''));
	const digests = new Map<string, string>();
	for (const [path, full] of await listFiles(content, ['.mdx', '.md', '.json'])) {
		const own = createHash('sha256');
		addBytes(own, full);
		digests.set(path, own.digest('base64'));
	}
	const leftovers = await readdir(content).then((names) => names.filter((name) => name.startsWith('.')), () => []);
	return { inputs: hash.digest('base64'), content: digests, leftovers };
}

/** What the last run did, if nothing changed since; else `undefined`. */
export async function isDone(seeds: string, content: string, state: State | undefined): Promise<Done | undefined> {
	const text = await readFile(keptIn(seeds, content), 'utf8').catch(() => undefined);
	if (text === undefined || state === undefined) return undefined;
	try {
		const { key, ...done } = keptSchema.parse(JSON.parse(text));
		return key === keyOf(state) ? done : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Keeps the key of what there was and what was made of it, rather than of what there is by now: what an editor, or another
 * run, did meanwhile makes the next key another. Where it cannot be kept, the next run only takes longer.
 * @param written digests of the files that this run has written
 */
export async function remember(seeds: string, content: string, { inputs, content: before }: State, written: ReadonlyMap<string, string>, done: Done): Promise<void> {
	try {
		const path = keptIn(seeds, content);
		await mkdir(dirname(path), { recursive: true });
		const own = `${path}.${process.pid}`;
		await writeFile(own, JSON.stringify({ key: keyOf({ inputs, content: new Map([...before, ...written]), leftovers: [] }), ...done }));
		await rename(own, path);
	} catch {
		// Said above.
	}
}

const keptIn = (seeds: string, content: string): string =>
	join(projectFolder, 'node_modules/.cache/convert', `${createHash('sha256').update(JSON.stringify([seeds, content])).digest('hex').slice(0, 16)}.json`);

const keyOf = ({ inputs, content, leftovers }: State): string => createHash('sha256').update(JSON.stringify([inputs, [...content].sort(([a], [b]) => (a < b ? -1 : 1)), leftovers])).digest('hex');

/** Paths, lengths and bytes, so that no two folders look the same. */
async function add(hash: Hash, folder: string, endings: readonly string[]): Promise<void> {
	for (const [path, full] of await listFiles(folder, endings)) {
		hash.update(`\0${path}\0`);
		hash.update(`\0${addBytes(hash, full)}\0`);
	}
}

/** Files are read into the same memory, piece by piece: memory for each would be given back only by going through all of the heap. */
const piece = Buffer.allocUnsafe(1 << 18);

/** @returns how many bytes the file has */
function addBytes(hash: Hash, path: string): number {
	const file = openSync(path, 'r');
	try {
		let length = 0;
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
			hash.update(piece.subarray(0, read));
			length += read;
		}
		return length;
	} finally {
		closeSync(file);
	}
}
