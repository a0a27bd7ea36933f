import type { BlockContent } from 'mdast';
import { languages } from '../../../src/model/languages.ts';
import type { SourceDocument } from '../../../src/model/seed.ts';
import { statementKinds } from '../../../src/model/vocabulary.ts';
import type { CorpusStatement } from '../corpus.ts';
import { heading, inlineCode, link, list, paragraph, table, text, type Block } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { href, join, nthPage, nthTitle, prose, type PageContext } from './context.ts';
import { pageSource } from './page.ts';
import { evenRuns, shortWeight } from './parts.ts';
import { bySector, entries, fact, facts, inOrder, note, sourceStatementBlock, statementFilters } from './statement.ts';

/** A source document: what it is, what we took from it, and every statement in its order, on as many pages as they need. */
export function* sourcePages(contexts: (slug: string) => PageContext, document: SourceDocument, order: number): Generator<PageSource> {
	const slug = `sources/${document.id}`;
	const context = contexts(slug);
	const { corpus, lang, lists, t } = context;
	const file = corpus.fileOf.get(document.id) ?? '';
	const [first = [], ...others] = lists.sources.get(document) ?? [];
	const pages = others.map((run, index) => ({ run, number: index + 2, place: contexts(nthPage(slug, index + 2)) }));
	yield pageSource(context, {
		title: document.title[lang],
		description: document.about[lang],
		view: 'source',
		order,
		label: document.shortTitle[lang],
		from: [file],
		parts: [
			{ name: 'document', from: [file], content: [paragraph(prose(context, document.about[lang])), documentFacts(context, document), note(context, document.note)] },
			{ name: 'statements', from: [file], content: [...inSourceOrder(context, document, first, context.t('section.statements'))] },
			{ name: 'further', from: [file], content: pages.length > 0 ? [heading(2, t('section.further')), list(pages.map(({ run, place }) => [link(href(context, place.slug), t('source.lines', { lines: linesOf(context, run) }))]))] : [] },
			{ name: 'furniture', from: [file], content: furniture(context, document) },
		],
	});
	yield* bySectorPages(contexts, document, [first, ...others].flat(), order);
	for (const { run, number, place } of pages) {
		const lines = linesOf(place, run);
		yield pageSource(place, {
			title: t('part.title', { whole: document.title[lang], part: lines }),
			description: t('source.part', { source: document.shortTitle[lang], lines }),
			view: 'source',
			partOf: slug,
			order: number,
			label: t('part.title', { whole: document.shortTitle[lang], part: lines }),
			from: [file],
			parts: [{ name: 'statements', from: [file], content: [...inSourceOrder(place, document, run, t('source.lines', { lines }))] }],
		});
	}
}

/** The statements of a source under their sectors, in short. */
function* bySectorPages(contexts: (slug: string) => PageContext, document: SourceDocument, statements: readonly CorpusStatement[], order: number): Generator<PageSource> {
	const slug = `sources/${document.id}`;
	if (!isOrdered(statements)) return;
	const sorted = bySector(contexts(slug), statements.map((statement) => ({ statement }))).flatMap(({ found }) => found);
	const runs = evenRuns(sorted, shortWeight);
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
				{ name: 'further', from: [file], content: runs.length > 1 ? [list(runs.map((_, at) => [link(href(context, nthPage(`${slug}/by-sector`, at + 1)), t('part.number', { number: at + 1 }))]))] : [] },
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
	yield heading(2, title);
	yield statementFilters(context, statements, { kind: inOrder(statementKinds, statements.map(({ kind }) => kind)), ...(isOrdered(context.from.get(document) ?? []) ? { orders } : {}) });
	const upcoming = [...document.headings].sort((a, b) => a.line - b.line);
	for (const statement of statements) {
		let current: (typeof upcoming)[number] | undefined;
		while (upcoming[0] && upcoming[0].line < statement.lines[0]) current = upcoming.shift();
		if (current) yield heading(3, prose(context, current.text[context.lang]));
		yield () => sourceStatementBlock(context, statement);
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
