import { initials, neverLast, openers, sometimesLast } from './data/abbreviations.ts';

/**
 * Sentences of running text, in either script. Returns ranges that put together are the whole text.
 */

export type Span = readonly [from: number, to: number];

const terminal = /[.!?。！？．…]/g;
const closers = /["”’'）)\]」』】》]/;
const opening = '「『（(【《';
const closing = '」』）)】》';
/** A bracket that has no partner within this reach is a slip, not a quotation. */
const reach = 400;

/** Splits a paragraph into sentences. */
export function sentenceSpans(text: string): Span[] {
	const inside = bracketed(text);
	const spans: Span[] = [];
	let from = 0;
	terminal.lastIndex = 0;
	for (let match = terminal.exec(text); match; match = terminal.exec(text)) {
		const at = match.index;
		// “2. The ministers met.”: a number in front of a sentence is none.
		if (at < from || !endsSentence(text, at, inside) || (text[at] === '.' && at - from <= 3 && /^\s*\d{1,2}$/.test(text.slice(from, at)) && at + 1 < text.length)) continue;
		let to = at + 1;
		while (to < text.length && (closers.test(text[to] ?? '') || /[.!?。！？…]/.test(text[to] ?? '')) && !inside[to - 1]) to += 1;
		const note = text[at] === '.' ? noted(text, at) : undefined;
		if (note) to = at + 1 + note[0].length;
		// “… in Tokyo. (ANI)”: the agency stands behind the last sentence and is none.
		to += /^\s?\([A-Z]{2,6}(?:\/[A-Z]{2,6})*\)(?=\s*$)/.exec(text.slice(to, to + 24))?.[0].length ?? 0;
		while (to < text.length && /\s/.test(text[to] ?? '')) to += 1;
		spans.push([from, to]);
		from = to;
	}
	if (from < text.length) spans.push([from, text.length]);
	return spans;
}

const none = new Uint8Array(0);

/** For each position, whether it is inside of Japanese quotation marks or brackets that close. */
function bracketed(text: string): Uint8Array {
	if (!/[「『（(【《]/.test(text)) return none;
	const inside = new Uint8Array(text.length);
	const stack: { at: number; close: string }[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? '';
		const kind = opening.indexOf(character);
		if (kind >= 0) stack.push({ at, close: closing[kind] ?? '' });
		else if (closing.includes(character)) {
			const open = stack.findLastIndex(({ close }) => close === character);
			if (open < 0) continue;
			const start = stack[open]?.at ?? at;
			stack.length = open;
			if (at - start <= reach) inside.fill(1, start, at);
		}
	}
	return inside;
}

/** The mark of a footnote behind the full stop: “… a year.3 The”, “… a year.[3] The”. A decimal is followed by no such word. */
function noted(text: string, at: number): RegExpExecArray | undefined {
	const match = /^["”’]?(?:\[(?:\d{1,3}|[ivxl]{1,6}|\^[^\]\s]{1,24})\]|[¹²³⁴-⁹⁰]{1,3}|\d{1,2}(?=\s+["“‘]?\p{Lu}|\s*$))(\s+|$)/u.exec(text.slice(at + 1, at + 60));
	if (!match) return undefined;
	const isDecimal = /\d/.test(text[at - 1] ?? '') && /^\d/.test(match[0]);
	return isDecimal && !(/(?:\d,\d{3}|\b(?:19|20)\d\d)$/.test(text.slice(0, at)) && openers.test(text.slice(at + 1 + match[0].length))) ? undefined : match;
}

function endsSentence(text: string, at: number, inside: Uint8Array): boolean {
	const mark = text[at] ?? '';
	if (inside[at]) return false;
	const rest = text.slice(at + 1, at + 60);
	if (mark === '。') return true;
	if (mark === '．') return !/^[0-9０-９]/.test(rest);
	if (mark === '…') return false;
	if (/[！？]/.test(mark)) return !/^[とかっ]/.test(rest);
	// ASCII marks end a sentence before white space only, or at the end.
	const after = noted(text, at) ?? /^["”’'）)\]」』]*(\s+|$)/.exec(rest);
	if (!after) return false;
	const next = rest.slice(after[0].length);
	if (next === '') return true;
	if (!/^["“‘'(（\[「]*[\p{Lu}\p{N}\p{Lo}•$¥₹€£]/u.test(next)) return false;
	if (mark !== '.') return true;
	const word = /[^\s("“‘'（\[–-]*$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
	if (/^\p{Lu}$/u.test(word)) return openers.test(next) && word !== 'J' && word !== 'S';
	if (sometimesLast.has(word)) return openers.test(next);
	if (neverLast.has(word) || initials.test(word)) return false;
	// “1. Electric vehicles” is a label, not a sentence.
	return !(/^\d{1,2}$/.test(word) && /^\s*\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at)) && at < 3);
}
