import { fold } from './clean.ts';
import { attendance, authorsHeading, creditEndJa, dateline, notesHeading, particulars, referencesHeading, residueStarts, sourcesHeading } from './data/furniture.ts';
import { furnitureReason, isCitation, isDateLine, isNameLine, isNoteOfForm, isSignature, people, speaksOfPage, tellsNoFact } from './furniture.ts';
import { joined, type Block, type Heading, type Layout } from './layout/block.ts';
import { goesOnBeside, isCalledAbove, isRunningHead, pageEndsBelow } from './layout/edges.ts';
import { frontOf } from './layout/front.ts';
import { isHeading, type Reading } from './layout/heading.ts';
import { continues, isFull, isNamedHeading, isStructure, pageOf, type Page } from './layout/page.ts';
import { repeatedLines } from './layout/repeated.ts';
import { rowBlocks } from './layout/rows.ts';
import { fieldsOf, hasFigure, isCaption, isLabelled, isRule, isTag, noteMark, plainHeading, tellsSentence, titleUnit, unitLine } from './layout/shapes.ts';
import { ended, endsText, goesOnCounting, isDelimiter, type Line } from './lines.ts';
import type { FurnitureReason, SourceLine, SourceText } from './source.ts';
import { isTags, surroundings } from './surroundings.ts';

/**
 * From lines to what a writer wrote: paragraphs, list items and table cells, each joined over the
 * line ends, page breaks and page numbers that cut through it; headings; and lines without a fact.
 */

/** Works out the layout of a text. */
export function layoutOf(source: SourceText, sourceLines: readonly SourceLine[]): Layout {
	return new LayoutReader(source, sourceLines).read();
}

class LayoutReader {
	readonly #page: Page;
	readonly #furniture: Map<number, FurnitureReason>;
	#headings: Heading[] = [];
	readonly #blocks: Block[] = [];
	readonly #titles: string[];
	readonly #bylines: string[];
	readonly #start: number;
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
	readonly #lastProse: number;
	#aboutAuthors = false;
	/** Lines that name what the line below tells. */
	readonly #fields: ReadonlySet<number>;
	/** The last of them, as long as what it names goes on. */
	#field: string | undefined;
	/** With which sort of marker the last heading begins. */
	#numbering: string | undefined;
	#notes = false;
	#references = false;
	/** The page ended in the middle of a sentence. */
	#pageBreak = false;
	/** Inside of the notes at the foot of a page, and what they interrupt. */
	#foot: { readonly above: { block: Block; last: Line } | undefined } | undefined;

	constructor(source: SourceText, sourceLines: readonly SourceLine[]) {
		const { page, furniture, titles, bylines } = pageOf(source, sourceLines);
		this.#page = page;
		const repeated = repeatedLines(page, furniture);
		const around = surroundings(page.lines, { isMarked: (line) => isStructure(page, line), isAside: (line) => repeated.has(line) });
		const front = frontOf(page, { titles, bylines, furniture: new Map([...repeated, ...around]) });
		this.#furniture = new Map(front.furniture);
		this.#titles = [...front.titles];
		this.#bylines = [...front.bylines];
		this.#start = front.start;
		this.#fields = page.wrap === undefined ? fieldsOf(page.lines) : new Set();
		this.#lastProse = page.lines.findLastIndex(({ text, width: columns, number }) => endsText(text) && columns >= 60 && !repeated.has(number) && !around.has(number) && furnitureReason(text) === undefined && !speaksOfPage(text) && !isNoteOfForm(text) && !isCitation(text));
	}

	read(): Layout {
		for (let index = this.#start; index < this.#page.lines.length; index += 1) {
			const line = this.#page.lines[index];
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
		const last = this.#blocks.reduce((furthest, { runs }) => Math.max(furthest, runs.at(-1)?.line ?? 0), 0);
		const isLink = ({ line, text }: Heading): boolean => line > last && last > 0 && !hasFigure(text);
		for (const { line } of this.#headings.filter(isLink)) this.#set(line, 'navigation');
		this.#headings = this.#headings.filter((heading) => !isLink(heading));
	}

	#set(line: number, reason: FurnitureReason): void {
		this.#furniture.set(line, reason);
	}

	#nextAfter(index: number): Line | undefined {
		for (let at = index + 1; at < Math.min(this.#page.lines.length, index + 12); at += 1) {
			const line = this.#page.lines[at];
			if (line && !this.#furniture.has(line.number) && !(furnitureReason(line.text) === 'page-number')) return line;
		}
		return undefined;
	}

	#byline(line: Line): void {
		this.#set(line.number, 'byline');
		this.#bylines.push(line.text);
	}

	/** The title, or all lines of it, standing once more: a running head. */
	#isTitleAgain(text: string): boolean {
		const key = fold(text.replace(/\s*[（(]?[\d０-９]{1,2}[)）]?$/u, ''));
		return key.length >= 6 && (this.#titles.some((title) => fold(title) === key) || (this.#titles.length > 1 && fold(this.#titles.join('')).includes(key) && key.length >= 12));
	}

	#line(line: Line, next: Line | undefined, index: number): void {
		if (this.#fields.has(line.number)) {
			this.#close();
			this.#field = plainHeading(line.text.slice(line.marker?.length ?? 0));
			this.#headings.push({ line: line.number, text: this.#field });
			return;
		}
		if (line.blanksBefore > 0 || line.row !== undefined) this.#field = undefined;
		if (this.#field !== undefined && furnitureReason(line.text) === undefined) {
			if (this.#open !== undefined && continues(this.#page, this.#open.last, line)) this.#append(this.#open.block, line);
			else this.#begin(line, this.#field);
			return;
		}
		const mark = this.#page.marks.get(line.number);
		if (mark?.kind === 'furniture') { this.#set(line.number, mark.reason); return; }
		const heading = mark?.kind === 'heading';
		if (!heading && !line.row) {
			const open = this.#open;
			const cut = open !== undefined && !ended(open.last.text);
			const bare = line.text.replace(/^[◆◇■□●○◎★☆▼▽▶\s]+|[◆◇■□●○◎★☆▲△\s]+$/gu, '').replace(/^[【［\[](.*)[】］\]]$/u, '$1');
			const atEdge = index < 12 || index > this.#page.lines.length * 0.6 || /^[（(].*[)）]$/u.test(line.text);
			const item = line.marker !== undefined && line.width <= 24 ? furnitureReason(line.text.slice(line.marker.length)) : undefined;
			const reason = furnitureReason(line.text) ?? furnitureReason(bare) ?? (item === 'navigation' ? item : undefined) ?? (!cut && (isNoteOfForm(line.text) || (atEdge && speaksOfPage(bare)) || (index > this.#lastProse && isCitation(line.text))) ? 'notice' : undefined) ?? (index > 0 && residueStarts.test(bare) ? 'navigation' : undefined) ?? (!cut && (this.#page.marked || !isHeading(this.#page, line, next, this.#reading())) && tellsNoFact(line.text) ? 'no-fact' : undefined);
			// Inside a sentence, a line is furniture only where nothing but a page number could stand there.
			const number = reason === 'page-number' && (cut ? line.blanksBefore > 0 || /\f/.test(line.raw) || next === undefined || (next.blanksBefore > 0) : true);
			if (number) {
				this.#pageEnds();
				this.#set(line.number, 'page-number'); return;
			}
			if (cut && isRunningHead(this.#page, this.#furniture, line, index)) { this.#set(line.number, 'duplicate'); return; }
			if ((/^[_＿]{5,}$/u.test(line.text) || (isRule(line.text) && pageEndsBelow(this.#page, this.#furniture, index))) && next !== undefined && noteMark.test(next.text)) {
				this.#foot = { above: this.#open };
				this.#close();
				this.#set(line.number, 'end-mark'); return;
			}
			if (this.#foot === undefined && !this.#references && line.blanksBefore > 0 && noteMark.test(line.text) && pageEndsBelow(this.#page, this.#furniture, index) && isCalledAbove(this.#page, line, index)) {
				this.#foot = { above: this.#open };
				this.#close();
			}
			if (!cut && goesOnBeside(this.#page, this.#furniture, line, index)) { this.#set(line.number, 'notice'); return; }
			if (this.#foot !== undefined && line.blanksBefore === 0 && !noteMark.test(line.text) && this.#furniture.get(line.number - 1) === 'notice' && !hasFigure(line.text)) { this.#set(line.number, 'notice'); return; }
			if (this.#foot !== undefined && noteMark.test(line.text)) {
				this.#close();
				if (isCitation(line.text) || (!hasFigure(line.text) && !/(?:19|20)\d\d|[\d０-９]月/u.test(line.text))) { this.#set(line.number, 'notice'); return; }
				this.#begin(line); return;
			}
			if (reason && reason !== 'page-number' && !(cut && !isRule(line.text) && continues(this.#page, open.last, line, this.#pageBreak) && this.#page.wrap !== undefined && isFull(this.#page, open.last, line))) {
				if (residueStarts.test(bare)) this.#residue = true;
				if (this.#lastProse > 0 && index > this.#lastProse && ['navigation', 'byline', 'comment-form', 'read-time'].includes(reason)) this.#behindText = true;
				if (reason !== 'end-mark') this.#close();
				if (reason === 'byline' && index < 20) this.#byline(line);
				this.#set(line.number, reason); return;
			}
			if (!cut && !ended(line.text) && this.#isTitleAgain(line.text)) { this.#set(line.number, 'duplicate'); return; }
			if (this.#residue && !cut && isDateLine(line.text)) { this.#byline(line); return; }
			if (this.#residue && (!ended(line.text) || /(?:\.\.\.|…)$/u.test(line.text)) && line.width <= 160 && (!(hasFigure(line.text) || (line.marker && /\d/.test(line.text.slice(line.marker.length)))) || index > this.#lastProse)) { this.#set(line.number, 'navigation'); return; }
			if (this.#residue && ended(line.text)) this.#residue = false;
			if (this.#behindText && !cut && index > this.#lastWord()) { this.#set(line.number, 'navigation'); return; }
			if (!cut && index < 20 && this.#blocks.length === 0 && !hasFigure(line.text) && !tellsSentence(line.text) && (particulars.test(line.text) || (isLabelled(line) && attendance.test(`${this.#headings.at(-1)?.text ?? ''}:`)))) { this.#byline(line); return; }
			if (this.#blocks.length === 0 && isTags(line.text)) { this.#set(line.number, 'navigation'); return; }
			const unit = unitLine.exec(line.text);
			if (unit && !cut && (next?.row || this.#page.lines[index - 1]?.row)) {
				this.#unit = unit[1] ?? unit[2] ?? unit[3];
				this.#set(line.number, 'table-head'); return;
			}
			if ((!cut || line.blanksBefore > 0 || (this.#page.wrap === undefined && line.width >= 10)) && isDateLine(line.text) || (!cut && this.#isByline(line, index))) { this.#byline(line); return; }
			if (!cut && isCaption(line, this.#page.lines[index - 1])) { this.#set(line.number, 'caption'); return; }
			if (/^\s*\[\^[^\]\s]{1,30}\]:/.test(line.raw) && (!/[\d０-９]/u.test(line.text) || (!hasFigure(line.text) && !/(?:19|20)\d\d|[\d０-９][年月日]/u.test(line.text) && !/\b(?:is|are|was|were|has|have|had|will|[a-z]{3,}ed)\b|[\p{Script=Hiragana}]。$/u.test(line.text)))) { this.#set(line.number, 'notice'); return; }
			if (!cut && (this.#isBlurb(line, index) || (index > 4 && isSignature(line.text)))) { this.#byline(line); return; }
			if (this.#isAboutWriter(line, index) || (!cut && this.#isTrail(line.text))) { this.#set(line.number, this.#isTrail(line.text) ? 'navigation' : 'byline'); return; }
			if (this.#notes && !hasFigure(line.text) && (this.#references || /^(?:\[\d{1,3}\]|[¹²³⁴-⁹]+|\d{1,3}\s)/.test(line.text) || !/(?:19|20)\d\d/.test(line.text)) && !isHeading(this.#page, line, next, this.#reading())) { this.#set(line.number, 'notice'); return; }
			if (this.#aboutAuthors && !hasFigure(line.text) && (!isHeading(this.#page, line, next, this.#reading()) || (line.blanksBefore === 0 && !isNamedHeading(this.#page, line) && !ended(this.#page.lines[index - 1]?.text ?? '.')))) { this.#byline(line); return; }
		}
		if (line.row || isDelimiter(line.text)) { this.#row(line, this.#page.lines[index + 1]); return; }
		if (isNamedHeading(this.#page, line) && index > 0 && (this.#residue || residueStarts.test(plainHeading(line.text)) || sourcesHeading.test(plainHeading(line.text))) && !this.#isTold(index)) {
			this.#residue = true;
			this.#close();
			this.#set(line.number, 'navigation'); return;
		}
		this.#table = undefined;
		this.#unit = undefined;
		const open = this.#open;
		if (!heading && open && continues(this.#page, open.last, line, this.#pageBreak) && !this.#isMarked(line, open)) { this.#append(open.block, line); return; }
		if (heading || isHeading(this.#page, line, next, this.#reading())) {
			this.#heading(line);
			if (next?.row) this.#unit = titleUnit.exec(line.text)?.[1];
			return;
		}
		this.#begin(line);
	}

	/** Whether below a heading, before the next one, anything is told. */
	#isTold(heading: number): boolean {
		for (const line of this.#page.lines.slice(heading + 1)) {
			if (isNamedHeading(this.#page, line)) return false;
			if (line.row || (line.marker && !line.linked && (heading < this.#lastProse || hasFigure(line.text))) || (ended(line.text) && line.width >= 40 && !this.#furniture.has(line.number) && furnitureReason(line.text) === undefined)) return true;
		}
		return false;
	}

	/** “Asha Verma teaches … in Chennai.” at the end: whoever is named above the text. */
	#isAboutWriter({ text }: Line, index: number): boolean {
		if (index < this.#page.lines.length * 0.6 || text.length > 400) return false;
		const names = this.#bylines.flatMap((byline) => [byline, ...(byline.match(/\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}/gu) ?? [])]);
		return names.some((name) => text.startsWith(name) && /^[^.]{0,16}\b(?:is|was|teaches|heads|leads|writes|works|reports|covers|studies)\b/.test(text.slice(name.length)));
	}

	/** Below the end, the name of a writer on a line of its own and, right below it, what they do. */
	#isBlurb(line: Line, index: number): boolean {
		const above = this.#page.lines[index - 1];
		// In the record of a talk, who speaks stands there again and again.
		const text = this.#blocks[0]?.runs[0]?.line ?? 0;
		const isWriter = (named: Line): boolean => people.test(named.text) && !/^by\s/i.test(named.text) && named.number > text && this.#bylines.filter((byline) => byline.includes(named.text)).length > (named === line ? 0 : 1) && !this.#page.lines.some((other) => other !== named && other.text === named.text && other.number > text);
		if (index < this.#page.lines.length * 0.6 || hasFigure(line.text) || /(?:19|20)\d\d/.test(line.text) || line.text.length > 300) return false;
		return isWriter(line) || (above !== undefined && line.blanksBefore === 0 && this.#furniture.get(above.number) === 'byline' && isWriter(above));
	}

	/** The way to the page, its title last: “News / Opinion / Deep tech needs patience”. */
	#isTrail(text: string): boolean {
		const parts = text.split(/\s*[/>›»|｜＞]\s*/u);
		return parts.length >= 2 && parts.slice(0, -1).every((part) => part.length <= 30) && this.#isTitleAgain(parts.at(-1) ?? '');
	}

	/** The name of the writer below a summary, or the place above the date at the end. */
	#isByline(line: Line, index: number): boolean {
		const below = this.#page.lines.slice(index + 1, index + 4);
		if (this.#blocks.length <= 1 && index < 20 && isNameLine(line.text)) return below.some((next) => isDateLine(next.text) || ['byline', 'read-time'].includes(furnitureReason(next.text) ?? ''));
		const [next] = below;
		return index > 4 && next !== undefined && next.number - line.number <= 2 && isDateLine(next.text) && /^\p{Lu}[\p{L}.’' -]{2,28}$/u.test(line.text);
	}

	/** The last line that is more than a tag or furniture. */
	#lastWord(): number {
		this.#told ??= this.#page.lines.findLastIndex((line) => !isTag(line) && !this.#furniture.has(line.number) && furnitureReason(line.text) === undefined);
		return this.#told;
	}

	/** A line that begins with a marker begins an item, unless a sentence runs on into it. */
	#isMarked(line: Line, { last, block }: { block: Block; last: Line }): boolean {
		if (!line.marker) return false;
		if (!ended(block.text) && goesOnCounting(block.text, line.text)) return false;
		const unsure = line.marker.type === '・' || line.marker.type === '1.' || line.marker.type === '1.1' || line.marker.type === '1 ' || line.marker.type === '-' || line.marker.type === 'ー' || line.marker.type === '第';
		const inList = block.kind === 'item' && this.#list.some(({ type }) => type === line.marker?.type);
		return !unsure || inList || ended(last.text) || !isFull(this.#page, last, line);
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

	/** What the page cut in two goes on on the next one, over the notes at its foot. */
	#pageEnds(): void {
		if (this.#foot !== undefined) this.#open = this.#foot.above ?? this.#open;
		this.#foot = undefined;
		this.#pageBreak = true;
	}

	#reading(): Reading {
		return { open: this.#open, list: this.#list, numbering: this.#numbering, heading: this.#headings.at(-1)?.line, pageBreak: this.#pageBreak };
	}

	#close(): void {
		this.#open = undefined;
	}

	#begin(line: Line, field?: string): void {
		const { marker } = line;
		const text = marker ? line.text.slice(marker.length) : line.text;
		const label = dateline.test(text) ? undefined : /^(?:\*\*)?([^:：。.|]{2,60}?)[:：]\s*(?=\S)/u.exec(text)?.[1];
		const run = [...(field === undefined ? [] : [field]), ...(label !== undefined && label.split(/\s+/).length <= 7 ? [label] : [])];
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
		this.#blocks.push(...rowBlocks(line, { heads: this.#table.heads, headings: this.#stack, unit: this.#unit }));
	}
}
