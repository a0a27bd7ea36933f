import { remember } from '../../../src/model/remember.ts';

/**
 * Numerals in kanji, as the Diet, official gazettes and vertical newspapers write dates and amounts, in Arabic
 * figures: 令和八年六月, 百三十七億円, 四百十二人. Only before what can be counted or dated: 一部, 三菱, 五十音 and
 * 第一 are words.
 */

/** A text in Arabic figures, and where each of its places stood in the original. */
export interface Figured {
	readonly text: string;
	readonly origin: (at: number) => number;
}

const digits = '〇一二三四五六七八九';
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const numeral = '〇一二三四五六七八九十百千';
/** Not inside of a longer number, and neither “several” nor “which one”. */
const alone = `(?<![${numeral}万億兆0-9０-９数何幾第]|[0-9０-９][.．・,，])`;

/** 二十, 二〇: the day of a month. */
const day = '(?:三十[一]?|三[〇一]|[二]?十[一二三四五六七八九]?|[一二][〇一二三四五六七八九]|[一二三四五六七八九])';
const month = '(?:十[一二]?|一[〇一二]|[一二三四五六七八九])';
/** Between two dates of which the second leaves out what the first has said. */
const joins = '(?:から|及び|並びに|又は|まで|[、・～〜~と－―–-])';

/** What of a date is written in kanji: the figures alone, after what stands before them and before what stands behind. */
const dates: readonly RegExp[] = [
	// 令和八年, 平成二十三年度, 令和五年度から七年度
	new RegExp(`(?<=令和|平成|昭和)(?:[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九]|[一二三四五六][${digits}])(?=年)`, 'gu'),
	new RegExp(`(?<=(?:令和|平成|昭和)[^年]{1,3}年度?${joins})(?:[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=年(?!間|生|ぶり))`, 'gu'),
	// 二〇二六年
	new RegExp(`${alone}(?:一九|二〇)[${digits}]{2}(?=年)`, 'gu'),
	// 三月 with a day, behind a year, or where nothing else begins with it: 五月雨, 三月堂, 二か月
	new RegExp(`(?<![${numeral}0-9０-９第数かヶカ箇ケ])${month}(?=月(?:${day}日|[\\s　、。，はがをにのもとかまごよで～〜~－―–-]|及び|並びに|末|初|頃|中|上旬|下旬|以降|以来|以前|現在|時点|期|分|開|付|[)）]|$))`, 'gu'),
	new RegExp(`(?<=(?:年|[本昨今同来翌]年)度?)${month}(?=月)`, 'gu'),
	// The day of it, and a second one: 二月十七日及び十八日
	new RegExp(`(?<=(?<![かヶカ箇ケ])(?:${month}|[0-9０-９])月)${day}(?=日)`, 'gu'),
	new RegExp(`(?<=月(?:${day}|[0-9０-９]{1,2})日?(?:[(（][^()（）]{1,3}[)）])?${joins})${day}(?=日)`, 'gu'),
];

/** Units that are measured or paid, before which a single numeral counts too. */
const measures = '(?:円|米?ドル|(?:インド・?)?ルピー|ユーロ|パーセント|[%％]|トン|キロメートル|キロ|メガワット|ギガワット)';
/** What is counted one by one: 五人 and the like are read as words. */
const counters = '(?:人|名|社|件|か所|カ所|ヶ所|箇所|拠点|か国|カ国|ヶ国|箇国)';
/** Longer runs are no numbers. */
const piece = `[${numeral}]{1,9}`;
const amounts: readonly RegExp[] = [
	new RegExp(`${alone}${piece}(?:・[${digits}]{1,4})?(?:[兆億万]${piece}){0,2}[兆億万]?(?=${measures})`, 'gu'),
	new RegExp(`${alone}(?:[${numeral}]{2,9}|${piece}(?:・[${digits}]{1,4})?[兆億万](?:${piece}[億万]?){0,2})(?=${counters}(?!一首|十色|委員会|衆))`, 'gu'),
];

const digitsOnly = new RegExp(`^[${digits}]+$`);

/** What numerals below ten thousand say, digit for digit (三五, 二〇〇) or with their powers (三百五十); undefined for what is none. */
function valueOf(text: string): number | undefined {
	if (digitsOnly.test(text)) return Number([...text].map((sign) => digits.indexOf(sign)).join(''));
	let [sum, last, power] = [0, 0, 10_000];
	for (const sign of text) {
		const times = small[sign];
		if (times === undefined) {
			if (last !== 0 || sign === '〇') return undefined;
			last = digits.indexOf(sign);
		} else {
			if (times >= power) return undefined;
			sum += Math.max(1, last) * times;
			[last, power] = [0, times];
		}
	}
	return sum + last;
}

/** In Arabic figures; scale words stay. */
function arabic(written: string): string | undefined {
	// 百万円 and 千円 are what figures are counted in; 二三人 is two or three.
	if (/^(?:[百千]?万|[百千]|億|兆)$/u.test(written) || /^(?:一二|二三|三四|四五|五六|六七|七八|八九)$/u.test(written)) return undefined;
	const parts = written.split(/([兆億万・])/u).filter((part) => part !== '');
	const read = parts.map((part) => (part === '・' ? '.' : /[兆億万]/u.test(part) ? part : valueOf(part)?.toString()));
	return read.includes(undefined) ? undefined : read.join('');
}

/** A single date or amount may stand anywhere: whether it is worth looking. */
const any = new RegExp(`[${numeral}]`, 'u');

/** A passage is a sentence or two: nothing longer is looked through. */
const longest = 4000;

/** Puts numerals in kanji into figures. Dates and amounts are sought in the same passage, one after the other. */
export const withFigures = remember((original): Figured => {
	const found: { readonly at: number; readonly end: number; readonly figures: string }[] = [];
	if (original.length <= longest && any.test(original)) for (const pattern of [...dates, ...amounts]) for (const match of original.matchAll(pattern)) {
		const [at, end] = [match.index, match.index + match[0].length];
		const figures = arabic(match[0]);
		if (figures !== undefined && !found.some((other) => at < other.end && end > other.at)) found.push({ at, end, figures });
	}
	if (found.length === 0) return { text: original, origin: (at) => at };
	found.sort((a, b) => a.at - b.at);
	/** How much each place is moved from which place of the text on. */
	const moves: { readonly from: number; readonly to: number; readonly at: number; readonly end: number }[] = [];
	let [text, last] = ['', 0];
	for (const { at, end, figures } of found) {
		text += original.slice(last, at);
		moves.push({ from: text.length, to: text.length + figures.length, at, end });
		text += figures;
		last = end;
	}
	text += original.slice(last);
	return {
		text,
		origin: (place) => {
			const move = moves.findLast(({ from }) => from < place);
			if (move === undefined) return place;
			return place < move.to ? move.at : move.end + (place - move.to);
		},
	};
}, 100);
