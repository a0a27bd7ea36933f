import { parseAmount, scaledNumberPattern } from '../../../src/model/amount.ts';
import { remember } from '../../../src/model/remember.ts';
import { isCurrency } from '../../../src/model/seed.ts';
import type { bounds, moneyKinds, units } from '../../../src/model/vocabulary.ts';
import { matchesOf } from './clean.ts';
import { withFigures } from './numerals.ts';
import { Stretches } from './stretches.ts';

/** Amounts of a passage with their units and bounds. */

export type Unit = (typeof units)[number];
export type Bound = (typeof bounds)[number];
export type Money = (typeof moneyKinds)[number];

export interface FoundAmount {
	/** As the seed writes them: a number with its scale word. */
	readonly value?: string;
	readonly from?: string;
	readonly to?: string;
	readonly bound: Bound;
	readonly unit: Unit;
	readonly money?: Money;
	/** Nothing says what sort of money it is. */
	readonly moneyGuessed?: boolean;
	readonly text: string;
	readonly at: number;
	readonly confidence: number;
}

const before: readonly (readonly [RegExp, Unit])[] = [
	[/(?:US\s?\$|\$|USD)\s?$/i, 'USD'],
	[/(?:JP\s?¥|[¥￥]|JPY|\b(?:Japanese )?[Yy]en\s?\(?JPY\)?|\bJPY [Yy]en|\b(?:Japanese )?Yen)\s?$/, 'JPY'],
	[/(?:₹|\bRs\.?|\bINR|\bRe\.?)\s?$/, 'INR'],
	[/(?:€|\bEUR)\s?$/, 'EUR'],
];
const after: readonly (readonly [RegExp, Unit])[] = [
	[/^\s?(?:円|日本円|(?:Japanese )?yen\b|JPY\b)(?!借款)/i, 'JPY'],
	[/^\s?(?:米ドル|USドル|ドル|(?:US |U\.S\. )?dollars?\b|USD\b)/i, 'USD'],
	[/^\s?(?:インド・?ルピー|ルピー|(?:Indian )?rupees?\b|INR\b)/i, 'INR'],
	[/^\s?(?:ユーロ|euros?\b|EUR\b)/i, 'EUR'],
	[/^\s?(?:%|パーセント|per\s?cent\b|percent\b|pct?\b)/i, 'percent'],
	[/^\s?-?(?:GWh\b|ギガワット(?:時|アワー)|gigawatt[- ]hours?\b)/i, 'GWh'],
	[/^\s?-?(?:MW(?!h)|メガワット(?!時)|megawatts?\b(?![- ]hour))/i, 'MW'],
	[/^\s?-?(?:GW(?!h)|ギガワット(?!時|アワー)|gigawatts?\b(?![- ]hour))/i, 'GW'],
	[/^\s?-?(?:(?:metric )?(?:tonnes?|tons?)\b|t\b(?!\.)|トン|㌧)/, 'tonnes'],
	[/^\s?-?(?:km\b(?!\s?(?:per hour|an hour|\/h|ph\b))|kilomet(?:re|er)s?\b(?!\s?(?:per|an) hour)|キロメートル|㎞|キロ(?!ワット|グラム|リットル))/, 'km'],
	[/^\s?(?:社|か国企業)(?![会員]|(?:当|あ)たり)/, 'companies'],
	[/^\s?(?:[A-Z][a-z]+ )?(?:(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,3}(?:and [a-z]+ )?)(?:companies|firms|enterprises|start-?ups|corporations|businesses)\b/, 'companies'],
	[/^\s?(?:人|名)(?![々材工気目月日\d]|乗り|(?:当|あ)たり|につき)/, 'people'],
	[/^\s?(?:[A-Z][a-z]+ )?(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,3}(?:(?:people|persons|officials|executives)(?! (?:aware|familiar|close|with (?:direct )?knowledge|briefed|who))|people(?! (?:aware|familiar|close|with|briefed|who))|[a-z]{2,}(?:ologists|icians)|farmers|drivers|officers|doctors|interns|apprentices|trainers|instructors|inspectors|pilots|developers|designers|mechanics|welders|women|men|children|residents|nationals|expatriates|inhabitants|citizens|patients|beneficiaries|seafarers|cadets|volunteers|entrepreneurs|applicants|candidates|examinees|visitors|tourists|passengers|pupils|artisans|students|workers|engineers|nurses|caregivers|teachers|fellows|technicians|graduates|scientists|experts|professionals|personnel|researchers|participants|employees|youths?|trainees|delegates|jobs)\b/, 'people'],
	[/^\s?(?:拠点|か所|カ所|ヶ所|箇所)(?!目|(?:当|あ)たり|につき)/, 'sites'],
	[/^\s?(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|and|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,2}(?:sites|locations|facilities|plants|data cent(?:re|er)s|factories)\b/, 'sites'],
	[/^\s?(?:[A-Z][\w-]+ ){0,2}(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|and|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,2}(?:[Jj]oint )?(?:laborator(?:ies|y)|labs?)\b/, 'laboratories'],
	[/^\s?(?:か所の|つの)?(?:研究室|研究所|ラボ)/, 'laboratories'],
	[/^\s?(?:つの|[件本](?:以上|超|余り|近く|前後|に上る|にのぼる|もの)?の?)?(?:協力)?覚書/, 'memoranda'],
	[/^\s?(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|and|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,2}(?:[Mm]emoranda|[Mm]emorandums|MoUs|MOUs|MoCs|MOCs)\b/, 'memoranda'],
	[/^\s?(?:つの)?(?:優先|重点|主要|戦略)?(?:な)?(?:分野|領域)|^\s?(?:つの|本の)柱/, 'fields'],
	[/^\s?(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|and|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,2}(?:fields|sectors|areas|pillars|priority areas)\b/, 'fields'],
	[/^\s?(?:か国|カ国|ヶ国|ヵ国|箇国)(?!目|・地域)/, 'countries'],
	[/^\s?(?:(?!(?:for|of|in|on|at|by|to|from|with|near|per|as|and|or|acres|hectares|kilometres|years?|months?|days|hours)\b)[a-z-]+ ){0,2}(?:countries|nations)\b/, 'countries'],
	[/^\s?つの(?:代表団|使節団|ミッション)/, 'delegations'],
	[/^\s?(?:[a-z-]+ ){0,1}delegations\b/, 'delegations'],
];
/** The unit that stands nearest behind a number: “120 engineers and 14 start-ups” counts engineers. */
function unitBehind(text: string): Unit | undefined {
	let best: { readonly unit: Unit; readonly length: number } | undefined;
	for (const [pattern, unit] of after) {
		const length = pattern.exec(text)?.[0].length;
		if (length !== undefined && (best === undefined || length < best.length)) best = { unit, length };
	}
	return best?.unit;
}

/** “件” counts memoranda where the word stands before it: 覚書３件, 覚書（３件）. */
const memorandaBefore = /(?:覚書|M[Oo][UC]s?)\s?[(（]?\s?(?:計)?$/;

/** What may stand between the word of a bound and its number. */
const sign = String.raw`(?:(?:US|JP)?[$¥₹￥€]|Rs\.?|INR|JPY|USD|EUR)?\s?`;
const bounded = (words: string): RegExp => new RegExp(String.raw`(?:${words})\s*${sign}$`, 'i');
const boundBefore: readonly (readonly [RegExp, Bound])[] = [
	[bounded(String.raw`(?:\bup to|\bas much as|\bas many as|\bno more than|\bmaximum of|\bup to a total of|\ba total of up to|\bat most|最大で?|上限)\s*(?:約|about |around )?(?:a further |an additional )?`), 'up-to'],
	[bounded(String.raw`\bmore than|\bover|\bexceeding|\bupwards of|\babove|>`), 'more-than'],
	[bounded(String.raw`\bat least|\ba minimum of|\bno less than|\bno fewer than|少なくとも|≥`), 'at-least'],
	[bounded(String.raw`\babout|\baround|\bapproximately|\bapprox\.?|\bsome|\bnearly|\broughly|\balmost|\bclose to|\bca\.?|~|≈|約|およそ|おおよそ|ほぼ|概ね`), 'about'],
];
const boundAfter: readonly (readonly [RegExp, Bound])[] = [
	[/^(?:の企業)?(?:を?超え?る?|超|余り|あまり|強)/, 'more-than'],
	[/^(?:以上|\+|\s?or more\b|\s?and above\b)/, 'at-least'],
	[/^(?:以下|以内|を上限|まで(?!に))/, 'up-to'],
	[/^(?:程度|前後|ほど|弱|規模|近[いく])/, 'about'],
];

const below20 = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split('|');
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');
const ones = below20.slice(1, 10).join('|');
/** “Two”, “fifty-two”, “a hundred and twenty”; “one” by itself counts nothing. */
const written = String.raw`(?:(?:a|${ones})\shundred(?:\s(?:and\s)?(?:(?:${tens.join('|')})(?:[- ](?:${ones}))?|${below20.slice(1).join('|')}))?|(?:${tens.join('|')})(?:[- ](?:${ones}))?|${below20.slice(2).join('|')})`;
const kanjiDigits = '〇一二三四五六七八九十';

/** What a number in words counts. */
function wordValue(words: string | undefined): number | undefined {
	if (words === undefined) return undefined;
	const kanji = kanjiDigits.indexOf(words);
	if (words.length === 1 && kanji > 0) return kanji;
	let sum = 0;
	for (const part of words.toLowerCase().split(/[\s-]+/)) {
		if (part === 'hundred') sum = Math.max(1, sum) * 100;
		else if (tens.includes(part)) sum += (tens.indexOf(part) + 2) * 10;
		else if (below20.includes(part)) sum += below20.indexOf(part);
		else if (part !== 'and' && part !== 'a') return undefined;
	}
	return sum === 0 ? undefined : sum;
}
/** Units that are never anything but a unit. */
const measured: readonly Unit[] = ['MW', 'GW', 'GWh', 'tonnes', 'km', 'percent'];
/** Units that are counted in words as well. */
const counted: readonly Unit[] = ['companies', 'people', 'sites', 'laboratories', 'memoranda', 'fields', 'countries', 'delegations'];

const scaleTail = /\s?(?:lakh crore|thousand|lakh|million|crore|billion|trillion|千|万|百万|千万|億|百億|千億|兆)s?$/i;
/** Scale words as newspapers shorten them. */
const shortScales: Readonly<Record<string, string>> = { bn: 'billion', mn: 'million', m: 'million', tn: 'trillion', cr: 'crore', k: 'thousand' };
const figure = String.raw`(?:${scaledNumberPattern}(?:\s?(?:${Object.keys(shortScales).join('|')})(?![\p{L}\d]))?)`;
/** A unit that stands behind both ends of a range: 30億円から50億円. */
const inner = '円|米?ドル|インド・?ルピー|ルピー|ユーロ|%|社|人|名|件|MWh?|GWh?|トン|km|か所|拠点|か国';
const tokens = new RegExp(String.raw`(?<![\w.,-])(?:US|JP)?(?<sign>[$¥₹￥€]|\bRs\.?|\bUSD|\bJPY|\bINR|\bEUR)?\s?(?<from>${figure})(?:\s?(?<inner>${inner})?\s?(?:[–—~〜～-]|\bto\b|から|(?<=\bbetween .{1,30})\band\b)\s?${sign}(?<to>${figure})(?=\s?\k<inner>))?(?<plus>\+)?`, 'giu');
const innerUnit = new RegExp(String.raw`^\s?(?:キロメートル|メガワット|ギガワット時?|パーセント|${inner}|拠点|回)`);
/** ４割, 三割五分: tenths and hundredths. */
const tenths = /(?<![\d.第])(?<tenths>\d(?:\.\d)?|[一二三四五六七八九])割(?:(?<hundredths>\d|[一二三四五六七八九])分)?(?![りるれ])/gu;
const wordNumber = new RegExp(String.raw`\b(?:${written}|thousand|lakh|million|crore|billion|trillion)\b`, 'i');
/** “One million tonnes”, “half a billion dollars”. */
const wordScales = new RegExp(String.raw`\b(?<word>an?|half an?|one|${written}) (?<scale>thousand|lakh|million|crore|billion|trillion)\b`, 'giu');
const wordTokens = new RegExp(String.raw`\b(?<word>${written})\b|(?<![〇一二三四五六七八九十百千万数何幾第]|[一二三四五六七八九]、)(?<kanji>[二三四五六七八九十])(?=つの|社|人|名|[かカヶ箇](?:国|所)|件|拠点|(?:重点|優先|主要)?分野)`, 'giu');

/** What one money is worth in another: “1ルピー＝約1.5円”. Nobody pays it. */
const rates = /(?:(?:US|JP)?[$¥₹￥€]|Rs\.?|INR|JPY|USD)?\s?1(?:\.0+)?\s?(?:円|米?ドル|ルピー|ユーロ|yen|rupees?|dollars?|euros?|INR|JPY|USD)?\s?[=＝≈]\s?(?:約|about |around )?(?:(?:US|JP)?[$¥₹￥€]|Rs\.?|INR|JPY|USD)?\s?\d[\d.,]*\s?(?:円|米?ドル|ルピー|ユーロ|yen|rupees?|dollars?|euros?|INR|JPY|USD)?/giu;

/** “Two or three”, ２、３社: no figure, but a range. */
const wordRanges = new RegExp(String.raw`\b(?<from>${written})\s(?:or|to)\s(?<to>${written})\b|(?<![\d.,、])(?<from>[1-9])、(?<to>[2-9])(?=社|人|名|か国|カ国|か所|件)`, 'giu');

/** The head of a column or a field that holds a figure: “Power (MW): ”, 金額（億円）：. */
const unitAbove = /[(（](?<unit>[^()（）]{1,24})[)）]\s?[:：]\s?(?:(?:約|最大|about |up to |~)\s?)?$/u;

/** The unit in the head of a column, and the scale word that goes with it: “₹ crore”, “US$ million”, 億円. */
function headUnit(head: string): { readonly unit: Unit; readonly scale: string } | undefined {
	const scale = /(?:lakh crore|thousand|lakh|million|crore|billion|trillion|bn|mn|千|百万|千万|[万億兆])/i.exec(head)?.[0] ?? '';
	const bare = head.replace(scale, '').replace(/\s(?:in|of)\s*$/, '').trim();
	const unit = before.find(([pattern]) => pattern.test(bare))?.[1] ?? after.find(([pattern]) => pattern.test(bare))?.[1];
	return unit === undefined ? undefined : { unit, scale: shortScales[scale.toLowerCase()] ?? scale };
}

const moneyWords: readonly (readonly [RegExp, Money])[] = [
	[/subsid|補助金|助成|grant|無償/i, 'subsidy'],
	[/\bloan|融資|借款|credit line|貸付|lend/i, 'loan'],
	[/\bfund\b|ファンド|基金/i, 'fund'],
	[/invest|投資|capital|出資|plant|cluster|建設/i, 'investment'],
];

/** Lists the amounts of a passage, in its order. */
export function amountsIn(original: string): FoundAmount[] {
	const { text: passage, origin } = withFigures(original);
	const asWritten = (from: number, to: number): string => original.slice(origin(from), origin(to));
	if (!/[\d０-９二三四五六七八九十]/.test(passage) && !wordNumber.test(passage)) return [];
	const text = fold(passage);
	const found: FoundAmount[] = [];
	const taken = new Stretches(text.length);
	for (const { index, 0: rate } of matchesOf(text, rates)) taken.take(index, index + rate.length);
	for (const match of matchesOf(text, wordRanges)) {
		const [from, to] = [match.groups?.['from'], match.groups?.['to']].map((word) => wordValue(word) ?? Number(word));
		const end = match.index + match[0].length;
		const unit = unitBehind(text.slice(end, end + 60));
		if (from === undefined || to === undefined || from >= to || unit === undefined || !counted.includes(unit)) continue;
		taken.take(match.index, end);
		found.push({ from: String(from), to: String(to), bound: 'exact', unit, text: asWritten(match.index, end + 12).trim(), at: match.index, confidence: 0.6 });
	}
	for (const match of matchesOf(text, tenths)) {
		const [ten, hundred] = [match.groups?.['tenths'] ?? '', match.groups?.['hundredths'] ?? '0'].map((digit) => wordValue(digit) ?? Number(digit));
		const [at, end] = [match.index, match.index + match[0].length];
		taken.take(at, end);
		found.push({ value: String((ten ?? 0) * 10 + (hundred ?? 0)), bound: boundOf(text, at, text.slice(end, end + 12)), unit: 'percent', text: asWritten(at, end), at, confidence: 0.8 });
	}
	for (const match of matchesOf(text, tokens)) {
		const { from: fromText = '', to: toText, sign, plus } = match.groups ?? {};
		const start = match.index + (match[0].length - match[0].trimStart().length);
		const numberAt = text.indexOf(fromText, match.index + (sign?.length ?? 0));
		const head = headUnit(unitAbove.exec(text.slice(Math.max(0, numberAt - 48), numberAt))?.groups?.['unit'] ?? '');
		const [from, to] = [fromText, toText].map((figure) => (figure === undefined ? undefined : scaled(unshortened(figure), head?.scale ?? '')));
		if (from === undefined) continue;
		const end = match.index + match[0].length;
		if (taken.overlaps(start, end)) continue;
		const lead = text.slice(Math.max(0, start - 24), sign === undefined ? numberAt : text.indexOf(sign, match.index) + sign.length);
		const tail = text.slice(end, end + 70);
		let rest = tail;
		if (/^(?:以上|超)/.test(tail)) rest = tail.slice(/^(?:以上|超)(?:の)?/.exec(tail)?.[0].length ?? 0);
		// The sign was a picture: “2,100 crore ($460 million)” is paid in rupees.
		const inRupees = /\b(?:crore|lakh)$/i.test(match[0].trim()) && /^\s?\((?:about |around |approximately |nearly )?(?:US)?\$/.test(tail);
		const unit = before.find(([pattern]) => pattern.test(lead))?.[1] ?? (inRupees ? 'INR' : undefined) ?? unitBehind(rest) ?? (rest.startsWith('件') && memorandaBefore.test(lead) ? 'memoranda' : head?.unit);
		// A speed is no length.
		if (unit === undefined || isOrdinal(text, start, end) || (unit === 'km' && /(?:時速|重さ|重量|質量|体重)は?\s?(?:約|最高)?$/u.test(text.slice(Math.max(0, start - 6), numberAt)))) continue;
		const currency = isCurrency(unit);
		if (!currency && isYear(from, to, unit)) continue;
		const bound: Bound = plus === undefined ? boundOf(text, numberAt, tail) : 'at-least';
		// 80名から200名に拡大: two figures.
		const rises = match[0].includes('から') && /^\S{0,4}[にへ](?:まで)?(?:と?(?:拡大|増|引き上げ|倍増|減|縮小|上昇|低下|伸)|する)/u.test(tail);
		// “In 2021 to 58 per cent”: the year before it.
		const fromYear = to !== undefined && unit === 'percent' && /^(?:19|20)\d\d$/.test(from);
		const range = to === undefined || rises || fromYear ? undefined : rangeOf(from, to);
		// “From 14% to 9%” is no range but two figures.
		const values = range ? [{ from: range[0], to: range[1] }] : [...(fromYear ? [] : [from]), ...(to === undefined ? [] : [to])].filter((written) => figureOf(written) !== undefined).map((written) => ({ value: tidy(written) }));
		taken.take(start, end);
		for (const value of values) found.push({ ...value, bound: range ? 'exact' : bound, unit, ...(currency ? moneyOf(text, start) : {}), text: asWritten(start, end + (/^\s?\S{0,12}/.exec(tail)?.[0].length ?? 0)).trim(), at: start, confidence: currency || measured.includes(unit) ? 0.95 : 0.8 });
	}
	for (const match of matchesOf(text, wordScales)) {
		const [at, end] = [match.index, match.index + match[0].length];
		const word = match.groups?.['word']?.toLowerCase() ?? '';
		const unit = unitBehind(text.slice(end, end + 60));
		if (unit === undefined) continue;
		const count = word.startsWith('half') ? 0.5 : (wordValue(word) ?? 1);
		taken.take(at, end);
		found.push({ value: `${count} ${match.groups?.['scale']?.toLowerCase() ?? ''}`, bound: boundOf(text, at, text.slice(end, end + 12)), unit, ...(isCurrency(unit) ? moneyOf(text, at) : {}), text: asWritten(at, end + 12).trim(), at, confidence: 0.6 });
	}
	for (const match of matchesOf(text, wordTokens)) {
		const word = (match.groups?.['word'] ?? match.groups?.['kanji'] ?? '').toLowerCase();
		const at = match.index;
		const end = at + match[0].length;
		if (taken.overlaps(at, end)) continue;
		const unit = unitBehind(text.slice(end, end + 60));
		const value = wordValue(word);
		// “The two companies” are those named before; nothing is counted.
		const named = /\b(?:the|these|those|both|our|its|their)\s$/i.test(text.slice(Math.max(0, at - 8), at));
		if (unit === undefined || value === undefined || !counted.includes(unit) || named || (unit === 'countries' && value === 2)) continue;
		found.push({ value: String(value), bound: boundOf(text, at, text.slice(end, end + 12)), unit, text: asWritten(at, end + 12).trim(), at, confidence: 0.6 });
	}
	const seen = new Set<string>();
	return found.sort((a, b) => a.at - b.at).map((amount) => ({ ...amount, at: origin(amount.at) })).filter((amount) => seen.size < seen.add(amountKey(amount)).size);
}

/** The same figures come again and again. */
const parsed = new Map<string, number | undefined>();
function figureOf(figureText: string): number | undefined {
	if (!parsed.has(figureText)) parsed.set(figureText, parseAmount(figureText));
	return parsed.get(figureText);
}

export const amountKey = ({ value, from, to, unit }: { value?: string | number | undefined; from?: string | number | undefined; to?: string | number | undefined; unit: string }): string => {
	const read = (text: string | number | undefined): string => (text === undefined ? '' : String(typeof text === 'number' ? text : (figureOf(text) ?? text)));
	return `${value === undefined ? `${read(from)}..${read(to)}` : read(value)} ${unit}`;
};

/** How the words before a number and those behind its unit bound it. */
function boundOf(text: string, numberAt: number, tail: string): Bound {
	const lead = text.slice(Math.max(0, numberAt - 30), numberAt);
	const behind = tail.replace(innerUnit, '');
	return boundBefore.find(([pattern]) => pattern.test(lead))?.[1] ?? boundAfter.find(([pattern]) => pattern.test(tail) || pattern.test(behind))?.[1] ?? 'exact';
}

/** Width, the decimal point of newspapers (3・9%) and short scale words folded, character for character where it matters for places in the text. */
const fold = (passage: string): string =>
	passage.replace(/[０-９Ａ-Ｚａ-ｚ％＋，．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/(?<=\d)・(?=\d+\s?(?:[%割万億兆円倍]|ポイント|パーセント|キロ|メガ|ギガ|トン))/g, '.').replace(/(?<![\d.,] ?)(\d{1,3}) (?=\d{3}(?![\d.,]))/g, '$1,').replace(/(?<=\d)( ?)(INR|JPY|USD|Rs\.?|yen|rupees?) (thousand|lakh|million|crore|billion|trillion)\b/gi, '$1$3 $2').replace(/(?<=\d)-(?=(?:thousand|lakh|million|crore|billion|trillion)\b)/gi, ' ');

const unshortened = (figureText: string): string => figureText.replace(/(?<=\d)\s?(bn|mn|m|tn|cr|k)$/i, (_, word: string) => ` ${shortScales[word.toLowerCase()] ?? ''}`);

/** A figure with the scale word of its column. */
const scaled = (figureText: string, scale: string): string => (scale === '' || scaleTail.test(figureText) ? figureText : /^[a-z]/i.test(scale) ? `${figureText.trim()} ${scale}` : figureText.trim() + scale);

const tidy = (figureText: string): string => figureText.trim().replace(/\s+/g, ' ').replace(/(\d)(thousand|lakh|million|crore|billion|trillion)/i, '$1 $2');

function rangeOf(from: string, to: string): [string, string] | undefined {
	const tail = scaleTail.exec(to)?.[0] ?? '';
	const first = tail !== '' && !scaleTail.test(from) ? from + tail : from;
	const [low, high] = [figureOf(first), figureOf(to)];
	return low === undefined || high === undefined || low >= high ? undefined : [tidy(first), tidy(to)];
}

const isYear = (from: string, to: string | undefined, unit: Unit): boolean => /^(?:19|20)\d\d$/.test(from) && (to === undefined || /^(?:19|20)?\d\d$/.test(to)) && !measured.includes(unit) && unit !== 'companies' && unit !== 'people';

/** 第11回, 11th: which one, not how many. */
const isOrdinal = (text: string, start: number, end: number): boolean => /第$/.test(text.slice(0, start)) || /^(?:st|nd|rd|th)\b/.test(text.slice(end)) || /^年(?!間)/.test(text.slice(end));

const moneyNamed = (text: string): Money | undefined => moneyWords.find(([pattern]) => pattern.test(text))?.[1];
/** Of a passage as a whole, which is asked for each of its amounts. */
const moneyOfAll = remember(moneyNamed, 10);

/** What sort of money it is, by the words near it. */
function moneyOf(text: string, at: number): Pick<FoundAmount, 'money' | 'moneyGuessed'> {
	const near = text.slice(Math.max(0, at - 80), at + 100);
	const money = moneyNamed(near) ?? moneyOfAll(text);
	return money ? { money } : { money: 'investment', moneyGuessed: true };
}
