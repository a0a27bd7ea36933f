import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { datesIn } from '../../scripts/core/ingest/dates.ts';
import { factSpans } from '../../scripts/core/ingest/facts.ts';
import { accountFor, ingest, type Proposals } from '../../scripts/core/ingest/ingest.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

/** Where a clause is a fact of its own, which day a paper is of, and what of a page is not its text: each beside what looks like it. */

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;
const read = (text: string): Proposals => ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
const told = (text: string): string[] => read(text).statements.map(({ original }) => original);
const when = (text: string): string[][] => read(text).statements.map((statement) => statement.when.map(({ edtf }) => edtf));
const fates = (text: string): Record<string, string> => Object.fromEntries(accountFor(read(text)).filter(({ fate }) => fate !== 'blank').map(({ from, to, fate }) => [text.slice(from, to).trim(), fate]));
const parts = (text: string): string[] => factSpans(text).map(([from, to]) => text.slice(from, to).trim());
const whole = (text: string): void => expect(parts(text)).toEqual([text]);

describe('Japanese clauses', () => {
	test.each([
		['a verb stem and a new topic', '次官は運河の開通に祝意を伝え、', '両大臣は水路の調査でも協力することで一致した。'],
		['a short clause with its year', '2019年に着工し、', '用地の取得は昨年の時点で完了している。'],
		['が, and another subject', '工場の数はまだ少ないですが、', '出荷の伸びは州の平均を上回っています。'],
		['two passives, each with its subject', '大臣からは、見本州の取組に感謝の意が表明され、', '灯台の改修を続ける旨が示されました。'],
		['a main subject that a comma sets apart', '州は見本町に総額三億円を貸すこととし、', 'このための書簡の交換が、市役所において両者の間で行われた。'],
		['ほか and a new actor', '見本製薬は買収の方針を打ち出しているほか、', '試験化学はこの春に現地の法人を新設した。'],
		['とともに and a new actor; what stands before it is one thing', '見本会は事業の課題を説明し、橋の改修を求めるとともに、', '私から、計画を着実に進める旨を表明しました。'],
	])('%s', (_, first, second) => expect(parts(first + second)).toEqual([first, second]));

	test.each([
		['により', '見本市との協定により、両者は毎年の秋に共同で訓練を行うことになった。'],
		['に向け', '両国は航路の再開に向け、関係者は来月にも会合を開くことで一致した。'],
		['what results from it', '両国は部品の供給網を各地に分散化し、双方の産業の安定の強化につなげる。'],
		['an attitude, and the deed', '両大臣は若者の交流が進むことに期待し、「見本交流の構想」を発表しました。'],
		['the subject behind it is that of the whole', '港の会合に出席して、見本大臣は来年にも工事を始めると述べた。'],
		['“this year too” is no subject', '見本製薬は2012年に試験薬品と提携済みだが、今年も新たな薬の認可を得た。'],
		['a wish and its answer', '州側からは、川の流域の町で実証を行いたいとの提案があり、市側は検討する旨応答した。'],
		['“beginning with”, not to begin', '両大臣は、5Gを始め、通信の分野で協力を深めることで一致しました。'],
	])('not parted: %s', (_, sentence) => whole(sentence));

	test('to begin is a deed', () => expect(parts('見本製薬は春に新薬の販売を始め、秋には工場の建設に着手した。')).toEqual(['見本製薬は春に新薬の販売を始め、', '秋には工場の建設に着手した。']));
});

test('an item with a mark and a number has neither in its text; what is in brackets and no number stays', () => {
	expect(told('港湾対話の概要\n\n  • (1)両大臣は、港の改修を進めることで一致しました。\n  • (2)両大臣は、来月に会合を開くことで一致しました。\n')).toEqual(['両大臣は、港の改修を進めることで一致しました。', '両大臣は、来月に会合を開くことで一致しました。']);
	expect(told('港湾対話の概要\n\n・(仮称)見本港協会を設けることで一致しました。\n・(1)は来月までに決めることになりました。\n')).toEqual(['(仮称)見本港協会を設けることで一致しました。', '(1)は来月までに決めることになりました。']);
});

test('a line of a chronicle is a fact with its date, not a heading', () => {
	const text = '見本州との交流のあゆみ\n2011年1月…見本州の大使が港を訪れ、交流が始まる\n2013年6月…見本協会を設立\n2015年12月…見本州との覚書を締結\n2016〜2018年…見本大学と州内の3大学が協定を締結\n';
	expect(when(text)).toEqual([['2011-01'], ['2013-06'], ['2015-12'], ['2016/2018']]);
	expect(fates('港の一覧\n\n2013年度の取組\n見本協会は橋の改修を始めた。\n')['2013年度の取組']).toBe('heading');
});

describe('English clauses', () => {
	test.each([
		['two loans, no comma', 'The canal has been allotted a sum of 12 crore while', 'the second phase of the forest project will receive a loan of 8 crore.'],
		['a contraction has its subject', 'Their policy used to be rather strict, but', 'we’ve seen rapid moves to open the market for firms.'],
		['a deed as subject', 'Care for rivers is important to both states, and', 'further cooperation in this field between the towns would be useful.'],
		['years later', 'It was in 1951 that the two ports signed their first treaty and', 'six years later in 1957, Kochi received its first crane.'],
		['set up, and launched', 'The ministry set up a joint desk for small firms, and', 'Sampura launched the hub at its office in Pune.'],
		['whereas', 'The island finds it difficult to grow because its people are old, whereas', 'Sampura suffers from a lack of roads.'],
	])('%s', (_, first, second) => expect(parts(`${first} ${second}`)).toEqual([first, second]));

	test.each([
		['the last of a list', 'The bank is to help the sound growth of Japan, the world economy and society.'],
		['a list of people', 'Their counterparts were Asha Rao, the minister of ports, and Harbour Minister Ken Mori.'],
		['who says it', '“The harbour can be built in a few years and will pay for itself,” Asha Rao, the state ministry’s joint secretary for ports, recently told reporters.'],
		['by which way', 'In 2008 the firm took the way of a purchase to enter Pune; by acquiring a mill and two sheds.'],
		['which firm it is', 'It has been selling ore to Sampura Earths India, a subsidiary of Mihon Trading.'],
		['a scene', 'Even as the minister asked all towns to join hands, the two states have begun to study the canal.'],
		['what is said', 'She said that Japan began its growth in the last century while Sampura was still at an early stage of it.'],
	])('not parted: %s', (_, sentence) => whole(sentence));
});

describe('the day of a paper', () => {
	const body = '両国の港は、29日の会合で航路の再開を確認した。';
	test('behind the title, with or without its hour; a date in brackets is a part of the title', () => {
		expect(read(`見本港、航路を再開へ=船会社も準備 2025年08月30日 16時01分\n\n${body}\n`).metadata).toMatchObject({ title: '見本港、航路を再開へ=船会社も準備', published: '2025-08-30' });
		expect(when(`見本港、航路を再開へ=船会社も準備 2025年08月30日 16時01分\n\n${body}\n`)).toEqual([['2025-08-29']]);
		expect(read('Transcript of the briefing (8 January 2026)\n\nThe port of Kochi has two new cranes and is to have a third one in May.\n').metadata.title).toContain('2026');
	});

	test('in a dateline with its year', () => {
		expect(read('Fair of the lakes\nSampura, January 28, 2026/ The port of Kochi and a town are planning a fair of the lakes for this spring.\n').metadata.published).toBe('2026-01-28');
		expect(read('Fair of the lakes\nSampura, January 28, 2026 was a cold day in the town and in the port beside it.\n').metadata.published).toBeUndefined();
	});

	test('a year that the paper calls its own, or that of the fair it tells of', () => {
		expect(when('港の大臣は8月29日に町の長と会談した。用地の取得は昨年2024年の時点で完了している。\n')[0]).toEqual(['2025-08-29']);
		expect(when('広場で9月28日・29日、催し「ミホン・フェア2013」が開催される。\n')[0]).toEqual(['2013-09-28/2013-09-29']);
		expect(when('港の大臣は8月29日に町の長と会談した。用地の取得はまだ完了していない。\n')[0]).toEqual([]);
	});

	test('the year of the sentence beside it: before it, or behind it in the same month', () => {
		expect(when('見本首相は1月25日から27日の日程で町を訪問中である。両者は、2014年1月25日に市内で会談を行った。\n')[0]).toEqual(['2014-01-25/2014-01-27']);
		expect(when('見本首相は3月25日から27日の日程で町を訪問中である。両者は、2014年1月25日に市内で会談を行った。\n')[0]).toEqual([]);
	});

	test('a day alone, of those that were stated before', () => {
		expect(when('広場の催しは2013年9月28日に始まる。\n\n開く時間は、28日=10時からで、雨でも開く。\n')[1]).toEqual(['2013-09-28']);
	});
});

describe('dates and sums as pages set them', () => {
	const dates = (text: string, published = '2025-08-30'): string[] => datesIn(text, { published }).map(({ edtf }) => edtf);
	test('spaces, days of the week, ends of business years, older centuries', () => {
		expect(dates('平成 25 年 9 月 13 日')).toEqual(['2013-09-13']);
		expect(dates('9 月 10 日から 13 日の日程で出張した。')).toEqual(['2025-09-10/2025-09-13']);
		expect(dates('9月10日（火）～13日（金）に開く。')).toEqual(['2025-09-10/2025-09-13']);
		expect(dates('23年実績で5割を占めた。')).toEqual(['2023']);
		expect(dates('sales for the year ending March 31, 2010 rose.')).toEqual(['2009']);
		expect(dates('It began as early as 1868, they say.')).toEqual(['1868']);
		expect(dates('It has 1868 rooms, and 1700 people in 1800 houses.')).toEqual([]);
	});

	test('a deed that is done agrees on what is to come; the day on which somebody spoke is none', () => {
		expect(dates('At a meeting on Aug. 20, the ministers agreed to build a bridge.', '2024-08-21')).toEqual(['2024-08-20']);
		expect(dates('Speaking to the crew on Wednesday, she praised the port.', '2026-01-30')).toEqual([]);
		expect(dates('On Wednesday, the crew met in Pune.', '2026-01-30')).toEqual(['2026-01-28']);
		expect(dates('同社は7月、町に拠点を新設したばかりだ。')).toEqual(['2025-07']);
	});

	test('crores beside dollars are rupees, whatever became of their sign; the second of its kind is no number', () => {
		const sums = (text: string): string[] => amountsIn(text).map(amountKey);
		expect(sums('It paid 210 crore ($46 million) for the mill.')).toEqual(['2100000000 INR', '46000000 USD']);
		expect(sums('It reached 210 crore people (in 2020).')).not.toContain('2100000000 INR');
		expect(sums('町で2か所目の工場となる。')).toEqual([]);
		expect(sums('町で2か所の工場を建てる。')).toEqual(['2 sites']);
	});

	test('a sum on the next line goes on with its sentence; a page number does not', () => {
		expect(told('Mill bought\n\nA firm of Pune said that it has a new owner, and told its staff so in May.\n\nThe largest maker of ropes bought a mill in Pune for about\n\n2,100 crore ($460 million). It will make ropes there.\n').slice(-2)).toEqual(['The largest maker of ropes bought a mill in Pune for about 2,100 crore ($460 million).', 'It will make ropes there.']);
	});
});

describe('what of a page is not its text', () => {
	const prose = 'The town of Sampura and the port of Kochi are to open a ferry line in May, both of them said in a joint note.';
	test.each([
		['a browser', 'Your browser is out of date, and may not show our pages.', 'Browser makers from Pune opened an office in the town.'],
		['a paywall', 'Log in to read the rest of this story!', 'Sign-in desks at the port were opened by the two states.'],
		['a newsletter', 'Stay Ahead With Daily News & Analysis on the Sea', 'Staying ahead of the tide was the aim of the two crews.'],
		['who wrote it', '(This article was written by Asha Rao and Ken Mori in Pune.)', '(This bridge was built by two crews from Pune.)'],
		['who gave the picture', 'Two ferries meet in the bay on Aug. 20. (Provided by the Port Office)', 'Two ferries meet in the bay on Aug. 20 (provided that the tide allows it).'],
	])('%s', (_, residue, fact) => {
		expect(told(`Ferries for the bay\n\n${prose}\n\n${residue}\n\nThe line is to have two boats, and a third one by the end of the year.\n`)).toHaveLength(2);
		expect(told(`Ferries for the bay\n\n${prose}\n\n${fact}\n\nThe line is to have two boats, and a third one by the end of the year.\n`)).toContain(fact);
	});

	test('captions by what is seen, and by what is told again below them', () => {
		const text = '航路の再開\n\n両港は来年の春に航路を再開すると発表した。\n署名式の様子（9月2日、見本港）\n（左：見本港の船、右：試験港の船）\n二隻は州が買い入れる。\n';
		expect(told(text)).toHaveLength(2);
		expect(told(text.replace('署名式の様子（9月2日、見本港）', '署名式の様子は両港で中継された。'))).toHaveLength(3);
		const told2 = '見本市\n\n見本州の試験地区に建設した大きな灯台「MIHON TOWER ONE」\n会社は1月18日、見本州の試験地区に建設した大きな灯台「MIHON TOWER ONE」の開所式を開催した。\n';
		expect(told(told2)).toHaveLength(1);
	});

	test('who took part, side by side; particulars that nothing stands under', () => {
		const text = '会合の開催\n\n両省は会合を開催し、今後の協力について協議を行いました。\n1 日程\n2 場所\n3 参加者\n日本側:見本審議官、試験局長、関係企業他\nインド側:サンプル次官補、関係企業他\n4 結果\n両省は航路の計画について情報を交換することで一致しました。\n';
		expect(told(text).join()).not.toMatch(/側:|日程|場所/u);
		expect(read(text).headings.map(({ text: heading }) => heading)).toEqual(['4 結果']);
		expect(told('会合の開催\n\n日本側:見本港の改修に、三億円を支出する。\nインド側:船を二隻、用意する。\n')).toHaveLength(2);
	});

	test('under what a page is filed, above its text; a list of facts is kept', () => {
		expect(told('- 地域: アジア\n- 環境\n- 出資\n\n見本銀行は、船の基金に関する出資契約書を締結しました。\n')).toHaveLength(1);
		expect(told('- 覚書への署名\n- 会合の開催\n\n両国は覚書に署名した。\n')).toHaveLength(3);
		expect(told('Ferries\n\n  • October 25, 2018\n  • English Press\n\n'.concat(prose, '\n'))).toHaveLength(1);
		expect(told('Ferries\n\n  • October 25, 2018\n  • Launch of a new ferry\n\n'.concat(prose, '\n'))).toHaveLength(2);
		expect(fates('1. ホーム\n2. ニュース\n2025.09.02\n  • お知らせ\n\n「船の実施取決め」に関する文書交換式の実施\n\n  • 海洋技術\n\n両機関は船の実施取決めに署名しました。今後も協力を続けます。\n')).toMatchObject({ '• お知らせ': 'furniture', '• 海洋技術': 'furniture', '「船の実施取決め」に関する文書交換式の実施': 'furniture' });
	});

	test('a title that is broken at the edge, and a text that begins without one', () => {
		const lines = 'The ports discussed the tides, the ferries and the safety of the bay at their\nmeeting in the month of June, and were joined by the masters of two more of\nthe harbours that lie on the other side of the bay and in the river above it.\n';
		expect(told(`[Title] Joint Statement between the Harbour Commission of Sampura and the\nMinistry of Tides, Ferries and Harbours of the Bay on the Occasion of a Second\nMeeting\n\n${lines}`)).toHaveLength(1);
		expect(told(`${lines}\nThey will meet again at the end of the year in the city of Kochi, and hope to\nsign a treaty on the ferries there before the next season begins in the bay.\n`)[0]).toMatch(/^The ports discussed/);
	});

	test('a capital that is drawn over two lines', () => {
		expect(told('Temples of the bay\n\nI\n\nndia is to open two temples of the bay to those who come by ferry, an office said.\n')[0]).toMatch(/^India is/);
	});

	test('“In News” heads what stands below it, and is nobody’s name', () => {
		expect(read('Exercise of the bay\n\nIn News\n\n• The exercise was held in Kochi by two crews.\n').headings.map(({ text }) => text)).toEqual(['In News']);
	});

	test('items set further in belong to the one that introduces them', () => {
		const { statements } = read('Ferries\n\n  • The ferries take part in\n    • races such as the one of May.\n    • fairs of the bay.\n  • The port has two cranes.\n');
		expect(statements.map(({ lines }) => lines.join('-'))).toEqual(['3-5', '4-4', '5-5', '6-6']);
	});
});
