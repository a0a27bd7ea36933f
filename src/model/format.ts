import { parseEdtf, type DatePoint } from './edtf.ts';
import { languages, localize, otherLangs, type Lang, type Localized } from './languages.ts';
import { parseAmount, scaleWords } from './amount.ts';
import { remember } from './remember.ts';
import { isCurrency, type Amount } from './seed.ts';
/** The labels of a language: a key of its catalogue, and what to fill in. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Dates and amounts as a reader of each language writes them. All wording is in the catalogues and in `Intl`. */
export interface Formatter {
	date(edtf: string): string;
	/** The amount in this language's number system first, then in those of the others where they group large figures differently. */
	amount(amount: Amount): { lang: Lang; text: string }[];
	/** `line 8`, `lines 8–10`. */
	lines(lines: readonly [number, number]): string;
	list(items: readonly string[]): string;
	/** Sorts names in the order of a dictionary of this language. */
	readonly collator: Intl.Collator;
}

/** What of an amount is written. */
type Figures = Pick<Amount, 'value' | 'from' | 'to' | 'bound' | 'unit'>;

export function createFormatter(lang: Lang, translators: Localized<Translate>): Formatter {
	const t = translators[lang];
	const amounts = remember((key) => {
		const amount = JSON.parse(key) as Figures;
		return [lang, ...(isLarge(amount) ? otherLangs(lang) : [])].map((form) => ({ lang: form, text: formatAmount(amount, form, translators[form]) }));
	}, 10_000);
	return {
		date: remember((edtf) => formatDate(edtf, lang, t), 10_000),
		amount: ({ value, from, to, bound, unit }) => amounts(JSON.stringify({ value, from, to, bound, unit })),
		lines: ([from, to]) => t(from === to ? 'lines.single' : 'lines.range', { from, to }),
		list: (items) => items.join(t('list.separator')),
		collator: new Intl.Collator(languages[lang].locale, { numeric: true }),
	};
}

function formatDate(text: string, lang: Lang, t: Translate): string {
	const date = parseEdtf(text);
	if (date === undefined) throw new RangeError(`not an EDTF date: ${text}`);
	if (!('end' in date)) return formatPoint(date.start, lang, t);
	const { start, end } = date;
	if (start !== null && end !== null) return formatRange(start, end, lang, t);
	if (end !== null) return t('date.by', { date: formatPoint(end, lang, t) });
	if (start !== null) return t('date.since', { date: formatPoint(start, lang, t) });
	throw new RangeError(`an interval without an end: ${text}`);
}

/** Not `Intl`'s own ranges: for Japanese they fall back to figures and slashes. */
function formatRange(start: DatePoint, end: DatePoint, lang: Lang, t: Translate): string {
	const exact = !start.approximate && !end.approximate;
	if (exact && start.day !== undefined && end.day !== undefined && start.year === end.year && start.month === end.month) {
		const { day, ...month } = start;
		return t('date.days', { month: formatPoint(month, lang, t), from: day, to: end.day });
	}
	if (exact && start.month === undefined && end.month === undefined) return t('date.years', { from: start.year, to: end.year });
	return t('date.range', { from: formatPoint(start, lang, t), to: formatPoint(end, lang, t) });
}

function formatPoint(point: DatePoint, lang: Lang, t: Translate): string {
	const date = dateFormat(lang, point).format(toDate(point));
	return point.approximate ? t('date.about', { date }) : date;
}

/** Making a format costs far more than using it. */
const dateFormats = localize((lang) => {
	const format = (fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(languages[lang].locale, { timeZone: 'UTC', year: 'numeric', ...fields });
	return { year: format({}), month: format({ month: 'long' }), day: format({ month: 'long', day: 'numeric' }) };
});

const dateFormat = (lang: Lang, { month, day }: DatePoint): Intl.DateTimeFormat => dateFormats[lang][month === undefined ? 'year' : day === undefined ? 'month' : 'day'];

const fullNumber = localize((lang) => new Intl.NumberFormat(languages[lang].locale, { maximumFractionDigits: 20 }));
const compactNumber = localize((lang) => new Intl.NumberFormat(languages[lang].locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3, useGrouping: true }));

const toDate = ({ year, month = 1, day = 1 }: DatePoint): Date => new Date(Date.UTC(year, month - 1, day));

/** Whether the languages group the digits of the figure differently, so that both forms help. */
const isLarge = (amount: Figures): boolean => isCurrency(amount.unit) && (amount.value ?? amount.to ?? 0) >= 10_000;

function formatAmount(amount: Figures, lang: Lang, t: Translate): string {
	const values = amount.value === undefined ? [amount.from, amount.to] : [amount.value];
	const numbers = values.filter((value) => value !== undefined);
	return t(`bound.${amount.bound}`, { amount: withUnit(numbers, amount.unit, lang, t) });
}

/** `scale.<currency>` names the scales in which a language gives a currency: its own compact one, or a word such as crore. */
function withUnit(values: readonly number[], unit: Amount['unit'], lang: Lang, t: Translate): string {
	const largest = values.at(-1) ?? 0;
	const scales = isCurrency(unit) ? t(`scale.${unit}`).split(' ').filter((scale) => largest >= (scaleWords[scale] ?? 0)) : ['compact'];
	return scales.map((scale) => t(`unit.${unit}`, { number: scaledRange(values, scale, lang, t), count: largest })).join(t('amount.or'));
}

/**
 * “100–400 million”: each language says in `range.sameScale` whether the scale word stands once or twice.
 * Where one end alone would have a word, both are written in full: the word would seem to belong to both.
 */
function scaledRange(values: readonly number[], scale: string, lang: Lang, t: Translate): string {
	const scaled = values.map((value) => scaleNumber(value, scale, lang));
	const full = scaled.some(({ word }) => word === '') ? values.map((value) => inFull(value, lang)) : scaled;
	const [first, last] = [full[0], full.at(-1)];
	if (first === undefined || last === undefined) throw new RangeError('an amount without a figure');
	if (full.length === 1) return first.number + first.word;
	return t(first.word === last.word ? 'range.sameScale' : 'range.otherScale', { from: first.number, fromScale: first.word, to: last.number, toScale: last.word });
}

interface ScaledNumber {
	readonly number: string;
	readonly word: string;
}

const inFull = (value: number, lang: Lang): ScaledNumber => ({ number: fullNumber[lang].format(value), word: '' });

/**
 * A figure in a scale, or in full where the scale would round it (a source's figure is never rounded)
 * or would put a word where three digits do.
 */
function scaleNumber(value: number, scale: string, lang: Lang): ScaledNumber {
	const divisor = scaleWords[scale];
	if (divisor !== undefined) {
		const scaled = value / divisor;
		return value >= divisor && Number.isInteger(scaled * 1000) ? { ...inFull(scaled, lang), word: ` ${scale}` } : inFull(value, lang);
	}
	const parts = compactNumber[lang].formatToParts(value);
	const isWord = ({ type }: Intl.NumberFormatPart): boolean => type === 'compact' || type === 'literal';
	const join = (wanted: boolean): string => parts.filter((part) => isWord(part) === wanted).map((part) => part.value).join('');
	const [number, word] = [join(false), join(true)];
	return (scaleWords[word.trim()] ?? 0) >= 10_000 && parseAmount(number + word) === value ? { number, word } : inFull(value, lang);
}
