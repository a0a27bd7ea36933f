import { parseAmount, scaledNumberPattern } from '../../src/model/amount.ts';
import { langs, type Lang, type Localized } from '../../src/model/languages.ts';

/**
 * Reads the figures (numbers, dates, units, currencies) out of running text in either script, so
 * that the texts of a statement can be held against each other.
 */

/** One figure of a text. */
export interface Figure {
	/** Comparable form: the value, and its unit where one is written: `60000000000 JPY`, `400 MW`, `month 8`. */
	readonly key: string;
	/** Number words ("two", 二つ) may answer a figure of the other text but need no answer themselves. */
	readonly optional: boolean;
	/** As written. */
	readonly text: string;
}

const months = [
	'January', 'February', 'March', 'April', 'May', 'June',
	'July', 'August', 'September', 'October', 'November', 'December',
];
const numberWords: Readonly<Record<string, number>> = {
	one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
	first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11,
	both: 2, twice: 2, once: 1, dozen: 12,
	一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 両: 2, 初: 1, 双: 2,
};
const unitBefore: Readonly<Record<string, string>> = { '¥': 'JPY', '$': 'USD', 'US$': 'USD', '₹': 'INR', 'Rs': 'INR' };
const unitAfter: Readonly<Record<string, string>> = {
	円: 'JPY', yen: 'JPY', ドル: 'USD', dollar: 'USD', dollars: 'USD', ルピー: 'INR', rupee: 'INR', rupees: 'INR',
	'%': '%', パーセント: '%', percent: '%', 'per cent': '%',
	GWh: 'GWh', ギガワット時: 'GWh', MW: 'MW', メガワット: 'MW',
};

const alternatives = (words: readonly string[]): string =>
	[...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll('$', String.raw`\$`)).join('|');

const before = alternatives(Object.keys(unitBefore));
const after = alternatives(Object.keys(unitAfter));
const scaleTail = /\s?(?:thousand|lakh|million|crore|billion|trillion|千|万|億|兆)s?$/i;

// A digit inside a name (V2X, P2G, C-2) is no figure; `(?<![A-Za-z]-?)` keeps 5G and 400MW.
const number = String.raw`(?<![A-Za-z\d.,])(?:(?<before>${before})\s?)?(?<number>${scaledNumberPattern})(?:\s?[–~〜-]\s?(?:${before})?(?<to>${scaledNumberPattern}))?(?:\s?(?<after>${after})(?![a-z]))?`;
const monthName = String.raw`\b(?<month>${months.join('|')})\b`;
const monthDigit = String.raw`(?<!\d)(?<monthNumber>1[0-2]|[1-9])月`;
const word = String.raw`\b(?<word>(?i:${alternatives(Object.keys(numberWords).filter((name) => /^[a-z]/.test(name)))}))\b|(?<kanji>[一二三四五六七八九十両双初])`;
const tokens = new RegExp(`${monthDigit}|${number}|${monthName}|(?:${word})`, 'gu');

/** Lists the figures of a text, in its order. Width and case do not matter. */
export function figuresIn(text: string): Figure[] {
	const figures: Figure[] = [];
	const normalized = text.normalize('NFKC');
	for (const match of normalized.matchAll(tokens)) {
		const groups = match.groups ?? {};
		const add = (key: string, optional = false): void => void figures.push({ key, optional, text: match[0] });
		if (groups['monthNumber']) add(`month ${groups['monthNumber']}`);
		else if (groups['month']) add(`month ${months.indexOf(groups['month']) + 1}`);
		else if (groups['word']) add(String(numberWords[groups['word'].toLowerCase()]), true);
		else if (groups['kanji']) add(String(numberWords[groups['kanji']]), true);
		else if (groups['number']) {
			const unit = unitBefore[groups['before'] ?? ''] ?? unitAfter[groups['after'] ?? ''];
			const written = [groups['number'], groups['to']].filter((value) => value !== undefined);
			// “$100–400 million”: the scale word at the end belongs to both ends of a range.
			const tail = written.length === 2 ? (scaleTail.exec(written[1] ?? '')?.[0] ?? '') : '';
			for (const value of written) {
				const amount = parseAmount(tail && !scaleTail.test(value) ? value + tail : value) ?? Number(value.replaceAll(',', ''));
				add(unit ? `${amount} ${unit}` : String(amount));
			}
		}
	}
	return figures;
}

/** A figure that stands in one text and is not answered in another. */
export interface FigureMismatch {
	readonly lang: Lang;
	readonly figure: Figure;
	readonly missingIn: Lang;
}

/**
 * Compares the figures of the texts of one statement.
 * Every figure written in digits must have its equal, in digits or words, in each other language.
 * @returns the figures without an equal; empty where the texts agree.
 */
export function compareFigures(texts: Localized<string>): FigureMismatch[] {
	const figures = Object.fromEntries(langs.map((lang) => [lang, figuresIn(texts[lang])])) as Localized<Figure[]>;
	return langs.flatMap((lang) =>
		langs
			.filter((other) => other !== lang)
			.flatMap((missingIn) => {
				const answers = new Set(figures[missingIn].map(({ key }) => key));
				return figures[lang]
					.filter(({ key, optional }) => !optional && !answers.has(key))
					.map((figure) => ({ lang, figure, missingIn }));
			}),
	);
}
