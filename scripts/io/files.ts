import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Issue } from '../core/issue.ts';
import type { Fingerprint } from '../core/translations.ts';

/** The first 16 hexadecimal digits of SHA-256: enough to notice a change, short enough to read. */
export const fingerprint: Fingerprint = (...pieces) => {
	const digest = createHash('sha256');
	for (const piece of pieces) digest.update(piece);
	return digest.digest('hex').slice(0, 16);
};

/** What is wrong with the bytes of a file, or its text. */
export type ReadResult = { readonly text: string } | { readonly issue: Issue; /** The text behind a byte order mark, which hides nothing else that is wrong in it. */ readonly unmarked?: string };

/**
 * Reads a text file. It must be UTF-8 without a byte order mark: a file in another encoding would be
 * published as mojibake.
 * @param file how to name the file in the issue
 * @throws the file system's error where the file cannot be read at all
 */
export async function readText(path: string, file: string): Promise<ReadResult> {
	return decode(await readFile(path), file);
}

/** Decodes the bytes of a file, or says at which line and column they stop being UTF-8, and what they seem to be. */
export function decode(bytes: Uint8Array, file: string): ReadResult {
	const issue = (line: number, column: number, code: Issue['code'], found: string, expected: string, fix: string): ReadResult => ({ issue: { file, line, column, code, found, expected, fix } });
	const encoded = (before: string, encoding: string): ReadResult => {
		const lines = before.split('\n');
		return issue(lines.length, (lines.at(-1)?.length ?? 0) + 1, 'bad-encoding', `text that is not UTF-8 (the file seems to be ${encoding})`, 'text in UTF-8', 'open the file in its own encoding and save it as “UTF-8”');
	};
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
		const rest = decode(bytes.subarray(3), file);
		if ('issue' in rest && rest.unmarked === undefined) return rest;
		return { issue: { file, line: 1, column: 1, code: 'byte-order-mark', found: 'a byte order mark', expected: 'UTF-8 without one', fix: 'save the file as “UTF-8”, not “UTF-8 with BOM”', edit: { from: '\uFEFF', to: '' } }, unmarked: 'text' in rest ? rest.text : rest.unmarked ?? '' };
	}
	// Both write ASCII in a way that UTF-8 allows: with NUL bytes, and as escape sequences.
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0) !== (bytes[1] === 0);
	if (utf16) return encoded('', 'UTF-16');
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const escape = text.search(/\u001B\$[@B]/);
		if (escape >= 0) return encoded(text.slice(0, escape), 'ISO-2022-JP');
		// No tool works on two versions of a text at once, or writes over either. A mark may have been left alone.
		const conflict = text.search(/^(?:<{7}(?: |\r?$)|>{7} \S)/m);
		return conflict < 0 ? { text } : issue(text.slice(0, conflict).split('\n').length, 1, 'merge-conflict', 'the marks of a merge that is not settled: two versions of these lines', 'one version', 'keep one version, or put the two together; delete the lines that begin with <<<<<<<, ======= and >>>>>>>; save the file');
	} catch {
		return encoded(validPrefix(bytes), guessEncoding(bytes));
	}
}

/** The text up to the first byte that is not UTF-8. */
function validPrefix(bytes: Uint8Array): string {
	const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	// The decoder puts U+FFFD at the first bad byte; a U+FFFD that the file really holds decodes from its own three bytes.
	for (let at = lenient.indexOf('\uFFFD'); at >= 0; at = lenient.indexOf('\uFFFD', at + 1)) {
		const offset = new TextEncoder().encode(lenient.slice(0, at)).length;
		if (!(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) return lenient.slice(0, at);
	}
	return lenient;
}

function guessEncoding(bytes: Uint8Array): string {
	// Full-width kana: the bytes of one of the two are half-width kana in the other.
	const japanese = /[ぁ-んァ-ヶ]/u;
	const candidates = [['shift_jis', 'Shift_JIS'], ['euc-jp', 'EUC-JP']] as const;
	for (const [label, name] of candidates) {
		try {
			if (japanese.test(new TextDecoder(label, { fatal: true }).decode(bytes))) return name;
		} catch {
			// Not this one.
		}
	}
	return 'in another encoding, or damaged';
}

/** Whether an error says that a file or folder is not there. */
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A digest of the bytes that a file of this text has. @param text whole, or in pieces as it is written */
export function digestOf(text: string | readonly string[]): string {
	const hash = createHash('sha256');
	for (const piece of typeof text === 'string' ? [text] : text) hash.update(piece);
	return hash.digest('base64');
}

/** All files below a folder with one of the endings: path below it (with `/`) → full path. Hidden folders are left out. */
export async function listFiles(folder: string, endings: readonly string[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	for (const entry of entries) {
		const full = join(entry.parentPath, entry.name);
		const path = full.slice(folder.length + 1).split(sep).join('/');
		if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)) && !path.split('/').some((part) => part.startsWith('.'))) found.set(path, full);
	}
	return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
