/**
 * The words of one line: without the mark-up of Markdown, entities and invisible characters that
 * saved pages carry. What is taken away is never a word.
 */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', hellip: '…', yen: '¥', euro: '€', pound: '£', middot: '·', bull: '•' };

/** Radicals that have no compatibility form in Unicode, and the letters they are drawn as. */
const radicals: Readonly<Record<string, string>> = { '⺟': '母', '⺠': '民', '⻁': '虎', '⻄': '西', '⻆': '角', '⻑': '長', '⻘': '青', '⻝': '食', '⻤': '鬼', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻭': '歯', '⻯': '竜', '⻲': '亀' };

/**
 * Letters in place of the signs that PDFs give for them: ⽇ and ⻑ (radicals) for 日 and 長, “ﬁ” for “fi”.
 * They look the same, and no search finds them.
 */
export const withoutRadicals = (text: string): string =>
	text.replace(/[\u2F00-\u2FD5\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKC')).replace(/[\u2E80-\u2EFF]/g, (sign) => radicals[sign] ?? sign);

export function cleanLine(raw: string): string {
	let text = withoutRadicals(raw);
	// A footnote of Markdown begins with its mark.
	if (text.includes('[^')) text = text.replace(/^\s*\[\^[^\]\s]{1,30}\]:\s*/, '');
	if (text.includes('&')) text = text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
		if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
	});
	if (text.includes('](')) text = text.replace(/!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/g, '$1');
	if (text.includes('][')) text = text.replace(/\[([^\[\]]{1,300})\]\[[^\[\]]{0,60}\]/g, '$1');
	if (text.includes('<')) text = text.replace(/<br\s*\/?>/gi, ' ; ').replace(/<\/?(?:a|b|i|em|strong|span|sup|sub|u|p|div|font)(?:\s[^<>]{0,300})?\/?>/gi, '');
	text = text.replace(/[\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u00AD]/g, '');
	if (text.includes('\\')) text = text.replace(/\\([\\`*_{}[\]()#+\-.!$&~|<>])/g, '$1');
	text = text.replace(/\*\*([^*]{1,300})\*\*/g, '$1').replace(/(?<![\w*])\*([^*\s][^*]{0,200}?)\*(?![\w*])/g, '$1').replace(/(?<!\w)__([^_]{1,300})__(?!\w)/g, '$1').replace(/^\s*_([^_]{2,300})_\s*$/, '$1');
	if (text.includes('`')) text = text.replace(/`([^`]{1,200})`/g, '$1');
	return text.replace(/[\t\f\v\u00A0\u3000 ]+/g, ' ').trim();
}

/** A form by which two passages are compared: width, case, spaces and punctuation do not count. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');

/** All matches of a global pattern, as `matchAll` gives them, but without a copy of the pattern for each text. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		found.push(match);
		if (match[0] === '') pattern.lastIndex += 1;
	}
	return found;
}

export const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Width in columns: a full-width character takes two. */
export function width(text: string): number {
	let sum = 0;
	for (const character of text) sum += character >= '\u1100' && (character >= '\u2E80' || character < '\u1160') ? 2 : 1;
	return sum;
}
