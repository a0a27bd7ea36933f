import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFigures, figuresIn } from '../../scripts/core/figures.ts';
import { createFormatter, type Formatter } from '../../src/model/format.ts';
import { createTranslators } from '../../scripts/core/messages.ts';
import { loadCatalogues, projectFolder } from '../../scripts/io/project.ts';
import { parseAmount } from '../../src/model/amount.ts';
import { langs, localize, type Lang } from '../../src/model/languages.ts';
import type { Amount } from '../../src/model/seed.ts';
import { bounds, currencies, units } from '../../src/model/vocabulary.ts';

const { catalogues } = await loadCatalogues();
if (!catalogues) throw new Error('the catalogues of content/i18n have issues');
const translators = createTranslators(catalogues);
const formatters = localize((lang): Formatter => createFormatter(lang, translators));

const amount = (values: Partial<Amount>): Amount => ({ bound: 'exact', unit: 'JPY', what: { en: 'it', ja: 'それ' }, ...values });
const inBoth = (show: (format: Formatter) => string): string[] => langs.map((lang) => show(formatters[lang]));
const amounts = (values: Partial<Amount>): string[] => inBoth((format) => format.amount(amount(values)).map(({ text }) => text).join(' = '));

describe('dates, in each language', () => {
	test.each([
		['2024', ['2024', '2024年']],
		['2024-11', ['November 2024', '2024年11月']],
		['2025-08-29', ['29 August 2025', '2025年8月29日']],
		['2025-07-20/2025-07-26', ['20–26 July 2025', '2025年7月20〜26日']],
		['2025-07-27/2025-08-02', ['27 July 2025 – 2 August 2025', '2025年7月27日〜2025年8月2日']],
		['2025-07/2025-09', ['July 2025 – September 2025', '2025年7月〜2025年9月']],
		['2027/2028', ['2027–2028', '2027〜2028年']],
		['../2030', ['by 2030', '2030年まで']],
		['2019/..', ['since 2019', '2019年以降']],
		['2025-08~', ['about August 2025', '2025年8月ごろ']],
		['../2025-03?', ['by about March 2025', '2025年3月ごろまで']],
		// A doubt about one end stays with that end.
		['2025-07-20/2025-07-26~', ['20 July 2025 – about 26 July 2025', '2025年7月20日〜2025年7月26日ごろ']],
		['2025~/2027', ['about 2025 – 2027', '2025年ごろ〜2027年']],
	])('%s', (edtf, expected) => {
		expect(inBoth((format) => format.date(edtf))).toEqual(expected);
	});

	test('say the same in all languages, whatever the date', () => {
		const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
		const point = fc.tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '~', '?')).map(([date, length, doubt]) => date.slice(0, length) + doubt);
		const interval = fc.tuple(day, day, fc.constantFrom(4, 7, 10)).map(([a, b, length]) => [a, b].sort().map((date) => date.slice(0, length))).filter(([a, b]) => a !== b).map((ends) => ends.join('/'));
		fc.assert(fc.property(fc.oneof(point, interval, point.map((date) => `../${date}`), point.map((date) => `${date}/..`)), (edtf) => {
			const texts = localize((lang) => formatters[lang].date(edtf));
			expect(compareFigures(texts)).toEqual([]);
			for (const year of edtf.match(/\d{4}/g) ?? []) for (const lang of langs) expect(texts[lang]).toContain(year);
			for (const lang of langs) expect(/[~?]/.test(edtf)).toBe(/about|ごろ/.test(texts[lang]));
		}));
	});

	test.each(['soon', '../..', '2025-13'])('%s is an error of the code that asks', (text) => {
		for (const lang of langs) expect(() => formatters[lang].date(text)).toThrow(RangeError);
	});
});

describe('amounts, in each language and the number systems of its readers', () => {
	test.each<[Partial<Amount>, string[]]>([
		[{ value: 60e9, bound: 'up-to' }, ['up to ¥60 billion = 最大600億円', '最大600億円 = up to ¥60 billion']],
		[{ value: 2.4e9, unit: 'USD', bound: 'about' }, ['about $2.4 billion = 約24億ドル', '約24億ドル = about $2.4 billion']],
		[{ from: 1e8, to: 4e8, unit: 'USD' }, ['$100–400 million = 1億〜4億ドル', '1億〜4億ドル = $100–400 million']],
		[{ from: 8.6e9, to: 35e9, unit: 'INR' }, ['₹860–3,500 crore / ₹8.6–35 billion = 86億〜350億ルピー', '86億〜350億ルピー = ₹860–3,500 crore / ₹8.6–35 billion']],
		// Half a range with a scale word would lend the word to the other half.
		[{ from: 5e5, to: 2e6, unit: 'USD' }, ['$500,000–2,000,000 = 50万〜200万ドル', '50万〜200万ドル = $500,000–2,000,000']],
		[{ from: 9e8, to: 1.2e9, unit: 'USD' }, ['$900 million–1.2 billion = 9億〜12億ドル', '9億〜12億ドル = $900 million–1.2 billion']],
		[{ value: 105e9, unit: 'INR' }, ['₹10,500 crore / ₹105 billion = 1,050億ルピー', '1,050億ルピー = ₹10,500 crore / ₹105 billion']],
		[{ value: 5000, unit: 'INR' }, ['₹5,000', '5,000ルピー']],
		[{ value: 1_050_000, unit: 'INR' }, ['₹1.05 million = 105万ルピー', '105万ルピー = ₹1.05 million']],
		[{ value: 2.3e12 }, ['¥2.3 trillion = 2.3兆円', '2.3兆円 = ¥2.3 trillion']],
		// A figure that its scale word would round is written in full.
		[{ value: 123_456_789 }, ['¥123,456,789 = 123,456,789円', '123,456,789円 = ¥123,456,789']],
		[{ value: 30_000, unit: 'people' }, ['30,000 people', '3万人']],
		[{ value: 400, unit: 'MW' }, ['400 MW', '400MW']],
		[{ value: 0.5, unit: 'GWh' }, ['0.5 GWh', '0.5GWh']],
		[{ value: 1.9e9, unit: 'EUR' }, ['€1.9 billion = 19億ユーロ', '19億ユーロ = €1.9 billion']],
		[{ value: 5e6, unit: 'tonnes' }, ['5 million tonnes', '500万トン']],
		[{ value: 1, unit: 'tonnes' }, ['1 tonne', '1トン']],
		[{ value: 1.2, unit: 'GW' }, ['1.2 GW', '1.2GW']],
		[{ value: 60, unit: 'percent', bound: 'up-to' }, ['up to 60%', '最大60%']],
		[{ value: 70, unit: 'companies', bound: 'more-than' }, ['more than 70 companies', '70社超']],
		[{ value: 1, unit: 'companies', bound: 'at-least' }, ['at least 1 company', '1社以上']],
		[{ from: 2, to: 3, unit: 'times' }, ['2–3 times', '2〜3回']],
	])('%o', (values, expected) => {
		expect(amounts(values)).toEqual(expected);
	});

	/** Figures as sources have them: a few digits, and a power of ten. */
	const figure = fc.oneof(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9 })).map(([digits, zeros]) => digits * 10 ** zeros), fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 1, max: 9999 }).map((thousandths) => thousandths / 1000));
	const range = fc.tuple(figure, figure).filter(([a, b]) => a !== b).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
	const anyAmount = fc.tuple(fc.oneof(figure.map((value) => ({ value })), range), fc.constantFrom(...units), fc.constantFrom(...bounds)).map(([values, unit, bound]) => amount({ ...values, unit, bound }));

	test('read back as the amount they were made from, in every language and scale', () => {
		fc.assert(fc.property(figure, fc.constantFrom(...units), (value, unit) => {
			for (const lang of langs) {
				for (const { lang: form, text } of formatters[lang].amount(amount({ value, unit }))) {
					const [before = '', after = ''] = translators[form](`unit.${unit}`, { number: '|', count: value }).split('|');
					const written = text.split(translators[form]('amount.or')).map((one) => one.slice(before.length, after === '' ? undefined : -after.length));
					for (const number of written) expect([number, parseAmount(number)]).toEqual([number, value]);
				}
			}
		}), { numRuns: 300 });
	});

	test('say the same in all languages, whatever the amount', () => {
		const own = (lang: Lang, values: Amount): string => formatters[lang].amount(values)[0]?.text ?? '';
		fc.assert(fc.property(anyAmount, (values) => {
			expect(compareFigures(localize((lang) => own(lang, values)))).toEqual([]);
			const wanted = new Set([values.value, values.from, values.to].filter((value) => value !== undefined));
			for (const lang of langs) expect(new Set(figuresIn(own(lang, values)).filter(({ optional }) => !optional).map(({ key }) => Number(key.split(' ')[0])))).toEqual(wanted);
		}), { numRuns: 300 });
	});

	test('of money are shown in both number systems where these group the digits differently, and others in one', () => {
		fc.assert(fc.property(anyAmount, (values) => {
			const large = (currencies as readonly string[]).includes(values.unit) && (values.value ?? values.to ?? 0) >= 10_000;
			for (const lang of langs) expect(formatters[lang].amount(values).map(({ lang: form }) => form)).toEqual(large ? [lang, ...langs.filter((other) => other !== lang)] : [lang]);
		}));
	});
});

test('lines, lists and the order of names are those of the language', () => {
	expect(inBoth((format) => `${format.lines([8, 8])} | ${format.lines([8, 10])} | ${format.list(['A', 'B'])}`)).toEqual(['line 8 | lines 8–10 | A, B', '8行目 | 8〜10行目 | A、B']);
	expect(['10', '9', 'b', 'A', 'あ', 'カ', 'い'].sort(formatters.ja.collator.compare)).toEqual(['9', '10', 'A', 'b', 'あ', 'い', 'カ']);
});

test('the time zone and the locale of the machine change nothing', async () => {
	const url = (path: string): string => pathToFileURL(join(projectFolder, path)).href;
	const script = `
		import { createFormatter } from '${url('src/model/format.ts')}';
		import { createTranslators } from '${url('scripts/core/messages.ts')}';
		import { loadCatalogues } from '${url('scripts/io/project.ts')}';
		const { catalogues } = await loadCatalogues();
		const translators = createTranslators(catalogues);
		const shown = Object.keys(translators).flatMap((lang) => {
			const format = createFormatter(lang, translators);
			const dates = ['2025', '2025-01-01', '2024-12-31', '2025-03-30', '2024-12-31/2025-01-01', '../2030'].map((date) => format.date(date));
			return [...dates, ...format.amount({ value: 1234500000, unit: 'INR', bound: 'exact' }).map(({ text }) => text)];
		});
		console.log(JSON.stringify({ shown, offset: new Date(2025, 0).getTimezoneOffset() }));`;
	const run = async (TZ: string, locale: string): Promise<{ shown: string[]; offset: number }> => {
		const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TZ, LANG: locale, LC_ALL: locale } });
		return JSON.parse(stdout) as { shown: string[]; offset: number };
	};
	const [west, utc, east] = await Promise.all([run('Pacific/Honolulu', 'de_DE.UTF-8'), run('UTC', 'C'), run('Pacific/Kiritimati', 'ar_EG.UTF-8')]);
	expect([west.offset, utc.offset, east.offset]).toEqual([600, 0, -840]);
	expect(west.shown).toEqual(utc.shown);
	expect(east.shown).toEqual(utc.shown);
	expect(utc.shown).toContain('31 December 2024 – 1 January 2025');
});
