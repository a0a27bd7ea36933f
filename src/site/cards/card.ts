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

/** A line of text in its place: `y` is the line it stands on. */
export interface TextLine {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly colour: keyof Colours;
	readonly weight: keyof Fonts;
}

export type Fonts = Readonly<Record<'bold' | 'regular', Font>>;

/** The text of a card, in its place. */
export function layOut(card: Card, fonts: Fonts): TextLine[] {
	const { size, lines } = fitTitle(card, fonts.bold);
	const leading = size * 1.28;
	const top = card.kicker === undefined ? 178 : 222;
	const bottom = top + lines.length * leading;
	const textLines = clipLines(breakLines(card.text, card.tag, fonts.regular, 30, room), Math.max(0, Math.min(2, Math.floor((520 - bottom) / 44))), fonts.regular, 30, room);
	const foot = clipLines(breakLines(card.foot, card.tag, fonts.regular, 26, room), 1, fonts.regular, 26, room);
	return [
		{ text: card.site, x: margin + 68, y: 102, size: 32, colour: 'ink', weight: 'bold' },
		...(card.kicker === undefined ? [] : [{ text: card.kicker, x: margin, y: 204, size: 28, colour: 'accent', weight: 'bold' } as const]),
		...lines.map((text, index) => ({ text, x: margin, y: top + leading * index + size * 0.98, size, colour: 'ink', weight: 'bold' }) as const),
		...textLines.map((text, index) => ({ text, x: margin, y: bottom + 42 + index * 44, size: 30, colour: 'muted', weight: 'regular' }) as const),
		...foot.map((text) => ({ text, x: margin, y: 586, size: 26, colour: 'accent', weight: 'regular' }) as const),
	];
}

/** What is the same on every card, as SVG: paper, the mark, and the line above the foot. */
export const ground = (colours: Colours): string =>
	[
		`<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
		`<rect width="100%" height="100%" fill="${colours.paper}"/>`,
		`<g transform="translate(724 164) scale(17)">${mark(colours['accent-wash'], colours['ochre-wash'])}</g>`,
		`<g transform="translate(${margin - 4} 62) scale(1.75)">${mark(colours.accent, colours.mark)}</g>`,
		`<rect x="${margin}" y="540" width="${room}" height="2" fill="${colours.line}"/>`,
		'</svg>',
	].join('');

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
