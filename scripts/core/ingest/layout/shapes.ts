import { creditEnd, creditEndJa, dateline } from '../data/furniture.ts';
import { isDateLine } from '../furniture.ts';
import { cellsAt, ended, functionWord, type Line } from '../lines.ts';
import { sentenceSpans } from '../sentences.ts';

/** What a single line looks like, whatever stands around it. */

/** A line in which a sentence ends, or that begins with the place of a report. */
export const tellsSentence = (text: string): boolean => dateline.test(text) || sentenceSpans(text).some(([from, to]) => { const sentence = text.slice(from, to).trim(); return /[。．.]$/u.test(sentence) && ended(sentence); });

/** A line that says what the figures of a table are counted in. */
export const unitLine = /^[(（［\[]?\s*(?:単位|units?)\s*[:：]\s*([^()（）]{1,16}?)\s*[)）］\]]?$|^[(（](?:amounts?|figures?|values?|all figures)?\s?in ([^()]{2,24})[)）]$|^[(（]((?:Rs\.?|₹|INR|US\s?\$|JPY|¥|円) (?:in )?(?:lakh|crore|million|billion|thousand)s?)[)）]$/iu;

/** The same at the end of the title of a table. */
export const titleUnit = /[（(]\s*(?:単位|units?)\s*[:：]\s*([^()（）]{1,24}?)\s*[)）]$/iu;

/** One of several lines that each name what they tell: “首都　ニューデリー”, “Trial production: October 2027”. */
export const isLabelled = ({ text, marker, row }: Line): boolean => marker === undefined && row === undefined && (/^[^:：。.,、;]{2,36}[:：]\s?\S/u.test(text) || /^[\p{Script=Han}\p{Script=Katakana}ー]{2,8} [\p{Script=Han}\p{Script=Katakana}約\d０-９]\S*(?:、\S+)*$/u.test(text) && /[(（\d０-９、]/u.test(text));

/** A line in capitals alone, as the heads of official papers are written. */
export const isShouted = ({ text, marker, row, width: columns }: Line): boolean => marker === undefined && row === undefined && columns <= 100 && /\p{Lu}{4}/u.test(text) && !/\p{Ll}|\p{Lo}|[\d)]\s*(?:%|MW|CRORE|MILLION|BILLION)/u.test(text);

/** A date in a column of its own, beside the number or the place of a letter. */
export const isDatedAside = ({ raw }: Line): boolean => cellsAt(raw).some(({ text }, _, cells) => cells.length > 1 && isDateLine(text));

/** A word or two that tell nothing by themselves. */
export const isTag = ({ text, width: columns, marker, row }: Line): boolean => marker === undefined && row === undefined && columns <= 40 && !/[\d０-９。、:：]|[.!?]$|\b(?:is|are|was|were|will|has|have|had)\b|(?:した|する|ている|ます|である)$/u.test(text);

/** Nothing but a line that is drawn. */
export const isRule = (text: string): boolean => /^[-–—_=＝─━~～*＊]{6,}$/u.test(text);

/** What a note at the foot of a page begins with. */
export const noteMark = /^(?:[\d０-９]{1,3}|[*＊†‡¹²³⁴-⁹]{1,3})[)）]?\s+(?=\S)/u;

/** Items that name what the line below tells: “- Repayment period” above “30 years”. There are three or more, and nothing else in their list. */
export function fieldsOf(lines: readonly Line[]): Set<number> {
	const isField = (line: Line, index: number): boolean => {
		const below = lines[index + 1];
		// A sentence that is broken goes on in small letters, or behind a comma or a particle.
		if (below === undefined || /^[\p{Ll}\p{Script=Hiragana}]/u.test(below.text) || functionWord.test(line.text) || /[、，,はがをにでとの]$/u.test(line.text)) return false;
		return line.marker !== undefined && !line.marker.numbered && line.width <= 60 && !ended(line.text) && !/\d/.test(line.text) && line.blanksBefore > 0 && below.marker === undefined && below.row === undefined && below.blanksBefore === 0;
	};
	const fields = lines.filter(isField);
	return new Set(fields.length >= 3 && fields.length >= lines.filter(({ marker, blanksBefore }) => marker !== undefined && !marker.numbered && blanksBefore > 0).length * 0.7 ? fields.map(({ number }) => number) : []);
}

export const plainHeading = (text: string): string => text.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '').replace(/^【(.*)】$/u, '$1').trim();

/** Whether a text counts or measures something. */
export function hasFigure(written: string): boolean {
	// “3 人的交流”: the number of a section counts nothing.
	const text = written.replace(/^[\d０-９]{1,2}[\s　]+(?=[\p{Script=Han}\p{Script=Katakana}])/u, '');
	return /[¥$₹€]\s?\d|\d[\d,.]{0,30}\s*(?:%|billion|million|crore|lakh|MW|GWh)|[0-9０-９]\s*(?:億|万|兆|百万|千|円|ドル|ルピー|社|人|件|％)/u.test(text);
}

/** A picture, the line in italics below it, and a line that ends with the name of the photographer. */
export function isCaption(line: Line, above: Line | undefined): boolean {
	const raw = line.raw.trim();
	if (/^!\[/.test(raw) && raw.endsWith(')')) return true;
	const belowPicture = above !== undefined && line.number - above.number <= 2 && /^!\[/.test(above.raw.trim());
	return (belowPicture && /^([*_]).{1,300}\1$/u.test(raw) && !raw.startsWith('**')) || creditEnd.test(line.text) || creditEndJa.test(line.text);
}
