import { langs, localize, type Localized } from '../../src/model/languages.ts';
import type { SearchCorpus } from '../../src/search/corpus.ts';
import { random, synthesize, topics } from './synthetic.ts';

/** The seeds of a guide of any size, for measuring builds and convert: documents and sectors made from made-up statements. */

/** Seed files by their path below `seeds/`, as values that YAML can hold. */
export type SeedFiles = ReadonlyMap<string, unknown>;

/** Statements for each pair of pages, as the guide itself has them (212 on 31 pairs when this was written). */
const statementsAPage = 7;
/** One page in four is a sector’s; the others are sources’. */
const sectorShare = 0.25;

/**
 * Makes seeds for a number of pages and statements.
 * @param real what the made-up statements take their shape from
 * @param glossary the real glossary, to which made-up names are added
 * @param pairs how many sectors and sources there are to be, together
 * @param size how many statements
 * @returns the same for the same arguments
 */
export function synthesizeGuide(real: SearchCorpus, glossary: readonly unknown[], pairs: number, size = pairs * statementsAPage): SeedFiles {
	const next = random(pairs);
	const below = (limit: number): number => Math.floor(next() * limit);
	const sectorCount = Math.max(3, Math.round(pairs * sectorShare));
	const documentCount = pairs - sectorCount;
	const { statements, entries } = synthesize(real, size);
	const made = entries.slice(real.entries.length);
	const places = made.filter(({ category }) => category === 'place');
	const inPlace = (number: number): Localized<string> => {
		const topic = topics[number % topics.length] ?? localize(() => '');
		const place = places[Math.floor(number / topics.length) % Math.max(1, places.length)];
		const forms: Localized<(place: string) => string> = { en: (name) => `${capital(topic.en)} in ${name}`, ja: (name) => `${name}の${topic.ja}` };
		return localize((lang) => (number < topics.length || !place ? capital(topic[lang]) : forms[lang](place.name[lang])));
	};
	const sectors = Array.from({ length: sectorCount }, (_, number) => {
		const name = inPlace(number);
		const described: Localized<string> = { en: `What the sources say about ${name.en.toLowerCase()}: agreements, plants, research and the people who are trained.`, ja: `${name.ja}について、合意、工場、研究、人材の育成など、資料の伝える事実を扱う。` };
		return { id: `sector-${number}`, name, description: described, priority: number % 5 === 0, related: [1, 2].map((step) => `sector-${(number + step) % sectorCount}`).filter((id) => id !== `sector-${number}`) };
	});
	const upTo = (number: number): number => Math.round((number * statements.length) / documentCount);
	const documents = Array.from({ length: documentCount }, (_, number) => {
		const own = statements.slice(upTo(number), upTo(number + 1));
		const about = inPlace(number);
		const title: Localized<string> = { en: `Report ${number + 1}: ${about.en.toLowerCase()} between India and Japan`, ja: `報告${number + 1}：日印間の${about.ja}` };
		// A document is about a few fields.
		const fields = [below(sectorCount), below(sectorCount), below(sectorCount)];
		return {
			id: `report-${number + 1}`,
			kind: 'newspaper-article',
			language: langs[number % langs.length],
			title,
			shortTitle: { en: `Made-up paper, report ${number + 1}`, ja: `架空の新聞、報告${number + 1}` },
			publisher: { en: 'Made-up paper', ja: '架空の新聞' },
			published: { date: `20${20 + (number % 6)}-0${1 + (number % 9)}-1${number % 10}`, certainty: 'stated' },
			original: { file: `report-${number + 1}.txt`, sha256: number.toString(16).padStart(64, '0'), lines: own.length * 2 + 2 },
			rights: { en: 'Made up for measuring.', ja: '計測のための架空の文書である。' },
			about: { en: `A made-up report on ${about.en.toLowerCase()}. It tells of agreements, plants and training, and names who reported them.`, ja: `${about.ja}についての架空の報告である。合意、工場、研修を伝え、誰の報告によるかを記す。` },
			statements: own.map(({ id, text, kind, status, parties, places: where }, index) => ({
				id,
				lines: [index * 2 + 1, index * 2 + 1],
				sector: `sector-${fields[below(fields.length)] ?? 0}`,
				...(next() < 0.3 ? { also: [`sector-${below(sectorCount)}`] } : {}),
				kind,
				status,
				...(next() < 0.25 ? { when: `20${15 + below(15)}-0${1 + below(9)}` } : {}),
				parties: [...new Set(parties)],
				places: where,
				...(next() < 0.1 ? { amounts: [{ value: `${1 + below(900)} billion`, unit: 'JPY', money: 'investment', bound: 'up-to', what: { en: 'Planned investment', ja: '計画された投資額' } }] } : {}),
				text,
				...(next() < 0.25 ? { note: { en: 'The headline gives a round figure; the article itself names the exact one.', ja: '見出しは概数を示し、記事本文が正確な数値を挙げている。' } } : {}),
			})).map((statement) => ({ ...statement, also: (statement.also ?? []).filter((id) => id !== statement.sector) })),
		};
	});
	const differences = documents.filter((_, number) => number % 10 === 1).map(({ statements: [first, second] }, number) => ({
		id: `difference-${number}`,
		kind: number % 2 === 0 ? 'disagreement' : 'confusion',
		title: { en: `Two accounts, number ${number}`, ja: `2つの説明、その${number}` },
		text: { en: 'One sentence says that it was decided, the other that it is still talked about.', ja: '一方は決まったとし、他方は協議中だとする。' },
		statements: [first, second].flatMap((statement) => (statement ? [statement.id] : [])),
	}));
	return new Map<string, unknown>([
		['sectors.yaml', sectors],
		['glossary.yaml', [...glossary, ...made.map(({ id, category, name }) => ({ id, category, name, rendering: 'ours' }))]],
		['differences.yaml', differences],
		['translations.lock.json', {}],
		...documents.map((document) => [`documents/${document.id}.yaml`, document] as const),
	]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
