import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a build keeps for the next, below `node_modules/.cache`: all of it can be made again, and is where it is not whole. */

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @returns what was kept in a file; nothing where it is not there, or not as it was written */
export function readKept(file: string): Buffer | undefined {
	if (!existsSync(file)) return undefined;
	const bytes = readFileSync(file);
	const line = bytes.indexOf('\n');
	const body = bytes.subarray(line + 1);
	return bytes.toString('latin1', 0, Math.max(0, line)) === hash(body) ? body : undefined;
}

/** Keeps bytes in a file, below a line with their hash. */
export function writeKept(file: string, body: Uint8Array): void {
	mkdirSync(dirname(file), { recursive: true });
	// Put in place whole: two builds may run at the same time.
	const staging = `${file}.${process.pid}`;
	writeFileSync(staging, Buffer.concat([Buffer.from(`${hash(body)}\n`), body]));
	renameSync(staging, file);
}

/** What was worked out, by a key that holds everything it was worked out from. */
export interface KeptResults<T> {
	/** What was kept under a key. */
	readonly before: (key: string) => T | undefined;
	/** What was kept under a key, or is made now. It is shared: nobody may change it. */
	readonly of: (key: string, make: () => T) => T;
	/** Keeps what was asked for, and nothing else, for the next build. */
	readonly keep: () => void;
}

/**
 * @param T what JSON can hold
 * @param version of all that makes results; what another one made is not used
 */
export function keptResults<T>(file: string, version: string): KeptResults<T> {
	return takenOver(readResults<T>(file, version), (now) => writeKept(file, Buffer.from(JSON.stringify([version, [...now]]))));
}

/** @param before what was kept @param write keeps what is asked for now, where that is something else */
export function takenOver<T>(before: ReadonlyMap<string, T>, write: (now: ReadonlyMap<string, T>) => void): KeptResults<T> {
	const now = new Map<string, T>();
	return {
		before: (key) => before.get(key),
		of: (key, make) => {
			const found = before.has(key) ? (before.get(key) as T) : make();
			now.set(key, found);
			return found;
		},
		keep: () => {
			if (now.size !== before.size || ![...now.keys()].every((key) => before.has(key))) write(now);
		},
	};
}

function readResults<T>(file: string, version: string): ReadonlyMap<string, T> {
	const body = readKept(file);
	if (!body) return new Map();
	const [made, results] = JSON.parse(body.toString()) as [string, [string, T][]];
	return new Map(made === version ? results : []);
}
