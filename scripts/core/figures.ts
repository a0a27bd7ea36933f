import { parseAmount, scaledNumberPattern, scaleWords } from '../../src/model/amount.ts';
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
	thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
	twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000,
	first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
	half: 2, thirds: 3, quarter: 4, quarters: 4, single: 1, both: 2, pair: 2, once: 1, twice: 2, dozen: 12, decade: 10, century: 100,
	double: 2, doubled: 2, doubling: 2, twofold: 2, triple: 3, tripled: 3, tripling: 3, threefold: 3, II: 2, III: 3, IV: 4,
	一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 両: 2, 初: 1, 双: 2,
};
const unitBefore: Readonly<Record<string, string>> = { '¥': 'JPY', JPY: 'JPY', $: 'USD', US$: 'USD', USD: 'USD', '₹': 'INR', Rs: 'INR', 'Rs.': 'INR', INR: 'INR', '€': 'EUR', EUR: 'EUR' };
const unitAfter: Readonly<Record<string, string>> = {
	円: 'JPY', 日本円: 'JPY', yen: 'JPY', ドル: 'USD', 米ドル: 'USD', USドル: 'USD', dollar: 'USD', dollars: 'USD', 'US dollars': 'USD',
	ユーロ: 'EUR', euro: 'EUR', euros: 'EUR', ルピー: 'INR', インドルピー: 'INR', 'インド・ルピー': 'INR', rupee: 'INR', rupees: 'INR', 'Indian rupees': 'INR',
	'%': '%', パーセント: '%', percent: '%', 'per cent': '%',
	kWh: 'kWh', 'kilowatt-hours': 'kWh', キロワット時: 'kWh', MWh: 'MWh', 'megawatt-hours': 'MWh', メガワット時: 'MWh', GWh: 'GWh', 'gigawatt-hours': 'GWh', ギガワット時: 'GWh',
	kW: 'kW', kilowatts: 'kW', キロワット: 'kW', MW: 'MW', megawatts: 'MW', メガワット: 'MW', GW: 'GW', gigawatts: 'GW', ギガワット: 'GW',
	km: 'km', キロメートル: 'km', kilometres: 'km', トン: 't', tonnes: 't', tonne: 't',
};
const unitOf = (units: Readonly<Record<string, string>>, written = ''): string | undefined =>
	units[written] ?? Object.entries(units).find(([name]) => name.toLowerCase() === written.toLowerCase())?.[1];

const alternatives = (words: readonly string[]): string =>
	[...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll(/[$.]/g, String.raw`\$&`)).join('|');

const before = alternatives(Object.keys(unitBefore));
const after = alternatives(Object.keys(unitAfter));
const scaleTail = new RegExp(String.raw`\s?(?:${alternatives(Object.keys(scaleWords))})s?$`, 'i');

// A digit inside a name (V2X, P2G, C-2, COVID-19) is no figure; FY2025, 5G and 400MW hold one.
const outsideName = String.raw`(?<![A-Z]-|\d\.)(?:(?<=\bFY)|(?<![A-Za-z\d]))`;
const to = String.raw`\s?(?:[–~〜‐-]|\bto\b|から)\s?`;
const number = String.raw`${outsideName}(?i:(?:(?<before>${before})\s?)?(?<number>${scaledNumberPattern})(?:(?<dash>${to})(?:${before})?(?<to>${scaledNumberPattern}))?(?:\s?(?<after>${after})(?![a-z]))?)`;
const monthName = String.raw`\b(?<month>${months.join('|')})\b`;
const monthDigit = String.raw`(?<!\d)(?:(?<monthFrom>1[0-2]|[1-9])${to})?(?<monthNumber>1[0-2]|[1-9])月`;
const word = String.raw`\b(?<word>(?i:${alternatives(Object.keys(numberWords).filter((name) => /^[a-z]/i.test(name)))}))\b|(?<kanji>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九両初双])`;
const tokens = new RegExp(`${monthDigit}|${number}|${monthName}|(?:${word})`, 'gu');

/** Lists the figures of a text, in its order. Width and case do not matter. */
export function figuresIn(text: string): Figure[] {
	const figures: Figure[] = [];
	const normalized = text.normalize('NFKC');
	for (const match of normalized.matchAll(tokens)) {
		const groups = match.groups ?? {};
		const add = (key: string, optional = false): void => void figures.push({ key, optional, text: match[0].trim() });
		const { month, monthFrom, monthNumber } = groups;
		if (monthFrom) add(`month ${monthFrom}`);
		if (monthNumber) add(`month ${monthNumber}`);
		else if (month) add(`month ${months.indexOf(month) + 1}`);
		else if (groups['word']) add(String(numberWords[groups['word']] ?? numberWords[groups['word'].toLowerCase()]), true);
		else if (groups['kanji']) add(String(kanjiValue(groups['kanji'])), true);
		else if (groups['number']) {
			const unit = unitOf(unitBefore, groups['before']) ?? unitOf(unitAfter, groups['after']);
			for (const amount of ends(groups['number'], groups['to'], groups['dash'])) add(unit ? `${amount} ${unit}` : String(amount));
		}
	}
	return figures;
}

/** Both ends of “$100–400 million” and of “2027–28”: what one end leaves out, the other gives it. */
function ends(from: string, to: string | undefined, dash = ''): number[] {
	if (to === undefined) return [valueOf(from)];
	const tail = scaleTail.exec(to)?.[0] ?? '';
	// “5,000〜1万円” is no such range: its ends would stand in the wrong order.
	const shared = tail !== '' && !scaleTail.test(from) && valueOf(from) < valueOf(to.slice(0, -tail.length));
	// “December 1929 – 30 November” is none either.
	const years = dash.length === 1 && /^(?:19|20)\d\d$/.test(from) && /^\d\d$/.test(to) && to > from.slice(2);
	return [valueOf(shared ? from + tail : from), valueOf(years ? from.slice(0, 2) + to : to)];
}

const valueOf = (written: string): number => parseAmount(written) ?? Number.parseFloat(written.replaceAll(',', ''));

/** 二, 十, 二十, 十一. */
function kanjiValue(kanji: string): number {
	const [tens, ones] = kanji.split('十').map((digit) => numberWords[digit]);
	return kanji.includes('十') ? (tens ?? 1) * 10 + (ones ?? 0) : (tens ?? 0);
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
