import { cleanLine, fold, japanese, width } from './clean.ts';
import { authorsHeading, creditEnd, creditEndJa, dateline, documentLabel, notesHeading, particulars, partHeading, referencesHeading, residueStarts, sectionWords, sourcesHeading } from './data/furniture.ts';
import { furnitureReason, isCitation, isDateLine, isNameLine, isNoteOfForm, isSignature, isThin, people, speaksOfPage, tellsNoFact } from './furniture.ts';
import { cellsAt, countedLines, ended, functionWord, goesOnCounting, isDelimiter, isEntry, isLink, isLinks, isReference, isRow, markerOf, plainTables, wrapsOfParagraphs, wrapWidth, type Line } from './lines.ts';
import { sentenceSpans } from './sentences.ts';
import type { FurnitureReason, SourceLine, SourceText } from './source.ts';
import { isMenuRow, surroundings } from './surroundings.ts';

/**
 * From lines to what a writer wrote: paragraphs, list items and table cells, each joined over the
 * line ends, page breaks and page numbers that cut through it; headings; and lines without a fact.
 */

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

/** A line in which a sentence ends, or that begins with the place of a report. */
const tellsSentence = (text: string): boolean => dateline.test(text) || sentenceSpans(text).some(([from, to]) => { const sentence = text.slice(from, to).trim(); return /[。．.]$/u.test(sentence) && ended(sentence); });

/** A line that says what the figures of a table are counted in. */
const unitLine = /^[(（［\[]?\s*(?:単位|units?)\s*[:：]\s*([^()（）]{1,16}?)\s*[)）］\]]?$|^[(（](?:amounts?|figures?|values?|all figures)?\s?in ([^()]{2,24})[)）]$|^[(（]((?:Rs\.?|₹|INR|US\s?\$|JPY|¥|円) (?:in )?(?:lakh|crore|million|billion|thousand)s?)[)）]$/iu;

/** The same at the end of the title of a table. */
const titleUnit = /[（(]\s*(?:単位|units?)\s*[:：]\s*([^()（）]{1,24}?)\s*[)）]$/iu;

/** One of several lines that each name what they tell: “首都　ニューデリー”, “Trial production: October 2027”. */
const isLabelled = ({ text, marker, row }: Line): boolean => marker === undefined && row === undefined && (/^[^:：。.,、;]{2,36}[:：]\s?\S/u.test(text) || /^[\p{Script=Han}\p{Script=Katakana}ー]{2,8} [\p{Script=Han}\p{Script=Katakana}約\d０-９]\S*(?:、\S+)*$/u.test(text) && /[(（\d０-９、]/u.test(text));

/** A line in capitals alone, as the heads of official papers are written. */
const isShouted = ({ text, marker, row, width: columns }: Line): boolean => marker === undefined && row === undefined && columns <= 100 && /\p{Lu}{4}/u.test(text) && !/\p{Ll}|\p{Lo}|[\d)]\s*(?:%|MW|CRORE|MILLION|BILLION)/u.test(text);

/** A date in a column of its own, beside the number or the place of a letter. */
const isDatedAside = ({ raw }: Line): boolean => cellsAt(raw).some(({ text }, _, cells) => cells.length > 1 && isDateLine(text));

/** A word or two that tell nothing by themselves. */
const isTag = ({ text, width: columns, marker, row }: Line): boolean => marker === undefined && row === undefined && columns <= 40 && !/[\d０-９。、:：]|[.!?]$|\b(?:is|are|was|were|will|has|have|had)\b|(?:した|する|ている|ます|である)$/u.test(text);

/** Nothing but a line that is drawn. */
const isRule = (text: string): boolean => /^[-–—_=＝─━~～*＊]{6,}$/u.test(text);

/** What a note at the foot of a page begins with. */
const noteMark = /^(?:[\d０-９]{1,3}|[*＊†‡¹²³⁴-⁹]{1,3})[)）]?\s+(?=\S)/u;

export interface Layout {
	readonly blocks: readonly Block[];
	readonly headings: readonly Heading[];
	readonly furniture: ReadonlyMap<number, FurnitureReason>;
	/** Lines of the title and the byline, for the metadata. */
	readonly front: { readonly titles: readonly string[]; readonly bylines: readonly string[] };
}

/** Works out the layout of a text. */
export function layoutOf(source: SourceText, sourceLines: readonly SourceLine[]): Layout {
	return new LayoutReader(source, sourceLines).read();
}

class LayoutReader {
	readonly #furniture = new Map<number, FurnitureReason>();
	#headings: Heading[] = [];
	readonly #blocks: Block[] = [];
	readonly #titles: string[] = [];
	readonly #bylines: string[] = [];
	readonly #marks: SourceText['marks'];
	readonly #hints: SourceText['hints'];
	#lines: Line[];
	/** Capitals set single lines apart; the whole is not written in them. */
	readonly #shouts: boolean;
	/** Where each line stands among them. */
	readonly #places: ReadonlyMap<number, number>;
	readonly #wrap: number | undefined;
	/** Of single paragraphs, where the document has none as a whole. */
	readonly #wraps: ReadonlyMap<number, number>;
	#stack: string[] = [];
	#section: string | undefined;
	#open: { block: Block; last: Line } | undefined;
	#list: { type: string; indent: number; block: Block }[] = [];
	#introducer: Block | undefined;
	#table: { heads: readonly string[] } | undefined;
	#residue = false;
	/** The date, the writer or a link of the page stands behind the last sentence. */
	#behindText = false;
	#told: number | undefined;
	/** What the bare figures of the table below are counted in, where a line above it says so. */
	#unit: string | undefined;
	/** Where the last sentence stands: what is listed behind it belongs to the page. */
	#lastProse = 0;
	#aboutAuthors = false;
	/** With which sort of marker the last heading begins. */
	#numbering: string | undefined;
	#notes = false;
	#references = false;
	/** The document says itself which lines are headings. */
	readonly #marked: boolean;
	/** The page ended in the middle of a sentence. */
	#pageBreak = false;
	/** Inside of the notes at the foot of a page, and what they interrupt. */
	#foot: { readonly above: { block: Block; last: Line } | undefined } | undefined;

	constructor(source: SourceText, sourceLines: readonly SourceLine[]) {
		this.#marks = source.marks;
		this.#hints = source.hints;
		const body = this.#frontMatter(sourceLines);
		const tables = plainTables(body);
		const carriedOn = new Set([...tables.values()].flatMap(({ more }) => more));
		let blanks = 0;
		this.#lines = body.flatMap(({ number, raw }): Line[] => {
			if (carriedOn.has(number)) return [];
			// A quotation of Markdown is text like any other.
			const text = cleanLine(raw.replace(/^\s*(?:>\s+)+(?=\D)/, ''));
			if (text === '') {
				// A line of mark-up only, such as an empty link, is not blank.
				if (raw.trim() !== '') this.#set(number, 'end-mark');
				blanks += 1;
				return [];
			}
			if (isReference(raw)) {
				this.#set(number, 'notice');
				return [];
			}
			if (isLinks(raw)) {
				this.#set(number, 'navigation');
				return [];
			}
			const line: Line = { number, text, width: width(text), indent: /^[ \t\u3000]*/.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0, raw, blanksBefore: blanks, marker: markerOf(text), row: isRow(text) ? cellsOf(raw) : tables.get(number)?.cells, head: tables.get(number)?.head ?? false, more: tables.get(number)?.more ?? [], linked: this.#marks.get(number)?.kind === 'link' || isLink(raw) };
			blanks = 0;
			return [line];
		});
		const inTurn = (text: string): number => Number.parseInt(text.normalize('NFKC'), 10) || text.charCodeAt(0);
		const counted = new Set(this.#lines.flatMap(({ marker, text }) => (marker && /^(?:A\.|1 )$/.test(marker.type) ? [`${marker.type}${inTurn(text)}`] : [])));
		const isCounted = ({ marker, text }: Line): boolean => marker === undefined || !/^(?:A\.|1 )$/.test(marker.type) || [1, -1].some((step) => counted.has(`${marker.type}${inTurn(text) + step}`));
		this.#lines = this.#lines.map((line) => (isCounted(line) ? line : { ...line, marker: undefined }));
		this.#places = new Map(this.#lines.map(({ number }, index) => [number, index]));
		this.#shouts = this.#lines.filter(isShouted).length <= this.#lines.length * 0.4;
		this.#wrap = wrapWidth(this.#lines);
		this.#wraps = this.#wrap === undefined ? wrapsOfParagraphs(this.#lines) : new Map();
		this.#marked = [...this.#marks.values()].some(({ kind }) => kind === 'heading') || this.#lines.some(({ text }) => /^#{2,6}\s/.test(text));
	}

	read(): Layout {
		this.#repeated();
		for (const [line, reason] of surroundings(this.#lines, { isMarked: (line) => this.#isStructure(line), isAside: (line) => this.#furniture.has(line) })) this.#set(line, reason);
		this.#lastProse = this.#lines.findLastIndex(({ text, width: columns, number }) => ended(text) && columns >= 60 && !this.#furniture.has(number) && furnitureReason(text) === undefined && !speaksOfPage(text) && !isNoteOfForm(text) && !isCitation(text));
		const start = this.#front();
		for (let index = start; index < this.#lines.length; index += 1) {
			const line = this.#lines[index];
			if (!line) continue;
			if (/\f/.test(line.raw)) this.#pageEnds();
			if (!this.#furniture.has(line.number)) this.#line(line, this.#nextAfter(index), index);
			else if (residueStarts.test(line.text)) this.#residue = true;
		}
		// A caption may run over several lines.
		const isCaption = ({ kind, text }: Block): boolean => kind === 'paragraph' && creditEndJa.test(text);
		for (const { runs } of this.#blocks.filter(isCaption)) for (const { line } of runs) this.#set(line, 'caption');
		// And so may whatever would be furniture on one line.
		const broken = this.#blocks.flatMap((block) => {
			const reason = block.kind === 'paragraph' && block.runs.length > 1 && !isCaption(block) ? (furnitureReason(block.text) ?? (isNoteOfForm(block.text) || speaksOfPage(block.text) ? 'notice' : undefined)) : undefined;
			return reason === 'notice' || reason === 'navigation' || reason === 'byline' ? [[block, reason] as const] : [];
		});
		for (const [{ runs }, reason] of broken) for (const { line } of runs) this.#set(line, reason);
		const aside = new Set(broken.map(([block]) => block));
		this.#withoutLastHeadings();
		// What is seen, above who took the picture.
		const isCaptioned = ({ line }: Heading): boolean => this.#furniture.get(line + 1) === 'caption';
		for (const { line } of this.#headings.filter(isCaptioned)) this.#set(line, 'caption');
		this.#headings = this.#headings.filter((heading) => !isCaptioned(heading));
		return { blocks: this.#blocks.filter((block) => !isCaption(block) && !aside.has(block)), headings: this.#headings, furniture: this.#furniture, front: { titles: this.#titles, bylines: this.#bylines } };
	}

	/** A heading below which no text stands any more heads none: it is a link of the page's foot. */
	#withoutLastHeadings(): void {
		const last = Math.max(0, ...this.#blocks.flatMap(({ runs }) => runs.map(({ line }) => line)));
		const isLink = ({ line, text }: Heading): boolean => line > last && last > 0 && !this.#hasFigure(text);
		for (const { line } of this.#headings.filter(isLink)) this.#set(line, 'navigation');
		this.#headings = this.#headings.filter((heading) => !isLink(heading));
	}

	/** The document says itself what the line is. */
	#isStructure(line: number): boolean {
		return ['heading', 'furniture'].includes(this.#marks.get(line)?.kind ?? '');
	}

	#set(line: number, reason: FurnitureReason): void {
		this.#furniture.set(line, reason);
	}

	/** YAML front matter of a Markdown file: metadata, not text. */
	#frontMatter(lines: readonly SourceLine[]): readonly SourceLine[] {
		if (lines[0]?.raw.trim() !== '---') return lines;
		const end = lines.findIndex(({ raw }, index) => index > 0 && index < 60 && /^(?:---|\.\.\.)\s*$/.test(raw));
		if (end < 2 || !lines.slice(1, end).every(({ raw }) => /^\s*$|^\s*#|^[\w-]+\s*:|^\s+\S|^-\s/.test(raw))) return lines;
		for (const { number, raw } of lines.slice(0, end + 1)) {
			if (raw.trim() === '') continue;
			const [, key = '', value = ''] = /^([\w-]+)\s*:\s*["']?(.*?)["']?\s*$/.exec(raw) ?? [];
			const isTitle = key === 'title';
			this.#set(number, isTitle ? 'title' : 'byline');
			if (value !== '') (isTitle ? this.#titles : this.#bylines).push(isTitle ? value : `${key}: ${value}`);
		}
		return lines.slice(end + 1);
	}

	/** Running heads, and passages that stand a second time as a caption or a teaser. */
	#repeated(): void {
		const byText = new Map<string, Line[]>();
		const bySentence = new Map<string, Map<number, number>>();
		const sentencesOf = new Map<Line, string[]>();
		for (const line of this.#lines) {
			if (line.row) continue;
			const key = fold(line.text);
			const same = byText.get(key);
			if (same) same.push(line);
			else byText.set(key, [line]);
			const sentences = sentenceSpans(line.text).map(([from, to]) => fold(line.text.slice(from, to)));
			sentencesOf.set(line, sentences);
			for (const sentence of sentences) if (sentence.length >= 16) {
				const where = bySentence.get(sentence) ?? new Map<number, number>();
				where.set(line.number, sentences.length);
				bySentence.set(sentence, where);
			}
		}
		// Where every line has a blank one above it, only a page end sets a line apart; and where lines are
		// broken, the last line of two sentences may be the same.
		const at = new Map(this.#lines.map((line, index) => [line, index]));
		const apart = this.#lines.filter(({ blanksBefore }) => blanksBefore > 0).length > this.#lines.length * 0.6;
		for (const { number } of countedLines(this.#lines)) this.#set(number, 'page-number');
		const isNumber = (line: Line | undefined): boolean => line !== undefined && (this.#furniture.get(line.number) === 'page-number' || furnitureReason(line.text) === 'page-number');
		const atEdge = (line: Line): boolean => {
			const index = at.get(line) ?? 0;
			return index === 0 || /\f/.test(line.raw) || isNumber(this.#lines[index - 1]) || isNumber(this.#lines[index + 1]);
		};
		const begins = (line: Line): boolean => this.#wrap === undefined || ended(this.#lines[(at.get(line) ?? 0) - 1]?.text ?? '.');
		for (const [key, lines] of byText) {
			const [first] = lines;
			if (!first) continue;
			// A running head or foot stands at the edge of its pages, three times or more.
			const short = key.length >= 3 && first.width <= 100 && !ended(first.text) && !first.marker && !this.#isStructure(first.number);
			if (lines.length >= 3 && short && lines.every((line) => (!apart && line.blanksBefore > 0) || atEdge(line))) for (const line of lines.slice(first === this.#lines[0] ? 1 : 0)) this.#set(line.number, 'duplicate');
			// Where a page visibly begins or ends, the second time is enough.
			else if (lines.length >= 2 && short && lines.slice(1).every((line) => /\f/.test(line.raw) || isNumber(this.#lines[(at.get(line) ?? 0) - 1]) || isNumber(this.#lines[(at.get(line) ?? 0) + 1]))) for (const line of lines.slice(first === this.#lines[0] || !atEdge(first) ? 1 : 0)) this.#set(line.number, 'duplicate');
			else if (lines.length >= 2 && key.length >= 40 && ended(first.text)) for (const line of lines.slice(1)) if (begins(line)) this.#set(line.number, 'duplicate');
		}
		this.#repeatedStretches(byText);
		for (const line of this.#lines) {
			const sentences = sentencesOf.get(line) ?? [];
			if (this.#furniture.has(line.number) || !ended(line.text) || fold(line.text).length < 40) continue;
			const elsewhere = sentences.every((sentence) => [...(bySentence.get(sentence) ?? [])].some(([number, count]) => number !== line.number && count > sentences.length && !this.#furniture.has(number)));
			if (sentences.length > 0 && elsewhere) this.#set(line.number, 'duplicate');
		}
	}

	/** Three lines or more that stand word for word, one after the other, where they stood before: the foot of each page. */
	#repeatedStretches(byText: ReadonlyMap<string, readonly Line[]>): void {
		const indexOf = new Map(this.#lines.map((line, index) => [line, index]));
		const same = (a: Line | undefined, b: Line | undefined): boolean => a !== undefined && b !== undefined && !a.row && !a.marker && fold(a.text) === fold(b.text);
		for (let index = 1; index < this.#lines.length; index += 1) {
			const line = this.#lines[index];
			const [first] = line && !line.row ? (byText.get(fold(line.text)) ?? []) : [];
			const start = first && indexOf.get(first);
			if (start === undefined || start >= index) continue;
			let count = 0;
			while (start + count < index && same(this.#lines[start + count], this.#lines[index + count])) count += 1;
			if (count < 3) continue;
			for (const again of this.#lines.slice(index, index + count)) this.#set(again.number, 'duplicate');
			index += count - 1;
		}
	}

	#nextAfter(index: number): Line | undefined {
		for (let at = index + 1; at < Math.min(this.#lines.length, index + 12); at += 1) {
			const line = this.#lines[at];
			if (line && !this.#furniture.has(line.number) && !(furnitureReason(line.text) === 'page-number')) return line;
		}
		return undefined;
	}

	/** Title, byline, date, reading time: what stands before the text. Returns the index of the first line of the text. */
	#front(): number {
		const isProse = (line: Line, index: number): boolean => {
			if (line.marker || line.row) return true;
			if (ended(line.text) && line.width >= 50) return true;
			if (line.width > 150) return true;
			if (isEntry(line.text)) return true;
			const next = this.#lines[index + 1];
			return this.#titles.length > 0 && next !== undefined && this.#isFull(line, next) && this.#continues(line, next);
		};
		let index = 0;
		const limit = Math.min(this.#lines.length, 60);
		for (; index < limit; index += 1) {
			const line = this.#lines[index];
			if (!line) break;
			if (this.#furniture.has(line.number)) continue;
			const mark = this.#marks.get(line.number);
			const heading = mark?.kind === 'heading' || /^#{1,6}\s/.test(line.text);
			if (mark?.kind === 'furniture') {
				this.#mark(line, mark.reason);
				continue;
			}
			const text = plainHeading(line.text);
			const reason = furnitureReason(line.text);
			if (reason === 'byline' || isDateLine(line.text) || this.#isDated(line) || this.#isParticular(line)) this.#byline(line);
			else if (this.#isSecondLine(line, index)) this.#title(line, text);
			else if (this.#isLetterhead(line, this.#lines[index - 1])) this.#byline(line);
			else if (this.#titles.every((title) => isThin(title) || documentLabel.test(title)) && !line.row && !line.marker && isMenuRow(line.raw, line.text)) this.#mark(line, 'navigation');
			else if (this.#isCaption(line, this.#lines[index - 1])) this.#mark(line, 'caption');
			else if (reason && !(reason === 'end-mark' && this.#titles.length === 0 && heading)) this.#mark(line, reason);
			else if ([...(this.#hints.title === undefined ? [] : [this.#hints.title]), ...this.#titles].some((title) => fold(text) === fold(title))) this.#title(line, text);
			else if (this.#titles.length > 0 && !line.marker && !line.row && isDatedAside(line) && ![this.#lines[index - 1], this.#lines[index + 1]].some((other) => other !== undefined && isDatedAside(other))) this.#byline(line);
			else if (this.#titles.length > 0 && this.#shouts && isShouted(line) && !/[.。]$/u.test(text) && !sectionWords.test(text) && !/^\d+(?:\.\d+)*\s/.test(text)) this.#title(line, text);
			else if (this.#titles.length > 0 && /^[\d０-９]{1,2} +(?=\p{Lu}\p{Ll}|[\p{Script=Han}\p{Script=Katakana}])/u.test(line.text) && this.#lines.slice(index + 1).some((other) => other.text.startsWith(`${Number.parseInt(line.text.normalize('NFKC'), 10) + 1} `))) return index;
			else if (this.#titles.length > 0 && !heading && !line.text.startsWith('【') && !sectionWords.test(text) && isNameLine(text)) this.#byline(line);
			else if (this.#standsBeforeByline(line, index)) this.#title(line, text);
			else if (heading) {
				if ((this.#titles.length > 0 && !(/^#\s/.test(line.text) && this.#lines.filter((other) => /^#\s/.test(other.text)).length === 1)) || !(this.#isTitleLike(text))) return index;
				this.#title(line, text);
			} else if (this.#isDeck(line, index)) this.#title(line, text);
			else if (sectionWords.test(text) || partHeading.test(text)) return index;
			else if (isProse(line, index)) {
				// A first line that is not a sentence is a title, however long.
				if (this.#titles.length === 0 && index === this.#firstText() && !ended(line.text) && !tellsSentence(text) && !line.row && !line.marker && line.width <= 240 && !this.#continuesWrapped(index)) this.#title(line, text);
				else return index;
			} else if (tellsSentence(text) || (japanese.test(text) && /[、，]$/u.test(text))) {
				// However short: a sentence is no title.
				return index;
			} else if (this.#titles.every((title) => documentLabel.test(title) || (isThin(title) && !isThin(text))) || (this.#titles.length > 0 && /^[（(].{2,40}[)）]$/u.test(text))) this.#title(line, text);
			else return index;
		}
		return index;
	}

	/** When, where and among whom, as the head of minutes and of letters has it, on a line each; what is broken goes on indented. */
	#isParticular({ text, number, indent, blanksBefore }: Line): boolean {
		const goesOn = indent >= 4 && blanksBefore === 0 && this.#furniture.get(number - 1) === 'byline' && particulars.test(this.#bylines.find((line) => particulars.test(line)) ?? '');
		return this.#titles.length > 0 && !tellsSentence(text) && !this.#hasFigure(text) && (particulars.test(text) || goesOn);
	}

	/** Right below a headline that a paragraph of a newspaper follows, set apart and set in: its second line. */
	#isSecondLine(line: Line, index: number): boolean {
		const [above, next] = [this.#lines[index - 1], this.#lines[index + 1]];
		return above !== undefined && next !== undefined && this.#wrap !== undefined && this.#titles.length === 1 && this.#furniture.get(above.number) === 'title' && line.blanksBefore === 0 && next.blanksBefore > 0 && next.raw.startsWith('　') && line.indent === 0 && line.marker === undefined && line.row === undefined && line.width <= 48 && !/[。、，：:]$/u.test(line.text);
	}

	/** The office that writes, below the date at the right edge. */
	#isLetterhead({ text, indent, blanksBefore, marker, row }: Line, above: Line | undefined): boolean {
		return above !== undefined && this.#titles.length > 0 && indent >= 24 && above.indent >= 24 && blanksBefore === 0 && marker === undefined && row === undefined && !ended(text) && this.#furniture.get(above.number) === 'byline';
	}

	/** A sentence without its full stop between the byline and the text. */
	#isDeck(line: Line, index: number): boolean {
		const next = this.#lines[index + 1];
		return this.#titles.length > 0 && this.#wrap === undefined && next !== undefined && ended(next.text) && next.width >= 80 && !line.marker && !line.row && !ended(line.text) && line.width <= 150 && line.blanksBefore > 0 && next.blanksBefore > 0 && line.text.split(/\s+/).length >= 8 && !this.#hasFigure(line.text) && /\b(?:is|are|was|were|has|have|had|will|would|can|could|remains?|says?|said|wants?|needs?|seeks?|plans?|aims?)\b/.test(line.text);
	}

	/** “A tracker of the forum. Updated 9 January 2026.” */
	#isDated({ text, width: columns }: Line): boolean {
		const date = /\b(?:updated|published|posted|issued|released|answered|dated)(?:\s+on)?\s*:?\s+([^:]{6,30}?)\.?$/iu.exec(text)?.[1];
		return this.#titles.length > 0 && columns <= 120 && date !== undefined && isDateLine(date);
	}

	#firstText(): number {
		return this.#lines.findIndex((line) => !this.#furniture.has(line.number) && this.#marks.get(line.number)?.kind !== 'furniture' && furnitureReason(line.text) === undefined && !isDateLine(line.text));
	}

	#continuesWrapped(index: number): boolean {
		const [line, next] = [this.#lines[index], this.#lines[index + 1]];
		return line !== undefined && next !== undefined && next.blanksBefore === 0 && this.#isFull(line, next) && this.#continues(line, next) && line.blanksBefore === 0 && this.#wrap !== undefined && next.width > this.#wrap * 0.7;
	}

	#isTitleLike(text: string): boolean {
		return !sectionWords.test(text) && text.length >= 4;
	}

	/** Titles and subtitles, which are no sentences, stand before the byline or the date. */
	#standsBeforeByline(line: Line, index: number): boolean {
		const untold = (above: Line): boolean => above.marker === undefined && above.row === undefined && !sectionWords.test(above.text) && sentenceSpans(above.text).length === 1 && !ended(above.text.replace(/[!?！？]$/, '')) && !/[.．。:：]["”’)）]*$/u.test(above.text) && !isEntry(above.text) && !this.#continuesWrapped(this.#lines.indexOf(above));
		if (this.#bylines.some(isDateLine) || !untold(line)) return false;
		for (const next of this.#lines.slice(index + 1, index + 6)) {
			const reason = furnitureReason(next.text);
			if (reason === 'byline' || reason === 'read-time' || isDateLine(next.text) || isNameLine(next.text)) return true;
			if (reason === undefined && !untold(next)) return false;
		}
		return false;
	}

	#title(line: Line, text: string): void {
		this.#set(line.number, 'title');
		const above = this.#titles.at(-1);
		// A title that is broken goes on in small letters.
		if (above !== undefined && line.blanksBefore === 0 && (/^\p{Ll}/u.test(text) || /[:：]$/u.test(above)) && this.#furniture.get(line.number - 1) === 'title') this.#titles[this.#titles.length - 1] = `${above} ${text}`;
		// So is what is centred below it and says what sort of paper it is.
		else if (above !== undefined && line.blanksBefore === 0 && line.indent > 0 && /^(?:議事(?:概要|録|要旨)|(?:結果|開催)概要|報告書)$/u.test(text) && this.#furniture.get(line.number - 1) === 'title') this.#titles[this.#titles.length - 1] = `${above}　${text}`;
		else this.#titles.push(text);
	}

	#byline(line: Line): void {
		this.#set(line.number, 'byline');
		this.#bylines.push(line.text);
	}

	#mark(line: Line, reason: FurnitureReason): void {
		this.#set(line.number, reason);
	}

	/** The rest of a notice that is broken over two lines. */
	#goesOnBeside(line: Line, index: number): boolean {
		const above = this.#lines[index - 1];
		return above !== undefined && this.#furniture.get(above.number) === 'notice' && above.row === undefined && !ended(above.text) && line.blanksBefore === 0 && this.#isFull(above, line) && this.#continues(above, line) && line.marker === undefined && !this.#hasFigure(line.text) && (speaksOfPage(`${above.text} ${line.text}`) || isNoteOfForm(above.text + line.text));
	}

	/** A picture, the line in italics below it, and a line that ends with the name of the photographer. */
	#isCaption(line: Line, above: Line | undefined): boolean {
		const raw = line.raw.trim();
		if (/^!\[/.test(raw) && raw.endsWith(')')) return true;
		const belowPicture = above !== undefined && line.number - above.number <= 2 && /^!\[/.test(above.raw.trim());
		return (belowPicture && /^([*_]).{1,300}\1$/u.test(raw) && !raw.startsWith('**')) || creditEnd.test(line.text) || creditEndJa.test(line.text);
	}

	/** The title, or all lines of it, standing once more: a running head. */
	#isTitleAgain(text: string): boolean {
		const key = fold(text.replace(/\s*[（(]?[\d０-９]{1,2}[)）]?$/u, ''));
		return key.length >= 6 && (this.#titles.some((title) => fold(title) === key) || (this.#titles.length > 1 && fold(this.#titles.join('')).includes(key) && key.length >= 12));
	}

	#line(line: Line, next: Line | undefined, index: number): void {
		const mark = this.#marks.get(line.number);
		if (mark?.kind === 'furniture') { this.#set(line.number, mark.reason); return; }
		const heading = mark?.kind === 'heading';
		if (!heading && !line.row) {
			const open = this.#open;
			const cut = open !== undefined && !ended(open.last.text);
			const bare = line.text.replace(/^[◆◇■□●○◎★☆▼▽▶\s]+|[◆◇■□●○◎★☆▲△\s]+$/gu, '').replace(/^[【［\[](.*)[】］\]]$/u, '$1');
			const atEdge = index < 12 || index > this.#lines.length * 0.6 || /^[（(].*[)）]$/u.test(line.text);
			const reason = furnitureReason(line.text) ?? furnitureReason(bare) ?? (!cut && (isNoteOfForm(line.text) || (atEdge && speaksOfPage(bare)) || (index > this.#lastProse && isCitation(line.text))) ? 'notice' : undefined) ?? (index > 0 && residueStarts.test(bare) ? 'navigation' : undefined) ?? (!cut && (this.#marked || !this.#isHeading(line, next)) && tellsNoFact(line.text) ? 'no-fact' : undefined);
			// Inside a sentence, a line is furniture only where nothing but a page number could stand there.
			const number = reason === 'page-number' && (cut ? line.blanksBefore > 0 || /\f/.test(line.raw) || next === undefined || (next.blanksBefore > 0) : true);
			if (number) {
				this.#pageEnds();
				this.#set(line.number, 'page-number'); return;
			}
			if (cut && this.#isRunningHead(line, index)) { this.#set(line.number, 'duplicate'); return; }
			if ((/^[_＿]{5,}$/u.test(line.text) || (isRule(line.text) && this.#pageEndsBelow(index))) && next !== undefined && noteMark.test(next.text)) {
				this.#foot = { above: this.#open };
				this.#close();
				this.#set(line.number, 'end-mark'); return;
			}
			if (this.#foot === undefined && !this.#references && line.blanksBefore > 0 && noteMark.test(line.text) && this.#pageEndsBelow(index) && this.#isCalledAbove(line, index)) {
				this.#foot = { above: this.#open };
				this.#close();
			}
			if (!cut && this.#goesOnBeside(line, index)) { this.#set(line.number, 'notice'); return; }
			if (this.#foot !== undefined && line.blanksBefore === 0 && !noteMark.test(line.text) && this.#furniture.get(line.number - 1) === 'notice' && !this.#hasFigure(line.text)) { this.#set(line.number, 'notice'); return; }
			if (this.#foot !== undefined && noteMark.test(line.text)) {
				this.#close();
				if (isCitation(line.text) || (!this.#hasFigure(line.text) && !/(?:19|20)\d\d|[\d０-９]月/u.test(line.text))) { this.#set(line.number, 'notice'); return; }
				this.#begin(line); return;
			}
			if (reason && reason !== 'page-number' && !(cut && !isRule(line.text) && this.#continues(open.last, line) && this.#wrap !== undefined && this.#isFull(open.last, line))) {
				if (residueStarts.test(bare)) this.#residue = true;
				if (this.#lastProse > 0 && index > this.#lastProse && ['navigation', 'byline', 'comment-form', 'read-time'].includes(reason)) this.#behindText = true;
				if (reason !== 'end-mark') this.#close();
				if (reason === 'byline' && index < 20) this.#byline(line);
				this.#set(line.number, reason); return;
			}
			if (!cut && !ended(line.text) && this.#isTitleAgain(line.text)) { this.#set(line.number, 'duplicate'); return; }
			if (this.#residue && !cut && isDateLine(line.text)) { this.#byline(line); return; }
			if (this.#residue && (!ended(line.text) || /(?:\.\.\.|…)$/u.test(line.text)) && line.width <= 160 && (!(this.#hasFigure(line.text) || (line.marker && /\d/.test(line.text.slice(line.marker.length)))) || index > this.#lastProse)) { this.#set(line.number, 'navigation'); return; }
			if (this.#residue && ended(line.text)) this.#residue = false;
			if (this.#behindText && !cut && index > this.#lastWord()) { this.#set(line.number, 'navigation'); return; }
			const unit = unitLine.exec(line.text);
			if (unit && !cut && (next?.row || this.#lines[index - 1]?.row)) {
				this.#unit = unit[1] ?? unit[2] ?? unit[3];
				this.#set(line.number, 'table-head'); return;
			}
			if (!cut && (isDateLine(line.text) || this.#isByline(line, index))) { this.#byline(line); return; }
			if (!cut && this.#isCaption(line, this.#lines[index - 1])) { this.#set(line.number, 'caption'); return; }
			if (/^\s*\[\^[^\]\s]{1,30}\]:/.test(line.raw) && (!/[\d０-９]/u.test(line.text) || (!this.#hasFigure(line.text) && !/(?:19|20)\d\d|[\d０-９][年月日]/u.test(line.text) && !/\b(?:is|are|was|were|has|have|had|will|[a-z]{3,}ed)\b|[\p{Script=Hiragana}]。$/u.test(line.text)))) { this.#set(line.number, 'notice'); return; }
			if (!cut && (this.#isBlurb(line, index) || (index > 4 && isSignature(line.text)))) { this.#byline(line); return; }
			if (this.#isAboutWriter(line, index) || (!cut && this.#isTrail(line.text))) { this.#set(line.number, this.#isTrail(line.text) ? 'navigation' : 'byline'); return; }
			if (this.#notes && !this.#hasFigure(line.text) && (this.#references || /^(?:\[\d{1,3}\]|[¹²³⁴-⁹]+|\d{1,3}\s)/.test(line.text) || !/(?:19|20)\d\d/.test(line.text)) && !this.#isHeading(line, next)) { this.#set(line.number, 'notice'); return; }
			if (this.#aboutAuthors && !this.#hasFigure(line.text) && (!this.#isHeading(line, next) || (line.blanksBefore === 0 && !this.#isNamedHeading(line) && !ended(this.#lines[index - 1]?.text ?? '.')))) { this.#byline(line); return; }
		}
		if (line.row || isDelimiter(line.text)) { this.#row(line, this.#lines[index + 1]); return; }
		if (this.#isNamedHeading(line) && index > 0 && (this.#residue || residueStarts.test(plainHeading(line.text)) || sourcesHeading.test(plainHeading(line.text))) && !this.#isTold(index)) {
			this.#residue = true;
			this.#close();
			this.#set(line.number, 'navigation'); return;
		}
		this.#table = undefined;
		this.#unit = undefined;
		const open = this.#open;
		if (!heading && open && this.#continues(open.last, line) && !this.#isMarked(line, open)) { this.#append(open.block, line); return; }
		if (heading || this.#isHeading(line, next)) {
			this.#heading(line);
			if (next?.row) this.#unit = titleUnit.exec(line.text)?.[1];
			return;
		}
		this.#begin(line);
	}

	/** The document says itself that it is a heading. */
	#isNamedHeading({ number, text }: Line): boolean {
		return this.#marks.get(number)?.kind === 'heading' || /^#{1,6}\s/.test(text);
	}

	/** Whether below a heading, before the next one, anything is told. */
	#isTold(heading: number): boolean {
		for (const line of this.#lines.slice(heading + 1)) {
			if (this.#isNamedHeading(line)) return false;
			if (line.row || (line.marker && !line.linked && (heading < this.#lastProse || this.#hasFigure(line.text))) || (ended(line.text) && line.width >= 40 && !this.#furniture.has(line.number) && furnitureReason(line.text) === undefined)) return true;
		}
		return false;
	}

	/** “Asha Verma teaches … in Chennai.” at the end: whoever is named above the text. */
	#isAboutWriter({ text }: Line, index: number): boolean {
		if (index < this.#lines.length * 0.6 || text.length > 400) return false;
		const names = this.#bylines.flatMap((byline) => [byline, ...(byline.match(/\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}/gu) ?? [])]);
		return names.some((name) => text.startsWith(name) && /^[^.]{0,16}\b(?:is|was|teaches|heads|leads|writes|works|reports|covers|studies)\b/.test(text.slice(name.length)));
	}

	/** Below the end, the name of a writer on a line of its own and, right below it, what they do. */
	#isBlurb(line: Line, index: number): boolean {
		const above = this.#lines[index - 1];
		// In the record of a talk, who speaks stands there again and again.
		const text = this.#blocks[0]?.runs[0]?.line ?? 0;
		const isWriter = (named: Line): boolean => people.test(named.text) && !/^by\s/i.test(named.text) && named.number > text && this.#bylines.filter((byline) => byline.includes(named.text)).length > (named === line ? 0 : 1) && !this.#lines.some((other) => other !== named && other.text === named.text && other.number > text);
		if (index < this.#lines.length * 0.6 || this.#hasFigure(line.text) || /(?:19|20)\d\d/.test(line.text) || line.text.length > 300) return false;
		return isWriter(line) || (above !== undefined && line.blanksBefore === 0 && this.#furniture.get(above.number) === 'byline' && isWriter(above));
	}

	/** The way to the page, its title last: “News / Opinion / Deep tech needs patience”. */
	#isTrail(text: string): boolean {
		const parts = text.split(/\s*[/>›»|｜＞]\s*/u);
		return parts.length >= 2 && parts.slice(0, -1).every((part) => part.length <= 30) && this.#isTitleAgain(parts.at(-1) ?? '');
	}

	/** The name of the writer below a summary, or the place above the date at the end. */
	#isByline(line: Line, index: number): boolean {
		const below = this.#lines.slice(index + 1, index + 4);
		if (this.#blocks.length <= 1 && index < 20 && isNameLine(line.text)) return below.some((next) => isDateLine(next.text) || ['byline', 'read-time'].includes(furnitureReason(next.text) ?? ''));
		const [next] = below;
		return index > 4 && next !== undefined && next.number - line.number <= 2 && isDateLine(next.text) && /^\p{Lu}[\p{L}.’' -]{2,28}$/u.test(line.text);
	}

	#hasFigure(written: string): boolean {
		// “3 人的交流”: the number of a section counts nothing.
		const text = written.replace(/^[\d０-９]{1,2}[\s　]+(?=[\p{Script=Han}\p{Script=Katakana}])/u, '');
		return /[¥$₹€]\s?\d|\d[\d,.]*\s*(?:%|billion|million|crore|lakh|MW|GWh)|[0-9０-９]\s*(?:億|万|兆|百万|千|円|ドル|ルピー|社|人|件|％)/u.test(text);
	}

	/** The last line that is more than a tag or furniture. */
	#lastWord(): number {
		this.#told ??= this.#lines.findLastIndex((line) => !isTag(line) && !this.#furniture.has(line.number) && furnitureReason(line.text) === undefined);
		return this.#told;
	}

	/** A line that begins with a marker begins an item, unless a sentence runs on into it. */
	#isMarked(line: Line, { last, block }: { block: Block; last: Line }): boolean {
		if (!line.marker) return false;
		if (!ended(block.text) && goesOnCounting(block.text, line.text)) return false;
		const unsure = line.marker.type === '・' || line.marker.type === '1.' || line.marker.type === '1.1' || line.marker.type === '1 ' || line.marker.type === '-' || line.marker.type === 'ー' || line.marker.type === '第';
		const inList = block.kind === 'item' && this.#list.some(({ type }) => type === line.marker?.type);
		return !unsure || inList || ended(last.text) || !this.#isFull(last, line);
	}

	#isFull(line: Line, next: Line): boolean {
		const wrap = this.#wrap ?? (next.blanksBefore === 0 ? this.#wraps.get(line.number) : undefined);
		if (wrap === undefined) return false;
		if (japanese.test(line.text.slice(-1)) || /[０-９Ａ-Ｚａ-ｚ（）、「」]$/u.test(line.text)) return line.width >= wrap * 0.86 || line.width + 4 >= wrap;
		const word = /^\S{0,30}/.exec(next.text)?.[0].length ?? 0;
		return line.width >= wrap * 0.75 || line.width + word + 1 >= wrap;
	}

	/** Whether a sentence runs on from one line into the next. */
	#continues(last: Line, line: Line): boolean {
		if (ended(last.text) || line.row || /^※/u.test(line.text) || (isEntry(line.text) && isEntry(last.text)) || (isLabelled(line) && isLabelled(last)) || this.#marks.get(line.number)?.kind === 'heading' || /^#{1,6}\s/.test(line.text)) return false;
		if (line.indent > last.indent && this.#isSetIn(line) && !/[、，]$/u.test(last.text)) return false;
		if (line.blanksBefore === 0 && /(?:^|[\s(])(?:\p{Lu}|[A-Za-z.]{1,6})\.$/u.test(last.text)) return true;
		if (/[.．]$/.test(last.text)) return line.blanksBefore === 0;
		if (japanese.test(last.text) && (japanese.test(line.text) || this.#isFull(last, line))) {
			if (/[、，]$/.test(last.text)) return true;
			// No line begins with the end of a word or a particle, unless one runs on into it.
			if (line.blanksBefore === 0 && !line.marker && last.width >= 20 && /^[\p{Script=Hiragana}ー]/u.test(line.text) && !sectionWords.test(line.text)) return true;
			// A long line with a topic and a comma is no heading: its sentence runs on.
			if (line.blanksBefore === 0 && !line.marker && last.width >= 72 && /[はがも].*、/u.test(last.text) && !/^[（(【［※＜〈《]/u.test(line.text) && !/(?:た|る|い|す|だ)$/u.test(last.text)) return true;
			return this.#isFull(last, line);
		}
		if (/^[\p{Ll}]/u.test(line.text) && !line.marker) return true;
		if (/[,–—-]$/.test(last.text) || functionWord.test(last.text)) return true;
		return (line.blanksBefore === 0 || this.#pageBreak || /\f/.test(line.raw)) && this.#isFull(last, line);
	}

	#isHeading(line: Line, next: Line | undefined): boolean {
		const raw = line.raw.trim();
		if (/^#{1,6}\s/.test(line.text)) return true;
		if (/^【[^】]{1,40}】$/u.test(line.text) || /^[<＜〈《][^<>＜＞]{1,40}[>＞〉》]$/u.test(line.text)) return true;
		if (/^[※＊]/u.test(line.text)) return false;
		// The last link of a foot stands below others.
		if (!next) return authorsHeading.test(line.text) || (partHeading.test(line.text) && !ended(line.text)) || (isTag(line) && this.#headings.length > 0 && this.#headings.at(-1)?.line === this.#lines[this.#lines.indexOf(line) - 1]?.number);
		// “Trial production: October 2027”: what is named and its date or figure.
		if (line.marker === undefined && /^[^:：\d０-９]{2,36}[:：]\s?(?=.*[\d０-９])/u.test(line.text) && !/^(?:box|table|figure|chart|exhibit|図表?|表|囲み)/iu.test(line.text)) return false;
		if (isLabelled(line) && [next, this.#lines[this.#lines.indexOf(line) - 1]].some((other) => other !== undefined && isLabelled(other))) return false;
		if (isEntry(line.text) && (isEntry(next.text) || isEntry(this.#lines[this.#lines.indexOf(line) - 1]?.text ?? ''))) return false;
		if (/^(?:box|table|figure|chart|exhibit|図表?|表|囲み)\s*[\d０-９]{1,2}\s*[:：.．](?!\S*[.。]$).{0,80}$/iu.test(line.text) && next.row) return true;
		if (next.row && this.#isTableTitle(line)) return true;
		if (partHeading.test(line.text) && !ended(line.text) && line.width <= 100) return true;
		if (/^\*\*[^*]{2,90}\*\*:?$/.test(raw) && !/[.。]\*\*$/.test(raw)) return true;
		const { marker } = line;
		const numbered = marker !== undefined && (marker.numbered || marker.type === '○');
		// ■輸送費は３分の１に: a heading of a newspaper, with a paragraph below it.
		if (marker?.type === '○' && /^[■◆▼◇□]/u.test(line.text) && line.width <= 64 && !/[。．.]$/.test(line.text) && next.marker === undefined && next.width > line.width) return true;
		if (marker && !numbered) return false;
		if (marker && line.width <= 90 && !ended(line.text) && next.indent > line.indent && this.#isSetIn(next) && !this.#hasFigure(line.text.slice(marker.length)) && !/[、,;；]$/u.test(line.text)) return true;
		// (3) among (1) and (2), however long.
		if (marker && marker.type === this.#numbering && !this.#list.some(({ type }) => type === marker.type) && line.width <= 110 && next.marker?.type !== marker.type && !/[。．.,、;；，:：]$/.test(line.text) && !/(?:した|する|ている|ました|します|である|いる)$/u.test(line.text) && !/\b(?:is|are|was|were|will|has|have|had)\b/.test(line.text.replace(/^\S+\s(?:What|Who|How|Why|Where|When)\s\S+/, '')) && !this.#continues(line, next)) return true;
		if (marker && '(1) 1. 1.1 第'.includes(marker.type) && next.marker && 'ア (a) a) ① ・'.includes(next.marker.type) && !this.#list.some(({ type }) => type === next.marker?.type) && line.width <= 44 && !ended(line.text) && !this.#hasFigure(line.text.slice(marker.length)) && !/[、,;；]|(?:した|する|ている|ます|である|いる)$|\b(?:is|are|was|were|will|has|have)\b/u.test(line.text)) return true;
		if (marker?.type === 'I.' && next.marker && next.marker.type !== 'I.' && line.text.length <= 80 && !ended(line.text)) return true;
		// The last one of a list that has no line between its items.
		if (marker && line.blanksBefore === 0 && this.#open?.last.number === line.number - 1 && this.#list.at(-1)?.type === marker.type) return false;
		if (marker && (next.marker?.type === marker.type || (this.#list.some(({ type, block }) => type === marker.type && !(ended(block.text) && line.width <= 48))))) return false;
		const text = marker ? line.text.slice(marker.length) : line.text;
		if (/[。．.,、;；，]$/.test(text) || /[!?！？]$/.test(text) && text.length > 60) return false;
		if (/[:：]$/.test(text) && (next.marker || next.row) && text.length > 24) return false;
		if (this.#hasFigure(text) || this.#continues(line, next) && !(numbered && next.marker)) return false;
		if (japanese.test(text)) {
			if (line.width > 64 || /[はがをにでと、]$/u.test(text)) return false;
			if (line.width > 24 && /(?:した|する|ている|ました|します|である|いる)$/u.test(text)) return false;
			return !/^[「（(]/.test(text) || !/[」）)]$/.test(text) || line.width < 40;
		}
		const words = text.split(/\s+/);
		if (words.length > 14 || text.length > 100 || !/^[\p{Lu}\d“"‘']/u.test(text)) return false;
		const content = words.filter((word) => /^[\p{L}“"‘'(]/u.test(word) && word.length > 3);
		const capital = content.filter((word) => /^[“"‘'(]*\p{Lu}/u.test(word)).length;
		const titled = content.length > 0 && capital >= content.length * 0.6;
		if (!titled && words.length > 5 && !this.#standsAlone(line, next)) return false;
		return this.#standsAlone(line, next) || !/\b(?:said|is|are|was|were|will|has|have|signed|agreed|announced)\b/.test(text);
	}

	/** What stands above a table and is no sentence. */
	#isTableTitle({ text, marker, width: columns }: Line): boolean {
		return marker === undefined && columns <= 120 && !/[。．.,、;:：；，!?！？]$/.test(text) && !this.#hasFigure(text) && !/\b(?:is|are|was|were|will|has|have|had|said|signed|agreed|announced)\b|(?:した|する|ている|ます|である|いる)$/u.test(text) && (this.#open === undefined || ended(this.#open.last.text));
	}

	/** A short line between paragraphs that are one line each cannot be a part of one. */
	#standsAlone(line: Line, next: Line): boolean {
		return this.#wrap === undefined && line.width <= 70 && ended(next.text) && next.width >= line.width * 2.5 && (this.#open === undefined || ended(this.#open.last.text));
	}

	#heading(line: Line): void {
		this.#close();
		this.#list = [];
		this.#introducer = undefined;
		const depth = /^#+/.exec(line.text)?.[0].length ?? 0;
		const text = plainHeading(line.marker && !line.text.startsWith('#') ? line.text.slice(line.marker.length) : line.text);
		this.#aboutAuthors = authorsHeading.test(text.replace(/^[◆◇■□●○◎★☆]+|[◆◇■□●○◎★☆]+$/gu, ''));
		if (this.#aboutAuthors) { this.#set(line.number, 'byline'); return; }
		this.#notes = notesHeading.test(text);
		this.#references = referencesHeading.test(text);
		if (this.#notes) { this.#set(line.number, 'notice'); return; }
		this.#headings.push({ line: line.number, text });
		this.#numbering = line.marker?.type;
		this.#stack = depth > 0 ? [...this.#stack.slice(0, depth - 1), text] : [text];
		this.#section = undefined;
	}

	/** Words set apart behind the number of the page, in the middle of a sentence that goes on below them. */
	#isRunningHead(line: Line, index: number): boolean {
		const [above, below] = [this.#lines[index - 1], this.#lines[index + 1]];
		return above !== undefined && below !== undefined && this.#furniture.get(above.number) === 'page-number' && line.blanksBefore === 0 && below.blanksBefore > 0 && line.marker === undefined && below.marker === undefined && !ended(line.text) && !/[、，,]$/u.test(line.text) && line.width <= 80 && !this.#isFull(line, below) && !this.#hasFigure(line.text);
	}

	/** Whether the end of a page stands close below. */
	#pageEndsBelow(index: number): boolean {
		return this.#lines.slice(index + 1, index + 9).some(({ raw, text, number }) => /\f/.test(raw) || this.#furniture.get(number) === 'page-number' || furnitureReason(text) === 'page-number');
	}

	/** Whether the mark of a note stands behind a word of the page above it. */
	#isCalledAbove({ text }: Line, index: number): boolean {
		const mark = /^[^\s)）]+/.exec(text)?.[0] ?? '';
		const called = new RegExp(String.raw`[\p{L}.,。、”’)）]${mark.replace(/[*†‡]/g, String.raw`\$&`)}(?:[\s。、]|$)`, 'u');
		return this.#lines.slice(Math.max(0, index - 45), index).some(({ raw }) => raw.includes(mark) && called.test(raw));
	}

	/** Japanese sets the first line of a paragraph further in than the next. */
	#isSetIn(line: Line): boolean {
		const below = this.#lines[(this.#places.get(line.number) ?? 0) + 1];
		return below !== undefined && japanese.test(line.text) && line.indent > 0 && below.blanksBefore === 0 && below.indent < line.indent && line.marker === undefined && below.marker === undefined && this.#wrap !== undefined && line.width >= this.#wrap * 0.8;
	}

	/** What the page cut in two goes on on the next one, over the notes at its foot. */
	#pageEnds(): void {
		if (this.#foot !== undefined) this.#open = this.#foot.above ?? this.#open;
		this.#foot = undefined;
		this.#pageBreak = true;
	}

	#close(): void {
		this.#open = undefined;
	}

	#begin(line: Line): void {
		const { marker } = line;
		const text = marker ? line.text.slice(marker.length) : line.text;
		const label = dateline.test(text) ? undefined : /^(?:\*\*)?([^:：。.|]{2,60}?)[:：]\s*(?=\S)/u.exec(text)?.[1];
		const run = label !== undefined && label.split(/\s+/).length <= 7 ? [label] : [];
		let parent: Block | undefined;
		let level = 0;
		if (marker) {
			const known = this.#list.findIndex(({ type, indent }) => type === marker.type && (Math.abs(indent - line.indent) < 2 || marker.type !== '-'));
			const last = this.#list.at(-1);
			if (known >= 0) this.#list.length = known;
			else if (last && line.indent <= last.indent && !/[:：]$/.test(last.block.text) && !'➢✓-・ー'.includes(marker.type)) this.#list = [];
			level = this.#list.length;
			parent = this.#list.at(-1)?.block ?? this.#introducer;
			if (marker.numbered && level === 0 && run[0] !== undefined) this.#section = run[0];
		} else {
			this.#list = [];
			this.#introducer = undefined;
		}
		const headings = this.#section !== undefined && this.#section !== run[0] ? [...this.#stack, this.#section] : this.#stack;
		const block: Block = { kind: marker ? 'item' : 'paragraph', text: '', runs: [], level, labels: run, headings: headings.filter((heading) => heading !== ''), parent, lastChildLine: line.number };
		this.#blocks.push(block);
		if (marker) this.#list.push({ type: marker.type, indent: line.indent, block });
		this.#append(block, line, text);
		if (!marker && /[:：]$/.test(text)) this.#introducer = block;
	}

	#append(block: Block, line: Line, text = line.text): void {
		block.text = joined(block.text, text);
		block.runs.push({ at: block.text.length - text.length, line: line.number });
		for (let above: Block | undefined = block; above; above = above.parent) above.lastChildLine = line.number;
		this.#open = { block, last: line };
		this.#pageBreak = false;
		if (block.kind === 'paragraph' && /[:：]$/.test(text)) this.#introducer = block;
	}

	#row(line: Line, next: Line | undefined): void {
		this.#close();
		this.#list = [];
		if (isDelimiter(line.text)) { this.#set(line.number, 'table-head'); return; }
		const cells = line.row ?? [];
		if (line.head || (next && isDelimiter(next.text))) {
			this.#table = { heads: cells };
			for (const number of [line.number, ...line.more]) this.#set(number, 'table-head');
			return;
		}
		if (cells.every((cell) => cell === '' || cell === '-' || cell === '–')) { this.#set(line.number, 'table-head'); return; }
		this.#table ??= { heads: [] };
		const { heads } = this.#table;
		const filled = cells.filter((cell) => cell !== '');
		// A record of short cells is one fact; a label with its text is one too; long cells are facts of their own.
		const long = cells.slice(1).filter((cell) => width(cell) > 60 || sentenceSpans(cell).length > 1).length;
		const separate = cells.length > 2 && long >= 2;
		const [label = '', ...rest] = cells;
		const add = (text: string, labels: readonly string[], kind: Block['kind'] = 'cell'): void => void this.#blocks.push({ kind, text, runs: [{ at: 0, line: line.number }, ...line.more.map((below) => ({ at: Math.max(0, text.length - 1), line: below }))], level: 0, labels: labels.filter((word) => word !== ''), headings: this.#stack, parent: undefined, lastChildLine: line.number, unit: this.#unit });
		if (filled.length <= 1 || rest.every((cell) => cell === '')) { add(filled.join(' '), heads.slice(0, 1)); return; }
		if (cells.length === 2) { add(rest[0] ?? '', [label, ...heads.slice(1, 2)]); return; }
		if (separate) for (const [at, cell] of rest.entries()) if (cell !== '') add(cell, [label, heads[at + 1] ?? '']);
		if (!separate) add(cells.flatMap((cell, at) => (cell === '' ? [] : [heads[at] ? `${heads[at]}: ${cell}` : cell])).join(' / '), [], 'record');
	}
}

const plainHeading = (text: string): string => text.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '').replace(/^【(.*)】$/u, '$1').trim();

/** Cells of a row; an escaped bar is no edge. */
const cellsOf = (raw: string): string[] =>
	raw.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/).map((cell) => cleanLine(cell.replaceAll('\\|', '|')));

/** Two lines of a sentence: with a space where words meet, and without where Japanese is broken inside a word. */
function joined(before: string, text: string): string {
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
