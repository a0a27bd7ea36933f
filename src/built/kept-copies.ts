import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compress, copiesKey, type Copies } from './compress.ts';

/**
 * Compressed copies that the build before made, in one file: most files of a site are as they were. A line of JSON says
 * what is in it; the copies follow, one after the other.
 */
interface Contents {
	/** Hash of all that follows the line: what is not whole is not used. */
	readonly sha256: string;
	/** Key, and the lengths of the two copies. */
	readonly entries: readonly (readonly [key: string, br: number, gz: number])[];
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function read(file: string): Map<string, Copies> {
	const copies = new Map<string, Copies>();
	if (!existsSync(file)) return copies;
	try {
		const bytes = readFileSync(file);
		const line = bytes.indexOf('\n');
		const { sha256, entries } = JSON.parse(bytes.toString('utf8', 0, line)) as Contents;
		const body = bytes.subarray(line + 1);
		if (hash(body) !== sha256) return copies;
		let at = 0;
		for (const [key, br, gz] of entries) {
			copies.set(key, { br: body.subarray(at, at + br), gz: body.subarray(at + br, at + br + gz) });
			at += br + gz;
		}
	} catch {
		// Broken in a way that nobody foresaw: what it holds can be made again.
		copies.clear();
	}
	return copies;
}

/** @param file where copies are kept from one build to the next; it need not be there */
export function keptCopies(file: string): { of: (path: string, content: Uint8Array) => Copies; keep: () => void } {
	const before = read(file);
	const now = new Map<string, Copies>();
	return {
		/** The copies of a file, taken over or made. */
		of: (path, content) => {
			const key = copiesKey(path, content);
			const copies = before.get(key) ?? compress(path, content);
			now.set(key, copies);
			return copies;
		},
		/** Keeps what was asked for, and nothing else, for the next build. */
		keep: () => {
			if (now.size === before.size && [...now.keys()].every((key) => before.has(key))) return;
			const body = Buffer.concat([...now.values()].flatMap(({ br, gz }) => [br, gz]));
			const contents: Contents = { sha256: hash(body), entries: [...now].map(([key, { br, gz }]) => [key, br.length, gz.length]) };
			mkdirSync(dirname(file), { recursive: true });
			// Put in place whole: two builds may run at the same time.
			const staging = `${file}.${process.pid}`;
			writeFileSync(staging, Buffer.concat([Buffer.from(`${JSON.stringify(contents)}\n`), body]));
			renameSync(staging, file);
		},
	};
}
