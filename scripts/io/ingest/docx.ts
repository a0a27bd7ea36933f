import mammoth from 'mammoth';
import type { SourceText } from '../../core/ingest/source.ts';
import { readHtml } from './html.ts';
import { Unreadable } from './unreadable.ts';

/** The text of a Word document, with its headings, lists and tables. */
export async function readDocx(bytes: Uint8Array): Promise<SourceText> {
	if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new Unreadable('a file that ends in .docx and is no Word document (it is no ZIP archive)', 'open it in Word or LibreOffice and save it as .docx, or as text');
	let html: string;
	try {
		({ value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }));
	} catch {
		throw new Unreadable('a Word document that is damaged, cut off, or another kind of archive', 'open it in Word or LibreOffice and save it again as .docx');
	}
	if (html.replace(/<[^>]*>/g, '').trim() === '') throw new Unreadable('a Word document without text', 'check that it is the right file');
	return readHtml(`<html><body><article>${html}</article></body></html>`, { whole: true });
}
