import { languages, type Lang } from '../model/languages.ts';
import type { StoredStatement } from '../model/published.ts';
import { historyOf } from './changes.ts';
import { bibtex, cslJson, plainCitation, type Citable } from './citations.ts';
import { dayIn, sources, type CitationFormat } from './cite-files.ts';
import { readHistory } from './history.ts';

const history = readHistory();
const days = history.isKnown ? historyOf(history.changes) : undefined;

/**
 * The citation of a statement in one language, in each of its forms. The plain text says how old the statement is, too.
 * @param t a label of the catalogues in this language
 * @param url the full address of a path on this site
 */
export function citationTexts(statement: StoredStatement, lang: Lang, t: (key: string, values?: object) => string, url: (path: string) => string): Record<CitationFormat, string> {
	const source = sources.get(statement.source);
	const [from, to] = statement.lines;
	const citable: Citable = {
		id: statement.id,
		site: t('site.title'),
		title: t('cite.statement', { id: statement.id }),
		source: { title: source?.title[lang] ?? statement.source, author: source?.author?.[lang], publisher: source?.publisher?.[lang] },
		lines: t(from === to ? 'lines.single' : 'lines.range', { from, to }),
		url: url(statement.path[lang]),
		language: languages[lang].tag,
	};
	const separator = t('cite.separator');
	const known = days?.get(statement.id);
	const age = known ? [t('cite.added', { date: dayIn(lang, known.added) }), ...(known.changed === undefined ? [] : [t('cite.changed', { date: dayIn(lang, known.changed) })])] : [];
	const plain = plainCitation(citable, (values) => t('cite.plain', { ...values, interpolation: { escapeValue: false } }), separator);
	return { txt: `${plain}\n${age.length > 0 ? `\n${age.join(' ')}\n` : ''}`, bib: bibtex(citable, separator), json: cslJson(citable) };
}
