import { phrases } from '../phrases.ts';
import type { Font } from './font.ts';

/** Text broken into lines of a picture, which no browser does for us. */

/** A character that the font lacks is as wide as a full one, so that the line is rather too short than too long. */
export const widthOf = (text: string, font: Font, size: number): number => [...text].reduce((width, character) => width + (font.advance(character) ?? 1) * size, 0);

/** Parts that stay on one line: words with the space after them, or phrases; those too long for a line fall into characters. */
function unbroken(text: string, tag: string, fits: (part: string) => boolean): string[] {
	const parts = phrases(text, tag).flatMap((phrase) => phrase.match(/\S+\s*|\s+/gu) ?? []);
	return parts.flatMap((part) => (fits(part) ? [part] : [...part]));
}

/**
 * Breaks a text into lines.
 * @param tag its language, which says where a line may end
 * @param width the room for a line
 */
export function breakLines(text: string, tag: string, font: Font, size: number, width: number): string[] {
	const fits = (line: string): boolean => widthOf(line.trimEnd(), font, size) <= width;
	const lines: string[] = [];
	let line = '';
	for (const part of unbroken(text, tag, fits)) {
		if (line !== '' && !fits(line + part)) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += part;
	}
	return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The first lines; the last of them ends in an ellipsis where more follows, and still fits. */
export function clipLines(lines: readonly string[], count: number, font: Font, size: number, width: number): string[] {
	if (lines.length <= count || count <= 0) return lines.slice(0, Math.max(0, count));
	const kept = lines.slice(0, count);
	const last = [...(kept.pop() ?? '')];
	while (last.length > 0 && widthOf(`${last.join('')}…`, font, size) > width) last.pop();
	return [...kept, `${last.join('').replace(/[\s、。，．,.;:–—-]+$/u, '')}…`];
}
