import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { access, constants, link, mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Issue } from '../core/issue.ts';
import { isMissing } from './files.ts';

/** A file to write: its path below the folder, its text, and the text it had when it was read. */
export interface Write {
	readonly path: string;
	readonly text: string;
	readonly before: string | undefined;
}

const lockName = '.staging-lock';
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
	const staging = await Staging.in(folder);
	try {
		for (const write of writes) staging.add(write);
		return await staging.commit();
	} finally {
		await staging.dispose();
	}
}

/**
 * As {@link writeFiles}, a file after the other, for texts that are not to be held all at a time: add each, commit, and
 * dispose in any case.
 */
export class Staging {
	readonly #folder: string;
	readonly #staging: string;
	/** Paths, each with the digest of the text that its file had. */
	readonly #writes: { readonly path: string; readonly before: string | undefined }[] = [];

	private constructor(folder: string) {
		this.#folder = folder;
		this.#staging = join(folder, `.staging-${process.pid}-${randomBytes(6).toString('hex')}`);
	}

	static async in(folder: string): Promise<Staging> {
		await removeAbandoned(folder);
		return new Staging(folder);
	}

	/** Writes a file to the staging folder. @throws the file system's error */
	add({ path, text, before }: Write): void {
		if (this.#writes.length === 0) mkdirSync(this.#staging, { recursive: true });
		writeFileSync(join(this.#staging, String(this.#writes.length)), text, { encoding: 'utf8', flag: 'wx' });
		this.#writes.push({ path, before: digest(before) });
	}

	/** Puts all files into their places. @returns issues for files that changed meanwhile; then nothing at all was written */
	async commit(): Promise<Issue[]> {
		const writes = this.#writes;
		if (writes.length === 0) return [];
		for (let from = 0; from < writes.length; from += atOnce) {
			// All of them come to an end, also where one fails: then the folder can go.
			const flushed = await Promise.allSettled(writes.slice(from, from + atOnce).map((_, index) => flush(join(this.#staging, String(from + index)))));
			for (const result of flushed) if (result.status === 'rejected') throw result.reason;
		}
		const unlock = await lock(this.#folder);
		try {
			return await this.#place();
		} finally {
			await unlock();
		}
	}

	/** What the files are put into is compared with what was read, and nobody else of us writes between the two. */
	async #place(): Promise<Issue[]> {
		const writes = this.#writes;
		const changed: string[] = [];
		for (const { path, before } of writes) if (digest(await textNow(join(this.#folder, path))) !== before) changed.push(path);
		if (changed.length > 0) return changed.map((path) => changedMeanwhile(join(this.#folder, path)));
		const folders = [...new Set(writes.map(({ path }) => dirname(join(this.#folder, path))))];
		for (const target of folders) {
			await mkdir(target, { recursive: true });
			await access(target, constants.W_OK);
		}
		for (const [index, { path }] of writes.entries()) await rename(join(this.#staging, String(index)), join(this.#folder, path));
		await Promise.all(folders.map(flushFolder));
		return [];
	}

	/** Removes the staging folder. */
	async dispose(): Promise<void> {
		await rm(this.#staging, { recursive: true, force: true });
	}
}

const digest = (text: string | undefined): string | undefined => (text === undefined ? undefined : createHash('sha256').update(text).digest('base64'));

/** Waits until the disk has the file. */
async function flush(path: string): Promise<void> {
	const file = await open(path, 'r+');
	try {
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

/** Waits for another run that is putting its files into their places, which takes a moment. @returns what ends our own turn */
async function lock(folder: string): Promise<() => Promise<void>> {
	const path = join(folder, lockName);
	const own = `${process.pid} ${randomBytes(6).toString('hex')}`;
	for (;;) {
		// Linked, not opened: the lock is there with its owner's number, or it is not.
		const draft = join(folder, `.staging-${process.pid}-${randomBytes(6).toString('hex')}`);
		await writeFile(draft, own);
		const isOurs = await link(draft, path).then(() => true, (error: unknown) => {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
			throw error;
		}).finally(() => rm(draft, { force: true }));
		if (isOurs) return () => rm(path, { force: true });
		const owner = Number((await textNow(path))?.split(' ')[0] ?? process.ppid);
		if (owner === process.pid || !isRunning(owner)) await rm(path, { force: true });
		else await pause(20);
	}
}

/** Staging folders of runs that were killed. That of a run which is still going on stays. */
async function removeAbandoned(folder: string): Promise<void> {
	const names = await readdir(folder).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	for (const name of names) {
		const owner = name === lockName ? (await textNow(join(folder, name)))?.split(' ')[0] : stagingName.exec(name)?.[1];
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
