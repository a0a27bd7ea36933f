import type { furnitureReasons } from '../../../src/model/vocabulary.ts';

/**
 * A raw document as the pipeline takes it: its text, whole, and what its format already told.
 */

export type FurnitureReason = (typeof furnitureReasons)[number];

/** What the format of a document says of a line, so that it need not be guessed. */
export type LineMark = { readonly kind: 'furniture'; readonly reason: FurnitureReason } | { readonly kind: 'heading' } | { readonly kind: 'link' };

/** What a document says about itself outside its text (HTML head, PDF and DOCX properties). */
export interface SourceHints {
	readonly title?: string;
	readonly author?: string;
	readonly publisher?: string;
	/** As written. */
	readonly published?: string;
	readonly url?: string;
	/** A BCP 47 tag, as the document has it. */
	readonly language?: string;
}

export interface SourceText {
	readonly text: string;
	/** The text was made from something else (HTML, PDF, DOCX, another encoding): `original` cannot name the file itself. */
	readonly extracted: boolean;
	readonly hints: SourceHints;
	/** By line number. */
	readonly marks: ReadonlyMap<number, LineMark>;
}

/** One line of the text; `end` includes the line end, so that the lines put together are the text. */
export interface SourceLine {
	readonly number: number;
	readonly start: number;
	readonly end: number;
	/** Without the line end. */
	readonly raw: string;
}

/** Lines as editors and `sources:verify` count them. */
export function splitLines(text: string): SourceLine[] {
	const lines: SourceLine[] = [];
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline + 1;
		const stop = newline < 0 ? end : newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
		lines.push({ number: lines.length + 1, start, end, raw: text.slice(start, stop) });
		start = end;
	}
	return lines;
}
