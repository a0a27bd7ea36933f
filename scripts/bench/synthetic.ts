import { langs, localize, type Lang, type Localized } from '../../src/model/languages.ts';
import type { Entry, SearchCorpus } from '../../src/search/corpus.ts';

/** A corpus of any size, for measuring growth: made-up statements in both languages, the same for the same seed. */

/** mulberry32: a small generator whose numbers are the same everywhere. */
export function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const syllables = [['ra', 'ラ'], ['ki', 'キ'], ['mo', 'モ'], ['su', 'ス'], ['ne', 'ネ'], ['ta', 'タ'], ['ri', 'リ'], ['ko', 'コ'], ['sha', 'シャ'], ['ven', 'ヴェン'], ['do', 'ド'], ['pu', 'プ'], ['jan', 'ジャン'], ['be', 'ベ'], ['lo', 'ロ'], ['hin', 'ヒン'], ['gu', 'グ'], ['na', 'ナ']] as const;

/** What statements are put together from, a row a language in the order of the table. */
export const topics = rows(`solid-state batteries|全固体電池
offshore wind farms|洋上風力発電所
port logistics|港湾物流
geothermal drilling|地熱掘削
rice breeding|稲の品種改良
earthquake early warning|緊急地震速報
robot-assisted surgery|ロボット支援手術
optical submarine cables|光海底ケーブル
satellite navigation|衛星測位
perovskite solar cells|ペロブスカイト太陽電池
water purification|浄水技術
textile recycling|繊維リサイクル
heat pumps|ヒートポンプ
carbon capture and storage|二酸化炭素の回収と貯留
machine tools|工作機械
cold chains for fresh food|生鮮食品のコールドチェーン
power semiconductors|パワー半導体
silicon wafers|シリコンウエハー
copper refining|銅の精錬
sodium-ion batteries|ナトリウムイオン電池
nursing care workers|介護人材
vocational schools|職業訓練校
disaster-resistant housing|防災住宅
biomass power plants|バイオマス発電所
hydrogen buses|水素バス
digital identity|デジタル身分証
cyber security drills|サイバーセキュリティ演習
quantum sensors|量子センサー
vaccine development|ワクチン開発
steel making with hydrogen|水素製鉄`);
const acts = rows(`{a} and {b} signed a memorandum on {topic} in {place} in {date}.|{a}と{b}は{date}、{place}での{topic}に関する覚書に署名した。
{a} plans to invest ¥{n} billion in {topic} in {place} by {year}.|{a}は{year}年までに、{place}の{topic}に{n}0億円を投資する計画である。
In {date}, {a} opened a centre for {topic} in {place} with {n} engineers.|{a}は{date}、{place}に{topic}の拠点を{n}人の技術者で開設した。
Officials said that {a} had discussed {topic} with {b} and expected results by {year}.|当局者によると、{a}は{topic}について{b}と協議し、{year}年までに成果を見込んでいる。
{a} and {b} have jointly tested {topic} at {n} sites in {place} since {year}.|{a}と{b}は{year}年以降、{place}の{n}か所で{topic}の共同試験を行っている。
According to the report, {topic} by {a} cut costs in {place} by {n}% compared with {year}.|報告によれば、{a}による{topic}は、{place}での費用を{year}年と比べて{n}%減らした。
{b} welcomed the start of training in {topic} for {n} people of {place}, led by {a}.|{b}は、{a}が{place}の{n}人を対象に始めた{topic}の研修を歓迎した。
A loan agreement of up to ¥{n} billion supports {topic} of {a} in {place}.|最大{n}0億円の融資契約が、{place}における{a}の{topic}を支える。`);

function rows(table: string): Localized<string>[] {
	return table.split('\n').map((row) => {
		const cells = row.split('|');
		return localize((lang) => cells[langs.indexOf(lang)] ?? '');
	});
}

const months = localize((lang: Lang) => (year: number, month: number): string => new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1)));

/**
 * @param real gives the glossary and the labels, and the shape of everything
 * @param names how many are made up
 */
export function synthesize(real: SearchCorpus, size: number, seed = 1, names = Math.ceil(size / 15)): SearchCorpus {
	const next = random(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	// Few names stand in many statements, and many in few.
	const often = <T>(list: readonly T[]): T => list[Math.floor(next() ** 2.5 * list.length)] as T;
	const made = Array.from({ length: names }, (_, number): Entry => {
		const parts = Array.from({ length: 3 + (number % 2) }, () => pick(syllables));
		const forms = [parts.map(([latin]) => latin).join('').replace(/^./, (first) => first.toUpperCase()), parts.map(([, kana]) => kana).join('')];
		const name = localize((lang) => forms[langs.indexOf(lang)] ?? '');
		return { ...(real.entries[0] as Entry), id: `made-${number}`, category: number % 4 === 0 ? 'place' : 'company', name, aliases: localize(() => []), abbreviations: [], reading: [], romaji: [], misspellings: [], statements: 1 };
	});
	const entries = [...real.entries, ...made];
	const actors = entries.filter(({ category }) => category === 'organisation' || category === 'company');
	const places = entries.filter(({ category }) => category === 'place');
	const shape = real.statements[0];
	if (!shape) throw new RangeError('the real corpus holds no statement');
	const statements = Array.from({ length: size }, (_, number): SearchCorpus['statements'][number] => {
		const [act, topic, a, b, place] = [pick(acts), often(topics), often(actors), often(actors), often(places)];
		const [year, month, amount] = [2015 + Math.floor(next() * 20), 1 + Math.floor(next() * 12), 2 + Math.floor(next() * 900)];
		const text = localize((lang) => {
			const values: Record<string, string> = { a: a.name[lang], b: b.name[lang], place: place.name[lang], topic: topic[lang], n: String(amount), year: String(year), date: months[lang](year, month) };
			return act[lang].replace(/\{(\w+)\}/g, (_match, key: string) => values[key] ?? '');
		});
		const like = real.statements[number % real.statements.length] ?? shape;
		const id = `made-${number}`;
		return { id, text, source: like.source, lines: like.lines, sector: like.sector, sectors: like.sectors, kind: like.kind, status: like.status, amounts: [], parties: [a.id, b.id], places: [place.id], terms: [], when: [], path: localize((lang) => `${lang}/sectors/${like.sector}/#${id}`) };
	});
	return { ...real, statements, entries };
}

/** Questions about a made corpus: what somebody who read a statement would look for. */
export function questionsAbout(corpus: SearchCorpus, count: number, seed = 2): { query: string; lang: Lang }[] {
	const next = random(seed);
	const names = new Map(corpus.entries.map((entry) => [entry.id, entry.name]));
	return Array.from({ length: count }, (_, number) => {
		const statement = corpus.statements[Math.floor(next() * corpus.statements.length)];
		const lang = langs[number % langs.length] as Lang;
		const name = names.get(statement?.parties[0] ?? '')?.[lang] ?? '';
		const text = statement?.text[lang] ?? '';
		return { lang, query: [name, text, `${name} ${names.get(statement?.places[0] ?? '')?.[lang] ?? ''}`, text.slice(0, Math.ceil(text.length / 2))][number % 4] ?? text };
	});
}
