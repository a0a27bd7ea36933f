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
	quarter: 4, quarters: 4, single: 1, both: 2, pair: 2, once: 1, century: 100,
	II: 2, III: 3, IV: 4, ダブル: 2, トリプル: 3,
	次ぐ: 2, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 両: 2, 初: 1, 双: 2,
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
const monthDigit = String.raw`(?<!\d)(?:(?<monthFrom>1[0-2]|[1-9])${to})?(?<monthNumber>1[0-2]|[1-9])月`;
const era = `(?<era>${Object.keys(eras).join('|')}) ?(?<eraYear>元|\\d{1,2})(?:年|(?=\\D|$))`;
// 3割, 2割5分; but 割合 and 割り当て are words.
const tenths = String.raw`(?<tenths>\d)割(?![合り引当])(?:(?<hundredths>\d)分)?`;
// “Each” and 1社につき: the one needs no answer.
const single = String.raw`(?<single>${outsideName}1(?=[^\s\d.,、。]{1,3}(?:につき|当たり|あたり|ごと)))`;
// What follows is found where a word begins, so that most letters of a text are not tried with each of them.
const inWords = (name: string): boolean => /^[a-z]/i.test(name);
const counts = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const scaledWord = String.raw`(?i:(?<count>(?<!th of )an?|half a|${alternatives(Object.keys(numberWords).filter(inWords))})\s(?<scale>hundred|${alternatives(Object.keys(scaleWords).filter(inWords))})(?:\s(?<scaledUnit>${after})(?![a-z]))?)\b`;
// A part of a whole, as a percentage: “two-thirds”, “a third of”, “half the”; but “a third round” is the next of several,
// “half full” a turn of phrase and “the second half” a time.
const denominators: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10, hundredth: 100 };
const whole = alternatives(Object.keys(denominators));
const part = String.raw`(?i:(?<parts>one|two|three|four)[ -](?<partsOf>${whole})s?|a (?<partOf>${whole})(?= of\b| the\b|[,.;)]|$)|(?<half>(?<!\b(?:first|second|latter|former) )half(?= of\b| the\b| its\b| their\b)|(?<=\bby )half|halv(?:e[sd]?|ing))|(?<halfway>half))\b`;
const times = String.raw`(?i:(?<fold>two|three|four|five|six|seven|eight|nine|ten|hundred)(?:-?fold| times)|(?<twice>twice|doubl(?:e(?!-| tax)|e[sd]|ing))|(?<thrice>tripl(?:e[sd]?|ing)))\b`;
// So many that nobody counts: “hundreds of”, “several dozen”, “tens of thousands”.
const many = String.raw`(?i:(?<many>tens|dozens|hundreds|thousands|millions|billions)(?: of (?<ofMany>thousands|millions|billions|lakhs?|crores?))?|(?:several|a few) (?<several>dozen|hundred|thousand|million|billion)(?: (?<severalOf>thousand|million|billion|lakh|crore))?)\b`;
const dozen = String.raw`(?:(?i:(?<dozens>half a|${counts})) [Dd]ozen|(?<dozen>[Dd]ozen))\b`;
// “For decades” may be 数十年. V8 forgets `i` after so long a choice.
const decades = String.raw`(?i:(?<decades>a|past|last|next|coming|${counts}) [Dd]ecades?|(?<someDecades>decades))\b`;
// The fourth of several; but “the first”, “a second time” and “third parties” may be said without a number.
const ordinal = String.raw`(?i:(?<ordinal>(?<!\bper )second(?=[ -](?!half\b|time\b|only\b|to\b|hand\b|tier\b|world war)[a-z])|third(?=[ -](?!countr|part)[a-z])|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth))\b`;
// “Three memoranda” count something, so they need an answer; but “the two sides” and “two-way” are turns of phrase, “one” is an
// article, and “two or three” and “two weeks” are said in other numbers (2、3; 半月).
const pair = String.raw`[Tt]wo (?:(?:\S+ )?(?:countries|sides|governments|nations|states|peoples|parties|economies|leaders|ministers|Prime)|are|were|have|share|do|will)\b`;
const counted = String.raw`(?<!\b(?:${counts}) (?:or|to|and) |-)(?!${pair})(?<counted>${counts}|(?<=^|[.!?][”’"']? |\n)(?:${counts.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())}))(?= (?!(?:or|to|and|in|decades?|dozens?|times?|halves|more|days?|weeks?|months?|of (?!them\b))\b)[A-Za-z])(?: (?<countedUnit>${after})(?![a-z]))?`;
const word = String.raw`(?<word>(?i:${alternatives(Object.keys(numberWords).filter(inWords))}))\b`;
const words = [String.raw`(?<month>${months.join('|')})\b`, many, dozen, scaledWord, part, times, decades, ordinal, counted, word].join('|');

// The same in Japanese. 過半数 may be “a majority”, 後半 is a time; 十数 may be “more than ten”; 数倍 and 倍率 are no figure; 三角, 九州,
// 第三国, 第二に and 二人三脚 are turns of phrase.
const digits = '一二三四五六七八九十百千';
const kanjiPart = String.raw`(?<kanjiPartsOf>\d{1,3}|[${digits}]+)分の(?<kanjiParts>\d|[一二三四五六七八九])`;
const kanjiHalf = '(?<kanjiHalf>半[分数減額])|(?<most>過半)';
const kanjiTwice = String.raw`(?<kanjiTwice>(?<![\d${digits}数何.])倍(?=[増加にの]|以上|近く))`;
const kanjiMany = '(?<![多少複総指関回件人個])[数何](?<kanjiMany>[十百千][万億兆]?|[万億兆])';
const kanjiDozen = `(?<kanjiDozen>(?<![${digits}])十数)`;
const kanjiOrdinal = `第(?!一(?![${digits}])|三[国者])(?<kanjiOrdinal>[${digits}]+)(?![${digits}に])`;
const kanjiCounted = String.raw`(?<![${digits}第数何\d])(?!一(?![${digits}])|九州)(?<kanjiCounted>[${digits}]+)(?=つ(?!目)|[かカヵヶケ](?:国|所|月|年)|社|件|人(?!三脚)|名|県|州|都市|校|基|隻|台|棟|回(?!目)|度(?![目と])|大学|分野|項目|機関|年間|倍)`;
const kanji = `(?<kanji>[${digits}]+|[両初双]|ダブル|トリプル|(?<=に)次ぐ)`;
const kanjiWords = [kanjiHalf, kanjiTwice, kanjiMany, kanjiDozen, kanjiOrdinal, kanjiCounted, kanji].join('|');

const tokens = new RegExp(String.raw`${monthDigit}|${era}|${tenths}|${kanjiPart}|${single}|${number}|\b(?=[A-Za-z])(?:${words})|(?=[半過倍数何第両初双ダト次${digits}])(?:${kanjiWords})`, 'gu');

type Groups = Readonly<Record<string, string | undefined>>;

/** What each kind of match is compared as, by the group that tells the kind; the last column says that it needs no answer. */
const readings: readonly (readonly [group: string, key: (written: string, groups: Groups) => string, needsAnswer?: false])[] = [
	['month', (month) => `month ${months.indexOf(month) + 1}`],
	['era', (era, { eraYear }) => String((eras[era] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear)))],
	['tenths', (tenths, { hundredths = '0' }) => `${Number(tenths) * 10 + Number(hundredths)} %`],
	['single', () => '1', false],
	['scale', (scale, { count = '', scaledUnit }) => withUnit(scaledValue(count, scale), unitOfAfter(scaledUnit))],
	['partsOf', (parted, { parts = '' }) => share(wordValue(parts), denominators[parted.toLowerCase()])],
	['partOf', (parted) => share(1, denominators[parted.toLowerCase()])],
	['kanjiPartsOf', (parted, { kanjiParts = '' }) => share(kanjiOrDigits(kanjiParts), kanjiOrDigits(parted))],
	['half', () => share(1, 2)],
	['kanjiHalf', () => share(1, 2)],
	['halfway', () => share(1, 2), false],
	['most', () => share(1, 2), false],
	['many', (many, { ofMany }) => about(many, ofMany)],
	['several', (several, { severalOf }) => about(several, severalOf)],
	['kanjiMany', (many) => about(...many)],
	['dozen', () => '12'],
	['dozens', (count) => String(/^half/i.test(count) ? 6 : 12 * wordValue(count)), false],
	['kanjiDozen', () => '12', false],
	['decades', (count) => String(10 * wordValue(count))],
	['someDecades', () => '~10', false],
	['fold', (count) => String(wordValue(count))],
	['twice', () => '2'],
	['kanjiTwice', () => '2'],
	['thrice', () => '3'],
	['ordinal', (ordinal) => String(wordValue(ordinal))],
	['counted', (count, { countedUnit }) => withUnit(wordValue(count), unitOfAfter(countedUnit))],
	['kanjiOrdinal', (ordinal) => String(kanjiValue(ordinal))],
	['kanjiCounted', (count) => String(kanjiValue(count))],
	['word', (word) => String(numberWords[word] ?? wordValue(word)), false],
	['kanji', (word) => String(numberWords[word] ?? kanjiValue(word)), false],
];

/** Lists the figures of a text, in its order. Width and case do not matter. */
export function figuresIn(text: string): Figure[] {
	const figures: Figure[] = [];
	const normalized = text.normalize('NFKC');
	// `matchAll` makes an expression anew for each text, which takes three times as long as finding the figures.
	tokens.lastIndex = 0;
	for (let match = tokens.exec(normalized); match; match = tokens.exec(normalized)) {
		const written = match[0].trim();
		const groups: Groups = match.groups ?? {};
		const { monthFrom, monthNumber, number, to, dash } = groups;
		if (number !== undefined) {
			const unit = unitOfBefore(groups['before']) ?? unitOfAfter(groups['after']);
			for (const amount of ends(number, to, dash)) figures.push({ key: withUnit(amount, unit), optional: false, text: written });
		} else if (monthNumber !== undefined) {
			for (const month of [monthFrom, monthNumber]) if (month !== undefined) figures.push({ key: `month ${month}`, optional: false, text: written });
		} else {
			const [group = '', key, needsAnswer = true] = readings.find(([name]) => groups[name] !== undefined) ?? [];
			if (key) figures.push({ key: key(groups[group] ?? '', groups), optional: !needsAnswer, text: written });
		}
	}
	return figures;
}

const withUnit = (value: number, unit: string | undefined): string => (unit === undefined ? String(value) : `${value} ${unit}`);

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

/** “Three”, “Third”; “a decade” and “the last decade” are one. */
const wordValue = (word: string): number => numberWords[word.toLowerCase()] ?? 1;

/** A part as a percentage, so that “half”, 半数, 5割 and 50% are equal. */
const share = (parts: number, of = 1): string => `${Number(((100 * parts) / of).toPrecision(4))} %`;

const manyValues: Readonly<Record<string, number>> = {
	tens: 10, dozens: 10, dozen: 10, hundreds: 100, hundred: 100, thousands: 1e3, thousand: 1e3, millions: 1e6, million: 1e6, billions: 1e9, billion: 1e9, lakhs: 1e5, lakh: 1e5, crores: 1e7, crore: 1e7,
	十: 10, 百: 100, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12,
};
/** “Hundreds of thousands”, 数十万: so many that nobody counts, by their order. */
const about = (...words: (string | undefined)[]): string => `~${words.reduce((product, word = '') => product * (manyValues[word.toLowerCase()] ?? 1), 1)}`;

const kanjiOrDigits = (written: string): number => (/^\d+$/.test(written) ? Number(written) : kanjiValue(written));

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
