import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { processEnv, type Run } from './convert.ts';

/** Commands that are killed, or that a disk does not serve. */

/** How often a command is killed: `KILLS=500 npx vitest run tests/io` for a thorough run. */
export const kills = Number(process.env['KILLS'] ?? 8);

export interface RunOptions {
	readonly cwd?: string;
	readonly uid?: number;
	readonly gid?: number;
	readonly env?: NodeJS.ProcessEnv;
}

export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> =>
	new Promise((done) => execFile(command, args, { ...options, env: { ...processEnv, ...options.env } }, (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })));

/** What Node keeps of compiled modules is a file, too. */
const keepsNothing = { NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' };

/** Runs a script where no file may be larger than some blocks of 512 bytes. */
export const runWithLimit = (blocks: number, args: readonly string[], options: RunOptions = {}): Promise<Run> =>
	// Node does not survive the signal that comes before the error, unless the shell has it ignored.
	run('/bin/sh', ['-c', `trap "" XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...args], { ...options, env: { ...options.env, ...keepsNothing } });

/** Runs a script as somebody to whom permissions apply: to the superuser every folder is writable. */
export const runAsNobody = (args: readonly string[], options: RunOptions = {}): Promise<Run> =>
	run(process.execPath, args, process.getuid?.() === 0 ? { ...options, uid: 65534, gid: 65534, env: { ...options.env, ...keepsNothing } } : options);

/** Mounts a disk of its own for one test. @returns whether that can be done here */
export function mountDisk(folder: string, size: string): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder], { stdio: 'ignore' });
		onTestFinished(() => void execFileSync('umount', [folder]));
		return true;
	} catch {
		return false;
	}
}

export async function lay(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
	for (const [path, content] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
}

/** Every file below a folder with its text, but for those that a run which was killed was preparing. */
export async function textsIn(folder: string): Promise<Map<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).filter((path) => !path.includes('.staging-')).sort();
	return new Map(await Promise.all(files.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)));
}

/** What runs that were killed have left there. */
export const left = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).filter((path) => path.includes('.staging-'));

/** When to kill: at some part of the whole run, or some milliseconds after files begin to be prepared, or after the first is in its place. */
const phases = [
	{ name: 'running', sign: undefined, milliseconds: 0 },
	{ name: 'preparing', sign: (path: string) => path.includes('.staging-'), milliseconds: 12 },
	{ name: 'placing', sign: (path: string) => !path.includes('.staging-'), milliseconds: 2 },
] as const;

export interface Moment {
	readonly phase: (typeof phases)[number];
	/** From 0 to 1. */
	readonly at: number;
}

export const moments = (seed: number, count = kills): Moment[] =>
	fc.sample(fc.record({ phase: fc.constantFrom(...phases), at: fc.double({ min: 0, max: 1, noNaN: true }) }), { seed, numRuns: count });

/** Starts a command and kills it. @param duration of a whole run, in milliseconds @returns whether it was still running */
export async function kill(args: readonly string[], watched: string, duration: number, { phase, at }: Moment, options: RunOptions = {}): Promise<boolean> {
	const watcher = watch(watched, { recursive: true });
	const signed = new Promise<void>((resolve) => watcher.on('change', (_, name) => {
		if (phase.sign?.(String(name))) resolve();
	}));
	const child = spawn(process.execPath, args, { stdio: 'ignore', ...options, env: { ...processEnv, ...options.env } });
	const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
	if (phase.sign) await Promise.race([signed, exited]);
	watcher.close();
	const delay = Math.round(at * (phase.sign ? phase.milliseconds : duration));
	if (delay > 0) await Promise.race([sleep(delay), exited]);
	child.kill('SIGKILL');
	const [, signal] = await exited;
	return signal !== null;
}

/** Where the kills fell, in words. */
export class Outcomes {
	readonly #counts = new Map<string, number>();

	/** @param done whether each file that the command writes has its new text */
	add(wasRunning: boolean, done: readonly boolean[], isPreparing: boolean): void {
		const some = done.some(Boolean);
		const name = !wasRunning ? 'too late' : done.every(Boolean) ? 'after the last file' : some ? 'between two files' : isPreparing ? 'while files were prepared' : 'before anything was written';
		this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
	}

	/** Says it where the run is a thorough one. */
	report(command: string): void {
		if (process.env['KILLS'] !== undefined) console.info(`${command}, killed:`, Object.fromEntries(this.#counts));
	}
}
