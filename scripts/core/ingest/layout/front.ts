import { fold, japanese } from '../clean.ts';
import { attendance, documentLabel, particulars, partHeading, sectionWords } from '../data/furniture.ts';
import { furnitureReason, isDateLine, isNameLine, isThin } from '../furniture.ts';
import { ended, isEntry, type Line } from '../lines.ts';
import { sentenceSpans } from '../sentences.ts';
import type { FurnitureReason } from '../source.ts';
import { isMenuRow, isTicker } from '../surroundings.ts';
import { continues, continuesWrapped, isFull, type Page } from './page.ts';
import { hasFigure, isCaption, isDatedAside, isShouted, plainHeading, tellsSentence } from './shapes.ts';

/** What stands before the text of a document: its titles, who wrote it and when, and what of the page is above them. */

export interface Front {
	readonly titles: readonly string[];
	readonly bylines: readonly string[];
	readonly furniture: ReadonlyMap<number, FurnitureReason>;
	/** The index of the first line of the text. */
	readonly start: number;
}

/** @param before what is set aside already, and what the document says about itself */
export function frontOf(page: Page, before: Omit<Front, 'start'>): Front {
	const reader = new FrontReader(page, before);
	const start = reader.read();
	return { titles: reader.titles, bylines: reader.bylines, furniture: reader.furniture, start };
}

class FrontReader {
	readonly titles: string[];
	readonly bylines: string[];
	readonly furniture: Map<number, FurnitureReason>;
	readonly #page: Page;
	/** Inside of the list of those who took part. */
	#attending = false;

	constructor(page: Page, { titles, bylines, furniture }: Omit<Front, 'start'>) {
		this.#page = page;
		this.titles = [...titles];
		this.bylines = [...bylines];
		this.furniture = new Map(furniture);
	}

	#set(line: Line, reason: FurnitureReason): void {
		this.furniture.set(line.number, reason);
	}

	/** Title, byline, date, reading time: what stands before the text. Returns the index of the first line of the text. */
	read(): number {
		const isProse = (line: Line, index: number): boolean => {
			if (line.marker || line.row) return true;
			if (ended(line.text) && line.width >= 50) return true;
			if (line.width > 150) return true;
			if (isEntry(line.text)) return true;
			const next = this.#page.lines[index + 1];
			return this.titles.length > 0 && next !== undefined && isFull(this.#page, line, next) && continues(this.#page, line, next);
		};
		let index = 0;
		const limit = Math.min(this.#page.lines.length, 60);
		for (; index < limit; index += 1) {
			const line = this.#page.lines[index];
			if (!line) break;
			if (this.furniture.has(line.number)) continue;
			const mark = this.#page.marks.get(line.number);
			const heading = mark?.kind === 'heading' || /^#{1,6}\s/.test(line.text);
			if (mark?.kind === 'furniture') {
				this.#set(line, mark.reason);
				continue;
			}
			const text = plainHeading(line.text);
			const bare = line.text.slice(line.marker?.length ?? 0);
			const reason = furnitureReason(line.text) ?? (line.marker !== undefined && line.width <= 60 && ['byline', 'navigation'].includes(furnitureReason(bare) ?? '') ? furnitureReason(bare) : undefined);
			if (reason === 'byline' || isDateLine(line.text) || this.#isDated(line) || this.#isParticular(line)) this.#byline(line);
			else if (this.#isSecondLine(line, index)) this.#title(line, text);
			else if (this.#isLetterhead(line, this.#page.lines[index - 1])) this.#byline(line);
			else if (this.titles.every((title) => isThin(title) || documentLabel.test(title)) && !line.row && !line.marker && (isMenuRow(line.raw, line.text) || isTicker(line.text))) this.#set(line, 'navigation');
			else if (isCaption(line, this.#page.lines[index - 1])) this.#set(line, 'caption');
			else if (reason && !(reason === 'end-mark' && this.titles.length === 0 && heading)) this.#set(line, reason);
			else if ([...(this.#page.hints.title === undefined ? [] : [this.#page.hints.title]), ...this.titles].some((title) => fold(text) === fold(title))) this.#title(line, text);
			else if (this.titles.length > 0 && !line.marker && !line.row && isDatedAside(line) && ![this.#page.lines[index - 1], this.#page.lines[index + 1]].some((other) => other !== undefined && isDatedAside(other))) this.#byline(line);
			else if (this.titles.length > 0 && this.#page.shouts && isShouted(line) && !/[.。]$/u.test(text) && !sectionWords.test(text) && !/^\d+(?:\.\d+)*\s/.test(text)) this.#title(line, text);
			else if (this.titles.length > 0 && /^[\d０-９]{1,2} +(?=\p{Lu}\p{Ll}|[\p{Script=Han}\p{Script=Katakana}])/u.test(line.text) && this.#page.lines.slice(index + 1).some((other) => other.text.startsWith(`${Number.parseInt(line.text.normalize('NFKC'), 10) + 1} `))) return index;
			else if (this.titles.length > 0 && !heading && !line.text.startsWith('【') && !sectionWords.test(text) && isNameLine(text)) this.#byline(line);
			else if (this.#standsBeforeByline(line, index)) this.#title(line, text);
			else if (heading) {
				if ((this.titles.length > 0 && !(/^#\s/.test(line.text) && this.#page.lines.filter((other) => /^#\s/.test(other.text)).length === 1)) || !(this.#isTitleLike(text))) return index;
				this.#title(line, text);
			} else if (this.#isDeck(line, index)) this.#title(line, text);
			else if (line.marker !== undefined && isThin(bare) && !hasFigure(bare) && this.titles.every(isThin) && this.#titleBelow(index, 'dated')) this.#set(line, 'navigation');
			else if (sectionWords.test(text) || partHeading.test(text)) return index;
			else if (isProse(line, index)) {
				// A first line that is not a sentence is a title, however long.
				if (this.titles.length === 0 && index === this.#firstText() && !ended(line.text) && !tellsSentence(text) && !line.row && !line.marker && line.width <= 320 && !continuesWrapped(this.#page, index)) this.#title(line, text);
				else return index;
			} else if (tellsSentence(text) || (japanese.test(text) && /[、，]$/u.test(text))) {
				// However short: a sentence is no title.
				return index;
			} else if (this.titles.length > 0 && this.titles.every(isThin) && isThin(text) && !hasFigure(text) && this.#titleBelow(index)) this.#set(line, 'navigation');
			else if (this.titles.every((title) => documentLabel.test(title) || (isThin(title) && !isThin(text))) || (this.titles.length > 0 && /^[（(].{2,40}[)）]$/u.test(text))) this.#title(line, text);
			else return index;
		}
		return index;
	}

	/** When, where and among whom, as the head of minutes and of letters has it, on a line each; what is broken goes on indented. */
	#isParticular({ text: written, number, indent, blanksBefore, row, marker }: Line): boolean {
		// “3. 参加者：”, and below it who they are.
		const text = written.replace(/^[\d０-９]{1,2}\s?[.．、)）]\s*/u, '');
		const isSaid = tellsSentence(written) || hasFigure(written) || row !== undefined;
		const isNamed = marker !== undefined || /^[^。:：]{1,16}[:：]\s?\S/u.test(written) || (this.#page.wrap !== undefined && blanksBefore === 0);
		if (this.#attending && !isSaid && isNamed && text === written && !/^#/.test(written)) return true;
		this.#attending = !isSaid && this.titles.length > 0 && attendance.test(text);
		const goesOn = indent >= 4 && blanksBefore === 0 && this.furniture.get(number - 1) === 'byline' && particulars.test(this.bylines.find((line) => particulars.test(line)) ?? '');
		return this.titles.length > 0 && !tellsSentence(text) && !hasFigure(text) && (particulars.test(text) || goesOn);
	}

	/** Right below a headline that a paragraph of a newspaper follows, set apart and set in: its second line. */
	#isSecondLine(line: Line, index: number): boolean {
		const [above, next] = [this.#page.lines[index - 1], this.#page.lines[index + 1]];
		return above !== undefined && next !== undefined && this.#page.wrap !== undefined && this.titles.length === 1 && this.furniture.get(above.number) === 'title' && line.blanksBefore === 0 && next.blanksBefore > 0 && next.raw.startsWith('　') && line.indent === 0 && line.marker === undefined && line.row === undefined && line.width <= 48 && !/[。、，：:]$/u.test(line.text);
	}

	/**
	 * Whether the title is still to come: a line longer than the words of a site, and no sentence, above the text.
	 * @param dated only where the date stands between it and the text
	 */
	#titleBelow(index: number, dated?: 'dated'): boolean {
		if (this.#page.wrap !== undefined) return false;
		const isWord = ({ text, marker }: Line): boolean => marker !== undefined && isThin(text.slice(marker.length));
		const below = this.#page.lines.slice(index + 1, index + 25).filter((line) => !this.furniture.has(line.number) && !(dated !== undefined && isWord(line)));
		const text = below.findIndex(({ text: next, width: columns, marker, row }) => marker !== undefined || row !== undefined || (ended(next) && columns >= 60));
		const above = below.slice(0, text < 0 ? below.length : text);
		const title = above.findIndex(({ text: next, width: columns }) => !isThin(next) && columns >= 34 && columns <= 200 && !ended(next) && !tellsSentence(next) && !isDateLine(next) && furnitureReason(next) === undefined && !sectionWords.test(next));
		return title >= 0 && (dated === undefined || above.slice(title).some((line) => isDateLine(line.text)));
	}

	/** The office that writes, below the date at the right edge. */
	#isLetterhead({ text, indent, blanksBefore, marker, row }: Line, above: Line | undefined): boolean {
		return above !== undefined && this.titles.length > 0 && indent >= 24 && above.indent >= 24 && blanksBefore === 0 && marker === undefined && row === undefined && !ended(text) && this.furniture.get(above.number) === 'byline';
	}

	/** A sentence without its full stop between the byline and the text. */
	#isDeck(line: Line, index: number): boolean {
		const next = this.#page.lines[index + 1];
		return this.titles.length > 0 && this.#page.wrap === undefined && next !== undefined && ended(next.text) && next.width >= 80 && !line.marker && !line.row && !ended(line.text) && line.width <= 150 && line.blanksBefore > 0 && next.blanksBefore > 0 && line.text.split(/\s+/).length >= 8 && !hasFigure(line.text) && /\b(?:is|are|was|were|has|have|had|will|would|can|could|remains?|says?|said|wants?|needs?|seeks?|plans?|aims?)\b/.test(line.text);
	}

	/** “A tracker of the forum. Updated 9 January 2026.” */
	#isDated({ text, width: columns }: Line): boolean {
		const date = /\b(?:updated|published|posted|issued|released|answered|dated)(?:\s+on)?\s*:?\s+([^:]{6,30}?)\.?$/iu.exec(text)?.[1];
		return this.titles.length > 0 && columns <= 120 && date !== undefined && isDateLine(date);
	}

	#firstText(): number {
		return this.#page.lines.findIndex((line) => !this.furniture.has(line.number) && this.#page.marks.get(line.number)?.kind !== 'furniture' && furnitureReason(line.text) === undefined && !isDateLine(line.text));
	}

	#isTitleLike(text: string): boolean {
		return !sectionWords.test(text) && text.length >= 4;
	}

	/** Titles and subtitles, which are no sentences, stand before the byline or the date. */
	#standsBeforeByline(line: Line, index: number): boolean {
		const untold = (above: Line): boolean => above.marker === undefined && above.row === undefined && !sectionWords.test(above.text) && sentenceSpans(above.text).length === 1 && !ended(above.text.replace(/[!?！？]$/, '')) && !/[.．。:：]["”’)）]*$/u.test(above.text) && !isEntry(above.text) && !continuesWrapped(this.#page, this.#page.places.get(above.number) ?? -1);
		if (this.bylines.some(isDateLine) || !untold(line)) return false;
		for (const next of this.#page.lines.slice(index + 1, index + 6)) {
			const reason = furnitureReason(next.text);
			if (reason === 'byline' || reason === 'read-time' || isDateLine(next.text) || isNameLine(next.text)) return true;
			if (reason === undefined && !untold(next)) return false;
		}
		return false;
	}

	#title(line: Line, text: string): void {
		this.#set(line, 'title');
		const above = this.titles.at(-1);
		// A title that is broken goes on in small letters.
		if (above !== undefined && line.blanksBefore === 0 && (/^\p{Ll}/u.test(text) || /[:：]$/u.test(above)) && this.furniture.get(line.number - 1) === 'title') this.titles[this.titles.length - 1] = `${above} ${text}`;
		// So is what is centred below it and says what sort of paper it is.
		else if (above !== undefined && line.blanksBefore === 0 && line.indent > 0 && /^(?:議事(?:概要|録|要旨)|(?:結果|開催)概要|報告書)$/u.test(text) && this.furniture.get(line.number - 1) === 'title') this.titles[this.titles.length - 1] = `${above}　${text}`;
		else this.titles.push(text);
	}

	#byline(line: Line): void {
		this.#set(line, 'byline');
		this.bylines.push(line.text);
	}
}
