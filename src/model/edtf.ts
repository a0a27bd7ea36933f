import edtf from 'edtf';
import { remember } from './remember.ts';

/**
 * Dates as the sources state them, in EDTF (ISO 8601-2:2019, levels 0 and 1): a year, a month or a
 * day, `~` for "about" and `?` for "uncertain", and intervals of these, open (`..`) at either end.
 */

/** One date as precise as its source: without `month` it is a year, without `day` a month. */
export interface DatePoint {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
	/** The source says "about" or is unsure. */
	readonly approximate: boolean;
}

/** A single date has no `end` field; an open end of an interval is `null`. */
export type EdtfDate = { readonly start: DatePoint } | { readonly start: DatePoint | null; readonly end: DatePoint | null };

/** No source is older than four digits: 0025 is a slip for 2025. */
const pointPattern = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([~?%])?$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const parsePoint = (text: string): DatePoint | undefined => {
	const match = pointPattern.exec(text);
	if (!match) return undefined;
	const [, year, month, day, qualifier] = match;
	// The parser of EDTF lets 29 February pass in every year.
	if (day !== undefined && Number(day) > daysIn(Number(year), Number(month))) return undefined;
	return {
		year: Number(year),
		...(month === undefined ? {} : { month: Number(month) }),
		...(day === undefined ? {} : { day: Number(day) }),
		approximate: qualifier !== undefined,
	};
};

/**
 * Reads an EDTF date or interval.
 * @returns `undefined` where `text` is none, or is of a form that no source needs (seasons, sets, unspecified digits).
 * @example parseEdtf('../2030') // => { start: null, end: { year: 2030, approximate: false } }
 */
export const parseEdtf = remember((text: string): EdtfDate | undefined => {
	// Whatever is a point here is one in EDTF, whose parser takes a millisecond.
	const point = parsePoint(text);
	if (point) return { start: point };
	try {
		edtf(text);
	} catch {
		return undefined;
	}
	const parts = text.split('/').map((part) => (part === '..' ? null : parsePoint(part)));
	const [start, end] = parts;
	if (start === undefined || parts.includes(undefined) || parts.length > 2) return undefined;
	if (parts.length === 1) return undefined;
	return start === null && end === null ? undefined : { start, end: end ?? null };
}, 10_000);

export const isEdtf = (text: string): boolean => parseEdtf(text) !== undefined;

const ordinal = ({ year, month = 0, day = 0 }: DatePoint): number => year * 10000 + month * 100 + day;

/** A number that orders dates: by their start, a period before the days inside it; "by 2030" stands at 2030. */
export function edtfOrder(date: EdtfDate): number {
	const point = date.start ?? ('end' in date ? date.end : null);
	return point === null ? Infinity : ordinal(point);
}

/** The year under which a timeline shows a date: its start, or its end where the start is open. */
export const edtfYear = (date: EdtfDate): number => Math.floor(edtfOrder(date) / 10000);
