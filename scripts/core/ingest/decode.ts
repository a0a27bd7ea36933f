import Encoding from 'encoding-japanese';

/**
 * Bytes to text. A file is read in an encoding only where every byte of it fits and no other
 * Japanese encoding fits as well or better: text never turns into mojibake in silence.
 */

export type Decoded = { readonly text: string; readonly encoding: string } | { readonly problem: string; readonly fix: string; readonly line: number; readonly column: number };

const saveAsUtf8 = 'open the file in the program that it comes from and save it as UTF-8, then run the command again';

const strict = (label: string, bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
};

const refuse = (problem: string, fix: string = saveAsUtf8, [line, column]: readonly [number, number] = [1, 1]): Decoded => ({ problem, fix, line, column });

/** Line and column at an offset of a text. */
export function placeAt(text: string, offset: number): [number, number] {
	const before = text.slice(0, offset);
	const newline = before.lastIndexOf('\n');
	return [(before.match(/\n/g)?.length ?? 0) + 1, offset - newline];
}

/** Characters that no text holds: C0 controls but tab, line ends and form feed. */
const control = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F]/;

/**
 * Decodes a text file: UTF-8 and UTF-16 with or without a byte order mark, ISO-2022-JP, Shift_JIS
 * (as Windows writes it) and EUC-JP.
 */
export function decodeText(bytes: Uint8Array): Decoded {
	const decoded = decodeAny(bytes);
	if (!('text' in decoded)) return decoded;
	const lost = decoded.text.indexOf('\uFFFD');
	if (lost >= 0) return refuse('the character U+FFFD: a letter was lost in an earlier conversion', 'get the document again from where it was published, or save it again from the original program', placeAt(decoded.text, lost));
	const bad = decoded.text.search(control);
	if (bad >= 0) return refuse('a control character, which no text holds: the file is binary or damaged', 'give a text, Markdown, HTML, PDF or DOCX file', placeAt(decoded.text, bad));
	return decoded;
}

function decodeAny(bytes: Uint8Array): Decoded {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return as('utf-8', 'UTF-8 with a byte order mark', bytes);
	if (a === 0xff && b === 0xfe) return as('utf-16le', 'UTF-16 LE', bytes);
	if (a === 0xfe && b === 0xff) return as('utf-16be', 'UTF-16 BE', bytes);
	const wide = utf16Order(bytes);
	if (wide) return as(wide, wide.toUpperCase().replace('UTF-16', 'UTF-16 '), bytes);
	if (bytes.includes(0)) return refuse('NUL bytes: the file is binary', 'give a text, Markdown, HTML, PDF or DOCX file');
	if (hasJisEscape(bytes)) return as('iso-2022-jp', 'ISO-2022-JP', bytes);
	const utf8 = strict('utf-8', bytes);
	if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' };
	return legacy(bytes);
}

function as(label: string, encoding: string, bytes: Uint8Array): Decoded {
	const text = strict(label, bytes);
	return text === undefined ? refuse(`bytes that are not ${encoding}, which the file claims to be`) : { text, encoding };
}

/** UTF-16 without a mark: ASCII and kana leave their high byte on one side. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
	const end = Math.min(bytes.length, 4000);
	let [even, odd] = [0, 0];
	// ASCII, kana and CJK punctuation have 00 or 30 there, and no 8-bit encoding has NUL at all.
	for (let at = 0; at < end; at += 2) {
		if (bytes[at] === 0 || bytes[at] === 0x30) even += 1;
		if (bytes[at + 1] === 0 || bytes[at + 1] === 0x30) odd += 1;
	}
	if (!bytes.subarray(0, end).includes(0)) return undefined;
	const pairs = end / 2;
	const label = odd > even * 3 && odd > pairs * 0.2 ? 'utf-16le' : even > odd * 3 && even > pairs * 0.2 ? 'utf-16be' : undefined;
	const text = label && strict(label, bytes);
	return text !== undefined && !control.test(text) ? label : undefined;
}

const hasJisEscape = (bytes: Uint8Array): boolean => {
	for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
		const [next, last] = [bytes[at + 1], bytes[at + 2]];
		if (next === 0x24 && (last === 0x42 || last === 0x40)) return true;
	}
	return false;
};

/** Kana, common punctuation and kanji are what Japanese text is made of; half-width kana and private characters are not. */
function likeJapanese(text: string): number {
	let [good, bad] = [0, 0];
	for (const character of text) {
		if (character < '\u0080') continue;
		if (/[\u3040-\u30FF\u3001\u3002\u300C\u300D\u30FB]/.test(character)) good += 2;
		else if (/[\u4E00-\u9FFF\uFF01-\uFF5E\u3000-\u303F]/.test(character)) good += 1;
		else if (/[\uFF61-\uFF9F\uE000-\uF8FF]/.test(character)) bad += 2;
		else bad += 1;
	}
	return good + bad === 0 ? 0 : (good - 2 * bad) / (good + bad);
}

function legacy(bytes: Uint8Array): Decoded {
	const candidates = ([['shift_jis', 'Shift_JIS'], ['euc-jp', 'EUC-JP']] as const).flatMap(([label, encoding]) => {
		const text = strict(label, bytes);
		return text === undefined || control.test(text) ? [] : [{ text, encoding, score: likeJapanese(text) }];
	});
	candidates.sort((x, y) => y.score - x.score);
	const [best, other] = candidates;
	const detected = Encoding.detect(bytes.subarray(0, 200_000));
	const names: Readonly<Record<string, string>> = { SJIS: 'Shift_JIS', EUCJP: 'EUC-JP' };
	if (best && best.score > 0.5 && (!other || best.score - other.score > 0.3 || names[String(detected)] === best.encoding)) return { text: best.text, encoding: best.encoding };
	if (best && other && best.score > 0) return refuse(`bytes that may be ${best.encoding} or ${other.encoding}, and nothing that decides which`);
	const offset = firstBadByte(bytes);
	const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
	return refuse(`a byte (0x${(bytes[offset] ?? 0).toString(16)}) that is not UTF-8, in a file that is no Japanese encoding either (Windows-1252, GBK or damaged?)`, saveAsUtf8, placeAt(before, before.length));
}

/** Where a file stops being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
	let [low, high] = [0, bytes.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
			low = middle + 1;
		} catch {
			high = middle;
		}
	}
	return low;
}
