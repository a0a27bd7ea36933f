import type { BlockContent, PhrasingContent } from 'mdast';
import { languages } from '../../../src/model/languages.ts';
import type { Amount, LocalizedText, Sector } from '../../../src/model/seed.ts';
import { statuses } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, link, paragraph, table, text } from '../mdx.ts';
import { differencePage, href, inLanguage, join, langsFrom, named, present, prose, proseOnce, sectorsOf, shown, sourcePageOf, statementHref, termLinks, told, type Figure, type PageContext } from './context.ts';
import { mostChoices } from './parts.ts';

/** `<Text lang="…">`, once a language, the page's first. */
export const texts = ({ lang }: PageContext, localized: LocalizedText): BlockContent[] =>
	langsFrom(lang).map((textLang) => element('Text', { lang: languages[textLang].tag }, [paragraph(prose({ lang: textLang }, localized[textLang]))]));

export const note = (context: PageContext, localized: LocalizedText | undefined): BlockContent | undefined =>
	localized && element('Note', {}, texts(context, localized));

/** `<Fact name="…">`; left out where there is nothing to say. */
export const fact = (name: string, content: readonly PhrasingContent[]): BlockContent | undefined =>
	content.length > 0 ? element('Fact', { name }, [paragraph(content as PhrasingContent[])]) : undefined;

export const facts = (...items: (BlockContent | undefined)[]): BlockContent | undefined =>
	items.some((item) => item !== undefined) ? element('Facts', {}, present(...items)) : undefined;

/** As {@link PageContext.amountText}, which makes it once. */
export function amountText(context: Pick<PageContext, 'lang' | 't' | 'format'>, amount: Amount): PhrasingContent[] {
	const { t, format } = context;
	const [own, ...others] = format.amount(amount);
	const forms = others.map(({ lang, text: form }) => inLanguage(context, lang, form));
	return [
		text(own?.text ?? ''),
		...(forms.length > 0 ? [text(t('parenthesis.open')), ...join(context, forms), text(t('parenthesis.close'))] : []),
	];
}

/** Where a statement rests: its source and lines, linked to its place on the source page. */
const citation = (context: PageContext, statement: CorpusStatement): PhrasingContent[] => [
	link(
		href(context, sourcePageOf(context, statement), statement.id),
		proseOnce(context, context.t('citation', { source: statement.document.shortTitle[context.lang], lines: context.format.lines(statement.lines) })),
	),
];

/** A statement at home, on its sector page, with everything that is known of it. */
export function statementBlock(context: PageContext, statement: CorpusStatement): BlockContent {
	const all = told(context, statement);
	return element('Statement', attributes(context, statement), present(
		...all.slice(1).map(({ id }) => element('Anchor', { id })),
		...texts(context, statement.text),
		...all.map((each) => note(context, each.note)),
		statementFacts(context, statement),
	));
}

/** What is known of a statement, beside what it says. */
export function statementFacts(context: PageContext, statement: CorpusStatement): BlockContent | undefined {
	const { corpus, t, lang } = context;
	const all = told(context, statement);
	const differences = new Set(all.flatMap(({ id }) => corpus.differencesOf.get(id) ?? []));
	return facts(
		fact('when', join(context, statement.when.map((when) => [text(context.format.date(when))]))),
		fact('amounts', join(context, statement.amounts.map((amount) => [...context.amountText(amount), text(t('colon')), ...prose(context, amount.what[lang])]), 'semicolon')),
		fact('parties', termLinks(context, named(context, statement, 'parties'))),
		fact('places', termLinks(context, named(context, statement, 'places'))),
		fact('terms', termLinks(context, named(context, statement, 'terms'))),
		fact('sectors', sectorLinks(context, sectorsOf(context, statement).slice(1))),
		fact('differences', join(context, [...differences].map((difference) => [link(href(context, differencePage(context, difference), difference.id), prose(context, difference.title[lang]))]))),
		fact('sources', join(context, all.map((each) => citation(context, each)), 'semicolon')),
	);
}

/** A statement on the page of its source: what the source says, and the way to its home. */
export const sourceStatementBlock = (context: PageContext, statement: CorpusStatement, content = said(context, statement)): BlockContent =>
	element(
		'Statement',
		{ ...attributes(context, statement), lines: context.format.lines(statement.lines), href: statementHref(context, shown(context, statement)) },
		content,
	);

/** What a source says: the same in every language, but for the order. */
export const said = (context: PageContext, statement: CorpusStatement): BlockContent[] => present(...texts(context, statement.text), note(context, statement.note));

const attributes = ({ corpus }: PageContext, { id, kind, status }: CorpusStatement): Record<string, string | undefined> => ({
	id,
	kind,
	status,
	stale: corpus.staleIn.get(id)?.map((lang) => languages[lang].tag).join(' ') || undefined,
});

export const sectorLinks = (context: PageContext, ids: readonly string[]): PhrasingContent[] =>
	join(context, ids.flatMap((id) => {
		const sector = context.corpus.sectorById.get(id);
		return sector ? [[link(href(context, `sectors/${id}`), prose(context, sector.name[context.lang]))]] : [];
	}));

/** What is told of statements, by the sector that is their home, in the order of the sectors. */
export function bySector<Told extends { readonly statement: CorpusStatement }>({ corpus }: PageContext, told: readonly Told[]): { sector: Sector; found: readonly Told[] }[] {
	const groups = groupBy(told, ({ statement }) => statement.sector);
	return corpus.sectors.flatMap((sector) => {
		const found = groups.get(sector.id);
		return found ? [{ sector, found }] : [];
	});
}

/** `<Entries>`: statements in short, each leading to its home. */
export const entries = (context: PageContext, statements: readonly CorpusStatement[]): BlockContent | undefined =>
	statements.length > 0
		? element('Entries', {}, statements.map((statement) => entry(context, statement, statement.when)))
		: undefined;

/** The values of a list that occur, in the order of the list. */
export function inOrder(all: readonly string[], occurring: readonly string[]): string {
	const found = new Set(occurring);
	return all.filter((value) => found.has(value)).join(' ');
}

/** The values of a filter, where they are few enough to choose from. */
export const choices = (values: readonly string[]): string | undefined => (values.length > mostChoices ? undefined : values.join(' ') || undefined);

/** `<Filters>`: the choice of what a list shows, from the values that stand in it, in the order of their lists. */
export function statementFilters({ corpus }: PageContext, statements: readonly CorpusStatement[], extra: Record<string, string | undefined> = {}): BlockContent {
	return element('Filters', {
		status: inOrder(statuses, statements.map(({ status }) => status)),
		sector: choices(inOrder(corpus.sectors.map(({ id }) => id), statements.map(({ sector }) => sector)).split(' ')),
		...extra,
	});
}

export function entry(context: PageContext, statement: CorpusStatement, when: readonly string[]): BlockContent {
	const { corpus, lang, format } = context;
	return element(
		'Entry',
		{
			href: statementHref(context, shown(context, statement)),
			status: statement.status,
			when: when.length > 0 ? format.list(when.map((date) => format.date(date))) : undefined,
			sector: corpus.sectorById.get(statement.sector)?.name[lang],
		},
		[paragraph(prose(context, statement.text[lang]))],
	);
}

/** Amounts with what they are of, their status and their source. */
export const figureTable = (context: PageContext, figures: readonly Figure[]): BlockContent => {
	const { t, lang } = context;
	return table([
		[[text(t('column.figure'))], [text(t('column.what'))], [text(t('column.status'))], [text(t('column.source'))]],
		...figures.map(({ statement, amount }) => [
			[...context.amountText(amount)],
			[link(statementHref(context, statement), prose(context, amount.what[lang]))],
			[link(href(context, 'about', `status-${statement.status}`), t(`status.${statement.status}`))],
			[link(href(context, sourcePageOf(context, statement), statement.id), prose(context, statement.document.shortTitle[lang]))],
		]),
	]);
};
