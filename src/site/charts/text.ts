import { phrases } from '../phrases.ts';
import type { Box, Label } from './scene.ts';

/** Nothing can be measured when the site is built, so the width of a text is estimated, on the safe side. */

/** Size of all text in a picture, and the distance of its lines. */
export const textSize = 13;
export const lineHeight = 16;

const widths: readonly (readonly [RegExp, number])[] = [
	[/[iljtfrI.,:;'’|!()[\]· /-]/u, 0.4],
	[/[mwMW@%—]/u, 0.95],
	[/[A-Z&$₹¥]/u, 0.74],
	[/[\p{L}\p{N}\p{P}\p{S}]/u, 0.6],
];
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60ー・〜]/u;

/** @example textWidth('東京') // => 26 */
export const textWidth = (text: string): number =>
	[...text].reduce((sum, character) => sum + textSize * (wide.test(character) ? 1 : (widths.find(([kind]) => kind.test(character))?.[1] ?? 1)), 0);

/**
 * Breaks a text into lines no wider than `width`: at spaces, or at phrases where the language has none, and within a
 * word only if it is wider than a line.
 * @param tag the language of the text
 */
export function wrap(text: string, width: number, tag: string): string[] {
	const pieces = phrases(text, tag, Math.floor(width / textSize)).flatMap((phrase) => phrase.split(/(?<= )/u)).flatMap((piece) => cut(piece, width));
	return pieces.reduce<string[]>((lines, piece) => {
		const last = lines.at(-1);
		return last !== undefined && textWidth((last + piece).trimEnd()) <= width ? [...lines.slice(0, -1), last + piece] : [...lines, piece];
	}, []).map((line) => line.trim());
}

/** What no Japanese line begins with: marks that end, the long vowel and small kana (JIS X 4051). */
const neverFirst = /^[・：；、。，．！？…〜ー々）」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョヮ]$/u;

/** Cuts a word that is wider than a line into parts of about the same width, so that no character is left alone. */
function cut(piece: string, width: number): string[] {
	const whole = textWidth(piece.trimEnd());
	if (whole <= width) return [piece];
	const room = Math.min(width, whole / Math.ceil(whole / width) + textSize);
	return [...piece].reduce<string[]>((parts, character) => {
		const last = parts.at(-1);
		if (last === undefined) return [character];
		const before = parts.slice(0, -1);
		if (textWidth(last + character) <= room) return [...before, last + character];
		return neverFirst.test(character) && last.length > 1 ? [...before, last.slice(0, -1), last.slice(-1) + character] : [...parts, character];
	}, []);
}

/** The room that a label takes. */
export function labelBox({ x, y, lines, anchor }: Label): Box {
	const width = Math.max(...lines.map(textWidth));
	const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
	return { left, top: y - textSize, right: left + width, bottom: y + (lines.length - 1) * lineHeight + 3 };
}
