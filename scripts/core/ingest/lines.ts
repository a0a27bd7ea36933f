import { initials, neverLast, sometimesLast } from './data/abbreviations.ts';
import { cleanLine, fold, width } from './clean.ts';
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
	/** Lines below, on which cells of it go on. */
	readonly more: readonly number[];
	/** Nothing but a link. */
	readonly linked: boolean;
}

export interface Marker {
	/** What sort of marker: each sort is a level of its own. */
	readonly type: string;
	readonly length: number;
	readonly numbered: boolean;
}

const markers: readonly (readonly [string, RegExp, boolean])[] = [
	// An item may have its mark and its number: “• (1)”.
	['•', /^[•‣●▪∙◦]\s*(?:[(（][0-9０-９]{1,2}[)）]\s*(?![はがをにの及、]))?(?=\S)/u, false],
	['➢', /^[➢➤►▶▸➔→]\s*(?=\S)/u, false],
	['✓', /^[✓✔☑]\s*(?=\S)/u, false],
	['○', /^(?:[○◎◇◆■□▲△▼▽★☆]|〇(?![一二三四五六七八九十百千〇年月日]))\s*(?=\S)/u, false],
	['・', /^[・･]\s*(?:[(（][0-9０-９]{1,2}[)）]\s*(?![はがをにの及、]))?(?=\S)/u, false],
	['-', /^[-–—*+−]\s+(?:[(（][0-9０-９]{1,2}[)）]\s*(?![はがをにの及、]))?(?=\S)/u, false],
	['ー', /^[－ー―]\s*(?=[^\s\p{Script=Katakana}])/u, false],
	['(1)', /^[(（][0-9０-９]{1,2}[)）]\s*(?![はがをにの及、])(?=\S)/u, true],
	['(a)', /^(?:[(（](?:[a-zａ-ｚ]|[ivx]{1,4}|[ア-ン])[)）](?:\s?(?:[,&]|and|to|[-–])\s?(?=[(（][a-z]{1,3}[)）]))?\s*)+(?=\S)/iu, true],
	['1/', /^[0-9]{1,2}\/\s+(?=\S)/u, true],
	['1.', /^[0-9０-９]{1,2}(?:[.)]\s+|[．）、]\s*|\.(?=\p{Lu}\p{Ll}))(?=[^\s0-9０-９])/u, true],
	['1.1.1', /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){2,3}[.．]?\s+(?=\S)/u, true],
	['1.1', /^[0-9０-９]{1,2}[.．][0-9０-９]{1,2}[.．]?\s+(?=\p{Lu}\p{Ll}|\p{Lu}{2,5}\s\p{Ll}|[\p{Script=Han}\p{Script=Katakana}])/u, true],
	['【1】', /^[【〔][0-9０-９]{1,2}[】〕]\s*(?=\S)/u, true],
	['ア', /^[ア-ン](?:\s+|[)）]\s*)(?=\S)/u, true],
	['a)', /^(?:[a-z]\)\s+|[ａ-ｚ][)）]\s*)(?=\S)/u, true],
	['I.', /^(?:[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.．]\s*(?=\S)/u, true],
	// Only where the next or the last of them begins a line too: “A. Rao” is a name, 3 人的交流 a heading.
	['1 ', /^[0-9０-９]{1,2}\s(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（(].{27})/u, true],
	['A.', /^[A-H]\.\s+(?=\S)/u, true],
	['i.', /^[ivx]{1,4}\.(?:\s+(?=\S)|(?=\p{Lu}))/u, true],
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
/** Behind a cell that nearly fills its column. */
const narrowGap = /\t+|[ \u3000]*\u3000{1,}[ \u3000]*| {2,}/;

interface RowOf {
	readonly cells: readonly string[];
	readonly head: boolean;
	/** The lines below, on which cells of it go on. */
	readonly more: readonly number[];
}

interface Cell {
	readonly text: string;
	/** In columns, from the left edge. */
	readonly start: number;
}

/** The parts of a line that gaps set apart. */
export function cellsAt(raw: string, between = columnGap): Cell[] {
	const cells: Cell[] = [];
	const line = raw.replace(/^\f/, '');
	const gaps = new RegExp(between, 'g');
	let at = line.length - line.trimStart().length;
	let start = width(line.slice(0, at));
	gaps.lastIndex = at;
	while (at < line.length) {
		const gap = gaps.exec(line);
		const next = gap ? gaps.lastIndex : line.length;
		cells.push({ text: cleanLine(line.slice(at, gap?.index)), start });
		start += width(line.slice(at, next));
		at = next;
	}
	return cells;
}

/**
 * A line that only carries on cells of the row above it: what it holds stands below them and is no wider
 * than they have room. A cell goes on only where it was nearly full.
 */
function carriesOn(raw: string, row: readonly Cell[]): readonly (readonly [column: number, text: string])[] | undefined {
	if (/\t/.test(raw) || /[。:：]\s*$/.test(raw)) return undefined;
	const parts = cellsAt(raw).filter(({ text }) => text !== '');
	const found = parts.map(({ text, start }) => {
		const column = row.findIndex((cell) => Math.abs(cell.start - start) <= 1);
		const room = (row[column + 1]?.start ?? Infinity) - (row[column]?.start ?? 0) - 2;
		const above = row[column]?.text ?? '';
		const fits = above !== '' && width(text) <= Math.min(room, 60) && (room === Infinity ? width(above) >= 16 : width(above) >= room * 0.6);
		return fits && markerOf(text) === undefined ? ([column, text] as const) : undefined;
	});
	return parts.length > 0 && parts.length < row.length ? (found.every((part) => part !== undefined) ? found : undefined) : undefined;
}

/** Behind the last row of a table, a line may also be a heading: only what cannot begin one goes on. */
const isMidWord = (parts: readonly (readonly [column: number, text: string])[], cells: readonly string[]): boolean => parts.some(([column, text]) => column > 0 || /^[\p{Ll}(（]/u.test(text) || /[のとやへをにがはで・、及び（(]$/u.test(cells[column] ?? ''));

/** Two lines of a cell: with a space where words meet. */
const cellJoined = (above: string, text: string): string => (/[\p{Script=Latin}\d,.)]$/u.test(above) && /^[\p{Script=Latin}\d(]/u.test(text) ? `${above} ${text}` : above + text);

/**
 * Tables without rules, as they come out of a PDF or a spreadsheet: neighbouring lines with the same
 * number of short cells, set apart by tabs or by spaces in columns; a cell may go on below.
 */
export function plainTables(lines: readonly SourceLine[]): Map<number, RowOf> {
	const rows = new Map<number, RowOf>();
	const split = ({ raw }: SourceLine): Cell[] | undefined => {
		const text = raw.replace(/^\f/, '').trim();
		if (isRow(text) || !columnGap.test(text)) return undefined;
		const cells = cellsAt(raw);
		const short = cells.every((cell) => width(cell.text) <= 60) && cells.slice(1).some((cell) => cell.text !== '');
		return short && markerOf(`${cells[0]?.text ?? ''} x`) === undefined ? cells : undefined;
	};
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at];
		const first = line && split(line);
		if (!line || !first) continue;
		const second = ([, cell]: readonly Cell[], { raw }: SourceLine): number => (raw.trim().includes('\t') ? 0 : (cell?.start ?? 0));
		const run: { readonly number: number; readonly cells: string[]; readonly more: number[] }[] = [];
		let above: readonly Cell[] = first;
		let end = at;
		for (; end < lines.length; end += 1) {
			const below = lines[end];
			const apart = below && split(below);
			const close = below && (apart?.length ?? 0) < first.length ? cellsAt(below.raw, narrowGap) : undefined;
			const cells = close && close.length === first.length && close.every(({ text, start }, column) => text !== '' && width(text) <= 60 && Math.abs(start - (first[column]?.start ?? 0)) <= 1) ? close : apart;
			if (below && cells && cells.length === first.length && Math.abs(second(cells, below) - second(first, line)) <= 2) {
				run.push({ number: below.number, cells: cells.map(({ text }) => text), more: [] });
				above = cells;
				continue;
			}
			const more = below && run.length > 0 && !/\t/.test(lines[end - 1]?.raw ?? '') ? carriesOn(below.raw, above) : undefined;
			const last = run.at(-1);
			if (!below || !more || !last || !(isMidWord(more, last.cells) || (lines[end + 1] && split(lines[end + 1] as SourceLine)?.length === first.length))) break;
			for (const [column, text] of more) last.cells[column] = cellJoined(last.cells[column] ?? '', text);
			last.more.push(below.number);
		}
		if (run.length >= (first.length > 2 ? 2 : 3)) {
			// Names of columns; years are names of columns too: Cluster, 2021, 2023.
			const heads = run[0]?.cells ?? [];
			const above = headAbove(lines[at - 1], first);
			const named = heads.every((cell, column) => cell !== '' && (!/[\d０-９]/u.test(cell) || (column > 0 && /^(?:FY\s?)?(?:19|20)\d\d(?:年度?)?(?:\s?[(（][^()（）]{1,8}[)）])?$/.test(cell))) && width(cell) <= 30);
			if (!named && above) rows.set(above.number, { cells: above.cells, head: true, more: [] });
			for (const [index, { number, cells, more }] of run.entries()) rows.set(number, { cells, head: index === 0 && named, more });
			at = end - 1;
		} else if (run.every(({ more }) => more.length === 0)) at += Math.max(0, run.length - 1);
	}
	return rows;
}

/** Names of columns above all columns but the first, which holds names itself. */
function headAbove(line: SourceLine | undefined, [, ...rest]: readonly Cell[]): { readonly number: number; readonly cells: readonly string[] } | undefined {
	const cells = line === undefined ? [] : cellsAt(line.raw, narrowGap);
	const fits = cells.length > 1 && cells.length === rest.length && cells.every(({ text, start }, column) => text !== '' && width(text) <= 20 && Math.abs(start - (rest[column]?.start ?? 0)) <= 4);
	return line && fits ? { number: line.number, cells: ['', ...cells.map(({ text }) => text)] } : undefined;
}

const linkMark = /!?\[[^\[\]]{0,120}\]\([^()\s]{0,500}\)/g;

/** Breadcrumbs and menus: a line of nothing but links. */
export const isLinks = (raw: string): boolean => {
	const links = raw.match(linkMark) ?? [];
	// An entry of a table of contents.
	if (/^\s*(?:[*+-]|\d{1,2}\.)?\s*\[[^\[\]]{1,120}\]\(#[^()\s]*\)\s*$/.test(raw)) return true;
	const rest = raw.replace(linkMark, '');
	// The page itself may stand among them, without a link.
	return links.length >= 2 && (!/[\p{L}\p{N}]/u.test(rest) || ((rest.match(/[·•|｜/>»›＞]/gu) ?? []).length >= links.length && /^[^\p{L}\p{N}]*[\p{L}\p{N} -]{1,24}[^\p{L}\p{N}]*$/u.test(rest)));
};

/** An item that is one link, with nothing but a date beside it. */
export const isLink = (raw: string): boolean => /^\s*(?:[*+-]|\d{1,2}\.)?\s*(?:[\d./年月日-]{6,12}\s*)?\[[^\[\]]{1,200}\]\([^()\s]{1,500}\)\s*[（(]?[\d./年月日-]{0,12}[)）]?\s*$/u.test(raw);

/** Where a link of Markdown leads to, told below the text: “[pfc]: https://…”. */
export const isReference = (raw: string): boolean => /^\s{0,3}\[[^\[\]^][^\[\]]{0,60}\]:\s*(?:<[^<>]{1,400}>|(?:https?:\/\/|mailto:|\/|#|\.)\S{0,400})(?:\s+["'(].{0,200})?\s*$/.test(raw);

/** A line that tells what happened or is to happen when: “２０２６年中　着工”. */
export const isEntry = (text: string): boolean => /^(?:(?:19|20)\d\d|[１２][０-９]{3}|(?:令和|平成)[\d０-９元]{1,2})(?:[~〜～–-][\d０-９]{2,4})?(?:年度?|(?=[\s:：…–—-]))[^\s:：…]{0,8}(?:[\s:：]|…+|\s[–—-]\s).{4,}/u.test(text);
export const isDelimiter = (text: string): boolean => /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/.test(text) && text.includes('|');

/** Whether a line ends as a text does: a teaser trails off. */
export const endsText = (text: string): boolean => ended(text) && !/(?:\.{2,}|…)["”’)]*$/u.test(text);

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

/** The number of a page behind or before the words that stand on each page. */
const pageCount = /(?:\s{2,}|[|｜]\s*|\bpage\s|\bp\.\s?)\(?(?<behind>\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?\)?$|\s(?<parted>\d{1,4})\s?\/\s?\d{1,4}$|^(?:page\s)?(?<before>\d{1,4})(?:\s{2,}|\s*[|｜]\s*)/iu;

/** Running heads and feet that name their page: the same words come again and again, and their number counts up. */
export function countedLines(lines: readonly Line[]): Line[] {
	const counted = lines.flatMap((line, index) => {
		const raw = line.raw.normalize('NFKC').trim();
		const match = raw.length <= 160 && !ended(line.text) ? pageCount.exec(raw) : null;
		const words = match ? fold(raw.replace(match[0], '')) : '';
		return match && !line.row && words.length >= 8 && /\p{L}{4}/u.test(words) ? [{ line, index, words, page: Number(match.groups?.behind ?? match.groups?.parted ?? match.groups?.before) }] : [];
	});
	return [...Map.groupBy(counted, ({ words }) => words).values()].filter((group) => group.length >= 2 && group.every(({ page, index }, at) => {
		const before = group[at - 1];
		return before === undefined || (page > before.page && page <= before.page + 2 && index >= before.index + 4);
	})).flat().map(({ line }) => line);
}

/** Whether a line goes on with an enumeration inside of the sentence above it: “…、②設計、” and on the next line “③電力”. */
export function goesOnCounting(above: string, text: string): boolean {
	const number = text.normalize('NFKC').match(/^\(?(\d{1,2})\)?/)?.[1];
	const [circled, bracketed] = [text.charCodeAt(0), /^[(（]/.test(text)];
	if (circled >= 0x2461 && circled <= 0x2473) return above.includes(String.fromCharCode(circled - 1));
	return bracketed && number !== undefined && above.normalize('NFKC').includes(`(${Number(number) - 1})`);
}

/** Width at which the lines are broken; `undefined` where a paragraph is one line. */
export function wrapWidth(lines: readonly Line[]): number | undefined {
	const open = lines.filter(({ text, row }) => !row && !ended(text)).map((line) => line.width).filter((columns) => columns >= 24).sort((a, b) => a - b);
	const all = lines.filter(({ row }) => !row).map((line) => line.width).sort((a, b) => a - b);
	const wide = all[Math.floor(all.length * 0.97)] ?? 0;
	const typical = open[Math.floor(open.length * 0.75)] ?? 0;
	const near = open.filter((columns) => columns >= typical * 0.85 && columns <= typical * 1.15).length;
	if (typical > 0 && near >= 3 && wide <= Math.max(typical * 1.5, 60) && typical <= 150) return typical;
	// Among many short lines: an edge that several sentences run up to, and no line beyond.
	const edge = all.at(-1) ?? 0;
	return edge >= 60 && edge <= 130 && open.filter((columns) => columns >= edge - 4).length >= 3 ? edge : undefined;
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
