import { isEdtf } from '../../../src/model/edtf.ts';
import { eras } from '../eras.ts';
import { japanese, matchesOf } from './clean.ts';

/**
 * Dates of a passage as EDTF, in either script and in the forms that ministries and newspapers use.
 */

export interface FoundDate {
	readonly edtf: string;
	readonly text: string;
	readonly at: number;
	/** 1: stated whole; lower where a part was taken from elsewhere. */
	readonly confidence: number;
}

/** What a date that is not whole is read against. */
export interface DateContext {
	/** Publication date, EDTF. */
	readonly published: string | undefined;
	/** The date last stated before the passage: what 同年 and 同月 point back to. */
	readonly before?: string | undefined;
}

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const short = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const month = String.raw`(?:${monthNames}|(?:${short})\b\.?)`;
const day = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?`;
const year = String.raw`(?:19|20)\d\d`;
const dash = String.raw`\s?(?:[-–—~〜]|\bto\b|\band\b|\bthrough\b|\buntil\b)\s?`;
const monthNumber = (name: string): number => [...monthNames.split('|')].findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
const two = (value: number | string): string => String(value).padStart(2, '0');
const point = (y: number, m?: number, d?: number): string => [String(y), ...(m ? [two(m)] : []), ...(m && d ? [two(d)] : [])].join('-');

/** Not a year: 2025 units, $2025, “2,025”. */
const bareYear = String.raw`(?<![\d,.$¥₹€/]|(?<!\b(?:mid|end|late|early))-|Expo |expo |EXPO )(?<y>${year})(?![\d,]\d|s\b|年代|\s?(?:MW|GWh|units?|people|companies|crore|million|billion|persons|employees|students|workers))`;

const english: readonly (readonly [RegExp, (groups: Groups, known: Known) => (string | undefined)])[] = [
	// July 20 to July 26(, 2025); July 27 to 31; July 20–26, 2025
	[new RegExp(String.raw`\b(?<m1>${month})\s+(?<d1>${day})(?:,?\s+(?<y1>${year}))?${dash}(?:(?<m2>${month})\s+)?(?<d2>${day})(?!\d)(?:,?\s+(?<y>${year}))?\b`, 'g'), (g, k) => {
		const y = num(g['y']) ?? num(g['y1']) ?? k.year;
		const m1 = monthNumber(g['m1'] ?? '');
		const m2 = g['m2'] ? monthNumber(g['m2']) : m1;
		return y === undefined ? undefined : `${point(num(g['y1']) ?? y, m1, num(g['d1']))}/${point(y, m2, num(g['d2']))}`;
	}],
	// 20 to 26 July 2025; 29-30 August
	[new RegExp(String.raw`\b(?<d1>${day})(?:\s+(?<m1>${month}))?${dash}(?<d2>${day})\s+(?<m2>${month})(?:,?\s+(?<y>${year}))?\b`, 'g'), (g, k) => {
		const y = num(g['y']) ?? k.year;
		const m2 = monthNumber(g['m2'] ?? '');
		return y === undefined ? undefined : `${point(y, g['m1'] ? monthNumber(g['m1']) : m2, num(g['d1']))}/${point(y, m2, num(g['d2']))}`;
	}],
	// between April and June 2025; April–June 2025
	[new RegExp(String.raw`\b(?<m1>${month})(?:\s+(?<y1>${year}))?${dash}(?<m2>${month})\s+(?<y>${year})\b`, 'g'), (g) => `${point(num(g['y1']) ?? num(g['y']) ?? 0, monthNumber(g['m1'] ?? ''))}/${point(num(g['y']) ?? 0, monthNumber(g['m2'] ?? ''))}`],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?<d>${day}),?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m'] ?? ''), num(g['d']))],
	[new RegExp(String.raw`\b(?<d>${day})(?:\s+of)?\s+(?<m>${month}),?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m'] ?? ''), num(g['d']))],
	[new RegExp(String.raw`\b(?<m>${month})(?:\s+of)?,?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m'] ?? ''))],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?<last>this|last|next)\s+year\b`, 'g'), (g, k) => (k.stated === undefined ? undefined : point(k.stated + shift(g['last']), monthNumber(g['m'] ?? '')))],
	[/(?<![\d/.-])(?<y>(?:19|20)\d\d)(?<sep>[/.-])(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>0?[1-9]|[12]\d|3[01])(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	// 29/08/2025: only where the first figure can be no month.
	[/(?<![\d/.-])(?<d>1[3-9]|2\d|3[01])(?<sep>[/.-])(?<m>0?[1-9]|1[0-2])\k<sep>(?<y>(?:19|20)\d\d)(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?<d>${day})\b(?!,?\s+\d{4}|\s*(?:%|per|billion|million))`, 'g'), (g, k) => (k.year === undefined ? undefined : point(k.year, monthNumber(g['m'] ?? ''), num(g['d'])))],
	[new RegExp(String.raw`\b(?<d>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?\s+(?<m>${monthNames})\b(?!,?\s+\d{4})`, 'g'), (g, k) => (k.year === undefined ? undefined : point(k.year, monthNumber(g['m'] ?? ''), num(g['d'])))],
	[new RegExp(String.raw`\b(?:in|In|by|By|since|Since|during|During|from|until)\s+(?:early |mid-?|late |this |last )?(?<m>${monthNames})\b(?!,?\s+\d)`, 'g'), (g, k) => (k.stated === undefined ? undefined : point(k.stated, monthNumber(g['m'] ?? '')))],
	// 2027-28, 2025/26, FY2024-25
	[new RegExp(String.raw`(?<![\d-])(?:FY\s?|fiscal(?: year)?\s)?(?<y>${year})\s?[-–/]\s?(?<y2>\d\d)(?![\d-])`, 'gi'), (g) => (Number(g['y2']) === (Number(g['y']) + 1) % 100 ? `${g['y']}/${Number(g['y']) + 1}` : Number(g['y2']) > Number(g['y']) % 100 ? `${g['y']}/${String(g['y']).slice(0, 2)}${g['y2']}` : undefined)],
	[new RegExp(String.raw`(?<![\d-])(?:FY\s?|fiscal(?: year)?\s)?(?<y>${year})(?:\s?[-–]\s?|\s+to\s+)(?<y2>${year})(?![\d-])`, 'gi'), (g) => (Number(g['y2']) > Number(g['y']) ? `${g['y']}/${g['y2']}` : undefined)],
	[new RegExp(String.raw`\b(?:FY|fiscal(?: year)?|financial year)\s?(?<y>${year})\b`, 'gi'), (g) => g['y']],
	[/\b(?:FY)\s?(?:')?(?<y>\d\d)\b/g, (g) => `20${g['y']}`],
	[new RegExp(bareYear, 'g'), (g) => g['y']],
	[/\b(?<last>this|last|next)\s+month\b/gi, (g, k) => monthBy(k, shift(g['last']?.toLowerCase()))],
	[/\b(?<last>this|last|next)\s+(?:fiscal|financial)(?: year)?\b/gi, (g, k) => (k.stated === undefined ? undefined : String(k.stated + shift(g['last']?.toLowerCase()) + fiscalShift(k)))],
	[/\b(?<last>this|last|next)\s+year\b/gi, (g, k) => (k.stated === undefined ? undefined : String(k.stated + shift(g['last']?.toLowerCase())))],
];

const n = '[0-9]';
const yearJa = String.raw`(?:(?<era>令和|平成|昭和)(?<ey>元|${n}{1,2})年|(?<y>(?:19|20)${n}{2})年|(?<rel>本年|今年|同年|一昨年|昨年|前年(?!同[期月]|度?(?:比|に比べ|と比べ|に対し|より|並み|実績))|再来年|来年|翌年)(?<fiscal>度)?)`;
const toJa = String.raw`(?:から|[~〜～\-–―ー−]|及び|と)`;
const japaneseForms: readonly (readonly [RegExp, (groups: Groups, known: Known) => (string | undefined)])[] = [
	[new RegExp(String.raw`${yearJa}?(?<m>${n}{1,2})月(?<d>${n}{1,2})日?(?:\([^)]\))?${toJa}(?:(?<m2>${n}{1,2})月)?(?<d2>${n}{1,2})日`, 'g'), (g, k) => {
		const y = yearOf(g, k) ?? k.year;
		return y === undefined ? undefined : `${point(y, num(g['m']), num(g['d']))}/${point(y, num(g['m2']) ?? num(g['m']), num(g['d2']))}`;
	}],
	[new RegExp(String.raw`${yearJa}(?<m>${n}{1,2})月${toJa}(?:(?<y2>(?:19|20)${n}{2})年)?(?<m2>${n}{1,2})月`, 'g'), (g, k) => {
		const y = yearOf(g, k);
		return y === undefined ? undefined : `${point(y, num(g['m']))}/${point(num(g['y2']) ?? y, num(g['m2']))}`;
	}],
	[new RegExp(String.raw`${yearJa}\s?(?<m>${n}{1,2})月\s?(?<d>${n}{1,2})日`, 'g'), (g, k) => whole(yearOf(g, k), num(g['m']), num(g['d']))],
	[new RegExp(String.raw`${yearJa}\s?(?<m>${n}{1,2})月(?!間)`, 'g'), (g, k) => whole(yearOf(g, k), num(g['m']))],
	[new RegExp(String.raw`(?<![0-9年])(?<m>${n}{1,2})月(?<d>${n}{1,2})日`, 'g'), (g, k) => whole(k.year, num(g['m']), num(g['d']))],
	[new RegExp(String.raw`同月(?<d>${n}{1,2})日`, 'g'), (g, k) => (k.month === undefined ? undefined : `${k.month}-${two(g['d'] ?? '')}`)],
	[new RegExp(String.raw`(?<rel>今|本|先|来)月(?:(?<d>${n}{1,2})日)?`, 'g'), (g, k) => monthBy(k, g['rel'] === '先' ? -1 : g['rel'] === '来' ? 1 : 0, num(g['d']))],
	[new RegExp(String.raw`(?<![0-9年かヶカ箇])(?<m>1[0-2]|[1-9])月(?![間期]|[0-9])`, 'g'), (g, k) => whole(k.year, num(g['m']))],
	[new RegExp(String.raw`(?<y>(?:19|20)${n}{2})(?:年度?)?${toJa}(?<y2>(?:19|20)?${n}{2})年度?`, 'g'), (g) => { const end = g['y2']?.length === 2 ? String(g['y']).slice(0, 2) + g['y2'] : g['y2']; return Number(end) > Number(g['y']) ? `${g['y']}/${end}` : undefined; }],
	// 27年度, 28年以降: the short years of newspapers, near the publication.
	[new RegExp(String.raw`(?<![0-9成和])(?<short>[1-6][0-9])年(?:(?<m>1[0-2]|[1-9])月|(?=度|以降|末|[春夏秋冬]|初頭|前半|後半|まで(?!の間)))`, 'g'), (g, k) => shortYear(num(g['short']) ?? 0, num(g['m']), k)],
	[/年内(?=に|には|にも|の|を)/g, (g, k) => (k.stated === undefined || Object.keys(g).length > 0 ? undefined : `../${k.stated}`)],
	[new RegExp(String.raw`${yearJa}度?(?!${n}|代|ぶり|国際博覧会|大阪|日本国際)`, 'g'), (g, k) => whole(yearOf(g, k))],
	// 20日、…: the day of a newspaper, in the month of publication or the one before.
	[new RegExp(String.raw`(?<![0-9月年第])(?<d>[12][0-9]|3[01]|[1-9])日(?=[、にのま夜朝午夕（(])(?!の(?:間|うち))`, 'g'), (g, k) => dayOfNews(num(g['d']) ?? 0, k)],
];

/** 18 FEB 2025 */
const capitalMonths = new RegExp(String.raw`\b(?:${`${monthNames}|${short}`.toUpperCase()})\b`, 'g');
const anyMonth = new RegExp(month);

type Groups = Readonly<Record<string, string | undefined>>;
interface Known {
	/** The year last stated in the passage, else that of publication. */
	year: number | undefined;
	/** The year that 同年 means. */
	same: number | undefined;
	/** The year of publication only: what “this year” means. */
	readonly stated: number | undefined;
	/** The date of publication, where it is known at least to the month. */
	readonly published: string | undefined;
	/** The month last stated. */
	month: string | undefined;
}

const num = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number.parseInt(text, 10));
const shift = (word: string | undefined): number => (word === 'last' ? -1 : word === 'next' ? 1 : 0);
/** The fiscal year of a paper of February began in April of the year before. */
const fiscalShift = ({ published }: Known): number => ((num(published?.slice(5, 7)) ?? 4) < 4 ? -1 : 0);
const whole = (y: number | undefined, m?: number, d?: number): string | undefined => (y === undefined || (m !== undefined && (m < 1 || m > 12)) ? undefined : point(y, m, d));

function yearOf(groups: Groups, known: Known): number | undefined {
	const { era, ey, y, rel } = groups;
	if (y !== undefined) return Number(y);
	if (era !== undefined) return (eras[era] ?? 0) + (ey === '元' ? 1 : Number(ey));
	const same = known.same ?? known.year;
	if (rel === '同年' || rel === '翌年' || rel === '前年') return same === undefined ? undefined : same + (rel === '翌年' ? 1 : rel === '前年' ? -1 : 0);
	if (known.stated === undefined) return undefined;
	return known.stated + (groups['fiscal'] === undefined ? 0 : fiscalShift(known)) + ({ 一昨年: -2, 昨年: -1, 来年: 1, 再来年: 2 }[rel ?? ''] ?? 0);
}

function shortYear(short: number, m: number | undefined, { stated }: Known): string | undefined {
	const y = 2000 + short;
	return stated === undefined || y < stated - 10 || y > stated + 30 ? undefined : point(y, m);
}

/** “This month”, “last month” and “next month”, seen from the publication. */
function monthBy({ published }: Known, months: number, d?: number): string | undefined {
	if (published === undefined) return undefined;
	const count = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1 + months;
	return point(Math.floor(count / 12), (count % 12) + 1, d);
}

/** A day without its month: the last one of that number that is not after the publication. */
function dayOfNews(d: number, known: Known): string | undefined {
	const publishedOn = num(known.published?.slice(8, 10));
	return publishedOn === undefined ? undefined : monthBy(known, d > publishedOn ? -1 : 0, d);
}

/** What turns a date into an open interval. */
const part = String.raw`(?:(?:the )?(?:end|beginning|start|middle|close|(?:first|second) half) of |at least |end[- ]|early |mid-?\s?|late )?(?:FY\s?|fiscal (?:year )?|financial year |the year |around |about )?`;
const byBefore = new RegExp(String.raw`\b(?:by|until|till|before|no later than|up to)\s+${part}$`, 'i');
const sinceBefore = new RegExp(String.raw`\b(?:since|from|not before|no earlier than|no sooner than)\s*:?\s+${part}$`, 'i');
/** Between the two ends of an interval that is written as two dates. */
const joins = /^(?:度|頃|ごろ|初頭|末)?\s?(?:から|[~〜～–—―-]|to\b|until\b|through\b)\s?(?:FY|fiscal (?:year )?)?$/i;
const joinsAfterBetween = /^\s?and\s(?:FY|fiscal (?:year )?)?$/i;
const between = new RegExp(String.raw`\bbetween\s+${part}$`, 'i');
const onwardAfter = /^\s*(?:onwards?|and beyond|or later)\b/i;
const byAfterJa = /^(?:度)?(?:末|頃|ごろ|初頭|前半|後半|中)?(?:まで(?!の間)|までに|以前)/u;
const sinceAfterJa = /^(?:度)?(?:以降|以来|から(?!の))/u;

/** The grammar of EDTF is slow, and a document has few dates. */
const checked = new Map<string, boolean>();
function isDate(date: string): boolean {
	let known = checked.get(date);
	if (known === undefined) checked.set(date, (known = isEdtf(date)));
	return known;
}

/** Lists the dates of a passage, in its order. */
export function datesIn(passage: string, context: DateContext): FoundDate[] {
	// Width folded one to one, so that places in the text stay as they are.
	const text = passage.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[（）]/g, (character) => (character === '（' ? '(' : ')')).replace(capitalMonths, (name) => name.slice(0, 1) + name.slice(1).toLowerCase());
	const publishedYear = num(context.published);
	const known: Known = { year: publishedYear, same: num(context.before), stated: publishedYear, month: /^\d{4}-\d{2}/.exec(context.before ?? '')?.[0], published: /^\d{4}-\d{2}/.test(context.published ?? '') ? context.published : undefined };
	const taken: { from: number; to: number }[] = [];
	const raw: { at: number; end: number; groups: Groups; make: (groups: Groups, known: Known) => string | undefined; text: string }[] = [];
	if (!/[0-9年月]|\b(?:this|last|next) (?:year|month|fiscal|financial)\b/i.test(text) && !anyMonth.test(text)) return [];
	// Most passages lack what most patterns need.
	const named = anyMonth.test(text);
	const relative = /\b(?:this|last|next)\b/i.test(text);
	const years = /(?:19|20)\d\d/.test(text);
	const fiscal = /\bFY/i.test(text);
	for (const [pattern, make] of [...(japanese.test(text) ? japaneseForms : []), ...english]) {
		const { source } = pattern;
		if (!named && source.includes('January|')) continue;
		if (!relative && source.includes('this|last|next')) continue;
		if (!years && !fiscal && source.includes(year) && !source.includes('年') && !source.includes('January|')) continue;
		for (const match of matchesOf(text, pattern)) {
			const [at, end] = [match.index, match.index + match[0].length];
			if (taken.some(({ from, to }) => at < to && end > from)) continue;
			taken.push({ from: at, to: end });
			raw.push({ at, end, groups: match.groups ?? {}, make, text: match[0] });
		}
	}
	raw.sort((a, b) => a.at - b.at);
	const found: (FoundDate & { readonly end: number; readonly single: string })[] = [];
	for (const { at, end, groups, make, text: written } of raw) {
		const date = make(groups, known);
		if (date === undefined || !isDate(date)) continue;
		known.year = known.same = Number(date.slice(0, 4));
		if (/^\d{4}-\d{2}/.test(date)) known.month = date.slice(0, 7);
		const before = text.slice(Math.max(0, at - 40), at);
		const after = text.slice(end, end + 12);
		const confidence = (groups['y'] ?? groups['era']) === undefined ? 0.6 : 0.95;
		const single = date.includes('/') ? '' : date;
		const last = found.at(-1);
		const gap = last === undefined || last.single === '' || single === '' ? '' : text.slice(last.end, at);
		if (last !== undefined && gap !== '' && last.single < date && (joins.test(gap) || (joinsAfterBetween.test(gap) && between.test(text.slice(Math.max(0, last.at - 40), last.at)))) && isDate(`${last.single}/${date}`)) {
			found[found.length - 1] = { edtf: `${last.single}/${date}`, text: passage.slice(last.at, end), at: last.at, end, single: '', confidence: Math.min(last.confidence, confidence) };
			continue;
		}
		const lead = /^(?:by|since|from|until)\b/i.exec(written)?.[0]?.toLowerCase();
		let edtf = date;
		if (single !== '' && (sinceBefore.test(before) || sinceAfterJa.test(after) || onwardAfter.test(after) || lead === 'since')) edtf = `${date}/..`;
		else if (single !== '' && (byBefore.test(before) || byAfterJa.test(after) || lead === 'by' || lead === 'until')) edtf = `../${date}`;
		if (!isDate(edtf)) continue;
		found.push({ edtf, text: passage.slice(at, end), at, end, single, confidence });
	}
	return found.filter(({ edtf }, index) => found.findIndex((other) => other.edtf === edtf) === index).map(({ edtf, text: written, at, confidence }) => ({ edtf, text: written, at, confidence }));
}
