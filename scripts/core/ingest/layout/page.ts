import { cleanLine, japanese, width } from '../clean.ts';
import { sectionWords } from '../data/furniture.ts';
import { ended, functionWord, isEntry, isLink, isLinks, isReference, isRow, markerOf, plainTables, wrapsOfParagraphs, wrapWidth, type Line } from '../lines.ts';
import type { FurnitureReason, SourceLine, SourceText } from '../source.ts';
import { isLabelled, isShouted } from './shapes.ts';

/** The lines of a document and how it is set: where its lines are broken, and whether a sentence runs on from one into the next. */

export interface Page {
	/** Those that are not blank. */
	readonly lines: readonly Line[];
	readonly marks: SourceText['marks'];
	readonly hints: SourceText['hints'];
	/** Capitals set single lines apart; the whole is not written in them. */
	readonly shouts: boolean;
	/** Where each line stands among them. */
	readonly places: ReadonlyMap<number, number>;
	/** The width at which lines are broken. */
	readonly wrap: number | undefined;
	/** Of single paragraphs, where the document has none as a whole. */
	readonly wraps: ReadonlyMap<number, number>;
	/** The document says itself which lines are headings. */
	readonly marked: boolean;
}

/** What stands before the text of a Markdown file, and the lines behind it. */
interface FrontMatter {
	readonly rest: readonly SourceLine[];
	readonly furniture: ReadonlyMap<number, FurnitureReason>;
	readonly titles: readonly string[];
	readonly bylines: readonly string[];
}

/** Reads the lines of a document: those that are mark-up only are set aside at once. */
export function pageOf(source: SourceText, sourceLines: readonly SourceLine[]): Omit<FrontMatter, 'rest'> & { readonly page: Page } {
	const { rest, ...matter } = frontMatter(sourceLines);
	const { rest: body, bylines } = withoutDate(rest, matter.bylines);
	const furniture = new Map(matter.furniture);
	const { marks, hints } = source;
	const tables = plainTables(body);
	const carriedOn = new Set([...tables.values()].flatMap(({ more }) => more));
	let blanks = 0;
	/** Whether the mark of an item stands on the line above the item. */
	let bullet = false;
	const read = body.flatMap(({ number, raw }, index): Line[] => {
		if (carriedOn.has(number)) return [];
		// A quotation of Markdown is text like any other.
		const text = cleanLine(raw.replace(/^\s*(?:>\s+)+(?=\D)/, ''));
		if (text === '') {
			// A line of mark-up only, such as an empty link, is not blank.
			if (raw.trim() !== '') furniture.set(number, 'end-mark');
			blanks += 1;
			return [];
		}
		if (/^[-–•●・*]$/.test(text) && body[index + 1]?.raw.trim()) {
			furniture.set(number, 'end-mark');
			bullet = true;
			return [];
		}
		if (isReference(raw)) {
			furniture.set(number, 'notice');
			return [];
		}
		if (isLinks(raw)) {
			furniture.set(number, 'navigation');
			return [];
		}
		const line: Line = { number, text, width: width(text), indent: /^[ \t\u3000]*/.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0, raw, blanksBefore: blanks, marker: bullet ? { type: '•', length: 0, numbered: false } : markerOf(text), row: isRow(text) ? cellsOf(raw) : tables.get(number)?.cells, head: tables.get(number)?.head ?? false, more: tables.get(number)?.more ?? [], linked: marks.get(number)?.kind === 'link' || isLink(raw) };
		blanks = 0;
		bullet = false;
		return [line];
	});
	const inTurn = (text: string): number => Number.parseInt(text.normalize('NFKC'), 10) || text.charCodeAt(0);
	// The next number may stand before a heading, which is short.
	const numbered = ({ marker, text, row }: Line): string | undefined => (marker && /^(?:A\.|1 )$/.test(marker.type) ? marker.type : row === undefined && /^[0-9０-９]{1,2}\s[\p{Script=Han}\p{Script=Katakana}]/u.test(text) ? '1 ' : undefined);
	const counted = new Set(read.flatMap((line) => { const type = numbered(line); return type === undefined ? [] : [`${type}${inTurn(line.text)}`]; }));
	const isCounted = ({ marker, text }: Line): boolean => marker === undefined || !/^(?:A\.|1 )$/.test(marker.type) || [1, -1].some((step) => counted.has(`${marker.type}${inTurn(text) + step}`));
	// One line that begins with a bar is no table: “| Desk | 3 May 2025”.
	const isAlone = ({ row, raw }: Line, index: number): boolean => row !== undefined && isRow(raw.trim()) && !/\|\s*$/.test(raw) && ![read[index - 1], read[index + 1]].some((other) => other?.row !== undefined);
	const lines = read.map((line) => (isCounted(line) ? line : { ...line, marker: undefined })).map((line, index) => (isAlone(line, index) ? { ...line, row: undefined } : line));
	const wrap = wrapWidth(lines);
	const page: Page = {
		lines,
		marks,
		hints,
		shouts: lines.filter(isShouted).length <= lines.length * 0.4,
		places: new Map(lines.map(({ number }, index) => [number, index])),
		wrap,
		wraps: wrap === undefined ? wrapsOfParagraphs(lines) : new Map(),
		marked: [...marks.values()].some(({ kind }) => kind === 'heading') || lines.some(({ text }) => /^#{2,6}\s/.test(text)),
	};
	return { page, furniture, titles: matter.titles, bylines };
}

/** “date 2025-08-29 The minister …”: a collection of pages has put what it knows in front of the first line. */
function withoutDate(lines: readonly SourceLine[], bylines: readonly string[]): Pick<FrontMatter, 'rest' | 'bylines'> {
	const index = lines.findIndex(({ raw }) => raw.trim() !== '');
	const first = lines[index];
	const [date] = /^\s*(?:date|published|pubdate)\s*[:：]?\s*(?:19|20)\d\d-\d\d-\d\d\s+(?=\S)/i.exec(first?.raw ?? '') ?? [];
	if (first === undefined || date === undefined) return { rest: lines, bylines };
	return { rest: lines.with(index, { ...first, raw: first.raw.slice(date.length) }), bylines: [...bylines, date.trim()] };
}

/** YAML front matter of a Markdown file: metadata, not text. */
function frontMatter(lines: readonly SourceLine[]): FrontMatter {
	const furniture = new Map<number, FurnitureReason>();
	const [titles, bylines]: [string[], string[]] = [[], []];
	const none: FrontMatter = { rest: lines, furniture, titles, bylines };
	if (lines[0]?.raw.trim() !== '---') return none;
	const end = lines.findIndex(({ raw }, index) => index > 0 && index < 60 && /^(?:---|\.\.\.)\s*$/.test(raw));
	if (end < 2 || !lines.slice(1, end).every(({ raw }) => /^\s*$|^\s*#|^[\w-]+\s*:|^\s+\S|^-\s/.test(raw))) return none;
	for (const { number, raw } of lines.slice(0, end + 1)) {
		if (raw.trim() === '') continue;
		const [, key = '', value = ''] = /^([\w-]+)\s*:\s*["']?(.*?)["']?\s*$/.exec(raw) ?? [];
		const isTitle = key === 'title';
		furniture.set(number, isTitle ? 'title' : 'byline');
		if (value !== '') (isTitle ? titles : bylines).push(isTitle ? value : `${key}: ${value}`);
	}
	return { rest: lines.slice(end + 1), furniture, titles, bylines };
}

/** Cells of a row; an escaped bar is no edge. */
const cellsOf = (raw: string): string[] =>
	raw.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/).map((cell) => cleanLine(cell.replaceAll('\\|', '|')));

/** The document says itself what the line is. */
export function isStructure(page: Page, line: number): boolean {
	return ['heading', 'furniture'].includes(page.marks.get(line)?.kind ?? '');
}

/** The document says itself that it is a heading. */
export function isNamedHeading(page: Page, { number, text }: Line): boolean {
	return page.marks.get(number)?.kind === 'heading' || /^#{1,6}\s/.test(text);
}

export function isFull(page: Page, line: Line, next: Line): boolean {
	const wrap = page.wrap ?? (next.blanksBefore === 0 ? page.wraps.get(line.number) : undefined);
	if (wrap === undefined) return false;
	if (japanese.test(line.text.slice(-1)) || /[０-９Ａ-Ｚａ-ｚ（）、「」]$/u.test(line.text)) return line.width >= wrap * 0.86 || line.width + 4 >= wrap;
	const word = /^\S{0,30}/.exec(next.text)?.[0].length ?? 0;
	return line.width >= wrap * 0.75 || line.width + word + 1 >= wrap;
}

/** “… referred to as ‘Vision 2030:”: the colon stands inside of a name that goes on. */
const opensQuote = (text: string): boolean => /(?:^|[\s(])[‘“「『][^’”」』]{2,80}[:：]$/u.test(text);

/**
 * Whether a sentence runs on from one line into the next.
 * @param pageBreak the page ends between them
 */
export function continues(page: Page, last: Line, line: Line, pageBreak = false): boolean {
	if ((ended(last.text) && !(line.blanksBefore === 0 && opensQuote(last.text) && isFull(page, last, line))) || line.row || /^※/u.test(line.text) || (isEntry(line.text) && isEntry(last.text)) || (isLabelled(line) && isLabelled(last)) || page.marks.get(line.number)?.kind === 'heading' || /^#{1,6}\s/.test(line.text)) return false;
	if (line.indent > last.indent && isSetIn(page, line) && !/[、，]$/u.test(last.text)) return false;
	if (line.blanksBefore === 0 && /(?:^|[\s(])(?:\p{Lu}|[A-Za-z.]{1,6})\.$/u.test(last.text)) return true;
	if (/[.．]$/.test(last.text)) return line.blanksBefore === 0;
	if (japanese.test(last.text) && (japanese.test(line.text) || isFull(page, last, line))) {
		if (/[、，]$/.test(last.text)) return true;
		// No line begins with the end of a word or a particle, unless one runs on into it.
		if (line.blanksBefore === 0 && !line.marker && last.width >= 20 && /^[\p{Script=Hiragana}ー]/u.test(line.text) && !sectionWords.test(line.text)) return true;
		// A long line with a topic and a comma is no heading: its sentence runs on.
		if (line.blanksBefore === 0 && !line.marker && last.width >= Math.min(72, (page.wrap ?? 96) * 0.75) && /[はがも].*、|^\d{4}年\d{1,2}月\d{1,2}日[、，,]/u.test(last.text) && !/^[（(【［※＜〈《]/u.test(line.text) && !/(?:た|る|い|す|だ)$/u.test(last.text)) return true;
		return isFull(page, last, line);
	}
	if (/^[\p{Ll}]/u.test(line.text) && !line.marker) return true;
	// The sign of the currency was a picture: “… for about”, and below it “2,100 crore”.
	if (/^\d{1,3}(?:,\d{2,3})+(?:$|\s?(?:crore|lakh|million|billion)\b)/.test(line.text) && /\p{Ll}$/u.test(last.text) && last.width >= 16) return true;
	if (/[,–—-]$/.test(last.text) || functionWord.test(last.text)) return true;
	return (line.blanksBefore === 0 || pageBreak || /\f/.test(line.raw)) && isFull(page, last, line);
}

/** Japanese sets the first line of a paragraph further in than the next. */
export function isSetIn(page: Page, line: Line): boolean {
	const below = page.lines[(page.places.get(line.number) ?? 0) + 1];
	return below !== undefined && japanese.test(line.text) && line.indent > 0 && below.blanksBefore === 0 && below.indent < line.indent && line.marker === undefined && below.marker === undefined && page.wrap !== undefined && line.width >= page.wrap * 0.8;
}

export function continuesWrapped(page: Page, index: number): boolean {
	const [line, next] = [page.lines[index], page.lines[index + 1]];
	return line !== undefined && next !== undefined && next.blanksBefore === 0 && isFull(page, line, next) && continues(page, line, next) && line.blanksBefore === 0 && page.wrap !== undefined && next.width > page.wrap * 0.7;
}
