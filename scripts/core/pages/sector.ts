import type { BlockContent } from 'mdast';
import type { Sector, Term } from '../../../src/model/seed.ts';
import type { Category } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, heading, link, list, paragraph, strong, table, text } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import type { Translate } from '../messages.ts';
import { andMore, byName, differencePage, firstFew, href, join, labelOf, named, nthPage, numbered, pageWays, prose, statementHref, termLinks, told, type PageContext, type SectorFront, type SectorPage } from './context.ts';
import { pageSource, type Part } from './page.ts';
import { mostBeside } from './parts.ts';
import { entries, statementBlock } from './statement.ts';

/** A sector: editors' prose, key figures, who is involved, where sources differ and what is near; its statements by kind and date, with those of other sectors, on as many pages as they need. */
export function* sectorPages(contexts: (slug: string) => PageContext, sector: Sector, order: number): Generator<PageSource> {
	const slug = `sectors/${sector.id}`;
	const context = contexts(slug);
	const { lang, lists, t } = context;
	const { front, pages } = lists.sectors.get(sector.id) ?? { front: frontOf(context, [], []), pages: [] };
	const [first = noPage, ...others] = pages;
	const labels = numbered(t, pages.map((page) => titleOf(t, page)));
	const titles = [t('part.overview'), ...labels.slice(1)];
	const name = sector.name[lang];
	yield pageSource(context, {
		title: name,
		description: sector.description[lang],
		view: 'sector',
		order,
		from: ['seeds/sectors.yaml'],
		invitation: t('invitation.sector'),
		parts: [
			{ name: 'figures', from: front.files.home, content: keyFigures(context, front) },
			{ name: 'contents', from: front.files.concerned, content: section(t('section.contents'), others.length > 0 ? contents(context, slug, pages) : undefined) },
			...statementParts(context, first),
			...around(context, sector, front, first.hasPicture),
		],
	});
	for (const [index, page] of others.entries()) {
		const own = contexts(nthPage(slug, index + 2));
		const label = labels[index + 1] ?? '';
		const groups = groupsOf(t, page).map(({ label: group, count }) => (count === 0 ? group : t('part.count', { whole: group, count })));
		yield pageSource(own, {
			title: t('part.title', { whole: name, part: label }),
			description: t('sector.part', { sector: name, number: index + 2, contents: groups.join(t('list.separator')) }),
			view: 'sector',
			partOf: slug,
			order: index + 2,
			label,
			from: ['seeds/sectors.yaml'],
			parts: [{ name: 'pages', from: ['seeds/documents'], content: pageWays(own, titles, index + 1) }, ...statementParts(own, page), ...picture(sector, page.hasPicture)],
		});
	}
}

const noPage: SectorPage = { home: [], also: [], hasPicture: false };

/** What introduces a sector on its first page, as far as convert writes it. */
export const sectorFront = (context: PageContext, sector: Sector, front: SectorFront): (BlockContent | undefined)[] =>
	[...keyFigures(context, front), ...around(context, sector, front, false).flatMap(({ content }) => content as (BlockContent | undefined)[])];

/** What stands around the statements of a sector: who is involved, where sources differ, what is near, and what it rests on. */
const around = (context: PageContext, sector: Sector, front: SectorFront, hasPicture: boolean): Part[] => {
	const { t } = context;
	return [
		{ name: 'involved', from: ['seeds/glossary.yaml'], content: section(t('section.involved'), involved(context, front)) },
		...picture(sector, hasPicture),
		{ name: 'differences', from: ['seeds/differences.yaml'], content: section(t('section.differences'), differenceLinks(context, front)) },
		{ name: 'related', from: ['seeds/sectors.yaml'], content: section(t('section.related'), relatedSectors(context, sector)) },
		{ name: 'sources', from: front.files.told, content: section(t('section.sources'), sourceList(context, front)) },
	];
};

/** @param home the statements of a sector @param concerned these, and those of others that concern it */
export function frontOf(context: Pick<PageContext, 'corpus'>, home: readonly CorpusStatement[], concerned: readonly CorpusStatement[]): SectorFront {
	const { corpus } = context;
	const all = concerned.flatMap((statement) => told(context, statement));
	const byDocument = groupBy(all, ({ document }) => document);
	return {
		files: { home: filesOf(context, home), concerned: filesOf(context, concerned), told: filesOf(context, all) },
		figures: firstFew(home.flatMap((statement) => statement.amounts.map((amount) => ({ statement, amount })))),
		parties: partiesOf(context, concerned),
		differences: firstFew([...new Set(all.flatMap(({ id }) => corpus.differencesOf.get(id) ?? []))]),
		sources: firstFew(corpus.documents.flatMap((document) => (byDocument.has(document) ? [{ document, count: byDocument.get(document)?.length ?? 0 }] : []))),
	};
}

/** Who is involved, of many those who are named most. */
function partiesOf(context: Pick<PageContext, 'corpus'>, statements: readonly CorpusStatement[]): SectorFront['parties'] {
	const counts = new Map<string, number>();
	for (const statement of statements) for (const id of named(context, statement, 'parties')) counts.set(id, (counts.get(id) ?? 0) + 1);
	const parties = [...counts.keys()].map((id) => context.corpus.termById.get(id)).filter((term) => term !== undefined);
	const byCount = (terms: readonly Term[]): readonly Term[] => (terms.length > mostBeside ? terms.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0)) : terms);
	const byCategory = groupBy(parties, ({ category }) => category);
	const categories: Category[] = ['country', 'organisation', 'company', 'person'];
	return categories.map((category) => ({ category, ...firstFew(byCount(byCategory.get(category) ?? [])) }));
}

/** What a page of a sector holds: each kind of statement with how many there are, and the first of them; none for a picture. */
const groupsOf = (t: Translate, { home, also, hasPicture }: SectorPage): { label: string; count: number; first?: string }[] => [
	...[...groupBy(home, ({ kind }) => kind)].map(([kind, found]) => ({ label: t(`kindGroup.${kind}`), count: found.length, first: found[0]?.id ?? '' })),
	...(also.length > 0 ? [{ label: t('part.also'), count: also.length }] : []),
	...(hasPicture ? [{ label: t('chart.network.title'), count: 0 }] : []),
];

/** What a page is called by what it holds: its kinds of statement, and those of other sectors; or the picture, where it stands alone. */
function titleOf(t: Translate, { home, also, hasPicture }: SectorPage): string {
	const kinds = [...new Set(home.map(({ kind }) => kind))].map((kind) => t(`kindGroup.${kind}`));
	const found = [...(kinds.length > 0 ? [labelOf(t, kinds, 3)] : []), ...(also.length > 0 ? [t('part.also')] : [])];
	return found.length === 0 && hasPicture ? t('chart.network.title') : found.join(t('list.separator'));
}

/** What is where: every kind of statement of the sector, with how many, page by page. */
function contents(context: PageContext, slug: string, pages: readonly SectorPage[]): BlockContent {
	const { t } = context;
	const count = (number: number): string => (number === 0 ? '' : `${t('parenthesis.open')}${number}${t('parenthesis.close')}`);
	return list(pages.flatMap((page, index) => {
		const to = nthPage(slug, index + 1);
		const groups = groupsOf(t, page);
		const ways = groups.map((group) => [link(href(context, to, group.first), group.label), text(count(group.count))]);
		const title = index === 0 ? strong(t('part.here')) : link(href(context, to), t('part.page', { number: index + 1 }));
		return groups.length === 0 ? [] : [[title, text(t('colon')), ...join(context, ways)]];
	}));
}

/** Who acts together, on the one page of a sector that has room for it. */
const picture = ({ id }: Sector, isHere: boolean): Part[] => (isHere ? [{ name: 'network', from: ['seeds/documents', 'seeds/glossary.yaml'], content: [element('NetworkChart', { sector: id })] }] : []);

/** Statements under their kinds, and those of other sectors. */
const statementParts = (context: PageContext, { home, also }: SectorPage): Part[] => [
	...[...groupBy(home, ({ kind }) => kind)].map(([kind, found]) => ({
		name: `statements-${kind}`,
		from: filesOf(context, found.flatMap((statement) => told(context, statement))),
		content: [heading(2, context.t(`kindGroup.${kind}`)), ...found.map((statement) => () => statementBlock(context, statement))],
	})),
	{ name: 'also', from: filesOf(context, also), content: section(context.t('section.also'), entries(context, also)) },
];

/**
 * What the picture of who acts together weighs, as `src/site/charts/network.ts` draws it: a row for each organisation, a line for
 * each statement that names two, and a table with all their names; or groups, where those are too many.
 */
export function pictureWeight(context: Pick<PageContext, 'corpus'>, statements: readonly CorpusStatement[]): number {
	const acts = (id: string): boolean => ['organisation', 'company'].includes(context.corpus.termById.get(id)?.category ?? '');
	const together = statements.map((statement) => named(context, statement, 'parties').filter(acts)).filter(({ length }) => length > 1);
	const rows = new Set(together.flat()).size;
	if (rows < 3) return 0;
	return together.length > 48 ? 20_000 : Math.min(20_000, 2_200 + 290 * rows + 150 * together.flat().length);
}
const section = (title: string, block: BlockContent | undefined): BlockContent[] => (block ? [heading(2, title), block] : []);

export const filesOf = ({ corpus }: Pick<PageContext, 'corpus'>, statements: readonly CorpusStatement[]): string[] =>
	[...new Set(statements.map(({ document }) => corpus.fileOf.get(document.id) ?? ''))].sort();

function keyFigures(context: PageContext, { figures: { shown, more } }: SectorFront): BlockContent[] {
	const { t } = context;
	const rows = shown.map(({ statement, amount }) => [
		[...context.amountText(amount)],
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

function involved(context: PageContext, { parties }: SectorFront): BlockContent | undefined {
	const items = parties.flatMap(({ category, shown, more }) =>
		(shown.length > 0 ? [[strong(context.t(`categoryGroup.${category}`)), text(context.t('colon')), ...join(context, [...byName(context, shown).map(({ id }) => termLinks(context, [id])), ...andMore(context, more)])]] : []));
	return items.length > 0 ? list(items) : undefined;
}

function differenceLinks(context: PageContext, { differences: { shown, more } }: SectorFront): BlockContent | undefined {
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

function sourceList(context: PageContext, { sources: { shown, more } }: SectorFront): BlockContent | undefined {
	return shown.length > 0
		? list([...shown.map(({ document, count }) => [
			link(href(context, `sources/${document.id}`), prose(context, document.shortTitle[context.lang])),
			text(context.t('parenthesis.open') + context.t('count.statements', { count }) + context.t('parenthesis.close')),
		]), ...andMore(context, more)])
		: undefined;
}
