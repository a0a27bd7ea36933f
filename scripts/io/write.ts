import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Issue } from '../core/issue.ts';
import { isMissing } from './files.ts';

/** A file to write: its path below the folder, its text, and the text it had when it was read. */
export interface Write {
	readonly path: string;
	readonly text: string;
	readonly before: string | undefined;
}

const stagingName = /^\.staging-(\d+)-/;
/** Files written at once: enough to keep a disk busy, few enough for any limit on open files. */
const atOnce = 32;

/**
 * Writes files so that a reader never sees half of one, whenever the process is stopped: each is
 * written whole to a staging folder beside them, flushed to the disk, then renamed into its place.
 * A file that somebody changed since it was read is left alone.
 *
 * @returns issues for files that changed meanwhile; then nothing at all was written
 * @throws the file system's error (disk full, no permission) after the staging folder was removed
 */
export async function writeFiles(folder: string, writes: readonly Write[]): Promise<Issue[]> {
	await removeAbandoned(folder);
	if (writes.length === 0) return [];
	await mkdir(folder, { recursive: true });
	const staging = join(folder, `.staging-${process.pid}-${randomBytes(6).toString('hex')}`);
	await mkdir(staging);
	try {
		for (let from = 0; from < writes.length; from += atOnce) {
			// All of them come to an end, also where one fails: then the folder can go.
			const staged = await Promise.allSettled(writes.slice(from, from + atOnce).map((write, index) => stage(write, join(staging, String(from + index)))));
			for (const result of staged) if (result.status === 'rejected') throw result.reason;
		}
		const changed: string[] = [];
		for (const { path, before } of writes) if ((await textNow(join(folder, path))) !== before) changed.push(path);
		if (changed.length > 0) return changed.map((path) => changedMeanwhile(join(folder, path)));
		const folders = [...new Set(writes.map(({ path }) => dirname(join(folder, path))))];
		for (const target of folders) {
			await mkdir(target, { recursive: true });
			await access(target, constants.W_OK);
		}
		for (const [index, { path }] of writes.entries()) await rename(join(staging, String(index)), join(folder, path));
		await Promise.all(folders.map(flushFolder));
		return [];
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
}

async function stage({ text }: Write, path: string): Promise<void> {
	const file = await open(path, 'wx');
	try {
		await file.writeFile(text, 'utf8');
		await file.sync();
	} finally {
		await file.close();
	}
}

/** The text of a file as it stands; `undefined` where there is none. */
export const textNow = (path: string): Promise<string | undefined> =>
	readFile(path, 'utf8').catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});

const changedMeanwhile = (file: string): Issue => ({
	file,
	line: 1,
	column: 1,
	code: 'changed-meanwhile',
	found: 'the file changed while the pages were made',
	expected: 'one writer at a time',
	fix: 'save your work and run the command again',
});

/** A rename lasts through a power cut once its folder is flushed. Not every system can open a folder. */
async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}

/** Staging folders of runs that were killed. That of a run which is still going on stays. */
async function removeAbandoned(folder: string): Promise<void> {
	const names = await readdir(folder).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	for (const name of names) {
		const owner = stagingName.exec(name)?.[1];
		// In a container each run has the same number: one that is ours is left from an earlier run, too.
		if (owner !== undefined && (Number(owner) === process.pid || !isRunning(Number(owner)))) await rm(join(folder, name), { recursive: true, force: true });
	}
}

function isRunning(processId: number): boolean {
	try {
		return process.kill(processId, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
