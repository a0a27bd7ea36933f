import { fold } from '../clean.ts';
import { furnitureReason } from '../furniture.ts';
import { countedLines, ended, type Line } from '../lines.ts';
import { sentenceSpans } from '../sentences.ts';
import type { FurnitureReason } from '../source.ts';
import { isStructure, type Page } from './page.ts';

/** What stands more than once: the heads and feet of pages, captions and teasers that say what the text says. */

/** Running heads, and passages that stand a second time as a caption or a teaser. */
export function repeatedLines(page: Page, before: ReadonlyMap<number, FurnitureReason>): Map<number, FurnitureReason> {
	const found = new Map(before);
	const byText = new Map<string, Line[]>();
	const bySentence = new Map<string, Map<number, number>>();
	const sentencesOf = new Map<Line, string[]>();
	for (const line of page.lines) {
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
	const at = new Map(page.lines.map((line, index) => [line, index]));
	const apart = page.lines.filter(({ blanksBefore }) => blanksBefore > 0).length > page.lines.length * 0.6;
	for (const { number } of countedLines(page.lines)) found.set(number, 'page-number');
	const isNumber = (line: Line | undefined): boolean => line !== undefined && (found.get(line.number) === 'page-number' || furnitureReason(line.text) === 'page-number');
	const atEdge = (line: Line): boolean => {
		const index = at.get(line) ?? 0;
		return index === 0 || /\f/.test(line.raw) || isNumber(page.lines[index - 1]) || isNumber(page.lines[index + 1]);
	};
	const begins = (line: Line): boolean => page.wrap === undefined || ended(page.lines[(at.get(line) ?? 0) - 1]?.text ?? '.');
	for (const [key, lines] of byText) {
		const [first] = lines;
		if (!first) continue;
		// A running head or foot stands at the edge of its pages, three times or more.
		const short = key.length >= 3 && first.width <= 100 && !ended(first.text) && !first.marker && !isStructure(page, first.number);
		if (lines.length >= 3 && short && lines.every((line) => (!apart && line.blanksBefore > 0) || atEdge(line))) for (const line of lines.slice(first === page.lines[0] ? 1 : 0)) found.set(line.number, 'duplicate');
		// Where a page visibly begins or ends, the second time is enough.
		else if (lines.length >= 2 && short && lines.slice(1).every((line) => /\f/.test(line.raw) || isNumber(page.lines[(at.get(line) ?? 0) - 1]) || isNumber(page.lines[(at.get(line) ?? 0) + 1]))) for (const line of lines.slice(first === page.lines[0] || !atEdge(first) ? 1 : 0)) found.set(line.number, 'duplicate');
		else if (lines.length >= 2 && key.length >= 40 && ended(first.text)) for (const line of lines.slice(1)) if (begins(line)) found.set(line.number, 'duplicate');
	}
	repeatedStretches(page, byText, found);
	for (const line of page.lines) {
		const sentences = sentencesOf.get(line) ?? [];
		if (found.has(line.number) || !ended(line.text) || fold(line.text).length < 40) continue;
		const elsewhere = sentences.every((sentence) => [...(bySentence.get(sentence) ?? [])].some(([number, count]) => number !== line.number && count > sentences.length && !found.has(number)));
		if (sentences.length > 0 && elsewhere) found.set(line.number, 'duplicate');
	}
	return found;
}

/** Three lines or more that stand word for word, one after the other, where they stood before: the foot of each page. */
function repeatedStretches(page: Page, byText: ReadonlyMap<string, readonly Line[]>, found: Map<number, FurnitureReason>): void {
	const indexOf = new Map(page.lines.map((line, index) => [line, index]));
	const same = (a: Line | undefined, b: Line | undefined): boolean => a !== undefined && b !== undefined && !a.row && !a.marker && fold(a.text) === fold(b.text);
	for (let index = 1; index < page.lines.length; index += 1) {
		const line = page.lines[index];
		const [first] = line && !line.row ? (byText.get(fold(line.text)) ?? []) : [];
		const start = first && indexOf.get(first);
		if (start === undefined || start >= index) continue;
		let count = 0;
		while (start + count < index && same(page.lines[start + count], page.lines[index + count])) count += 1;
		if (count < 3) continue;
		for (const again of page.lines.slice(index, index + count)) found.set(again.number, 'duplicate');
		index += count - 1;
	}
}
