import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfOrder, edtfYear, isEdtf, parseEdtf, type EdtfDate } from '../../src/model/edtf.ts';

/** The number of days of a month, from the calendar itself. */
const lastDay = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

const pad = (value: number): string => String(value).padStart(2, '0');
const years = fc.integer({ min: 1000, max: 9999 });
const months = fc.tuple(years, fc.integer({ min: 1, max: 12 }));
const days = months.chain(([year, month]) => fc.tuple(fc.constant(year), fc.constant(month), fc.integer({ min: 1, max: lastDay(year, month) })));
const written = (...[year, ...rest]: readonly number[]): string => [String(year), ...rest.map(pad)].join('-');

const read = (text: string): EdtfDate => {
	const date = parseEdtf(text);
	if (!date) throw new Error(`${text} is no date`);
	return date;
};

describe('a date is as precise as its source', () => {
	const at = (year: number, month?: number, day?: number, approximate = false): object => ({ year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }), approximate });

	test.each<[string, unknown]>([
		['2025', { start: at(2025) }],
		['2025-07', { start: at(2025, 7) }],
		['2024-02-29', { start: at(2024, 2, 29) }],
		['2025-08~', { start: at(2025, 8, undefined, true) }],
		['2025?', { start: at(2025, undefined, undefined, true) }],
		['2025-08-29%', { start: at(2025, 8, 29, true) }],
		['2025-07-20/2025-07-26', { start: at(2025, 7, 20), end: at(2025, 7, 26) }],
		['2027/2028~', { start: at(2027), end: at(2028, undefined, undefined, true) }],
		['../2030', { start: null, end: at(2030) }],
		['2019-04/..', { start: at(2019, 4), end: null }],
	])('%s', (text, expected) => {
		expect(parseEdtf(text)).toEqual(expected);
	});

	test('any day of the calendar', () => {
		fc.assert(fc.property(days, ([year, month, day]) => {
			expect(parseEdtf(written(year, month, day))).toEqual({ start: at(year, month, day) });
		}));
	});
});

describe('what is no date is refused', () => {
	test.each([
		'', ' ', '..', '../..', '/', '2025/', '/2025', 'today', 'July 2025', '2025-13', '2025-00', '2025-02-29', '2025-02-30', '2025-04-31', '2025-07-32', '2025-07-00',
		'2025-7', '2025-07-5', '25-07-01', '0025-07', '12025', '-2025', '2025-08/2025-07', '2025-07-26/2025-07-20', '2026/2025', '2025/2026/2027', '2025 / 2026',
		'2025-07-20/26', '2025-W30', '2025-201', '2025-21', '20XX', '202X', '2025-XX', '[2025, 2026]', '{2025, 2026}', '2025-07-20T10:00', 'Y12025', '２０２５', '2025年7月', '2025-07\n',
	])('%j', (text) => {
		expect(isEdtf(text)).toBe(false);
	});

	test('any day that the calendar does not have', () => {
		fc.assert(fc.property(months.chain(([year, month]) => fc.tuple(fc.constant(year), fc.constant(month), fc.integer({ min: lastDay(year, month) + 1, max: 99 }))), ([year, month, day]) => {
			expect(isEdtf(written(year, month, day))).toBe(false);
		}));
	});

	test('any interval that does not end after it begins, and no other', () => {
		for (const points of [years.map((year): number[] => [year]), months.map((point): number[] => point), days.map((point): number[] => point)]) {
			fc.assert(fc.property(points, points, fc.boolean(), (first, second, same) => {
				const [from, to] = [written(...first), written(...(same ? first : second))];
				expect(isEdtf(`${from}/${to}`)).toBe(from < to);
			}));
		}
	});

	test('any text at all, without an error', () => {
		fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.~?%XYTZ[]{},:')) })), (text) => {
			const date = parseEdtf(text);
			if (date) expect(text).toMatch(/^(?:\.\.|[1-9]\d{3}(?:-\d\d){0,2}[~?%]?)(?:\/(?:\.\.|[1-9]\d{3}(?:-\d\d){0,2}[~?%]?))?$/);
		}));
	});
});

describe('the order of dates', () => {
	test('puts a period before the days in it, and an open start at its end', () => {
		const texts = ['../2030', '2025-07-20/2025-07-26', '2025-12-31', '2025', '2019/..', '2025-07', '2025-07-20', '2030-01', '2025-07-21~'];
		expect([...texts].sort((a, b) => edtfOrder(read(a)) - edtfOrder(read(b)))).toMatchInlineSnapshot(`
			[
			  "2019/..",
			  "2025",
			  "2025-07",
			  "2025-07-20/2025-07-26",
			  "2025-07-20",
			  "2025-07-21~",
			  "2025-12-31",
			  "../2030",
			  "2030-01",
			]
		`);
	});

	test('is that of the calendar', () => {
		fc.assert(fc.property(days, days, (first, second) => {
			const [a, b] = [written(...first), written(...second)];
			expect(Math.sign(edtfOrder(read(a)) - edtfOrder(read(b)))).toBe(a === b ? 0 : a < b ? -1 : 1);
		}));
	});

	test('the year of a date is that of its start, or of its end where the start is open', () => {
		expect(['2025-07', '2019/..', '../2030-06', '2027/2028'].map((text) => edtfYear(read(text)))).toEqual([2025, 2019, 2030, 2027]);
	});
});
