import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compareFigures, figuresIn } from '../../scripts/core/figures.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';
import { langs, type Localized } from '../../src/model/languages.ts';

const keys = (text: string): string[] => figuresIn(text).map(({ key, optional }) => (optional ? `(${key})` : key));

describe('the figures of a text', () => {
	test.each([
		['loans of up to ¥60 billion', ['60000000000 JPY']],
		['最大600億円の融資', ['60000000000 JPY']],
		['$100–400 million (₹860–3,500 crore)', ['100000000 USD', '400000000 USD', '8600000000 INR', '35000000000 INR']],
		['1億〜4億ドル（86億〜350億ルピー）', ['100000000 USD', '400000000 USD', '8600000000 INR', '35000000000 INR']],
		['Rs. 1.5 lakh crore, US$2.4 billion, 10 million yen', ['1500000000000 INR', '2400000000 USD', '10000000 JPY']],
		['From 20 to 26 July 2025', ['20', '26', 'month 7', '2025']],
		['2025年7月20〜26日', ['2025', 'month 7', '20', '26']],
		['2027–28', ['2027', '2028']],
		['31 December 2025 – 30 January', ['31', 'month 12', '2025', '30', 'month 1']],
		['¥5,000–10,000', ['5000 JPY', '10000 JPY']],
		['5,000〜1万円', ['5000 JPY', '10000 JPY']],
		['10〜12月', ['month 10', 'month 12']],
		['400 MW, 150 GWh, 60%, 5 km, 20', ['400 MW', '150 GWh', '60 %', '5 km', '20']],
		['€1.9 billion, 19億ユーロ', ['1900000000 EUR', '1900000000 EUR']],
		['４００ＭＷ・１５０ギガワット時・６０パーセント', ['400 MW', '150 GWh', '60 %']],
		['5G, but V2X, P2G, C-2, COVID-19, CO₂, PM2.5', ['5']],
		['FY2025, mid-2025', ['2025', '2025']],
		['In 2025, 70 firms', ['2025', '70']],
		['令和7年度、平成元年、Reiwa 7', ['2025', '1989', '2025']],
		['3割、2割5分、割合は1割合', ['30 %', '25 %', '1']],
		['千五百人、百二十', ['1500', '(120)']],
		['2分の1、三分の二、10分の1、1社につき', ['50 %', '66.67 %', '10 %', '(1)']],
		['half the cost, by half, halved, one-third, a third of, three quarters, but the second half', ['50 %', '50 %', '50 %', '33.33 %', '33.33 %', '75 %', '(2)', '(50 %)']],
		['半分、半数、半減、過半数、but 後半、半導体', ['50 %', '50 %', '50 %', '(50 %)']],
		['half a million, a billion dollars, tenfold', ['500000', '1000000000 USD', '10']],
		['doubled, twice, triple; 倍増、倍の、but 数倍、倍率、二重', ['2', '2', '3', '2', '2', '(2)']],
		['hundreds, tens of thousands, several million', ['~100', '~10000', '~1000000']],
		['数百、何千、数万、数百万、but 多数、数値', ['~100', '~1000', '~10000', '~1000000']],
		['A dozen, two dozen, half a dozen; 十数社', ['12', '(24)', '(6)', '(12)']],
		['the Next Decade, two decades', ['10', '20']],
		['2つの代表団と第十一回', ['2', '11']],
		['a second plant, the third round, but a second time, per second', ['2', '3', '(2)', '(2)']],
		['第二工場、第三回、二度、but 第一に、第二に、第三国、二度目、二人三脚', ['2', '3', '2', '(1)', '(2)', '(3)', '(2)', '(2)', '(3)']],
		['Two of the first twelve', ['(2)', '(1)', '(12)']],
		['Two firms, two of them new; the two sides; two or three years; two-way; two weeks', ['2', '2', '(2)', '(2)', '(3)', '(2)', '(2)']],
		['三つ、三か国、二国間、二つ目', ['3', '3', '(2)', '(2)']],
		['It may march on; in May and March', ['month 5', 'month 3']],
	])('%s', (text, expected) => {
		expect(keys(text)).toEqual(expected);
	});
});

/** Pairs in kind like those of the seeds, and like those that a sixth document will bring. */
const agreeing: readonly (readonly [en: string, ja: string])[] = [
	['The two sides signed the accord on 29 August 2025.', '双方は2025年8月29日に取決めに署名した。'],
	['In November 2024 they held the first dialogue at vice-ministerial level.', '2024年11月、次官級の初めての対話を開いた。'],
	['The 11th meeting took place in August 2025.', '第11回の会合は2025年8月に開かれた。'],
	['The 7th working group met in May 2022.', '2022年5月に第7回作業部会が開かれた。'],
	['A third round is planned.', '第3回が予定されている。'],
	['The bank lends up to ¥60 billion.', '銀行は最大600億円を融資する。'],
	['Subsidies of up to ¥350 billion (around $2.4 billion) are planned.', '最大3,500億円（約24億ドル）の補助金が予定されている。'],
	['The investment is put at $100–400 million (₹860–3,500 crore).', '投資の規模は1億〜4億ドル（86億〜350億ルピー）とされる。'],
	['Between $100 million and $400 million may be invested.', '1億ドルから4億ドルが投資される可能性がある。'],
	['From ¥10 billion to ¥20 billion a year.', '年に100億円から200億円。'],
	['It costs ₹10,500 crore.', '費用は1,050億ルピーである。'],
	['The plan is worth ₹1.5 lakh crore.', '計画の規模は1兆5,000億ルピーである。'],
	['Exports came to $1.25 billion.', '輸出額は12億5,000万米ドルであった。'],
	['The fund has ¥30 million.', '基金は3,000万円である。'],
	['A grant of 50 million yen.', '5千万円の無償資金。'],
	['Some 500,000 people are to be exchanged in five years.', '5年間で50万人の交流を目指す。'],
	['25,500 students applied.', '2万5,500人の学生が応募した。'],
	['A market of 1.4 billion people.', '14億人の市場。'],
	['Up to 60% of the supply chain by 2030.', '2030年までにサプライチェーンの最大60%。'],
	['It grew by 6.5 per cent.', '6.5パーセント伸びた。'],
	['A 16 MW electrolyser, the largest in the country.', '国内最大となる16MWの水電解装置。'],
	['A capacity of 150 GWh by 2030.', '2030年までに150ギガワット時の容量。'],
	['A 400MW portfolio over the next three years.', '今後3年間で400メガワットのポートフォリオ。'],
	['The line is 508 km long.', '路線の長さは508キロメートルである。'],
	['They cooperate on 5G and V2X.', '5GとV2Xで協力する。'],
	['The Digital Partnership 2.0 was renewed in 2025.', '2025年にデジタル・パートナーシップ2.0が更新された。'],
	['The delegation stayed from 20 to 26 July 2025.', '代表団は2025年7月20日から26日まで滞在した。'],
	['From 27 to 31 July 2025 it was in Tokyo.', '2025年7月27〜31日には東京にいた。'],
	['The mission is due by 2027–28.', '任務は2027〜2028年までに終わる見込みである。'],
	['The fiscal year 2025–26 begins in April.', '2025〜26年度は4月に始まる。'],
	['The budget of FY2025 is known.', '2025年度の予算は公表されている。'],
	['They met from July to September 2025.', '2025年7〜9月に会合を重ねた。'],
	['Work goes on from 20 July to 2 August.', '作業は7月20日から8月2日まで続く。'],
	['More than 70 firms, three of them Japanese.', '70社を超え、うち3社は日本企業。'],
	['Two delegations came; one was led by the minister.', '2つの代表団が訪れ、一方は大臣が率いた。'],
	['Both countries named five fields.', '両国は5つの分野を挙げた。'],
	['The second plant, in Phase 3.', '第2工場、フェーズ3。'],
	['Phase II of the corridor.', '回廊の第2期。'],
	['They share two-thirds of the cost.', '費用の3分の2を分担する。'],
	['Output doubled within a decade.', '生産は10年で2倍になった。'],
	['A dozen laboratories are open.', '12の研究室が開設されている。'],
	['Twenty sites are in use.', '20か所の拠点が使われている。'],
	['Trade recovered after COVID-19.', '新型コロナウイルスの後、貿易は回復した。'],
	['One prefecture, one product.', '一県一品。'],
	['By the 2070s, net zero.', '2070年代までにネットゼロ。'],
	['Japan to Invest ¥10 Billion: The Plan for 2030', '日本、100億円を投資へ：2030年の計画'],
	['Net zero by 2070 is the aim of the Government of India.', 'インド政府は2070年までのネットゼロを目指す。'],
	['Nothing is counted here.', 'ここに数はない。'],
];

describe('texts that say the same are not reported', () => {
	test.each(agreeing)('%s', (en, ja) => {
		expect(compareFigures({ en, ja })).toEqual([]);
	});
});

describe('natural pairs that say the same are not reported', async () => {
	const pairs = parse(await readFile(join(projectFolder, 'tests/fixtures/figures/same.yaml'), 'utf8')) as [en: string, ja: string][];
	test('there are many', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(80);
	});
	test.each(pairs)('%s', (en, ja) => {
		expect(compareFigures({ en, ja })).toEqual([]);
	});
});

describe('a word of number that one language leaves out is reported', async () => {
	const pairs = parse(await readFile(join(projectFolder, 'tests/fixtures/figures/left-out.yaml'), 'utf8')) as [en: string, ja: string][];
	const whole = (text: string): string => text.replaceAll(/\{(.*?)\|.*?\}/g, '$1');
	const without = (text: string): string => text.replaceAll(/\{.*?\|(.*?)\}/g, '$1');
	test.each(pairs)('%s', (en, ja) => {
		expect(compareFigures({ en: whole(en), ja: whole(ja) })).toEqual([]);
		expect(compareFigures({ en: whole(en), ja: without(ja) })).not.toEqual([]);
		expect(compareFigures({ en: without(en), ja: whole(ja) })).not.toEqual([]);
	});
});

describe('texts that differ are reported, each figure with the language that lacks it', () => {
	test.each([
		['a loan of ¥60 billion', '599億円の融資', ['en 60000000000 JPY', 'ja 59900000000 JPY']],
		['¥60 billion', '600億ドル', ['en 60000000000 JPY', 'ja 60000000000 USD']],
		['¥60 million', '600億円', ['en 60000000 JPY', 'ja 60000000000 JPY']],
		['400 MW', '400GWh', ['en 400 MW', 'ja 400 GWh']],
		['60%', '60', ['en 60 %', 'ja 60']],
		['in May 2022', '2022年6月', ['en month 5', 'ja month 6']],
		['2027–28', '2027〜29年', ['en 2028', 'ja 2029']],
		['20 to 26 July', '7月20日から27日', ['en 26', 'ja 27']],
		['more than 70 firms', '多くの企業', ['en 70']],
		['two memoranda', '3件の覚書', ['en 2', 'ja 3']],
		['The two sides signed two memoranda', '双方が覚書に署名した', ['en 2']],
		['Both sides signed memoranda', '双方が2件の覚書に署名した', ['ja 2']],
		['Two delegations came', '両代表団が訪れた', []],
		['They signed three memoranda', '三つの覚書に署名した', []],
		['They signed memoranda', '三つの覚書に署名した', ['ja 3']],
		['Five firms took part', '企業が参加した', ['en 5']],
	])('%s / %s', (en, ja, expected) => {
		expect(compareFigures({ en, ja }).map(({ lang, figure }) => `${lang} ${figure.key}`)).toEqual(expected);
	});
});

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const grouped = (value: number): string => value.toLocaleString('en-GB');

/** One fact in both languages, with figures of its own. */
const fact: fc.Arbitrary<readonly [en: string, ja: string]> = fc.oneof(
	fc.date({ min: new Date('1990-01-01'), max: new Date('2079-12-31'), noInvalidDate: true }).map((date): [string, string] => {
		const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
		return [`signed on ${day} ${monthNames[month] ?? ''} ${year}`, `${year}年${month + 1}月${day}日に署名`];
	}),
	fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(['¥', '円'], ['$', 'ドル'], ['₹', 'ルピー'])).map(([billions, [sign = '', name = '']]): [string, string] => [`worth ${sign}${grouped(billions)} billion`, `${grouped(billions * 10)}億${name}の規模`]),
	fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 })).map(([from, more]): [string, string] => [`¥${from}–${from + more} million`, `${from * 100}万〜${(from + more) * 100}万円`]),
	fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('MW', 'GWh', 'km')).map(([value, unit]): [string, string] => [`${grouped(value)} ${unit} in all`, `計${value}${unit}`]),
	fc.integer({ min: 1, max: 999 }).map((tenths): [string, string] => [`up by ${tenths / 10}%`, `${tenths / 10}%増`]),
	fc.integer({ min: 13, max: 9999 }).map((count): [string, string] => [`${grouped(count)} firms`, `${count}社`]),
);

/** Facts whose figures are all different, so that none can answer for another. */
const pair = fc
	.array(fact, { minLength: 1, maxLength: 4 })
	.map((facts) => ({ en: facts.map(([en]) => en).join('; '), ja: facts.map(([, ja]) => ja).join('、') }))
	.filter(({ en }) => new Set(keys(en)).size === keys(en).length);

describe('any texts', () => {
	test('with the same facts agree', () => {
		fc.assert(fc.property(pair, (texts) => {
			expect(compareFigures(texts)).toEqual([]);
		}));
	});

	test('in which one digit, month, currency, unit or scale word is changed are reported', () => {
		const others: readonly (readonly string[])[] = [monthNames, ['¥', '$', '₹'], ['円', 'ドル', 'ルピー'], ['MW', 'GWh', 'km'], ['million', 'billion'], ['億', '万'], ['%', ''], Array.from('0123456789')];
		const changeable = new RegExp(others.flat().filter((part) => part !== '').map((part) => part.replace('$', String.raw`\$`)).join('|'), 'g');
		fc.assert(fc.property(pair, fc.constantFrom('en', 'ja'), fc.nat(), fc.nat(), (texts, lang, at, to) => {
			const places = [...texts[lang].matchAll(changeable)];
			const place = places[at % places.length];
			const kind = others.find((list) => list.includes(place?.[0] ?? '')) ?? [];
			const choices = kind.filter((part) => part !== place?.[0]);
			const changed = texts[lang].slice(0, place?.index) + (choices[to % choices.length] ?? '') + texts[lang].slice((place?.index ?? 0) + (place?.[0].length ?? 0));
			expect(compareFigures({ ...texts, [lang]: changed })).not.toEqual([]);
		}), { numRuns: 300 });
	});

	test('in which a whole figure is left out are reported', () => {
		fc.assert(fc.property(pair, fact, (texts, [en]) => {
			fc.pre(!keys(en).some((key) => keys(texts.en).includes(key)));
			expect(compareFigures({ ...texts, en: `${texts.en}; ${en}` })).not.toEqual([]);
		}));
	});

	test('are read without an error', () => {
		fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('2025', '1,050', '億', '万', '–', '〜', ' to ', '年', '月', '¥', 'MW', ' ', '.', ',', 'May', '十', 'crore')).map((parts) => parts.join(''))), (text) => {
			for (const { key } of figuresIn(text)) expect(key).not.toMatch(/NaN|undefined/);
		}));
	});
});

describe('the real texts', async () => {
	const { corpus, passages } = await loadSeeds(join(projectFolder, 'seeds'), 'seeds');
	const texts = (corpus?.statements ?? []).map(({ id, text }) => ({ id, text }));

	test('are not reported: they say the same', () => {
		expect(texts.length).toBeGreaterThan(200);
		// Every text that stands in both languages: statements, notes, titles, what amounts are.
		const all = passages();
		const pairs = all.flatMap((first, index) => {
			const second = all[index + 1];
			return second && first.lang === langs[0] && second.lang === langs[1] ? [{ en: first.text, ja: second.text }] : [];
		});
		expect(pairs.length).toBeGreaterThan(800);
		const reported = pairs.filter((pair) => compareFigures(pair).length > 0);
		// Names and titles may be numbered in one language only, which no editor is told of; sentences must agree.
		expect(reported.length / pairs.length).toBeLessThanOrEqual(0.02);
		expect(texts.filter(({ text }) => compareFigures(text).length > 0)).toEqual([]);
	});

	test('are reported, nine times in ten, when one language leaves out how many there are', async () => {
		const natural = parse(await readFile(join(projectFolder, 'tests/fixtures/figures/same.yaml'), 'utf8')) as [en: string, ja: string][];
		const counting: Localized<RegExp> = {
			en: /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty) (?=[a-z])/gi,
			ja: /(?:[二三四五六七八九十]|(?<![\d,.])\d+)(?:つ(?!目)|社(?!に)|件|か国|か所|校|機関)の?/g,
		};
		// “The two governments” and 両国 are how the two countries are spoken of, which may be said without a number.
		const places = [...texts.map(({ text }) => text), ...natural.map(([en, ja]) => ({ en, ja }))].flatMap((text) => langs.flatMap((lang) => [...text[lang].matchAll(counting[lang])]
			.filter(({ index }) => figuresIn(text[lang].slice(index)).at(0)?.optional === false && figuresIn(text[lang]).some(({ optional, key }) => !optional && key === figuresIn(text[lang].slice(index)).at(0)?.key))
			.map(({ 0: count, index }) => ({ ...text, [lang]: text[lang].slice(0, index) + text[lang].slice(index + count.length) }))));
		expect(places.length).toBeGreaterThan(30);
		expect(places.filter((text) => compareFigures(text).length === 0).length / places.length).toBeLessThanOrEqual(0.1);
	});

	let seed = 20251125;
	/** A sequence that is the same in every run: mulberry32. */
	const random = (below: number): number => {
		seed = (seed + 0x6d2b79f5) | 0;
		let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) % below;
	};
	const other = (of: readonly string[]) => (from: string): string => {
		const choices = of.filter((choice) => choice !== from && figuresIn(`1 ${choice}`)[0]?.key !== figuresIn(`1 ${from}`)[0]?.key);
		return choices[random(choices.length)] ?? '';
	};
	const anotherNumber = (from: string): string => {
		const places = [...from].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
		const at = places[random(places.length)] ?? 0;
		const digit = String((Number(from[at]) + 1 + random(9)) % 10);
		return from.slice(0, at) + (at === 0 && digit === '0' ? (from[0] === '9' ? '8' : '9') : digit) + from.slice(at + 1);
	};
	/** Kinds of slips: what is changed, and into what. A figure may be changed into one that the text has, too. */
	const slips: readonly (readonly [kind: string, found: RegExp, slip: (from: string) => string])[] = [
		['number', /(?<![A-Za-z]-?)\d+(?:[.,]\d+)*|(?<=FY)\d+/g, anotherNumber],
		['date', new RegExp(String.raw`\b(?:${monthNames.join('|')})\b`, 'g'), (from) => monthNames.filter((name) => name !== from)[random(11)] ?? ''],
		['date', /(?<!\d)(?:1[0-2]|[1-9])(?=月)/g, (from) => String(((Number(from) + random(11)) % 12) + 1)],
		['date', /(?:19|20)\d\d/g, (from) => String(Number(from) + 1 + random(9))],
		['unit', /(?<=\d ?)(?:MW|GWh|km|%|per cent|パーセント|ギガワット時|メガワット)/g, other(['MW', 'GWh', 'km', '%'])],
		['unit', /(?<=\d )(?:million|billion|crore|lakh)/g, other(['million', 'billion', 'crore', 'lakh'])],
		['unit', /(?<=\d)[億万兆]/g, other(['億', '万', '兆'])],
		['currency', /[¥$₹€](?=\d)/g, (from) => ['¥', '$', '₹', '€'].filter((sign) => sign !== from)[random(3)] ?? ''],
		['currency', /(?<=[\d億万兆])(?:円|ドル|ルピー|ユーロ)/g, other(['円', 'ドル', 'ルピー', 'ユーロ'])],
	];

	test.each(['number', 'date', 'unit', 'currency'])('are reported, each of 50 times, when one %s of one language is changed', (wanted) => {
		const places = texts.flatMap(({ id, text }) => langs.flatMap((lang) => slips.filter(([kind]) => kind === wanted).flatMap(([, found, slip]) => [...text[lang].matchAll(found)].map(({ 0: from, index }) => ({ id, text, lang, from, index, slip })))));
		expect(new Set(places.map(({ lang }) => lang)).size).toBe(langs.length);
		const missed = Array.from({ length: 50 }, () => {
			const { id = '', text = { en: '', ja: '' }, lang = langs[0], from = '', index = 0, slip } = places[random(places.length)] ?? {};
			const to = slip?.(from) ?? '';
			return { change: `${id} ${lang}: ${from} → ${to}`, reported: compareFigures({ ...text, [lang]: text[lang].slice(0, index) + to + text[lang].slice(index + from.length) }).length > 0 };
		}).filter(({ reported }) => !reported);
		expect(missed).toEqual([]);
	});
});
