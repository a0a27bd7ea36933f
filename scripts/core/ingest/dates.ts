import { isEdtf } from '../../../src/model/edtf.ts';
import { japanese, matchesOf } from './clean.ts';
import { anyMonth, capitalMonths, englishForms, englishTense, part, relativeWords } from './dates/english.ts';
import { japaneseForms, japaneseTense } from './dates/japanese.ts';
import { num, type Form, type Groups, type Known } from './dates/known.ts';
import { withFigures } from './numerals.ts';
import { Stretches } from './stretches.ts';

/**
 * Dates of a passage as EDTF, in either script and in the forms that ministries and newspapers use. A part
 * of a year (a quarter, a season, “early”) is that year, a part of a month that month; a fiscal year is
 * written by the year in which it begins.
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
	/** The dates stated before the passage, EDTF, in their order: what 同年, 同月 and “two days later” point back to. */
	readonly before?: readonly string[];
	/** How the sentence goes on behind the passage: where a Japanese one ends tells whether it is past. */
	readonly behind?: string;
}

/** What turns a date into an open interval. */
const byBefore = new RegExp(String.raw`\b(?:by|until|till|before|no later than|not later than|up to|through)\s+${part}$`, 'i');
const sinceBefore = new RegExp(String.raw`\b(?:since|from|not before|no earlier than|no sooner than|starting|beginning|effective)\s*:?\s+(?:in |from )?${part}$|\bsince (?:its|their|the|his|her)\s(?:[a-z-]+\s){1,4}(?:in|of)\s$`, 'i');
/** What is put off until a year takes place then. */
const putOff = new RegExp(String.raw`\b(?:put off|postpon(?:ed|es|ing)|delay(?:ed|s|ing)?|deferred|push(?:ed|es) back)\b[^.;]*\b(?:until|till)\s+${part}\S*(?:\s\S+)?$`, 'i');
/** Between the two ends of an interval that is written as two dates. */
const joins = /^(?:度|頃|ごろ|初頭|末)?\s?(?:から|[~〜～–—―-]|to\b|until\b|through\b)\s?(?:the end of |end-|early |mid-|late )?(?:FY|fiscal (?:year )?)?$/i;
const joinsAfterBetween = /^\s?and\s(?:FY|fiscal (?:year )?)?$/i;
const between = new RegExp(String.raw`\bbetween\s+${part}$`, 'i');
const onwardAfter = /^\s*(?:onwards?|and beyond|or later)\b/i;
/** Words for a part of a year or month, between a date and what makes it an interval. */
const partJa = '(?:末|頃|ごろ|初頭|前半|後半|半ば|中|上半期|下半期|上期|下期|第[一二三四1-4]四半期|[春夏秋冬]|上旬|中旬|下旬|初め)*';
const byAfterJa = new RegExp(`^(?:度)?(?:内|${partJa})(?:まで(?!の間)|までに|以前)|^度?内に`, 'u');
const sinceAfterJa = new RegExp(`^(?:度)?${partJa}(?:以降|以来|から(?!の)|[~〜～]\\s*(?:$|[/、。)]))`, 'u');

/** The grammar of EDTF is slow, and a document has few dates. */
const checked = new Map<string, boolean>();
function isDate(date: string): boolean {
	let known = checked.get(date);
	if (known === undefined) checked.set(date, (known = isEdtf(date)));
	return known;
}

interface Match {
	readonly at: number;
	readonly end: number;
	readonly groups: Groups;
	readonly make: Form[1];
	readonly tenseOf: typeof japaneseTense;
}

/** Where a form of date stands in a text, none inside of another. */
function matchesIn(text: string): Match[] {
	// Most passages lack what most forms need.
	const named = anyMonth.test(text);
	const relative = relativeWords.test(text);
	if (!named && !relative && !/[0-9年月日春夏秋冬]/.test(text)) return [];
	const has = { month: named, year: /(?:19|20)\d\d|\d\.\d\d\b/.test(text), fiscal: /FY/i.test(text), word: relative };
	const matches: Match[] = [];
	const taken = new Stretches(text.length);
	const search = (forms: readonly Form[], tenseOf: typeof japaneseTense): void => {
		for (const [pattern, make] of forms) for (const match of matchesOf(text, pattern)) {
			const [at, end] = [match.index, match.index + match[0].length];
			if (taken.overlaps(at, end)) continue;
			taken.take(at, end);
			matches.push({ at, end, groups: match.groups ?? {}, make, tenseOf });
		}
	};
	if (japanese.test(text)) search(japaneseForms, japaneseTense);
	search(englishForms.filter(([, , need]) => need === undefined || has[need]), englishTense);
	return matches.sort((a, b) => a.at - b.at);
}

/** Lists the dates of a passage, in its order. */
export const datesIn = (passage: string, context: DateContext): FoundDate[] => readDates(passage, context).dates;

export interface ReadDates {
	/** In the order of the passage. */
	readonly dates: FoundDate[];
	/** Words for a date that nothing known makes whole, as written: “last week”, 14日 in a paper without its own date. */
	readonly undecided: readonly string[];
}

/** Reads the dates of a passage, and what is a date but cannot be told. */
export function readDates(original: string, { published, before: stated = [], behind = '' }: DateContext): ReadDates {
	const { text: passage, origin } = withFigures(original);
	const asWritten = (from: number, to: number): string => original.slice(origin(from), origin(to));
	// Width folded one to one, so that places in the text stay as they are.
	// A space between a figure and 年 or 月 moves in front of the figure.
	const text = passage.replace(/(?<![0-9０-９.,])([0-9０-９]{1,4})[ \u3000](?=[年月日](?!本))/g, ' $1').replace(/[０-９Ａ-Ｚａ-ｚ．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[（）]/g, (character) => (character === '（' ? '(' : ')')).replace(capitalMonths, (name) => name.slice(0, 1) + name.slice(1).toLowerCase());
	const last = stated.at(-1);
	const month = stated.findLast((date) => /\d{4}-\d{2}/.test(date));
	const known: Known = { year: undefined, same: num(/\d{4}/.exec(last ?? '')?.[0]), stated: num(published), month: /\d{4}-\d{2}/.exec(month ?? '')?.[0], monthHere: undefined, last: /[/.]/.test(last ?? '') ? undefined : last, published: /^\d{4}-\d{2}/.test(published ?? '') ? published : undefined, tense: undefined };
	const undecided: string[] = [];
	const found: (FoundDate & { readonly end: number; readonly single: string })[] = [];
	for (const { at, end, groups, make, tenseOf } of matchesIn(text)) {
		known.tense = tenseOf(tenseOf === japaneseTense ? text + behind : text, at, end);
		const date = make(groups, known);
		const hasYear = (groups['y'] ?? groups['era'] ?? groups['se']) !== undefined;
		if (date === undefined || !isDate(date)) {
			// A form with its year that gives no date was none: 2024-10.
			if (!hasYear) undecided.push(asWritten(at, end));
			continue;
		}
		const written = text.slice(at, end);
		const [first] = /\d{4}(?:-\d{2}){0,2}/.exec(date) ?? [''];
		known.year = known.same = Number(first.slice(0, 4));
		if (first.length >= 7) known.month = known.monthHere = first.slice(0, 7);
		known.last = date === first ? date : undefined;
		const before = text.slice(Math.max(0, at - 48), at);
		const after = text.slice(end, end + 12);
		const confidence = hasYear ? 0.95 : 0.6;
		const single = date.includes('/') ? '' : date;
		const other = found.at(-1);
		const gap = other === undefined || other.single === '' || single === '' ? '' : text.slice(other.end, at);
		if (other !== undefined && gap !== '' && other.single < date && (joins.test(gap) || (joinsAfterBetween.test(gap) && between.test(text.slice(Math.max(0, other.at - 48), other.at)))) && isDate(`${other.single}/${date}`)) {
			found[found.length - 1] = { edtf: `${other.single}/${date}`, text: asWritten(other.at, end), at: other.at, end, single: '', confidence: Math.min(other.confidence, confidence) };
			continue;
		}
		const lead = /^(?:by|since|from|until|till|through)\b/i.exec(written)?.[0]?.toLowerCase() ?? '';
		let edtf = date;
		if (single !== '' && (sinceBefore.test(before) || /早くても$/u.test(before) || sinceAfterJa.test(after) || onwardAfter.test(after) || lead === 'since' || (lead === 'from' && tenseOf !== japaneseTense))) edtf = `${date}/..`;
		else if (single !== '' && !putOff.test(text.slice(Math.max(0, at - 120), end)) && (byBefore.test(before) || byAfterJa.test(after) || ['by', 'until', 'till', 'through'].includes(lead))) edtf = `../${date}`;
		// “Since 2021 … in June”: a year that only bounds is not that of the next month.
		if (edtf !== date && date.length === 4) known.year = undefined;
		if (!isDate(edtf)) continue;
		found.push({ edtf, text: asWritten(at, end), at, end, single, confidence });
	}
	const dates = found.filter(({ edtf }, index) => found.findIndex((other) => other.edtf === edtf) === index).map(({ edtf, text: written, at, confidence }) => ({ edtf, text: written, at: origin(at), confidence }));
	return { dates, undecided: [...new Set(undecided)] };
}
