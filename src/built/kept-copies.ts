import { compress, copiesKey, type Copies } from './compress.ts';
import { readKept, takenOver, writeKept } from './kept.ts';

/**
 * Compressed copies that the build before made: most files of a site are as they were. A line of JSON says what is in the
 * file; the copies follow, one after the other.
 */
type Contents = readonly (readonly [key: string, br: number, gz: number])[];

function read(file: string): Map<string, Copies> {
	const copies = new Map<string, Copies>();
	const kept = readKept(file);
	if (!kept) return copies;
	const line = kept.indexOf('\n');
	let at = line + 1;
	for (const [key, br, gz] of JSON.parse(kept.toString('utf8', 0, line)) as Contents) {
		copies.set(key, { br: kept.subarray(at, at + br), gz: kept.subarray(at + br, at + br + gz) });
		at += br + gz;
	}
	return copies;
}

/** @param file where copies are kept from one build to the next; it need not be there */
export function keptCopies(file: string): { of: (path: string, content: Uint8Array) => Copies; keep: () => void } {
	const { of, keep } = takenOver(read(file), (now) => {
		const contents: Contents = [...now].map(([key, { br, gz }]) => [key, br.length, gz.length]);
		writeKept(file, Buffer.concat([Buffer.from(`${JSON.stringify(contents)}\n`), ...[...now.values()].flatMap(({ br, gz }) => [br, gz])]));
	});
	/** The copies of a file, taken over or made. */
	return { of: (path, content) => of(copiesKey(path, content), () => compress(path, content)), keep };
}
