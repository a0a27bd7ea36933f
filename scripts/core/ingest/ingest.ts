import type { Lang } from '../../../src/model/languages.ts';
import { referenceCategories, type Category, type ReferenceField, type StatementKind, type Status } from '../../../src/model/vocabulary.ts';
import type { Corpus } from '../corpus.ts';
import { amountKey, amountsIn, type FoundAmount } from './amounts.ts';
import { kindOf, statusOf, type Proposal } from './classify.ts';
import { fold } from './clean.ts';
import { dateline } from './data/furniture.ts';
import { readDates, type FoundDate } from './dates.ts';
import { DuplicateFinder, type Duplicate } from './duplicates.ts';
import { Experience } from './experience.ts';
import { cellSpans, factSpans } from './facts.ts';
import { layoutOf } from './layout.ts';
import { linesAt, type Block, type Heading } from './layout/block.ts';
import { Linker, type Link } from './links.ts';
import { metadataOf, type Metadata } from './metadata.ts';
import { unknownNames, type FoundName } from './names.ts';
import { sectorsOf } from './sectors.ts';
import type { Span } from './sentences.ts';
import { splitLines, type FurnitureReason, type SourceLine, type SourceText } from './source.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * From a raw document to the proposals for its seed. Pure: the same text and corpus give the same
 * proposals.
 */

export interface LinkedId {
	readonly id: string;
	readonly confidence: number;
}

export interface ProposedStatement {
	readonly id: string;
	readonly lines: readonly [number, number];
	/** The words of the original. They never leave the draft's comments. */
	readonly original: string;
	/** What they stand under: headings, row and column heads, the sentence that introduces a list. */
	readonly context: readonly string[];
	readonly sectors: readonly Proposal<string>[];
	readonly kind: Proposal<StatementKind>;
	readonly status: Proposal<Status>;
	readonly when: readonly FoundDate[];
	/** Words for a date that the document does not make whole. */
	readonly undecided: readonly string[];
	readonly amounts: readonly FoundAmount[];
	readonly references: Readonly<Record<ReferenceField, readonly LinkedId[]>>;
	readonly names: readonly FoundName[];
	readonly sameAs: Duplicate | undefined;
}

export interface UnknownName extends FoundName {
	readonly lines: readonly number[];
}

export interface Proposals {
	readonly metadata: Metadata;
	readonly lines: readonly SourceLine[];
	readonly headings: readonly Heading[];
	readonly furniture: readonly { readonly lines: readonly [number, number]; readonly reason: FurnitureReason }[];
	readonly statements: readonly ProposedStatement[];
	readonly names: readonly UnknownName[];
}

export interface IngestOptions {
	readonly language?: Lang;
	/** Of the original, where its own statements may be in the corpus already. */
	readonly sha256?: string;
	/** What ids of statements begin with where nothing better is known. */
	readonly id: string;
}

interface Passage {
	/** How its sentence goes on, where it is not the last part of it. */
	readonly behind: string;
	/** Not the first part of its sentence. */
	readonly sameSentence: boolean;
	readonly block: Block;
	readonly text: string;
	readonly lines: readonly [number, number];
}

/** A passage that begins so speaks of the one before it: its facts rest on both. */
const backward = /^(?:これら|この(?:覚書|枠組み|取組|合意|協定|事業|プログラム|対話|制度)|同(?:覚書|協定|事業|プログラム|対話))/u;

/** What is made from a corpus once, for however many documents that are not in it yet. */
interface Tools {
	readonly linker: Linker;
	readonly vocabulary: Vocabulary;
	readonly experience: Experience;
	readonly duplicates: DuplicateFinder;
}

const tools = new WeakMap<Corpus, Tools>();

/** @param original the fingerprint of the document, whose own statements teach nothing and are no duplicates */
function toolsOf(corpus: Corpus, original: string | undefined): Tools {
	const known = tools.get(corpus) ?? { linker: new Linker(corpus.glossary), vocabulary: new Vocabulary(corpus.sectors), experience: new Experience(corpus), duplicates: new DuplicateFinder(corpus) };
	tools.set(corpus, known);
	return corpus.documents.some(({ original: { sha256 } }) => sha256 === original) ? { ...known, experience: new Experience(corpus, original), duplicates: new DuplicateFinder(corpus, original) } : known;
}

/** Works out everything that can be proposed for a document. */
export function ingest(source: SourceText, corpus: Corpus, options: IngestOptions): Proposals {
	const lines = splitLines(source.text);
	const layout = layoutOf(source, lines);
	const metadata = metadataOf(source, layout, options.language);
	const passages = passagesOf(layout.blocks);
	const { linker, vocabulary, experience, duplicates } = toolsOf(corpus, options.sha256);

	const read = passages.map((passage) => {
		// A dateline says where a report was written, not what it is about.
		const written = dateline.exec(passage.text)?.[0] ?? '';
		const undated = ' '.repeat(written.length) + passage.text.slice(written.length);
		return { ...passage, links: linker.find(undated), undated };
	});
	const theme = themeOf(linker.find(layout.front.titles.join('. ')), read, linker);
	const usedIds = new Map([...corpus.statementById.keys()].map((id) => [id, 1]));
	const placesOf = (ids: ReadonlySet<string>): Set<string> => new Set([...ids].filter((id) => linker.categoryOf(id) === 'place'));
	/** Every other statement names them. */
	const countries = new Set(corpus.glossary.filter(({ category }) => category === 'country').map(({ id }) => id));
	let previous: Passage | undefined;
	const dates: string[] = [];
	/** The year in which a document without a date begins to tell: “last year” is the one before. */
	let assumed: string | undefined;
	let lastStatus: Status | undefined;
	const known = read.map((passage) => {
		const { block, links } = passage;
		const linked = withContext(links, block.labels.length === 0 ? [] : linker.find(block.labels.join('; ')), block.kind === 'cell' || block.labels.length > 0 ? theme : placesOf(theme), linker);
		const references = referencesOf(linked, linker);
		return { ...passage, references, ids: Object.values(references).flat().map(({ id }) => id), context: contextOf(passage) };
	});
	const sectors = sectorsOf(known.map((passage) => ({ ...passage, ...withoutHeads(passage) })), layout.front.titles.join('. '), { sectors: corpus.sectors, vocabulary, experience });
	const statements = known.map((passage, index): ProposedStatement => {
		const { block, text, links, references, ids, context } = passage;
		const { dates: when, undecided } = readDates(passage.undated, { published: metadata.published ?? assumed, before: dates.slice(-8), behind: passage.behind });
		dates.push(...when.map(({ edtf }) => edtf));
		if (index < 3) assumed ??= dates.find((date) => /^\d{4}-\d{2}-\d{2}/.test(date))?.slice(0, 4);
		// A bare figure in a cell is counted in the unit of its column.
		const column = block.kind === 'cell' && /^[^\p{L}]{1,24}$/u.test(text) ? block.labels.find((label) => /[(（][^()（）]+[)）]$/u.test(label)) : undefined;
		const amounts = amountsIn(column !== undefined ? `${column}: ${text}` : block.unit === undefined ? text : withUnit(text, block.unit));
		const status = statusOf(text, { above: context, before: passage.sameSentence ? lastStatus : undefined, ahead: isAhead(when, metadata.published) });
		lastStatus = status.value;
		const lines: readonly [number, number] = backward.test(text) && previous?.block === block ? [previous.lines[0], passage.lines[1]] : passage.lines;
		previous = passage;
		return {
			id: statementId(countries, options.id, lines, references, usedIds),
			lines,
			original: text,
			context,
			sectors: sectors[index] ?? [],
			kind: kindOf(text, status.value),
			status,
			when,
			undecided,
			amounts,
			references,
			names: unknownNames(passage.undated, links),
			sameAs: duplicates.find({ ids: new Set(ids), when: when.map(({ edtf }) => edtf), amounts: amounts.map(amountKey), sector: sectors[index]?.[0]?.value ?? '' }, text),
		};
	});
	return { metadata, lines, headings: layout.headings, furniture: rangesOf(layout.furniture), statements, names: namesOf(statements) };
}

/** What a passage stands under, outermost first. */
const contextOf = ({ block, text }: Passage): string[] => [...block.headings, ...(block.parent ? [lastSentence(block.parent.text)] : []), ...block.labels.filter((label) => !text.startsWith(label))];

/** The head of a column that has a unit of its own. */
const ownUnit = /[(（][^()（）]*(?:円|ルピー|ドル|[%％$¥₹]|\bRs\b|yen|rupee|crore|lakh|million|billion|MW|GW|[社人名件]|トン|tonnes?|km)[^()（）]*[)）]$/iu;

/** Bare figures of a row, each behind the unit of its table: “Loans: 120” is “Loans（億円）: 120”. */
const withUnit = (text: string, unit: string): string => text.replace(/(^| \/ )(?:([^:/]{1,60}): )?(?=[\d０-９][\d０-９,.]*(?: \/ |$))/g, (whole: string, edge: string, head: string | undefined = '') => {
	const own = unitFor(head, unit.split(/[、,，／/・]\s*/u));
	return own === undefined || ownUnit.test(head) ? whole : `${edge}${head}（${own}）: `;
});

/** Which of the units that a table names is that of a column: people are counted in one, money in the other. */
const unitFor = (head: string, units: readonly string[]): string | undefined => (units.length === 1 ? units[0] : [/雇用|人[数員]|従業員|job|employ|people|staff|人$/iu, /[額費金高]|cost|invest|amount|value|loan|fund|sales/iu].flatMap((kind, at) => (kind.test(head) ? units.filter((unit) => /^(?:人|名|people|persons)$/iu.test(unit) === (at === 0)) : []))[0]);

/** The heads of columns stand in each row of a table: they say what it is about as headings do, not as its own words. */
function withoutHeads({ block, text, context }: Passage & { readonly context: readonly string[] }): { readonly text: string; readonly above: string } {
	const heads = block.kind === 'record' ? [...text.matchAll(/(?:^| \/ )([^:/]{1,60}: )/g)].map(([, head = '']) => head) : [];
	return { text: heads.reduce((rest, head) => rest.replace(head, ''), text), above: [...context, ...heads].join('. ') };
}

/** Whether everything that is dated begins after the publication. */
const isAhead = (when: readonly FoundDate[], published: string | undefined): boolean => published !== undefined && when.length > 0 && when.every(({ edtf }) => !edtf.startsWith('..') && edtf.slice(0, published.length) > published.slice(0, edtf.length));

const lastSentence = (text: string): string => /[^。]{1,80}$/u.exec(text.slice(-80))?.[0].trim() ?? text;

function passagesOf(blocks: readonly Block[]): Passage[] {
	const sentence = /[。．.!?！？]["”’」』）)\]]*\s*$/u;
	return blocks.flatMap((block): Passage[] => {
		const spans: readonly Span[] = block.kind === 'record' ? [[0, block.text.length]] : block.kind === 'cell' ? cellSpans(block.text) : factSpans(block.text);
		let sentenceStart = 0;
		return spans.map(([from, to], index): Passage => {
			// A part of a sentence rests on the lines of the whole sentence.
			if (index > 0 && (block.kind === 'cell' || sentence.test(block.text.slice(Math.max(0, from - 12), from)))) sentenceStart = from;
			let until = index;
			const ends = (stop: number): boolean => block.kind === 'cell' || stop === block.text.length || sentence.test(block.text.slice(Math.max(0, stop - 12), stop));
			while (until < spans.length - 1 && !ends(spans[until]?.[1] ?? to)) until += 1;
			const end = spans[until]?.[1] ?? to;
			const [first, last] = linesAt(block, sentenceStart, end);
			const introduces = index === spans.length - 1 && /[:：]\s*$/.test(block.text);
			return { block, behind: block.text.slice(to, Math.min(end, to + 200)), sameSentence: sentenceStart !== from, text: block.text.slice(from, to).trim(), lines: [first, introduces ? Math.max(last, block.lastChildLine) : last] };
		}).filter(({ text }) => text !== '' || spans.length === 1);
	});
}

/** Countries and places that a document is about as a whole: its passages speak of them without naming them each time. */
function themeOf(title: readonly Link[], passages: readonly { links: readonly Link[] }[], linker: Linker): Set<string> {
	const counts = new Map<string, number>();
	for (const { links } of passages) for (const id of new Set(links.map((link) => link.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
	// A short note is about each of its facts, and about nothing as a whole.
	if (passages.length < 10) return new Set();
	const early = new Set([...title, ...passages.slice(0, 2).flatMap(({ links }) => links)].map(({ id }) => id));
	const isPlace = (id: string): boolean => ['country', 'place'].includes(linker.categoryOf(id) ?? '');
	return new Set([...counts].filter(([id, count]) => isPlace(id) && (count >= passages.length * 0.4 || (early.has(id) && count >= passages.length * 0.3))).map(([id]) => id));
}

function withContext(links: readonly Link[], labels: readonly Link[], theme: ReadonlySet<string>, linker: Linker): LinkedId[] {
	const best = new Map<string, number>();
	const add = (id: string, confidence: number): void => void best.set(id, Math.max(best.get(id) ?? 0, confidence));
	for (const { id, confidence } of links) add(id, confidence);
	for (const { id, confidence } of labels) add(id, confidence * 0.8);
	const acts = [...best.keys()].some((id) => ['organisation', 'company', 'person'].includes(linker.categoryOf(id) ?? ''));
	for (const id of theme) if (!best.has(id) && (!acts || linker.categoryOf(id) === 'place')) add(id, 0.4);
	return [...best].map(([id, confidence]) => ({ id, confidence }));
}

/** Each entry in the field of its category; a country acts unless another party does. */
function referencesOf(linked: readonly LinkedId[], linker: Linker): Record<ReferenceField, LinkedId[]> {
	const references: Record<ReferenceField, LinkedId[]> = { parties: [], places: [], terms: [] };
	const of = (id: string): Category | undefined => linker.categoryOf(id);
	const acts = linked.some(({ id }) => ['organisation', 'company', 'person'].includes(of(id) ?? ''));
	for (const entry of linked) {
		const category = of(entry.id);
		if (category === undefined) continue;
		if (category === 'country') references[acts || entry.id === 'china' ? 'places' : 'parties'].push(entry);
		else for (const field of Object.keys(referenceCategories) as ReferenceField[]) if ((referenceCategories[field] as readonly Category[]).includes(category)) references[field].push(entry);
	}
	return references;
}

/** A readable id of the names of a statement, or of its place, which an editor is asked to replace. */
function statementId(countries: ReadonlySet<string>, document: string, [from]: readonly [number, number], references: ProposedStatement['references'], used: Map<string, number>): string {
	const named = [...references.parties, ...references.terms, ...references.places].filter(({ id, confidence }) => confidence >= 0.8 && !countries.has(id)).map(({ id }) => id).slice(0, 2).join('-');
	const base = (named.length > 8 && named.length <= 48 ? named : `${document.slice(0, 40)}-l${from}`).replace(/-+$/, '');
	let id = base;
	// Numbered from where the last of that name stopped.
	for (let count = (used.get(base) ?? 1) + 1; used.has(id); count += 1) {
		id = `${base}-${count}`;
		used.set(base, count);
	}
	used.set(id, used.get(id) ?? 1);
	return id;
}

function rangesOf(furniture: ReadonlyMap<number, FurnitureReason>): Proposals['furniture'] {
	const ranges: { lines: [number, number]; reason: FurnitureReason }[] = [];
	for (const [line, reason] of [...furniture].sort(([a], [b]) => a - b)) {
		const last = ranges.at(-1);
		if (last && last.reason === reason && last.lines[1] === line - 1) last.lines[1] = line;
		else ranges.push({ lines: [line, line], reason });
	}
	return ranges;
}

function namesOf(statements: readonly ProposedStatement[]): UnknownName[] {
	const byName = new Map<string, { name: FoundName; lines: number[] }>();
	for (const { names, lines: [line] } of statements) {
		for (const name of names) {
			const key = fold(name.name);
			const known = byName.get(key);
			if (known) known.lines.push(line);
			else byName.set(key, { name, lines: [line] });
		}
	}
	return [...byName.values()].map(({ name, lines }) => ({ ...name, lines: [...new Set(lines)] })).sort((a, b) => b.confidence - a.confidence || b.lines.length - a.lines.length || (a.name < b.name ? -1 : 1));
}

/** Every line of the text, and what became of it: put together, the spans are the text. */
export function accountFor({ lines, headings, furniture, statements }: Proposals): { readonly from: number; readonly to: number; readonly fate: 'blank' | 'heading' | 'furniture' | 'statement' | 'lost' }[] {
	const fate = new Map<number, 'heading' | 'furniture' | 'statement'>();
	for (const { lines: [from, to] } of statements) for (let line = from; line <= to; line += 1) fate.set(line, 'statement');
	for (const { lines: [from, to] } of furniture) for (let line = from; line <= to; line += 1) fate.set(line, 'furniture');
	for (const { line } of headings) fate.set(line, 'heading');
	return lines.map(({ number, start, end, raw }) => ({ from: start, to: end, fate: fate.get(number) ?? (raw.trim() === '' ? 'blank' : 'lost') }));
}
