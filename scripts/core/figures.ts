import { parseAmount, scaledNumberPattern, scaleWords } from '../../src/model/amount.ts';
import { langs, localize, type Lang, type Localized } from '../../src/model/languages.ts';
import { eras } from './eras.ts';

/**
 * Reads the figures (numbers, dates, units, currencies) out of running text in either script, so
 * that the texts of a statement can be held against each other.
 */

/** One figure of a text. */
export interface Figure {
	/** Comparable form: the value, and its unit where one is written: `60000000000 JPY`, `400 MW`, `month 8`. */
	readonly key: string;
	/** Number words that may be a turn of phrase ("both", 両国, 一部) may answer a figure of the other text but need no answer themselves. */
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
	double: 2, doubled: 2, doubling: 2, triple: 3, tripled: 3, tripling: 3, II: 2, III: 3, IV: 4,
	一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 両: 2, 初: 1, 双: 2,
};
const unitBefore: Readonly<Record<string, string>> = { '¥': 'JPY', JPY: 'JPY', $: 'USD', US$: 'USD', USD: 'USD', '₹': 'INR', Rs: 'INR', 'Rs.': 'INR', INR: 'INR', '€': 'EUR', EUR: 'EUR' };
const unitAfter: Readonly<Record<string, string>> = {
	円: 'JPY', 日本円: 'JPY', yen: 'JPY', ドル: 'USD', 米ドル: 'USD', USドル: 'USD', dollar: 'USD', dollars: 'USD', 'US dollars': 'USD',
	ユーロ: 'EUR', euro: 'EUR', euros: 'EUR', ルピー: 'INR', インドルピー: 'INR', 'インド・ルピー': 'INR', rupee: 'INR', rupees: 'INR', 'Indian rupees': 'INR',
	'%': '%', パーセント: '%', percent: '%', 'per cent': '%',
	kWh: 'kWh', 'kilowatt-hours': 'kWh', キロワット時: 'kWh', MWh: 'MWh', 'megawatt-hours': 'MWh', メガワット時: 'MWh', GWh: 'GWh', 'gigawatt-hours': 'GWh', ギガワット時: 'GWh',
	kW: 'kW', kilowatts: 'kW', キロワット: 'kW', MW: 'MW', megawatts: 'MW', メガワット: 'MW', GW: 'GW', gigawatts: 'GW', ギガワット: 'GW',
	km: 'km', キロメートル: 'km', キロ: 'km', kilometres: 'km', kg: 'kg', キログラム: 'kg', kilograms: 'kg', トン: 't', tonnes: 't', tonne: 't',
};
/** Units that are a multiple of another: 3.6 MW is 3,600 kW. */
const multiples: Readonly<Record<string, readonly [times: number, base: string]>> = {
	MW: [1e3, 'kW'], GW: [1e6, 'kW'], MWh: [1e3, 'kWh'], GWh: [1e6, 'kWh'], t: [1e3, 'kg'],
};
/** Finds the unit that a word stands for; of words that differ in case alone, the one that is written so. */
function unitsIn(words: Readonly<Record<string, string>>): (written: string | undefined) => string | undefined {
	const exact = new Map(Object.entries(words));
	const folded = new Map(Object.entries(words).reverse().map(([name, unit]) => [name.toLowerCase(), unit]));
	return (written) => (written === undefined ? undefined : exact.get(written) ?? folded.get(written.toLowerCase()));
}
const unitOfBefore = unitsIn(unitBefore);
const unitOfAfter = unitsIn(unitAfter);

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
const era = `(?<era>${Object.keys(eras).join('|')}) ?(?<eraYear>元|\\d{1,2})(?:年|(?=\\D|$))`;
// 3割, 2割5分; but 割合 and 割り当て are words.
const tenths = String.raw`(?<tenths>\d)割(?![合り引当])(?:(?<hundredths>\d)分)?`;
// “a third” and 3分の1, “each” and 1社につき: the one needs no answer.
const single = String.raw`(?<single>(?<=\d分の)1(?!\d)|${outsideName}1(?=[^\s\d.,、。]{1,3}(?:につき|当たり|あたり|ごと)))`;
const scaledWord = String.raw`\b(?i:(?<count>an?|half a|${alternatives(Object.keys(numberWords).filter((name) => /^[a-z]/.test(name)))})\s(?<scale>hundred|${alternatives(Object.keys(scaleWords).filter((name) => /^[a-z]/.test(name)))})(?:\s(?<scaledUnit>${after})(?![a-z]))?)\b`;
const fold = String.raw`\b(?<fold>(?i:two|three|four|five|six|seven|eight|nine|ten|hundred))-?fold\b`;
// “Three memoranda”, 三つ and 三か国 count something, so they need an answer; but “the two sides”, “two-way” and 三角 are
// turns of phrase, “one” is an article, and “two or three” and “two decades” are said in other numbers (2、3; 20年).
const counts = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const pair = String.raw`[Tt]wo (?:(?:\S+ )?(?:countries|sides|governments|nations|states|peoples|parties|economies|leaders|ministers|Prime)|are|were|have|share|do|will)\b`;
const counted = String.raw`(?<!\b(?:${counts}) (?:or|to|and) |-)\b(?!${pair})(?<counted>${counts}|(?<=^|[.!?][”’"']? |\n)(?:${counts.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())}))(?= (?!(?:or|to|and|in|decades?|dozens?|times?|halves|more|days?|weeks?|months?|of (?!them\b))\b)[A-Za-z])`;
const kanjiCounted = String.raw`(?<![一二三四五六七八九十百千第\d])(?<kanjiCounted>[二三四五六七八九十])(?=つ(?!目)|[かカヵヶケ]国|[かカヵヶケ]所|社|件)`;
const word = String.raw`\b(?<word>(?i:${alternatives(Object.keys(numberWords).filter((name) => /^[a-z]/i.test(name)))}))\b|(?<kanji>[一二三四五六七八九十百千]+|[両初双])`;
const tokens = new RegExp(`${monthDigit}|${era}|${tenths}|${single}|${number}|${monthName}|${scaledWord}|${fold}|${counted}|${kanjiCounted}|(?:${word})`, 'gu');

/** Lists the figures of a text, in its order. Width and case do not matter. */
export function figuresIn(text: string): Figure[] {
	const figures: Figure[] = [];
	const normalized = text.normalize('NFKC');
	// `matchAll` makes an expression anew for each text, which takes three times as long as finding the figures.
	tokens.lastIndex = 0;
	for (let match = tokens.exec(normalized); match; match = tokens.exec(normalized)) {
		const [written] = match;
		const groups = match.groups ?? {};
		const add = (key: string, optional = false): void => void figures.push({ key, optional, text: written.trim() });
		const { month, monthFrom, monthNumber } = groups;
		if (monthFrom) add(`month ${monthFrom}`);
		if (monthNumber) add(`month ${monthNumber}`);
		else if (month) add(`month ${months.indexOf(month) + 1}`);
		else if (groups['era']) add(String((eras[groups['era']] ?? 0) + (groups['eraYear'] === '元' ? 1 : Number(groups['eraYear']))));
		else if (groups['tenths']) add(`${Number(groups['tenths']) * 10 + Number(groups['hundredths'] ?? 0)} %`);
		else if (groups['single']) add('1', true);
		else if (groups['scale']) add([scaledValue(groups['count'] ?? '', groups['scale']), unitOfAfter(groups['scaledUnit'])].filter((part) => part !== undefined).join(' '), true);
		else if (groups['fold']) add(String(numberWords[groups['fold'].toLowerCase()]), true);
		else if (groups['counted']) add(String(numberWords[groups['counted'].toLowerCase()]));
		else if (groups['kanjiCounted']) add(String(kanjiValue(groups['kanjiCounted'])));
		else if (groups['word']) add(String(numberWords[groups['word']] ?? numberWords[groups['word'].toLowerCase()]), true);
		else if (groups['kanji']) add(String(kanjiValue(groups['kanji'])), true);
		else if (groups['number']) {
			const unit = unitOfBefore(groups['before']) ?? unitOfAfter(groups['after']);
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

const valueOf = (written: string): number => /^\d{1,15}$/.test(written) ? Number(written) : parseAmount(written) ?? Number.parseFloat(written.replaceAll(',', ''));

/** “Half a million”, “two hundred”, “a billion”. */
function scaledValue(count: string, scale: string): number {
	const times = /^half/i.test(count) ? 0.5 : (numberWords[count.toLowerCase()] ?? 1);
	return times * (scaleWords[scale.toLowerCase()] ?? 100);
}

/** 二, 十, 二十, 十一, 千五百; 一二三 is no number but digits. */
function kanjiValue(kanji: string): number {
	let [sum, digit] = [0, 0];
	for (const character of kanji) {
		const place = { 十: 10, 百: 100, 千: 1000 }[character];
		if (place === undefined) digit = digit * 10 + (numberWords[character] ?? 0);
		else [sum, digit] = [sum + (digit || 1) * place, 0];
	}
	return sum + digit;
}

/** “Both”, “the two sides”, 両国, 双方, 二国間: two that are spoken of, not counted. */
const isPair = ({ key, optional, text }: Figure): boolean => optional && key === '2' && /^(?:two|both|[両双二])$/i.test(text);

/** Equal figures have equal keys, whatever unit they are written in. */
function comparable(key: string): string {
	const [value = '', unit = ''] = key.split(' ');
	const [times, base] = multiples[unit] ?? [];
	return times === undefined ? key : `${Number((Number(value) * times).toPrecision(15))} ${base ?? ''}`;
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
	const figures = localize((lang) => figuresIn(texts[lang]));
	return langs.flatMap((lang) =>
		langs
			.filter((other) => other !== lang)
			.flatMap((missingIn) => {
				const answers = new Set(figures[missingIn].filter((figure) => !isPair(figure)).map(({ key }) => comparable(key)));
				// 双方 answers “the two sides”, and not “two memoranda” as well.
				const pairs = (each: Lang): number => figures[each].filter(isPair).length;
				if (pairs(missingIn) > pairs(lang)) answers.add('2');
				return figures[lang]
					.filter(({ key, optional }) => !optional && !answers.has(comparable(key)))
					.map((figure) => ({ lang, figure, missingIn }));
			}),
	);
}
