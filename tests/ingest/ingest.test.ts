import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { amountKey, amountsIn } from '../../scripts/core/ingest/amounts.ts';
import { statusOf } from '../../scripts/core/ingest/classify.ts';
import { datesIn } from '../../scripts/core/ingest/dates.ts';
import { sectorTerms } from '../../scripts/core/ingest/data/sectors.ts';
import { decodeText } from '../../scripts/core/ingest/decode.ts';
import { writeDraft } from '../../scripts/core/ingest/draft.ts';
import { factSpans } from '../../scripts/core/ingest/facts.ts';
import { tellsNoFact } from '../../scripts/core/ingest/furniture.ts';
import { accountFor, ingest, type Proposals } from '../../scripts/core/ingest/ingest.ts';
import { f1, precision, recall, scoreFixture, type ExpectedDocument } from '../../scripts/core/ingest/score.ts';
import { sentenceSpans } from '../../scripts/core/ingest/sentences.ts';
import { Vocabulary } from '../../scripts/core/ingest/vocabulary.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { readDocument } from '../../scripts/io/ingest/read.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';

const fixtures = join(import.meta.dirname, '../fixtures/ingest');
const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;
const read = (text: string): Proposals => ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });

const piece = fc.constantFrom('• ', '➢ ', '- ', '1. ', '(a) ', '# ', '| a | b |', '|---|---|', '\n', '\n\n', '\r\n', '\f', ' ', '　', '日本とインドは協力する。', '半導体', '２０２５年８月、', 'The two countries ', 'signed an MoU.', '“Yes,” he said.', '3', '- 4 -', 'Leave a comment', '***', '「覚書」', '：', 'Rs. 5 crore', '**', '[x](#)', '&amp;', '---', 'By Asha Verma', '関連記事');
const text = fc.oneof(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 60 }).map((parts) => parts.join('')), fc.array(piece, { maxLength: 120 }).map((parts) => parts.join('')));

describe('no character is lost', () => {
	test('every line of any text is in a statement, a heading or furniture, and the spans are the text', () => {
		fc.assert(fc.property(text, (source) => {
			const spans = accountFor(read(source));
			expect(spans.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source);
			expect(spans.filter(({ fate }) => fate === 'lost')).toEqual([]);
		}), { numRuns: 300 });
	});

	test('the parts of a passage put together are the passage', () => {
		fc.assert(fc.property(text, (source) => {
			for (const split of [sentenceSpans, factSpans]) expect(split(source).map(([from, to]) => source.slice(from, to)).join('')).toBe(source);
		}));
	});

	test('the draft of any text is YAML whose values hold no sentence of the original', () => {
		fc.assert(fc.property(text, (source) => {
			const proposals = read(source);
			if (proposals.statements.length === 0) return;
			const draft = parse(writeDraft(proposals, { id: 'sample', file: 'sample.txt', sha256: 'a'.repeat(64), from: undefined, encoding: 'UTF-8' }, corpus).text) as { statements: { text: object }[] };
			expect(draft.statements.map(({ text: texts }) => Object.values(texts) as unknown[])).toEqual(proposals.statements.map(() => ['TODO', 'TODO']));
		}), { numRuns: 100 });
	});
});

const documents = (await readdir(fixtures)).filter((name) => !name.endsWith('.yaml'));

describe('figures on the fixtures', () => {
	test.each(documents)('%s', async (name) => {
		const raw = await readDocument(join(fixtures, name));
		if ('code' in raw) throw new Error(raw.found);
		const expected = parse(await readFile(join(fixtures, `${name.replace(/\.\w+$/, '')}.expected.yaml`), 'utf8')) as ExpectedDocument;
		const score = scoreFixture(name, ingest(raw.source, corpus, { id: 'sample' }), expected);
		expect(recall(score['lines covered'])).toBe(1);
		expect(precision(score.furniture), score.misses.join('\n')).toBe(1);
		expect(f1(score['statement boundaries']), score.misses.join('\n')).toBeGreaterThanOrEqual(0.85);
		expect(f1(score.amounts), score.misses.join('\n')).toBeGreaterThanOrEqual(0.9);
		expect(f1(score.dates), score.misses.join('\n')).toBeGreaterThanOrEqual(0.8);
		expect(f1(score.metadata), score.misses.join('\n')).toBe(1);
	});
});

describe('encodings', () => {
	const text = '日本とインドは、半導体に関する協力覚書に署名した。\n約３００億円の融資を行う。\n';
	const codes = Encoding.stringToCode(text);
	const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
		const source = mark ? `\uFEFF${text}` : text;
		const bytes = new DataView(new ArrayBuffer(source.length * 2));
		for (let at = 0; at < source.length; at += 1) bytes.setUint16(at * 2, source.charCodeAt(at), littleEndian);
		return new Uint8Array(bytes.buffer);
	};

	test.each([
		['Shift_JIS', Uint8Array.from(Encoding.convert(codes, { to: 'SJIS', from: 'UNICODE' }))],
		['EUC-JP', Uint8Array.from(Encoding.convert(codes, { to: 'EUCJP', from: 'UNICODE' }))],
		['ISO-2022-JP', Uint8Array.from(Encoding.convert(codes, { to: 'JIS', from: 'UNICODE' }))],
		['UTF-16 LE', utf16(true, true)],
		['UTF-16 BE', utf16(false, true)],
		['UTF-16 without a mark', utf16(true, false)],
		['UTF-8', new TextEncoder().encode(text)],
		['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
	])('%s is read as it was written', (_, bytes) => {
		expect(decodeText(bytes)).toMatchObject({ text });
	});

	test.each([
		['Windows-1252', Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94])],
		['bytes of a picture', Uint8Array.from([0x89, 0x50, 0x00, 0x01, 0x02, 0xff])],
		['a letter lost earlier', new TextEncoder().encode('日\uFFFD')],
	])('%s is refused, never guessed', (_, bytes) => {
		expect(decodeText(bytes)).toHaveProperty('problem');
	});

	test('no bytes decode to U+FFFD', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
			const decoded = decodeText(bytes);
			expect('text' in decoded && decoded.text.includes('\uFFFD')).toBe(false);
		}));
	});
});

describe('dates', () => {
	test.each([
		['２０２４年１１月、対話を開催した。', ['2024-11']],
		['令和7年4月1日に発足した。', ['2025-04-01']],
		['今年6月と昨年12月に会談した。', ['2025-06', '2024-12']],
		['2019年以降、続けている。', ['2019/..']],
		['2030年度までに整備する。', ['../2030']],
		['camped in Japan from July 20 to July 26', ['2025-07-20/2025-07-26']],
		['in Tokyo from July 27 to 31.', ['2025-07-27/2025-07-31']],
		['to be completed by 2027-28', ['2027/2028']],
		['has grown since 2019, and Net Zero by 2070', ['2019/..', '../2070']],
		['World Expo 2025 in Osaka', []],
		['工期は令和８年４月から令和１１年３月まで。', ['2026-04/2029-03']],
		['between 2015 and 2024, and from FY2026 to FY2030', ['2015/2024', '2026/2030']],
		['not before fiscal 2028', ['2028/..']],
		['by end-2026 and before the end of 2027', ['../2026', '../2027']],
		['一昨年と、先月の会合', ['2023', '2025-07']],
		['20日、東京で署名した。26年度に始める。', ['2025-07-20', '2026']],
		['Posted On: 18 FEB 2025', ['2025-02-18']],
		['in the 1990s, 2030年代, 1,200 to 3,400 a year', ['1990/1999', '2030/2039']],
		['前年度に比べ増え、前年比で伸びた。年内にも結ぶ。', ['../2025']],
		['今年度に始め、来年度までに終える。', ['2025', '../2026']],
		['by the end of this fiscal year, until at least 2035', ['../2025', '../2035']],
		['opens in early 2026, Q3 2026 or H1 2027', ['2026', '2027']],
		['from Q3 2026; since the spring of 2024; from the second half of FY2027', ['2026/..', '2024/..', '2027/..']],
		['from April 2026 to March 2027, by mid-2028 and by the end of FY2030', ['2026-04/2027-03', '../2028', '../2030']],
		['results for Q2FY26, FY26-27 and FY 2024-25', ['2026', '2026/2027', '2024/2025']],
		['It opened in November and the pact was signed last December.', ['2024-11', '2024-12']],
		['The plant will open in February, and hiring begins next March.', ['2026-02', '2026-03']],
		['They met on 12 May 2025 and signed three days later; a year later, nothing.', ['2025-05-12', '2025-05-15', '2026']],
		['Since its foundation in 2018, up from 2016', ['2018/..', '2016/..']],
		['through March 2029, no later than June 2027, effective 1 April 2026', ['../2029-03', '../2027-06', '2026-04-01/..']],
		['talks from April to June, by year-end, within the year', ['2025-04/2025-06', '../2025']],
		['Adopted on 12-Aug-2025, in force at the end of September', ['2025-08-12', '2025-09']],
		['Rule 2024-7, model AO-2027, Vision Gujarat 2035, the Data Act, 2023, Agenda 2030, ISO 2015', []],
		['2,025 units, 2000 homes, 2030 hectares and $2025; it may help, they march on', []],
		['「ビジョン2047」と2030アジェンダ、2025年版白書、2000人', []],
		['２０２６年秋、２０２７年度上半期まで、２０２８年度第１四半期以降', ['2026', '../2027', '2028/..']],
		['２０２６年から２０２７年にかけて。', ['2026/2027']],
		['７月上旬に始めた。', ['2025-07']],
		['年明けにも始める。来春、昨秋に続く。', ['2026', '2024']],
		['昨年末に発表し、今年度末までに終える。', ['2024', '../2025']],
		['１２月に開いた会合で合意した。', ['2024-12']],
		['２月に着工する。', ['2026-02']],
		['２０２５年５月に署名し、同月１２日に公表、翌日に発効、翌年に始めた。', ['2025-05', '2025-05-12', '2025-05-13', '2026']],
		['Ｒ７年度予算、Ｈ３０年度、R8.4.1', ['2025', '2018', '2026-04-01']],
		['4月から6月まで実施した。8月7、8両日に開く。', ['2025-04/2025-06', '2025-08-07/2025-08-08']],
		['3～5日、東京で会合を開いた。', ['2025-08-03/2025-08-05']],
	])('%s', (text, expected) => {
		expect(datesIn(text, { published: '2025-08-10' }).map(({ edtf }) => edtf)).toEqual(expected);
	});
});

test('a fiscal year begins in April', () => {
	expect(datesIn('今年度に始める。', { published: '2025-02-10' }).map(({ edtf }) => edtf)).toEqual(['2024']);
});

describe('the status of a passage', () => {
	test.each([
		['検討を進めることで合意した。', 'agreed'],
		['金額は明らかにしていない。', 'stated'],
		['９月に着工し、３月の開業を予定している。', 'planned'],
		['計画を承認した。', 'agreed'],
		['技術者向けの研修を６回実施した。', 'held'],
		['来月にも量産に乗り出す。', 'planned'],
		['The cabinet cleared a package in May.', 'agreed'],
		['The firms will sign the pact.', 'planned'],
		['The firms announced a pact that will bind both.', 'announced'],
		['Talks on a standard are under way.', 'under-discussion'],
		['No fee has been agreed.', 'stated'],
		['A second round is due this autumn.', 'expected'],
		['It could halve the cost.', 'expected'],
		['A joint call for proposals will be issued.', 'planned'],
		['当面は輸出する。', 'planned'],
		['現状は３５回にとどまる。', 'stated'],
		['制度の創設を検討しています。', 'under-discussion'],
		['実証を２か所で行いました。', 'held'],
		['規格を共有することを確認した。', 'agreed'],
	])('%s', (text, status) => {
		expect(statusOf(text).value).toBe(status);
	});
});

test('a passage without a deed is read by its heading, the sentence begun and its date', () => {
	expect(statusOf('Memorandum of Cooperation on wastewater', { above: ['Agreements signed'] }).value).toBe('signed');
	expect(statusOf('第３回会合（大阪）', { above: ['今後の予定'] }).value).toBe('planned');
	expect(statusOf('to share all data', { before: 'agreed' }).value).toBe('agreed');
	expect(statusOf('Noida: opened or due', { ahead: true }).value).toBe('planned');
	expect(statusOf('Noida: opened').value).toBe('established');
});

describe('sectors', () => {
	const ids = corpus.sectors.map(({ id }) => id);
	const vocabulary = new Vocabulary(corpus.sectors);
	const best = (text: string): string | undefined => [...vocabulary.scores(text)].sort(([, a], [, b]) => b - a)[0]?.[0];

	test('every sector of the vocabulary is one of the guide, and every one of the guide has its words', () => {
		expect(Object.keys(sectorTerms).sort()).toEqual([...ids].sort());
	});

	test.each([
		['fuel cells run on it', 'clean-energy'],
		['a battery cell', 'batteries-ev'],
		['燃料電池', 'clean-energy'],
		['デジタル・パートナーシップ', 'ai-digital'],
		['デジタルパートナーシップ', 'ai-digital'],
		['ＯＳＡＴ', 'semiconductors'],
		['rare-earth magnets', 'critical-minerals'],
		['下水処理', 'environment-climate'],
		['office space', undefined],
		['国務大臣', undefined],
	])('%s: the longest term counts, in either script', (text, sector) => {
		expect(best(text)).toBe(sector);
	});

	test('a passage without words of its own is about what those around it are about', () => {
		const { statements } = read('A radar satellite will watch the coasts of both countries from its orbit.\n\nIt weighs 120 kilograms.\n\nThe rocket stands ready at the launch pad.\n');
		expect(statements.map(({ sectors }) => sectors[0]?.value)).toEqual(['space', 'space', 'space']);
		expect(statements[1]?.sectors[0]?.confidence).toBeLessThan(statements[0]?.sectors[0]?.confidence ?? 0);
	});

	test('the shares of a passage add up to one', () => {
		fc.assert(fc.property(text, (source) => {
			for (const { sectors } of read(source).statements) expect(sectors.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 6);
		}), { numRuns: 50 });
	});
});

describe('a line that tells no fact', () => {
	test.each(['So what is in it for Japan?', 'なぜ今、三輪車なのか。', 'Write to us at desk@news.example.', '詳細は下記までお問い合わせください。'])('%s', (line) => {
		expect(tellsNoFact(line)).toBe(true);
	});
	test.each(['Why did Tokyo Electron choose Sanand?', 'Did you know that 60% of vaccines come from India?', 'Not everyone is convinced.', '違いは明らか。', 'なぜスズキは撤退したのか。', 'Will it last? The pact was signed.'])('%s is kept', (line) => {
		expect(tellsNoFact(line)).toBe(false);
	});
});

test('a fact that the guide has is proposed as a duplicate, another one of the same names is not', () => {
	const known = corpus.statements.find(({ id }) => id === 'digital-partnership-moc-renewal');
	expect(read(`${known?.text.en ?? ''}\n`).statements[0]?.sameAs?.id).toBe('digital-partnership-moc-renewal');
	expect(read('China is a large market.\n').statements[0]?.sameAs).toBeUndefined();
});

describe('amounts', () => {
	test.each([
		['¥350 billion (around $2.4 billion)', ['350000000000 JPY exact', '2400000000 USD about']],
		['最大６００億円の融資', ['60000000000 JPY up-to']],
		['$100–400 million (₹860–3,500 crore)', ['100000000..400000000 USD exact', '8600000000..35000000000 INR exact']],
		['１０５０億ルピーの投資', ['105000000000 INR exact']],
		['a 16 MW plant and 150 GWh', ['16 MW exact', '150 GWh exact']],
		['７０社を超える企業', ['70 companies more-than']],
		['up to 60% of 70+ firms', ['60 percent up-to', '70 companies at-least']],
		['第１１回、2025年、V2X', []],
		['a ₹4,200-crore plan, US$ 1.5 bn and $250m', ['42000000000 INR exact', '1500000000 USD exact', '250000000 USD exact']],
		['€1.9 billion, 3 lakh tonnes, 1.2 GW and 5,800 km', ['1900000000 EUR exact', '300000 tonnes exact', '1.2 GW exact', '5800 km exact']],
		['３０億円から５０億円程度、排出量を４割削減', ['3000000000..5000000000 JPY exact', '40 percent exact']],
		['覚書（３件）、三分野、1人あたり', ['3 memoranda exact', '3 fields exact']],
		['from 14% to 9% of GDP', ['14 percent exact', '9 percent exact']],
		['three people aware of the matter', []],
		['Power (MW): 300 / Cost (₹ crore): 310 / 金額（億円）：約１２', ['300 MW exact', '3100000000 INR exact', '1200000000 JPY about']],
		['200 acres for data centres; １カ所あたり８０回', []],
		['two or three Japanese firms; ４、５社が参加', ['2..3 companies exact', '4..5 companies exact']],
	])('%s', (text, expected) => {
		expect(amountsIn(text).map((amount) => `${amountKey(amount)} ${amount.bound}`)).toEqual(expected);
	});
});
