import { furnitureReason, isNoteOfForm, speaksOfPage } from '../furniture.ts';
import { ended, type Line } from '../lines.ts';
import type { FurnitureReason } from '../source.ts';
import { continues, isFull, type Page } from './page.ts';
import { hasFigure } from './shapes.ts';

/** Where a page ends, and what stands at its edge: running heads, notes, and the rest of a notice. */

/** Words set apart behind the number of the page, in the middle of a sentence that goes on below them. */
export function isRunningHead(page: Page, furniture: ReadonlyMap<number, FurnitureReason>, line: Line, index: number): boolean {
	const [above, below] = [page.lines[index - 1], page.lines[index + 1]];
	return above !== undefined && below !== undefined && furniture.get(above.number) === 'page-number' && line.blanksBefore === 0 && below.blanksBefore > 0 && line.marker === undefined && below.marker === undefined && !ended(line.text) && !/[、，,]$/u.test(line.text) && line.width <= 80 && !isFull(page, line, below) && !hasFigure(line.text);
}

/** Whether the end of a page stands close below. */
export function pageEndsBelow(page: Page, furniture: ReadonlyMap<number, FurnitureReason>, index: number): boolean {
	return page.lines.slice(index + 1, index + 9).some(({ raw, text, number }) => /\f/.test(raw) || furniture.get(number) === 'page-number' || furnitureReason(text) === 'page-number');
}

/** Whether the mark of a note stands behind a word of the page above it. */
export function isCalledAbove(page: Page, { text }: Line, index: number): boolean {
	const mark = /^[^\s)）]+/.exec(text)?.[0] ?? '';
	const called = new RegExp(String.raw`[\p{L}.,。、”’)）]${mark.replace(/[*†‡]/g, String.raw`\$&`)}(?:[\s。、]|$)`, 'u');
	return page.lines.slice(Math.max(0, index - 45), index).some(({ raw }) => raw.includes(mark) && called.test(raw));
}

/** The rest of a notice that is broken over two lines. */
export function goesOnBeside(page: Page, furniture: ReadonlyMap<number, FurnitureReason>, line: Line, index: number): boolean {
	const above = page.lines[index - 1];
	return above !== undefined && furniture.get(above.number) === 'notice' && above.row === undefined && !ended(above.text) && line.blanksBefore === 0 && isFull(page, above, line) && continues(page, above, line) && line.marker === undefined && !hasFigure(line.text) && (speaksOfPage(`${above.text} ${line.text}`) || isNoteOfForm(above.text + line.text));
}
