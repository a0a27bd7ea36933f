import { localize, langs, type Localized } from '../../src/model/languages.ts';
import { parseCorpus, type SearchCorpus } from '../../src/search/corpus.ts';

/** A corpus of a few statements for the tests of the search: each shows one thing. */

/** A text in each language, in the order of the language table. */
const both = (...texts: string[]): Localized<string> => localize((lang) => texts[langs.indexOf(lang)] ?? '');

interface Row {
	readonly id: string;
	readonly text: Localized<string>;
	readonly sector?: string;
	readonly status?: string;
	readonly parties?: readonly string[];
	readonly when?: readonly string[];
	readonly sameAs?: string;
}

const rows: Row[] = [
	{ id: 'loan', text: both('The Japan Bank for International Cooperation (JBIC) signed a loan for a bamboo plant.', '国際協力銀行（JBIC）は竹の工場への融資契約に署名した。'), status: 'signed', parties: ['jbic'], when: ['2025-08'] },
	{ id: 'chain-whole', text: both('The memorandum is about the semiconductor supply chain.', 'この覚書は半導体サプライチェーンに関するものである。') },
	{ id: 'chain-parts', text: both('The supply chain of batteries needs semiconductors.', '電池のサプライチェーンには半導体が要る。電池は半導体で動く。') },
	{ id: 'sites', text: both('The company has 20 data centres.', '同社のデータ・センターは20か所である。') },
	{ id: 'ocean', text: both('Both sides measure the temperature of the ocean.', '双方は海水の温度を測る。'), sector: 'science' },
	{ id: 'ocean-again', text: both('Sea temperatures are recorded.', '海の温度が記録される。'), sector: 'science', sameAs: 'ocean' },
	{ id: 'moon', text: both('Exploring the Moon is a shared task.', '月探査は共通の課題である。'), sector: 'science' },
	{ id: 'moon-pole', text: both('A rover is for exploring the poles of the Moon.', '探査車は月極域探査に使う。'), sector: 'science' },
	{ id: 'wide', text: both('They develop ＬＬＭs and ﾚｱｱｰｽ magnets.', '両者はＬＬＭとﾚｱｱｰｽ磁石を開発する。') },
];

const entry = (id: string, category: string, name: Localized<string>, more: object = {}): object => ({ id, category, name, abbreviations: [], aliases: localize(() => []), reading: [], romaji: [], misspellings: [], path: localize((lang) => `${lang}/glossary/#${id}`), statements: 1, ...more });

export const fixedCorpus = (): SearchCorpus =>
	parseCorpus(
		{
			statements: {
				statements: rows.map(({ id, text, sector = 'finance', status = 'stated', parties = [], when = [], sameAs }) => ({
					id, source: 'report', lines: [1, 1], sector, sectors: [sector], kind: 'context', status, when, parties, places: [], terms: [], amounts: [], text,
					...(sameAs === undefined ? {} : { sameAs }),
					path: localize((lang) => `${lang}/sectors/${sector}/#${id}`),
				})),
			},
			glossary: {
				rows: [
					entry('jbic', 'organisation', both('Japan Bank for International Cooperation', '国際協力銀行'), { abbreviations: ['JBIC'], reading: ['こくさいきょうりょくぎんこう'], aliases: localize((lang) => (lang === langs.at(-1) ? ['ジェービック'] : [])) }),
					entry('semiconductors', 'term', both('semiconductors', '半導体'), { reading: ['はんどうたい'] }),
					entry('supply-chain', 'term', both('supply chain', 'サプライチェーン')),
				],
			},
			labels: { rows: [{ facet: 'sector', id: 'finance', label: both('Finance', '金融') }, { facet: 'source', id: 'report', label: both('Report', '報告書') }, { facet: 'date', id: '2025-08', label: both('August 2025', '2025年8月') }] },
		},
		[{ key: 'about#method', versions: { [langs[0]]: { path: `${langs[0]}/about/#method`, title: 'About: Method', text: 'Every line is checked by a script named walrus.' } } }],
	);
