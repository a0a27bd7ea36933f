import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { datesIn, readDates } from '../../scripts/core/ingest/dates.ts';
import { furnitureReason } from '../../scripts/core/ingest/furniture.ts';
import { accountFor, ingest } from '../../scripts/core/ingest/ingest.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;

/** A date or an amount is found in whatever form of either language it is written, and wherever in a sentence it stands. */

const published = '2025-08-10';
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const name = (m: number): string => monthNames[m - 1] ?? '';
const short = (m: number): string => name(m).slice(0, 3);
const two = (value: number): string => String(value).padStart(2, '0');
const ordinal = (d: number): string => `${d}${d % 100 >= 11 && d % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th')}`;
const wide = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const reiwa = (y: number): string => `令和${y === 2019 ? '元' : y - 2018}年`;

const year = fc.integer({ min: 2020, max: 2045 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });

interface Written {
	readonly edtf: string;
	readonly en: readonly string[];
	readonly ja: readonly string[];
}

const days = fc.tuple(year, month, day).map(([y, m, d]): Written => ({
	edtf: `${y}-${two(m)}-${two(d)}`,
	en: [`on ${d} ${name(m)} ${y}`, `on ${name(m)} ${d}, ${y}`, `on ${ordinal(d)} ${name(m)} ${y}`, `on ${name(m)} ${ordinal(d)}, ${y}`, `on ${short(m)} ${d}, ${y}`, `on ${d} ${short(m)} ${y}`, `on ${d}-${short(m)}-${y}`, `on ${y}-${two(m)}-${two(d)}`, `on the ${ordinal(d)} of ${name(m)}, ${y}`],
	ja: [`${y}年${m}月${d}日に`, `${y}年${m}月${d}日（月）に`, `${reiwa(y)}${m}月${d}日に`, `${y}年（${reiwa(y)}）${m}月${d}日に`, `${y}.${m}.${d}に`, `${y}/${two(m)}/${two(d)}に`],
}));

const months = fc.tuple(year, month).map(([y, m]): Written => ({
	edtf: `${y}-${two(m)}`,
	en: [`in ${name(m)} ${y}`, `in ${short(m)} ${y}`, `in ${name(m)}, ${y}`, `in early ${name(m)} ${y}`, `in mid-${name(m)} ${y}`, `at the end of ${name(m)} ${y}`],
	ja: [`${y}年${m}月に`, `${y}年${m}月下旬に`, `${y}年${m}月中旬、`, `${reiwa(y)}${m}月に`, `${y}年${m}月末、`],
}));

const years = year.map((y): Written => ({
	edtf: String(y),
	en: [`in ${y}`, `in early ${y}`, `in mid-${y}`, `in late ${y}`, `in the first half of ${y}`, `in H1 ${y}`, `in Q3 ${y}`, `in the spring of ${y}`, `in fiscal ${y}`, `in FY${y}`, `in the financial year ${y}`],
	ja: [`${y}年に`, `${y}年度に`, `${reiwa(y)}度に`, `${y}年上半期に`, `${y}年度第３四半期に`, `${y}年春に`, `${y}年半ばに`, `${y}年末に`, `${y}年初頭に`],
}));

const untilYear = year.map((y): Written => ({ edtf: `../${y}`, en: [`by ${y}`, `by the end of ${y}`, `by end-${y}`, `by FY${y}`, `no later than ${y}`], ja: [`${y}年までに`, `${y}年度末までに`, `${reiwa(y)}度までに`, `${y}年度内に`] }));
const untilMonth = fc.tuple(year, month).map(([y, m]): Written => ({ edtf: `../${y}-${two(m)}`, en: [`by ${name(m)} ${y}`, `by the end of ${name(m)} ${y}`, `by end-${name(m)} ${y}`, `until ${name(m)} ${y}`], ja: [`${y}年${m}月までに`, `${y}年${m}月末までに`] }));
const sinceYear = year.map((y): Written => ({ edtf: `${y}/..`, en: [`since ${y}`, `from ${y} onwards`, `not before ${y}`], ja: [`${y}年以降、`, `${y}年から`, `${y}年度以降、`] }));
const spans = fc.tuple(year, fc.integer({ min: 1, max: 8 })).map(([y, count]): Written => ({ edtf: `${y}/${y + count}`, en: [`between ${y} and ${y + count}`, `from ${y} to ${y + count}`, `in ${y}-${y + count}`, `from FY${y} to FY${y + count}`], ja: [`${y}年から${y + count}年に`, `${y}～${y + count}年度に`, `${y}～${two((y + count) % 100)}年度に`, `令和${y - 2018}～${y + count - 2018}年度に`] }));
const fiscal = year.map((y): Written => ({ edtf: `${y}/${y + 1}`, en: [`in ${y}-${two((y + 1) % 100)}`, `in FY${y}-${two((y + 1) % 100)}`, `in FY ${y}/${two((y + 1) % 100)}`, `in the financial year ${y}–${two((y + 1) % 100)}`], ja: [] }));
const monthSpans = fc.tuple(year, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 })).map(([y, m, count]): Written => ({ edtf: `${y}-${two(m)}/${y}-${two(m + count)}`, en: [`from ${name(m)} to ${name(m + count)} ${y}`, `in ${short(m)}-${short(m + count)} ${y}`, `between ${name(m)} and ${name(m + count)} ${y}`], ja: [`${y}年${m}～${m + count}月に`, `${y}年${m}月から${m + count}月まで`, `${y}年${m}月～${y}年${m + count}月に`, `${y}年${m}～${m + count}月期に`] }));
const daySpans = fc.tuple(year, month, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 })).map(([y, m, d, count]): Written => ({ edtf: `${y}-${two(m)}-${two(d)}/${y}-${two(m)}-${two(d + count)}`, en: [`on ${d}-${d + count} ${name(m)} ${y}`, `from ${d} to ${d + count} ${name(m)} ${y}`, `from ${name(m)} ${d} to ${d + count}, ${y}`, `from ${name(m)} ${d} to ${name(m)} ${d + count}, ${y}`, `on ${name(m)} ${d}–${d + count}, ${y}`], ja: [`${y}年${m}月${d}日から${d + count}日まで`, `${y}年${m}月${d}～${d + count}日に`, `${y}年${m}月${d}日（火）～${m}月${d + count}日（木）に`] }));
const decades = fc.constantFrom(1980, 1990, 2030).map((y): Written => ({ edtf: `${y}/${y + 9}`, en: [`in the ${y}s`, `in the late ${y}s`], ja: [`${y}年代に`, `${y}年代後半、`] }));

const carriersEn = (date: string): string[] => [`The two firms built a plant in Chennai ${date}.`, `${date.charAt(0).toUpperCase()}${date.slice(1)}, the two sides opened an office.`, `A line that was opened ${date}, and is in use, carries coal.`];
const carriersJa = (date: string): string[] => [`両国は、${date}新しい拠点を設けた。`, `${date}両社は工場を建てた。`, wide(`東京で${date}会合を開いた。`)];

describe('every form of a date is found, in both languages', () => {
	test.each([['days', days], ['months', months], ['years', years], ['until a year', untilYear], ['until a month', untilMonth], ['since a year', sinceYear], ['years from and to', spans], ['fiscal years', fiscal], ['months from and to', monthSpans], ['days from and to', daySpans], ['decades', decades]] as const)('%s', (_, written: fc.Arbitrary<Written>) => {
		fc.assert(fc.property(written, ({ edtf, en, ja }) => {
			for (const sentence of [...en.flatMap(carriersEn), ...ja.flatMap(carriersJa)]) expect([sentence, ...datesIn(sentence, { published }).map((date) => date.edtf)]).toEqual([sentence, edtf]);
		}), { numRuns: 60 });
	});
});

describe('seen from the day of publication, 10 August 2025, a Sunday', () => {
	test.each([
		['The pact was signed on Tuesday.', ['2025-08-05']],
		['They will meet next Monday.', ['2025-08-11']],
		['The minister said on Tuesday that it works.', []],
		['The two ministers met today in Tokyo.', ['2025-08-10']],
		['India today is a large market; of today’s plants, few are new.', []],
		['It was signed yesterday; two years ago, nobody asked.', ['2025-08-09', '2023']],
		['last month, this year, next year, last year', ['2025-07', '2025', '2026', '2024']],
		['The plant opens in early October, after the July summit.', ['2025-10', '2025-07']],
		['The fiscal year ended March 2026 and the 2,000s', ['2025']],
		['本日、署名した。昨日発表した。日本日系企業', ['2025-08-10', '2025-08-09']],
		['昨年11月、同年12月、同月、来年度、今春、年末までに', ['2024-11', '2024-12', '2026', '2025', '../2025']],
		['2024年5月7日に署名し、同日、発効した。翌年、延長した。', ['2024-05-07', '2025']],
		['現地時間９月２１日（日本時間２２日午前）に会談した。', ['2024-09-21', '2024-09-22']],
		['外相は、１９日に訪印する。', ['2025-08-19']],
		['２５年３月期は減り、２６年中に増やす。', ['2024', '2026']],
		['４～６月期に伸びた。', ['2025-04/2025-06']],
		['２０２５年３月期の利益', ['2024']],
		['10月下旬に開く。', ['2025-10']],
	])('%s', (text, expected) => {
		expect(datesIn(text, { published }).map(({ edtf }) => edtf)).toEqual(expected);
	});

	test('what cannot be told is marked, not guessed', () => {
		expect(readDates('It was signed on Tuesday, and ends on 01/08/2025 or last week.', { published: undefined })).toEqual({ dates: [], undecided: ['Tuesday', '01/08/2025', 'last week'] });
		expect(readDates('先週、１４日に合意し、上半期に始める。', { published: undefined })).toEqual({ dates: [], undecided: ['先週', '１４日', '上半期'] });
		expect(readDates('先週、１４日に合意した。', { published })).toMatchObject({ dates: [{ edtf: '2025-07-14' }], undecided: ['先週'] });
	});
});

interface Sum {
	readonly key: string;
	readonly en: readonly string[];
	readonly ja: readonly string[];
}

const count = fc.integer({ min: 2, max: 999 });
const currencies = [['JPY', ['¥', 'JPY '], ' yen', '円'], ['USD', ['$', 'US$', 'USD '], ' dollars', 'ドル'], ['INR', ['₹', 'Rs ', 'Rs. ', 'INR '], ' rupees', 'ルピー']] as const;
const money = fc.tuple(count, fc.constantFrom(...currencies)).map(([n, [code, signs, word, ja]]): Sum => ({ key: `${n * 1e9} ${code}`, en: [...signs.flatMap((sign) => [`${sign}${n} billion`, `${sign}${n}bn`, `${sign}${n}-billion`, `${sign}${n * 100} crore`, `${sign}${(n * 1e9).toLocaleString('en')}`]), `${n} billion${word}`, `${n * 1000} million${word}`], ja: [`${n * 10}億${ja}`, `${(n * 10).toLocaleString('en')}億${ja}`, wide(`${n * 10}億${ja}`)] }));
const ranges = fc.tuple(count, fc.integer({ min: 1, max: 50 })).map(([n, more]): Sum => ({ key: `${n * 1e8}..${(n + more) * 1e8} JPY`, en: [`¥${n * 100}–${(n + more) * 100} million`, `JPY ${n * 100} million to ${(n + more) * 100} million`, `between ¥${n * 100} million and ¥${(n + more) * 100} million`], ja: [`${n}億～${n + more}億円`, `${n}～${n + more}億円`, `${n}億円から${n + more}億円`] }));
const measures = fc.tuple(count, fc.constantFrom(['MW', 'megawatts', 'メガワット'], ['GWh', 'gigawatt hours', 'ギガワット時'], ['km', 'kilometres', 'キロメートル'], ['tonnes', 'tonnes', 'トン'], ['percent', 'per cent', '％'])).map(([n, [unit = '', en = '', ja = '']]): Sum => ({ key: `${n} ${unit}`, en: [`${n} ${en}`, ...(unit === 'percent' ? [`${n}%`, `${n} percent`] : [`${n} ${unit}`, `${n}${unit === 'tonnes' ? ' tons' : unit}`])], ja: [`${n}${ja}`, wide(`${n}${ja}`), ...(unit === 'percent' || unit === 'tonnes' ? [] : [`${n}${unit}`])] }));
const heads = fc.tuple(count, fc.constantFrom(['people', 'people', '人'], ['people', 'engineers', '名'], ['companies', 'Japanese companies', '社'], ['companies', 'start-ups', '社'])).map(([n, [unit = '', en = '', ja = '']]): Sum => ({ key: `${n} ${unit}`, en: [`${n} ${en}`], ja: [`${n}${ja}`, wide(`${n}${ja}`)] }));
const boundsOf = [['exact', '', '', ''], ['about', 'about ', '約', ''], ['about', 'nearly ', 'およそ', ''], ['about', 'some ', '', '前後'], ['up-to', 'up to ', '最大', ''], ['at-least', 'at least ', '', '以上'], ['more-than', 'more than ', '', '超'], ['more-than', 'over ', '', '余り']] as const;

describe('every form of an amount is found, with its bound', () => {
	test.each([['money', money], ['measures', measures], ['people and companies', heads]] as const)('%s', (_, sums: fc.Arbitrary<Sum>) => {
		fc.assert(fc.property(sums, fc.constantFrom(...boundsOf), ({ key, en, ja }, [bound, lead, before, after]) => {
			for (const written of en) {
				const sentence = `The scheme supports ${lead}${written} in Gujarat.`;
				expect([sentence, ...amountsIn(sentence).map((amount) => `${amountKey(amount)} ${amount.bound}`)]).toEqual([sentence, `${key} ${bound}`]);
			}
			for (const written of ja) {
				const sentence = `同事業では${before}${written}${after}を見込む。`;
				expect([sentence, ...amountsIn(sentence).map((amount) => `${amountKey(amount)} ${amount.bound}`)]).toEqual([sentence, `${key} ${bound}`]);
			}
		}), { numRuns: 100 });
	});

	test('ranges', () => {
		fc.assert(fc.property(ranges, ({ key, en, ja }) => {
			for (const sentence of [...en.map((written) => `It costs ${written} in all.`), ...ja.map((written) => `費用は${written}を見込む。`)]) expect([sentence, ...amountsIn(sentence).map(amountKey)]).toEqual([sentence, key]);
		}), { numRuns: 60 });
	});

	test.each([
		['10 trillion yen (approx. $68bn)', ['10000000000000 JPY exact', '68000000000 USD about']],
		['3・9%増、3千億円、時速320キロ、6人乗り', ['3.9 percent exact', '300000000000 JPY exact']],
		['one million tonnes and half a billion dollars for a thousand people', ['1000000 tonnes exact', '500000000 USD exact', '1000 people exact']],
		['120 Memorandums of Understanding; 100件以上の協力覚書', ['120 memoranda exact', '100 memoranda at-least']],
		['100億円近い', ['10000000000 JPY about']],
	])('%s', (text, expected) => {
		expect(amountsIn(text).map((amount) => `${amountKey(amount)} ${amount.bound}`)).toEqual(expected);
	});
});

describe('furniture throws no fact away', () => {
	const figure = fc.constantFrom('¥350 billion', '₹1,200 crore', '24 Japanese companies', '60% of the cells', '2027', '16 MW', 'six plants in 2026');
	const subject = fc.constantFrom('The source', 'The photo agency', 'Subscribe Labs', 'The follow-up', 'Related industries', 'Comments', 'Share buyers', 'Home loans', 'Editors', 'The views', 'Data firms', 'Tag makers', 'News portals', 'By then they', 'Search engines', 'Figures', 'Topics');
	const verb = fc.constantFrom('will invest', 'signed for', 'have put aside', 'reached', 'aim at', 'are expected to reach', 'said that it is');
	const subjectJa = fc.constantFrom('写真大手', '関連企業', '検索会社', '広告業界', '提供元の企業', '図書館', '出典元の会社', '印刷会社', '会員企業', '続きとなる事業', 'ログイン基盤', '電話会社', '記者会見で同社');
	const verbJa = fc.constantFrom('を投じる', 'を投資した', 'に達した', 'を目指す', 'を見込む', 'で署名した');
	const figureJa = fc.constantFrom('３５０億円', '約1,200億ルピー', '２４社', '2027年', '６割', '16MW');

	// “(c) …” is the third item of a list more often than a copyright.
	test.each(['(c) Publish the figures every quarter from FY2026.', '(C) Agreed on a third round', 'Unlock $4 billion for ports by 2030', 'Get 50 start-ups to Tokyo', 'Register 14 projects under the JCM', 'Follow up on the 2025 summit', 'Read rates rose to 60% in 2025', 'Copyright law was amended in 2025', 'Share prices rose 12%', 'View from Tokyo: 1,500 firms in India', '会員企業は７０社', '写真用品大手が３億円を投じる'])('%s is kept', (line) => {
		expect(furnitureReason(line)).toBeUndefined();
	});

	test('a line with a figure and a verb is kept', () => {
		fc.assert(fc.property(subject, verb, figure, fc.constantFrom('', '.', ' by 2030.', ' in Chennai'), (who, does, what, end) => {
			const line = `${who} ${does} ${what}${end}`;
			expect([line, furnitureReason(line)]).toEqual([line, undefined]);
		}));
		fc.assert(fc.property(subjectJa, verbJa, figureJa, fc.constantFrom('', '。'), (who, does, what, end) => {
			const line = `${who}は${what}${does}${end}`;
			expect([line, furnitureReason(line)]).toEqual([line, undefined]);
		}));
	});

	const residue = fc.constantFrom('Home', 'Latest News', 'Share', 'Follow us', '1.3K Shares', 'Also read: Why cells are cheap', 'Advertisement', '4 min read', 'Related stories', 'Topics', 'Read More News on', 'Most Active Stocks', 'Subscribe to our newsletter', 'Next Story', '(With inputs from PTI)', 'Photo: Handout', '印刷', '【関連記事】', '無料会員に登録', 'ページトップへ', '最新ニュース', '関連トピック', '- 2 -', '***', 'Summary', 'Introduction', '概要', 'Asha Verma', 'By Asha Verma', '18 Sep 2025', '2025年9月18日', '');
	const factEn = fc.tuple(subject, verb, figure).map(([who, does, what]) => `${who} ${does} ${what}, and the plant in Chennai opens in March 2027.`);
	const factJa = fc.tuple(subjectJa, figureJa, verbJa).map(([who, what, does]) => `${who}は２０２７年３月までに、チェンナイの新しい工場に関して${what}${does}。`);

	test.each([['English', factEn], ['Japanese', factJa]] as const)('whatever stands around it, a sentence of %s with a figure and a verb is a statement', (_, facts) => {
		fc.assert(fc.property(fc.array(fc.oneof(residue, facts.map((fact) => ({ fact }))), { minLength: 3, maxLength: 24 }), fc.boolean(), (parts, apart) => {
			const lines = parts.map((part) => (typeof part === 'string' ? part : part.fact));
			const text = lines.join(apart ? '\n\n' : '\n');
			const proposals = ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
			const fates = accountFor(proposals).map(({ fate, from, to }) => [text.slice(from, to).trim(), fate] as const);
			const seen = new Set<string>();
			for (const [line, fate] of fates) {
				const isFact = parts.some((part) => typeof part !== 'string' && part.fact === line);
				// What stands a second time, word for word, is a repetition.
				if (isFact && !seen.has(line)) expect([line, fate]).toEqual([line, 'statement']);
				seen.add(line);
			}
		}), { numRuns: 100 });
	});
});
