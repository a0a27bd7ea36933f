/** What a date that is not whole is read against, and the arithmetic of it. */

export type Groups = Readonly<Record<string, string | undefined>>;

export interface Known {
	/** The year last stated in the passage. */
	year: number | undefined;
	/** The year that 同年 means: that of the passage, else of the one before it. */
	same: number | undefined;
	/** The year of publication: what “this year” means. */
	readonly stated: number | undefined;
	/** The date of publication, where it is known at least to the month. */
	readonly published: string | undefined;
	/** The days stated before the passage. */
	readonly days: readonly string[];
	/** The month last stated. */
	month: string | undefined;
	/** The month last stated in the passage itself. */
	monthHere: string | undefined;
	/** The date last stated, where it was one date: what “two days later” counts from. */
	last: string | undefined;
	/** Whether the words around a date tell of what was or of what will be. */
	tense: 'past' | 'future' | undefined;
}

/** What a text must hold for a form to be in it: most passages lack what most forms need. */
export type Need = 'month' | 'year' | 'fiscal' | 'word';

/** A form of dates: how it is written, and the date that it means; none where too little is known. */
export type Form = readonly [pattern: RegExp, make: (groups: Groups, known: Known) => string | undefined, need?: Need];

export const num = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number.parseInt(text, 10));

const two = (value: number | string): string => String(value).padStart(2, '0');
/** @example point(2025, 4) // => '2025-04' */
export const point = (y: number, m?: number, d?: number): string => [String(y), ...(m ? [two(m)] : []), ...(m && d ? [two(d)] : [])].join('-');
export const whole = (y: number | undefined, m?: number, d?: number): string | undefined => (y === undefined || (m !== undefined && (m < 1 || m > 12)) ? undefined : point(y, m, d));

/** The fiscal year of a paper of February began in April of the year before. */
export const fiscalShift = ({ published }: Known): number => ((num(published?.slice(5, 7)) ?? 4) < 4 ? -1 : 0);

/** The month and day of publication, as a number that can be compared. */
const dayOfYear = (m: number, d: number): number => m * 100 + d;

/**
 * The year of a day or month that is written without one: the year stated before it in the passage, else
 * the one nearest to the publication that the tense allows. “Opened in November”, in a paper of January,
 * was last year; “will open in February”, in one of December, is next year.
 */
export function nearYear(known: Known, m: number, d?: number): number | undefined {
	const { year, stated, published, tense } = known;
	if (year !== undefined || stated === undefined || published === undefined || tense === undefined) return year ?? stated;
	const [ownMonth, ownDay] = [Number(published.slice(5, 7)), Number(published.slice(8, 10) || (tense === 'past' ? 31 : 0))];
	const [then, now] = [dayOfYear(m, d ?? (tense === 'past' ? 0 : 31)), dayOfYear(ownMonth, ownDay)];
	// What was announced the day before it takes place is told in the past too.
	if (tense === 'past' && d !== undefined && then > now && daysBetween(published, point(stated, m, d)) <= 31) return stated;
	return tense === 'past' && then > now ? stated - 1 : tense === 'future' && then < now ? stated + 1 : stated;
}

/** From a day, or the first of a month, to a later one. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A month by its name alone, “last March”: the last one before the publication, “next March” the first after it. */
export function monthNear({ stated, published }: Known, m: number, which: 'last' | 'this' | 'next'): string | undefined {
	if (stated === undefined) return undefined;
	const own = num(published?.slice(5, 7));
	if (which === 'this' || own === undefined) return which === 'this' ? point(stated, m) : undefined;
	return point(which === 'last' ? (m < own ? stated : stated - 1) : m > own ? stated : stated + 1, m);
}

/** “This month”, “last month” and “next month”, seen from the publication. */
export function monthBy({ published }: Known, months: number, d?: number): string | undefined {
	return published === undefined ? undefined : monthsFrom(published, months, d);
}

function monthsFrom(date: string, months: number, d?: number): string {
	const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
	return point(Math.floor(count / 12), (count % 12) + 1, d);
}

/** A day without its month: of the month that the passage has stated; else the last one of that number up to the publication, or one of the same month that is still to come. */
export function dayOfNews(d: number, known: Known): string | undefined {
	if (known.monthHere !== undefined) return `${known.monthHere}-${two(d)}`;
	const publishedOn = num(known.published?.slice(8, 10));
	// In an undated document: a day that was stated whole before.
	if (publishedOn === undefined) return known.days.findLast((day) => day.endsWith(`-${two(d)}`));
	return monthBy(known, d > publishedOn && known.tense !== 'future' ? -1 : 0, d);
}

/** So many days from the publication. */
export const dayBy = ({ published }: Known, days: number): string | undefined => (published === undefined || published.length < 10 ? undefined : daysFrom(published, days));

function daysFrom(date: string, days: number): string {
	const day = new Date(`${date}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}

/** A day of the week, 0 Sunday to 6 Saturday: the last one up to the publication, or the next one where it is told as to come. */
export function weekdayNear(known: Known, weekday: number, which?: 'last' | 'next'): string | undefined {
	const today = dayBy(known, 0);
	if (today === undefined) return undefined;
	const ahead = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
	if (which === 'next') return dayBy(known, ahead === 0 ? 7 : ahead);
	if (which === 'last') return dayBy(known, ahead === 0 ? -7 : ahead - 7);
	return dayBy(known, known.tense === 'future' || ahead === 0 ? ahead : ahead - 7);
}

/** The fiscal year that ends in a month, by the year in which it begins. */
export const yearEnding = (y: number, m: number): string => String(m === 12 ? y : y - 1);

/** The ten years that 199 begins. */
export const decade = (first: string): string => `${first}/${Number(first) + 9}`;

/** So many days, months or years from the date last stated, which must be as precise. */
export function later({ last }: Known, count: number, unit: 'day' | 'month' | 'year'): string | undefined {
	if (last === undefined) return undefined;
	if (unit === 'year') return String(Number(last.slice(0, 4)) + count);
	if (unit === 'month') return last.length >= 7 ? monthsFrom(last, count) : undefined;
	return last.length < 10 ? undefined : daysFrom(last, count);
}
