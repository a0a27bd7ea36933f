import { scaleLinear } from 'd3-scale';
import { parseEdtf, type DatePoint } from '../../model/edtf.ts';
import { round } from './scene.ts';

/** Time as a source states it, in years: from the beginning of its first day, month or year to the end of its last. */
export interface Span {
	/** `null` where the source leaves the beginning open (“by 2030”). */
	readonly from: number | null;
	/** `null` where it leaves the end open (“since 2019”). */
	readonly to: number | null;
	readonly approximate: boolean;
}

const begin = ({ year, month = 1, day = 1 }: DatePoint): number => yearOf(Date.UTC(year, month - 1, day));
const end = ({ year, month, day }: DatePoint): number =>
	yearOf(day !== undefined && month !== undefined ? Date.UTC(year, month - 1, day + 1) : month !== undefined ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1));

function yearOf(time: number): number {
	const year = new Date(time).getUTCFullYear();
	const start = Date.UTC(year, 0, 1);
	return year + (time - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/**
 * @throws {RangeError} where `text` is no EDTF date
 * @example spanOf('2025') // => { from: 2025, to: 2026, approximate: false }
 */
export function spanOf(text: string): Span {
	const date = parseEdtf(text);
	if (date === undefined) throw new RangeError(`not an EDTF date: ${text}`);
	const last = 'end' in date ? date.end : date.start;
	return {
		from: date.start === null ? null : begin(date.start),
		to: last === null ? null : end(last),
		approximate: (date.start?.approximate ?? false) || (last?.approximate ?? false),
	};
}

/** An axis with one scale for the years that lie close together, and a place of its own, after a break, for each group of years far off. */
export interface TimeAxis {
	x(time: number): number;
	readonly ticks: readonly { readonly year: number; readonly x: number }[];
	/** Where the axis is broken. */
	readonly breaks: readonly number[];
	/** The stretches of the axis, from left to right. */
	readonly stretches: readonly { readonly from: number; readonly to: number; readonly left: number; readonly right: number }[];
}

/** So many years without a date break the axis. */
const tooFar = 8;
const breakWidth = 22;

export function timeAxis(spans: readonly Span[], left: number, right: number, farWidth = 54): TimeAxis {
	const years = [...new Set(spans.flatMap(({ from, to }) => [...(from === null ? [] : [Math.floor(from)]), ...(to === null ? [] : [Math.ceil(to) - 1])]))].sort((a, b) => a - b);
	const groups = years.reduce<{ first: number; last: number; count: number }[]>((found, year) => {
		const near = found.at(-1);
		return near && year - near.last <= tooFar ? [...found.slice(0, -1), { ...near, last: year, count: near.count + 1 }] : [...found, { first: year, last: year, count: 1 }];
	}, []);
	const main = groups.reduce((best, group, index) => (group.count > (groups[best]?.count ?? 0) ? index : best), 0);
	const mainWidth = right - left - (groups.length - 1) * (farWidth + breakWidth);
	const stretches = groups.map(({ first, last }, index) => {
		const start = left + index * (farWidth + breakWidth) + (index > main ? mainWidth - farWidth : 0);
		return { from: first, to: last + 1, left: start, right: start + (index === main ? mainWidth : farWidth) };
	});
	const scales = stretches.map((stretch) => ({ ...stretch, scale: scaleLinear([stretch.from, stretch.to], [stretch.left, stretch.right]) }));
	return {
		x: (time) => {
			const found = scales.find(({ to }) => time <= to) ?? scales.at(-1);
			return round(found?.scale(time) ?? left);
		},
		ticks: scales.flatMap(({ from, to, scale }, index) => Array.from({ length: index === main ? to - from : 1 }, (_, at) => ({ year: from + at, x: round(scale(from + at)) }))),
		breaks: stretches.slice(1).map((stretch) => round(stretch.left - breakWidth / 2)),
		stretches,
	};
}

/** As many periods as a picture has rows for. */
const mostPeriods = 24;

/**
 * The years that have a date, each by itself or in periods of like length, so that there are not too many.
 * @example periodsOf([2021, 2019]) // => [{ first: 2019, last: 2019 }, { first: 2021, last: 2021 }]
 */
export function periodsOf(years: readonly number[]): { first: number; last: number }[] {
	const sorted = [...new Set(years)].sort((a, b) => a - b);
	const periods = (length: number): number[] => [...new Set(sorted.map((year) => Math.floor(year / length) * length))];
	const length = [1, 5, 10, 50, 100].find((each) => periods(each).length <= mostPeriods) ?? 1000;
	return periods(length).map((first) => ({ first, last: first + length - 1 }));
}
