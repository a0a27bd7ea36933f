import { languages, otherLangs, type Lang } from '../model/languages.ts';
import type { StoredStatement } from '../model/published.ts';
import { historyOf } from './changes.ts';
import { bibtex, citationText, cslJson, plainCitation, type Citable } from './citations.ts';
import { dayIn, sources } from './cite-files.ts';
import { readHistory } from './history.ts';

const history = readHistory();
const days = history.isKnown ? historyOf(history.changes) : undefined;

/**
 * The file with the citation of a statement in one language, which says as well how old the statement is, and where it
 * stands in the other languages. The dialog (components/cite-dialog.ts) takes it apart.
 * @param t a label of the catalogues in this language
 * @param url the full address of a path on this site
 */
export function citationFile(statement: StoredStatement, lang: Lang, t: (key: string, values?: object) => string, url: (path: string) => string): string {
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
	const elsewhere = otherLangs(lang).map((other) => `${languages[other].label}${t('colon')}${url(statement.path[other])}`);
	return citationText({ txt: plain, age: age.join(' '), bib: bibtex(citable, separator), json: cslJson(citable) }, elsewhere);
}
