import { langs, localize, type Localized } from '../../src/model/languages.ts';
import type { SearchCorpus } from '../../src/search/corpus.ts';
import { random, synthesize, topics } from './synthetic.ts';

/** The seeds of a guide of any size, for measuring builds and convert: documents and sectors made from made-up statements. */

/** Seed files by their path below `seeds/`, as values that YAML can hold. */
export type SeedFiles = ReadonlyMap<string, unknown>;

/** How much there is of everything. */
export interface GuideSize {
	readonly sectors: number;
	readonly documents: number;
	readonly statements: number;
	readonly differences: number;
	/** In the glossary. Where they are fewer than the real ones, some of these are left out. */
	readonly names: number;
}

/** The least that pages can be made from: a source is as long as a real one, and names of each kind are there. */
const least = { sectors: 2, documents: 1, differences: 1, names: 60 } as const;

/**
 * A guide as large as the real one, times a factor: all of it grows alike, so that a page holds as much as a real one.
 * @param real how much there is in the real guide
 */
export function sizeOf(real: GuideSize, factor: number): GuideSize {
	const times = (of: keyof GuideSize, atLeast = 0): number => Math.max(atLeast, Math.round(real[of] * factor));
	const documents = times('documents', least.documents);
	const statements = times('statements', Math.round(real.statements / real.documents) * documents);
	return { sectors: times('sectors', least.sectors), documents, statements, differences: times('differences', least.differences), names: times('names', least.names) };
}

/** An entry of the glossary, as far as it is looked at here. */
export interface GlossaryEntry {
	readonly id: string;
	readonly within?: string;
	readonly country?: string;
}

/** Some of the entries, from everywhere in the glossary, with those that they name. */
function someOf(glossary: readonly GlossaryEntry[], count: number): readonly GlossaryEntry[] {
	if (count >= glossary.length) return glossary;
	const byId = new Map(glossary.map((entry) => [entry.id, entry]));
	const kept = new Set<GlossaryEntry>();
	const keep = (entry: GlossaryEntry | undefined): void => {
		if (!entry || kept.has(entry)) return;
		kept.add(entry);
		for (const id of [entry.within, entry.country]) keep(byId.get(id ?? ''));
	};
	for (let at = 0; at < count; at += 1) keep(glossary[Math.floor((at * glossary.length) / count)]);
	return glossary.filter((entry) => kept.has(entry));
}

/**
 * Makes seeds for a guide of any size.
 * @param real what the made-up statements take their shape from
 * @param glossary the real glossary, to which made-up names are added
 * @returns the same for the same arguments
 */
export function synthesizeGuide(real: SearchCorpus, glossary: readonly GlossaryEntry[], size: GuideSize): SeedFiles {
	const { sectors: sectorCount, documents: documentCount } = size;
	const next = random(sectorCount + documentCount);
	const below = (limit: number): number => Math.floor(next() * limit);
	const terms = someOf(glossary, size.names);
	const ids = new Set(terms.map(({ id }) => id));
	const known = real.entries.filter(({ id }) => ids.has(id));
	const { statements, entries } = synthesize({ ...real, entries: known }, size.statements, 1, Math.max(0, size.names - terms.length));
	const made = entries.slice(known.length);
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
	const differences = Array.from({ length: size.differences }, (_, number) => ({
		id: `difference-${number}`,
		kind: number % 2 === 0 ? 'disagreement' : 'confusion',
		title: { en: `Two accounts, number ${number}`, ja: `2つの説明、その${number}` },
		text: { en: 'One sentence says that it was decided, the other that it is still talked about.', ja: '一方は決まったとし、他方は協議中だとする。' },
		statements: statements.slice(Math.floor((number * (statements.length - 1)) / size.differences)).slice(0, 2).map(({ id }) => id),
	}));
	return new Map<string, unknown>([
		['sectors.yaml', sectors],
		['glossary.yaml', [...terms, ...made.map(({ id, category, name }) => ({ id, category, name, rendering: 'ours' }))]],
		['differences.yaml', differences],
		['translations.lock.json', {}],
		...documents.map((document) => [`documents/${document.id}.yaml`, document] as const),
	]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
