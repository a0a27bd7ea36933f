import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { datesIn } from '../../scripts/core/ingest/dates.ts';
import { factSpans } from '../../scripts/core/ingest/facts.ts';
import { furnitureReason, isDateLine, tellsNoFact } from '../../scripts/core/ingest/furniture.ts';
import { accountFor, ingest, type Proposals } from '../../scripts/core/ingest/ingest.ts';
import { layoutOf } from '../../scripts/core/ingest/layout.ts';
import { splitLines } from '../../scripts/core/ingest/source.ts';
import { Stretches } from '../../scripts/core/ingest/stretches.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

/** What sites put around a text and into it, in invented words, beside facts that look like it. */

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;
const read = (text: string): Proposals => ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
const told = (text: string): string[] => read(text).statements.map(({ original }) => original);
const parts = (text: string): string[] => factSpans(text).map(([from, to]) => text.slice(from, to).trim());

const prose = 'The bank of Osaka has agreed to buy a tenth of a lender in Kerala, both said in a joint statement on 18 March 2026.';
const second = 'It will send twelve engineers to Kochi for a year, and the lender will open a desk for firms from Kansai in May.';
const title = 'Osaka looks south: a bank buys into a lender of Kerala';
const 本文 = '両国の省庁は、半導体の人材を育てるための新しい枠組みを来年度に設けることで一致したと発表した。';

describe('above the title', () => {
	test('the words of a site are passed over, and its clock is not the day of publication', () => {
		const { metadata, furniture } = read(`Saturday, July 25, 2026 | 01:23 PM IST\nSample Standard\nuser IconSearch\n\n${title}\n\n${prose}\n\n${second}\n\nFirst Published: Mar 19 2026 | 4:30 PM IST\n`);
		expect(metadata).toMatchObject({ title, published: '2026-03-19' });
		expect(furniture.map(({ lines: [from] }) => from)).toEqual([1, 2, 3, 5, 11]);
	});

	test('the day below the title counts before the clock above it, and before the day of a change', () => {
		expect(read(`March 30, 2026 07:50 am (IST)\nFollow us:\n\n${title}\n\n| @sampledesk | Mar 19, 2026, at 10:00 pm\n\n${prose}\n`).metadata.published).toBe('2026-03-19');
		expect(read(`${title}\n\nMarch 19, 2026 10:15 IST\nUpdated: March 21, 2026 10:15 IST\n\n${prose}\n`).metadata.published).toBe('2026-03-19');
	});

	test('menus as items, of any length, where a title with its date stands below them', () => {
		const menu = ['Sample', '• Home', '• Shows', '• World', '  Our News', '• Markets', '• Explainers', 'Sections', '• Live TV', '• Budget 2026'].join('\n');
		expect(told(`${menu}\n${title}\n\nSample Staff • March 19, 2026, 10:36:25 IST\n\n${prose}\n`)).toEqual([prose]);
		// Without a date below it, a list of words may be what the paper tells.
		expect(told(`Fields of work\n\n• Hydrogen\n• Batteries\n• Ports\n\n${prose}\n`)).toEqual(['Hydrogen', 'Batteries', 'Ports', prose]);
	});

	test('a heading of the text among thin titles stays one', () => {
		expect(read(`概要\n\n背景\n\n${本文}\n`).headings.map(({ text }) => text)).toContain('背景');
	});

	test('what a collection of pages knows stands before the first line', () => {
		const { statements, metadata } = read(` date 2026-03-19 ${prose}\n\n${second}\n`);
		expect(metadata.published).toBe('2026-03-19');
		expect(statements[0]?.original).toBe(prose);
		expect(told(`Date palms are grown in Kutch and sold in Tokyo, a trader in Bhuj says in a letter of May.\n`)).toHaveLength(1);
	});

	test('a picture has its line twice; a line that stands twice in the text is kept once', () => {
		const line = 'The two presidents arrive at the plant near Kochi on a rainy day';
		expect(told(`${title}\n\n19 March 2026\n\n${line}\n\n${line}\n\n${prose}\n`)).toEqual([prose]);
		expect(told(`${title}\n\n19 March 2026\n\n${line}\n\n${prose}\n`)).toEqual([line, prose]);
		expect(told(`${title}\n\n${prose}\n\n- ${line}\n- ${line}\n`)).toContain(line);
	});

	test('who took part, below a number, up to the next one', () => {
		const text = `第2回見本委員会の結果概要\n\n令和8年5月16日\n\n1.日時 令和8年5月15日(月)17時~18時\n\n2. 場所 東京(見本合同庁舎)\n\n3. 参加者:\n\n  • 日本側:見本花子 担当大臣\n  • インド側:アルン・ラオ 大臣 他\n\n4. 結果概要\n\n${本文}\n`;
		expect(told(text)).toEqual([本文]);
		expect(read(text).metadata.published).toBe('2026-05-16');
		expect(told(text.replace('アルン・ラオ 大臣 他', '企業60社が新たに参加した。'))).toContain('インド側:企業60社が新たに参加した。');
		expect(told('Talks on ports\n\nParticipants:\n- Asha Rao\n- Mihon Taro\n\nOutcomes\n- A pact on salt\n- A desk in Kochi\n')).toEqual(['A pact on salt', 'A desk in Kochi']);
	});
});

describe('below the text', () => {
	test('a section of other news is left out, with teasers that trail off', () => {
		const teasers = ['Sample Shorts', 'Most Read In 24 Hours', 'Top News', 'Ministers of nine states meet in Pune to speak of a levy on salt', 'The price of salt soars past 7,000 as traders of the coast prepare f...', 'A maker of lamps sells a plant for $125 million'];
		expect(told(`${title}\n\n${prose}\n\n${second}\n\n${teasers.join('\n')}\n`).filter((one) => teasers.includes(one))).toEqual([]);
	});

	test('what only subscribers read', () => {
		expect(told(`見本銀行が南へ\n\n${本文}\n\n続きは無料の会員登録（必須情報入力）完了後にお読みいただけます。\n\n  • 毎朝、興味に合った最新の話題をメールで受け取れる\n  • 気になる話をストックできる\n`)).toEqual([本文]);
	});

	test('a writer between two lines that are drawn; a fact between them is kept', () => {
		const box = (lines: string): string => `見本銀行が南へ\n\n${本文}\n\n${本文.replace('両国', '両州')}\n\n**********\n${lines}\n**********\n`;
		expect(told(box('見本花子（取材記者）\nコチ在住。商いと海を主な分野とし、人を訪ねて書いている。'))).toHaveLength(2);
		expect(told(box('工場の概要\n同社は技術者60人を雇う。'))).toContain('同社は技術者60人を雇う。');
	});

	test('a writer’s name, office and mail in the middle of a text', () => {
		expect(told(`${title}\n\nBy Asha Verma, Sample Law in New Delhi\n\n${prose}\n\nAsha Verma\nSenior Partner\nSample Law\nNew Delhi\nEmail: asha@sample.example\n\n${second}\n`)).toEqual([prose, ...parts(second)]);
	});
});

describe('lines of sites, and facts that look like them', () => {
	test.each(['Loading...', '21.1 C', 'facebook-white sharing button', 'Back to index', 'Sample Channel - Click Here', 'To read the full article or to get the feed from this publication, please', 'URL:https://sample.example/a', '[Goal 8] Decent Work', 'この記事へのトラックバックURL:', 'トラックバック一覧(0)', 'スポンサーリンク', '関連業種: 自動車・二輪車電力', 'ページID:122071発表日:2025年7月30日', 'ここから本文です。', '掲載日 2024/03/01', '配信日時:2014年9月8日 17時58分 [ ID:957]', 'トップ > 県政 > 知事 > こんにちは。知事です。 > 知事の動き', '**********', 'The two presidents meet at the port of Kochi on Thursday (AFP photo)', '会談する両大臣（写真出典：見本庁）', 'Staff Reporter', 'sample-logo'])('%s', (line) => {
		expect(furnitureReason(line)).toBeDefined();
	});

	test.each(['The plant can hold 21.1 C of heat, engineers said.', 'The loading of ships took two days.', 'Buttons and icons are made in Osaka.', '関連業種の企業が60社進出した。', '掲載日は2024年3月1日である。', '閉じる工場は3社に上る。', 'The two presidents met at the port on Thursday. (AFP photo)', 'The goal is decent work for 500 people.', 'Reporters of both countries met in Pune.', '参考：2024年の貿易額は2兆円だった。', '写真産業は州の柱である。'])('%s is kept', (line) => {
		expect(furnitureReason(line)).toBeUndefined();
	});

	test.each(['New Delhi, October 25', 'TOKYO :', '2025/12/12 09:34 FREE', '令和6年1月15日(月曜日)午後3時~東京都内', 'Asha Verma Published 05.05.25, 09:48 AM'])('%s says when or where', (line) => {
		expect(isDateLine(line)).toBe(true);
	});

	test.each(['Background:', 'The rules were published 3 May 2025', 'Kochi, twelve ships'])('%s does not', (line) => {
		expect(isDateLine(line)).toBe(false);
	});

	test('a town before a report says where it was written, one in a list what is told', () => {
		const ids = (text: string): string[] => read(text).statements.flatMap(({ references }) => references.places.map(({ id }) => id));
		expect(ids(`${title}\n\nTokyo: ${prose}\n`)).not.toContain('tokyo');
		expect(ids(`${title}\n\n${prose}\n\n- Tokyo: a desk of 40 people\n`)).toContain('tokyo');
	});

	test('a label without a text is no question', () => {
		expect(tellsNoFact('Institutional Setup:')).toBe(false);
	});
});

describe('whatever stands around it', () => {
	const line = fc.constantFrom('-', 'Loading...', '3. 参加者:', 'Participants:', '• インド側:アルン・ラオ 大臣', 'Top News', 'Sample Shorts', '| @desk | Aug 29, 2025, at 10:00 pm', '続きは会員登録後にお読みいただけます。', '**********', 'Asha Verma', 'Senior Partner', 'Email: asha@sample.example', 'TOKYO :', 'New Delhi, October 25', '- Maximum amount', '30 years', '• Home', '• Japan', 'Sample Standard', title, 'Hydrogen | Ports | Salt', 'Friday, December 05, 2025 | 01:23 PM IST', 'ページID:12', 'i.', 'Venue: Kochi', 'Signers', 'The two presidents meet at the port of Kochi (AFP photo)', '');
	const fact = fc.nat(999).chain((count) => fc.constantFrom(`By March 2027 the plant in Chennai will employ ${count + 10} people and make 40 MW of cells.`, `２０２７年３月までに、チェンナイの工場では技術者${count + 10}人が働くことになると会社は説明している。`));
	test('a sentence with a figure stays a statement', () => {
		fc.assert(fc.property(fc.array(fc.oneof(line, fact.map((text) => ({ text }))), { minLength: 2, maxLength: 24 }), fc.boolean(), (pieces, apart) => {
			const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(apart ? '\n\n' : '\n');
			const became = accountFor(read(text)).map(({ from, to, fate }) => [text.slice(from, to).trim(), fate] as const);
			for (const one of new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text])))) expect([one, became.find(([written]) => written === one)?.[1]]).toEqual([one, 'statement']);
		}), { numRuns: 150 });
	});
});

describe('items', () => {
	test('whose mark stands on the line above', () => {
		expect(told(`Notes\n\nKey Features of the Pact:\n-\nBoth sides open a desk in Kochi.\n-\nIt costs 5 crore a year.\n\nA - B\n`)).toEqual(expect.arrayContaining(['Both sides open a desk in Kochi.', 'It costs 5 crore a year.']));
	});

	test('without a space behind their number', () => {
		expect(told('Points to note of the loan\n\ni.Osaka began to lend in 1958 to the state.\n\nii.Kochi has paid back the half of it.\n')).toEqual(['Osaka began to lend in 1958 to the state.', 'Kochi has paid back the half of it.']);
		expect(told(`Sizes\n\nThe plant covers 2.5 hectares and was built in May by a firm of Osaka.\n`)).toHaveLength(1);
	});

	test('that name what the line below tells', () => {
		const fields = '- Maximum amount\n36,114 million yen\n\n- Repayment period\n30 years\n\n- Procurement\nGeneral untied\n';
		const { statements, headings } = read(`${title}\n\n${prose}\n\n${fields}`);
		expect(statements.slice(1).map(({ original, context }) => [original, context.at(-1)])).toEqual([['36,114 million yen', 'Maximum amount'], ['30 years', 'Repayment period'], ['General untied', 'Procurement']]);
		expect(headings.map(({ text }) => text)).toEqual(['Maximum amount', 'Repayment period', 'Procurement']);
		// Items that are broken are none.
		expect(told(`${title}\n\n${prose}\n\n- Both sides open a desk in\nKochi and in Kobe\n\n- Each of them pays for\nhalf of it\n\n- The desk is run by the\nchamber\n`).slice(1)).toEqual(['Both sides open a desk in Kochi and in Kobe', 'Each of them pays for half of it', 'The desk is run by the chamber']);
	});
});

describe('sentences, dates and amounts', () => {
	test.each([
		['During the visit to Japan, the ministry of ports signed a pact on salt.', 1],
		['To mark the year of India and Japan, a festival of films was held in Pune.', 1],
		['The firm met Sample Labs, a maker of lamps in Pune.', 2],
		['The notes were signed between A. Rao, secretary of the ministry; and Mr. Mihon Taro, ambassador of Japan.', 1],
		['The plant opened in May; the second follows in June.', 2],
		['They spoke of fields including semiconductors; resilient supply chains; and digital goods.', 1],
		['He led a delegation to Japan in April, during which the state secured pacts of Rs 12 crore.', 2],
		['両大臣は、海の安全が繁栄を確保する上で重要であると認識し、情勢について率直な意見交換を実施した。', 1],
		['次官は、9月に大阪と福岡を訪問し、医療機器の分野で両国が補完関係にあると確信したとの見解を示した。', 1],
		['大使館は11月21日、東京で見本フォーラムを初開催(見本会など後援)し、約170人が参加した。', 2],
		['共同ビジョンには、企業による訪問の促進も盛り込まれており、会合で第1弾の派遣も表明された。', 2],
	])('%s', (sentence, count) => {
		expect(parts(sentence)).toHaveLength(count);
	});

	test('Pvt. ends a sentence before a word that begins one', () => {
		expect(parts('It has lent to Sample Labs and M2 Works Pvt. The rest of the money will follow by 2026.')).toHaveLength(2);
		expect(parts('It has lent to Sample Pvt. Ltd. of Pune and to a maker of lamps.')).toHaveLength(1);
	});

	test.each([
		['The talks were held in October and December 2015.', ['2015-10', '2015-12']],
		['It runs between October and December 2015.', ['2015-10/2015-12']],
		['OSAKA on Friday set a target of 10 billion yen.', ['2025-08-29']],
		['The firm will on Friday open a plant.', ['2025-09-05']],
		['Today’s agreement reaffirms the pact.', ['2025-08-30']],
		['Today’s youth learn Japanese.', []],
		['08年に署名された宣言を改定する。', ['2008']],
		['操業開始は2013 年1月を予定している。', ['2013-01']],
		['（11年9月29日、発表から）', ['2011-09-29']],
		['30年代初頭の導入を提案していた。', ['2030/2039']],
		['同社は30年代の実績がある。', ['2030/2039']],
		['企業数は前年同時期に比べ増えた。', []],
		['両首相は8月末の会談で、導入に向け協力することで一致。', ['2025-08']],
		['大臣は8月27日、全線が開通する見通しだと発言。', ['2025-08-27']],
	])('%s', (text, expected) => {
		expect(datesIn(text, { published: '2025-08-30' }).map(({ edtf }) => edtf)).toEqual(expected);
	});

	test('the end of a sentence tells when the first part of it takes place', () => {
		const { statements } = read('見本首相の来日\n\n2025年8月29日\n\n見本首相は３０日に仙台で工場を視察し、次の訪問先に移動する予定だと同省は説明している。\n');
		expect(statements[0]?.when.map(({ edtf }) => edtf)).toEqual(['2025-08-30']);
	});

	test('“last year” is read against the year in which an undated document begins', () => {
		expect(read('会談の記録\n\n両大臣は2018年8月20日に会談を行った。両大臣は、昨年9月の首脳会談に留意した。\n').statements.flatMap(({ when }) => when.map(({ edtf }) => edtf))).toEqual(['2018-08-20', '2017-09']);
		expect(read('会談の記録\n\n両大臣は会談を行った。両大臣は、昨年9月の首脳会談に留意した。\n').statements.flatMap(({ when }) => when)).toEqual([]);
	});

	test.each([
		['approximately 30,162INR crore', ['301620000000 INR']],
		['Japanese Yen (JPY) 232.209 billion', ['232209000000 JPY']],
		['JPY Yen 23.7 billion', ['23700000000 JPY']],
		['a yen loan for 2 projects', []],
	])('%s', (text, expected) => {
		expect(amountsIn(text).map(amountKey)).toEqual(expected);
	});
});

describe('a line can be a whole document', () => {
	test('stretches that are taken are those that one finds by looking through them all', () => {
		const stretch = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([from, length]) => [from, from + length] as const);
		fc.assert(fc.property(fc.array(stretch, { maxLength: 8 }), stretch, (taken, [from, to]) => {
			const stretches = new Stretches(64);
			for (const [a, b] of taken) stretches.take(a, b);
			expect(stretches.overlaps(from, to)).toBe(taken.some(([a, b]) => from < b && to > a));
			expect(stretches.holds(from, to)).toBe(taken.some(([a, b]) => a <= from && b >= to));
		}));
	});

	// Each of them took a minute and more where every name was held against every other.
	test.each([
		['names in Japanese', '国際協力銀行、経済産業省、見本製作所、インド、'],
		['sums', '約３０億円、５,５０９億ルピー、１２人、'],
		['names that “and” joins', 'Asha and '],
		['links', '[a](b) '],
	])('300,000 characters of %s in one line take seconds', { timeout: 15_000 }, (_, piece) => {
		expect(accountFor(read(piece.repeat(Math.ceil(300_000 / piece.length)))).every(({ fate }) => fate !== 'lost')).toBe(true);
	});

	test('a hundred thousand items are read', { timeout: 30_000 }, () => {
		const text = Array.from({ length: 130_000 }, () => '- It is.').join('\n');
		expect(layoutOf({ text, extracted: false, hints: {}, marks: new Map() }, splitLines(text)).blocks).toHaveLength(130_000);
	});
});
