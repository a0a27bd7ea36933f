import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { datesIn } from '../../scripts/core/ingest/dates.ts';
import { factSpans } from '../../scripts/core/ingest/facts.ts';
import { furnitureReason, isNoteOfForm } from '../../scripts/core/ingest/furniture.ts';
import { accountFor, ingest, type Proposals } from '../../scripts/core/ingest/ingest.ts';
import { withFigures } from '../../scripts/core/ingest/numerals.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

/** Numerals in kanji, text in narrow columns, heads that date a document, and what stands around an article: each beside a fact that looks like it. */

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;
const read = (text: string): Proposals => ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
const told = (text: string): string[] => read(text).statements.map(({ original }) => original);
const fates = (text: string): Record<string, string> => Object.fromEntries(accountFor(read(text)).filter(({ fate }) => fate !== 'blank').map(({ from, to, fate }) => [text.slice(from, to).trim(), fate]));

describe('numerals in kanji', () => {
	const digits = '〇一二三四五六七八九';
	/** 1234 as 千二百三十四. */
	const inKanji = (value: number): string => [1000, 100, 10, 1].map((power, index) => {
		const digit = Math.floor(value / power) % 10;
		return digit === 0 ? '' : `${digit === 1 && power > 1 ? '' : (digits[digit] ?? '')}${['千', '百', '十', ''][index] ?? ''}`;
	}).join('');
	/** 205 as 二〇五. */
	const oneByOne = (value: number): string => [...String(value)].map((digit) => digits[Number(digit)]).join('');

	test('every day of every year of an era', () => {
		fc.assert(fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
			const edtf = `${2018 + year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
			const written = `令和${inKanji(year)}年${inKanji(month)}月${inKanji(day)}日`;
			expect(datesIn(`協定は${written}に結ばれた。`, { published: undefined }).map(({ edtf: date, text, at }) => [date, text, at])).toEqual([[edtf, written, 3]]);
		}));
	});

	test('every amount below ten thousand, and of myriads, with its unit', () => {
		const unit = fc.constantFrom<[string, string]>(['円', 'JPY'], ['パーセント', 'percent'], ['トン', 'tonnes'], ['人', 'people'], ['社', 'companies'], ['か所', 'sites']);
		fc.assert(fc.property(fc.integer({ min: 11, max: 9999 }), unit, fc.constantFrom<[string, number]>(['', 1], ['億', 1e8], ['万', 1e4]), (value, [counter, name], [scale, times]) => {
			// 百 and 千 alone are what figures are counted in, and 十 a word.
			fc.pre(inKanji(value).length > 1);
			const [found] = amountsIn(`合計は${inKanji(value)}${scale}${counter}に達した。`);
			expect(found && amountKey(found)).toBe(`${value * times} ${name}`);
		}));
		fc.assert(fc.property(fc.integer({ min: 100, max: 999 }), (value) => {
			expect(amountsIn(`${oneByOne(value)}人が参加した。`).map(amountKey)).toEqual([`${value} people`]);
		}));
	});

	test.each([
		['特定の一国からのものが約五十八パーセントである。', ['58 percent']],
		['四十億円を出資し、千五百人を受け入れ、五か所で掘る。', ['4000000000 JPY', '1500 people', '5 sites']],
		['二億五千万円と三・五パーセント', ['250000000 JPY', '3.5 percent']],
		['一部の二国間の案件で、三菱が第一に、一方で五十音順に、七つ道具を一の１で', []],
		['五十嵐氏と四日市市、九州の三島、千代田区', []],
		['数十人、第十二社、二三人、百人一首、予算額（百万円）', []],
	])('amounts: %s', (text, expected) => {
		expect(amountsIn(text).map(amountKey)).toEqual(expected);
	});

	test.each([
		['令和八年二月十七日及び十八日に開いた。', ['2026-02-17/2026-02-18']],
		['本年三月末現在、令和十年度までに', ['2026-03', '../2028']],
		['二〇二六年四月一日', ['2026-04-01']],
		['三月堂で、五月雨の二か月、三日月の四日市、一月間', []],
	])('dates: %s', (text, expected) => {
		expect(datesIn(text, { published: '2026-06-16' }).map(({ edtf }) => edtf)).toEqual(expected);
	});

	test('a text without any is itself, and places lead back to where they stood', () => {
		fc.assert(fc.property(fc.string(), (text) => {
			const { text: figured, origin } = withFigures(text);
			if (!/[〇一二三四五六七八九十百千]/u.test(text)) expect(figured).toBe(text);
			expect([origin(0), origin(figured.length)]).toEqual([0, text.length]);
		}));
		const { text, origin } = withFigures('計千五百人、次に二十社');
		expect([text, origin(text.indexOf('人')), origin(text.indexOf('社'))]).toEqual(['計1500人、次に20社', 4, 10]);
	});

	test('億円 behind a figure names no unit', () => {
		const ids = (text: string): string[] => read(`${text}\n`).statements.flatMap(({ references }) => Object.values(references).flat().map(({ id }) => id));
		expect(ids('機構は四十億円を出資した。')).not.toContain('oku-yen');
		expect(ids('記事は億円を単位とする。')).toContain('oku-yen');
	});
});

describe('narrow columns', () => {
	const sentences = fc.shuffledSubarray(['全国有数のい草の産地、見本町で、インドから来た若者１４人が研修を始めた。', '外国人の働き手を受け入れる新しい制度を使った、県内で最初の一団だ。', '町と組合は昨年、同州の学校と協定を結んでいた。', '１４人は半年間、現地で言葉とい草の扱いを学んだ。', '研修の期間は３年で、月給は手取りで１７万円ほどになる。', '県によると、い草をつくる農家は、昨年は３１０戸まで減った。', '課題は冬場の仕事だ。', '組合は来年から、畳表を使った敷物を百貨店で売る考えだ。', '役場には、食事や礼拝の相談に乗る窓口を設けた。', '以来、手紙のやり取りが続く。'], { minLength: 6 });
	const wrapped = (text: string, columns: number): string => [...text].reduce<string[]>((lines, letter) => {
		const last = lines.at(-1) ?? '';
		// No line begins with a full stop or a comma.
		return [...last].length >= columns && !/[。、]/u.test(letter) ? [...lines, letter] : [...lines.slice(0, -1), last + letter];
	}, ['']).join('\n');

	test('no line of an article is thrown away, however narrow its column, with a masthead, a title and a caption around it', () => {
		fc.assert(fc.property(sentences, fc.integer({ min: 12, max: 28 }), fc.boolean(), (all, columns, subtitled) => {
			const [first, second] = [all.slice(0, 3), all.slice(3)];
			const text = `見　本　新　報　　２０２６年（令和８年）６月７日　日曜日　　地域　（１２）\n\n若者、い草の町へ\n${subtitled ? '１４人　六工場で研修\n' : ''}\n${wrapped(`　${first.join('')}`, columns)}\n\n織り上がった畳表を調べる研修生＝５日、見本町\n\n◇担い手が激減\n\n${wrapped(`　${second.join('')}`, columns)}\n\n（見本花子）\n`;
			const { furniture, lines, metadata } = read(text);
			const aside = furniture.flatMap(({ lines: [from, to] }) => lines.slice(from - 1, to).map(({ raw }) => raw)).filter((raw) => raw.trim().length > 1 && (first.join('').includes(raw.trim()) || second.join('').includes(raw.trim())));
			expect([aside, metadata.published]).toEqual([[], '2026-06-07']);
		}));
	});

	test('short lines of which none ends are a menu still', () => {
		expect(fates('ホーム\n国・地域別\nアジア\nインド\n市場に広がる日系企業の商機と、その課題を読み解く\n\n市場は二つに分かれ、去年から伸びが止まっている。輸入は今年も増える見込みだ。\n')).toMatchObject({ アジア: 'furniture' });
	});
});

describe('when it was published', () => {
	const body = 'The bank of Osaka has agreed to buy a tenth of a lender in Kerala. A second step is to follow next month.';
	test.each([
		[`# The Bridge, no. 42\n\n*Monday, 9 November 2026. By Ritu Anand and Kei Morita*\n\n${body}\n`, '2026-11-09', 'Ritu Anand and Kei Morita'],
		[`UPDATE 2-Bank of Osaka buys into Kerala lender\nBy Tara Menon\nOctober 22, 2026 6:41 PM GMT+9\nUpdated 3 hours ago\n\n${body}\n`, '2026-10-22', 'Tara Menon'],
	])('%s', (text, published, author) => {
		expect(read(text).metadata).toMatchObject({ published, author });
		expect(read(text).statements.at(-1)?.when).toHaveLength(1);
	});

	test('what an agency sends again has the same title, and a link to the page is none', () => {
		expect(read(`UPDATE 2-Bank of Osaka buys into Kerala lender\nBy Tara Menon\n\n${body}\n`).metadata.title).toBe('Bank of Osaka buys into Kerala lender');
		expect(read(`[View this e-mail in your browser](https://x.example)\n\n# The Bridge, no. 42\n\n${body}\n`).metadata.title).toBe('The Bridge, no. 42');
	});

	test('an answer of the government', () => {
		const text = '経過へ　｜　質問本文（ＨＴＭＬ）へ\n\n令和八年六月十六日受領\n答弁第一二三号\n\n　　令和八年六月十六日\n　　　　内閣総理大臣　見本太郎\n\n議員見本一郎君提出鉱物に関する質問に対し、別紙答弁書を送付する。\n\n衆議院議員見本一郎君提出鉱物に関する質問に対する答弁書\n\n一の１について\n\n　政府は、本年三月に協定を結んだ。\n';
		expect(read(text).metadata).toMatchObject({ published: '2026-06-16', title: '衆議院議員見本一郎君提出鉱物に関する質問に対する答弁書' });
		expect(read(text).statements.map(({ original, when }) => [original, when.map(({ edtf }) => edtf)])).toEqual([['政府は、本年三月に協定を結んだ。', ['2026-03']]]);
	});

	test('“from January” begins, “from April to June” ends, and what is put off until a year takes place then', () => {
		const dates = (text: string): string[] => datesIn(text, { published: '2026-11-09' }).map(({ edtf }) => edtf);
		expect(dates('They will share 4,000 processors from January.')).toEqual(['2027-01/..']);
		expect(dates('They will share 4,000 processors from April to June.')).toEqual(['2027-04/2027-06']);
		expect(dates('They put off their test of ammonia until 2028.')).toEqual(['2028']);
		expect(dates('The loan can be drawn until 2028.')).toEqual(['../2028']);
	});
});

describe('what stands around an article, beside facts that look like it', () => {
	test.each([
		['A worker sorts batteries in Noida, September 8, 2026. SAMPLE NEWSWIRE/Anil Dey/File Photo', 'He was seen between the offices of MUMBAI/TOKYO'],
		['(Adds analyst\'s comment in paragraph 12, share price)', '(Adds 300 jobs in Pune)'],
		['($1 = 87.9000 Indian rupees)', '($1 million in rupees)'],
		['A word from our sponsor: Kanmon Legal helps founders with contracts. Book a call.', 'Sponsored by the ministry, the fair in Osaka was opened by two governors.'],
		['Autos & Transportation category', 'A third category'],
		['＝関連記事１面', '関連記事を読んだ１００人が集まった。'],
		['第一二三号', '第一二三号の機体が飛んだ。'],
		['Text size   Share', 'The share of solar power rose.'],
	])('%s / %s', (aside, fact) => {
		expect([furnitureReason(aside) !== undefined, furnitureReason(fact)]).toEqual([true, undefined]);
	});

	test.each([['注1：財務省貿易統計による。', '注：20社が新制度による。'], ['備考 予算額は、百万円未満を四捨五入したものである。', '備考 予算は４億円に増えた。'], ['Note: Quantities are per year and as reported by the companies.', 'Note: Quantities rose by 12% last year.']])('%s / %s', (note, fact) => {
		expect([isNoteOfForm(note), isNoteOfForm(fact)]).toEqual([true, false]);
	});

	const prose = ['The bank of Osaka has agreed to buy a tenth of a lender in Kerala, both said on 18 March 2026.', 'The other nine tenths stay with the family that founded it in 1951 in the city of Kochi.', 'A second loan for the same lender was signed in Tokyo by both banks in the summer.'];

	test('who wrote it, behind the text; who speaks in the record of a talk', () => {
		expect(told(`Osaka looks south\n\nBy Tara Menon\n\n${prose.join('\n\n')}\n\nTara Menon\nReports on metals and energy from Mumbai.\n`)).toHaveLength(3);
		expect(told(`Osaka looks south\n\nBy Tara Menon\n\n${prose.join('\n\n')}\n\nTara Menon\nThe line opens soon.\n\nTara Menon\nThe port comes next.\n`).length).toBeGreaterThan(4);
	});

	test('a running head below the number of the page, in the middle of a sentence; a line of the sentence itself stays', () => {
		const page = (head: string): string => `会合の議事概要\n\n　合同委員会は、両国の省庁から選ばれた者が議長を務めることを決め、次回の日程についても意見を交わして\n閉会した。インド側は、水田から出る気体の削減を新たに制度の対象に加えることを提案した。日本側は、\n\n                   １\n${head}\n\n稲作研究の知見を提供する用意があると述べた。会合は翌日も続き、双方は作業部会を新たに設けることで\n一致した。\n`;
		expect(told(page('日印合同委員会議事概要'))).toContain('日本側は、稲作研究の知見を提供する用意があると述べた。');
		expect(told(page('これまでの経緯を踏まえ、')).join('')).toContain('これまでの経緯を踏まえ、');
	});

	test('the office below the date of a letter; a line below the title on the left is kept', () => {
		const text = (office: string): string => `        Cooperation on Supply Chains\n\n                                    18 September 2026\n${office}\n\n${prose.join('\n\n')}\n`;
		expect(fates(text('                                    Economic Diplomacy Division'))['Economic Diplomacy Division']).toBe('furniture');
		expect(fates(text('Both lenders plan 40 new branches'))['Both lenders plan 40 new branches']).not.toBe('furniture');
	});

	test('papers that are attached, behind the end; one that is told of', () => {
		const text = `会合の概要\n\n${['両国は、半導体の人材を育てるための新しい枠組みを来年度に設けることで一致したと発表した。', '研修は両国で行い、費用の半分を日本側が負担することになっていると担当者は説明している。'].join('\n\n')}\n\n（了）\n\n別添１　実施規則\n別添２　参加者名簿\n`;
		expect(told(text)).toHaveLength(2);
		expect(told(`${text}\n両国は別添２の４０人を承認した。\n`).at(-1)).toBe('両国は別添２の４０人を承認した。');
	});
});

describe('what is parted', () => {
	const parts = (text: string): string[] => factSpans(text).map(([from, to]) => text.slice(from, to).trim());
	test.each([
		['New Delhi put cobalt on its list in 2023, and it scrapped import duties on scrap in February last year.', 2],
		['New Delhi put cobalt on its list in 2023, and scrapped import duties on scrap in February last year.', 1],
		['Some 7,800 residents took part, and 61% of them would use it again.', 2],
		['First, export controls: in Japan, a licence for a star tracker takes 140 days on average.', 1],
		['インドでは、半導体工場の建設が進んでおり、２０３０年には高純度ガスの需要が年間９万トンに達する。', 2],
		['これまでに26社が認定を受けており、日系企業はこのうち3社である。', 2],
		['協力が進んでおり、今後の拡大を目指す。', 1],
		['委員会は、環境省の審議官と現地の局長が共同議長を務め、両国の機関から３６名が参加した。', 2],
	])('%s', (text, count) => {
		expect(parts(text)).toHaveLength(count);
	});
});

test('names in katakana on both sides of a middle dot are two names; a name that holds one is one', () => {
	const ids = (text: string): string[] => read(`${text}\n`).statements.flatMap(({ references }) => Object.values(references).flat().map(({ id }) => id));
	expect(ids('若者はインド・アッサム州から来た。')).toEqual(expect.arrayContaining(['india', 'assam']));
	expect(ids('インド・ルピーが下がった。')).not.toContain('india');
});
