import { parseEdtf } from '../model/edtf.ts';
import { langs, localize, type Lang, type Localized } from '../model/languages.ts';
import type { StoredStatement } from '../model/published.ts';
import type { Category, Status, StatementKind } from '../model/vocabulary.ts';
import type { Entry, Label, SearchCorpus, Section } from './corpus.ts';
import { gaps } from './fold.ts';
import { groupsOf } from './groups.ts';
import { romaji } from './kana.ts';
import { mentions, type Mention, type NameTable } from './names.ts';
import { ignoredWords } from './stopwords.ts';
import { aliasToken, border, entryToken, figureTokens, groupToken, indexTokens, pairToken, solidTokens, typeToken, type Level } from './tokens.ts';
import type { FacetName } from './types.ts';
import { joinedKey, toUnits, type Unit } from './units.ts';
import { wordsIn, type Row } from './vocabulary.ts';

/** From the corpus to the records of the index: their tokens, their filters, and what a result shows. */

/** Where an entry of the glossary is named in a text: ranges of UTF-16 units. */
export type Named = readonly (readonly [from: number, to: number, id: string])[];

interface StoredText {
	readonly text: string;
	readonly named: Named;
}

/** What a result is drawn from; it travels in the record's fragment. */
export type StoredRecord =
	| {
			readonly type: 'statement';
			readonly id: string;
			readonly path: Localized<string>;
			readonly text: Localized<StoredText>;
			readonly sector: string;
			readonly kind: StatementKind;
			readonly status: Status;
			readonly label: Localized<{ readonly sector: string; readonly source: string; readonly date: string }>;
	  }
	| { readonly type: 'term'; readonly id: string; readonly category: Category; readonly path: Localized<string>; readonly title: Localized<string>; readonly text: Localized<StoredText> }
	| { readonly type: 'page'; readonly id: string; readonly path: Partial<Localized<string>>; readonly title: Partial<Localized<string>>; readonly text: Partial<Localized<StoredText>> };

export interface IndexRecord {
	readonly key: string;
	readonly tokens: readonly string[];
	readonly filters: Readonly<Partial<Record<FacetName, string[]>>>;
	readonly stored: StoredRecord;
	/** The words of its texts, for the list of all of them. */
	readonly words: readonly Row[];
}

/** The names of an entry in all the ways in which a reader may write them. */
function namesOf(entry: Entry): { name: string; abbreviation: boolean }[] {
	const full = [
		...langs.flatMap((lang) => [entry.name[lang], ...entry.aliases[lang]]),
		...entry.reading,
		...entry.reading.flatMap(romaji),
		...entry.romaji,
		...entry.misspellings,
	];
	const short = full.flatMap((name) => shortForms.filter(([ending]) => ending.test(name)).map(([ending]) => name.replace(ending, '')));
	return [
		...[...full, ...(entry.category === 'place' || entry.category === 'company' ? short : [])].map((name) => ({ name, abbreviation: isAbbreviation(name) })),
		...entry.abbreviations.map((name) => ({ name, abbreviation: true })),
	];
}

const isAbbreviation = (name: string): boolean => /^[A-Z][A-Za-z]{0,5}$/.test(name) && /[A-Z].*[A-Z]/.test(name);

/** What a name is often written without. */
const shortForms: readonly (readonly [RegExp])[] = [
	[/(?<=..)[州県市]$/u],
	[/(?<=..)(?:しゅう|けん|し|ふ)$/u],
	[/(?<=...)-?(?:shu|ken)$/],
	[/ (?:Prefecture|district|state)$/],
	[/,? (?:Corporation|Limited|Ltd\.?|Co\.?,? Ltd\.?|Inc\.?|Private Limited|Company)$/],
];

export interface Names extends NameTable {
	/** Name → entries, in the order of the names. */
	readonly table: ReadonlyMap<string, readonly string[]>;
	/** Names that count in a text only where they are written in capitals: ITS is not its. */
	readonly cased: ReadonlySet<string>;
	/** Entries that are still meant inside a longer name: hydrogen in green hydrogen, but not Osaka in Osaka Gas. */
	readonly terms: ReadonlySet<string>;
	/** What a text must hold to tell of an entry without its name: for each entry, the words of its names. */
	readonly parts: ReadonlyMap<string, readonly Part[]>;
}

/** Names of several words, a name a language: the stems of its words, or runs of characters. */
type Part = { readonly words: readonly string[] } | { readonly runs: readonly string[] };

/** The parts of a name; none where it has but one. */
function partsOf(name: string, names: NameTable): Part[] {
	const units = toUnits(name);
	if (units.every(({ kind }) => kind === 'word')) {
		const words = units.map(({ key }) => key).filter((key) => !ignoredWords.has(key));
		return words.length > 1 ? [{ words }] : [];
	}
	// Cut at the names inside, and where the kind of character changes.
	const inner = mentions(units, { ...names, longest: Math.min(names.longest, joinedKey(units).length - 1) });
	const borders = new Set([...inner.flatMap(({ from, to }) => [from, to]), ...units.flatMap((unit, at) => (unit.script === units[at - 1]?.script && unit.gap === gaps.none ? [] : [at]))]);
	const runs = units.reduce<string[]>((found, unit, at) => (borders.has(at) || found.length === 0 ? [...found, unit.key] : [...found.slice(0, -1), (found.at(-1) ?? '') + unit.key]), []);
	return runs.length > 1 && runs.every((run) => run.length > 1) ? [{ runs }] : [];
}

/** The same as {@link Names}, as JSON can hold it. */
export interface ListedNames {
	readonly table: readonly (readonly [key: string, ids: readonly string[]])[];
	readonly cased: readonly string[];
	readonly terms: readonly string[];
	readonly parts: readonly (readonly [id: string, parts: readonly Part[]])[];
}

/** All names of the glossary. */
export function listNames(entries: readonly Entry[]): ListedNames {
	const table = new Map<string, Set<string>>();
	const cased = new Map<string, boolean>();
	for (const entry of entries) {
		for (const { name, abbreviation } of namesOf(entry)) {
			const key = joinedKey(toUnits(name));
			if (key.length < 2) continue;
			cased.set(key, (cased.get(key) ?? true) && abbreviation);
			table.set(key, (table.get(key) ?? new Set()).add(entry.id));
		}
	}
	const sorted = [...table].map(([key, ids]) => [key, [...ids].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
	const plain = tableOf(sorted);
	return {
		table: sorted,
		cased: [...cased].flatMap(([key, is]) => (is ? [key] : [])),
		terms: entries.filter(({ category }) => ['term', 'programme', 'agreement'].includes(category)).map(({ id }) => id),
		parts: entries.filter(({ category }) => category === 'term').map((entry) => [entry.id, langs.flatMap((lang) => partsOf(entry.name[lang], plain))] as const),
	};
}

export const namesIn = ({ table, cased, terms, parts }: ListedNames): Names => ({ ...tableOf(table), cased: new Set(cased), terms: new Set(terms), parts: new Map(parts) });

function tableOf(sorted: ListedNames['table']): NameTable & Pick<Names, 'table'> {
	const table = new Map(sorted);
	const beginnings = new Set(sorted.flatMap(([key]) => Array.from({ length: key.length }, (_, at) => key.slice(0, at + 1))));
	return { table, get: (key) => table.get(key), longest: Math.max(0, ...sorted.map(([key]) => key.length)), begins: (key) => beginnings.has(key) };
}

/** The names in a text. */
function mentionsIn(text: string, units: readonly Unit[], names: Names): Mention[] {
	return mentions(units, names).filter(({ from, to }) => {
		const raw = text.slice(units[from]?.from, units[to - 1]?.to);
		return !names.cased.has(joinedKey(units.slice(from, to))) || /\p{Lu}.*\p{Lu}/u.test(raw);
	});
}

const strength: readonly Level[] = ['subject', 'text', 'reference', 'parts'];

/** Whether a text begins with a name: nothing stands before it but words that carry no subject. */
const isFirst = (units: readonly Unit[], found: readonly Mention[], at: number): boolean =>
	found[at] !== undefined && units.slice(0, found[at].from).every(({ key }) => ignoredWords.has(key));

/** Collects the tokens of one record. */
class Tokens {
	readonly #text: string[] = [];
	readonly #joined: string[] = [];
	readonly #entries = new Map<string, Level>();
	readonly #extra = new Set<string>();
	readonly #words = new Set<string>();
	readonly #names: Names;

	constructor(names: Names) {
		this.#names = names;
	}

	/** A text that the record is found by. @returns what a result stores of it */
	add(text: string, level: 'text' | 'reference' = 'text'): StoredText {
		const units = toUnits(text);
		const found = mentionsIn(text, units, this.#names);
		this.#text.push(...indexTokens(units), border, ...solidTokens(units));
		for (const token of figureTokens(units)) this.#extra.add(token);
		for (const unit of units) this.#words.add(unit.key);
		this.#joined.push(joinedKey(units));
		for (const group of groupsOf(units)) this.#extra.add(groupToken(group));
		for (const [at, { ids, nested }] of found.entries()) for (const id of ids) this.refer(id, nested && !this.#names.terms.has(id) ? 'reference' : level === 'text' && !nested && isFirst(units, found, at) ? 'subject' : level);
		for (const { ids, to } of found) {
			if (units[to]?.gap === gaps.hard) continue;
			for (const next of found.filter(({ from }) => from === to)) for (const first of ids) for (const second of next.ids) this.#extra.add(pairToken(first, second));
		}
		return { text, named: found.flatMap(({ from, to, ids }) => ids.map((id) => [units[from]?.from ?? 0, units[to - 1]?.to ?? 0, id] as const)) };
	}

	/** Refers to the terms whose words the texts hold, though not as a name. */
	paraphrases(): void {
		for (const [id, parts] of this.#names.parts) {
			const told = parts.some((part) => ('words' in part ? part.words.every((word) => this.#words.has(word)) : this.#joined.some((text) => part.runs.every((run) => text.includes(run)))));
			if (told && !this.#entries.has(id)) this.#entries.set(id, 'parts');
		}
	}

	/** The strongest level counts. */
	refer(id: string, level: Level): void {
		const before = this.#entries.get(id);
		if (before === undefined || strength.indexOf(level) < strength.indexOf(before)) this.#entries.set(id, level);
	}

	/** Words of names that the text may lack. */
	aliases(words: readonly string[]): void {
		for (const word of words) if (!this.#words.has(word)) this.#extra.add(aliasToken(word));
	}

	mark(token: string): void {
		this.#extra.add(token);
	}

	all(): string[] {
		return [...this.#text, ...[...this.#entries].map(([id, level]) => entryToken(id, level)), ...this.#extra];
	}
}

/** Gives the record that was made of the same before, or makes it. @param of what it is made from, besides names and labels */
export type Recall = (of: unknown, make: () => IndexRecord) => IndexRecord;

/** A record without the words of its texts. */
type Unlisted = Omit<IndexRecord, 'words'>;

/** Makes the records of the index. */
export function makeRecords(corpus: SearchCorpus, names: Names, recall: Recall = (_, make) => make()): IndexRecord[] {
	const entryById = new Map(corpus.entries.map((entry) => [entry.id, entry]));
	const labels = new Map(corpus.labels.map((label) => [`${label.facet} ${label.id}`, label]));
	const recalled = (of: unknown, make: () => Unlisted): IndexRecord =>
		recall(of, () => {
			const record = make();
			return { ...record, words: wordsIn(Object.values(record.stored.text).map(({ text }) => text)) };
		});
	const repeats = Map.groupBy(corpus.statements.filter(({ sameAs }) => sameAs !== undefined), ({ sameAs }) => sameAs ?? '');
	return [
		...corpus.statements
			.filter(({ sameAs }) => sameAs === undefined)
			.map((statement) => {
				const told = repeats.get(statement.id) ?? [];
				return recalled([statement, told], () => statementRecord(statement, told, entryById, labels, names));
			}),
		...corpus.entries.map((entry) => recalled(entry, () => entryRecord(entry, names))),
		...corpus.sections.map((section) => recalled(section, () => sectionRecord(section, names))),
	];
}

const label = (labels: ReadonlyMap<string, Label>, facet: string, id: string, lang: Lang): string => labels.get(`${facet} ${id}`)?.label[lang] ?? id;

const wordsKnown = new WeakMap<Entry, readonly string[]>();

/** The words of all names of an entry, which many statements refer to. */
function wordsOfNames(entry: Entry): readonly string[] {
	let words = wordsKnown.get(entry);
	if (!words) {
		words = [...new Set(namesOf(entry).flatMap(({ name }) => toUnits(name).filter(({ kind, key }) => kind === 'word' && !ignoredWords.has(key)).map(({ key }) => key)))];
		wordsKnown.set(entry, words);
	}
	return words;
}

/** A statement, with the texts of those that tell the same fact. */
function statementRecord(statement: StoredStatement, repeats: readonly StoredStatement[], entries: ReadonlyMap<string, Entry>, labels: ReadonlyMap<string, Label>, names: Names): Unlisted {
	const told = [statement, ...repeats];
	const tokens = new Tokens(names);
	const text = localize((lang) => tokens.add(statement.text[lang]));
	for (const repeat of repeats) for (const lang of langs) tokens.add(repeat.text[lang]);
	tokens.paraphrases();
	const date = localize((lang) => statement.when.map((when) => label(labels, 'date', when, lang)).join(', '));
	for (const each of told) {
		if (each.note) for (const lang of langs) tokens.add(each.note[lang], 'reference');
		for (const id of [...each.parties, ...each.places, ...each.terms]) tokens.refer(id, 'reference');
	}
	for (const lang of langs) if (date[lang] !== '') tokens.add(date[lang], 'reference');
	const references = [...new Set(told.flatMap(({ parties, places, terms }) => [...parties, ...places, ...terms]))];
	for (const entry of references.flatMap((id) => entries.get(id) ?? [])) {
		if (entry.category !== 'country') tokens.aliases(wordsOfNames(entry));
	}
	tokens.mark(typeToken('statement'));
	const sources = [...new Set(told.map(({ source }) => source))];
	return {
		key: `statement/${statement.id}`,
		tokens: tokens.all(),
		filters: {
			sector: [...new Set(told.flatMap(({ sectors }) => sectors))],
			status: [statement.status],
			kind: [statement.kind],
			source: sources,
			organisation: references.filter((id) => ['organisation', 'company'].includes(entries.get(id)?.category ?? '')),
			year: [...new Set(told.flatMap(({ when }) => when).flatMap(yearsOf))].map(String),
		},
		stored: {
			type: 'statement',
			id: statement.id,
			path: statement.path,
			text,
			sector: statement.sector,
			kind: statement.kind,
			status: statement.status,
			label: localize((lang) => ({ sector: label(labels, 'sector', statement.sector, lang), source: sources.map((id) => label(labels, 'source', id, lang)).join(' / '), date: date[lang] })),
		},
	};
}

/** The years that a date names: of an interval both ends, not what lies between. */
function yearsOf(when: string): number[] {
	const date = parseEdtf(when);
	if (!date) return [];
	return [...new Set([date.start?.year, 'end' in date ? date.end?.year : undefined])].filter((year) => year !== undefined);
}

function entryRecord(entry: Entry, names: Names): Unlisted {
	const tokens = new Tokens({ ...names, get: () => undefined, begins: () => false });
	const text = localize((lang): StoredText => ({ text: [...new Set([...entry.abbreviations, ...entry.aliases[lang]])].join(', '), named: [] }));
	// The whole names are in the list of names; here are their words, for a question that holds only some of them.
	for (const lang of langs) for (const name of new Set([entry.name[lang], ...entry.aliases[lang]])) tokens.add(name);
	tokens.mark(entryToken(entry.id, 'name'));
	tokens.mark(typeToken('term'));
	const stored = localize((lang): StoredText => (entry.note ? { text: entry.note[lang], named: [] } : text[lang]));
	return { key: `term/${entry.id}`, tokens: tokens.all(), filters: {}, stored: { type: 'term', id: entry.id, category: entry.category, path: entry.path, title: entry.name, text: stored } };
}

function sectionRecord({ key, versions }: Section, names: Names): Unlisted {
	const tokens = new Tokens(names);
	const present = langs.filter((lang) => versions[lang] !== undefined);
	const pick = <T>(read: (version: { path: string; title: string; text: string }) => T): Partial<Localized<T>> =>
		Object.fromEntries(present.map((lang) => [lang, read(versions[lang] as { path: string; title: string; text: string })]));
	const text = pick((version) => {
		tokens.add(version.title);
		return tokens.add(version.text);
	});
	tokens.mark(typeToken('page'));
	return { key: `page/${key}`, tokens: tokens.all(), filters: {}, stored: { type: 'page', id: key, path: pick(({ path }) => path), title: pick(({ title }) => title), text } };
}

