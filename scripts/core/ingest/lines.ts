import { initials, neverLast, sometimesLast } from './data/abbreviations.ts';
import { cleanLine, width } from './clean.ts';
import type { SourceLine } from './source.ts';

/**
 * Lines, seen one by one or beside their neighbours: with which marker they begin, whether they are rows of a
 * table, whether a sentence ends with them, and how wide they are where lines are broken.
 */

export interface Line {
	readonly number: number;
	readonly text: string;
	readonly width: number;
	readonly indent: number;
	readonly raw: string;
	readonly blanksBefore: number;
	readonly marker: Marker | undefined;
	/** The cells of a line that is a row of a table. */
	readonly row: readonly string[] | undefined;
	/** The row that names the columns, where no rule below it says so. */
	readonly head: boolean;
}

export interface Marker {
	/** What sort of marker: each sort is a level of its own. */
	readonly type: string;
	readonly length: number;
	readonly numbered: boolean;
}

const markers: readonly (readonly [string, RegExp, boolean])[] = [
	['•', /^[•‣●▪∙◦]\s*(?=\S)/u, false],
	['➢', /^[➢➤►▶▸➔→]\s*(?=\S)/u, false],
	['✓', /^[✓✔☑]\s*(?=\S)/u, false],
	['○', /^[○◎◇◆■□▲△▼▽★☆]\s*(?=\S)/u, false],
	['・', /^[・･]\s*(?=\S)/u, false],
	['-', /^[-–—*+−]\s+(?=\S)/u, false],
	['ー', /^[－ー―]\s*(?=[^\s\p{Script=Katakana}])/u, false],
	['(1)', /^[(（][0-9０-９]{1,2}[)）]\s*(?![はがをにの及、])(?=\S)/u, true],
	['(a)', /^[(（](?:[a-zａ-ｚ]|[ivx]{1,4}|[ア-ン])[)）]\s*(?=\S)/iu, true],
	['1.', /^[0-9０-９]{1,2}(?:[.)]\s+|[．）、]\s*)(?=[^\s0-9０-９])/u, true],
	['1.1.1', /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){2,3}[.．]?\s+(?=\S)/u, true],
	['1.1', /^[0-9０-９]{1,2}[.．][0-9０-９]{1,2}[.．]?\s+(?=\p{Lu}\p{Ll}|\p{Lu}{2,5}\s\p{Ll}|[\p{Script=Han}\p{Script=Katakana}])/u, true],
	['ア', /^[ア-ン]\s+(?=\S)/u, true],
	['a)', /^[a-z]\)\s+(?=\S)/u, true],
	['I.', /^(?:[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.．]\s*(?=\S)/u, true],
	['①', /^[①-⑳]\s*(?![はがをにの及、])(?=\S)/u, true],
	['第', /^第[0-9０-９一二三四五六七八九十]{1,3}[章節条項]?[、．.\s]\s*(?=\S)/u, true],
];

export function markerOf(text: string): Marker | undefined {
	for (const [type, pattern, numbered] of markers) {
		const match = pattern.exec(text);
		if (match) return { type, length: match[0].length, numbered };
	}
	return undefined;
}

export const isRow = (text: string): boolean => /^\|.*\|/.test(text);
const columnGap = /\t+|[ \u3000]*\u3000{2,}[ \u3000]*| {3,}/;

interface RowOf {
	readonly cells: readonly string[];
	readonly head: boolean;
}

/**
 * Tables without rules, as they come out of a PDF or a spreadsheet: neighbouring lines with the same
 * number of short cells, set apart by tabs or by spaces in columns.
 */
export function plainTables(lines: readonly SourceLine[]): Map<number, RowOf> {
	const rows = new Map<number, RowOf>();
	const split = ({ raw }: SourceLine): { cells: string[]; second: number } | undefined => {
		const text = raw.replace(/^\f/, '').trim();
		if (isRow(text) || !columnGap.test(text)) return undefined;
		const cells = text.split(columnGap).map(cleanLine);
		const short = cells.every((cell) => width(cell) <= 60) && cells.slice(1).some((cell) => cell !== '');
		if (!short || markerOf(`${cells[0] ?? ''} x`) !== undefined) return undefined;
		const gap = columnGap.exec(raw.trimStart());
		return { cells, second: text.includes('\t') ? 0 : width(raw) - width(raw.trimStart()) + width(raw.trimStart().slice(0, (gap?.index ?? 0) + (gap?.[0].length ?? 0))) };
	};
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at];
		const first = line && split(line);
		if (!line || !first) continue;
		const run = [first];
		for (let next = at + 1; next < lines.length; next += 1) {
			const below = lines[next];
			const parts = below && split(below);
			if (!parts || parts.cells.length !== first.cells.length || Math.abs(parts.second - first.second) > 2) break;
			run.push(parts);
		}
		if (run.length >= (first.cells.length > 2 ? 2 : 3)) {
			// Names of columns; years are names of columns too: Cluster, 2021, 2023.
			const named = first.cells.every((cell, column) => cell !== '' && (!/[\d０-９]/u.test(cell) || (column > 0 && /^(?:FY\s?)?(?:19|20)\d\d(?:年度?)?$/.test(cell))) && width(cell) <= 30);
			for (const [index, { cells }] of run.entries()) rows.set(line.number + index, { cells, head: index === 0 && named });
		}
		at += run.length - 1;
	}
	return rows;
}

/** Breadcrumbs and menus: a line of nothing but links. */
export const isLinks = (raw: string): boolean => {
	const links = raw.match(/!?\[[^\[\]]{0,120}\]\([^()\s]{0,500}\)/g) ?? [];
	// An entry of a table of contents.
	if (/^\s*(?:[*+-]|\d{1,2}\.)?\s*\[[^\[\]]{1,120}\]\(#[^()\s]*\)\s*$/.test(raw)) return true;
	return links.length >= 2 && /^[\s/>»›|·•,、・-]*$/u.test(links.reduce((rest, link) => rest.replace(link, ''), raw));
};

/** Where a link of Markdown leads to, told below the text: “[pfc]: https://…”. */
export const isReference = (raw: string): boolean => /^\s{0,3}\[[^\[\]^][^\[\]]{0,60}\]:\s*(?:<[^<>]{1,400}>|(?:https?:\/\/|mailto:|\/|#|\.)\S{0,400})(?:\s+["'(].{0,200})?\s*$/.test(raw);

/** A line that tells what happened or is to happen when: “２０２６年中　着工”. */
export const isEntry = (text: string): boolean => /^(?:(?:19|20)\d\d|[１２][０-９]{3}|(?:令和|平成)[\d０-９元]{1,2})(?:年度?|(?=[\s:：–—-]))[^\s:：]{0,8}(?:[\s:：]|\s[–—-]\s).{4,}/u.test(text);
export const isDelimiter = (text: string): boolean => /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/.test(text) && text.includes('|');

export const functionWord = /(?:^|\s)(?:the|a|an|of|and|or|to|in|for|with|by|on|at|from|that|which|as|its|their|his|her|is|are|was|were|be|been|has|have|had|will|would|can|could|may|between|into|under|over|two|three|both|this|these|his|our|than|through|during)$/i;

/** Whether a line ends a sentence, or introduces a list. */
export function ended(whole: string): boolean {
	// Only its end is looked at: a line can be a whole document.
	const text = whole.slice(-40).replace(/(?<=[.。!?”"’」])(?:\s?\[(?:\d{1,3}|[ivxl]{1,6})\])+$/, '');
	if (/[。！？!?:：]["”’」』）)\]]*$/u.test(text)) return true;
	if (!/[.．]["”’」』）)\]]*$/u.test(text)) return false;
	const word = /([^\s("“]*)\.["”’)\]]*$/.exec(text)?.[1] ?? '';
	return !(neverLast.has(word) || sometimesLast.has(word) || initials.test(word) || /^\p{Lu}$/u.test(word));
}

/** Width at which the lines are broken; `undefined` where a paragraph is one line. */
export function wrapWidth(lines: readonly Line[]): number | undefined {
	const open = lines.filter(({ text, row }) => !row && !ended(text)).map((line) => line.width).filter((columns) => columns >= 24).sort((a, b) => a - b);
	const all = lines.filter(({ row }) => !row).map((line) => line.width).sort((a, b) => a - b);
	const wide = all[Math.floor(all.length * 0.97)] ?? 0;
	const typical = open[Math.floor(open.length * 0.75)] ?? 0;
	const near = open.filter((columns) => columns >= typical * 0.85 && columns <= typical * 1.15).length;
	return typical > 0 && near >= 3 && wide <= Math.max(typical * 1.5, 60) && typical <= 150 ? typical : undefined;
}

/**
 * Widths at which single paragraphs are broken, in a text where others are one line each: lines that follow
 * on each other, about as wide as the widest of them, and some that begin in the middle of a sentence.
 */
export function wrapsOfParagraphs(lines: readonly Line[]): Map<number, number> {
	const wraps = new Map<number, number>();
	for (let from = 0; from < lines.length; ) {
		const run = lines.slice(from, from + 1);
		const isFull = (line: Line | undefined): boolean => line !== undefined && !line.row && line.width >= 36 && line.width <= 130;
		for (let next = lines[from + 1]; next !== undefined && isFull(run.at(-1)) && next.blanksBefore === 0 && !next.row && !next.marker && next.width <= 130; next = lines[from + run.length]) run.push(next);
		from += run.length;
		const full = run.slice(0, -1);
		const most = Math.max(0, ...full.map(({ width: columns }) => columns));
		if (full.length < 2 || full.some(({ width: columns }) => columns < most * 0.8)) continue;
		const goesOn = run.slice(1).filter(({ text }, index) => /^[\p{Ll}\p{Script=Hiragana}ー、。]/u.test(text) && !ended(full[index]?.text ?? '')).length;
		if (goesOn >= Math.max(1, full.length / 4)) for (const { number } of run) wraps.set(number, most);
	}
	return wraps;
}
