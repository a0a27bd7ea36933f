import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { listFiles } from './files.ts';
import { projectFolder } from './project-folder.ts';

/**
 * A run of convert that would change nothing need not make every page to find that out. After each run, a key of all that
 * it depends on and of all that it left is kept: the bytes of the seeds, of the labels, of the code and of its
 * dependencies' versions, and of every file below the content folder. While the key is the same, the pages are too; an
 * edit by hand makes it another. It is kept below `node_modules`: without it, or with one that cannot be read, convert
 * works as ever.
 */

const keptSchema = z.object({ key: z.string(), statements: z.number(), files: z.number() });
export type Done = Omit<z.output<typeof keptSchema>, 'key'>;

/** What the last run did, if nothing changed since; else `undefined`. */
export async function isDone(seeds: string, content: string): Promise<Done | undefined> {
	const text = await readFile(keptIn(seeds, content), 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	try {
		const { key, ...done } = keptSchema.parse(JSON.parse(text));
		return key === (await keyOf(seeds, content)) ? done : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps the key of what there is now. Where it cannot be kept, the next run only takes longer. */
export async function remember(seeds: string, content: string, done: Done): Promise<void> {
	try {
		const path = keptIn(seeds, content);
		await mkdir(dirname(path), { recursive: true });
		const own = `${path}.${process.pid}`;
		await writeFile(own, JSON.stringify({ key: await keyOf(seeds, content), ...done }));
		await rename(own, path);
	} catch {
		// Said above.
	}
}

const keptIn = (seeds: string, content: string): string =>
	join(projectFolder, 'node_modules/.cache/convert', `${createHash('sha256').update(JSON.stringify([seeds, content])).digest('hex').slice(0, 16)}.json`);

async function keyOf(seeds: string, content: string): Promise<string> {
	const hash = createHash('sha256').update(`${process.version} ${process.versions.icu ?? ''}`);
	await add(hash, seeds, ['.yaml', '.yml', '.json']);
	await add(hash, content, ['.mdx', '.md', '.json']);
	await add(hash, join(projectFolder, 'content/i18n'), ['.json']);
	for (const folder of ['scripts', 'src/model']) await add(hash, join(projectFolder, folder), ['.ts', '.json', '.yaml', '.txt']);
	hash.update(await readFile(join(projectFolder, 'package-lock.json')));
	// A run that was killed leaves something to clear up.
	const hidden = await readdir(content).then((names) => names.filter((name) => name.startsWith('.')), () => []);
	return hash.update(JSON.stringify(hidden)).digest('hex');
}

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
