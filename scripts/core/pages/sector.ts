import type { BlockContent } from 'mdast';
import type { Sector, Term } from '../../../src/model/seed.ts';
import type { Category } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, heading, link, list, paragraph, strong, table, text } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { andMore, byName, differencePage, firstFew, href, join, named, nthPage, nthTitle, prose, statementHref, termLinks, told, type PageContext } from './context.ts';
import { pageSource, type Part } from './page.ts';
import { evenRuns, frontWeight, homeWeight, mostBeside, mostOnPage, shortWeight } from './parts.ts';
import { amountText, entries, statementBlock } from './statement.ts';

/** A sector: editors' prose, key figures, its statements by kind and date, who is involved, where sources differ, what is near. Statements that the page has no room for go on in further ones. */
export function* sectorPages(contexts: (slug: string) => PageContext, sector: Sector, order: number): Generator<PageSource> {
	const slug = `sectors/${sector.id}`;
	const context = contexts(slug);
	const { alsoIn, lang, lists, t } = context;
	const [first = [], ...others] = lists.sectors.get(sector.id) ?? [];
	const home = [first, ...others].flat();
	const also = alsoIn.get(sector.id) ?? [];
	const concerned = [...home, ...also];
	const kindsOf = (statements: readonly CorpusStatement[]): string => [...new Set(statements.map(({ kind }) => kind))].map((kind) => t(`kindGroup.${kind}`)).join(t('list.separator'));
	const kinds = others.map(kindsOf);
	const pages = others.map((statements, index) => {
		const own = kinds[index] ?? '';
		const number = index + 2;
		// Of several pages of the same kinds the number says which.
		return { statements, number, slug: nthPage(slug, number), label: kinds.indexOf(own) === kinds.lastIndexOf(own) ? own : nthTitle(t, own, number) };
	});
	// Statements of other sectors that are too many beside its own have pages of theirs.
	const fits = also.length <= mostBeside || first.length * homeWeight + also.length * shortWeight + frontWeight <= mostOnPage;
	const alsoPages = fits ? [] : evenRuns(also, shortWeight).map((statements, index) => ({ statements, slug: nthPage(`${slug}/also`, index + 1), label: nthTitle(t, t('section.also'), index + 1) }));
	yield pageSource(context, {
		title: sector.name[lang],
		description: sector.description[lang],
		view: 'sector',
		order,
		from: ['seeds/sectors.yaml'],
		invitation: t('invitation.sector'),
		parts: [
			{ name: 'figures', from: filesOf(context, home), content: keyFigures(context, home) },
			...statementParts(context, first),
			{ name: 'further', from: filesOf(context, home), content: section(t('section.further'), pages.length > 0 ? list(pages.map((page) => [link(href(context, page.slug), page.label)])) : undefined) },
			{ name: 'also', from: filesOf(context, also), content: section(t('section.also'), alsoPages.length > 0 ? list(alsoPages.map((page) => [link(href(context, page.slug), page.label), text(`${t('colon')}${t('count.statements', { count: page.statements.length })}`)])) : entries(context, also)) },
			{ name: 'involved', from: ['seeds/glossary.yaml'], content: section(t('section.involved'), involved(context, concerned)) },
			{ name: 'network', from: ['seeds/documents', 'seeds/glossary.yaml'], content: [element('NetworkChart', { sector: sector.id })] },
			{ name: 'differences', from: ['seeds/differences.yaml'], content: section(t('section.differences'), differenceLinks(context, concerned)) },
			{ name: 'related', from: ['seeds/sectors.yaml'], content: section(t('section.related'), relatedSectors(context, sector)) },
			{ name: 'sources', from: filesOf(context, concerned.flatMap((statement) => told(context, statement))), content: section(t('section.sources'), sourceList(context, concerned)) },
		],
	});
	for (const page of pages) {
		const title = t('part.title', { whole: sector.name[lang], part: page.label });
		yield pageSource(contexts(page.slug), {
			title,
			description: t('part.title', { whole: title, part: t('count.statements', { count: page.statements.length }) }),
			view: 'sector',
			partOf: slug,
			order: page.number,
			label: page.label,
			from: ['seeds/sectors.yaml'],
			parts: statementParts(contexts(page.slug), page.statements),
		});
	}
	for (const [index, page] of alsoPages.entries()) {
		const own = contexts(page.slug);
		const title = t('part.title', { whole: sector.name[lang], part: page.label });
		yield pageSource(own, {
			title,
			description: t('part.title', { whole: title, part: t('count.statements', { count: page.statements.length }) }),
			view: 'sector',
			partOf: slug,
			order: pages.length + index + 2,
			label: page.label,
			from: ['seeds/sectors.yaml'],
			parts: [{ name: 'also', from: filesOf(own, page.statements), content: section(t('section.also'), entries(own, page.statements)) }],
		});
	}
}

/** Statements under their kinds. */
const statementParts = (context: PageContext, statements: readonly CorpusStatement[]): Part[] =>
	[...groupBy(statements, ({ kind }) => kind)].map(([kind, found]) => ({
		name: `statements-${kind}`,
		from: filesOf(context, found.flatMap((statement) => told(context, statement))),
		content: [heading(2, context.t(`kindGroup.${kind}`)), ...found.map((statement) => () => statementBlock(context, statement))],
	}));

const section = (title: string, block: BlockContent | undefined): BlockContent[] => (block ? [heading(2, title), block] : []);

export const filesOf = ({ corpus }: PageContext, statements: readonly CorpusStatement[]): string[] =>
	[...new Set(statements.map(({ document }) => corpus.fileOf.get(document.id) ?? ''))].sort();

function keyFigures(context: PageContext, statements: readonly CorpusStatement[]): BlockContent[] {
	const { t } = context;
	const { shown, more } = firstFew(statements.flatMap((statement) => statement.amounts.map((amount) => ({ statement, amount }))));
	const rows = shown.map(({ statement, amount }) => [
		amountText(context, amount),
		[link(statementHref(context, statement), prose(context, amount.what[context.lang]))],
		[text(t(`status.${statement.status}`))],
	]);
	return rows.length > 0
		? [
			heading(2, t('section.figures')),
			table([[[text(t('column.figure'))], [text(t('column.what'))], [text(t('column.status'))]], ...rows]),
			...andMore(context, more, 'figures/by-sector').map(paragraph),
		]
		: [];
}

function involved(context: PageContext, statements: readonly CorpusStatement[]): BlockContent | undefined {
	const counts = new Map<string, number>();
	for (const statement of statements) for (const id of named(context, statement, 'parties')) counts.set(id, (counts.get(id) ?? 0) + 1);
	const parties = [...counts.keys()].map((id) => context.corpus.termById.get(id)).filter((term) => term !== undefined);
	const byCount = (terms: readonly Term[]): readonly Term[] => (terms.length > mostBeside ? terms.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0)) : terms);
	const byCategory = groupBy(parties, ({ category }) => category);
	const categories: Category[] = ['country', 'organisation', 'company', 'person'];
	const items = categories.flatMap((category) => {
		const { shown, more } = firstFew(byCount(byCategory.get(category) ?? []));
		return shown.length > 0 ? [[strong(context.t(`categoryGroup.${category}`)), text(context.t('colon')), ...join(context, [...byName(context, shown).map(({ id }) => termLinks(context, [id])), ...andMore(context, more)])]] : [];
	});
	return items.length > 0 ? list(items) : undefined;
}

function differenceLinks(context: PageContext, statements: readonly CorpusStatement[]): BlockContent | undefined {
	const all = statements.flatMap((statement) => told(context, statement));
	const { shown, more } = firstFew([...new Set(all.flatMap(({ id }) => context.corpus.differencesOf.get(id) ?? []))]);
	return shown.length > 0
		? list([...shown.map((difference) => [link(href(context, differencePage(context, difference), difference.id), prose(context, difference.title[context.lang]))]), ...andMore(context, more, 'differences/by-sector')])
		: undefined;
}

function relatedSectors(context: PageContext, { related }: Sector): BlockContent | undefined {
	const sectors = related.map((id) => context.corpus.sectorById.get(id)).filter((sector) => sector !== undefined);
	return sectors.length > 0
		? list(sectors.map(({ id, name, description }) => [
			link(href(context, `sectors/${id}`), prose(context, name[context.lang])),
			text(context.t('colon')),
			...prose(context, description[context.lang]),
		]))
		: undefined;
}

function sourceList(context: PageContext, statements: readonly CorpusStatement[]): BlockContent | undefined {
	const byDocument = groupBy(statements.flatMap((statement) => told(context, statement)), ({ document }) => document);
	const { shown, more } = firstFew(context.corpus.documents.filter((document) => byDocument.has(document)));
	return shown.length > 0
		? list([...shown.map((document) => [
			link(href(context, `sources/${document.id}`), prose(context, document.shortTitle[context.lang])),
			text(context.t('parenthesis.open') + context.t('count.statements', { count: byDocument.get(document)?.length ?? 0 }) + context.t('parenthesis.close')),
		]), ...andMore(context, more)])
		: undefined;
}
