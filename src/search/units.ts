import { fold, gaps, type Char, type CharScript, type Gap } from './fold.ts';
import { measures, numberWords } from './numbers.ts';
import { stem } from './words.ts';

/**
 * A text as the index sees it: words of Latin letters and digits, and single characters of every script that writes
 * without spaces. One unit is one position in the index.
 */
export interface Unit {
	/** Equal keys are equal words. */
	readonly key: string;
	/** The word as folded, before its ending was taken off; for a character, the character. */
	readonly surface: string;
	readonly kind: 'word' | 'char';
	readonly script: CharScript;
	readonly from: number;
	readonly to: number;
	/** What stands between this unit and the one before. */
	readonly gap: Gap;
	/** Joined to the unit before by a hyphen, as in semi-conductor. */
	readonly hyphened: boolean;
}

const numerals = '〇一二三四五六七八九';
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const isNumeral = (char: Char | undefined): char is Char => char?.script === 'han' && (numerals.includes(char.char) || tens[char.char] !== undefined);
const isWordChar = (char: Char): boolean => char.script === 'latin' || char.script === 'digit';

/** Cuts a text into units. */
export function toUnits(text: string): Unit[] {
	const chars = fold(text);
	const units: Unit[] = [];
	for (let at = 0; at < chars.length; ) {
		const first = chars[at] as Char;
		if (isWordChar(first)) {
			const end = wordEnd(chars, at);
			let surface = first.char;
			for (let inside = at + 1; inside < end; inside += 1) {
				const { between, script, char } = chars[inside] as Char;
				surface += between === '.' && script === 'digit' ? `.${char}` : char;
			}
			const plain = withoutPossessive(chars, at, end, surface);
			units.push(word(plain, first, chars[end - 1] as Char));
			// NTT’s data centre is not NTT DATA.
			const next = chars[end];
			if (plain !== surface && next) chars[end] = { ...next, gap: gaps.hard };
			at = end;
		} else if (isNumeral(first)) {
			let end = at + 1;
			while (isNumeral(chars[end]) && chars[end]?.gap === gaps.none) end += 1;
			units.push(word(String(readNumerals(chars.slice(at, end).map(({ char }) => char))), first, chars[end - 1] as Char));
			at = end;
		} else {
			const { char, script, from, to, gap } = first;
			units.push({ key: char, surface: char, kind: 'char', script, from, to, gap, hyphened: false });
			at += 1;
		}
	}
	return joinMeasures(units);
}

/** Where the word that begins at `start` ends. Some signs stand inside a word: 2.0, 1,050, R&D, o’clock. */
function wordEnd(chars: readonly Char[], start: number): number {
	let end = start + 1;
	for (; end < chars.length; end += 1) {
		const char = chars[end] as Char;
		const before = chars[end - 1] as Char;
		if (!isWordChar(char)) break;
		if (char.gap === gaps.none) continue;
		const digits = char.script === 'digit' && before.script === 'digit';
		if (digits && char.between === '.') continue;
		if (digits && char.between === ',' && groupLength(chars, end) === 3) continue;
		if (/^['’‘ʼ]$/u.test(char.between)) continue;
		if (char.between === '&' && end - start <= 2) continue;
		if (char.between === '.' && isInitial(chars, end - 1) && isInitial(chars, end)) continue;
		break;
	}
	return end;
}

/** A letter by itself, as in U.P. */
const isInitial = (chars: readonly Char[], at: number): boolean =>
	chars[at]?.script === 'latin' && (at === 0 || (chars[at]).gap !== gaps.none) && (chars[at + 1] === undefined || !isWordChar(chars[at + 1] as Char) || (chars[at + 1] as Char).gap !== gaps.none);

function groupLength(chars: readonly Char[], start: number): number {
	let length = 1;
	while (chars[start + length]?.script === 'digit' && chars[start + length]?.gap === gaps.none) length += 1;
	return length;
}

function withoutPossessive(chars: readonly Char[], start: number, end: number, surface: string): string {
	const last = chars[end - 1] as Char;
	return end - start > 1 && last.char === 's' && /^['’‘ʼ]$/u.test(last.between) ? surface.slice(0, -1) : surface;
}

function word(surface: string, first: Char, last: Char): Unit {
	const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(surface)?.[1];
	const key = ordinal ?? numberWords.get(surface) ?? stem(surface);
	return {
		key,
		surface,
		kind: 'word',
		script: /^\d/.test(key) ? 'digit' : 'latin',
		from: first.from,
		to: last.to,
		gap: first.gap,
		hyphened: first.gap === gaps.soft && /^[-‐‑–−]$/u.test(first.between),
	};
}

/** 八, 二〇二五, 二十一: digit by digit, or with the words for ten, a hundred and a thousand. */
function readNumerals(chars: readonly string[]): number | string {
	if (!chars.some((char) => tens[char] !== undefined)) return chars.map((char) => numerals.indexOf(char)).join('');
	let total = 0;
	let digit = 0;
	for (const char of chars) {
		const ten = tens[char];
		if (ten === undefined) digit = digit * 10 + numerals.indexOf(char);
		else {
			total += (digit || 1) * ten;
			digit = 0;
		}
	}
	return total + digit;
}

/** 400 MW, 400MW and 400メガワット are one word. */
function joinMeasures(units: readonly Unit[]): Unit[] {
	const joined: Unit[] = [];
	for (let at = 0; at < units.length; at += 1) {
		const unit = units[at] as Unit;
		if (unit.kind === 'word' && /^\d[\d.]*$/.test(unit.key)) {
			const { end, measure } = measureAfter(units, at + 1);
			const last = units[end - 1];
			if (measure !== undefined && last !== undefined) {
				joined.push({ ...unit, key: unit.key + measure, surface: unit.surface + measure, to: last.to });
				at = end - 1;
				continue;
			}
		}
		joined.push(unit);
	}
	return joined;
}

const longestMeasure = 8;

function measureAfter(units: readonly Unit[], start: number): { end: number; measure?: string } {
	let text = '';
	let found: { end: number; measure?: string } = { end: start };
	for (let at = start; at < Math.min(units.length, start + longestMeasure); at += 1) {
		const unit = units[at] as Unit;
		if (unit.gap === gaps.hard) break;
		text += unit.surface;
		const measure = measures.get(text);
		if (measure !== undefined) found = { end: at + 1, measure };
	}
	return found;
}

/** What a unit adds to a key: a bracket or the like inside a name is part of it, so that NTT’s data is not NTT DATA. */
export const keyPart = ({ key, gap }: Unit, isFirst: boolean): string => (gap === gaps.hard && !isFirst ? `|${key}` : key);

/** The keys of a text put together: two texts with the same are the same to the search. */
export const joinedKey = (units: readonly Unit[]): string => units.map((unit, at) => keyPart(unit, at === 0)).join('');
