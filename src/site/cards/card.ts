import type { Font } from './font.ts';
import { breakLines, clipLines } from './lines.ts';

/** The picture that stands for a page where a link to it is shared. */
export interface Card {
	/** BCP 47 tag of its language. */
	readonly tag: string;
	readonly site: string;
	/** What sort of page it is; absent for most. */
	readonly kicker?: string | undefined;
	readonly title: string;
	readonly text: string;
	/** The line at the foot. */
	readonly foot: string;
}

/** Colours by the names that they have in `src/styles/tokens.css`. */
export type Colours = Readonly<Record<'paper' | 'ink' | 'muted' | 'line' | 'accent' | 'accent-wash' | 'ochre-wash' | 'mark', string>>;

export const cardSize = { width: 1200, height: 630 } as const;

const margin = 80;
const room = cardSize.width - 2 * margin;
/** From the largest to the least size of a title, with the number of lines that the card has room for. */
const titleSizes = [[80, 2], [68, 3], [58, 3], [50, 4], [42, 5]] as const;

/**
 * Draws a card.
 * @returns SVG in which letters are outlines, so that it looks the same wherever it is rendered
 */
export function drawCard(card: Card, colours: Colours, fonts: { bold: Font; regular: Font }): string {
	const { size, lines } = fitTitle(card, fonts.bold);
	const leading = size * 1.28;
	const top = card.kicker === undefined ? 178 : 222;
	const bottom = top + lines.length * leading;
	const textLines = clipLines(breakLines(card.text, card.tag, fonts.regular, 30, room), Math.max(0, Math.min(2, Math.floor((520 - bottom) / 44))), fonts.regular, 30, room);
	const foot = clipLines(breakLines(card.foot, card.tag, fonts.regular, 26, room), 1, fonts.regular, 26, room);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
		`<rect width="100%" height="100%" fill="${colours.paper}"/>`,
		`<g transform="translate(724 164) scale(17)">${mark(colours['accent-wash'], colours['ochre-wash'])}</g>`,
		`<g transform="translate(${margin - 4} 62) scale(1.75)">${mark(colours.accent, colours.mark)}</g>`,
		drawLine(card.site, margin + 68, 102, 32, colours.ink, fonts.bold),
		...(card.kicker === undefined ? [] : [drawLine(card.kicker, margin, 204, 28, colours.accent, fonts.bold)]),
		...lines.map((part, index) => drawLine(part, margin, top + leading * index + size * 0.98, size, colours.ink, fonts.bold)),
		...textLines.map((part, index) => drawLine(part, margin, bottom + 42 + index * 44, 30, colours.muted, fonts.regular)),
		`<rect x="${margin}" y="540" width="${room}" height="2" fill="${colours.line}"/>`,
		...foot.map((part) => drawLine(part, margin, 586, 26, colours.accent, fonts.regular)),
		'</svg>',
	].join('');
}

function fitTitle({ title, tag }: Card, font: Font): { size: number; lines: string[] } {
	for (const [size, count] of titleSizes) {
		const lines = breakLines(title, tag, font, size, room);
		if (lines.length <= count) return { size, lines };
	}
	const [size, count] = titleSizes[titleSizes.length - 1] ?? [42, 5];
	return { size, lines: clipLines(breakLines(title, tag, font, size, room), count, font, size, room) };
}

/** The two circles of the guide, in a field of 32 × 32. */
export const mark = (first: string, second: string): string =>
	`<circle cx="12" cy="16" r="10" fill="${first}"/><path d="M17.5 7.6a10 10 0 1 1 0 16.8 10 10 0 0 0 0-16.8Z" fill="${second}"/>`;

function drawLine(text: string, x: number, y: number, size: number, fill: string, font: Font): string {
	let at = x;
	const path = [...text].map((character) => {
		const outline = font.outline(character, at, y, size);
		at += (font.advance(character) ?? 1) * size;
		return outline;
	});
	return `<path fill="${fill}" d="${path.join('')}"/>`;
}
