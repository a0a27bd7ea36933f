import type { PhrasingContent } from 'mdast';
import { edtfOrder, parseEdtf } from '../../../src/model/edtf.ts';
import { createFormatter, type Formatter } from '../../../src/model/format.ts';
import { langs, localize, type Lang, type Localized } from '../../../src/model/languages.ts';
import { remember } from '../../../src/model/remember.ts';
import type { Amount, Difference, Sector, SourceDocument, Term } from '../../../src/model/seed.ts';
import { categories, differenceKinds, statementKinds, type ReferenceField } from '../../../src/model/vocabulary.ts';
import { groupBy, type Corpus, type CorpusStatement } from '../corpus.ts';
import { frozen } from '../mdx-quick.ts';
import { link, list } from '../mdx.ts';
import type { Translate } from '../messages.ts';
import { glossaryCategories, href, listedBelow, listOf, named, nthPage, prose, sectorsOf, termList, termPage, type Lists, type NameList, type PageContext, type SectorPages, type Weights } from './context.ts';
import { differenceBlock, termBlock } from './names.ts';
import { byCategory, byCountry, byInitials, byKind, byNumber, bySectors, partsOf, runsOf, sectorRoom, shareOfBelow, shareOfList, sortName, total, type ListPart } from './parts.ts';
import { frontOf, pictureWeight, sectorFront } from './sector.ts';
import { headingBefore, sourceFront } from './source.ts';
import { amountText, entry, figureTable, said, sourceStatementBlock, statementFacts } from './statement.ts';
import { onlyInSource, weighAll } from './weigh.ts';

/** Cuts every list that one page cannot hold, and makes contexts, which know where all of it stands. */

const references: readonly ReferenceField[] = ['parties', 'places', 'terms'];

/** Makes contexts: call it with a language, then with a page's slug. */
export function createPageContexts(corpus: Corpus, translators: Localized<Translate>): (lang: Lang) => (slug: string) => PageContext {
	const byDate = inOrderOfDate(corpus);
	const uses = groupBy(byDate, (statement) => [...new Set(references.flatMap((field) => named({ corpus }, statement, field)))]);
	const countryIds = new Set(corpus.glossary.map(({ country }) => country));
	const countries = corpus.glossary.filter(({ id }) => countryIds.has(id));
	const alsoIn = groupBy(byDate, (statement) => sectorsOf({ corpus }, statement).filter((sector) => sector !== statement.sector));
	const from = groupBy(corpus.statements, ({ document }) => document);
	const perLang = localize((lang) => {
		const format = createFormatter(lang, translators);
		const own = { lang, t: translators[lang], format };
		return { ...own, nameOrder: orderOfNames(corpus.glossary, lang, format), amountText: once((amount: Amount) => amountText(own, amount)) };
	});
	const withLists = (lists: Lists, weights: Weights) => {
		/** Pages that hold entries: from there, those of the same page have no other address than their own. */
		const listPages = new Set(lists.termPages.values());
		return (lang: Lang): ((slug: string) => PageContext) => {
			const termLinksFrom = remember((slug) => remember((id) => termLink({ corpus, uses, lists, lang, slug }, id)));
			return (slug) => ({
				corpus, byDate, uses, countries, alsoIn, from, lists, weights, slug, ...perLang[lang],
				// From a page that holds no entry, and is no view, the addresses differ by depth alone.
				termLink: termLinksFrom(slug.includes('/') && !listPages.has(slug) ? slug.replaceAll(/[^/]+/g, 'x') : slug),
			});
		};
	};
	const weights: Weights = {
		of: (make) => Math.max(...drafts.map((draft) => weighAll(make(draft)))),
		entry: once((statement) => weights.of((draft) => [entry(draft, statement, statement.when)])),
		inSource: once((statement) => weighAll(said(anyDraft, statement)) + weights.of((draft) => [sourceStatementBlock(draft, statement, [])])),
		figure: once((figure) => weights.of((draft) => [figureTable(draft, [figure])]) - weights.of((draft) => [figureTable(draft, [])]), ({ amount }) => amount),
		name: once((name) => weights.of((draft) => [list([[link(href(draft, 'organisations', 'some-organisation'), name[draft.lang])]])])),
	};
	const uncut = withLists(noLists, weights);
	const drafts = langs.map((lang) => uncut(lang)(draftSlug));
	const [anyDraft] = drafts as [PageContext];
	return withLists(listsOf({ corpus, byDate, uses, alsoIn, from, weights }), weights);
}

/** Makes what is made of an item once: a list is weighed as a whole, and again for each way to cut it. @param keyOf what tells an item from others, where it is put together anew each time */
function once<Item, Made extends object | number>(make: (item: Item) => Made, keyOf: (item: Item) => unknown = (item) => item): (item: Item) => Made {
	const known = new Map<unknown, Made>();
	return (item) => {
		const key = keyOf(item);
		let made = known.get(key);
		if (made === undefined) known.set(key, (made = make(item)));
		return made;
	};
}

/** Before lists are cut, everything stands on the page of its list. */
const noLists: Lists = { names: { organisations: [], places: [], glossary: [] }, differences: [], sources: new Map(), sectors: new Map(), termPages: new Map(), differencePages: new Map(), sourcePages: new Map(), homePages: new Map() };
/** As deep as a part of a list, from which addresses are longest. */
const draftSlug = 'sectors/x/2';

function firstDate({ when }: CorpusStatement): number {
	const date = when[0] === undefined ? undefined : parseEdtf(when[0]);
	return date ? edtfOrder(date) : Number.MAX_SAFE_INTEGER;
}

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

/** What a list is cut from. */
type Uncut = Pick<PageContext, 'corpus' | 'byDate' | 'uses' | 'alsoIn' | 'from' | 'weights'>;

/** Cuts every list that one page cannot hold. */
function listsOf(uncut: Uncut): Lists {
	const { corpus, byDate, uses, alsoIn, from, weights } = uncut;
	const countries = corpus.glossary.filter(({ category }) => category === 'country').map(({ id }) => id);
	const byList = groupBy(corpus.glossary, (term) => termList({ uses }, term));
	const weighTerm = once((term: Term): number => {
		const listed = listedBelow({ uses, weights }, term);
		// What stands below many names is weighed once. The sectors of it are choices of a filter too.
		return shareOfList + weights.of((draft) => [termBlock(draft, term, listed && [])]) + total(listed ?? [], (statement) => shareOfBelow + weights.entry(statement));
	});
	/** A place stands with the one that it lies in. */
	const outermost = (term: Term, seen = new Set([term])): Term => {
		const around = term.within === undefined ? undefined : corpus.termById.get(term.within);
		return around?.category === 'place' && !seen.has(around) ? outermost(around, seen.add(around)) : term;
	};
	const cutNames = (list: NameList, first: Parameters<typeof partsOf<Term>>[1][number]): ListPart<Term>[] =>
		// Countries are few, and lead to their places: there they stand where the parts are listed.
		partsOf((byList.get(list) ?? []).filter(({ category }) => list !== 'places' || category !== 'country'), [first, byCountry(countries), byInitials(list === 'places' ? outermost : undefined), byNumber], weighTerm);
	const names = {
		organisations: cutNames('organisations', byCategory(categories.filter((category) => listOf[category] === 'organisations'))),
		places: cutNames('places', byCountry(countries)),
		glossary: cutNames('glossary', byCategory(glossaryCategories)),
	};
	const homeOf = ({ statements }: Difference): string => statements.map((id) => corpus.statementById.get(id)?.sector).find((sector) => sector !== undefined) ?? '';
	const differences = partsOf(corpus.differences, [byKind(differenceKinds), bySectors(corpus.sectors.map(({ id }) => id), homeOf), byNumber], once((difference) => shareOfList + shareOfBelow * difference.statements.length + weights.of((draft) => [differenceBlock(draft, difference)])));
	const sources = new Map([...from].map(([document, statements]) => [document, sourceRuns(uncut, document, statements)]));
	const atHome = groupBy(byDate, ({ sector }) => sector);
	const sectors = new Map(corpus.sectors.map((sector) => [sector.id, sectorPages(uncut, sector, atHome.get(sector.id) ?? [], alsoIn.get(sector.id) ?? [])]));
	const pagesIn = (list: string, parts: readonly ListPart<{ readonly id: string }>[]): [string, string][] => parts.flatMap(({ name, items }) => items.map(({ id }): [string, string] => [id, `${list}/${name}`]));
	return {
		names, differences, sources, sectors,
		termPages: new Map((Object.keys(names) as NameList[]).flatMap((list) => pagesIn(list, names[list]))),
		differencePages: new Map(pagesIn('differences', differences)),
		sourcePages: new Map([...sources].flatMap(([{ id }, runs]) => laterPages(`sources/${id}`, runs))),
		homePages: new Map([...sectors].flatMap(([id, { pages }]) => laterPages(`sectors/${id}`, pages.map(({ home }) => home)))),
	};
}

/** What introduces a list stands before it on its first page, as if it were one of the entries. */
const front = 'front';

/** What introduces a sector, its own statements by kind and date, those of others that concern it, and who acts together: in this order, on as many pages as they need. */
function sectorPages(uncut: Uncut, sector: Sector, home: readonly CorpusStatement[], also: readonly CorpusStatement[]): SectorPages {
	const { weights } = uncut;
	const picture = 'picture';
	const drawn = pictureWeight(uncut, [...home, ...also]);
	const isHome = new Set<unknown>(home);
	const byKind = groupBy(home, ({ kind }) => kind);
	const pieces: (CorpusStatement | typeof front | typeof picture)[][] = [[front], ...statementKinds.map((kind) => byKind.get(kind) ?? []), [...also], drawn > 0 ? [picture] : []];
	const draftFront = frontOf(uncut, home, [...home, ...also]);
	const weigh = once((each: (typeof pieces)[number][number]): number => {
		if (each === front) return weights.of((draft) => sectorFront(draft, sector, draftFront)) + editorsProse;
		if (each === picture) return drawn;
		// At home it says the same as in its source, and what is known beside.
		return isHome.has(each) ? weights.inSource(each) - onlyInSource + weights.of((draft) => [statementFacts(draft, each)]) : weights.entry(each);
	});
	const whole = pieces.flat();
	const runs = total(whole, weigh) <= sectorRoom.whole ? [whole] : runsOf(pieces, weigh, sectorRoom.part);
	const pages = runs.map((run) => ({
		home: run.filter((each): each is CorpusStatement => isHome.has(each)),
		also: run.filter((each): each is CorpusStatement => typeof each === 'object' && !isHome.has(each)),
		hasPicture: run.includes(picture),
	}));
	const placed = pages.flatMap((page) => page.home);
	return { pages, front: frontOf(uncut, placed, [...placed, ...pages.flatMap((page) => page.also)]) };
}

/** What editors write on the page of a sector, as far as there is room for it. */
const editorsProse = 2_500;

/** What introduces a source, and its statements, cut where it has headings. */
function sourceRuns({ weights }: Uncut, document: SourceDocument, statements: readonly CorpusStatement[]): CorpusStatement[][] {
	const pieces: (CorpusStatement | typeof front)[][] = [[front], ...sectionsOf(document, statements)];
	return runsOf(pieces, (each) => (each === front ? weights.of((draft) => sourceFront(draft, document)) : shareOfList + weights.inSource(each))).map((run) => run.filter((each) => each !== front));
}

/** The statements of a source in its order, cut where it has headings. */
function sectionsOf(document: SourceDocument, statements: readonly CorpusStatement[]): CorpusStatement[][] {
	const sorted = [...statements].sort((a, b) => a.lines[0] - b.lines[0] || a.lines[1] - b.lines[1]);
	return [...groupBy(sorted, (statement) => headingBefore(document, statement)).values()];
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

/** The link to a glossary entry, which stands in many places. */
function termLink(context: Pick<PageContext, 'corpus' | 'uses' | 'lists' | 'lang' | 'slug'>, id: string): PhrasingContent[] | undefined {
	const term = context.corpus.termById.get(id);
	return term && frozen([link(href(context, termPage(context, term), term.id), prose(context, term.name[context.lang]))]);
}

