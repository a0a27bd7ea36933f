import { languages, localize } from '../../src/model/languages.ts';
import type { CorpusStatement } from './corpus.ts';
import { homePageOf, type PageContext } from './pages/context.ts';
import { PieceWriter, type Pieces } from './pieces.ts';
import type { Fingerprint } from './translations.ts';

/**
 * The statements for the site's open data: `content/data/statements.json`. The site adds its own
 * address to the paths. The fingerprint shows an edit by hand, which convert refuses to overwrite.
 */
export function publishedStatements({ corpus: { statements, statementById }, lists }: Pick<PageContext, 'corpus' | 'lists'>, fingerprint: Fingerprint): Pieces {
	const row = (statement: CorpusStatement): unknown => {
		const { id, document, lines, sector, also, kind, status, when, parties, places, terms, amounts, text, note, sameAs } = statement;
		const page = homePageOf(lists, statementById.get(sameAs ?? id) ?? statement);
		return {
			id,
			source: document.id,
			lines,
			sector,
			sectors: [sector, ...also],
			kind,
			status,
			when,
			parties,
			places,
			terms,
			amounts,
			text,
			...(note ? { note } : {}),
			...(sameAs === undefined ? {} : { sameAs }),
			// A statement that repeats another has its anchor on that one's page.
			path: localize((lang) => `${languages[lang].tag}/${page}/#${id}`),
		};
	};
	const body = new PieceWriter();
	for (const [index, statement] of statements.entries()) body.add(`${index === 0 ? '' : ',\n'}\t\t${JSON.stringify(row(statement))}`);
	const pieces = body.pieces();
	return [`{\n\t"fingerprint": "${fingerprint(...pieces)}",\n\t"statements": [\n`, ...pieces, '\n\t]\n}\n'];
}

/** Whether the file is as convert wrote it. */
export function isUntouched(file: string, fingerprint: Fingerprint): boolean {
	const match = /^\{\n\t"fingerprint": "([0-9a-f]+)",\n\t"statements": \[\n([^]*)\n\t\]\n\}\n$/.exec(file.replaceAll('\r\n', '\n'));
	return match !== null && fingerprint(match[2] ?? '') === match[1];
}

/** The ids in such a file, whatever its state. */
export const publishedIds = (file: string): string[] => [...file.matchAll(/^\t\t\{"id":"([^"]+)"/gm)].map((match) => match[1] ?? '');

