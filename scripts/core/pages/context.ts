import type { BlockContent, PhrasingContent } from 'mdast';
import { edtfOrder, parseEdtf } from '../../../src/model/edtf.ts';
import { langs, languages, localize, scripts, type Lang, type Localized, type Script } from '../../../src/model/languages.ts';
import { remember } from '../../../src/model/remember.ts';
import type { SourceDocument, Term } from '../../../src/model/seed.ts';
import type { Category, ReferenceField } from '../../../src/model/vocabulary.ts';
import type { Corpus, CorpusStatement } from '../corpus.ts';
import { groupBy } from '../corpus.ts';
import { createFormatter, type Formatter } from '../../../src/model/format.ts';
import { inlineElement, link, text } from '../mdx.ts';
import { frozen } from '../mdx-quick.ts';
import type { Translate } from '../messages.ts';

/** What every page is made from. */
export interface PageContext {
	readonly corpus: Corpus;
	/** The statements that stand for themselves, by their first date; undated ones last, in the order of their sources. */
	readonly byDate: readonly CorpusStatement[];
	readonly uses: GlossaryUses;
	/** The statements of {@link byDate} by the sector that is their home, and by the others that they concern. */
	readonly homeIn: ReadonlyMap<string, readonly CorpusStatement[]>;
	readonly alsoIn: ReadonlyMap<string, readonly CorpusStatement[]>;
	/** All statements by their document, in the order of the corpus. */
	readonly from: ReadonlyMap<SourceDocument, readonly CorpusStatement[]>;
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

const references: readonly ReferenceField[] = ['parties', 'places', 'terms'];

/** Makes contexts: call it with a language, then with a page's slug. */
export function createPageContexts(corpus: Corpus, translators: Localized<Translate>): (lang: Lang) => (slug: string) => PageContext {
	const byDate = corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.map((statement) => ({ statement, order: firstDate(statement) }))
		.sort((a, b) => a.order - b.order)
		.map(({ statement }) => statement);
	const uses = groupBy(byDate, (statement) => [...new Set(references.flatMap((field) => named({ corpus }, statement, field)))]);
	const homeIn = groupBy(byDate, ({ sector }) => sector);
	const alsoIn = groupBy(byDate, (statement) => sectorsOf({ corpus }, statement).filter((sector) => sector !== statement.sector));
	const from = groupBy(corpus.statements, ({ document }) => document);
	return (lang) => {
		const format = createFormatter(lang, translators);
		const nameOrder = orderOfNames(corpus.glossary, lang, format);
		const termLinksFrom = remember((slug) => remember((id) => termLink({ corpus, uses, lang, slug }, id)));
		return (slug) => ({
			corpus, byDate, uses, homeIn, alsoIn, from, lang, t: translators[lang], format, nameOrder, slug,
			// No entry stands on a page below another one: from there, the addresses differ by depth alone.
			termLink: termLinksFrom(slug.includes('/') ? slug.replaceAll(/[^/]+/g, 'x') : slug),
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

/** A relative address from one page to another of the same language: it holds under any base path. */
export function href({ slug }: Pick<PageContext, 'slug'>, to: string, anchor?: string): string {
	const hash = anchor === undefined ? '' : `#${anchor}`;
	return to === slug && hash ? hash : `${'../'.repeat(slug.split('/').length)}${to}/${hash}`;
}

/** A statement is at home on the page of its sector. */
export const statementHref = (context: PageContext, { id, sector }: CorpusStatement): string => href(context, `sectors/${sector}`, id);

/** The statement that is shown for this one. */
export const shown = ({ corpus }: PageContext, statement: CorpusStatement): CorpusStatement =>
	(statement.sameAs === undefined ? undefined : corpus.statementById.get(statement.sameAs)) ?? statement;

const pageOf: Readonly<Record<Category, string>> = {
	country: 'places',
	place: 'places',
	organisation: 'organisations',
	company: 'organisations',
	person: 'organisations',
	programme: 'glossary',
	agreement: 'glossary',
	term: 'glossary',
};

/** The page that holds a glossary entry: entries that no statement names stand in the glossary. */
export const termPage = ({ uses }: Pick<PageContext, 'uses'>, { id, category }: Term): string => (uses.has(id) ? pageOf[category] : 'glossary');

/** The form by which a name is sorted: its reading, where the writing does not show it. */
export const sortName = ({ lang }: Pick<PageContext, 'lang'>, { name, reading }: Term): string => {
	const written = name[lang];
	return /\p{Script=Han}/u.test(written) ? (reading[0] ?? written) : written;
};

/** Names are sorted on every page of a sector, and comparing two by the rules of a language takes a while: they are compared once. */
function orderOfNames(terms: readonly Term[], lang: Lang, { collator }: Formatter): ReadonlyMap<Term, number> {
	const named = terms.map((term) => ({ term, name: sortName({ lang }, term) })).sort((a, b) => collator.compare(a.name, b.name));
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
function termLink(context: Pick<PageContext, 'corpus' | 'uses' | 'lang' | 'slug'>, id: string): PhrasingContent[] | undefined {
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
