import { dayBy, decade, fiscalShift, later, monthBy, monthNear, nearYear, num, point, weekdayNear, yearEnding, type Form, type Groups, type Known, type Need } from './known.ts';

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const short = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const month = String.raw`(?:${monthNames}|(?:${short})\b\.?)`;
const day = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?`;
export const year = String.raw`(?:19|20)\d\d`;
const dash = String.raw`\s?(?:[-–—~〜]|\bto\b|\band\b|\bthrough\b|\buntil\b)\s?`;
const monthNumber = (name: string | undefined): number => monthNames.split('|').findIndex((full) => full.slice(0, 3).toLowerCase() === (name ?? '').slice(0, 3).toLowerCase()) + 1;

/** 18 FEB 2025 */
export const capitalMonths = new RegExp(String.raw`\b(?:${`${monthNames}|${short}`.toUpperCase()})\b`, 'g');
export const anyMonth = new RegExp(month);
/** Words that are read against another date. */
export const relativeWords = /\b(?:this|last|next|later|earlier|following|previous|preceding|same|year-end|end of the year|today|yesterday|tomorrow|ago|the decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The day on which somebody spoke dates the speech, not what was said. */
const notSaid = String.raw`(?<!\b(?:said|says?|saying|told|adds?|added|noted|stated|informed|reported|learnt|according to)\b(?:\s[^\s.;]+){0,4}\s)`;
/** A deed of the past, in front of “today” or behind it. */
const didDeed = String.raw`(?:(?:also |jointly |formally )?(?:\p{Ll}{3,}ed|met|held|began|took|won|gave|made|broke|set|said|launched)\b)`;

/** Measures and things that a number of four digits counts. */
const countedNoun = String.raw`(?:MW|GWh?|kW|kWh|km|kg|tonnes?|tons?|hectares?|acres|litres?|metres?|square|hours?|days|units?|people|persons|companies|firms|employees|students|workers|engineers|nurses|trainees|jobs|vehicles|buses|cars|homes|households|villages|beds|crore|lakh|million|billion|trillion|rupees|yen|dollars|rpm|cycles|kilograms|kilomet\w+)\b`;
/** Names that hold a year of their own: Expo 2025, Vision Gujarat 2035, the Telecommunications Act, 2023, Rule 2024-7. */
const namedBy = String.raw`(?<!\b(?:Expo|EXPO|expo|Agenda|Vision|Mission|Horizon|Roadmap|Strategy|Strategic Plan|Masterplan|Master Plan|Act|Acts|Rules?|Regulations?|Bill|Code|Ordinance|Policy|Notification|Circular|Order|Standard|ISO|IEC|Model|Type|Series|Room|Bharat|COP)[,:@]?\s?(?:No\.?\s?)?)(?<!\b(?:Vision|Mission|Viksit)\s\p{Lu}\p{L}{1,20}\s?@?\s?)`;
/** Not a year: 2025 units, $2025, “2,025”, AO-2027, 2030アジェンダ. */
const bareYear = String.raw`(?<![\d,.$¥₹€/@#:]|\p{Script=Han}|\p{Script=Katakana}|ー|(?<!\b(?:mid|end|late|early|pre|post|${monthNames}|${year}))-)${namedBy}(?<y>${year})(?![\d,]\d|[.:]\d(?!\d?(?:\s+\p{Lu}|\s*$))|s\b|\p{Script=Han}|\p{Script=Katakana}|-\d{1,3}(?!\d)|\s?${countedNoun})`;

/** What may stand between a preposition and a month or year. */
export const part = String.raw`(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|(?:first|second|third|fourth|last|final) (?:half|quarter|months|weeks)|spring|summer|autumn|fall|winter) of |at least |end[- ]|early |mid-?\s?|late |as early as |as late as |around |about |(?:spring|summer|autumn|winter) |[QH][1-4] (?:of )?)?(?:the )?(?:FY\s?|fiscal (?:year )?|financial year |year |calendar year )?`;
const which = '(?<last>[Tt]his|[Ll]ast|[Nn]ext)';
/** Words of which the first may stand at the beginning of a sentence: “may” and “march” are no months. */
const either = (words: string): string => words.split('|').map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|');
const shift = (groups: Groups): number => ({ last: -1, next: 1 })[groups['last']?.toLowerCase() ?? ''] ?? 0;

const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 };
const unitOf = (word: string | undefined): readonly ['day' | 'month' | 'year', number] => (word?.startsWith('week') ? ['day', 7] : word?.startsWith('month') ? ['month', 1] : word?.startsWith('year') ? ['year', 1] : ['day', 1]);
const countOf = (word: string | undefined): number => counts[word?.toLowerCase() ?? ''] ?? Number(word);

/** “By June” is still to come, and “since June” is past, whatever stands around it. */
const tenseOf: Readonly<Record<string, Known['tense']>> = { by: 'future', until: 'future', till: 'future', since: 'past' };

/** A form with a month and no year. */
const undated = (k: Known, m: string | undefined, d?: string): string | undefined => {
	const number = monthNumber(m);
	const y = nearYear(k, number, num(d));
	return y === undefined ? undefined : point(y, number, num(d));
};

/** Two months of one year, or of the turn of one. */
const monthsOf = (k: Known, first: string | undefined, second: string | undefined): string | undefined => {
	const [m1, m2] = [monthNumber(first), monthNumber(second)];
	const y = nearYear(k, m1);
	return y === undefined ? undefined : `${point(y, m1)}/${point(m2 < m1 ? y + 1 : y, m2)}`;
};

const needing = (need: Need, forms: readonly Form[]): readonly Form[] => forms.map(([pattern, make]) => [pattern, make, need]);

/** With the name of a month. */
const months = needing('month', [
	// the fiscal year ended March 2026; the financial year to 31 March 2026
	[new RegExp(String.raw`\b(?:[Ff]iscal|[Ff]inancial|[Bb]usiness|[Aa]ccounting)\s[Yy]ear\s(?:that\s)?(?:end(?:ed|ing|s)|to|through)\s(?:in\s|on\s)?(?:(?:30|31)(?:st|th)?\s)?(?<m>${month})(?:\s(?:30|31)(?:st|th)?)?,?\s+(?<y>${year})\b`, 'g'), (g) => yearEnding(num(g['y']) ?? 0, monthNumber(g['m']))],
	// July 20 to July 26(, 2025); July 27 to 31; July 20–26, 2025
	[new RegExp(String.raw`\b(?<m1>${month})\s+(?<d1>${day})(?:,?\s+(?<y1>${year}))?${dash}(?:(?<m2>${month})\s+)?(?<d2>${day})(?!\d)(?:,?\s+(?<y>${year}))?\b`, 'g'), (g, k) => {
		const m1 = monthNumber(g['m1']);
		const m2 = g['m2'] ? monthNumber(g['m2']) : m1;
		const y = num(g['y']) ?? num(g['y1']) ?? nearYear(k, m1, num(g['d1']));
		return y === undefined ? undefined : `${point(num(g['y1']) ?? y, m1, num(g['d1']))}/${point(y, m2, num(g['d2']))}`;
	}],
	// 20 to 26 July 2025; 29-30 August
	[new RegExp(String.raw`\b(?<d1>${day})(?:\s+(?<m1>${month}))?${dash}(?<d2>${day})\s+(?<m2>${month})(?:,?\s+(?<y>${year}))?\b`, 'g'), (g, k) => {
		const m2 = monthNumber(g['m2']);
		const y = num(g['y']) ?? nearYear(k, m2, num(g['d2']));
		return y === undefined ? undefined : `${point(y, g['m1'] ? monthNumber(g['m1']) : m2, num(g['d1']))}/${point(y, m2, num(g['d2']))}`;
	}],
	// in October and December 2025: two dates
	[new RegExp(String.raw`(?<!\bbetween\s)\b(?<m>${month})(?=(?:,\s(?:${month}))*,?\s(?:and|or|&)\s(?:${month})\s+(?<y>${year})\b)`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m']))],
	// between April and June 2025; April–June 2025
	[new RegExp(String.raw`\b(?<m1>${month})(?:\s+(?<y1>${year}))?${dash}(?<m2>${month})\s+(?<y>${year})\b`, 'g'), (g) => `${point(num(g['y1']) ?? num(g['y']) ?? 0, monthNumber(g['m1']))}/${point(num(g['y']) ?? 0, monthNumber(g['m2']))}`],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?<d>${day}),?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m']), num(g['d']))],
	[new RegExp(String.raw`\b(?<d>${day})(?:\s+of)?\s+(?<m>${month}),?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m']), num(g['d']))],
	// 12-Aug-2025
	[new RegExp(String.raw`(?<![\d-])(?<d>0?[1-9]|[12]\d|3[01])-(?<m>${monthNames}|${short})-(?<y>${year})(?!\d)`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m']), num(g['d']))],
	[new RegExp(String.raw`\b(?<m>${month})(?:\s+of|-end)?,?\s+(?<y>${year})\b`, 'g'), (g) => point(num(g['y']) ?? 0, monthNumber(g['m']))],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?:of\s+)?${which}\s+year\b`, 'g'), (g, k) => (k.stated === undefined ? undefined : point(k.stated + shift(g), monthNumber(g['m'])))],
	[new RegExp(String.raw`\b(?:[Tt]his past|${which})\s+(?<m>${monthNames})\b(?!,?\s+\d)`, 'g'), (g, k) => monthNear(k, monthNumber(g['m']), (g['last']?.toLowerCase() ?? 'last') as 'last' | 'this' | 'next')],
	[new RegExp(String.raw`\b(?<m>${month})\s+(?<d>${day})\b(?!,?\s+\d{4}|\s*(?:%|per|billion|million))`, 'g'), (g, k) => undated(k, g['m'], g['d'])],
	[new RegExp(String.raw`\b(?<d>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?:\s+of)?\s+(?<m>${monthNames})\b(?!,?\s+\d{4})`, 'g'), (g, k) => undated(k, g['m'], g['d'])],
	// from April to June; between March and May
	[new RegExp(String.raw`\b(?:${either('from|between|in|during')})\s+(?<m1>${monthNames})${dash}(?<m2>${monthNames})\b(?!,?\s+\d)`, 'g'), (g, k) => monthsOf(k, g['m1'], g['m2'])],
	[new RegExp(String.raw`\b(?:(?<prep>${either('in|by|since|during|from|until|till|through|before|after|around|throughout|at|of')}|(?:scheduled|slated|planned|set|due|eyed) for|(?:year|months|quarter) (?:to|ended|ending|through))\s+(?:(?:the\s+)?(?:end|beginning|start|middle|close|(?:first|second) half) of\s+|early[- ]|mid-?\s?|late[- ])?|(?:[Ee]arly|[Mm]id|[Ll]ate)[- ])(?<m>${monthNames})(?:-end)?\b(?!,?\s+\d)`, 'g'), (g, k) => undated({ ...k, tense: tenseOf[g['prep']?.toLowerCase() ?? ''] ?? k.tense }, g['m'])],
	// the July summit; an October visit
	[new RegExp(String.raw`\b(?:the|its|their|an?|${which})\s+(?<m>${monthNames})\s(?=summit|meeting|visit|talks|conference|round|trip|dialogue|agreement|deal|declaration)`, 'g'), (g, k) => undated(k, g['m'])],
	[new RegExp(String.raw`\b(?<m1>${month})${dash}(?<m2>${month})(?=\s(?:quarter|period))`, 'g'), (g, k) => monthsOf(k, g['m1'], g['m2'])],
]);

/** With a year, or nothing but figures. */
const years = needing('year', [
	[/(?<![\d/.-])(?<y>(?:19|20)\d\d)(?<sep>[/.-])(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>0?[1-9]|[12]\d|3[01])(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	// 29/08/2025: only where the first figure can be no month.
	[/(?<![\d/.-])(?<d>1[3-9]|2\d|3[01])(?<sep>[/.-])(?<m>0?[1-9]|1[0-2])\k<sep>(?<y>(?:19|20)\d\d)(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	// 11.03.2026: with full stops the day always comes first.
	[/(?<![\d/.-])(?<d>0?[1-9]|[12]\d|3[01])\.(?<m>0?[1-9]|1[0-2])\.(?<y>(?:19|20)\d\d)(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	// 8/29/2025: only where the second figure can be no month; 01/08/2025 is left to be looked at.
	[/(?<![\d/.-])(?<m>0?[1-9]|1[0-2])\/(?<d>1[3-9]|2\d|3[01])\/(?<y>(?:19|20)\d\d)(?!\d)/g, (g) => point(num(g['y']) ?? 0, num(g['m']), num(g['d']))],
	// Published 05.05.25
	[/(?<=\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Dd]ated)(?: on)?:?\s)(?<d>0?[1-9]|[12]\d|3[01])\.(?<m>0?[1-9]|1[0-2])\.(?<short>\d\d)(?!\d)/g, (g) => point(2000 + (num(g['short']) ?? 0), num(g['m']), num(g['d']))],
	[/(?<![\d/.-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?!\d)/g, () => undefined],
	[/(?<![\d,.$¥₹€-])(?<y>(?:19|20)\d0)[’']?s\b/g, (g) => decade(g['y'] ?? '')],
	// 2027-28, 2025/26, FY2024-25
	[new RegExp(String.raw`(?<![\d-])(?:FY\s?|[Ff]iscal(?: year)?\s)?${namedBy}(?<y>${year})\s?[-–/]\s?(?<y2>\d\d)(?![\d-])`, 'gu'), (g) => (Number(g['y2']) === (Number(g['y']) + 1) % 100 ? `${g['y']}/${Number(g['y']) + 1}` : Number(g['y2']) > Number(g['y']) % 100 ? `${g['y']}/${String(g['y']).slice(0, 2)}${g['y2']}` : undefined)],
	[new RegExp(String.raw`(?<![\d-])(?:FY\s?|fiscal(?: year)?\s)?(?<y>${year})(?:\s?[-–]\s?|\s+to\s+)(?:FY\s?)?(?<y2>${year})(?![\d-])`, 'gi'), (g) => (Number(g['y2']) > Number(g['y']) ? `${g['y']}/${g['y2']}` : undefined)],
	[new RegExp(String.raw`\b(?:FY|fiscal(?: year)?|financial year)\s?(?<y>${year})\b`, 'gi'), (g) => g['y']],
]);

/** A fiscal year in two digits. */
const shortFiscal = needing('fiscal', [
	// FY26, FY26-27, Q3FY26: of which of two years the March is, India and Japan say differently.
	[/(?<![A-Za-z])(?:[1-4]?[QH][1-4]?)?FY\s?[’']?(?<short>\d\d)(?:\s?[-–/]\s?(?<y2>\d\d))?(?!\d)/g, (g) => (g['y2'] === undefined ? `20${g['short']}` : Number(g['y2']) > Number(g['short']) ? `20${g['short']}/20${g['y2']}` : undefined)],
]);

const bareYears = needing('year', [
	[new RegExp(bareYear, 'gu'), (g) => g['y']],
]);

/** Read against another date. */
const relative = needing('word', [
	[new RegExp(String.raw`\b${which}\s+month\b`, 'gi'), (g, k) => monthBy(k, shift(g))],
	[new RegExp(String.raw`\b${which}\s+(?:fiscal|financial)(?: year)?\b`, 'gi'), (g, k) => (k.stated === undefined ? undefined : String(k.stated + shift(g) + fiscalShift(k)))],
	[new RegExp(String.raw`\b${which}\s+(?:calendar )?year\b`, 'gi'), (g, k) => (k.stated === undefined ? undefined : String(k.stated + shift(g)))],
	[new RegExp(String.raw`\b${which}\s+(?:spring|summer|autumn|fall|winter)\b`, 'gi'), (g, k) => (k.stated === undefined ? undefined : String(k.stated + shift(g)))],
	[/\b(?:within|before the end of|by the end of|by|until) (?:the year(?:[’']s end)?|year-end|the year-end)\b(?! (?:to|of|ended|ending|\d))/gi, (_, k) => (k.stated === undefined ? undefined : `../${k.stated}`)],
	// two days later; a month earlier; the following year
	[/(?<!\b(?:about|around|some|roughly|nearly|almost|only|than)\s)\b(?<count>a|an|one|two|three|four|five|six|seven|ten|\d{1,2})\s(?<unit>days?|weeks?|months?|years?)\s(?<way>later|earlier)\b/gi, (g, k) => { const [unit, size] = unitOf(g['unit']); return later(k, countOf(g['count']) * size * (g['way']?.toLowerCase() === 'later' ? 1 : -1), unit); }],
	[/(?<!\b(?:from|than|over|on|against|with|as)\s(?:in\s|of\s)?)\bthe\s(?<way>next|following|previous|preceding|same)\s(?<unit>day|month|year)\b/gi, (g, k) => { const way = g['way']?.toLowerCase() ?? ''; return later(k, way === 'same' ? 0 : way === 'next' || way === 'following' ? 1 : -1, unitOf(g['unit'])[0]); }],
	[new RegExp(String.raw`${notSaid}\b(?:(?<last>[Ll]ast|[Nn]ext)\s)?(?<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b(?!\s*,?\s*(?:\d|(?:${month})\s\d))(?:(?=\s(?<did>${didDeed}))|)`, 'gu'), (g, k) => weekdayNear(g['did'] === undefined ? k : { ...k, tense: 'past' }, weekdays.indexOf(g['w']?.toLowerCase() ?? ''), g['last']?.toLowerCase() as 'last' | 'next' | undefined)],
	// “Today” is often “these days”: a date beside a deed that is done.
	[new RegExp(String.raw`(?<=\b${didDeed}[^.;“”]{0,100}\s)(?<!\bof |\bin |\bthan )today\b(?![’']s)|\btoday(?=\s${didDeed})|\bToday,?(?=\s[^.,;]{2,60}?\s${didDeed})`, 'gu'), (_, k) => dayBy(k, 0)],
	[/\b[Tt]oday[’']s (?=(?:agreement|signing|meeting|summit|talks|ceremony|decision|announcement|launch|event|exchange|visit|conference|forum)s?\b)/g, (_, k) => dayBy(k, 0)],
	[/\b(?<rel>yesterday|tomorrow)\b(?![’']s)/gi, (g, k) => dayBy(k, g['rel']?.toLowerCase() === 'tomorrow' ? 1 : -1)],
	[/(?<!\b(?:from|than|with|against|as)\s)\b(?<count>one|two|three|four|five|six|seven|ten|\d{1,2})\s(?<unit>months?|years?)\sago\b|(?<!\b(?:from|than|with|against|as)\s)\ba\s(?<unit1>month|year)\sago\b/gi, (g, k) => {
		const count = g['unit1'] === undefined ? countOf(g['count']) : 1;
		return unitOf(g['unit1'] ?? g['unit'])[0] === 'month' ? monthBy(k, -count) : k.stated === undefined ? undefined : String(k.stated - count);
	}],
	// Nothing that EDTF could say: left to be looked at.
	[/\b(?:this|last|next)\sweek\b|\bend of (?:the|this) decade\b/gi, () => undefined],
]);

/** The forms of dates in texts of Latin script. The first that matches a stretch of text has it. */
export const englishForms: readonly Form[] = [...months, ...years, ...shortFiscal, ...bareYears, ...relative];

const future = /\b(?:will|shall|(?:promised|pledged|vowed|agreed|decided|undertook) to|to be|is to|are to|plans?|planned|planning|expected|expects?|scheduled|slated|due|set to|aims?|intends?|upcoming|hopes?|begin(?:s|ning)?|starts?|open(?:s|ing)|target\w*)\b/gi;
const past = /\b(?:was|were|had|did|said|met|held|took|began|begun|won|gave|made|came|went|saw|set up|paid|sent|told|built|bought|sold|found|put|since|\p{Ll}{3,}ed)\b/giu;

/** The tense of the words nearest before a date, else of those behind it. */
export function englishTense(text: string, at: number, end: number): 'past' | 'future' | undefined {
	const before = text.slice(Math.max(0, at - 160), at);
	const last = (pattern: RegExp, within: string): number => [...within.matchAll(pattern)].at(-1)?.index ?? -1;
	const [is, was] = [last(future, before), last(past, before)];
	if (is >= 0 || was >= 0) return is >= was ? 'future' : 'past';
	const after = text.slice(end, end + 160);
	const [next, gone] = [after.search(new RegExp(future.source, 'i')), after.search(new RegExp(past.source, 'iu'))];
	return next < 0 && gone < 0 ? undefined : gone < 0 || (next >= 0 && next <= gone) ? 'future' : 'past';
}
