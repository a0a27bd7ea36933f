import type { z } from 'zod';
import type { Lang } from '../../src/model/languages.ts';
import {
	differencesFileSchema,
	documentSchema,
	glossaryFileSchema,
	sectorsFileSchema,
	type Difference,
	type LocalizedText,
	type Sector,
	type SourceDocument,
	type Statement,
	type Term,
} from '../../src/model/seed.ts';
import { referenceCategories, type ReferenceField } from '../../src/model/vocabulary.ts';
import { groupBy, type Corpus, type CorpusStatement, type EntryKind } from './corpus.ts';
import { compareFigures } from './figures.ts';
import { compare, nearest, type Issue, type IssueCode, type Position } from './issue.ts';
import { schemaIssues } from './schema-issues.ts';
import { translationState, type Fingerprint, type TranslationLock } from './translations.ts';
import { parseYaml, type ParsedYaml, type TextFile } from './yaml.ts';

/** The seed files, as read. Paths are those that a person would type, for messages. */
export interface SeedFiles {
	readonly sectors: TextFile;
	readonly glossary: TextFile;
	readonly differences: TextFile;
	readonly documents: readonly TextFile[];
	readonly lock: TranslationLock;
}

interface Read<T> {
	readonly value: T;
	readonly parsed: ParsedYaml;
	readonly file: string;
}

/**
 * Reads all seeds into one cross-checked corpus.
 * @param fingerprint digests texts for the comparison with the translation lock
 * @returns every issue found; `corpus` only where there is none.
 */
export function readSeeds(files: SeedFiles, fingerprint: Fingerprint): { corpus?: Corpus; issues: Issue[] } {
	const issues: Issue[] = [];
	const read = <T extends z.ZodType>(file: TextFile, schema: T): Read<z.output<T>> | undefined => {
		if (file.text.trim() === '') {
			issues.push({ file: file.path, line: 1, column: 1, code: 'empty-file', found: 'an empty file', expected: 'a seed', fix: 'write the seed, restore it from version control, or delete the file' });
			return undefined;
		}
		const parsed = parseYaml(file);
		issues.push(...parsed.issues, ...unfitCharacters(file));
		if (parsed.issues.length > 0) return undefined;
		const result = schema.safeParse(parsed.data);
		if (result.success) return { value: result.data, parsed, file: file.path };
		issues.push(...schemaIssues(result.error, schema, parsed));
		return undefined;
	};

	const sectors = read(files.sectors, sectorsFileSchema);
	const glossary = read(files.glossary, glossaryFileSchema);
	const differences = read(files.differences, differencesFileSchema);
	const documents = files.documents.map((file) => read(file, documentSchema));
	const readable = documents.filter((document) => document !== undefined);
	// A reference can only be judged where the file it points into could be read.
	const check = new ReferenceCheck(issues);
	check.documents(readable, sectors?.value, glossary?.value);
	if (sectors) check.sectors(sectors);
	if (glossary) check.glossary(glossary);
	if (differences) check.differences(differences, readable.length === documents.length);

	if (issues.length > 0 || !sectors || !glossary || !differences || readable.length < documents.length) return { issues };
	return { corpus: buildCorpus(sectors, glossary, differences, readable, ({ id, text }) => translationState(id, text, files.lock, fingerprint).staleIn), issues };
}

class ReferenceCheck {
	readonly #issues: Issue[];
	readonly #statements = new Map<string, { sameAs: string | undefined }>();

	constructor(issues: Issue[]) {
		this.#issues = issues;
	}

	documents(documents: readonly Read<SourceDocument>[], sectors: readonly Sector[] | undefined, glossary: readonly Term[] | undefined): void {
		const sectorIds = sectors && new Set(sectors.map(({ id }) => id));
		const categories = glossary && new Map(glossary.map(({ id, category }) => [id, category]));
		this.#unique(documents.map(({ value, parsed }) => ({ id: value.id, at: parsed.locate(['id']) })));
		this.#unique(documents.flatMap(({ value, parsed }) => value.statements.map(({ id }, index) => ({ id, at: parsed.locate(['statements', index, 'id']) }))));
		for (const { value } of documents) for (const { id, sameAs } of value.statements) this.#statements.set(id, { sameAs });

		for (const { value: document, parsed, file } of documents) {
			if (!file.endsWith(`/${document.id}.yaml`)) {
				this.#say(parsed.locate(['id']), 'file-name', `the document \`${document.id}\` in ${file}`, `a file named ${document.id}.yaml`, 'rename the file, or correct the id');
			}
			const lineOwner = new Map<number, string>();
			document.furniture.forEach(({ lines }, index) => {
				this.#inside(lines, document, parsed.locate(['furniture', index, 'lines']));
				for (let line = lines[0]; line <= lines[1]; line += 1) lineOwner.set(line, 'furniture');
			});
			document.headings.forEach(({ line, text }, index) => {
				this.#inside([line, line], document, parsed.locate(['headings', index, 'line']));
				lineOwner.set(line, 'a heading');
				this.#figures(text, parsed, ['headings', index, 'text']);
			});
			for (const field of ['title', 'shortTitle', 'about', 'note'] as const) {
				const text = document[field];
				if (text) this.#figures(text, parsed, [field]);
			}
			document.statements.forEach((statement, index) => {
				const path = ['statements', index];
				const at = (...rest: PropertyKey[]): Position => parsed.locate([...path, ...rest]);
				this.#inside(statement.lines, document, at('lines'));
				const owner = lineOwner.get(statement.lines[0]) ?? lineOwner.get(statement.lines[1]);
				if (owner) this.#say(at('lines'), 'lines-overlap', `a statement on a line that is listed as ${owner}`, 'each line to be one or the other', 'correct `lines`, or remove the line from the other list');
				const named = [statement.sector, ...statement.also];
				named.forEach((sector, sectorIndex) => {
					const place = sectorIndex === 0 ? at('sector') : at('also', sectorIndex - 1);
					if (named.indexOf(sector) < sectorIndex) this.#say(place, 'repeated-reference', `the sector \`${sector}\` twice`, 'each sector once', 'remove it here');
					else if (sectorIds) this.#known(sector, sectorIds, place, 'unknown-sector', 'sector', 'sectors.yaml');
				});
				if (categories) for (const field of Object.keys(referenceCategories) as ReferenceField[]) this.#references(statement[field], field, categories, (i) => at(field, i));
				if (statement.sameAs !== undefined) this.#sameAs(statement.id, statement.sameAs, at('sameAs'));
				this.#figures(statement.text, parsed, [...path, 'text']);
				if (statement.note) this.#figures(statement.note, parsed, [...path, 'note']);
				statement.amounts.forEach(({ what }, amount) => this.#figures(what, parsed, [...path, 'amounts', amount, 'what']));
			});
		}
	}

	sectors({ value, parsed }: Read<Sector[]>): void {
		this.#unique(value.map(({ id }, index) => ({ id, at: parsed.locate([index, 'id']) })));
		const ids = new Set(value.map(({ id }) => id));
		value.forEach(({ related, description }, index) => {
			related.forEach((id, i) => this.#known(id, ids, parsed.locate([index, 'related', i]), 'unknown-sector', 'sector', 'sectors.yaml'));
			this.#figures(description, parsed, [index, 'description']);
		});
	}

	glossary({ value, parsed }: Read<Term[]>): void {
		this.#unique(value.map(({ id }, index) => ({ id, at: parsed.locate([index, 'id']) })));
		const ids = new Set(value.map(({ id }) => id));
		value.forEach((term, index) => {
			if (term.country) this.#known(term.country, ids, parsed.locate([index, 'country']), 'unknown-place', 'country', 'glossary.yaml');
			if (term.within) this.#known(term.within, ids, parsed.locate([index, 'within']), 'unknown-term', 'entry', 'glossary.yaml');
			if (term.note) this.#figures(term.note, parsed, [index, 'note']);
		});
	}

	differences({ value, parsed }: Read<Difference[]>, allStatements: boolean): void {
		this.#unique(value.map(({ id }, index) => ({ id, at: parsed.locate([index, 'id']) })));
		value.forEach((difference, index) => {
			for (const field of ['title', 'text', 'note'] as const) {
				const text = difference[field];
				if (text) this.#figures(text, parsed, [index, field]);
			}
			if (allStatements) {
				difference.statements.forEach((id, i) => this.#known(id, this.#statements, parsed.locate([index, 'statements', i]), 'unknown-statement', 'statement', 'any document'));
			}
		});
	}

	#say(position: Position, code: IssueCode, found: string, expected: string, fix: string): void {
		this.#issues.push({ ...position, code, found, expected, fix });
	}

	#unique(entries: readonly { id: string; at: Position }[]): void {
		const first = new Map<string, Position>();
		for (const { id, at } of entries) {
			const earlier = first.get(id);
			if (earlier) this.#say(at, 'duplicate-id', `the id \`${id}\` again`, `an id used once; it stands at ${earlier.file}:${earlier.line}`, 'choose another id for the newer one');
			else first.set(id, at);
		}
	}

	#known(id: string, known: { has(id: string): boolean; keys(): Iterable<string> }, at: Position, code: IssueCode, what: string, where: string): void {
		if (known.has(id)) return;
		const meant = nearest(id, known.keys());
		this.#say(at, code, `unknown ${what} \`${id}\``, `a ${what} of ${where}`, meant ? `write \`${meant}\`` : `correct the id, or add it to ${where}`);
	}

	#references(ids: readonly string[], field: ReferenceField, categories: ReadonlyMap<string, Term['category']>, at: (index: number) => Position): void {
		const allowed: readonly string[] = referenceCategories[field];
		const code = ({ parties: 'unknown-party', places: 'unknown-place', terms: 'unknown-term' } as const)[field];
		ids.forEach((id, index) => {
			const category = categories.get(id);
			if (ids.indexOf(id) < index) this.#say(at(index), 'repeated-reference', `\`${id}\` twice in \`${field}\``, 'each entry once', 'remove it here');
			else if (category === undefined) this.#known(id, categories, at(index), code, 'glossary entry', 'glossary.yaml');
			else if (!allowed.includes(category)) {
				const home = (Object.keys(referenceCategories) as ReferenceField[]).find((other) => (referenceCategories[other] as readonly string[]).includes(category));
				this.#say(at(index), 'wrong-category', `\`${id}\`, which is a ${category}, in \`${field}\``, `one of ${allowed.join(', ')}`, `move it to \`${home}\``);
			}
		});
	}

	#sameAs(id: string, target: string, at: Position): void {
		const found = this.#statements.get(target);
		if (target === id || found?.sameAs !== undefined) {
			this.#say(at, 'same-as-itself', `\`sameAs: ${target}\``, 'a statement that has no `sameAs` of its own', found?.sameAs && found.sameAs !== id ? `write \`${found.sameAs}\`` : 'name the statement that is to be shown, or remove the field');
		} else this.#known(target, this.#statements, at, 'unknown-statement', 'statement', 'any document');
	}

	#inside([from, to]: readonly [number, number], { original }: SourceDocument, at: Position): void {
		if (to > original.lines) this.#say(at, 'lines-outside', `lines ${from}–${to}`, `lines from 1 to ${original.lines}, which the original has`, 'correct the range');
	}

	#figures(text: LocalizedText, parsed: ParsedYaml, path: readonly PropertyKey[]): void {
		for (const { lang, figure, missingIn } of compareFigures(text)) {
			const figureText = figure.text.trim();
			this.#say(
				parsed.locate([...path, missingIn]),
				'figures-differ',
				`no equal of “${figureText}” (${figure.key}) of the \`${lang}\` text in the \`${missingIn}\` text`,
				'the same figures, dates and units in every language',
				'correct the figure in the text that is wrong, or add it to this one',
			);
		}
	}
}

/** Characters that cannot be published as they stand: each is reported where it is. */
function unfitCharacters({ path: file, text }: TextFile): Issue[] {
	const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
	return [...text.matchAll(unfit)].map((match) => {
		const before = text.slice(0, match.index).split('\n');
		const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		return {
			file,
			line: before.length,
			column: (before.at(-1)?.length ?? 0) + 1,
			code: 'not-well-formed',
			found: `the character U+${code}`,
			expected: 'text without control or replacement characters',
			fix: code === 'FFFD' ? 'retype the word: it was lost in an earlier conversion' : 'delete the character',
		};
	});
}

function buildCorpus(sectors: Read<Sector[]>, glossary: Read<Term[]>, differences: Read<Difference[]>, documents: readonly Read<SourceDocument>[], staleIn: (statement: Statement) => Lang[]): Corpus {
	const ordered = [...documents].sort((a, b) => compare(a.value.id, b.value.id));
	const positionOf = new Map<`${EntryKind} ${string}`, Position>();
	for (const [kind, { value, parsed }] of [['sector', sectors], ['term', glossary], ['difference', differences]] as const) {
		value.forEach(({ id }, index) => positionOf.set(`${kind} ${id}`, parsed.locate([index])));
	}
	for (const { value, parsed } of ordered) positionOf.set(`document ${value.id}`, parsed.locate([]));
	const statements = ordered.flatMap(({ value: document, parsed }) =>
		document.statements.map((statement, index): CorpusStatement => ({ ...statement, document, position: parsed.locate(['statements', index]) })),
	);
	for (const { id, position } of statements) positionOf.set(`statement ${id}`, position);
	return {
		documents: ordered.map(({ value }) => value),
		sectors: sectors.value,
		glossary: glossary.value,
		differences: differences.value,
		statements,
		statementById: new Map(statements.map((statement) => [statement.id, statement])),
		sectorById: new Map(sectors.value.map((sector) => [sector.id, sector])),
		termById: new Map(glossary.value.map((term) => [term.id, term])),
		duplicatesOf: groupBy(statements.filter(({ sameAs }) => sameAs !== undefined), ({ sameAs }) => sameAs as string),
		differencesOf: groupBy(differences.value, ({ statements: concerned }) => concerned),
		staleIn: new Map(statements.map((statement) => [statement.id, staleIn(statement)])),
		positionOf,
		fileOf: new Map(ordered.map(({ value }) => [value.id, `seeds/documents/${value.id}.yaml`])),
	};
}
