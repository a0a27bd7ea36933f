import { fold } from './clean.ts';
import { closing, commentStarts, contactHead, contentsTitle, documentLabel, headingWords, speaker } from './data/furniture.ts';
import { furnitureReason, isDateLine, isThin, people } from './furniture.ts';
import { hasFigure, isRule } from './layout/shapes.ts';
import { cellsAt, ended, endsText, type Line } from './lines.ts';
import type { FurnitureReason } from './source.ts';

/** What a saved page has around its article: menus above and below it, and what readers wrote. Single lines of that kind are known by their words (`furniture.ts`); these are known by standing together. */

interface Known {
	/** The document says itself what the line is. */
	readonly isMarked: (line: number) => boolean;
	/** Set aside already. */
	readonly isAside: (line: number) => boolean;
}

/** @returns the lines to set aside, by number */
export function surroundings(lines: readonly Line[], { isMarked, isAside }: Known): Map<number, FurnitureReason> {
	const texts = linesOfText(lines);
	const short = ({ text, width, number }: Line, columns: number): boolean => width <= columns && !ended(text) && !isMarked(number) && !texts.has(number) && !text.startsWith('#');
	const found = new Map<number, FurnitureReason>();
	for (const { number } of speakers(lines)) found.set(number, 'byline');
	for (const { number } of signatures(lines)) found.set(number, 'byline');
	for (const { number } of saidTwice(lines)) found.set(number, 'caption');
	for (const { number } of boxedWriter(lines)) found.set(number, 'byline');
	for (const { number } of questionAsked(lines)) found.set(number, 'no-fact');
	for (const { number } of contactBlocks(lines)) found.set(number, 'notice');
	for (const { number } of linksBelow(lines)) found.set(number, 'navigation');
	for (const { number } of [...contentsAbove(lines), ...trailAbove(lines), ...menuAbove(lines, (line) => short(line, 34)), ...menuBelow(lines, (line) => short(line, 50)), ...siteAbove(lines)]) found.set(number, 'navigation');
	for (const { number } of commentsBelow(lines)) if (!isAside(number)) found.set(number, 'comment-form');
	return found;
}

/** Lines of a paragraph that is broken at an edge, however narrow its column: nearly as wide as the widest of them, down to the end of a sentence. */
function linesOfText(lines: readonly Line[]): Set<number> {
	const found = new Set<number>();
	for (let from = 0; from < lines.length; ) {
		const run = lines.slice(from, from + 1);
		for (let next = lines[from + run.length]; next !== undefined && next.blanksBefore === 0; next = lines[from + run.length]) run.push(next);
		from += run.length;
		const told = run.slice(0, run.findLastIndex(({ text }) => ended(text)) + 1);
		// The last line of each of its paragraphs may be short.
		const edge = told.slice(0, -1).reduce((widest, { width }) => Math.max(widest, width), 0);
		if (told.length >= 3 && told.every(({ text, width, row }) => row === undefined && (width >= edge * 0.8 || ended(text)))) for (const { number } of told) found.add(number);
	}
	return found;
}

/** Four lines or more in a row that are entries of a menu. */
function* runs(lines: readonly Line[], isEntry: (line: Line, before: readonly Line[]) => boolean): Generator<readonly [run: readonly Line[], end: number]> {
	for (let from = 0; from < lines.length; ) {
		const run: Line[] = [];
		for (let line = lines[from]; line !== undefined && isEntry(line, run); line = lines[from + run.length]) run.push(line);
		if (run.length >= 4) yield [run, from + run.length];
		from += run.length + 1;
	}
}

/** Who speaks, on a line of its own above what they say, in the record of a talk: it comes again and again. */
function speakers(lines: readonly Line[]): Line[] {
	const named = lines.filter(({ text, marker, row }, index) => marker === undefined && row === undefined && speaker.test(text) && lines[index + 1] !== undefined);
	return [...Map.groupBy(named, ({ text }) => text).values()].filter(({ length }) => length >= 2).flat();
}

/** A question of parliament, with its parts, up to the answer. */
function questionAsked(lines: readonly Line[]): readonly Line[] {
	const asks = lines.findIndex(({ text }) => /^(?:[([]?[a-z\d]{1,4}[)\].]\s*)?Will the (?:Hon\S*\s)?(?:Prime )?Minister\b/.test(text));
	const answers = lines.findIndex(({ text }, index) => index > asks && /^(?:ANSWER|REPLY|Answer|Reply)\s*:?$/.test(text));
	if (asks < 0 || answers < 0 || answers - asks > 40) return [];
	// Below it, who answers, in capitals.
	const text = lines.findIndex((line, index) => index > answers && /\p{Ll}/u.test(line.text));
	return lines.slice(asks, text < 0 ? answers + 1 : text);
}

/** Below the closing words of a letter, whoever signs it. */
function signatures(lines: readonly Line[]): Line[] {
	return lines.flatMap(({ text }, index) => {
		if (!closing.test(text)) return [];
		const below = lines.slice(index + 1, index + 5);
		const end = below.findIndex(({ text: next, width, marker, row }) => marker !== undefined || row !== undefined || width > 60 || ended(next) && !/^(?:\p{Lu}\.\s?)+/u.test(next));
		return end < 0 ? below : below.slice(0, end);
	});
}

/** Whom to ask: from a heading that says so down to the address, the telephone or the mail. */
function contactBlocks(lines: readonly Line[]): Line[] {
	const isPath = ({ text }: Line): boolean => /\S@\S+\.\S|〒|(?:tel|phone|fax|電話|ＴＥＬ|内線)\S{0,6}\s*[.:：]?\s*[+(（]?[\d０-９]{2}|\+\d{1,3}[- (]\d|https?:/iu.test(text);
	const isWord = ({ text, width, marker, row }: Line): boolean => width <= 60 && marker === undefined && row === undefined && !ended(text) && !/\d/.test(text);
	/** A name, the office and the town above an address of mail. */
	const writer = (line: Line, index: number): Line[] => {
		if (!/^(?:e-?mail\s*[:：]\s*)?\S+@\S+\.\S+$/iu.test(line.text)) return [];
		const above = lines.slice(Math.max(0, index - 6), index);
		const box = above.slice(above.findLastIndex((other) => !isWord(other)) + 1);
		const name = box.findIndex(({ text }) => people.test(text) && !headingWords.test(text));
		return name < 0 ? [] : [...box.slice(name), line];
	};
	return lines.flatMap((line, index) => {
		if (line.text.includes('@')) return writer(line, index);
		if (line.width > 80 || !contactHead.test(line.text.replace(/^[#\s【（(■◆]+/u, ''))) return [];
		const below = lines.slice(index, index + 9);
		// A list, a table or a sentence is more than an address.
		const stops = below.findIndex(({ text, width, row, marker }, at) => at > 0 && (row !== undefined || width > 100 || ((marker !== undefined || ended(text.replace(/[:：]$/u, ''))) && !isPath({ text } as Line))));
		const block = stops < 0 ? below : below.slice(0, stops);
		return block.slice(0, block.findLastIndex(isPath) + 1);
	});
}

/** Who wrote it, between two lines that are drawn, below the text. */
function boxedWriter(lines: readonly Line[]): Line[] {
	const rules = lines.flatMap(({ text }, index) => (index > lines.length * 0.4 && isRule(text) ? [index] : []));
	return rules.flatMap((from, at) => {
		const box = lines.slice(from + 1, rules[at + 1] ?? from);
		const [name] = box;
		return name !== undefined && box.length <= 9 && !box.some(({ text, row }) => row !== undefined || hasFigure(text)) && /記者|ライター|執筆|著者|筆者|\b(?:reporter|writer|author|journalist|correspondent|columnist)\b/iu.test(name.text) ? box : [];
	});
}

/** Links, and rows of words that are links, behind the last thing that is told. */
function linksBelow(lines: readonly Line[]): readonly Line[] {
	const last = lines.findLastIndex(({ text, width, row, linked }) => row !== undefined || (!linked && ended(text) && width >= 60 && furnitureReason(text) === undefined));
	// A page that is a list of links tells by them.
	const below = lines.slice(last + 1).filter(({ linked, raw, text }) => linked || isMenuRow(raw, text));
	return last < 0 || below.length > last ? [] : below;
}

/** “Terms of use   Privacy   Sitemap” */
export function isMenuRow(raw: string, text: string): boolean {
	const parts = raw.trim().split(/\s*[|｜•·]\s*|\u3000+|\s{2,}/u);
	return parts.length >= 3 && text.length <= 120 && parts.every((part) => part.length <= 24 && !/[\d０-９。.:：]/u.test(part));
}

/** “India-Japan Fund | JBIC | Environment”: what a page is filed under. */
export function isTags(text: string): boolean {
	const parts = text.split(/\s[|｜]\s/u);
	return parts.length >= 3 && parts.every((part) => part.length <= 48 && !/[\d０-９。:：]|[.!?]$/u.test(part));
}

/** Headlines of other pages in one line: “… | … | … | …”. */
export function isTicker(text: string): boolean {
	const parts = text.split(/\s\|\s/);
	return parts.length >= 4 && text.length >= parts.length * 30;
}

/** What the document holds, listed above its text: the entries stand again as headings. */
function contentsAbove(lines: readonly Line[]): Line[] {
	const bare = ({ text, marker }: Line): string => fold(text.slice(marker?.length ?? 0));
	const half = lines.slice(0, Math.min(4000, lines.length));
	const last = new Map(half.map((line, index) => [bare(line), index]));
	/** Where it stands again, as a heading. */
	const heads = (index: number): number | undefined => {
		const [line, other] = [half[index], last.get(bare(half[index] as Line))];
		return line === undefined || other === undefined || other <= index || ended(line.text) || line.row ? undefined : other;
	};
	const again = half.slice(0, 80).flatMap((line, index) => (heads(index) === undefined ? [] : [{ line, index, at: heads(index) ?? 0 }]));
	// In the list they stand together, in the text something stands between them.
	const listed = again.filter(({ index, at }) => again.some((other) => Math.abs(other.index - index) === 1 && Math.abs(other.at - at) > 1));
	const [first] = listed;
	if (listed.length < 2 || first === undefined) return [];
	const title = half[first.index - 1];
	return [...(title && contentsTitle.test(title.text) ? [title] : []), ...again.filter(({ index }) => index >= first.index).map(({ line }) => line)];
}

/** The way to the page as a list above the title: “- Home”, “- News”, the page itself. */
function trailAbove(lines: readonly Line[]): Line[] {
	const items = lines.slice(0, Math.max(0, lines.findIndex(({ marker }) => marker === undefined)));
	const [first] = items;
	const isTrail = first?.marker !== undefined && furnitureReason(first.text.slice(first.marker.length)) === 'navigation' && items.length <= 8 && items.every(({ text }) => !ended(text));
	return isTrail ? items : [];
}

/** A menu above the title: many short lines in a row, and a longer one that is no text behind them. */
function menuAbove(lines: readonly Line[], isShort: (line: Line) => boolean): Line[] {
	const isProse = ({ text, width, marker, row }: Line): boolean => marker !== undefined || row !== undefined || (ended(text) && width >= 50) || width > 150;
	const front = lines.slice(0, Math.min(Math.max(0, lines.findIndex(isProse)), 120));
	const isTitled = (text: string): boolean => /^(?:(?:[\p{Lu}(&-]\S*|of|and|for|the|in)(?:\s+|$))+$/u.test(text);
	const isEntry = (line: Line, before: readonly Line[]): boolean => !isDateLine(line.text) && ((isShort(line) && !/^[\d０-９]{1,2}\s/u.test(line.text) && cellsAt(line.raw).length === 1 && !documentLabel.test(line.text) && !/^by\s/i.test(line.text)) || (before.length >= 6 && line.blanksBefore === 0 && line.width <= 48 && isTitled(line.text) && !ended(line.text)));
	const isTitle = ({ text, width }: Line): boolean => width > 34 && !isDateLine(text) && furnitureReason(text) === undefined;
	return [...runs(front, isEntry)].flatMap(([run, end]) => (front.slice(end).some(isTitle) ? run : []));
}

/** What is seen on a picture, once for those who cannot see it and once below it: the same line twice in a row, between the title and the text. */
function saidTwice(lines: readonly Line[]): Line[] {
	const text = lines.findIndex((line) => ended(line.text) && line.width >= 60);
	const above = lines.slice(0, Math.max(0, Math.min(text, 200)));
	const isLong = ({ width, marker, row }: Line): boolean => width >= 40 && marker === undefined && row === undefined;
	return above.flatMap((line, index) => {
		const next = above[index + 1];
		return next !== undefined && isLong(line) && line.text === next.text && !ended(line.text) && above.slice(0, index).some((title) => isLong(title) && title.text !== line.text) && above.filter((other) => other.text === line.text).length === 2 ? [line, next] : [];
	});
}

/** The menus of a site, however they are set: many words that stand by themselves, above a title that has its date below it. */
function siteAbove(lines: readonly Line[]): Line[] {
	const text = lines.findIndex((line) => ended(line.text) && line.width >= 60);
	const date = lines.slice(0, Math.max(0, Math.min(text, 200))).findLastIndex((line) => isDateLine(line.text) || /^by\s/i.test(line.text));
	const isTitle = (line: Line | undefined): boolean => line !== undefined && line.marker === undefined && line.row === undefined && line.width > 34 && !isThin(line.text) && furnitureReason(line.text) === undefined;
	let title = lines.slice(0, Math.max(0, date)).findLastIndex(isTitle);
	while (title > 0 && isTitle(lines[title - 1])) title -= 1;
	const above = lines.slice(0, Math.max(0, title));
	const isWord = ({ text: word, marker }: Line): boolean => isThin(word.slice(marker?.length ?? 0));
	return above.length >= 8 && above.filter(isWord).length >= above.length * 0.7 && !above.some((line) => line.row !== undefined || hasFigure(line.text) || /[.。]$/.test(line.text)) ? above.filter((line) => !isDateLine(line.text) && !documentLabel.test(line.text)) : [];
}

/** A menu below the text: nothing but short lines from the last sentence to the end. */
function menuBelow(lines: readonly Line[], isShort: (line: Line) => boolean): Line[] {
	const last = lines.findLastIndex(({ text, width, marker, row }) => (endsText(text) && width >= 40) || marker !== undefined || row !== undefined);
	if (last < 0) return [];
	return [...runs(lines.slice(last + 1), (line) => isShort(line) && !/[\d０-９]/u.test(line.text))].flatMap(([run]) => run);
}

/** What readers wrote below an article: from its heading to the end, where there is an article above it and nothing as long as a paragraph, and no table, follows. */
function commentsBelow(lines: readonly Line[]): readonly Line[] {
	const isProse = ({ text, width }: Line): boolean => ended(text) && width >= 60;
	const second = lines.findIndex((line, index) => isProse(line) && lines.slice(0, index).some(isProse));
	const long = lines.findLastIndex(({ width, row }) => width > 280 || row !== undefined);
	const begins = lines.findIndex(({ text }, index) => index > second && index > long && commentStarts.test(text.replace(/^#+\s*/, '')));
	return second < 0 || begins < 0 || lines.length - begins > begins * 3 ? [] : lines.slice(begins);
}
