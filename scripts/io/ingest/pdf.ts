import { getDocumentProxy, getMeta } from 'unpdf';
import { withoutRadicals } from '../../core/ingest/clean.ts';
import type { SourceText } from '../../core/ingest/source.ts';
import { Unreadable } from './unreadable.ts';

/** The text of a PDF: a line for each line on the page, a form feed between pages. */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
	if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF')) throw new Unreadable('a file that ends in .pdf and is no PDF', 'download the document again; what was saved may be an error page');
	const pages: string[] = [];
	let title: string | undefined;
	let author: string | undefined;
	try {
		const pdf = await getDocumentProxy(bytes.slice(), { stopAtErrors: true, verbosity: 0 });
		const meta = await getMeta(pdf).catch(() => undefined);
		const info: Record<string, unknown> = meta?.info ?? {};
		const property = (name: string): string | undefined => (typeof info[name] === 'string' && info[name].trim() !== '' ? info[name].trim() : undefined);
		[title, author] = [property('Title'), property('Author')];
		for (let number = 1; number <= pdf.numPages; number += 1) {
			const page = await pdf.getPage(number);
			const content = await page.getTextContent();
			pages.push(pageText(content.items as readonly TextPiece[]));
		}
	} catch (error) {
		const { name, message } = error as Error;
		if (name === 'PasswordException' || /password/i.test(message)) throw new Unreadable('an encrypted PDF, which needs a password', 'open it with its password, print it into a new PDF without one, and give that');
		throw new Unreadable('a PDF that is damaged or cut off', 'download it again in full; if it opens in a viewer, print it into a new PDF');
	}
	if (pages.every((page) => page.trim() === '')) throw new Unreadable('a PDF without text: its pages are pictures', 'run it through text recognition (OCR) first, or look for a version with text');
	const text = withoutRadicals(pages.map((page, index) => (index === 0 ? page : `\f${page}`)).join(''));
	if (text.includes('\uFFFD')) throw new Unreadable('a PDF whose letters have no meaning assigned (U+FFFD)', 'copy the text from a viewer into a text file, check it, and give that');
	return { text, extracted: true, hints: { ...(title && !/^(?:untitled|microsoft word)/i.test(title) ? { title } : {}), ...(author ? { author } : {}) }, marks: new Map() };
}

interface TextPiece {
	readonly str?: string;
	readonly hasEOL?: boolean;
	readonly transform?: readonly number[];
	readonly width?: number;
	readonly height?: number;
}

/** Pieces on one height are one line; a gap of more than a line and a half is a blank one. */
function pageText(items: readonly TextPiece[]): string {
	const lines: { y: number; height: number; right: number; text: string }[] = [];
	for (const { str = '', transform, width = 0, height = 0 } of items) {
		if (str === '') continue;
		const [x, y] = [transform?.[4] ?? 0, transform?.[5] ?? 0];
		const last = lines.at(-1);
		if (last && Math.abs(last.y - y) < Math.max(2, last.height * 0.4)) {
			const gap = x - last.right;
			last.text += (gap > (last.height || 10) * 0.2 && !/\s$/.test(last.text) && !/^\s/.test(str) && (/[!-~]$/.test(last.text) || /^[!-~]/.test(str)) ? ' ' : '') + str;
			last.right = x + width;
			last.height = Math.max(last.height, height);
		} else if (str.trim() !== '') lines.push({ y, height, right: x + width, text: str });
	}
	return lines.map((line, index) => {
		const above = lines[index - 1];
		const blank = above && above.y - line.y > (line.height || 12) * 2.2;
		return `${blank ? '\n' : ''}${line.text.trimEnd()}\n`;
	}).join('');
}
