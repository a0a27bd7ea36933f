import { languages, localize, type Lang, type Localized } from '../../src/model/languages.ts';
import { statementKinds, statuses } from '../../src/model/vocabulary.ts';
import type { Corpus } from './corpus.ts';
import { createFormatter } from '../../src/model/format.ts';
import type { Translate } from './messages.ts';
import { termPage, type PageContext } from './pages/context.ts';
import type { Fingerprint } from './translations.ts';

/**
 * What the search needs beside the statements, below the content folder: the names of the glossary, and the labels of
 * what a result shows. Each file is `{ fingerprint, rows }`; the fingerprint shows an edit by hand.
 */
export const glossaryFile = 'data/glossary.json';
export const labelsFile = 'data/labels.json';
/** What citations and lists name of a source document. */
const sourcesFile = 'data/sources.json';

/** The data files that convert writes for the search: path → text. */
export function publishedForSearch(context: Pick<PageContext, 'corpus' | 'uses' | 'lists'>, translators: Localized<Translate>, fingerprint: Fingerprint): Map<string, string> {
	const { corpus } = context;
	return new Map([
		[glossaryFile, file(glossaryRows(context), fingerprint)],
		[labelsFile, file(labelRows(corpus, translators), fingerprint)],
		[sourcesFile, file(corpus.documents.map(({ id, title, shortTitle, publisher, author, published: { date, certainty } }) => ({ id, title, shortTitle, publisher, author, published: { date, certainty } })), fingerprint)],
	]);
}

const file = (rows: readonly unknown[], fingerprint: Fingerprint): string => {
	const body = rows.map((row) => `\t\t${JSON.stringify(row)}`).join(',\n');
	return `{\n\t"fingerprint": "${fingerprint(body)}",\n\t"rows": [\n${body}\n\t]\n}\n`;
};

/** Whether such a file is as convert wrote it. */
export function isUntouchedFile(text: string, fingerprint: Fingerprint): boolean {
	const match = /^\{\n\t"fingerprint": "([0-9a-f]+)",\n\t"rows": \[\n([^]*)\n\t\]\n\}\n$/.exec(text.replaceAll('\r\n', '\n'));
	return match !== null && fingerprint(match[2] ?? '') === match[1];
}

function glossaryRows(context: Pick<PageContext, 'corpus' | 'uses' | 'lists'>): unknown[] {
	return context.corpus.glossary.map((term) => ({
		id: term.id,
		category: term.category,
		name: term.name,
		abbreviations: term.abbreviations,
		aliases: term.aliases,
		reading: term.reading,
		romaji: term.romaji,
		misspellings: term.misspellings,
		...(term.note ? { note: term.note } : {}),
		path: localize((lang) => `${languages[lang].tag}/${termPage(context, term)}/#${term.id}`),
		...(term.country ? { country: term.country } : {}),
		statements: context.uses.get(term.id)?.length ?? 0,
	}));
}

function labelRows(corpus: Corpus, translators: Localized<Translate>): unknown[] {
	const formats = localize((lang: Lang) => createFormatter(lang, translators));
	const row = (facet: string, id: string, label: Localized<string>): unknown => ({ facet, id, label });
	const dates = [...new Set([...corpus.statements.flatMap(({ when }) => when), ...corpus.documents.flatMap(({ published }) => published.date ?? [])])].sort();
	return [
		...corpus.sectors.map(({ id, name }) => row('sector', id, name)),
		...corpus.documents.map(({ id, shortTitle }) => row('source', id, shortTitle)),
		...statuses.map((id) => row('status', id, localize((lang) => translators[lang](`status.${id}`)))),
		...statementKinds.map((id) => row('kind', id, localize((lang) => translators[lang](`kind.${id}`)))),
		...dates.map((id) => row('date', id, localize((lang) => formats[lang].date(id)))),
	];
}
