import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Issue } from '../../core/issue.ts';
import { decodeText } from '../../core/ingest/decode.ts';
import type { SourceText } from '../../core/ingest/source.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { Unreadable } from './unreadable.ts';

/** Reads a raw document of any of the kinds that ingest takes. */

export interface RawDocument {
	readonly name: string;
	readonly sha256: string;
	readonly encoding: string;
	readonly source: SourceText;
}

/** Larger files are no article; they are refused before they fill the memory. */
export const largest = 20 * 1024 * 1024;

/** @throws the file system's error where the file cannot be read at all */
export async function readDocument(path: string): Promise<RawDocument | Issue> {
	const name = basename(path);
	const issue = (found: string, fix: string, [line, column]: readonly [number, number] = [1, 1]): Issue => ({ file: path, line, column, code: 'unreadable-source', found, expected: 'a text, Markdown, HTML, PDF or DOCX file that can be read whole', fix });
	const file = await open(path, 'r');
	let bytes: Uint8Array;
	try {
		const stat = await file.stat();
		if (stat.isDirectory()) return issue('a folder', 'name the files in it');
		if (stat.size > largest) return issue(`a file of ${Math.round(stat.size / 1024 / 1024)} MB; no more than ${largest / 1024 / 1024} MB are read`, 'take out the pages that concern India and Japan and save them as a file of their own');
		bytes = new Uint8Array(await file.readFile());
	} finally {
		await file.close();
	}
	if (bytes.length === 0) return issue('an empty file', 'download or save the document again');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const format = formatOf(bytes, extname(name).toLowerCase());
	try {
		if (format === 'pdf') return { name, sha256, encoding: 'PDF', source: await readPdf(bytes) };
		if (format === 'docx') return { name, sha256, encoding: 'DOCX', source: await readDocx(bytes) };
		const known = other(bytes);
		if (known) throw new Unreadable(`${known}, not text`, 'save or export it as text, HTML, PDF or DOCX');
		const decoded = decodeText(bytes);
		if (!('text' in decoded)) return issue(decoded.problem, decoded.fix, [decoded.line, decoded.column]);
		if (decoded.text.trim() === '') return issue('a file with nothing but blank lines', 'save the document again with its text');
		const source: SourceText = format === 'html' ? readHtml(decoded.text) : { text: decoded.text, extracted: decoded.encoding !== 'UTF-8', hints: {}, marks: new Map() };
		return { name, sha256, encoding: decoded.encoding, source };
	} catch (error) {
		if (error instanceof Unreadable) return issue(error.message, error.fix, [error.line, error.column]);
		throw error;
	}
}

const starts = (bytes: Uint8Array, text: string): boolean => [...text].every((character, index) => bytes[index] === character.charCodeAt(0));

function formatOf(bytes: Uint8Array, extension: string): 'pdf' | 'docx' | 'html' | 'text' {
	if (starts(bytes, '%PDF') || extension === '.pdf') return 'pdf';
	if (extension === '.docx' || (starts(bytes, 'PK\u0003\u0004') && extension !== '.txt')) return 'docx';
	if (['.html', '.htm', '.xhtml'].includes(extension)) return 'html';
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replaceAll('\0', '').trimStart().toLowerCase();
	return /^(?:\S{0,3})?(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype html|html))/.test(head) ? 'html' : 'text';
}

/** Well-known files that are no text, said by name. */
function other(bytes: Uint8Array): string | undefined {
	const known: readonly (readonly [string, string])[] = [['\u0089PNG', 'a PNG picture'], ['\u00FF\u00D8\u00FF', 'a JPEG picture'], ['GIF8', 'a GIF picture'], ['PK\u0003\u0004', 'a ZIP archive'], ['\u00D0\u00CF\u0011\u00E0', 'an old Word or Excel file (.doc, .xls)'], ['{\\rtf', 'an RTF file'], ['\u001F\u008B', 'a gzip archive'], ['\u007FELF', 'a program']];
	return known.find(([magic]) => starts(bytes, magic))?.[1];
}
