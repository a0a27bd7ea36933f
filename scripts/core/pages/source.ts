import type { BlockContent } from 'mdast';
import { languages } from '../../../src/model/languages.ts';
import type { SourceDocument } from '../../../src/model/seed.ts';
import { statementKinds } from '../../../src/model/vocabulary.ts';
import type { CorpusStatement } from '../corpus.ts';
import { heading, inlineCode, link, paragraph, table, text, type Block } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { join, prose, type PageContext } from './context.ts';
import { pageSource } from './page.ts';
import { fact, facts, inOrder, note, sourceStatementBlock, statementFilters } from './statement.ts';

/** A source document: what it is, what we took from it, and every statement in its order. */
export function sourcePage(context: PageContext, document: SourceDocument, order: number): PageSource {
	const { corpus, lang, from } = context;
	const file = corpus.fileOf.get(document.id) ?? '';
	const statements = [...(from.get(document) ?? [])].sort((a, b) => a.lines[0] - b.lines[0] || a.lines[1] - b.lines[1]);
	return pageSource(context, {
		title: document.title[lang],
		description: document.about[lang],
		view: 'source',
		order,
		label: document.shortTitle[lang],
		from: [file],
		parts: [
			{ name: 'document', from: [file], content: [paragraph(prose(context, document.about[lang])), documentFacts(context, document), note(context, document.note)] },
			{ name: 'statements', from: [file], content: [...inSourceOrder(context, document, statements)] },
			{ name: 'furniture', from: [file], content: furniture(context, document) },
		],
	});
}

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
function* inSourceOrder(context: PageContext, { headings }: SourceDocument, statements: readonly CorpusStatement[]): Generator<Block> {
	yield heading(2, context.t('section.statements'));
	yield statementFilters(context, statements, { kind: inOrder(statementKinds, statements.map(({ kind }) => kind)) });
	const upcoming = [...headings].sort((a, b) => a.line - b.line);
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
