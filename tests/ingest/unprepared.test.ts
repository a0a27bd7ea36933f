import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { datesIn } from '../../scripts/core/ingest/dates.ts';
import { factSpans } from '../../scripts/core/ingest/facts.ts';
import { furnitureReason, tellsNoFact } from '../../scripts/core/ingest/furniture.ts';
import { accountFor, ingest, type Proposals } from '../../scripts/core/ingest/ingest.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

/** What documents have that nobody prepared: every habit of a page beside a fact that looks like it. */

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;
const read = (text: string): Proposals => ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
const told = (text: string): string[] => read(text).statements.map(({ original }) => original);
/** What became of each line that is not blank. */
const fates = (text: string): Record<string, string> => Object.fromEntries(accountFor(read(text)).filter(({ fate }) => fate !== 'blank').map(({ from, to, fate }) => [text.slice(from, to).trim(), fate]));
const parts = (text: string): string[] => factSpans(text).map(([from, to]) => text.slice(from, to).trim());

const article = ['両国の省庁は、半導体の人材を育てるための新しい枠組みを来年度に設けることで一致したと発表した。', '研修は両国で行い、費用の半分を日本側が負担することになっていると担当者は説明している。'].join('\n\n');

describe('the edge of a page', () => {
	test('a sentence goes on over the notes at the foot, the page number and the running head', () => {
		const text = 'REPORT 2025\n\nTheir talks went on in Tokyo for three days and were closed in May.\n\nThe two sides have built a test stand for magnets, awaiting the approval of both gov-\n\n______________\n1 The minutes are kept by the Department.\n2 It cost 40 per cent more than planned in 2024.\n\n112\n\fREPORT 2025\n\nernments this year.\n';
		expect(told(text).slice(1)).toEqual(['The two sides have built a test stand for magnets, awaiting the approval of both gov-ernments this year.', '2 It cost 40 per cent more than planned in 2024.']);
		expect(fates(text)).toMatchObject({ '1 The minutes are kept by the Department.': 'furniture', 112: 'furniture' });
	});

	test('a line that stands twice in the text, and at no edge, is kept', () => {
		expect(told('Report on skills\n\nThe talks began in Tokyo in May 2025 and went on for three days.\n\nOther\n\nThey closed with a dinner.\n\nOther\n\nNo date was set for the next round.\n')).toHaveLength(3);
	});

	test('three lines that stand again word for word are the foot of a page', () => {
		const foot = 'SAMPLE INSTITUTE\nNot for circulation\nDraft for comments\n';
		const text = `Title of the slides\n\nThe plant in Sanand opens in 2027.\n${foot}The firm will hire 300 people by 2028.\n${foot}`;
		expect(told(text)).toEqual(['The plant in Sanand opens in 2027.', 'The firm will hire 300 people by 2028.']);
		expect(read(text).furniture.filter(({ reason }) => reason === 'duplicate').map(({ lines }) => lines)).toEqual([[8, 10]]);
	});

	test('a heading below which nothing stands is a link of the foot; one with a figure may tell a fact', () => {
		expect(fates(`${article}\n\n日々の話\n州の一覧\n`)).toMatchObject({ 日々の話: 'furniture', 州の一覧: 'furniture' });
		expect(fates(`${article}\n\n日々の話\n会員企業は70社\n`)['会員企業は70社']).not.toBe('furniture');
	});

	test('the way to the page is told from a list of facts by its first step', () => {
		expect(fates('- ホーム\n- ニュース\n- 2025年度8月一覧\n覚書の署名\n2025年8月29日\n\n両国は覚書に署名した。\n')).toMatchObject({ '- ホーム': 'furniture', '- 2025年度8月一覧': 'furniture' });
		expect(told('- 覚書への署名\n- 会合の開催\n\n両国は覚書に署名した。\n')).toHaveLength(3);
	});

	test('offices, dates and files at the foot', () => {
		const text = `枠組みの新設\n\n${article}\n\n担当\n通商政策局南西アジア室\n\n公表日\n令和8年1月16日(金)\n\n発表資料\n枠組みの概要（PDF形式：120KB）\n`;
		expect(told(text)).toHaveLength(2);
		expect(read(text).metadata.published).toBe('2026-01-16');
	});

	test('tags behind the date of publication; items are kept', () => {
		const prose = 'The bank of Osaka has agreed to buy a tenth of a lender in Kerala, both said on 18 March 2026.';
		expect(fates(`Osaka looks south\n\n${prose}\nPublished on March 18, 2026\nbanking\nKerala\n`)).toMatchObject({ banking: 'furniture', Kerala: 'furniture' });
		expect(told(`Osaka looks south\n\n${prose}\nPublished on March 18, 2026\n• a seat on the board\n• 200 new clients\n`)).toHaveLength(3);
	});
});

describe('the record of a talk', () => {
	const record = '知事の定例の会見の記録（令和8年5月）\n\n発表事項\n・水素の利用について\n・観光について\n\n【発表事項】\n\n水素の利用について\n記者\n　設備の状況を教えてください。\n知事\n　設備の規模は16メガワットで、昨年の10月から工場の熱の４割を賄っています。\n\n観光について\n記者\n　客は増えているのでしょうか。\n知事\n　昨年の客は３万人で、前の年より増えました。\n';
	test('who speaks, what is asked and the list of what is spoken of are no facts', () => {
		expect(fates(record)).toMatchObject({ '・水素の利用について': 'furniture', '・観光について': 'furniture', '【発表事項】': 'heading', 水素の利用について: 'heading', 記者: 'furniture', 知事: 'furniture' });
		expect(told(record)).toHaveLength(2);
	});

	test('items that do not stand again are facts, and a speaker who speaks once is a heading', () => {
		const text = record.replace('・水素の利用について', '・水素を知事が試した').replace('・観光について', '・観光の客が増えた');
		expect(told(text)).toHaveLength(4);
		expect(fates('会見録\n\n知事\n　昨年の客は３万人で、前の年より増えたと話し、来年も増えるとみている。\n')['知事']).not.toBe('furniture');
	});

	test('the day of the talk is its day, not that on which the page was changed', () => {
		expect(read('更新日：2026年5月15日\n会見録\n令和8年5月13日（水曜日）午前11時30分から\n\n設備の規模は16メガワットである。\n').metadata.published).toBe('2026-05-13');
	});

	test('the agency behind a story and the place before it', () => {
		expect(told('Envoy speaks\n\nNew Delhi [India], November 20 (ANI): Japan will lend more. The next round is in Tokyo. (ANI)\n')).toEqual(['New Delhi [India], November 20 (ANI): Japan will lend more.', 'The next round is in Tokyo. (ANI)']);
		expect(read('Envoy speaks\nNov 20, 2025\n\nNew Delhi [India], November 20 (ANI): Japan will lend more.\n').statements[0]?.when).toEqual([]);
		expect(told('Two groups spoke for the first time. (They meet in May.)\n')).toHaveLength(2);
	});
});

describe('lines that are no facts, and facts that look like them', () => {
	test.each(['メインコンテンツへ', '本文へ移動', 'お問い合わせフォーム', '共同声明（仮訳）（PDF形式：98KB）', 'Joint statement (PDF, 1.2 MB)', 'PDF形式のファイルをご覧いただくには、専用のソフトが必要です。', 'This information was given by the Minister of State in a written reply in the Rajya Sabha today.', '最新情報をメールマガジンで配信しています。', '（注１）署名者の名称は署名当時のもの。', '（注）部材の製造者を登録する制度。', '各 位', '代表者名  代表取締役社長  見本 一郎', '記', '以　上', '3.', '禁無断転載', 'ビジネス短信 3f1c9a7be0d24c55', 'Share Post', 'コメントは受け付けていません。', '於：本館会見室', '(This is an unedited and auto-generated story from a news feed; our staff may not have modified it.)', 'Get latest articles and stories on World at SampleLY.', 'ページの先頭です', '9時30分～9時41分', '担当'])('%s', (line) => {
		expect(furnitureReason(line)).toBeDefined();
	});

	test.each(['担当大臣は来月インドを訪問する。', '公表日は未定である。', 'インドへ戻る企業が増えた。', 'Contact, however, remains rare between the two agencies.', 'Contacts, officials said, rose to 60 firms in 2025.', 'Source: the ministry said 60 firms were invited.', 'This information was shared by 40 firms.', '（注）費用は3年間で4億円。', '記念式典を開いた。', '以上の3件に署名した。', '3.5%', '代表団は60社で構成する。', 'Sharing costs is the aim.', 'This is an agreement of 2025.', 'Get the latest trains to Pune by 2027.', 'The Rajya Sabha passed the bill.'])('%s is kept', (line) => {
		expect(furnitureReason(line)).toBeUndefined();
	});

	test.each(['Q：覚書の狙いを教えてください。', '問２　予算はどの程度ですか。', 'おはようございます。', 'Ladies and Gentlemen,', 'Thank you very much.'])('%s asks or greets', (line) => {
		expect(tellsNoFact(line)).toBe(true);
	});

	test.each(['答　120億円を計上しました。', '問題は予算です。', 'Friends of Japan met in Pune.'])('%s tells', (line) => {
		expect(tellsNoFact(line)).toBe(false);
	});

	const who = fc.constantFrom('Contacts', 'Source countries', 'Updated rules', 'Attachments', 'Downloads', 'Annexes', 'Release dates', 'Menu prices', 'Greetings', 'Tag lines', 'Page numbers');
	const does = fc.constantFrom('rose by', 'will reach', 'are expected to cost', 'were cut to', 'have reached');
	const what = fc.constantFrom('60%', '¥3 billion', '24 firms', '16 MW', 'Rs 5 crore', '300 people');
	test('a line that counts something and has a verb is never furniture, whatever it begins with', () => {
		fc.assert(fc.property(who, does, what, fc.constantFrom(' ', ', officials said, ', ': the two sides say it '), (begins, verb, figure, joint) => {
			expect(furnitureReason(`${begins}${joint}${verb} ${figure}.`)).toBeUndefined();
		}));
	});

	const line = fc.constantFrom('担当', '通商政策局', '公表日', '発表資料', '関連情報', '概要（PDF形式：98KB）', '____________', '1 The minutes are kept.', '記', '以　上', '2.', '（単位：億円）', '- ホーム', 'Published on March 18, 2026', 'banking', 'Share Post', '\fREPORT 2025', 'REPORT 2025', '12', 'Q：狙いを教えてください。', 'Agenda item 2: Review', 'ア　背景', '（2）重要鉱物', '[pfc]: https://pfc.example "PFC"', '* [Hydrogen](#hydrogen)', '');
	const fact = fc.nat(999).chain((count) => fc.constantFrom(`By March 2027 the plant in Chennai will employ ${count + 10} people and make 40 MW of cells.`, `２０２７年３月までに、チェンナイの工場では技術者${count + 10}人が働くことになると会社は説明している。`));
	test('a sentence with a figure stays a statement among all of them', () => {
		fc.assert(fc.property(fc.array(fc.oneof(line, fact.map((text) => ({ text }))), { minLength: 2, maxLength: 20 }), fc.boolean(), (pieces, apart) => {
			const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(apart ? '\n\n' : '\n');
			const facts = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text])));
			const became = accountFor(read(text)).map(({ from, to, fate }) => [text.slice(from, to).trim(), fate] as const);
			for (const one of facts) expect([one, became.find(([written]) => written === one)?.[1]]).toEqual([one, 'statement']);
		}), { numRuns: 150 });
	});
});

describe('lists, headings and tables', () => {
	test('ア, イ and paragraphs numbered in three parts are items', () => {
		expect(told('1　条件\n\n（1）第一期\n　ア　金利：年2.15％\n　イ　期間：30年（10年の据置期間を含む。）\n　ウ　調達：一般\n')).toEqual(['金利：年2.15％', '期間：30年（10年の据置期間を含む。）', '調達：一般']);
		expect(told('7.4  JAPAN\n\n7.4.1 The agreement was signed in 1985.\n\n7.4.2 It has been renewed twice.\n')).toEqual(['The agreement was signed in 1985.', 'It has been renewed twice.']);
	});

	test('a number with a particle behind it begins a sentence', () => {
		expect(told('実施機関\n（1）は州の都市開発局、（2）は公社です。\n')).toEqual(['（1）は州の都市開発局、（2）は公社です。']);
	});

	test('what stands above a deeper list is its heading; counted parts are headings', () => {
		const { headings, statements } = read('（1）両大臣は会合を開くことで一致した。\n（2）重要鉱物\n　ア　双方は作業部会を設けることを確認した。\n（3）半導体\n　ア　研修を来年度に始める。\n');
		expect(headings.map(({ text }) => text)).toEqual(['重要鉱物', '半導体']);
		expect(statements).toHaveLength(3);
		expect(read('Minutes\n\nAgenda item 2: Review of projects\nThe line was opened in 2025.\n').headings.map(({ text }) => text)).toEqual(['Agenda item 2: Review of projects']);
	});

	test('a number of a section is no figure', () => {
		expect(read('日印対話\n\n3　人的交流\n\n（1）両国は交流を広げることで一致した。\n').headings.map(({ text }) => text)).toEqual(['3 人的交流']);
	});

	test('a cell of loose columns goes on below; a line behind the table that can be a heading does not', () => {
		const table = '文書名                      署名者            署名日\n人材に関する覚書            経済産業省        2025年8月25日\n蓄電池と使用済み電池の      州政府            2026年1月19日\n再利用に関する覚書\n';
		expect(told(table).at(-1)).toBe('文書名: 蓄電池と使用済み電池の再利用に関する覚書 / 署名者: 州政府 / 署名日: 2026年1月19日');
		expect(told('Field                    Projects    Ends\nQuantum sensing          nine        2028\nClimate-resilient crops  six         2028\nOther activities\n\nA seminar was held at Goa in 2025.\n')).toHaveLength(3);
	});

	test('a line above a table counts its figures; a head with its own unit counts its own', () => {
		const { statements, furniture } = read('概要\n\n（単位：百万円）\n項目              2024年度      比率（％）\n売上高            12,300        40\n営業利益          1,020         30\n');
		expect(statements.map(({ amounts }) => amounts.map(amountKey))).toEqual([['12300000000 JPY', '40 percent'], ['1020000000 JPY', '30 percent']]);
		expect(furniture.find(({ lines: [from] }) => from === 3)?.reason).toBe('table-head');
	});

	test('lines that each name what they tell are no headings', () => {
		expect(told('概況\n\nインドは南アジアにあり、多くの州からなる大きな国で、人口は日本の十倍を超える。\n\n首都 ニューデリー(準州)\n言語 ヒンディー(公用)、英語\n人口 14億人\n')).toEqual(['インドは南アジアにあり、多くの州からなる大きな国で、人口は日本の十倍を超える。', '首都 ニューデリー(準州)', '言語 ヒンディー(公用)、英語', '人口 14億人']);
	});

	test('a paragraph is broken where others are one line each', () => {
		const long = 'In the context of the sixtieth year of relations between the two countries, both Prime Ministers reaffirmed that they would widen the exchange of students, engineers and nurses to 5,000 a year.';
		const broken = 'The Prime Minister of Japan is currently\npaying a visit to India for the talks of\nMinisters at the invitation of the Prime\nMinister of India.';
		expect(told(`Vision of the two countries\nDecember 28, 2011\n${broken}\n${long}\n`)).toEqual([broken.replaceAll('\n', ' '), long]);
	});

	test('Markdown: reference links, underlined headings, emphasis and a table of contents', () => {
		const text = 'Hydrogen: where things stand\n============================\n\n_Sample Chamber · 5 May 2026_\n\n* [Loans](#loans)\n* [Rules](#rules)\n\nThe [Power Finance Corporation][pfc] signed an agreement on 17 April 2026.[^a] Rules follow in July.\n\n[pfc]: https://pfc.example "PFC"\n[^a]: Draft no. 112.\n';
		expect(told(text)).toEqual(['The Power Finance Corporation signed an agreement on 17 April 2026.[^a]', 'Rules follow in July.']);
		expect(read(text).metadata.published).toBe('2026-05-05');
	});
});

describe('sentences and their parts', () => {
	test.each([
		['The trust will open a hospital in Gorakhpur, which treats about 14,000 patients a year.', 2],
		['The line cost Rs 1,12,500 crore and was opened.', 1],
		['2. The ministers met in May.', 1],
		['下水管を整備して川の水質を大きく改善し、もって住民の生活環境の改善に寄与することが期待される。', 1],
		['両国政府は供給網の強化で一致しており、太陽電池の共同研究も同年12月に始まった。', 2],
	])('%s', (sentence, count) => {
		expect(parts(sentence)).toHaveLength(count);
	});

	test.each([
		['売上高は前年度の1.6倍に増え、前年を3割上回った。', []],
		['前年度に始めた。', ['2024']],
		['Sales were 18% higher than in the previous year.', []],
	])('%s: a year that is only compared with dates nothing', (text, expected) => {
		expect(datesIn(text, { published: '2025-08-10', before: ['2025'] }).map(({ edtf }) => edtf)).toEqual(expected);
	});

	test.each([
		['Fifty-two researchers, a hundred and twenty engineers and fourteen start-ups', ['52 people', '120 people', '14 companies']],
		['１ルピー＝約1.5円として、3,800ルピー', ['3800 INR']],
		['Rs 1 = ¥1.7; 14,000 patients', ['14000 people']],
	])('%s', (text, expected) => {
		expect(amountsIn(text).map(amountKey)).toEqual(expected);
	});

	test('the day on which matters stood so is the day of a document that has no other', () => {
		expect(read('日印間の協力文書一覧（令和８年２月現在）\n\n１．文書\n\n両国は覚書に署名した。\n').metadata.published).toBe('2026-02');
	});

	test('太陽電池 is no battery and 日本語 is not Japan', () => {
		const ids = (text: string): string[] => read(`${text}\n`).statements.flatMap(({ references }) => Object.values(references).flat().map(({ id }) => id));
		expect(ids('太陽電池の研究を始めた。')).not.toContain('battery');
		expect(ids('電池の研究を始めた。')).toContain('battery');
		expect(ids('日本語を学ぶ人が増えた。')).not.toContain('japan');
		expect(ids('日本で学ぶ人が増えた。')).toContain('japan');
	});
});

test('the heads of a table speak for the sector as headings do, not as words of each row', () => {
	const { statements } = read('Joint projects in quantum technologies\n\nInstitution          Partner      Funds released (Rs. lakh)\nIIT Delhi            RIKEN        412.50\nIISc                 KEK          368.00\n');
	expect(statements.map(({ sectors }) => sectors[0]?.value)).toEqual(['science-research', 'science-research']);
});

describe('what belongs to a page, beside facts that look like it', () => {
	const prose = 'The bank of Osaka has agreed to buy a tenth of a lender in Kerala, both said on 18 March 2026.';
	/** What is told when these lines stand between a title and a paragraph, and the paragraph again below. */
	const around = (lines: string): string[] => told(`Osaka looks south\n\n${prose}\n\n${lines}\n\nThe other nine tenths stay with the family that founded it in 1951 in the city of Kochi.\n`).slice(1, -1);

	test('a foot whose number counts up; lines of a list whose number does', () => {
		const pages = (foot: (page: number) => string): string => `Report on skills\n\n${[1, 2, 3].map((page) => `Round ${page} of the talks was held in Tokyo and went on for some days.\nIt was closed on day ${page}.\nFor round ${page + 1} no date was set.\nNothing else was said by ${page + 3} of them.\n${foot(page)}\n`).join('\n')}`;
		expect(told(pages((page) => `Sample fact sheet on skills          ${page}/3`))).toHaveLength(12);
		expect(told(pages((page) => `Plants opened in the year: ${page}`)).length).toBeGreaterThan(12);
	});

	test('particulars at the head of minutes; figures among them are kept', () => {
		expect(told('Minutes of the joint committee\n\nDate: 3 March 2026\nVenue: Tokyo\nParticipants: METI, JETRO\n\nThe line was opened in 2025.\n')).toEqual(['The line was opened in 2025.']);
		expect(told('Minutes of the joint committee\n\nDate: 3 March 2026\nParticipants: 40 firms, 20% of them Japanese, with loans of ¥30 million\n\nThe line was opened in 2025.\n')).toHaveLength(2);
	});

	test('a step with its month is a fact, also where it stands alone', () => {
		expect(around('Trial production: October 2027\nCommercial production: April 2028')).toEqual(['Trial production: October 2027', 'Commercial production: April 2028']);
		expect(around('Trial production: October 2027')).toHaveLength(1);
	});

	test('an enumeration inside of a sentence goes on over the end of a line', () => {
		const text = '会合の結果\n\nインド側から、①フォトレジストの輸入手続の短縮、②設計技術者６００人の受入れ、\n③電力の安定供給に向けた専用線の整備、の３点について要望が出された。両国の担当者は、次回\nの会合までに対応を整理し、結果を双方の省庁に報告することで一致した。この点は次回も扱う。\n';
		expect(told(text)[0]).toBe('インド側から、①フォトレジストの輸入手続の短縮、②設計技術者６００人の受入れ、③電力の安定供給に向けた専用線の整備、の３点について要望が出された。');
	});

	test('columns named above all but the first', () => {
		expect(told('Trainees by year\n\n                    FY2023     FY2024\nReceived            310        355\nPlaced              120        144\n')).toEqual(['Received / FY2023: 310 / FY2024: 355', 'Placed / FY2023: 120 / FY2024: 144']);
	});

	test('whom to ask, down to the telephone; a list below a head of that kind is kept', () => {
		expect(around('Media contact\nCorporate Communications, Sample Ltd\nTel: +81-6-0000-0000')).toEqual([]);
		expect(around('Contacts\n• 450 engineers\nhttps://sample.example')).toEqual(['450 engineers']);
		expect(around('Contacts grew fast\nin all fields\nand paid off by 2025: https://sample.example').length).toBeGreaterThan(0);
	});

	test('a question of parliament and who answers it', () => {
		expect(told('SKILLED WORKERS\n\nWill the Minister of LABOUR be pleased to state:\n\n(a) the number of nurses sent to Japan;\n(b) the steps taken in this regard?\n\nANSWER\n\nTHE MINISTER OF STATE\n\n(a) & (b) In all, 2,914 nurses went to Japan in 2025.\n')).toEqual(['In all, 2,914 nurses went to Japan in 2025.']);
	});

	test('sentences about the page and notes on how figures are given', () => {
		for (const line of ['Statements in this release rest on what is known today.', '※金額は発表時のもの。為替換算はしていない。', '(Figures for 2025-28; provisional)', 'Note: Rates are indicative; the order prevails.', '（この記事は連載「隣人」の２回目です）']) expect([line, told(`Osaka looks south\n\n${prose}\n\n${line}\n`).slice(1)]).toEqual([line, []]);
		for (const line of ['The foundation is responsible for training nurses in Chennai.', '(Prices of cells rose in May.)', '本紙の取材に、同社は国内の顧客を優先すると答えた。', '※金額は未定で、州政府が来年決める。', 'This project was funded by the bank and the state.', 'The authors of the deal met in Pune.']) expect([line, told(`Osaka looks south\n\n${prose}\n\n${line}\n`).slice(1)]).toEqual([line, [line]]);
	});

	test('links behind the text are the page’s; a page that is a list of links tells by them', () => {
		const links = ['- [Tyre maker doubles output](/1)', '- [Lender taps Mumbai](/2)'].join('\n');
		expect(told(`# Osaka looks south\n\n${prose}\n\nThey will meet again in May, and hope to sign by the end of this year in the city of Kochi.\n\nNo other lender has said that it will follow them at any time before the end of the year in the city.\n\n${links}\n`)).toHaveLength(3);
		expect(told(`# News of the week\n\n${prose}\n\n${links}\n`)).toHaveLength(3);
	});

	test('letters: salutation, closing words and who signs', () => {
		expect(told('CIRCULAR OF THE CHAMBER\n\nDear Members,\n\nThe plant in Sanand opens in 2027.\n\nWith regards,\n\nR. Sample\nSecretary\n')).toEqual(['The plant in Sanand opens in 2027.']);
	});

	test('contents are known by standing again apart, not by their marks', () => {
		const text = '通信第３号\n\n目次\n【１】探査の時期\n【２】水質の改善\n\n【１】探査の時期\n両国の機関は、探査機を２０２８年度に打ち上げる計画を確認した。\n\n【２】水質の改善\n環境省は、浄化槽２００基を設ける実証を北部の州で始めた。\n';
		expect(told(text)).toHaveLength(2);
		expect(read(text).headings.map(({ text: heading }) => heading)).toEqual(['探査の時期', '水質の改善']);
	});

	test('a dialogue: who asks and who greets is no fact, who answers tells', () => {
		const text = `Transcript of the briefing\n\n${prose}\n\nReporter 1: Sir, this is Anita from Sample TV. Will they lend more?\n\nSpokesperson: The target is 1,200 by March 2027.\n\nAny other questions? Thank you very much.\n`;
		expect(told(text)).toEqual([prose, 'Spokesperson: The target is 1,200 by March 2027.']);
	});

	test('numbered paragraphs without a full stop behind the number are items; a heading of that kind stays one', () => {
		const text = '電話会談\n\n会談の概要は以下のとおりです。\n1　冒頭、総理大臣から、洪水の被害に対し見舞いを述べるとともに、毛布を供与する旨を伝えました。\n2　両首脳は、年末までに行動計画を改定することで一致し、次官級の会合を開くことを確認しました。\n';
		expect(told(text)[1]).toMatch(/^冒頭、/u);
		expect(read('対話\n\n3　人的交流\n\n両国は交流を広げることで一致した。\n').headings.map(({ text: heading }) => heading)).toEqual(['3 人的交流']);
	});

	test('sources at the end of Markdown; a section of that name that tells is kept', () => {
		expect(told(`# Tracker\n\n${prose}\n\n## Sources\n\n1. Company filings\n2. Dashboard of the ministry\n`)).toHaveLength(1);
		expect(told(`# Tracker\n\n## Sources\n\n- Wind\n- Sun\n\n## Loans\n\n${prose}\n`)).toHaveLength(3);
	});

	test('several units in the title of a table are those of its columns', () => {
		const { statements } = read('進出の状況\n\n州は企業の進出が続いていると発表し、来年も増えると見込んでいる。\n\n表　進出を決めた企業（単位：億ルピー、人）\n\n| 企業 | 投資額 | 雇用 |\n|---|---|---|\n| 見本 | 310 | 420 |\n');
		expect(statements.slice(-1).map(({ amounts }) => amounts.map(amountKey))).toEqual([['31000000000 INR', '420 people']]);
	});
});
