import type { z } from 'zod';
import type { Lang } from '../../src/model/languages.ts';
import {
	differenceSchema,
	differencesFileSchema,
	documentSchema,
	furnitureSchema,
	glossaryFileSchema,
	headingSchema,
	idSchema,
	sectorSchema,
	sectorsFileSchema,
	statementSchema,
	termSchema,
	type Difference,
	type LocalizedText,
	type Sector,
	type SourceDocument,
	type Statement,
	type Term,
} from '../../src/model/seed.ts';
import { categories, referenceCategories, type Category, type ReferenceField } from '../../src/model/vocabulary.ts';
import { groupBy, type Corpus, type CorpusStatement } from './corpus.ts';
import { compareFigures } from './figures.ts';
import { compare, nearest, type Issue, type IssueCode, type Position } from './issue.ts';
import { seedPassages, type Passage } from './checks/passages.ts';
import { schemaIssues } from './schema-issues.ts';
import { translationState, type Fingerprint, type TranslationLock } from './translations.ts';
import { parseYaml, type ParsedYaml, type TextFile } from './yaml.ts';

/** The seed files, as read. Paths are those that a person would type, for messages. `undefined`: could not be read, which is reported already. */
export interface SeedFiles {
	readonly sectors: TextFile | undefined;
	readonly glossary: TextFile | undefined;
	readonly differences: TextFile | undefined;
	readonly documents: readonly (TextFile | undefined)[];
	readonly lock: TranslationLock;
}

/** A file, as far as its syntax could be read. */
interface Read<T> {
	/** What it says; `undefined` where anything in it is not as the schema wants it. */
	readonly value: T | undefined;
	readonly parsed: ParsedYaml;
	readonly file: string;
}

/**
 * Reads all seeds into one cross-checked corpus.
 * @param fingerprint digests texts for the comparison with the translation lock
 * @param parse reads a file as YAML; what it gives for the same file may be the same
 * @returns every issue found; `corpus` only where there is none; the texts of all files that can be read
 */
export function readSeeds(files: SeedFiles, fingerprint: Fingerprint, parse: typeof parseYaml = parseYaml): { corpus?: Corpus; issues: Issue[]; passages: () => Passage[] } {
	const issues: Issue[] = [];
	const all: ParsedYaml[] = [];
	const passages = (): Passage[] => all.flatMap(seedPassages);
	const read = <T extends z.ZodType>(file: TextFile | undefined, schema: T): Read<z.output<T>> | undefined => {
		if (!file) return undefined;
		if (file.text.trim() === '') {
			issues.push({ file: file.path, line: 1, column: 1, code: 'empty-file', found: 'an empty file', expected: 'a seed', fix: 'write the seed, restore it from version control, or delete the file' });
			return undefined;
		}
		const parsed = parse(file);
		all.push(parsed);
		issues.push(...parsed.issues);
		const result = parsed.data === undefined ? undefined : schema.safeParse(parsed.data);
		if (result?.error) issues.push(...schemaIssues(result.error, schema, parsed));
		return { value: result?.data, parsed, file: file.path };
	};

	const sectors = read(files.sectors, sectorsFileSchema);
	const glossary = read(files.glossary, glossaryFileSchema);
	const differences = read(files.differences, differencesFileSchema);
	const documents = files.documents.map((file) => read(file, documentSchema));
	issues.push(...checkReferences({ sectors, glossary, differences, documents }));

	const values = documents.flatMap((document) => (document?.value ? [{ ...document, value: document.value }] : []));
	if (issues.length > 0 || !sectors?.value || !glossary?.value || !differences?.value || values.length < files.documents.length) return { issues, passages };
	const corpus = buildCorpus(
		{ ...sectors, value: sectors.value },
		{ ...glossary, value: glossary.value },
		{ ...differences, value: differences.value },
		values,
		({ id, text }) => translationState(id, text, files.lock, fingerprint).staleIn,
	);
	return { corpus, issues, passages };
}

type Parsed = Omit<Read<unknown>, 'value'>;

interface ParsedSeeds {
	readonly sectors: Parsed | undefined;
	readonly glossary: Parsed | undefined;
	readonly differences: Parsed | undefined;
	readonly documents: readonly (Read<SourceDocument> | undefined)[];
}

/** What the ids of a list lead to. */
interface Known {
	readonly entries: ReadonlyMap<string, unknown>;
	/** Whether every entry could be read; where one could not, an id may be unknown because it is that one's. */
	readonly complete: boolean;
	/** Whether an id may be that of an entry that could not be read. */
	readonly mayBe: (id: string) => boolean;
}

/**
 * Holds the seeds against each other. A mistake in one entry does not hide those of the others: each
 * entry that is valid on its own is checked.
 */
function checkReferences({ sectors, glossary, differences, documents }: ParsedSeeds): Issue[] {
	const listIn = (file: Parsed | undefined): List => ({ file, path: [], list: file?.parsed.data });
	const statementsIn = documents.map((file): List => ({ file, path: ['statements'], list: fieldsOf(file?.parsed.data)['statements'] }));
	const sectorIds = known([listIn(sectors)], () => true);
	const categoryOf = known([listIn(glossary)], ({ category }) => category);
	const statements = known(statementsIn, ({ sameAs }) => sameAs);
	const check = new ReferenceCheck(sectorIds, categoryOf, statements);
	check.unique(documents.flatMap((file) => (file && isNamedAfter(file, fieldsOf(file.parsed.data)['id']) ? [{ id: fieldsOf(file.parsed.data)['id'], at: () => file.parsed.locate(['id']) }] : [])));
	for (const lists of [statementsIn, [listIn(sectors)], [listIn(glossary)], [listIn(differences)]]) {
		check.unique(lists.flatMap(({ file, path, list }) => (file ? entriesOf(list).map((entry, index) => ({ id: entry['id'], at: () => file.parsed.locate([...path, index, 'id']) })) : [])));
	}
	for (const document of documents) if (document) check.document(document);
	if (sectors) check.sectors(sectors);
	if (glossary) check.glossary(glossary);
	if (differences) check.differences(differences);
	return check.issues;
}

/** A list of entries, and where it stands. */
interface List {
	readonly file: Parsed | undefined;
	readonly path: readonly PropertyKey[];
	readonly list: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (data: unknown): Fields => (typeof data === 'object' && data !== null ? (data as Fields) : {});

const entriesOf = (list: unknown): Fields[] => (Array.isArray(list) ? list.map(fieldsOf) : []);

function known(lists: readonly List[], of: (entry: Fields) => unknown): Known {
	const entries = lists.flatMap(({ list }) => entriesOf(list));
	const unread = lists.some(({ file, list }) => !file || (entriesOf(list).length === 0 && file.parsed.leftOut.length === 0));
	const leftOut = lists.flatMap(({ file }) => file?.parsed.leftOut ?? []);
	const ids = entries.map(({ id }) => (typeof id === 'string' ? id : undefined));
	const isRight = (id: string | undefined): boolean => idSchema.safeParse(id).success;
	const wrong = ids.filter((id) => !isRight(id));
	return {
		// Of two entries with one id, the first is the one that is meant.
		entries: new Map(entries.flatMap((entry, index) => (isRight(ids[index]) ? [[ids[index] ?? '', of(entry)] as const] : [])).reverse()),
		complete: !unread && leftOut.length === 0 && wrong.length === 0,
		mayBe: (id) => unread || leftOut.some((entry) => entry.includes(id)) || wrong.some((other) => other === undefined || nearest(id, [other]) !== undefined),
	};
}

/**
 * The entries of a list that are valid on their own.
 * @param known the entries where all of them are known to be valid
 */
const valid = <T extends z.ZodType>(list: unknown, schema: T, known?: readonly z.output<T>[]): { value: z.output<T>; index: number }[] =>
	known?.map((value, index) => ({ value, index })) ?? entriesOf(list).flatMap((entry, index) => {
		const result = schema.safeParse(entry);
		return result.success ? [{ value: result.data, index }] : [];
	});

const isNamedAfter = ({ file }: Pick<Parsed, 'file'>, id: unknown): boolean => typeof id === 'string' && file.endsWith(`/${id}.yaml`);

/** Where something stands: asked only of what is wrong. */
type Place = () => Position;

class ReferenceCheck {
	readonly issues: Issue[] = [];
	readonly #sectors: Known;
	readonly #glossary: Known;
	readonly #statements: Known;

	constructor(sectors: Known, glossary: Known, statements: Known) {
		this.#sectors = sectors;
		this.#glossary = glossary;
		this.#statements = statements;
	}

	document({ parsed, file, value }: Read<SourceDocument>): void {
		const data = fieldsOf(parsed.data);
		const { id, original } = documentSchema.shape;
		const [name, lines] = [id.safeParse(data['id']), original.shape.lines.safeParse(fieldsOf(data['original'])['lines'])];
		const last = lines.data ?? Infinity;
		if (name.success && !isNamedAfter({ file }, name.data)) {
			this.#say(() => parsed.locate(['id']), 'file-name', `the document \`${name.data}\` in ${file}`, `a file named ${name.data}.yaml`, 'rename the file, or correct the id');
		}
		for (const field of ['title', 'shortTitle', 'publisher', 'author', 'rights', 'about', 'note'] as const) this.#figures(documentSchema.shape[field].safeParse(data[field]).data, parsed, [field]);
		this.#figures(documentSchema.shape.published.shape.note.safeParse(fieldsOf(data['published'])['note']).data, parsed, ['published', 'note']);

		const owned: { from: number; to: number; owner: string }[] = [];
		const overlaps = (from: number, to: number, owner: string, at: Place): boolean => {
			const other = owned.find((range) => from <= range.to && to >= range.from);
			if (other) this.#say(at, 'lines-overlap', `${owner} on a line that is listed as ${other.owner}`, 'each line to be one or the other', 'correct the lines, or remove them from the other list');
			return other !== undefined;
		};
		const own = (from: number, to: number, owner: string, at: Place): void => {
			this.#inside(from, to, last, at);
			overlaps(from, to, owner, at);
			owned.push({ from, to, owner });
		};
		for (const { value: { lines: [from, to] }, index } of valid(data['furniture'], furnitureSchema)) own(from, to, 'furniture', () => parsed.locate(['furniture', index, 'lines']));
		for (const { value: { line, text }, index } of valid(data['headings'], headingSchema)) {
			own(line, line, 'a heading', () => parsed.locate(['headings', index, 'line']));
			this.#figures(text, parsed, ['headings', index, 'text']);
		}
		for (const { value: statement, index } of valid(data['statements'], statementSchema, value?.statements)) {
			const path = ['statements', index];
			const at = (...rest: PropertyKey[]): Place => () => parsed.locate([...path, ...rest]);
			const [from, to] = statement.lines;
			this.#inside(from, to, last, at('lines'));
			// Furniture may stand inside a statement (a page number), but not where it begins or ends.
			if (!overlaps(from, from, 'a statement', at('lines'))) overlaps(to, to, 'a statement', at('lines'));
			const named = [statement.sector, ...statement.also];
			named.forEach((sector, i) => {
				const place = i === 0 ? at('sector') : at('also', i - 1);
				if (named.indexOf(sector) < i) this.#twice(`the sector \`${sector}\``, place);
				else this.#known(sector, this.#sectors, place, 'unknown-sector', 'a sector', 'sectors.yaml');
			});
			for (const field of Object.keys(referenceCategories) as ReferenceField[]) this.#references(statement[field], field, (i) => at(field, i));
			if (statement.sameAs !== undefined) this.#sameAs(statement.id, statement.sameAs, at('sameAs'));
			this.#figures(statement.text, parsed, [...path, 'text']);
			this.#figures(statement.note, parsed, [...path, 'note']);
			statement.amounts.forEach(({ what }, amount) => this.#figures(what, parsed, [...path, 'amounts', amount, 'what']));
		}
	}

	sectors({ parsed }: Parsed): void {
		for (const { value: { id, related, name, description }, index } of valid(parsed.data, sectorSchema)) {
			related.forEach((other, i) => {
				const at = (): Position => parsed.locate([index, 'related', i]);
				if ([id, ...related].indexOf(other) <= i) this.#twice(`the sector \`${other}\``, at);
				else this.#known(other, this.#sectors, at, 'unknown-sector', 'a sector', 'sectors.yaml');
			});
			this.#figures(name, parsed, [index, 'name']);
			this.#figures(description, parsed, [index, 'description']);
		}
	}

	glossary({ parsed }: Parsed): void {
		for (const { value: { country, within, note }, index } of valid(parsed.data, termSchema)) {
			if (country !== undefined) {
				const category = this.#glossary.entries.get(country);
				const at = (): Position => parsed.locate([index, 'country']);
				if (categories.includes(category as Category) && category !== 'country') this.#say(at, 'wrong-category', `\`${country}\`, which is a ${category as Category}, as the country`, 'an entry of the category country', 'write the country, and `within` for what is smaller');
				else this.#known(country, this.#glossary, at, 'unknown-place', 'a country', 'glossary.yaml');
			}
			if (within !== undefined) this.#known(within, this.#glossary, () => parsed.locate([index, 'within']), 'unknown-term', 'a glossary entry', 'glossary.yaml');
			this.#figures(note, parsed, [index, 'note']);
		}
	}

	differences({ parsed }: Parsed): void {
		for (const { value: difference, index } of valid(parsed.data, differenceSchema)) {
			for (const field of ['title', 'text', 'note'] as const) this.#figures(difference[field], parsed, [index, field]);
			difference.statements.forEach((id, i) => {
				const at = (): Position => parsed.locate([index, 'statements', i]);
				if (difference.statements.indexOf(id) < i) this.#twice(`\`${id}\``, at);
				else this.#known(id, this.#statements, at, 'unknown-statement', 'a statement', 'any document');
			});
		}
	}

	unique(entries: readonly { id: unknown; at: Place }[]): void {
		const first = new Map<unknown, Place>();
		for (const { id, at } of entries) {
			if (typeof id !== 'string') continue;
			const earlier = first.get(id);
			if (earlier) this.#say(at, 'duplicate-id', `the id \`${id}\` again`, `an id used once; it stands at ${earlier().file}:${earlier().line}`, 'choose another id for the newer one');
			else first.set(id, at);
		}
	}

	#say(at: Place, code: IssueCode, found: string, expected: string, fix: string, detail?: string): void {
		this.issues.push({ ...at(), code, found, expected, fix, ...(detail === undefined ? {} : { detail }) });
	}

	#twice(what: string, at: Place): void {
		this.#say(at, 'repeated-reference', `${what} twice`, 'each entry once', 'remove it here');
	}

	/** @param what with its article, and `where` without one: “a sector” of “sectors.yaml” */
	#known(id: string, { entries, complete, mayBe }: Known, at: Place, code: IssueCode, what: string, where: string): void {
		if (entries.has(id)) return;
		// Looked for only now: comparing an id with all others takes a while.
		const meant = nearest(id, entries.keys());
		if (!complete && (meant === undefined || mayBe(id))) return;
		this.#say(at, code, `unknown ${what.replace(/^an? /, '')} \`${id}\``, `${what} of ${where}`, meant ? `write \`${meant}\`` : `correct the id, or add it to ${where}`);
	}

	#references(ids: readonly string[], field: ReferenceField, at: (index: number) => Place): void {
		const allowed: readonly unknown[] = referenceCategories[field];
		const code = ({ parties: 'unknown-party', places: 'unknown-place', terms: 'unknown-term' } as const)[field];
		ids.forEach((id, index) => {
			const category = this.#glossary.entries.get(id);
			if (ids.indexOf(id) < index) this.#twice(`\`${id}\``, at(index));
			else if (!categories.includes(category as Category)) this.#known(id, this.#glossary, at(index), code, 'a glossary entry', 'glossary.yaml');
			else if (!allowed.includes(category)) {
				const home = (Object.keys(referenceCategories) as ReferenceField[]).find((other) => (referenceCategories[other] as readonly unknown[]).includes(category));
				this.#say(at(index), 'wrong-category', `\`${id}\`, which is a ${category as Category}, in \`${field}\``, `one of ${allowed.join(', ')}`, `move it to \`${home}\``);
			}
		});
	}

	#sameAs(id: string, target: string, at: Place): void {
		const next = this.#statements.entries.get(target);
		if (target === id || typeof next === 'string') {
			this.#say(at, 'same-as-itself', `\`sameAs: ${target}\``, 'a statement that has no `sameAs` of its own', typeof next === 'string' && next !== id && target !== id ? `write \`${next}\`` : 'name the statement that is to be shown, or remove the field');
		} else this.#known(target, this.#statements, at, 'unknown-statement', 'a statement', 'any document');
	}

	#inside(from: number, to: number, last: number, at: Place): void {
		if (to > last) this.#say(at, 'lines-outside', from === to ? `line ${from}` : `lines ${from}–${to}`, `lines from 1 to ${last}, which the original has`, 'correct the range');
	}

	/** One issue a text, at the first figure that has no equal, with the places of the others. */
	#figures(text: LocalizedText | undefined, parsed: ParsedYaml, path: readonly PropertyKey[]): void {
		if (!text) return;
		const places = compareFigures(text).map(({ lang, figure, missingIn }) => {
			const place = parsed.locateWords([...path, lang], figure.text);
			return { place, says: `“${figure.text}” (${figure.key}) of the \`${lang}\` text, which the \`${missingIn}\` text does not have` };
		});
		const [first, ...others] = places;
		if (!first) return;
		const detail = others.map(({ place, says }) => `\t${place.file}:${place.line}:${place.column}  ${says}`).join('\n');
		this.#say(() => first.place, 'figures-differ', first.says, 'the same figures, dates and units in every language', 'correct the figure that is wrong, or add the one that is missing', detail || undefined);
	}
}

/** A file that is as the schema wants it. */
type Valid<T> = Parsed & { readonly value: T };

/** A statement knows where it stands by a way that all share: a getter of its own would take more room than the statement. */
class Placed {
	readonly document: SourceDocument;
	readonly #locate: ParsedYaml['locate'];
	readonly #index: number;

	constructor(document: SourceDocument, locate: ParsedYaml['locate'], index: number) {
		this.document = document;
		this.#locate = locate;
		this.#index = index;
	}

	get position(): Position {
		return this.#locate(['statements', this.#index]);
	}
}

const placed = (statement: Statement, document: SourceDocument, locate: ParsedYaml['locate'], index: number): CorpusStatement => Object.assign(new Placed(document, locate, index), statement);

/** A document with statements that know where they stand. */
function withPlaces({ value, parsed: { locate } }: Valid<SourceDocument>): { document: SourceDocument; statements: CorpusStatement[] } {
	const statements: CorpusStatement[] = [];
	const document: SourceDocument = { ...value, statements };
	for (const [index, statement] of value.statements.entries()) statements.push(placed(statement, document, locate, index));
	return { document, statements };
}

function buildCorpus(sectors: Valid<Sector[]>, glossary: Valid<Term[]>, differences: Valid<Difference[]>, documents: readonly Valid<SourceDocument>[], staleIn: (statement: Statement) => Lang[]): Corpus {
	const ordered = [...documents].sort((a, b) => compare(a.value.id, b.value.id));
	const placedIn = ordered.map(withPlaces);
	const statements = placedIn.flatMap((each) => each.statements);
	const statementById = new Map(statements.map((statement) => [statement.id, statement]));
	const stale = statements.map((statement) => [statement.id, staleIn(statement)] as const).filter(([, older]) => older.length > 0);
	return {
		documents: placedIn.map(({ document }) => document),
		sectors: sectors.value,
		glossary: glossary.value,
		differences: differences.value,
		statements,
		statementById,
		sectorById: new Map(sectors.value.map((sector) => [sector.id, sector])),
		termById: new Map(glossary.value.map((term) => [term.id, term])),
		duplicatesOf: groupBy(statements.filter(({ sameAs }) => sameAs !== undefined), ({ sameAs }) => sameAs as string),
		differencesOf: groupBy(differences.value, ({ statements: concerned }) => concerned),
		staleIn: new Map(stale),
		positionOf: createPositionOf(statementById, placesOf(sectors, glossary, differences, ordered)),
		fileOf: new Map(ordered.map(({ value }) => [value.id, `seeds/documents/${value.id}.yaml`])),
	};
}

/** Where the entries stand that are no statements. */
function placesOf(sectors: Valid<Sector[]>, glossary: Valid<Term[]>, differences: Valid<Difference[]>, documents: readonly Valid<SourceDocument>[]): ReadonlyMap<string, Place> {
	const places = new Map<string, Place>();
	for (const [kind, { value, parsed: { locate } }] of [['sector', sectors], ['term', glossary], ['difference', differences]] as const) {
		value.forEach(({ id }, index) => places.set(`${kind} ${id}`, () => locate([index])));
	}
	for (const { value, parsed: { locate } } of documents) places.set(`document ${value.id}`, () => locate([]));
	return places;
}

/** Made apart from the corpus: what a function can see is held as long as it is, and the corpus is made from all that was read. */
const createPositionOf = (statementById: Corpus['statementById'], places: ReadonlyMap<string, Place>): Corpus['positionOf'] =>
	(entry) => (entry.startsWith('statement ') ? statementById.get(entry.slice('statement '.length))?.position : places.get(entry)?.());
