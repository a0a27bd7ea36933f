import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, existsSync, fsync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, link, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Issue } from '../core/issue.ts';
import type { Pieces } from '../core/pieces.ts';
import { digestOf, isMissing } from './files.ts';

/** A file to write: its path below the folder, its text, and the text it had when it was read. */
export interface Write {
	readonly path: string;
	readonly text: string | Pieces;
	readonly before: string | undefined;
}

const lockName = '.staging-lock';
const stagingName = /^\.staging-(\d+)-/;
/** Files written at once: enough to keep a disk busy, few enough for any limit on open files. */
const atOnce = 32;
/** Putting files into their places takes moments. A lock that is older has no owner, or one that a person should look at. */
const longestTurn = 60_000;

/**
 * Writes files so that a reader never sees half of one, whenever the process is stopped: each is
 * written whole to a staging folder beside them, flushed to the disk, then renamed into its place.
 * A file that somebody changed since it was read is left alone.
 *
 * @returns issues for files that changed meanwhile; then nothing at all was written
 * @throws the file system's error (disk full, no permission) after the staging folder was removed
 */
export const writeFiles = (folder: string, writes: readonly Write[]): Promise<Issue[]> => writeTogether([[folder, writes]]);

/** As {@link writeFiles}, in several folders, each with a turn of its own: a file that changed in one keeps all from being written. */
export async function writeTogether(parts: readonly (readonly [folder: string, writes: readonly Write[]])[]): Promise<Issue[]> {
	const stagings: Staging[] = [];
	try {
		for (const [folder, writes] of parts) {
			const staging = await Staging.in(folder);
			stagings.push(staging);
			for (const write of writes) staging.add(write);
		}
		return await Staging.commit(stagings);
	} finally {
		for (const staging of stagings) await staging.dispose();
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
	readonly #expected: { readonly path: string; readonly before: string | undefined }[] = [];

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
		if (this.#writes.length === 0) makeFolder(this.#staging);
		const file = openSync(join(this.#staging, String(this.#writes.length)), 'wx');
		try {
			for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(file, piece);
		} finally {
			closeSync(file);
		}
		this.#writes.push({ path, before: digest(before) });
	}

	/** Names a file that is not written and has to be as it was. @param before its digest ({@link digestOf}) */
	expect(path: string, before: string | undefined): void {
		this.#expected.push({ path, before });
	}

	/** Puts all files into their places. @returns issues for files that changed meanwhile; then nothing at all was written */
	commit(): Promise<Issue[]> {
		return Staging.commit([this]);
	}

	/** The same for several folders: all of their files or none. */
	static async commit(stagings: readonly Staging[]): Promise<Issue[]> {
		// In the same order in every run: no two wait for each other.
		const used = stagings.filter((staging) => staging.#writes.length > 0).sort((a, b) => (a.#folder < b.#folder ? -1 : 1));
		for (const staging of used) await staging.#flush();
		const unlocks: (() => Promise<void>)[] = [];
		try {
			for (const staging of used) {
				const turn = await lock(staging.#folder);
				if (typeof turn !== 'function') return [turn];
				unlocks.push(turn);
			}
			// What the files are put into is compared with what was read, and nobody else of us writes between the two.
			const changed: Issue[] = [];
			for (const staging of used) changed.push(...staging.#changed());
			if (changed.length > 0) return changed;
			for (const staging of used) for (const folder of staging.#folders) makeFolder(folder);
			for (const staging of used) await staging.#place();
			return [];
		} finally {
			for (const unlock of unlocks) await unlock();
		}
	}

	async #flush(): Promise<void> {
		const files = this.#writes.map((_, index) => join(this.#staging, String(index)));
		for (let from = 0; from < files.length; from += atOnce) {
			// All of them come to an end, also where one fails: then the folder can go.
			const flushed = await Promise.allSettled(files.slice(from, from + atOnce).map(flush));
			for (const result of flushed) if (result.status === 'rejected') throw result.reason;
		}
	}

	#changed(): Issue[] {
		const changed: Issue[] = [];
		for (const { path, before } of [...this.#writes, ...this.#expected]) {
			const file = join(this.#folder, path);
			if (digest(textAt(file)) !== before) changed.push(changedMeanwhile(file));
		}
		return changed;
	}

	get #folders(): string[] {
		return [...new Set(this.#writes.map(({ path }) => dirname(join(this.#folder, path))))];
	}

	async #place(): Promise<void> {
		for (const [index, { path }] of this.#writes.entries()) await rename(join(this.#staging, String(index)), join(this.#folder, path));
		await Promise.all(this.#folders.map(flushFolder));
	}

	/** Removes the staging folder. */
	async dispose(): Promise<void> {
		await rm(this.#staging, { recursive: true, force: true });
	}
}

/** Makes a folder that can be written to, with those above it. */
function makeFolder(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		// Of a disk that can only be read, Node says that it has no such folder.
		let above = folder;
		while (!existsSync(above)) above = dirname(above);
		accessSync(above, constants.W_OK);
		throw error;
	}
	accessSync(folder, constants.W_OK);
}

const digest = (text: string | undefined): string | undefined => (text === undefined ? undefined : digestOf(text));

const sync = promisify(fsync);

/** Waits until the disk has the file: for the disk, many at a time wait; what takes no longer than to ask a thread for it does not. */
async function flush(path: string): Promise<void> {
	const file = openSync(path, 'r+');
	try {
		await sync(file);
	} finally {
		closeSync(file);
	}
}

/** {@link textNow}, at once. */
function textAt(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
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

const heldTooLong = (file: string, owner: number): Issue => ({
	file,
	line: 1,
	column: 1,
	code: 'changed-meanwhile',
	found: `another run (process ${owner}), which has been putting its files into place for more than a minute`,
	expected: 'one writer at a time',
	fix: 'wait until it has ended, or delete this file where there is no such run; then run the command again',
});

/** Waits for another run that is putting its files into their places, which takes a moment. @returns what ends our own turn, or why we get none */
async function lock(folder: string): Promise<Issue | (() => Promise<void>)> {
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
		// The number of a run that was killed may by now be that of any other program.
		const since = await stat(path).then(({ mtimeMs }) => mtimeMs, () => Date.now());
		if (owner === process.pid || !isRunning(owner)) await rm(path, { force: true });
		else if (Date.now() - since > longestTurn) return heldTooLong(path, owner);
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
