import type { BlockContent, PhrasingContent } from 'mdast';
import { edtfOrder, parseEdtf } from '../../../src/model/edtf.ts';
import { langs, languages, localize, scripts, type Lang, type Localized, type Script } from '../../../src/model/languages.ts';
import { remember } from '../../../src/model/remember.ts';
import type { Difference, SourceDocument, Term } from '../../../src/model/seed.ts';
import { categories, differenceKinds, statementKinds, type Category, type ReferenceField } from '../../../src/model/vocabulary.ts';
import type { Corpus, CorpusStatement } from '../corpus.ts';
import { groupBy } from '../corpus.ts';
import { createFormatter, type Formatter } from '../../../src/model/format.ts';
import { inlineElement, link, text } from '../mdx.ts';
import { frozen } from '../mdx-quick.ts';
import type { Translate } from '../messages.ts';
import { relativeAddress } from '../relative-address.ts';
import { byCategory, byCountry, byInitials, byKind, byNumber, frontWeight, homeWeight, mostBeside, mostOnPage, partsOf, runsOf, shortWeight, sortName, type ListPart } from './parts.ts';

/** What every page is made from. */
export interface PageContext {
	readonly corpus: Corpus;
	/** The statements that stand for themselves, by their first date; undated ones last, in the order of their sources. */
	readonly byDate: readonly CorpusStatement[];
	readonly uses: GlossaryUses;
	/** The statements of {@link byDate} by the sectors that they concern beside their home. */
	readonly alsoIn: ReadonlyMap<string, readonly CorpusStatement[]>;
	/** All statements by their document, in the order of the corpus. */
	readonly from: ReadonlyMap<SourceDocument, readonly CorpusStatement[]>;
	readonly lists: Lists;
	readonly lang: Lang;
	readonly t: Translate;
	readonly format: Formatter;
	/** The place of each glossary entry in the order of its names; the same where the names are. */
	readonly nameOrder: ReadonlyMap<Term, number>;
	/** The page's address below the language, such as `sectors/space`. */
	readonly slug: string;
	/** The link to a glossary entry; `undefined` for an id that is none. */
	readonly termLink: (id: string) => PhrasingContent[] | undefined;
}

/** The statements that name each glossary entry: as a party, a place or a term. Same facts count once. */
export type GlossaryUses = ReadonlyMap<string, readonly CorpusStatement[]>;

/** The lists that one page cannot hold, and where each of their entries stands. */
export interface Lists {
	/** The parts of the lists of names, by the list. */
	readonly names: Readonly<Record<NameList, readonly ListPart<Term>[]>>;
	readonly differences: readonly ListPart<Difference>[];
	/** The statements of each source, page by page. */
	readonly sources: ReadonlyMap<SourceDocument, readonly (readonly CorpusStatement[])[]>;
	/** The statements of each sector that are at home there, by kind and date, page by page. */
	readonly sectors: ReadonlyMap<string, readonly (readonly CorpusStatement[])[]>;
	/** Pages of what stands in a part, below the language. */
	readonly termPages: ReadonlyMap<string, string>;
	readonly differencePages: ReadonlyMap<string, string>;
	readonly sourcePages: ReadonlyMap<string, string>;
	readonly homePages: ReadonlyMap<string, string>;
}

/** The pages that list names. */
export type NameList = 'organisations' | 'places' | 'glossary';

const references: readonly ReferenceField[] = ['parties', 'places', 'terms'];

/** Makes contexts: call it with a language, then with a page's slug. */
export function createPageContexts(corpus: Corpus, translators: Localized<Translate>): (lang: Lang) => (slug: string) => PageContext {
	const byDate = inOrderOfDate(corpus);
	const uses = groupBy(byDate, (statement) => [...new Set(references.flatMap((field) => named({ corpus }, statement, field)))]);
	const alsoIn = groupBy(byDate, (statement) => sectorsOf({ corpus }, statement).filter((sector) => sector !== statement.sector));
	const from = groupBy(corpus.statements, ({ document }) => document);
	const homes = homesOf(byDate);
	const lists = listsOf({ corpus, uses, from, homes });
	/** Pages that hold entries: from there, those of the same page have no other address than their own. */
	const listPages = new Set(lists.termPages.values());
	return (lang) => {
		const format = createFormatter(lang, translators);
		const nameOrder = orderOfNames(corpus.glossary, lang, format);
		const termLinksFrom = remember((slug) => remember((id) => termLink({ corpus, uses, lists, lang, slug }, id)));
		return (slug) => ({
			corpus, byDate, uses, alsoIn, from, lists, lang, t: translators[lang], format, nameOrder, slug,
			// From a page that holds no entry, and is no view, the addresses differ by depth alone.
			termLink: termLinksFrom(slug.includes('/') && !listPages.has(slug) ? slug.replaceAll(/[^/]+/g, 'x') : slug),
		});
	};
}

function firstDate({ when }: CorpusStatement): number {
	const date = when[0] === undefined ? undefined : parseEdtf(when[0]);
	return date ? edtfOrder(date) : Number.MAX_SAFE_INTEGER;
}

/** A statement, and those that tell the same fact. */
export const told = ({ corpus }: Pick<PageContext, 'corpus'>, statement: CorpusStatement): CorpusStatement[] => [statement, ...(corpus.duplicatesOf.get(statement.id) ?? [])];

/** The glossary entries that a statement names, and those that only its repetitions do. */
export const named = (context: Pick<PageContext, 'corpus'>, statement: CorpusStatement, field: ReferenceField): readonly string[] =>
	context.corpus.duplicatesOf.has(statement.id) ? [...new Set(told(context, statement).flatMap((each) => each[field]))] : statement[field];

/** The sectors that a statement concerns, its home first. */
export const sectorsOf = (context: Pick<PageContext, 'corpus'>, statement: CorpusStatement): string[] =>
	context.corpus.duplicatesOf.has(statement.id) ? [...new Set(told(context, statement).flatMap(({ sector, also }) => [sector, ...also]))] : [statement.sector, ...statement.also];

/** A relative address from one page to another of the same language. */
export function href({ slug }: Pick<PageContext, 'slug'>, to: string, anchor?: string): string {
	const hash = anchor === undefined ? '' : `#${anchor}`;
	return to === slug && hash ? hash : relativeAddress(`${slug}/`, `${to}/`) + hash;
}

/** A statement is at home on the page of its sector. */
export const statementHref = (context: PageContext, statement: CorpusStatement): string => href(context, homePageOf(context.lists, statement), statement.id);

/** The page of a sector, or the part of it, on which a statement is at home. */
export const homePageOf = ({ homePages }: Pick<Lists, 'homePages'>, { id, sector }: CorpusStatement): string => homePages.get(id) ?? `sectors/${sector}`;

/** The statements of each sector that are at home there, page by page, and the pages of those that do not stand on the first. */
function homesOf(byDate: readonly CorpusStatement[]): Pick<Lists, 'sectors' | 'homePages'> {
	const sectors = new Map([...groupBy(byDate, ({ sector }) => sector)].map(([sector, statements]) => {
		const byKind = groupBy(statements, ({ kind }) => kind);
		const front = { id: undefined };
		const pieces = [[front], ...statementKinds.map((kind) => byKind.get(kind) ?? [])];
		return [sector, runsOf<CorpusStatement | typeof front>(pieces, ({ id }) => (id === undefined ? frontWeight : homeWeight)).map((run) => run.filter((each): each is CorpusStatement => each !== front))];
	}));
	return { sectors, homePages: new Map([...sectors].flatMap(([sector, runs]) => laterPages(`sectors/${sector}`, runs))) };
}

/** A page of several that a list takes, below the language. @param number from 1 on */
export const nthPage = (list: string, number: number): string => (number === 1 ? list : `${list}/${number}`);

/** Its title. */
export const nthTitle = (t: Translate, title: string, number: number): string => (number === 1 ? title : t('part.title', { whole: title, part: t('part.number', { number }) }));

/** Where what does not stand on the first page of a list stands. */
const laterPages = (list: string, runs: readonly (readonly { readonly id: string }[])[]): [string, string][] =>
	runs.flatMap((run, index) => (index === 0 ? [] : run.map(({ id }): [string, string] => [id, nthPage(list, index + 1)])));

/** The statements that stand for themselves, by their first date. */
const inOrderOfDate = (corpus: Corpus): CorpusStatement[] =>
	corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.map((statement) => ({ statement, order: firstDate(statement) }))
		.sort((a, b) => a.order - b.order)
		.map(({ statement }) => statement);

/** The statement that is shown for this one. */
export const shown = ({ corpus }: PageContext, statement: CorpusStatement): CorpusStatement =>
	(statement.sameAs === undefined ? undefined : corpus.statementById.get(statement.sameAs)) ?? statement;

const listOf: Readonly<Record<Category, NameList>> = {
	country: 'places',
	place: 'places',
	organisation: 'organisations',
	company: 'organisations',
	person: 'organisations',
	programme: 'glossary',
	agreement: 'glossary',
	term: 'glossary',
};

/** The list that holds a glossary entry: entries that no statement names stand in the glossary. */
export const termList = ({ uses }: Pick<PageContext, 'uses'>, { id, category }: Term): NameList => (uses.has(id) ? listOf[category] : 'glossary');

/** The page that holds a glossary entry: that of its list, or of a part of that. */
export const termPage = (context: Pick<PageContext, 'uses' | 'lists'>, term: Term): string => context.lists.termPages.get(term.id) ?? termList(context, term);

export const differencePage = ({ lists }: Pick<PageContext, 'lists'>, { id }: Difference): string => lists.differencePages.get(id) ?? 'differences';

/** The page on which a statement stands in the order of its source. */
export const sourcePageOf = ({ lists }: Pick<PageContext, 'lists'>, { id, document }: CorpusStatement): string => lists.sourcePages.get(id) ?? `sources/${document.id}`;

/** The statements that are listed below a name. A country or a word such as “semiconductors” is named all over, and so is who is named more often than a page holds: where, and how often, says more than the list. */
export function listedBelow(context: Pick<PageContext, 'uses'>, term: Term): readonly CorpusStatement[] | undefined {
	const found = context.uses.get(term.id) ?? [];
	return termList(context, term) === 'glossary' || term.category === 'country' || found.length * shortWeight >= mostOnPage ? undefined : found;
}

/** The first of what would be too many beside something else, and how many are left. */
export const firstFew = <Item>(items: readonly Item[]): { shown: readonly Item[]; more: number } =>
	(items.length <= mostBeside ? { shown: items, more: 0 } : { shown: items.slice(0, mostBeside), more: items.length - mostBeside });

/** “and 5 more”, as the last of a list. @param to the page that has them */
export function andMore(context: PageContext, more: number, to?: string): PhrasingContent[][] {
	if (more === 0) return [];
	const said = context.t('list.more', { count: more });
	return [[to === undefined ? text(said) : link(href(context, to), said)]];
}

/** Cuts every list that one page cannot hold. */
function listsOf({ corpus, uses, from, homes }: Pick<PageContext, 'corpus' | 'uses' | 'from'> & { homes: Pick<Lists, 'sectors' | 'homePages'> }): Lists {
	const countries = corpus.glossary.filter(({ category }) => category === 'country').map(({ id }) => id);
	const byList = groupBy(corpus.glossary, (term) => termList({ uses }, term));
	const weigh = (term: Term): number => 1 + shortWeight * (listedBelow({ uses }, term)?.length ?? 0);
	const cutNames = (list: NameList, first: Parameters<typeof partsOf<Term>>[1][number]): ListPart<Term>[] =>
		// Countries are few, and lead to their places: there they stand where the parts are listed.
		partsOf((byList.get(list) ?? []).filter(({ category }) => list !== 'places' || category !== 'country'), [first, byCountry(countries), byInitials, byNumber], weigh);
	const names = {
		organisations: cutNames('organisations', byCategory(categories.filter((category) => listOf[category] === 'organisations'))),
		places: cutNames('places', byCountry(countries)),
		glossary: cutNames('glossary', byCategory(glossaryCategories)),
	};
	const differences = partsOf(corpus.differences, [byKind(differenceKinds), byNumber], ({ statements }) => 1 + shortWeight * statements.length);
	const sources = new Map([...from].map(([document, statements]) => [document, runsOf(sectionsOf(document, statements), () => 1)]));
	const pagesIn = (list: string, parts: readonly ListPart<{ readonly id: string }>[]): [string, string][] => parts.flatMap(({ name, items }) => items.map(({ id }): [string, string] => [id, `${list}/${name}`]));
	return {
		...homes, names, differences, sources,
		termPages: new Map((Object.keys(names) as NameList[]).flatMap((list) => pagesIn(list, names[list]))),
		differencePages: new Map(pagesIn('differences', differences)),
		sourcePages: new Map([...sources].flatMap(([{ id }, runs]) => laterPages(`sources/${id}`, runs))),
	};
}

/** What a glossary is for comes first: words, then what they are names of. */
export const glossaryCategories: readonly Category[] = categories.filter((category) => listOf[category] === 'glossary').reverse();

/** The statements of a source in its order, cut where it has headings. */
function sectionsOf({ headings }: SourceDocument, statements: readonly CorpusStatement[]): CorpusStatement[][] {
	const lines = headings.map(({ line }) => line).sort((a, b) => a - b);
	const sorted = [...statements].sort((a, b) => a.lines[0] - b.lines[0] || a.lines[1] - b.lines[1]);
	return [...groupBy(sorted, ({ lines: [line] }) => lines.findLast((heading) => heading < line)).values()];
}

/** Names are sorted on every page of a sector, and comparing two by the rules of a language takes a while: they are compared once. */
function orderOfNames(terms: readonly Term[], lang: Lang, { collator }: Formatter): ReadonlyMap<Term, number> {
	const named = terms.map((term) => ({ term, name: sortName(lang, term) })).sort((a, b) => collator.compare(a.name, b.name));
	const order = new Map<Term, number>();
	for (const [index, { term, name }] of named.entries()) {
		const before = named[index - 1];
		order.set(term, before !== undefined && collator.compare(before.name, name) === 0 ? (order.get(before.term) ?? index) : index);
	}
	return order;
}

/** Glossary entries in the order of their names. */
export const byName = ({ nameOrder }: Pick<PageContext, 'nameOrder'>, terms: readonly Term[]): Term[] =>
	terms.toSorted((a, b) => (nameOrder.get(a) ?? 0) - (nameOrder.get(b) ?? 0));

/** Links to glossary entries by id, separated as the language separates a list. */
export function termLinks(context: PageContext, ids: readonly string[]): PhrasingContent[] {
	return ids.length === 0 ? [] : join(context, ids.map((id) => context.termLink(id)).filter((found) => found !== undefined));
}

/** The link to a glossary entry, which stands in many places. */
function termLink(context: Pick<PageContext, 'corpus' | 'uses' | 'lists' | 'lang' | 'slug'>, id: string): PhrasingContent[] | undefined {
	const term = context.corpus.termById.get(id);
	return term && frozen([link(href(context, termPage(context, term), term.id), prose(context, term.name[context.lang]))]);
}

/** Joins inline content with the list separator of the language. */
export function join({ t }: PageContext, items: readonly PhrasingContent[][], separator = 'list.separator'): PhrasingContent[] {
	const [first = [], ...others] = items;
	return others.length === 0 ? first : [...first, ...others.flatMap((item) => [text(t(separator)), ...item])];
}

/**
 * A text of the page's language. A passage in a script that the language is not written in is marked with the
 * language it belongs to, for screen readers and for the choice of glyphs.
 */
export const prose = (context: Pick<PageContext, 'lang'>, value: string): PhrasingContent[] => markedBefore[context.lang](value);

/** As {@link prose}, for a text that stands in one place. */
export const proseOnce = (context: Pick<PageContext, 'lang'>, value: string): PhrasingContent[] => marked[context.lang](value);

/** A passage in the script of a language. */
const runs = localize((lang) => {
	const letter = scripts[languages[lang].script].source;
	return new RegExp(`(${letter}(?:[\\d\\p{P}\\p{Lm}\\s]*${letter}|\\p{Lm})*)`, 'u');
});

const marked = localize((own) => {
	const { writes } = languages[own];
	const foreign = langs.filter((lang) => !(writes as readonly Script[]).includes(languages[lang].script));
	return (value: string): PhrasingContent[] => foreign.reduce<PhrasingContent[]>(
		(nodes, lang) => nodes.flatMap((node) => (node.type === 'text' ? markRuns(node.value, lang) : [node])),
		[text(value)],
	);
});

/** The same text stands on several pages: on one of the sectors first, and on one of the sources when all sectors are done. So many are held: those of some 150,000 statements. */
const mostTexts = 150_000;
const markedBefore = localize((own) => remember((value: string) => frozen(marked[own](value)), mostTexts));

function markRuns(value: string, lang: Lang): PhrasingContent[] {
	return value.split(runs[lang]).map((part, index) => (index % 2 === 0 ? text(part) : inlineElement('span', { lang: languages[lang].tag }, part)));
}

/** A text in another language than the page's. */
export const inLanguage = (context: PageContext, lang: Lang, value: string): PhrasingContent[] =>
	lang === context.lang ? prose(context, value) : [inlineElement('span', { lang: languages[lang].tag }, value)];

/** The page's language first: what a reader came for. */
export const langsFrom = (lang: Lang): Lang[] => [lang, ...langs.filter((other) => other !== lang)];

/** Blocks, without what a page has no use for. */
export const present = (...blocks: (BlockContent | false | undefined)[]): BlockContent[] => blocks.filter((block) => block !== undefined && block !== false);
