import type { BlockContent } from 'mdast';
import { languages } from '../../../src/model/languages.ts';
import type { SourceDocument } from '../../../src/model/seed.ts';
import { statementKinds } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { heading, inlineCode, link, list, paragraph, strong, table, text, type Block } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { href, join, labelOf, nthPage, nthTitle, numbered, pageWays, prose, type PageContext } from './context.ts';
import { pageSource } from './page.ts';
import { runsOf, shareOfList } from './parts.ts';
import { bySector, entries, fact, facts, inOrder, note, sourceStatementBlock, statementFilters } from './statement.ts';

/** A source document: what it is, what we took from it, and every statement in its order, on as many pages as they need. */
export function* sourcePages(contexts: (slug: string) => PageContext, document: SourceDocument, order: number): Generator<PageSource> {
	const slug = `sources/${document.id}`;
	const context = contexts(slug);
	const { corpus, lang, lists, t } = context;
	const file = corpus.fileOf.get(document.id) ?? '';
	const [first = [], ...others] = lists.sources.get(document) ?? [];
	const runs = [first, ...others];
	const titles = runs.map((run) => (run.length === 0 ? t('part.overview') : linesOf(context, run)));
	yield pageSource(context, {
		title: document.title[lang],
		description: document.about[lang],
		view: 'source',
		order,
		label: document.shortTitle[lang],
		from: [file],
		parts: [
			{ name: 'document', from: [file], content: aboutDocument(context, document) },
			{ name: 'contents', from: [file], content: others.length > 0 ? [heading(2, t('section.contents')), contents(context, document, slug, runs)] : [] },
			{ name: 'statements', from: [file], content: [...inSourceOrder(context, document, first, t('section.statements'))] },
			{ name: 'furniture', from: [file], content: furniture(context, document) },
		],
	});
	yield* bySectorPages(contexts, document, runs.flat(), order);
	for (const [index, run] of others.entries()) {
		const place = contexts(nthPage(slug, index + 2));
		const lines = linesOf(place, run);
		yield pageSource(place, {
			title: t('part.title', { whole: document.title[lang], part: lines }),
			description: t('source.part', { source: document.shortTitle[lang], lines }),
			view: 'source',
			partOf: slug,
			order: index + 2,
			label: lines,
			from: [file],
			parts: [
				{ name: 'pages', from: [file], content: pageWays(place, titles, index + 1) },
				{ name: 'statements', from: [file], content: [...inSourceOrder(place, document, run, t('source.lines', { lines }))] },
			],
		});
	}
}

/** What introduces a source on its first page, and what stands below its statements there. */
export const sourceFront = (context: PageContext, document: SourceDocument): (BlockContent | undefined)[] => [...aboutDocument(context, document), ...furniture(context, document)];

const aboutDocument = (context: PageContext, document: SourceDocument): (BlockContent | undefined)[] =>
	[paragraph(prose(context, document.about[context.lang])), documentFacts(context, document), note(context, document.note)];

/** What is where: the lines of each page, and the headings of the original among them. */
function contents(context: PageContext, document: SourceDocument, slug: string, runs: readonly (readonly CorpusStatement[])[]): BlockContent {
	const { lang, t } = context;
	return list(runs.flatMap((run, index) => {
		if (run.length === 0) return [];
		const to = nthPage(slug, index + 1);
		const lines = linesOf(context, run);
		const headings = [...groupBy(run, (statement) => headingBefore(document, statement))].flatMap(([found, [first]]) => (found === undefined ? [] : [[link(href(context, to, first?.id), prose(context, found.text[lang]))]]));
		return [[
			index === 0 ? strong(t('part.here')) : link(href(context, to), lines),
			text(`${t('parenthesis.open')}${index === 0 ? `${lines}${t('list.separator')}` : ''}${t('count.statements', { count: run.length })}${t('parenthesis.close')}`),
			...(headings.length > 0 ? [text(t('colon')), ...join(context, headings)] : []),
		]];
	}));
}

/** The heading of the original under which a statement stands. */
export const headingBefore = ({ headings }: SourceDocument, { lines: [line] }: CorpusStatement): SourceDocument['headings'][number] | undefined =>
	headings.reduce<SourceDocument['headings'][number] | undefined>((last, heading) => (heading.line < line && heading.line > (last?.line ?? -1) ? heading : last), undefined);

/** The statements of a source under their sectors, in short. */
function* bySectorPages(contexts: (slug: string) => PageContext, document: SourceDocument, statements: readonly CorpusStatement[], order: number): Generator<PageSource> {
	const slug = `sources/${document.id}`;
	if (!isOrdered(statements)) return;
	const main = contexts(slug);
	const sectors = bySector(main, statements.map((statement) => ({ statement })));
	const runs = runsOf(sectors.map(({ found }) => found), ({ statement }) => shareOfList + main.weights.entry(statement));
	const titles = numbered(main.t, runs.map((run) => labelOf(main.t, bySector(main, run).map(({ sector }) => sector.name[main.lang]), 2)));
	for (const [index, run] of runs.entries()) {
		const context = contexts(nthPage(`${slug}/by-sector`, index + 1));
		const { corpus, lang, t } = context;
		const file = corpus.fileOf.get(document.id) ?? '';
		const shown = run.map(({ statement }) => statement);
		yield pageSource(context, {
			title: nthTitle(t, t('view.ordered', { view: document.title[lang], order: t('list.order.by-sector') }), index + 1),
			description: t('source.by-sector', { source: document.shortTitle[lang] }),
			view: 'source',
			orderOf: slug,
			label: nthTitle(t, t('list.order.by-sector'), index + 1),
			order,
			from: [file],
			parts: [
				{ name: 'introduction', from: [file], content: [paragraph(t('source.by-sector', { source: document.shortTitle[lang] })), statementFilters(context, shown, { orders })] },
				...bySector(context, run).map(({ sector, found }) => ({ name: `sector-${sector.id}`, from: [file], content: [heading(2, sector.name[lang]), entries(context, found.map(({ statement }) => statement))] })),
				{ name: 'further', from: [file], content: pageWays(context, titles, index) },
			],
		});
	}
}

/** The orders of a source: its own, and by sector where it tells of several. */
const orders = 'by-line by-sector';
const isOrdered = (statements: readonly CorpusStatement[]): boolean => new Set(statements.map(({ sector }) => sector)).size > 1;

/** The lines from the first of some statements to the last. */
const linesOf = ({ format }: PageContext, statements: readonly CorpusStatement[]): string => format.lines([Math.min(...statements.map(({ lines }) => lines[0])), Math.max(...statements.map(({ lines }) => lines[1]))]);

function documentFacts(context: PageContext, { kind, publisher, author, published, language, original, rights }: SourceDocument): BlockContent | undefined {
	const { lang, t, format } = context;
	const certainty = t(`certainty.${published.certainty}`);
	return facts(
		fact('documentKind', [text(t(`documentKind.${kind}`))]),
		fact('publisher', publisher ? prose(context, publisher[lang]) : [text(t('notStated'))]),
		fact('author', author ? prose(context, author[lang]) : [text(t('notStated'))]),
		fact('published', [
			text(published.date === undefined ? certainty : `${format.date(published.date)}${t('parenthesis.open')}${certainty}${t('parenthesis.close')}`),
			...(published.note ? [text(t('sentenceGap')), ...prose(context, published.note[lang])] : []),
		]),
		fact('language', [text(t(`language.${languages[language].tag}`))]),
		fact('original', [
			...join(context, [
				...(original.url === undefined ? [] : [[link(original.url, original.url)]]),
				[inlineCode(original.file)],
				[text(t('count.lines', { count: original.lines }))],
			]),
		]),
		fact('fingerprint', [inlineCode(original.sha256)]),
		fact('rights', prose(context, rights[lang])),
	);
}

/** The headings of the original stand before the statements that follow them. */
function* inSourceOrder(context: PageContext, document: SourceDocument, statements: readonly CorpusStatement[], title: string): Generator<Block> {
	if (statements.length === 0) return;
	yield heading(2, title);
	yield statementFilters(context, statements, { kind: inOrder(statementKinds, statements.map(({ kind }) => kind)), ...(isOrdered(context.from.get(document) ?? []) ? { orders } : {}) });
	for (const [current, found] of groupBy(statements, (statement) => headingBefore(document, statement))) {
		if (current) yield heading(3, prose(context, current.text[context.lang]));
		for (const statement of found) yield () => sourceStatementBlock(context, statement);
	}
}

function furniture(context: PageContext, document: SourceDocument): BlockContent[] {
	const { t, format } = context;
	const rows = [
		...document.furniture.map(({ lines, reason }) => ({ lines, reason: t(`furniture.${reason}`) })),
		...document.headings.map(({ line }) => ({ lines: [line, line] as [number, number], reason: t('furniture.heading') })),
	].sort((a, b) => a.lines[0] - b.lines[0]);
	return rows.length > 0
		? [
			heading(2, t('section.furniture')),
			paragraph(t('section.furniture.description')),
			table([[[text(t('column.lines'))], [text(t('column.reason'))]], ...rows.map(({ lines, reason }) => [[text(format.lines(lines))], [text(reason)]])]),
		]
		: [];
}
