import type { FurnitureReason } from '../source.ts';

/** What a writer wrote: paragraphs, items and cells, each joined over the lines on which it stands. */

/** A stretch of a block's text that stands on one line. */
export interface Run {
	readonly at: number;
	readonly line: number;
}

export interface Block {
	readonly kind: 'paragraph' | 'item' | 'cell' | 'record';
	text: string;
	readonly runs: Run[];
	/** Nesting of a list item. */
	readonly level: number;
	/** What the text belongs to: row label and column head of a cell, the run-in label of an item. */
	readonly labels: readonly string[];
	/** The headings above, outermost first. */
	readonly headings: readonly string[];
	/** The item or paragraph that introduces this item. */
	readonly parent: Block | undefined;
	/** Last line of what it introduces. */
	lastChildLine: number;
	/** What its bare figures are counted in. */
	readonly unit?: string | undefined;
}

export interface Heading {
	readonly line: number;
	readonly text: string;
}

export interface Layout {
	readonly blocks: readonly Block[];
	readonly headings: readonly Heading[];
	readonly furniture: ReadonlyMap<number, FurnitureReason>;
	/** Lines of the title and the byline, for the metadata. */
	readonly front: { readonly titles: readonly string[]; readonly bylines: readonly string[] };
}

/** Two lines of a sentence: with a space where words meet, and without where Japanese is broken inside a word. */
export function joined(before: string, text: string): string {
	if (before === '') return text;
	if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text)) return before + text;
	return /[!-~\p{Script=Latin}’”]$/u.test(before) && /^[!-~\p{Script=Latin}“‘¥₹€]/u.test(text) && !/[\uFF01-\uFF5E]$/u.test(before) && !/^[\uFF01-\uFF5E]/u.test(text) ? `${before} ${text}` : before + text;
}

/** The lines on which a stretch of a block stands. */
export function linesAt({ runs }: Block, from: number, to: number): [number, number] {
	let [first, last] = [runs[0]?.line ?? 1, runs[0]?.line ?? 1];
	for (const { at, line } of runs) {
		if (at <= from) first = line;
		if (at < to) last = line;
	}
	return [first, Math.max(first, last)];
}

/** Whether a text leads to what stands below it: “The areas are:”, “The navies take part in”. */
export const introduces = (text: string): boolean => /[:：]\s*$/.test(text) || /\s(?:in|of|with|include|including|are|to)$/.test(text.slice(-12));
