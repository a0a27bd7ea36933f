/**
 * Folding: what a reader types and what a text says are brought to one form, so that differences of width, case, kana,
 * dots, long vowels and kinds of digit do not count. Every folded character remembers the place it came from, so that a
 * mark can be set on the raw text.
 */

/** What a folded character is. `hira` and `kata` tell how the kana was written; folded, both are hiragana. */
export type CharScript = 'latin' | 'digit' | 'hira' | 'kata' | 'han' | 'letter';

export interface Char {
	readonly char: string;
	readonly script: CharScript;
	/** Range in the raw text, in UTF-16 units. */
	readonly from: number;
	readonly to: number;
	/** What stood between this and the character before: nothing; a dot, hyphen or space; or anything stronger. */
	readonly gap: Gap;
	/** The character between, where the gap is one character: rules for numbers and abbreviations need it. */
	readonly between: string;
}

export const gaps = { none: 0, soft: 1, hard: 2 } as const;
export type Gap = (typeof gaps)[keyof typeof gaps];

const soft = /^[\s\u00ad\u200b-\u200d\u2060\ufeff\-\u2010-\u2015\u2212~.,'’‘ʼ&·•‧・＝=_/]+$/u;
const longVowel = /^[ーｰ]$/u;
const hyphen = /^[-‐-―−－]$/u;

/** Kana that differ in size or in how a foreign sound is written, and old or rare forms of a kanji. */
const variants: Readonly<Record<string, string>> = {
	...pairs('ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかか'),
	...pairs('ぢづゐゑを', 'じずいえお'),
	...pairs('靭溜髙﨑嵜齋齊斉澤國廣濱邊邉發會學經濟鑛鉱獨產壓驗轉變', '靱留高崎崎斎斎斎沢国広浜辺辺発会学経済鉱鉱独産圧験転変'),
	箇: 'か',
};

/** ヴァ and バ, ヴィ and ビ … after small kana have become large. */
const vu: Readonly<Record<string, string>> = { ...pairs('あいえお', 'ばびべぼ') };

function pairs(from: string, to: string): Record<string, string> {
	const targets = Array.from(to);
	return Object.fromEntries(Array.from(from, (char, index) => [char, targets[index] ?? char]));
}

/**
 * Folds a text.
 * @param text any string; lone surrogates are separators
 * @returns its letters and digits; everything else is a gap between them
 */
export function fold(text: string): Char[] {
	const chars: Char[] = [];
	let between = '';
	let hasVu = false;
	for (let from = 0, to = 0; from < text.length; from = to) {
		to = clusterEnd(text, from);
		const raw = text.slice(from, to);
		const last = chars[chars.length - 1];
		const afterKana = between === '' && last !== undefined && (last.script === 'kata' || last.script === 'hira');
		// A hyphen is often typed for the long-vowel mark.
		if (afterKana && (longVowel.test(raw) || (last.script === 'kata' && hyphen.test(raw) && isKatakana(text.slice(to))))) {
			// A mark on the word covers its last vowel.
			chars[chars.length - 1] = { ...last, to };
			continue;
		}
		const letters = lettersOf(raw);
		if (letters.length === 0) {
			between += raw === ' ' ? raw : raw.normalize('NFKC');
			continue;
		}
		for (const { char, script } of letters) {
			const before = chars[chars.length - 1];
			const voiced = between === '' && before?.char === 'ゔ' ? vu[char] : undefined;
			if (before && voiced !== undefined) chars[chars.length - 1] = { ...before, char: voiced, to };
			else {
				const gap = before === undefined || between === '' ? gaps.none : between === ' ' || soft.test(between) ? gaps.soft : gaps.hard;
				chars.push({ char, script, from, to, gap, between });
				hasVu ||= char === 'ゔ';
			}
			between = '';
		}
	}
	return hasVu ? chars.map((char) => (char.char === 'ゔ' ? { ...char, char: 'ぶ' } : char)) : chars;
}

/** Where the character that begins at `from` ends, with the marks that follow it. */
function clusterEnd(text: string, from: number): number {
	let to = from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
	while (to < text.length && isMark(text.charCodeAt(to))) to += 1;
	return to;
}

/** Accents, and the voicing marks of kana of both widths. */
const isMark = (code: number): boolean => code >= 0x300 && (code <= 0x36f || code === 0x3099 || code === 0x309a || code === 0xff9e || code === 0xff9f);

interface Letter {
	readonly char: string;
	readonly script: CharScript;
}

/** What each character folds to; a text has few different ones. */
const known = new Map<string, readonly Letter[]>();
const mostKnown = 20_000;

/** The letters and digits of a character as written: one, none, or several as in ㈱. */
function lettersOf(raw: string): readonly Letter[] {
	const before = known.get(raw);
	if (before) return before;
	const letters = decompose(raw.normalize('NFKC').toLowerCase()).flatMap((each): Letter[] => {
		const script = scriptOf(each);
		const char = toHiragana(each);
		return script === undefined ? [] : [{ char: variants[char] ?? char, script }];
	});
	if (known.size < mostKnown) known.set(raw, letters);
	return letters;
}

const isKatakana = (text: string): boolean => /^[\u30a1-\u30fa\uff66-\uff9d]/u.test(text);

/** Takes accents off Latin letters, and leaves the voicing marks of kana on. */
const decompose = (text: string): string[] => Array.from(text).flatMap((char) => Array.from(/\p{Script=Latin}/u.test(char) ? withoutAccent(char) : char));

function withoutAccent(letter: string): string {
	const plain = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
	return latinLetters[plain] ?? plain;
}

const latinLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ð: 'd', þ: 'th', ı: 'i' };

function scriptOf(char: string): CharScript | undefined {
	if (/[a-z]/.test(char)) return 'latin';
	if (/[0-9]/.test(char)) return 'digit';
	if (/[\u3041-\u3096]/u.test(char)) return 'hira';
	if (/[\u30a1-\u30fa]/u.test(char)) return 'kata';
	if (/[\p{Script=Han}]/u.test(char) && /[\p{L}\p{N}々〇]/u.test(char)) return 'han';
	return /[\p{L}\p{N}]/u.test(char) ? 'letter' : undefined;
}

function toHiragana(char: string): string {
	const code = char.codePointAt(0) ?? 0;
	return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : char;
}
