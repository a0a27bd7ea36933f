import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { langs, languages, localize, scripts, type Lang, type Localized, type Script } from '../../../src/model/languages.ts';
import { remember } from '../../../src/model/remember.ts';
import type { Amount, Difference, SourceDocument, Term } from '../../../src/model/seed.ts';
import { categories, type Category, type ReferenceField } from '../../../src/model/vocabulary.ts';
import type { Corpus, CorpusStatement } from '../corpus.ts';
import type { Formatter } from '../../../src/model/format.ts';
import { inlineElement, link, paragraph, text } from '../mdx.ts';
import { frozen } from '../mdx-quick.ts';
import type { Translate } from '../messages.ts';
import { relativePage } from '../relative-address.ts';
import { mostBeside, numbersOf, room, total, type ListPart } from './parts.ts';

/** What every page is made from. */
export interface PageContext {
	readonly corpus: Corpus;
	/** The statements that stand for themselves, by their first date; undated ones last, in the order of their sources. */
	readonly byDate: readonly CorpusStatement[];
	readonly uses: GlossaryUses;
	/** The names that are the country of another, in the order of the glossary. */
	readonly countries: readonly Term[];
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
	/** An amount in the reader's number system, then in the other's: `up to ¥60 billion (最大600億円)`. */
	readonly amountText: (amount: Amount) => readonly PhrasingContent[];
	readonly weights: Weights;
}

/** What blocks weigh on a page, in the language in which they weigh most: a list is cut at the same places in all. */
export interface Weights {
	/** @param make makes them as they are before any list is cut */
	readonly of: (make: (draft: PageContext) => readonly (RootContent | undefined)[]) => number;
	/** A statement in short. */
	readonly entry: (statement: CorpusStatement) => number;
	/** A statement on the page of its source. */
	readonly inSource: (statement: CorpusStatement) => number;
	/** An amount as a row of a table. */
	readonly figure: (figure: Figure) => number;
	/** A name, or a title, as an item of a list that leads to its entry. */
	readonly name: (name: Localized<string>) => number;
}

/** An amount, and the statement that tells it. */
export interface Figure {
	readonly statement: CorpusStatement;
	readonly amount: Amount;
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
	readonly sectors: ReadonlyMap<string, SectorPages>;
	/** Pages of what stands in a part, below the language. */
	readonly termPages: ReadonlyMap<string, string>;
	readonly differencePages: ReadonlyMap<string, string>;
	readonly sourcePages: ReadonlyMap<string, string>;
	readonly homePages: ReadonlyMap<string, string>;
}

/** The pages of a sector, the first of which is introduced by what its statements have in common. */
export interface SectorPages {
	readonly front: SectorFront;
	readonly pages: readonly SectorPage[];
}

/** What of its statements introduces a sector: the same in every language. */
export interface SectorFront {
	/** The seed files of its own statements, of all that concern it, and of those with all that tell the same. */
	readonly files: Readonly<Record<'home' | 'concerned' | 'told', readonly string[]>>;
	readonly figures: Few<Figure>;
	/** Who is involved. */
	readonly parties: readonly (Few<Term> & { readonly category: Category })[];
	readonly differences: Few<Difference>;
	/** The documents that it rests on, with how many statements of each. */
	readonly sources: Few<{ readonly document: SourceDocument; readonly count: number }>;
}

/** The first of what would be too many beside something else, and how many are left. */
export interface Few<Item> {
	readonly shown: readonly Item[];
	readonly more: number;
}

/** What a page of a sector holds; the first is introduced by what the sector is. */
export interface SectorPage {
	/** Those that are at home there, by kind and date. */
	readonly home: readonly CorpusStatement[];
	/** Those of other sectors that concern it. */
	readonly also: readonly CorpusStatement[];
	/** Whether who acts together is drawn there. */
	readonly hasPicture: boolean;
}

/** The pages that list names. */
export type NameList = 'organisations' | 'places' | 'glossary';

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
	return to === slug && hash ? hash : relativePage(slug, to) + hash;
}

/** A statement is at home on the page of its sector. */
export const statementHref = (context: PageContext, statement: CorpusStatement): string => href(context, homePageOf(context.lists, statement), statement.id);

/** The page of a sector, or the part of it, on which a statement is at home. */
export const homePageOf = ({ homePages }: Pick<Lists, 'homePages'>, { id, sector }: CorpusStatement): string => homePages.get(id) ?? `sectors/${sector}`;

/** A page of several that a list takes, below the language. @param number from 1 on */
export const nthPage = (list: string, number: number): string => (number === 1 ? list : `${list}/${number}`);

/** Its title. */
export const nthTitle = (t: Translate, title: string, number: number): string => (number === 1 ? title : t('part.title', { whole: title, part: t('part.number', { number }) }));

/** What a page is called by what it holds: of more than so many the first and the last. */
export const labelOf = (t: Translate, labels: readonly string[], most: number): string =>
	(labels.length > most ? t('part.span', { first: labels[0] ?? '', last: labels.at(-1) ?? '' }) : labels.join(t('list.separator')));

/** Titles of pages, with their number where several are called the same. */
export function numbered(t: Translate, titles: readonly string[]): string[] {
	const numbers = numbersOf(titles);
	return titles.map((whole, index) => (titles.indexOf(whole) === titles.lastIndexOf(whole) ? whole : t('part.nth', { whole, number: numbers[index] ?? 1 })));
}

/** So many pages before and after one are named there. */
const pagesNear = 5;

/**
 * The ways to the pages of a list that takes several, on one of them; of many the first, the last and those near this one, or each page would grow with their number.
 */
export function pageWays(own: PageContext, titles: readonly string[], here: number): BlockContent[] {
	if (titles.length < 2) return [];
	const list = own.slug.replace(/\/\d+$/, '');
	const isNamed = (index: number): boolean => titles.length <= 2 * pagesNear + 3 || index === 0 || index === titles.length - 1 || Math.abs(index - here) <= pagesNear;
	const named = titles.flatMap((title, index) => (isNamed(index) ? [{ title, index }] : []));
	const ways = named.map(({ title, index }, at) => [
		...(index - (named[at - 1]?.index ?? index) > 1 ? [text('… ')] : []),
		index === here ? text(title) : link(href(own, nthPage(list, index + 1)), title),
	]);
	return [paragraph([text(`${own.t('list.pages')}${own.t('colon')}`), ...join(own, ways, 'list.pages.separator')])];
}

/** The statement that is shown for this one. */
export const shown = ({ corpus }: PageContext, statement: CorpusStatement): CorpusStatement =>
	(statement.sameAs === undefined ? undefined : corpus.statementById.get(statement.sameAs)) ?? statement;

export const listOf: Readonly<Record<Category, NameList>> = {
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
export function listedBelow(context: Pick<PageContext, 'uses' | 'weights'>, term: Term): readonly CorpusStatement[] | undefined {
	const found = context.uses.get(term.id) ?? [];
	return termList(context, term) === 'glossary' || term.category === 'country' || total(found, context.weights.entry) >= 0.9 * room ? undefined : found;
}

export const firstFew = <Item>(items: readonly Item[]): Few<Item> =>
	(items.length <= mostBeside ? { shown: items, more: 0 } : { shown: items.slice(0, mostBeside), more: items.length - mostBeside });

/** “and 5 more”, as the last of a list. @param to the page that has them */
export function andMore(context: PageContext, more: number, to?: string): PhrasingContent[][] {
	if (more === 0) return [];
	const said = context.t('list.more', { count: more });
	return [[to === undefined ? text(said) : link(href(context, to), said)]];
}

/** What a glossary is for comes first: words, then what they are names of. */
export const glossaryCategories: readonly Category[] = categories.filter((category) => listOf[category] === 'glossary').reverse();

/** Glossary entries in the order of their names. */
export const byName = ({ nameOrder }: Pick<PageContext, 'nameOrder'>, terms: readonly Term[]): Term[] =>
	terms.toSorted((a, b) => (nameOrder.get(a) ?? 0) - (nameOrder.get(b) ?? 0));

/** Links to glossary entries by id, separated as the language separates a list. */
export function termLinks(context: PageContext, ids: readonly string[]): PhrasingContent[] {
	return ids.length === 0 ? [] : join(context, ids.map((id) => context.termLink(id)).filter((found) => found !== undefined));
}

/** Joins inline content with the list separator of the language. */
export function join({ t }: Pick<PageContext, 't'>, items: readonly PhrasingContent[][], separator = 'list.separator'): PhrasingContent[] {
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
export const inLanguage = (context: Pick<PageContext, 'lang'>, lang: Lang, value: string): PhrasingContent[] =>
	lang === context.lang ? prose(context, value) : [inlineElement('span', { lang: languages[lang].tag }, value)];

/** The page's language first: what a reader came for. */
export const langsFrom = (lang: Lang): Lang[] => [lang, ...langs.filter((other) => other !== lang)];

/** Blocks, without what a page has no use for. */
export const present = (...blocks: (BlockContent | false | undefined)[]): BlockContent[] => blocks.filter((block) => block !== undefined && block !== false);
